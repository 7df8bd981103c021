"""The pace of the breathing guide: where the breath is, and when to look again."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from selfcare_app.domain.breathing import Breath, Phase, Rhythm

FRAME_MILLISECONDS = 33


class Pace(QObject):
    """Counts the breaths while it runs; wakes for each frame, or for each count if it is still.

    It counts by a clock that nobody can set, so that no change of the time disturbs a breath.
    """

    moved = Signal()
    """There is another moment to show."""
    phase_begun = Signal(object)
    """The Phase that begins."""

    def __init__(
        self, parent: QObject, rhythm: Rhythm, clock: Callable[[], float] = monotonic
    ) -> None:
        """`clock` tells seconds that only ever go on."""
        super().__init__(parent)
        self._rhythm, self._clock = rhythm, clock
        self._before = 0.0
        """Seconds of breathing before it was last started or got another rhythm."""
        self._of_rhythm = 0.0
        """Those of them in the present rhythm."""
        self._started: float | None = None
        self._still = False
        self._seen = True
        self._phase: Phase | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._started is not None

    @property
    def begun(self) -> bool:
        """Whether it ever counted."""
        return self.running or self._before > 0

    @property
    def seconds(self) -> float:
        """Seconds of breathing so far, pauses aside."""
        return self._before + self._run()

    @property
    def breath(self) -> Breath:
        """The moment of the breath."""
        return self._rhythm.at(self._of_rhythm + self._run())

    @property
    def wakes_in(self) -> int:
        """Milliseconds until it looks again; 0 where it sleeps."""
        return self._timer.interval() if self._timer.isActive() else 0

    def start(self) -> None:
        """Begin, or go on where it was paused."""
        if not self.running:
            self._started = self._clock()
            self._phase = None
            self.tick()

    def pause(self) -> None:
        """Stand still; the breath goes on where it was."""
        run = self._run()
        self._before, self._of_rhythm = self._before + run, self._of_rhythm + run
        self._started = None
        self._timer.stop()
        self.moved.emit()

    def set_rhythm(self, rhythm: Rhythm) -> None:
        """Breathe in another rhythm, from a new breath on."""
        if rhythm == self._rhythm:
            return
        self._before, self._of_rhythm = self._before + self._run(), 0.0
        if self.running:
            self._started = self._clock()
        self._rhythm, self._phase = rhythm, None
        self.tick()

    def set_still(self, still: bool) -> None:
        """Look once a count, which is all that a ring that stands still needs."""
        self._still = still
        self.tick()

    def set_seen(self, seen: bool) -> None:
        """Sleep while nobody can see it; the time counts all the same."""
        self._seen = seen
        self.tick()

    def tick(self) -> None:
        """Show the moment, say whether a phase begins, and look again when there is more."""
        self._timer.stop()
        if not (self.running and self._seen):
            return
        breath = self.breath
        if breath.phase is not self._phase:
            self._phase = breath.phase
            self.phase_begun.emit(breath.phase)
        self.moved.emit()
        self._timer.start(self._milliseconds() if self._still else FRAME_MILLISECONDS)

    def _milliseconds(self) -> int:
        seconds = self._rhythm.seconds_to_next_count(self._of_rhythm + self._run())
        # A millisecond more, lest it looks a moment before the count changes.
        return int(seconds * 1000) + 1

    def _run(self) -> float:
        return 0.0 if self._started is None else self._clock() - self._started
