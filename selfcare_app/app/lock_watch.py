"""Locks the window when nobody is there, and sees to copies of locked data."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.lock.locking import Locking

if TYPE_CHECKING:
    from selfcare_app.desktop.activity import Activity
    from selfcare_app.desktop.sleep import Sleep


class LockWatch(QObject):
    """Follows what the system tells of the person and of the computer."""

    def __init__(self, locking: Locking, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._locking, self._workspace = locking, workspace
        self.activity: Activity | None = None
        """What tells when somebody touched the computer, once it is there."""

    def listen_to(self, sleep: "Sleep") -> None:
        """Lock when the computer goes to sleep, or its screen is locked."""
        sleep.slept.connect(self._locking.lock_on_sleep)
        sleep.lock_changed.connect(self._on_screen_locked)

    def _on_screen_locked(self, locked: bool) -> None:
        if locked:
            self._locking.lock_on_sleep()

    def look(self) -> None:
        """Lock if nobody has touched the computer for long enough; that is asked for no other
        purpose, so it does not matter whether the log may know."""
        seen_at = self.activity.seen_at() if self.activity is not None else None
        if seen_at is not None:
            self._locking.lock_if_idle(self._workspace.instant() / 1000 - seen_at)

    def finish_copies(self) -> None:
        """Go on with what a power cut, or a missing disk, left undone when the passphrase
        changed."""
        if self._workspace.encryption.copies_to_change() is not None:
            from selfcare_app.ui.lock.copies import CopiesInLine

            CopiesInLine(self._workspace.encryption, self).begin()
