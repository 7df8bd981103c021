"""Locking the open window: by key, after a while, when the computer sleeps."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.settings import LOCK_AFTER, LOCK_ON_SLEEP
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Action, Actions, Section
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme

if TYPE_CHECKING:
    from selfcare_app.ui.lock.cover import LockCover
    from selfcare_app.ui.lock.put_aside import PutAside


class Locking(QObject):
    """Covers the window, and uncovers it for whoever knows the passphrase.

    The program goes on behind the cover: a timer runs, the day rolls over.
    """

    changed = Signal(bool)
    """Whether the window is locked now."""
    quit_wanted = Signal()
    """The person wants the program to end, which needs no passphrase."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        look: Callable[[], tuple[Theme, Icons]],
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._look = window, workspace, look
        self._actions = actions
        self._aside: PutAside | None = None
        self._allowed_before, self._title = actions.allowed, ""
        self.cover: LockCover | None = None
        """What is seen while it is locked."""
        self.action = actions.add(
            Section.PROGRAM, tr("Lock"), self.lock, keys="Ctrl+L", icon="lock"
        )
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_focus_window)
        self.always: tuple[Action, ...] = ()
        """What can be done while it is locked, such as to end the program."""

    @property
    def locked(self) -> bool:
        """Whether the window is covered."""
        return self._aside is not None

    def lock(self) -> None:
        """Cover the window, and whatever else of the program is open."""
        if self.locked:
            return
        # Imported here: the window is there sooner without them.
        from selfcare_app.ui.lock.cover import ICON, LockCover
        from selfcare_app.ui.lock.put_aside import PutAside

        theme, icons = self._look()
        scale = self._window.devicePixelRatioF()
        sign = icons.pixmap("app", ICON, theme.primary, scale)
        self.cover = LockCover(sign, self._opener(), self._window)
        self.cover.opened.connect(self._unlock)
        self.cover.quit_wanted.connect(self.quit_wanted)
        self._allowed_before = self._actions.allowed
        self._actions.allow_only(self.always)
        self._title = self._window.windowTitle()
        self._window.setWindowTitle(tr("{program}, locked", program=self._title))
        self._aside = PutAside(self._window, self.cover)
        self.cover.take_focus()
        self.changed.emit(True)

    def _on_focus_window(self, focused: QWindow | None) -> None:
        """Have the key lock from every other window too, such as a dialog, which keeps the keys
        of this one from acting."""
        for widget in QApplication.topLevelWidgets() if focused is not None else ():
            # A menu would offer it as one of its entries.
            listens = isinstance(widget, QMenu) or self.action in widget.actions()
            if widget.windowHandle() == focused and not listens:
                widget.addAction(self.action)

    def lock_if_idle(self, seconds: float) -> None:
        """Lock if nobody has touched anything for so long as the person set; only where there
        is a passphrase, for without one the cover keeps nothing from anybody."""
        minutes = self._workspace.settings.get(LOCK_AFTER)
        if minutes and seconds >= minutes * 60 and self._has_passphrase:
            self.lock()

    def lock_on_sleep(self) -> None:
        """The computer is about to sleep, or its screen is locked."""
        if self._has_passphrase and self._workspace.settings.get(LOCK_ON_SLEEP):
            self.lock()

    @property
    def _has_passphrase(self) -> bool:
        return self._workspace.encryption.key is not None

    def _opener(self) -> Callable[[str], object] | None:
        key = self._workspace.encryption.key
        if key is None:
            return None
        # Imported here: hardly any start needs it.
        from selfcare_app.services.passphrase import check_fits

        return lambda typed: check_fits(key, typed)

    def _unlock(self, _: object) -> None:
        aside, self._aside = self._aside, None
        assert aside is not None
        self.cover = None
        self._window.setWindowTitle(self._title)
        self._actions.allow_only(self._allowed_before)
        aside.give_back()
        self.changed.emit(False)
