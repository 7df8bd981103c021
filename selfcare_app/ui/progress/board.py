"""The charts of one habit on a board that scrolls and takes one column or two."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from selfcare_app.ui.icons import Icons
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
from selfcare_app.ui.theme import MARGIN

_GAP = 14
_TALLEST = 330
"""Above that a picture says no more than below."""
_SHARE = 0.22
"""Of the board's visible height that a picture takes, if that is more than it needs."""
_WHOLE_ROWS = ("overview", "year")

AnyCard = TypeVar("AnyCard", bound=ChartCard)


class ChartBoard(QWidget):
    """A card for every question. Those out of view are made and drawn once they are scrolled to."""

    table_wanted = Signal(str)
    """The key of the chart whose table the person wants to see."""
    day_chosen = Signal(object, QRect)
    """A date to correct, and where on the screen it stands."""

    def __init__(
        self, words_of_day: Callable[[date], str], icons: Icons, parent: QWidget | None = None
    ) -> None:
        """`words_of_day` tells all about a day of the habit that is shown."""
        super().__init__(parent)
        self._compact = False
        self._streaks_shown = True
        self._view = QRect()
        year = YearCard(words_of_day, icons, self)
        year.day_chosen.connect(self.day_chosen)
        self.cards: list[ChartCard] = [
            OverviewCard(words_of_day, icons, self),
            StrengthCard(icons, self),
            TotalsCard(icons, self),
            year,
            StreaksCard(icons, self),
            WeekdaysCard(icons, self),
            MonthsCard(icons, self),
            SpreadCard(icons, self),
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, MARGIN)
        self._grid.setSpacing(_GAP)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for card in self.cards:
            card.table_wanted.connect(self.table_wanted)
        self._lay_out()

    def card(self, kind: type[AnyCard]) -> AnyCard:
        """The card of that kind."""
        return next(card for card in self.cards if isinstance(card, kind))

    @property
    def shown_cards(self) -> list[ChartCard]:
        """The cards that have something to say of this habit."""
        return [card for card in self.cards if not card.isHidden()]

    # Showing

    def show_figures(self, shown: Shown, *, library: bool) -> None:
        """Show one habit's figures: at once where a picture is in view, later elsewhere."""
        self._show_fitting_cards(measured=shown.habit.measured)
        for card in self.cards:
            card.show_figures(shown)
        for card in self._behind(library=True):
            if card.picture is None:
                card.answer_first()
            elif library or not card.needs_library:
                card.catch_up()

    def catch_up(self, *, library: bool) -> bool:
        """Make or draw the next picture that is in view; whether there was one. `library` says
        that pyqtgraph is loaded."""
        card = next(self._behind(library=library), None)
        if card is not None:
            card.catch_up()
        return card is not None

    def _behind(self, *, library: bool) -> Iterator[ChartCard]:
        for card in self.cards:
            drawable = card.shown is not None and (library or not card.needs_library)
            if card.stale and drawable and card.in_view(self._view):
                yield card

    def set_view(self, view: QRect) -> None:
        """Note which part of the board is seen."""
        self._view = view

    def wait(self, words: str) -> None:
        """Say `words` where charts are still to come."""
        for card in self.cards:
            if card.needs_library:
                card.waiting.setText(words)

    def set_streaks_shown(self, shown: bool) -> None:
        """Show or hide the best streaks."""
        self._streaks_shown = shown

    def _show_fitting_cards(self, *, measured: bool) -> None:
        wanted = {"spread": measured, "streaks": self._streaks_shown}
        changed = False
        for card in self.cards:
            visible = wanted.get(card.key, True)
            if visible is card.isHidden():
                card.setVisible(visible)
                changed = True
        if changed:
            self._lay_out()

    # Places

    def fit(self, *, compact: bool, height: int) -> None:
        """Take one column or two; pictures grow with the `height` that is seen."""
        tall = min(_TALLEST, round(height * _SHARE))
        for card in self.cards:
            card.grow(tall)
        if compact is not self._compact:
            self._compact = compact
            self._lay_out()

    def _lay_out(self) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
        for row, cards in enumerate(self._rows()):
            for column, card in enumerate(cards):
                self._grid.addWidget(card, row, column, 1, 2 if len(cards) == 1 else 1)
        self._grid.setRowStretch(len(self.cards), 1)

    def _rows(self) -> list[list[ChartCard]]:
        """Cards side by side in pairs; alone where the next one takes a whole row."""
        rows: list[list[ChartCard]] = []
        open_row = False
        for card in self.shown_cards:
            whole = self._compact or card.key in _WHOLE_ROWS
            if open_row and not whole:
                rows[-1].append(card)
                open_row = False
            else:
                rows.append([card])
                open_row = not whole
        return rows

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        for card in self.cards:
            card.take_fonts()
