"""The clock of a running program: looks each half minute at what is due."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.scheduler import TICK_SECONDS
from selfcare_app.services.history import Change
from selfcare_app.services.workspace import Workspace

_SOON = 200
"""Milliseconds after a change at which its reminders are looked for."""


class ReminderClock(QObject):
    """Ticks at each half minute of the wall clock, on waking up and after every change."""

    brought = Signal(object, bool)
    """A reminder (`Notice`) that has come, and whether it comes late, such as after a sleep."""
    ticked = Signal()
    """The clock went on: whatever tells the time left may say it anew."""
    problem = Signal(str)
    """A sentence about what could not be kept, such as on a full disk; said once."""
    changed_elsewhere = Signal()
    """Another program, such as the command line, wrote: everything is to be shown anew."""

    def __init__(
        self, workspace: Workspace, seen_at: Callable[[], int | None], parent: QObject
    ) -> None:
        """`seen_at` tells the instant of the last sign of the person, None where unknown."""
        super().__init__(parent)
        self._workspace, self._seen_at = workspace, seen_at
        self._settled_on: date | None = None
        self._failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # Half a second early or late is nothing; the computer sleeps the better for it.
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.tick)
        workspace.journal.listen(self._on_change)
        self._running = False

    def start(self) -> None:
        """Tick from now on."""
        self._running = True
        self.tick()

    def stop(self) -> None:
        """Tick no more."""
        self._running = False
        self._timer.stop()

    @property
    def looks_in(self) -> int:
        """Milliseconds until it looks by itself; 0 where it does not run."""
        return max(0, self._timer.remainingTime())

    def tick(self) -> None:
        """Look at what is due now."""
        try:
            self._look()
            self._failing = False
        except KnownError as error:
            # The next look tries again; nothing is brought before it is kept that it was.
            if not self._failing:
                self._failing = True
                self.problem.emit(str(error))
        self.ticked.emit()
        self._wait()

    def _look(self) -> None:
        if self._workspace.changed_elsewhere():
            self.changed_elsewhere.emit()
        work = self._workspace.work
        today = work.today()
        if today != self._settled_on:
            self._settled_on = today
            work.settle()
        found = work.reminding.tick(self._seen_at())
        for notice in found.show:
            self.brought.emit(notice, found.late)

    def _wait(self) -> None:
        if self._running:
            length = TICK_SECONDS * 1000
            self._timer.start(length - self._workspace.instant() % length)

    def _on_change(self, change: Change) -> None:
        # What the program notes by itself, such as that a reminder came, brings nothing new.
        if self._running and not change.quiet and self.looks_in > _SOON:
            self._timer.start(_SOON)
