"""Work that takes too long for the event loop, done in a thread beside it."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr

LOOKS = 15
"""Milliseconds from one look at the thread to the next, while there is one."""


class Aside(QObject):
    """Does one thing at a time, and tells on the event loop what came of it.

    The thread knows nothing of Qt. So whoever asked may be gone by the time it is done, and
    nothing happens then.
    """

    done = Signal(object)
    """What the act returned."""
    failed = Signal(object)
    """The KnownError that the act raised, or one that stands for a fault of ours."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._result: object = None
        self._error: Exception | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether something is being done, or its end not told yet."""
        return self._thread is not None

    def start(self, act: Callable[[], object]) -> None:
        """Call `act`, which must not touch widgets; only while nothing else is being done.

        What it raises besides KnownErrors is raised on the event loop.
        """
        assert self._thread is None
        self._result = self._error = None
        self._thread = Thread(target=self._run, args=(act,), name="aside")
        self._thread.start()
        self._timer.start()

    def _run(self, act: Callable[[], object]) -> None:
        try:
            self._result = act()
        except Exception as error:  # Told on the event loop, where faults are reported.
            self._error = error

    def _look(self) -> None:
        assert self._thread is not None
        if self._thread.is_alive():
            return
        self._timer.stop()
        self._thread = None
        result, error = self._result, self._error
        self._result = self._error = None
        if error is None:
            self.done.emit(result)
        elif isinstance(error, KnownError):
            self.failed.emit(error)
        else:
            # Whoever waits would else wait for ever.
            self.failed.emit(KnownError(tr("That was not done: the program made a mistake.")))
            raise error
