"""Idle time on Windows: GetLastInputInfo."""

import ctypes
import sys

_ROUND = 1 << 32
"""The tick count of 32 bits begins anew after as many milliseconds: 49.7 days."""


class _LastInput(ctypes.Structure):
    """LASTINPUTINFO of <winuser.h>."""

    _fields_ = (("size", ctypes.c_uint), ("time", ctypes.c_uint))


def seconds_between(last: int, now: int) -> float:
    """Seconds from one tick count in milliseconds to a later one, which may have begun anew."""
    return ((now - last) % _ROUND) / 1000


class WindowsIdle:
    """Asks the system."""

    def idle_seconds(self) -> float | None:
        """Seconds since the last touch; None where the system does not say."""
        if sys.platform != "win32":
            return None
        last = _LastInput(ctypes.sizeof(_LastInput), 0)
        if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(last)):
            return None
        return seconds_between(last.time, ctypes.windll.kernel32.GetTickCount() % _ROUND)
