"""The command palette: type a few letters, and go there or do it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.announce import announce
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.overlay import Overlay
from selfcare_app.ui.palette.match import best
from selfcare_app.ui.palette.offer_list import SHOWN_ROWS, OfferList, OfferModel
from selfcare_app.ui.palette.offers import Offer
from selfcare_app.ui.theme import MARGIN, Theme, font, text_factor

WIDTH = 620
SPACE, GAP = 10, 8
TOP_SHARE = 0.09
"""Of the window's height, above the card."""
LONGEST_SEARCH = 100


class SearchField(QLineEdit):
    """Keeps the focus while its keys move through the list."""

    moved = Signal(int)
    """Lines down, negative for up; more than there are for the first or the last."""
    paged = Signal(int)
    """Screenfuls down, negative for up."""
    chosen = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows up and down, Page keys, Home, End and Enter belong to the list."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and key in _LINES:
            self.moved.emit(_LINES[key])
        elif plain and key in _PAGES:
            self.paged.emit(_PAGES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


_VERY_FAR = 1_000_000
_LINES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Home: -_VERY_FAR,
    Qt.Key.Key_End: _VERY_FAR,
}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Palette(Overlay):
    """Finds `offers` by what is typed, and does the one that is chosen."""

    def __init__(
        self, window: QWidget, offers: Sequence[Offer], theme: Theme, icons: Icons
    ) -> None:
        super().__init__(window)
        self.setAccessibleName(tr("Find anything"))
        self._choices = [(offer.words, offer) for offer in offers]
        self.field = SearchField(self.card)
        self.field.setPlaceholderText(tr("Find a habit, a page or something to do"))
        self.field.setAccessibleName(tr("Find a habit, a page or something to do"))
        self.field.setMaxLength(LONGEST_SEARCH)
        self.model = OfferModel()
        self.list = OfferList(self.model, theme, icons, self.card)
        self.nothing = QLabel(self.card)
        self.nothing.setText(tr("Nothing here goes by that name. Fewer letters may find it."))
        self.nothing.setProperty("role", "second")
        self.nothing.setFont(font("body"))
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(10, 6, 10, 6)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        self.field.textEdited.connect(self._search)
        self.field.moved.connect(self._on_moved)
        self.field.paged.connect(lambda pages: self._on_moved(pages * self.list.rows_on_screen()))
        self.field.chosen.connect(lambda: self._choose(self.list.currentIndex()))
        self.list.clicked.connect(self._choose)
        self._search("")

    def first_focus(self) -> QWidget:
        """The search field."""
        return self.field

    def place_of_card(self, room: QRect) -> QRect:
        """Near the top of the window, in its middle; as high for few as for many."""
        width = min(round(WIDTH * max(1.0, text_factor())), room.width() - 2 * MARGIN)
        top = round(room.height() * TOP_SHARE)
        wanted = self.field.sizeHint().height() + SHOWN_ROWS * self.list.row_height
        height = min(wanted + 2 * SPACE + GAP, room.height() - top - MARGIN)
        return QRect((room.width() - width) // 2, top, width, height)

    def _search(self, typed: str) -> None:
        found = best(typed, self._choices)
        self.model.show(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if found:
            self._go_to(0)
        else:
            announce(self.field, self.nothing.text())

    def _on_moved(self, lines: int) -> None:
        if self.model.offers:
            self._go_to(self.list.currentIndex().row() + lines)

    def _go_to(self, row: int) -> None:
        self.list.go_to(row)
        announce(self.field, self.model.offers[self.list.currentIndex().row()].spoken)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            offer = self.model.offers[index.row()]
            # First the focus goes back, so that an action finds it where the person was.
            self.close()
            offer.act()
