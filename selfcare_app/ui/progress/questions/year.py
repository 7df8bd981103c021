"""How did the year go? A cell a day, for any year."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.day_look import DayLook, look_of
from selfcare_app.ui.charts.legend import LookLegend
from selfcare_app.ui.charts.span import Dates
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.grain_choice import BoardChoice
from selfcare_app.ui.progress.questions.stretch_words import number_words
from selfcare_app.ui.progress.shown import MILLION, Rows, Sheet, Shown, days_words
from selfcare_app.ui.theme import Theme, give_font
from selfcare_app.ui.wording import date_words

_DONE = (DayLook.DONE, DayLook.MORE)


def dates_of_year(shown: Shown, year: int | None) -> Dates:
    """The first and last day of the calendar year, or of the year up to today."""
    as_of = shown.progress.timeline.as_of
    if year is None:
        return Dates(as_of - 364, as_of)
    last = date(year, 12, 31).toordinal()
    return Dates(date(year, 1, 1).toordinal(), min(last, as_of))


def year_words(shown: Shown, year: int | None) -> str:
    """How many days were done, partly done and rested in that year."""
    if not shown.progress.days:
        return tr("Nothing logged yet.")
    dates = dates_of_year(shown, year)
    timeline = shown.progress.timeline
    days = range(max(dates.first, timeline.first), dates.last + 1)
    looks = Counter(look_of(shown.progress.statistics, day) for day in days)
    done, partly, rest = (
        sum(looks[look] for look in _DONE),
        looks[DayLook.PARTLY],
        looks[DayLook.REST],
    )
    when = (
        str(year)
        if year
        else tr(
            "the year since {date}", date=date_words(date.fromordinal(dates.first), shown.today)
        )
    )
    if not done + partly + rest:
        return tr("Nothing was logged in {year}.", year=when)
    counts = [tr("done on {days}", days=days_words(done))]
    if partly:
        counts.append(tr("partly on {count}", count=partly))
    if rest:
        counts.append(tr("rest on {count}", count=rest))
    return tr(
        "In {year}: {counts}.",
        year=when,
        counts=", ".join(counts),
    )


def look_words(look: DayLook) -> str:
    """What a day looks like, in a word or two."""
    return {
        DayLook.DONE: tr("done"),
        DayLook.MORE: tr("done"),
        DayLook.PARTLY: tr("partly done"),
        DayLook.REST: tr("rest"),
        DayLook.OPEN: tr("open"),
        DayLook.STILL_OPEN: tr("still open"),
        DayLook.COVERED: tr("covered"),
        DayLook.FREE: tr("not planned"),
    }[look]


def year_sheet(shown: Shown, year: int | None) -> Sheet:
    """The year in words, and as a table of its days, the latest first."""
    timeline = shown.progress.timeline

    def rows() -> Rows:
        dates = dates_of_year(shown, year)
        found = []
        for day in reversed(range(max(dates.first, timeline.start), dates.last + 1)):
            cells = [date.fromordinal(day).isoformat()]
            cells.append(look_words(look_of(shown.progress.statistics, day)))
            if shown.habit.measured:
                amount = timeline.amounts[day - timeline.first]
                cells.append(number_words(amount / MILLION) if amount else "")
            found.append(tuple(cells))
        return found

    columns = [tr("Day"), tr("State")]
    if shown.habit.measured:
        columns.append(shown.habit.unit or tr("Amount"))
    return Sheet(
        tr("How did the year go?"),
        year_words(shown, year),
        tuple(columns),
        rows,
        frozenset({2}),
        tr("Click a day, or press Enter on it, to correct it."),
    )


class YearCard(ChartCard[Shown]):
    """The calendar of the year up to today, or of any calendar year."""

    key = "year"
    needs_library = True

    day_chosen = Signal(object, QRect)
    """A date to correct, and where on the screen it stands."""

    def __init__(
        self, words_of_day: Callable[[date], str], icons: Icons, parent: QWidget | None = None
    ) -> None:
        """`words_of_day` tells all about a day of the habit that is shown."""
        super().__init__(tr("How did the year go?"), icons, parent)
        self._words_of_day = words_of_day
        self._year: int | None = None
        self._habit_id = ""
        self.years = BoardChoice()
        self.years.setAccessibleName(tr("Year"))
        self.years.setSizeAdjustPolicy(BoardChoice.SizeAdjustPolicy.AdjustToContents)
        self.years.currentIndexChanged.connect(lambda _: self._on_year_chosen())
        give_font(self.years, "body")
        self.earlier = self._button(tr("Earlier year"), 1)
        self.later = self._button(tr("Later year"), -1)
        for tool in (self.earlier, self.years, self.later):
            self.add_tool(tool)
        self.legend = LookLegend()
        self.add_line(self.legend)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _button(self, words: str, way: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "icon")
        button.setAutoDefault(False)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.years.setCurrentIndex(self.years.currentIndex() + way))
        return button

    @property
    def year(self) -> int | None:
        """The calendar year shown; None for the year up to today."""
        return self._year

    def show_year(self, year: int | None) -> None:
        """Show that calendar year, which must be one of those to choose from."""
        self.years.setCurrentIndex(self.years.findData(year))

    def make_picture(self) -> QWidget:
        """The calendar."""
        # Imported here because pyqtgraph, which it brings in, is slow to import.
        from selfcare_app.ui.charts.year_map import YearMap

        self.chart = YearMap(self._words_of_day, self)
        self.chart.day_chosen.connect(self._on_day_chosen)
        return self.chart

    def least_height(self) -> int:
        """The calendar knows its own height."""
        return 0

    def _fit_picture(self) -> None:
        # About as much room as a calendar takes that is not there yet.
        self.waiting.setMinimumHeight(self.fontMetrics().height() + 7 * 14)

    def show_figures(self, shown: Shown) -> None:
        """Take other figures; another habit begins with its last year."""
        super().show_figures(shown)
        years = [None, *range(shown.today.year, self._first_year(shown) - 1, -1)]
        known = [self.years.itemData(number) for number in range(self.years.count())]
        other = shown.habit.id != self._habit_id
        self._habit_id = shown.habit.id
        if other or years != known:
            self._year = self._year if not other and self._year in years else None
            self.years.blockSignals(True)
            self.years.clear()
            for year in years:
                self.years.addItem(str(year) if year else tr("Last 12 months"), year)
            self.years.setCurrentIndex(years.index(self._year))
            self.years.blockSignals(False)
        self._fit_buttons()

    def _first_year(self, shown: Shown) -> int:
        days = shown.progress.days
        first = days[0] if days else shown.progress.timeline.as_of
        return date.fromordinal(first).year

    def draw(self, shown: Shown) -> None:
        """Draw the calendar."""
        self.legend.show_habit(shown.habit, shown.theme)
        if self.chart.year != self._year:
            self.chart.show_year(self._year)
        self.chart.show_statistics(shown.progress.statistics, shown.theme)

    def sheet(self, shown: Shown) -> Sheet:
        """The year in words, and its days."""
        return year_sheet(shown, self._year)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        super().take_fonts()
        self.legend.updateGeometry()
        if self.picture is not None:
            self.chart.take_fonts()

    def _dress(self, theme: Theme) -> None:
        super()._dress(theme)
        icon = self._icons.icon
        self.earlier.setIcon(icon("previous", theme.text, disabled=theme.faint))
        self.later.setIcon(icon("next", theme.text, disabled=theme.faint))

    def _on_year_chosen(self) -> None:
        self._year = self.years.currentData()
        self._fit_buttons()
        self.redraw()

    def _fit_buttons(self) -> None:
        index = self.years.currentIndex()
        self.earlier.setEnabled(index < self.years.count() - 1)
        self.later.setEnabled(index > 0)

    def _on_day_chosen(self, day: date) -> None:
        place = self.chart.place_of(day).toAlignedRect()
        corner = self.chart.viewport().mapToGlobal(place.topLeft())
        self.day_chosen.emit(day, QRect(corner, place.size()))
