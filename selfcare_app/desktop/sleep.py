"""What the system says of sleep and of the locked screen: hints, on Linux, from D-Bus.

Nothing depends on them: that the computer slept is found by the gap between two looks at the
clock. With them a reminder comes at once on waking up, and says nothing on a locked screen.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from selfcare_app.desktop.bus import Bus, session_bus, system_bus

_LOGIN = "org.freedesktop.login1.Manager"
_SAVERS = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)


class Sleep(QObject):
    """Listens for as long as it lives."""

    slept = Signal()
    """The computer is about to sleep."""
    woke = Signal()
    """The computer woke up."""
    lock_changed = Signal(bool)
    """Whether the screen is locked now."""

    def __init__(
        self, parent: QObject, system: str | None = None, session: str | None = None
    ) -> None:
        """`system` and `session` are addresses of buses, by default those of this computer."""
        super().__init__(parent)
        self._locked: dict[str, bool] = {}
        """By whoever says so."""
        self._system = Bus(system_bus() if system is None else system, self)
        self._system.watch(_LOGIN, "PrepareForSleep", self._on_sleep)
        self._session = Bus(session_bus() if session is None else session, self)
        for saver in _SAVERS:
            self._session.watch(saver, "ActiveChanged", partial(self._on_lock, saver))

    @property
    def locked(self) -> bool:
        """Whether the screen is locked; False where nobody says so."""
        return any(self._locked.values())

    @property
    def listens(self) -> bool:
        """Whether both buses have let us in."""
        return self._system.let_in and self._session.let_in

    def _on_sleep(self, body: tuple[Any, ...]) -> None:
        (self.slept if body[0] else self.woke).emit()

    def _on_lock(self, saver: str, body: tuple[Any, ...]) -> None:
        before = self.locked
        self._locked[saver] = bool(body[0])
        if self.locked is not before:
            self.lock_changed.emit(self.locked)
