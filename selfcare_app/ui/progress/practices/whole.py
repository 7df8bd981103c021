"""On which days was everything planned kept? So many days of each week."""

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.stretch import Grain
from selfcare_app.domain.together import NOTHING, WHOLE
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.bar_chart import BarChart
from selfcare_app.ui.charts.bars import Bar, Bars, Shape
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.practices.shown import HUE, PracticesShown
from selfcare_app.ui.progress.questions.stretch_words import (
    number_words,
    stretch_labels,
    stretch_words,
)
from selfcare_app.ui.progress.shown import Rows, Sheet


def counts_of(shown: PracticesShown, days: range) -> tuple[int, int]:
    """On how many of the day numbers `days` everything was kept, and on how many anything was
    planned."""
    practices = shown.practices
    inside = range(
        max(days.start, practices.start),
        max(practices.start, min(days.stop, practices.as_of + 1)),
    )
    found = practices.whole_days(inside)
    return found.count(WHOLE), len(found) - found.count(NOTHING)


def _week(shown: PracticesShown, number: int) -> tuple[int, int]:
    begin, end = shown.practices.weeks[number]
    return counts_of(shown, range(begin, end + 1))


def whole_bars(shown: PracticesShown) -> Bars:
    """A bar a week; the dashed line is the number of days with anything planned."""
    practices = shown.practices
    numbers = practices.weeks_in(shown.days)

    def bar(number: int) -> Bar:
        whole, planned = _week(shown, number)
        running = practices.weeks[number][1] > practices.as_of
        shape = Shape.FULL if planned and whole == planned else Shape.PART
        if running and shape is Shape.PART:
            shape = Shape.OUTLINE
        target = float(planned) if planned else None
        return Bar(float(whole), str(whole) if whole else "", shape, target)

    def words(number: int) -> str:
        week = stretch_words(Grain.WEEK, *practices.weeks[number], shown.today)
        whole, planned = _week(shown, number)
        if not planned:
            return tr("{week} · nothing planned", week=week)
        told = tr("{week} · everything kept on {whole} of {planned} days")
        return told.format(week=week, whole=whole, planned=planned)

    return Bars(
        len(practices.weeks),
        (numbers.start, numbers.stop),
        bar,
        words,
        lambda seen, most: stretch_labels(Grain.WEEK, practices.weeks, shown.today, seen, most),
        number_words,
        full=7.0,
        whole=True,
        zooms=True,
        all_above=False,
    )


def whole_words(shown: PracticesShown) -> str:
    """On how many days everything was kept."""
    if not shown.practices.with_days:
        return tr("No practice is planned on days of its own, so no day can be whole.")
    whole, planned = counts_of(shown, shown.days)
    if not planned:
        return tr("Nothing was planned in this range.")
    words = tr("Everything planned was kept on {whole} of {planned} days, {dates}.")
    return words.format(whole=whole, planned=planned, dates=shown.dates_words())


def whole_sheet(shown: PracticesShown) -> Sheet:
    """The weeks in words, and as a table, the latest first."""

    def rows() -> Rows:
        found = []
        for number in reversed(shown.practices.weeks_in(shown.days)):
            week = stretch_words(Grain.WEEK, *shown.practices.weeks[number], shown.today)
            found.append((week, *map(str, _week(shown, number))))
        return found

    columns = (tr("Week"), tr("Days kept whole"), tr("Days with anything planned"))
    return Sheet(
        tr("On how many days was everything kept?"),
        whole_words(shown),
        columns,
        rows,
        frozenset({1, 2}),
    )


class WholeCard(ChartCard[PracticesShown]):
    """A bar a week."""

    key = "whole"
    zooms = True

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("On how many days was everything kept?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The bars."""
        self.chart = BarChart(self)
        return self.chart

    def draw(self, shown: PracticesShown) -> None:
        """Draw the bars."""
        self.chart.show_bars(whole_bars(shown), shown.theme, HUE)

    def sheet(self, shown: PracticesShown) -> Sheet:
        """The weeks in words."""
        return whole_sheet(shown)
