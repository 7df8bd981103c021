"""Brings pyqtgraph and NumPy into memory without holding up the window."""

import logging
import sys
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, Signal

MODULES = ("selfcare_app.ui.charts.strength", "selfcare_app.ui.charts.year_map")
YIELDING = 0.0002
"""Seconds after which the loading thread lets the window go on. Qt gives Python's lock away with
nearly every call, and would otherwise wait 5 ms each time to get it back."""
_log = logging.getLogger(__name__)


class ChartLoader(QObject):
    """Imports the modules that draw charts in a thread of its own.

    The import takes about a third of a second. In a thread beside the event loop it leaves
    the window free; a QThread would gain nothing, since only Python code runs.
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
        if self._thread is None:
            self._thread = Thread(target=self._load, name="charts")
            self._thread.start()

    def wait(self) -> None:
        """Begin if need be, and hold the caller up until it is over."""
        self.start()
        assert self._thread is not None
        self._thread.join()

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
