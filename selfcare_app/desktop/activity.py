"""When the person last touched keyboard or mouse: only how long ago, never what was typed."""

import os
import sys
from collections.abc import Callable
from time import time
from typing import Protocol

from PySide6.QtCore import QObject


class IdleSource(Protocol):
    """Tells for how long nobody has touched anything."""

    def idle_seconds(self) -> float | None:
        """Seconds since the last touch; None where that is not known."""


class Activity(QObject):
    """Asks the system; where it does not say, that is unknown, and never taken for zero."""

    def __init__(
        self,
        parent: QObject,
        source: IdleSource | None = None,
        now: Callable[[], float] = time,
    ) -> None:
        """`source` is by default the one of this system; `now` tells seconds of UTC."""
        super().__init__(parent)
        self._source = source if source is not None else source_here(self)
        self._now = now

    def seen_at(self) -> int | None:
        """The instant of the last touch, in seconds of UTC; None where that is not known."""
        idle = self._source.idle_seconds() if self._source is not None else None
        return None if idle is None else int(self._now() - idle)


def source_here(parent: QObject) -> IdleSource | None:
    """What tells it on this system; None where nothing does."""
    if sys.platform == "win32":
        from selfcare_app.desktop.idle_windows import WindowsIdle

        return WindowsIdle()
    if sys.platform == "darwin":
        from selfcare_app.desktop.idle_macos import MacIdle

        return MacIdle()
    if os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        from selfcare_app.desktop.idle_x11 import X11Idle

        return X11Idle(os.environ["DISPLAY"])
    from selfcare_app.desktop.idle_bus import BusIdle

    return BusIdle(parent)
