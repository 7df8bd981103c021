"""A card of the Settings page: a title, and below it whatever belongs there."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from selfcare_app.ui.theme import give_font

RING = 5
"""What a check box takes for its focus ring, at the left of the box itself."""


class Section(QFrame):
    """A titled card around one widget."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.title = QLabel(title, self)
        self.title.setContentsMargins(RING, 0, 0, 0)
        give_font(self.title, "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16 - RING, 12, 16, 16)
        self._column.setSpacing(12)
        self._column.addWidget(self.title)

    def fill(self, widget: QWidget, *, rings: bool = False) -> None:
        """Put `widget` below the title; with `rings` it keeps the room for them itself."""
        line = QHBoxLayout()
        line.setContentsMargins(0 if rings else RING, 0, 0, 0)
        line.addWidget(widget)
        self._column.addLayout(line)


def help_label(words: str, parent: QWidget) -> QLabel:
    """A quiet line or two that say what something is for."""
    label = QLabel(words, parent)
    label.setProperty("role", "second")
    label.setWordWrap(True)
    give_font(label, "caption")
    return label
