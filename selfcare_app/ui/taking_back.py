"""Undo and redo in the window, and the words about them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.history import Change
from selfcare_app.services.journal import Journal
from selfcare_app.ui.actions import Action, Actions, Section
from selfcare_app.ui.notices import UndoBar
from selfcare_app.ui.wording import day_words


class TakingBack(QObject):
    """Takes changes back and does them again, by key, from the menu and from the bar."""

    refused = Signal(str)
    """A sentence about what could not be taken back; nothing was changed."""

    def __init__(
        self, journal: Journal, bar: UndoBar, actions: Actions, finish_typing: Callable[[], None]
    ) -> None:
        """`bar` says what was done; `finish_typing` keeps what is still being typed."""
        super().__init__(bar)
        self._journal, self._bar, self._finish_typing = journal, bar, finish_typing
        self._acting = False
        history = journal.history
        self.actions: tuple[Action, Action] = (
            actions.add(
                Section.CHANGES,
                tr("Undo"),
                self.undo,
                keys="Ctrl+Z",
                about=lambda: change_words(history.next_undo),
                icon="undo",
                repeats=True,
            ),
            actions.add(
                Section.CHANGES,
                tr("Redo"),
                self.redo,
                keys=("Ctrl+Shift+Z", "Ctrl+Y"),
                about=lambda: change_words(history.next_redo),
                icon="redo",
                repeats=True,
            ),
        )
        """Undo and redo, for the menu."""
        bar.undo_wanted.connect(self.undo)
        bar.redo_wanted.connect(self.redo)

    def undo(self) -> None:
        """Take back the latest change, and say which."""
        self._take_back(self._journal.undo, tr("Nothing to undo."), undone=True)

    def redo(self) -> None:
        """Do again what was taken back last, and say what."""
        self._take_back(self._journal.redo, tr("Nothing to redo."), undone=False)

    def tell(self, change: Change) -> None:
        """Say what was changed, unless that comes from taking something back."""
        if not self._acting:
            self._bar.say(change_words(change), undo=not change.quiet)

    def _take_back(self, act: Callable[[], Change | None], nothing: str, *, undone: bool) -> None:
        self._finish_typing()
        self._acting = True
        try:
            change = act()
        except KnownError as error:
            self.refused.emit(str(error))
            return
        finally:
            self._acting = False
        if change is None:
            self._bar.say(nothing)
        elif undone:
            self._bar.say(tr("Undone: {what}", what=change_words(change)), redo=True)
        else:
            self._bar.say(tr("Done again: {what}", what=change_words(change)), undo=True)


def change_words(change: Change | None) -> str:
    """The change in words, with its day; empty where there is none."""
    if change is None:
        return ""
    if change.day is None:
        return change.title
    return tr("{what} · {day}", what=change.title, day=day_words(change.day))
