"""What the cards of the welcome page are put together from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from selfcare_app.ui.theme import font

CARD_SIDE = 20
"""Between a card's border and what is in it."""


def text_label(words: str, type_role: str, role: str = "") -> QLabel:
    """Plain words that wrap, in the font `type_role`; `role` is that of the style sheet."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(type_role))
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


class TitledCard(QFrame):
    """A card with a title; the rest goes below it into `column`."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.title = text_label(title, "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(CARD_SIDE, 16, CARD_SIDE, CARD_SIDE)
        self.column.setSpacing(8)


def divider(parent: QWidget) -> QFrame:
    """A thin line across."""
    line = QFrame(parent)
    line.setProperty("role", "divider")
    line.setFixedHeight(1)
    return line
