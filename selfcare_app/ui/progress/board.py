"""The charts of one habit in their cards."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.ui.charts.legend import Legend
from selfcare_app.ui.charts.span import Span
from selfcare_app.ui.charts.streak_bars import BestStreaks
from selfcare_app.ui.progress.card import Card
from selfcare_app.ui.progress.state import line_words, year_words
from selfcare_app.ui.theme import MARGIN, Theme
from selfcare_app.ui.wording import short_day_words

if TYPE_CHECKING:
    from selfcare_app.ui.charts.strength import StrengthChart
    from selfcare_app.ui.charts.year_map import YearMap

_GAP = 14
_TALLEST = 460
"""Above that a line says no more than below."""


class ChartBoard(QWidget):
    """Strength and best streaks side by side, the year below; or one below the other.

    The charts that need pyqtgraph are made one by one, once it is loaded.
    """

    def __init__(self, words_of_day: Callable[[date], str]) -> None:
        """`words_of_day` tells all about a day of the habit that is shown."""
        super().__init__()
        self._words_of_day = words_of_day
        self._today = date.min
        self._span = Span.THREE_MONTHS
        self.strength: StrengthChart | None = None
        self.year: YearMap | None = None
        self.streaks = BestStreaks()
        self.legend = Legend()
        self._strength_card = Card(tr("Strength"))
        self._strength_card.set_words(tr("0–100, recent planned days weigh more"))
        self._streaks_card = Card(tr("Best streaks"))
        self._streaks_card.set_words(tr("rest keeps a streak going"))
        self._streaks_card.add_chart(self.streaks)
        self._year_card = Card(tr("The year"))
        self._year_card.add_legend(self.legend)
        for card in (self._strength_card, self._streaks_card):
            card.setMaximumHeight(_TALLEST)
        self._year_card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, MARGIN)
        self._grid.setSpacing(_GAP)
        # What is left over goes to the first row, up to what its cards take.
        self._grid.setRowStretch(0, 1000)
        self._grid.setRowStretch(3, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._compact = True
        self.set_compact(False)

    @property
    def ready(self) -> bool:
        """Whether the charts have been made."""
        return self.year is not None

    def make_next_chart(self) -> None:
        """Make one of the charts that are not there yet; each takes a moment."""
        # Imported here because pyqtgraph, which they bring in, is slow to import.
        if self.strength is None:
            from selfcare_app.ui.charts.strength import StrengthChart

            self.strength = StrengthChart(self._words_of_strength)
            self.strength.show_span(self._span)
            self._strength_card.add_chart(self.strength)
        elif self.year is None:
            from selfcare_app.ui.charts.year_map import YearMap

            self.year = YearMap(self._words_of_day)
            self._year_card.add_chart(self.year)

    def show_statistics(self, statistics: HabitStatistics, theme: Theme, sentence: str) -> None:
        """Show one habit's figures; `sentence` is the page's answer."""
        self._today = date.fromordinal(statistics.timeline.as_of)
        self.streaks.show_statistics(statistics, theme)
        self.legend.show_habit(statistics.habit, theme)
        self._year_card.set_words(year_words(statistics))
        if self.strength is not None and self.year is not None:
            self.strength.show_statistics(statistics, theme)
            self._describe_strength()
            self.year.show_statistics(statistics, theme)
            self.year.setAccessibleDescription(_with_hint(sentence))

    def show_span(self, span: Span) -> None:
        """Let the line look back as far as `span` says."""
        self._span = span
        if self.strength is not None:
            self.strength.show_span(span)
            self._describe_strength()

    def set_streaks_shown(self, shown: bool) -> None:
        """Show or hide the best streaks."""
        self._streaks_card.setVisible(shown)

    def set_compact(self, compact: bool) -> None:
        """Lay the cards out in one column, or strength and streaks side by side."""
        if compact == self._compact:
            return
        self._compact = compact
        for card in (self._strength_card, self._streaks_card, self._year_card):
            self._grid.removeWidget(card)
        self._grid.addWidget(self._strength_card, 0, 0, 1, 2 if compact else 1)
        self._grid.addWidget(self._streaks_card, *((1, 0, 1, 2) if compact else (0, 1)))
        self._grid.addWidget(self._year_card, 2, 0, 1, 2)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        for card in (self._strength_card, self._streaks_card, self._year_card):
            card.take_fonts()
        for chart in (self.strength, self.year):
            if chart is not None:
                chart.take_fonts()
        self.streaks.updateGeometry()
        self.legend.updateGeometry()

    def _describe_strength(self) -> None:
        assert self.strength is not None
        self.strength.setAccessibleDescription(
            _with_hint(line_words(self.strength.state, self._today))
        )

    def _words_of_strength(self, day: date, strength: int) -> str:
        words = short_day_words(day, self._today)
        return tr("{day} · strength {strength}", day=words, strength=strength)


def _with_hint(sentence: str) -> str:
    hint = tr("The arrow keys go from day to day; “Show as table” lists them.")
    return f"{sentence} {hint}"
