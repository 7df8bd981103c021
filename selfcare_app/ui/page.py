"""What every page of the window has in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme


class Page(QWidget):
    """A page of the window; each says for itself what it has to do when something changes."""

    problem = Signal(str)
    """A sentence about something that could not be done; nothing was changed."""
    told = Signal(str)
    """A sentence about something that was done and leaves nothing to take back."""
    replaced = Signal()
    """All content was replaced, such as by a backup: everything is to be shown anew."""
    add_wanted = Signal()
    """The person wants to add a habit."""
    edit_wanted = Signal(str)
    """The person wants to change the habit with that id."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")

    def refresh(self, habit_ids: set[str] | None) -> None:
        """Show what is true after a change of those habits; None stands for any change."""

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""

    def take_fonts(self) -> None:
        """Follow a change of the text size, where labels do not do so by themselves."""

    def take_focus(self) -> None:
        """Put the focus where a person will most likely begin."""

    def habit_in_focus(self) -> str | None:
        """The id of the habit that the person is looking at; None where there is none."""
        return None

    @property
    def ready(self) -> bool:
        """Whether all of the page stands; some draw their parts one after the other."""
        return True
