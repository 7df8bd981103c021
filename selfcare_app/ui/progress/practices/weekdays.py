"""Which weekdays are kept, over all practices?"""

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.tally import Tally
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.bar_chart import BarChart
from selfcare_app.ui.charts.bars import Bars
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.practices.shown import HUE, PracticesShown
from selfcare_app.ui.progress.questions.weekdays import (
    WeekTallies,
    bars_of_tallies,
    tally_columns,
    weekdays_words,
)
from selfcare_app.ui.progress.shown import Sheet


def all_tallies(shown: PracticesShown) -> WeekTallies:
    """The planned days of all habits, by weekday."""
    practices = shown.practices
    return WeekTallies(practices.weekday_order, practices.weekdays(shown.days))


def all_weekday_bars(shown: PracticesShown) -> Bars:
    """A bar a weekday."""
    return bars_of_tallies(all_tallies(shown), _words)


def _words(tally: Tally) -> str:
    if not tally.asked:
        extra = tr("{count} done, none planned", count=tally.done)
        return extra if tally.done else tr("none planned")
    return tr("{kept} of {asked} planned practices kept", kept=tally.kept, asked=tally.asked)


def all_weekdays_sheet(shown: PracticesShown) -> Sheet:
    """The weekdays in words, and as a table."""
    found = all_tallies(shown)
    words = weekdays_words(found, shown.dates_words())
    columns = tally_columns()
    return Sheet(tr("Which weekdays are kept?"), words, columns, found.rows, frozenset({1, 2, 3}))


class AllWeekdaysCard(ChartCard[PracticesShown]):
    """Seven bars."""

    key = "all-weekdays"

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(tr("Which weekdays are kept?"), icons, parent)

    def make_picture(self) -> QWidget:
        """The bars."""
        self.chart = BarChart(self)
        return self.chart

    def draw(self, shown: PracticesShown) -> None:
        """Draw the bars."""
        self.chart.show_bars(all_weekday_bars(shown), shown.theme, HUE)

    def sheet(self, shown: PracticesShown) -> Sheet:
        """The weekdays in words."""
        return all_weekdays_sheet(shown)
