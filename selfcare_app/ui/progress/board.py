"""Charts on a board that scrolls and takes one column or several."""

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from selfcare_app.ui.progress.card import ChartCard, F
from selfcare_app.ui.theme import MARGIN

_GAP = 14
_TALLEST = 330
"""Above that a picture says no more than below."""
_SHARE = 0.22
"""Of the board's visible height that a picture takes, if that is more than it needs."""

AnyCard = TypeVar("AnyCard", bound=ChartCard[Any])


class ChartBoard(QWidget, Generic[F]):
    """A card for every question. Those out of view are made and drawn once they are scrolled to."""

    table_wanted = Signal(str)
    """The key of the chart whose table the person wants to see."""
    take_wanted = Signal(str)
    """The key of the chart that the person wants to take along."""
    whole_rows: tuple[str, ...] = ()
    """The keys of the charts that take all columns."""
    columns = 2
    """How many cards stand side by side where there is room."""

    def __init__(self, cards: Sequence[ChartCard[F]], parent: QWidget | None = None) -> None:
        """`cards` in the order in which they stand."""
        super().__init__(parent)
        self._compact = False
        self._view = QRect()
        self.cards = list(cards)
        for card in self.cards:
            card.setParent(self)
            card.table_wanted.connect(self.table_wanted)
            card.take_wanted.connect(self.take_wanted)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, MARGIN)
        self._grid.setSpacing(_GAP)
        for column in range(self.columns):
            self._grid.setColumnStretch(column, 1)
        self._lay_out()

    def has_to_say(self, card: ChartCard[F], shown: F) -> bool:
        """Whether that chart says anything of what is shown."""
        return True

    def card(self, kind: type[AnyCard]) -> AnyCard:
        """The card of that kind."""
        return next(card for card in self.cards if isinstance(card, kind))

    def card_of(self, key: str) -> ChartCard[F]:
        """The card with that key."""
        return next(card for card in self.cards if card.key == key)

    @property
    def shown_cards(self) -> list[ChartCard[F]]:
        """The cards that have something to say."""
        return [card for card in self.cards if not card.isHidden()]

    # Showing

    def show_figures(self, shown: F, *, library: bool) -> None:
        """Show other figures: at once where a picture is in view, later elsewhere."""
        self._show_fitting_cards(shown)
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

    def _behind(self, *, library: bool) -> Iterator[ChartCard[F]]:
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

    def _show_fitting_cards(self, shown: F) -> None:
        changed = False
        for card in self.cards:
            visible = self.has_to_say(card, shown)
            if visible is card.isHidden():
                card.setVisible(visible)
                changed = True
        if changed:
            self._lay_out()

    # Places

    def fit(self, *, compact: bool, height: int) -> None:
        """Take one column or several; pictures grow with the `height` that is seen."""
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
                across = self.columns if len(cards) == 1 else 1
                self._grid.addWidget(card, row, column, 1, across)
        self._grid.setRowStretch(len(self.cards), 1)

    def _rows(self) -> list[list[ChartCard[F]]]:
        """Cards side by side; alone where the next one takes a whole row."""
        rows: list[list[ChartCard[F]]] = []
        open_row = False
        for card in self.shown_cards:
            whole = self._compact or card.key in self.whole_rows
            if open_row and not whole:
                rows[-1].append(card)
            else:
                rows.append([card])
            open_row = not whole and len(rows[-1]) < self.columns
        return rows

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        for card in self.cards:
            card.take_fonts()
