"""Work beside the event loop that takes seconds: it tells how far it has come, and can be
broken off."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal

from selfcare_app.services.how_far import Cancelled, HowFar
from selfcare_app.ui.aside import Aside


class LongAside(Aside):
    """As `Aside`, for an act that is given a `HowFar`."""

    progressed = Signal(float)
    """The share that is done, from 0 to 1."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._share = self._told = 0.0
        self._unwanted = Event()

    def begin(self, act: Callable[[HowFar], object]) -> None:
        """Call `act`, which must not touch widgets; only while nothing else is being done."""
        self._share = self._told = 0.0
        self._unwanted.clear()
        self.start(lambda: act(HowFar(self._tell)))

    def break_off(self) -> None:
        """End the act at its next word; `failed` then tells a Cancelled."""
        self._unwanted.set()

    def _tell(self, share: float) -> None:
        """Called in the thread."""
        if self._unwanted.is_set():
            raise Cancelled
        self._share = share

    def _look(self) -> None:
        if self._share != self._told:
            self._told = self._share
            self.progressed.emit(self._told)
        super()._look()
