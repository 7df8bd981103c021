"""Which weeks run over? Overrun by week and weekday."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.hours import WorkDay
from selfcare_app.ui.boundaries.charts.card import HoursCard
from selfcare_app.ui.boundaries.charts.overrun_map import OverrunMap
from selfcare_app.ui.boundaries.charts.shown import HoursShown, too_early_words
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.questions.weekdays import weekday_name
from selfcare_app.ui.progress.shown import Rows, Sheet, days_words
from selfcare_app.ui.wording import minutes_words, short_date_words


def weeks_answer(shown: HoursShown) -> str:
    """In how many weeks every day ended on time, and the minutes past the end all told; there
    must be a day with a known end."""
    weeks = shown.weeks
    known = [[day for day in days if day is not None and day.known] for _, days in weeks.weeks]
    worked = [days for days in known if days]
    if not weeks.enough:
        return f"{too_early_words(shown)[:-1]}, {shown.dates_words()}."
    return tr(
        "{time} past the end in all; every day on time in {whole} of {weeks} weeks. {days}, "
        "{dates}.",
        time=minutes_words(sum(day.worked.overrun or 0 for day in weeks.known)),
        whole=sum(not any(day.late for day in days) for days in worked),
        weeks=len(worked),
        days=days_words(len(weeks.known)),
        dates=shown.dates_words(),
    )


def _cell(day: WorkDay | None) -> str:
    if day is None or not day.tells:
        return ""
    if day.known:
        return str(day.worked.overrun)
    return tr("off") if day.off else "?" if day.unknown else tr("not planned")


def weeks_sheet(shown: HoursShown) -> Sheet:
    """The weeks in words, and as a table of minutes, the latest first."""

    def rows() -> Rows:
        return [
            (short_date_words(begin, shown.today), *map(_cell, days))
            for begin, days in reversed(shown.weeks.weeks)
        ]

    weekdays = [weekday_name(weekday, short=True) for weekday in shown.weeks.weekdays]
    columns = (tr("Week of"), *weekdays)
    numbers = frozenset(range(1, len(columns)))
    hint = tr("A dash is a day off.") if shown.weeks.off else ""
    return Sheet(tr("Which weeks run over?"), weeks_answer(shown), columns, rows, numbers, hint)


class OverrunWeeksCard(HoursCard):
    """A cell a day."""

    key = "overrun-weeks"

    day_chosen = Signal(object)
    """A date that the person wants to correct."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("Which weeks run over?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The cells."""
        self.chart = OverrunMap(self)
        self.chart.day_chosen.connect(self.day_chosen)
        return self.chart

    def draw(self, shown: HoursShown) -> None:
        """Draw the cells."""
        self.chart.show_days(shown)

    def sheet(self, shown: HoursShown) -> Sheet:
        """The weeks in words."""
        return weeks_sheet(shown)
