"""What the cards of the Boundaries page have in common."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.ui.settings.section import RING
from selfcare_app.ui.theme import give_font

SIDE = 16
"""Between a card's edge and what is in it."""


class Card(QFrame):
    """A titled frame around one part of what a person decides about their work days."""

    problem = Signal(str)
    """A sentence about something that could not be done; nothing was changed."""
    told = Signal(str)
    """A sentence about something that was done and leaves nothing to take back."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.title = QLabel(title, self)
        give_font(self.title, "card")
        self.heading = QHBoxLayout()
        self.heading.setContentsMargins(RING, 0, 0, 0)
        self.heading.setSpacing(8)
        self.heading.addWidget(self.title, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SIDE - RING, 12, SIDE, 14)
        self.column.setSpacing(8)
        self.column.addLayout(self.heading)

    def refresh(self) -> None:
        """Show what is true now."""
        raise NotImplementedError

    def try_to(self, act: Callable[[], object]) -> None:
        """Do what the person asked; where it cannot be done, say so. Then show what is true."""
        try:
            act()
        except KnownError as error:
            self.problem.emit(str(error))
        self.refresh()

    def add(self, widget: QWidget, *, rings: bool = False, wide: bool = True) -> None:
        """Put `widget` below what is there, over the whole width or only as `wide` as it needs
        to be; with `rings` it keeps the room for those of its boxes itself."""
        line = QHBoxLayout()
        line.setContentsMargins(0 if rings else RING, 0, 0, 0)
        line.addWidget(widget)
        if not wide:
            line.addStretch(1)
        self.column.addLayout(line)

    def add_line(self) -> None:
        """Part what comes next from what is above it."""
        line = QFrame(self)
        line.setProperty("role", "divider")
        line.setFixedHeight(1)
        self.add(line)
