"""Idle time from D-Bus, where the display does not tell it, such as on Wayland.

A question is answered later: what is told is the answer to the last one, with its age.
"""

import os
from collections.abc import Callable
from time import monotonic
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from selfcare_app.desktop.bus import Bus, session_bus

LONGEST_AGE = 90
"""Seconds after which an answer says nothing any more: three looks went without a newer one."""


class _Place(NamedTuple):
    """Where to ask: destination, path, interface, method, and how many make a second."""

    destination: str
    path: str
    interface: str
    method: str
    a_second: int


_GNOME = "org.gnome.Mutter.IdleMonitor"
_PLACES = (
    _Place(
        _GNOME,
        "/org/gnome/Mutter/IdleMonitor/Core",
        _GNOME,
        "GetIdletime",
        1000,
    ),
    _Place(
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
        "GetSessionIdleTime",
        # Plasma alone hands on what its own library counts in; the others keep to seconds.
        1000 if "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", "") else 1,
    ),
)


class BusIdle:
    """Asks the desktop, without ever waiting for it."""

    def __init__(
        self,
        parent: QObject,
        address: str | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`address` is that of the bus, by default the one of the session; `clock` tells
        seconds that only ever go on."""
        self._bus = Bus(session_bus() if address is None else address, parent)
        self._clock = clock
        self._places = list(_PLACES)
        self._answer: tuple[float, float] | None = None
        """Idle seconds, and when they were told."""
        self._asking = False
        self._ask()

    @property
    def asks(self) -> bool:
        """Whether there is anybody left to ask."""
        return bool(self._places)

    def idle_seconds(self) -> float | None:
        """Seconds since the last touch as told last; None where nobody has told for long."""
        self._ask()
        if self._answer is None:
            return None
        idle, told = self._answer
        age = self._clock() - told
        # Whether there was a touch since then is not known: the next answer tells.
        return idle + age if age <= LONGEST_AGE else None

    def _ask(self) -> None:
        if self._asking or not self._places:
            return
        self._asking = True
        place = self._places[0]
        self._bus.call(*place[:4], on_reply=self._on_reply)

    def _on_reply(self, body: tuple[Any, ...] | None) -> None:
        self._asking = False
        # A screen saver without idle time, such as Plasma's on Wayland, always says 0.
        if body and (body[0] or self._places[0].interface == _GNOME):
            self._answer = (int(body[0]) / self._places[0].a_second, self._clock())
        elif self._answer is None:
            # Nobody answers there: another desktop.
            self._places.pop(0)
            self._ask()
