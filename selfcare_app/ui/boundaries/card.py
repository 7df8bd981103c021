"""What the smaller cards of the Boundaries page have in common."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.form import Sentence
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, give_font


class BoundaryCard(QFrame):
    """A titled card about work; what cannot be done is said in it."""

    told = Signal(str)
    """A sentence about something that was done."""

    def __init__(
        self, title: str, about: str, workspace: Workspace, parent: QWidget | None
    ) -> None:
        """`about` says in a line or two what the card is for; empty where the title does."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self._workspace = workspace
        heading = QLabel(title, self)
        give_font(heading, "card")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(heading, 1)
        self.sentence = Sentence(self, "problem")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 14)
        self.column.setSpacing(8)
        self.column.addLayout(self.head)
        if about:
            self.column.addWidget(quiet_label(about, self))
        self.column.addWidget(self.sentence)

    def refresh(self) -> None:
        """Show what is true now."""
        raise NotImplementedError

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw in the colours of `theme`."""

    def try_to(self, act: Callable[[], object]) -> bool:
        """Do what the person asked, or say why it cannot be done; then show what is true.
        Returns whether it was done."""
        self.sentence.say("")
        done = True
        try:
            act()
        except KnownError as error:
            done = False
            self.sentence.say(str(error))
        self.refresh()
        return done


def quiet_label(words: str, parent: QWidget) -> QLabel:
    """A line or two in small letters."""
    label = QLabel(words, parent)
    label.setProperty("role", "second")
    label.setWordWrap(True)
    give_font(label, "caption")
    return label
