"""Idle time on macOS: CGEventSourceSecondsSinceLastEventType."""

import ctypes
import sys

_FRAMEWORK = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"
_SESSION_STATE = 0
"""kCGEventSourceStateCombinedSessionState."""
_ANY_EVENT = 0xFFFFFFFF
"""kCGAnyInputEventType."""


class MacIdle:
    """Asks the system."""

    def idle_seconds(self) -> float | None:
        """Seconds since the last touch; None where the system does not say."""
        if sys.platform != "darwin":
            return None
        try:
            graphics = ctypes.CDLL(_FRAMEWORK)
        except OSError:
            return None
        ask = graphics.CGEventSourceSecondsSinceLastEventType
        ask.restype = ctypes.c_double
        ask.argtypes = (ctypes.c_int32, ctypes.c_uint32)
        return float(ask(_SESSION_STATE, _ANY_EVENT))
