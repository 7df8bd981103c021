"""What did the days look like? All habits × days."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QLocale, QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.date_axis import DateAxis
from selfcare_app.ui.charts.day_look import LOOKS, DayLook, looks_in
from selfcare_app.ui.charts.legend import LookLegend
from selfcare_app.ui.charts.practice_map import DayMap, MapRow, PracticeMap
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.practices.shown import HUE, PracticesShown
from selfcare_app.ui.progress.shown import Rows, Sheet
from selfcare_app.ui.wording import short_day_words

_DONE = bytes(look in (DayLook.DONE, DayLook.MORE) for look in LOOKS).ljust(256, b"\0")
WordsOfDay = Callable[[Habit, date], str]
"""Tells all about a day of a habit."""


def map_rows(shown: PracticesShown) -> list[MapRow]:
    """A row for each habit, over all days."""
    days = range(shown.practices.start, shown.practices.as_of + 1)
    return [
        MapRow(
            progress.habit.id,
            progress.habit.name,
            progress.habit.hue,
            looks_in(progress.statistics, days),
        )
        for progress in shown.practices.each
    ]


def _legend_of(rows: Sequence[MapRow]) -> list[tuple[DayLook, str]]:
    looks = [
        (DayLook.DONE, tr("done")),
        (DayLook.PARTLY, tr("partly")),
        (DayLook.REST, tr("rest")),
        (DayLook.OPEN, tr("open")),
    ]
    covered = LOOKS.index(DayLook.COVERED)
    if any(covered in row.looks for row in rows):
        looks.append((DayLook.COVERED, tr("covered")))
    return looks


def done_by_day(shown: PracticesShown) -> list[int]:
    """How many practices were done on each day of the range."""
    each = [
        looks_in(progress.statistics, shown.days).translate(_DONE)
        for progress in shown.practices.each
    ]
    return [sum(flags) for flags in zip(*each, strict=True)]


def days_words(shown: PracticesShown) -> str:
    """On how many days something was done, and how much on a usual one."""
    days = shown.days
    if not days:
        return tr("No days in this range.")
    found = done_by_day(shown)
    words = tr("Something was done on {some} of {days} days, {dates}; {mean} practices a day.")
    return words.format(
        some=sum(map(bool, found)),
        days=len(days),
        dates=shown.dates_words(),
        mean=QLocale().toString(sum(found) / len(days), "f", 1),
    )


def days_sheet(shown: PracticesShown) -> Sheet:
    """The days in words, and as a table: which practices were done on each, the latest first."""

    def rows() -> Rows:
        each = [
            (progress.habit.name, looks_in(progress.statistics, shown.days))
            for progress in shown.practices.each
        ]
        found = []
        for index in reversed(range(len(shown.days))):
            done = [name for name, looks in each if _DONE[looks[index]]]
            partly = [name for name, looks in each if LOOKS[looks[index]] is DayLook.PARTLY]
            rest = [name for name, looks in each if LOOKS[looks[index]] is DayLook.REST]
            day = short_day_words(date.fromordinal(shown.days[index]), shown.today)
            found.append((day, str(len(done)), *map(", ".join, (done, partly, rest))))
        return found

    columns = (tr("Day"), tr("Done"), tr("Which"), tr("Partly"), tr("Rest"))
    return Sheet(
        tr("What did the days look like?"),
        days_words(shown),
        columns,
        rows,
        frozenset({1}),
        tr("Click a day, or press Enter on it, to correct it."),
    )


class DaysCard(ChartCard[PracticesShown]):
    """A cell for each day of each habit."""

    key = "all-days"
    zooms = True
    day_chosen = Signal(str, object, QRect)
    """The id of a habit, a date to correct, and where on the screen it stands."""

    def __init__(
        self, words_of_day: WordsOfDay, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("What did the days look like?"), icons, parent)
        self._words_of_day = words_of_day
        self.legend = LookLegend()
        self.add_line(self.legend)

    def make_picture(self) -> QWidget:
        """The map."""
        self.chart = PracticeMap(self)
        self.chart.day_chosen.connect(self._on_day_chosen)
        self.chart.form_changed.connect(self._fit_legend)
        return self.chart

    def least_height(self) -> int:
        """The map knows its own height."""
        return 0

    def draw(self, shown: PracticesShown) -> None:
        """Draw the map."""
        rows = map_rows(shown)
        self.legend.show_looks(_legend_of(rows), HUE, shown.theme)
        practices = shown.practices

        def words(row: int, day: int) -> str:
            habit = practices.each[row].habit
            return f"{habit.name} · {self._words_of_day(habit, date.fromordinal(day))}"

        days = range(practices.start, practices.as_of + 1)
        axis = DateAxis(practices.first_weekday, shown.today.year)
        self.chart.show_map(DayMap(rows, days, shown.days, words, axis), shown.theme)
        self._fit_legend()

    def _fit_legend(self) -> None:
        self.legend.show_as_strip(not self.chart.as_cells)

    def sheet(self, shown: PracticesShown) -> Sheet:
        """The days in words."""
        return days_sheet(shown)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        super().take_fonts()
        self.legend.updateGeometry()

    def _on_day_chosen(self, habit_id: str, day: int, place: QRectF) -> None:
        inside = place.toAlignedRect()
        corner = self.chart.mapToGlobal(inside.topLeft())
        self.day_chosen.emit(habit_id, date.fromordinal(day), QRect(corner, inside.size()))
