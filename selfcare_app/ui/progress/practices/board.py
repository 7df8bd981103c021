"""The charts of all practices."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.board import ChartBoard
from selfcare_app.ui.progress.card import ChartCard
from selfcare_app.ui.progress.practices.days import DaysCard, WordsOfDay
from selfcare_app.ui.progress.practices.each import EachCard
from selfcare_app.ui.progress.practices.minutes import MinutesCard
from selfcare_app.ui.progress.practices.shown import PracticesShown
from selfcare_app.ui.progress.practices.weekdays import AllWeekdaysCard
from selfcare_app.ui.progress.practices.whole import WholeCard


class PracticesBoard(ChartBoard[PracticesShown]):
    """A card for every question about all of them."""

    whole_rows = (EachCard.key, DaysCard.key)
    habit_chosen = Signal(str)
    """The id of the habit that the person wants to see more of."""
    day_chosen = Signal(str, object, QRect)
    """The id of a habit, a date to correct, and where on the screen it stands."""

    def __init__(
        self, words_of_day: WordsOfDay, icons: Icons, parent: QWidget | None = None
    ) -> None:
        each, days = EachCard(icons), DaysCard(words_of_day, icons)
        cards = [each, days, WholeCard(icons), MinutesCard(icons), AllWeekdaysCard(icons)]
        super().__init__(cards, parent)
        each.habit_chosen.connect(self.habit_chosen)
        days.day_chosen.connect(self.day_chosen)

    def has_to_say(self, card: ChartCard[PracticesShown], shown: PracticesShown) -> bool:
        """Minutes only where any are logged."""
        return card.key != MinutesCard.key or bool(shown.practices.timed)
