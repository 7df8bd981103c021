"""Work that takes a moment, such as trying a passphrase, beside the event loop."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal

from selfcare_app.domain.errors import KnownError


class Trying(QObject):
    """Does one thing at a time in a thread of its own, and tells how it went.

    A plain thread: the slow part is a single call that leaves Python's lock alone.
    """

    succeeded = Signal(object)
    """What the work returned."""
    failed = Signal(str)
    """The sentence of the KnownError that it raised."""
    _over = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._over.connect(self._on_over)

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._thread is not None

    def begin(self, work: Callable[[], object]) -> None:
        """Do `work`, unless other work is not over yet."""
        if self._thread is None:
            self._thread = Thread(target=self._do, args=(work,), name="trying", daemon=True)
            self._thread.start()

    def _do(self, work: Callable[[], object]) -> None:
        result: object = None
        fault: Exception | None = None
        try:
            result = work()
        except Exception as error:
            fault = error
        # Where the window that wanted to know is gone, nobody is to be told.
        with suppress(RuntimeError):
            self._over.emit(result, fault)

    def _on_over(self, result: object, fault: object) -> None:
        assert self._thread is not None
        self._thread.join()
        self._thread = None
        if isinstance(fault, KnownError):
            self.failed.emit(str(fault))
        elif isinstance(fault, Exception):
            raise fault
        else:
            self.succeeded.emit(result)
