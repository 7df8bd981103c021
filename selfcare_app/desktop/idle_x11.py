"""Idle time on X11, from the server's screen saver extension (libXss)."""

import ctypes
import ctypes.util


class _Info(ctypes.Structure):
    """XScreenSaverInfo of <X11/extensions/scrnsaver.h>."""

    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


class X11Idle:
    """Asks the display.

    A connection of its own is opened for each question: one that is kept ends the whole
    process, by Xlib's own hand, when the server goes away between two questions.
    """

    def __init__(self, display: str) -> None:
        """`display` as in the environment, such as `:0`."""
        self._display = display.encode()
        self._x11 = _library("X11")
        self._saver = _library("Xss")
        if self._x11 is None or self._saver is None:
            return
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XOpenDisplay.argtypes = (ctypes.c_char_p,)
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x11.XDefaultRootWindow.argtypes = (ctypes.c_void_p,)
        self._x11.XCloseDisplay.argtypes = (ctypes.c_void_p,)
        self._x11.XFree.argtypes = (ctypes.c_void_p,)
        self._saver.XScreenSaverQueryExtension.argtypes = (
            ctypes.c_void_p,
            ctypes.POINTER(ctypes.c_int),
            ctypes.POINTER(ctypes.c_int),
        )
        self._saver.XScreenSaverAllocInfo.restype = ctypes.POINTER(_Info)
        self._saver.XScreenSaverQueryInfo.argtypes = (
            ctypes.c_void_p,
            ctypes.c_ulong,
            ctypes.POINTER(_Info),
        )

    def idle_seconds(self) -> float | None:
        """Seconds since the last touch; None without the libraries or the display."""
        if self._x11 is None or self._saver is None:
            return None
        display = self._x11.XOpenDisplay(self._display)
        if not display:
            return None
        try:
            return self._ask(display)
        finally:
            self._x11.XCloseDisplay(display)

    def _ask(self, display: int) -> float | None:
        assert self._x11 is not None and self._saver is not None
        first, other = ctypes.c_int(), ctypes.c_int()
        if not self._saver.XScreenSaverQueryExtension(display, first, other):
            return None
        info = self._saver.XScreenSaverAllocInfo()
        try:
            window = self._x11.XDefaultRootWindow(display)
            if not self._saver.XScreenSaverQueryInfo(display, window, info):
                return None
            return float(info.contents.idle) / 1000
        finally:
            self._x11.XFree(info)


def _library(name: str) -> ctypes.CDLL | None:
    found = ctypes.util.find_library(name)
    try:
        return ctypes.CDLL(found or f"lib{name}.so.{_VERSIONS[name]}")
    except OSError:
        return None


_VERSIONS = {"X11": 6, "Xss": 1}
