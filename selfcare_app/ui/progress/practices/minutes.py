"""Where does my care go? Minutes by practice area, stacked week by week."""

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.area import Area, area_title
from selfcare_app.domain.stretch import Grain
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.bar_chart import BarChart
from selfcare_app.ui.charts.bars import Bar, Bars, Part
from selfcare_app.ui.charts.legend import AreaLegend
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.practices.shown import HUE, PracticesShown
from selfcare_app.ui.progress.questions.stretch_words import (
    number_words,
    stretch_labels,
    stretch_words,
)
from selfcare_app.ui.progress.shown import MILLION, Rows, Sheet

FEWEST_WEEKS = 4


def minutes_words(millionths: int) -> str:
    """An amount of time."""
    return tr("{count} min", count=number_words(round(millionths / MILLION, 1)))


def areas_of(shown: PracticesShown) -> list[tuple[int, Area]]:
    """The areas with habits in minutes, each with the number of its pattern."""
    wanted = {progress.habit.area for progress in shown.practices.timed}
    return [(number, area) for number, area in enumerate(shown.areas) if area.key in wanted]


def minutes_bars(shown: PracticesShown) -> Bars:
    """A stack a week."""
    practices, areas = shown.practices, areas_of(shown)
    numbers = practices.weeks_in(shown.days)

    def by_area(number: int) -> list[tuple[int, Area, int]]:
        found = practices.minutes(number)
        return [(pattern, area, found[area.key]) for pattern, area in areas if area.key in found]

    def bar(number: int) -> Bar:
        found = by_area(number)
        value = sum(done for _, _, done in found) / MILLION
        parts = tuple(Part(done / MILLION, area.key, pattern) for pattern, area, done in found)
        return Bar(value, number_words(round(value, 1)) if value else "", parts=parts)

    def words(number: int) -> str:
        found = by_area(number)
        week = stretch_words(Grain.WEEK, *practices.weeks[number], shown.today)
        if not found:
            return tr("{week} · no minutes", week=week)
        total = minutes_words(sum(done for _, _, done in found))
        parts = [f"{area_title(area)} {minutes_words(done)}" for _, area, done in found]
        return " · ".join((week, total, *parts))

    return Bars(
        len(practices.weeks),
        (numbers.start, numbers.stop),
        bar,
        words,
        lambda seen, most: stretch_labels(Grain.WEEK, practices.weeks, shown.today, seen, most),
        number_words,
        zooms=True,
        all_above=False,
    )


def care_words(shown: PracticesShown) -> str:
    """Which area took most of the time."""
    numbers = shown.practices.weeks_in(shown.days)
    sums: dict[str, int] = {}
    titles = {area.key: area_title(area) for _, area in areas_of(shown)}
    for number in numbers:
        for key, done in shown.practices.minutes(number).items():
            sums[key] = sums.get(key, 0) + done
    if not sums:
        return tr("No minutes were logged in this range.")
    dates = shown.dates_words(shown.weeks_dates(numbers))
    total = minutes_words(sum(sums.values()))
    if len(numbers) < FEWEST_WEEKS:
        words = tr("{total} in {weeks} of {fewest} weeks, {dates}: too early to tell areas apart.")
        return words.format(total=total, weeks=len(numbers), fewest=FEWEST_WEEKS, dates=dates)
    if len(sums) == 1:
        words = tr("{total} in {weeks} weeks, all of it {area}, {dates}.")
    else:
        words = tr("{area} took most: {most} of {total} in {weeks} weeks, {dates}.")
    most = max(sums, key=lambda key: sums[key])
    return words.format(
        area=titles.get(most, most),
        most=minutes_words(sums[most]),
        total=total,
        weeks=len(numbers),
        dates=dates,
    )


def minutes_sheet(shown: PracticesShown) -> Sheet:
    """The weeks in words, and as a table, the latest first."""
    areas = [area for _, area in areas_of(shown)]

    def rows() -> Rows:
        found = []
        for number in reversed(shown.practices.weeks_in(shown.days)):
            minutes = shown.practices.minutes(number)
            week = stretch_words(Grain.WEEK, *shown.practices.weeks[number], shown.today)
            cells = [minutes.get(area.key, 0) for area in areas]
            amounts = [number_words(round(cell / MILLION, 1)) for cell in (sum(cells), *cells)]
            found.append((week, *amounts))
        return found

    titles = [area_title(area) for area in areas]
    columns = (tr("Week"), tr("Minutes"), *titles)
    numbers = frozenset(range(1, len(columns)))
    return Sheet(tr("Where does my care go?"), care_words(shown), columns, rows, numbers)


class MinutesCard(ChartCard[PracticesShown]):
    """Stacked bars, an area in each layer."""

    key = "minutes"
    zooms = True

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("Where does my care go?"), icons, parent)
        self.legend = AreaLegend()
        self.add_line(self.legend)

    def make_picture(self) -> QWidget:
        """The bars."""
        self.chart = BarChart(self)
        return self.chart

    def draw(self, shown: PracticesShown) -> None:
        """Draw the bars."""
        self.legend.show_areas(areas_of(shown), shown.theme)
        self.chart.show_bars(minutes_bars(shown), shown.theme, HUE)

    def sheet(self, shown: PracticesShown) -> Sheet:
        """The weeks in words."""
        return minutes_sheet(shown)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        super().take_fonts()
        self.legend.updateGeometry()
