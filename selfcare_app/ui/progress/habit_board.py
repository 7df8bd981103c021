"""The charts of one habit."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.board import ChartBoard
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.questions.months import MonthsCard
from selfcare_app.ui.progress.questions.overview import OverviewCard
from selfcare_app.ui.progress.questions.spread import SpreadCard
from selfcare_app.ui.progress.questions.streaks import StreaksCard
from selfcare_app.ui.progress.questions.strength import StrengthCard
from selfcare_app.ui.progress.questions.totals import TotalsCard
from selfcare_app.ui.progress.questions.weekdays import WeekdaysCard
from selfcare_app.ui.progress.questions.year import YearCard
from selfcare_app.ui.progress.shown import Shown


class HabitBoard(ChartBoard[Shown]):
    """A card for every question about a habit."""

    whole_rows = (OverviewCard.key, YearCard.key)
    day_chosen = Signal(object, QRect)
    """A date to correct, and where on the screen it stands."""

    def __init__(
        self, words_of_day: Callable[[date], str], icons: Icons, parent: QWidget | None = None
    ) -> None:
        """`words_of_day` tells all about a day of the habit that is shown."""
        self._streaks_shown = True
        year = YearCard(words_of_day, icons)
        cards = [
            OverviewCard(words_of_day, icons),
            StrengthCard(icons),
            TotalsCard(icons),
            year,
            StreaksCard(icons),
            WeekdaysCard(icons),
            MonthsCard(icons),
            SpreadCard(icons),
        ]
        super().__init__(cards, parent)
        year.day_chosen.connect(self.day_chosen)

    def set_streaks_shown(self, shown: bool) -> None:
        """Show or hide the best streaks."""
        self._streaks_shown = shown

    def has_to_say(self, card: ChartCard[Shown], shown: Shown) -> bool:
        """Streaks only where they are wanted, amounts only where there are any."""
        wanted = {StreaksCard.key: self._streaks_shown, SpreadCard.key: shown.habit.measured}
        return wanted.get(card.key, True)
