"""Brings pyqtgraph and NumPy into memory without holding up the window."""

import logging
import sys
from collections.abc import Iterator
from importlib import import_module
from threading import Thread
from time import perf_counter

from PySide6 import QtCore, QtGui, QtSvg, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal

MODULES = ("selfcare_app.ui.charts.strength", "selfcare_app.ui.charts.year_map")
YIELDING = 0.0002
"""Seconds after which the loading thread lets the window go on. Qt gives Python's lock away with
nearly every call, and would otherwise wait 5 ms each time to get it back."""
SLICE = 0.004
"""Seconds for which Qt's classes are made in one go: a quarter of a picture at 60 a second."""
_log = logging.getLogger(__name__)


class ChartLoader(QObject):
    """Imports the modules that draw charts in a thread of its own.

    The import takes about a third of a second. In a thread beside the event loop it leaves
    the window free; a QThread would gain nothing, since only Python code runs.

    PySide makes a class of Qt when it is first asked for, and crashes now and then if two
    threads do so at once. pyqtgraph asks for nearly all, so they are made beforehand by the
    window's own thread, a few at a time.
    """

    loaded = Signal()
    """The charts can be made now."""
    failed = Signal()
    """They cannot be made at all, such as in a damaged installation; the log tells why."""

    def __init__(self, modules: tuple[str, ...] = MODULES) -> None:
        super().__init__()
        self._modules = modules
        self._thread: Thread | None = None
        self._ready = self._broken = False
        self._classes = _qt_classes()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_some_classes)

    @property
    def ready(self) -> bool:
        """Whether the charts can be made."""
        return self._ready

    @property
    def broken(self) -> bool:
        """Whether it has turned out that they cannot."""
        return self._broken

    def start(self) -> None:
        """Begin, unless that was done before."""
        if self._thread is None and not self._timer.isActive():
            self._timer.start(0)

    def wait(self) -> None:
        """Begin if need be, and hold the caller up until it is over."""
        for _ in self._classes:
            pass
        self._start_thread().join()

    def _make_some_classes(self) -> None:
        end = perf_counter() + SLICE
        for _ in self._classes:
            if perf_counter() > end:
                return
        self._start_thread()

    def _start_thread(self) -> Thread:
        self._timer.stop()
        if self._thread is None:
            self._thread = Thread(target=self._load, name="charts")
            self._thread.start()
        return self._thread

    def _load(self) -> None:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(YIELDING)
        try:
            for module in self._modules:
                import_module(module)
        except Exception:
            # Whatever a foreign library raises while it is imported, the table still works.
            _log.exception("The charts could not be loaded.")
            self._broken = True
            self.failed.emit()
            return
        finally:
            sys.setswitchinterval(usual)
        self._ready = True
        self.loaded.emit()


def _qt_classes() -> Iterator[object]:
    """Every class of the modules of Qt that the window uses, made as it is come to."""
    for module in (QtCore, QtGui, QtWidgets, QtSvg):
        for name in dir(module):
            yield getattr(module, name)
