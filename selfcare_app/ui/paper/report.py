"""The report on a range of days as a PDF of one to three pages, such as for supervision."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.hours import FEWEST_DAYS
from selfcare_app.services.kept import Kept
from selfcare_app.services.report import Note, Report
from selfcare_app.ui.charts.span import Dates
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.paper.chart import ChartOnPaper
from selfcare_app.ui.paper.hours import HoursCard, HoursShown, hours_words
from selfcare_app.ui.paper.pages import GAP, PaperPages
from selfcare_app.ui.progress.card import ChartCard, F
from selfcare_app.ui.progress.check_ins.drift import DriftCard
from selfcare_app.ui.progress.check_ins.shown import CheckInsShown
from selfcare_app.ui.progress.practices.days import DaysCard
from selfcare_app.ui.progress.practices.minutes import MinutesCard
from selfcare_app.ui.progress.practices.shown import PracticesShown
from selfcare_app.ui.progress.practices.weekdays import AllWeekdaysCard, all_tallies
from selfcare_app.ui.progress.practices.whole import WholeCard
from selfcare_app.ui.progress.shown import done_words
from selfcare_app.ui.theme import Theme, font
from selfcare_app.ui.wording import (
    dated_words,
    schedule_words,
    short_day_words,
)

MOST_PAGES = 3
_CHART_HEIGHT = 190
_TALL = 2.0
"""How much higher the three charts of the check-ins are."""


class ReportWriter:
    """Writes one report, in the colours of paper."""

    def __init__(self, report: Report, theme: Theme, icons: Icons, made_on: date) -> None:
        self._report, self._theme, self._icons, self._made_on = report, theme, icons, made_on
        # Never shown: what paints itself on paper needs no window.
        self._host = QWidget()
        dates = Dates(report.days[0], report.days[-1])
        self._practices = PracticesShown(report.practices, report.areas, dates, theme)
        self._check_ins = CheckInsShown(report.check_ins, dates, theme)

    def written(self) -> bytes:
        """The content of the PDF file."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self._title())
        writer.setCreator("Selfcare")
        pages = PaperPages(writer, self._theme, self._foot(), MOST_PAGES)
        self._write_head(pages)
        self._write_practices(pages)
        self._write_hours(pages)
        self._write_check_ins(pages)
        if self._report.notes is not None:
            self._write_notes(pages, self._report.notes)
        pages.finish()
        buffer.close()
        self._host.deleteLater()
        return bytes(content.data())

    def _title(self) -> str:
        first, last = dated_words(self._report.first), dated_words(self._report.last)
        return tr("Self-care, {first} – {last}", first=first, last=last)

    def _foot(self) -> str:
        return tr(
            "Made with Selfcare on {date}, from a log of one’s own", date=dated_words(self._made_on)
        )

    def _write_head(self, pages: PaperPages) -> None:
        pages.write(self._title(), "page")
        pages.write(self._left_out(), "caption", second=True)
        pages.skip(GAP / 2)
        pages.write(self._headline(), "sentence")
        pages.skip(GAP / 2)

    def _left_out(self) -> str:
        if self._report.notes is None:
            return tr("Left out: all notes, reasons for late days, and practices put away.")
        return tr("Left out: reasons for late days, and practices put away.")

    def _headline(self) -> str:
        found = all_tallies(self._practices)
        if not found.asked:
            return tr("Nothing was planned on days of its own in this time.")
        kept = sum(tally.kept for tally in found.tallies)
        return tr("Kept {kept} of {planned} planned practices.", kept=kept, planned=found.asked)

    # Practices

    def _write_practices(self, pages: PaperPages) -> None:
        if not self._report.practices.each:
            pages.write(tr("No practices in this time."), "body")
            return
        columns = (tr("Practice"), tr("Plan"), tr("Kept"), tr("Strength"), tr("In all"))
        shares = (0.29, 0.33, 0.15, 0.1, 0.13)
        left = pages.table(columns, shares, self._rows(), frozenset({2, 3, 4}))
        if left:
            words = tr("{count} more practices have no room here.", count=left)
            pages.write(words, "caption", second=True)
        pages.skip(GAP)
        width = round(pages.width)
        half = round((pages.width - GAP) / 2)
        pages.place([self._chart(DaysCard(_no_words, self._icons), self._practices, width)])
        cards: list[ChartCard[PracticesShown]] = [WholeCard(self._icons)]
        if self._report.practices.timed:
            cards.append(MinutesCard(self._icons))
        else:
            cards.append(AllWeekdaysCard(self._icons))
        pages.place([self._chart(card, self._practices, half) for card in cards])

    def _rows(self) -> list[tuple[str, ...]]:
        rows: list[tuple[str, ...]] = []
        for progress in self._report.practices.each:
            kept = self._report.kept(progress)
            rows.append(
                (
                    progress.habit.name,
                    schedule_words(progress.habit),
                    _kept_words(kept),
                    str(round(100 * self._report.strength(progress))),
                    done_words(progress.habit, self._report.done(progress)),
                )
            )
        return rows

    # Hours and check-ins

    def _write_hours(self, pages: PaperPages) -> None:
        hours = self._report.hours
        if not hours.days and not hours.sessions:
            return
        shown = HoursShown(self._report, self._theme)
        if hours.days >= FEWEST_DAYS:
            pages.place([self._chart(HoursCard(self._icons), shown, round(pages.width))])
        else:
            pages.write(tr("Work hours"), "card")
            pages.write(hours_words(shown), "caption", second=True)
        if hours.sessions:
            one = tr("1 session of {minutes} min.", minutes=hours.session_minutes)
            many = tr("{count} sessions, {minutes} min in all.")
            many = many.format(count=hours.sessions, minutes=hours.session_minutes)
            pages.write(one if hours.sessions == 1 else many, "caption", second=True)
        pages.skip(GAP)

    def _write_check_ins(self, pages: PaperPages) -> None:
        if not self._report.check_ins.count(self._check_ins.days):
            return
        height = round(_TALL * _CHART_HEIGHT)
        card = DriftCard(self._icons)
        pages.place([self._chart(card, self._check_ins, round(pages.width), height)])

    # Notes

    def _write_notes(self, pages: PaperPages, notes: Sequence[Note]) -> None:
        pages.write(tr("Notes"), "card")
        if not notes:
            pages.write(tr("No notes in this time."), "caption", second=True)
        last_line = pages.height_of("X", font("caption"))
        for number, note in enumerate(notes):
            about = note.habit.name if note.habit else tr("Check-in")
            day = short_day_words(note.day, self._report.last)
            words = f"{day} · {about} · {' '.join(note.text.split())}"
            if not pages.fits(pages.height_of(words, font("caption")) + last_line):
                left = len(notes) - number
                pages.write(_more_words(left), "caption", second=True)
                return
            pages.write(words, "caption")

    # Charts

    def _chart(
        self, card: ChartCard[F], shown: F, width: int, height: int = _CHART_HEIGHT
    ) -> ChartOnPaper:
        """The chart of `card`, drawn `width` pixels wide."""
        card.setParent(self._host)
        card.show_figures(shown)
        card.catch_up()
        assert card.picture is not None
        # A picture that knows its own height keeps it.
        high = height if card.least_height() else card.picture.sizeHint().height()
        card.picture.setFixedSize(width, high)
        for line in card.lines:
            line.setFixedSize(width, line.heightForWidth(width))
        return ChartOnPaper(card, self._theme, width=float(width))


def _no_words(habit: Habit, day: date) -> str:
    """Nobody points at paper."""
    return ""


def _kept_words(kept: Kept) -> str:
    words = {
        "days": tr("{kept} of {planned} days"),
        "weeks": tr("{kept} of {planned} weeks"),
        "months": tr("{kept} of {planned} months"),
    }[kept.unit]
    return words.format(kept=kept.kept, planned=kept.planned) if kept.planned else ""


def _more_words(count: int) -> str:
    one = tr("1 earlier note has no room here.")
    return one if count == 1 else tr("{count} earlier notes have no room here.", count=count)
