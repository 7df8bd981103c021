"""What can be done about the work day, for the strip, the tray, the reminders and the keys."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.words import tr
from selfcare_app.services.work_now import WorkNow, work_now
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.work_day.words import moment_words, time_words

SESSION_MINUTES = (25, 50, 90)
"""Lengths of a session that are offered; the second is the usual one."""


class WorkDeeds(QObject):
    """Does it through the journal; says what could not be done."""

    problem = Signal(str)
    """A sentence about what could not be done."""
    wrap_up_wanted = Signal()
    """The person wants to wrap up."""
    reason_wanted = Signal()
    """The person works on, and is to say why."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def now(self) -> WorkNow:
        """How the work day stands."""
        return work_now(self._workspace.work)

    def start_session(self, minutes: int = SESSION_MINUTES[1]) -> None:
        """Be in session from now on."""
        self._try(lambda: self._workspace.work.start_session(minutes))

    def end_session(self) -> None:
        """End the session that runs."""
        self._try(lambda: self._workspace.work.stop_holding(HoldKind.SESSION))

    def toggle_session(self) -> None:
        """End the session that runs, or begin one of the usual length."""
        if self.now().session is None:
            self.start_session()
        else:
            self.end_session()

    def pause_for(self, minutes: int) -> None:
        """Pause all reminders for so many minutes."""
        wall = self._workspace.work.moment().wall + timedelta(minutes=minutes)
        self._try(lambda: self._workspace.work.pause_until(wall))

    def pause_until_next_day(self) -> None:
        """Pause all reminders until work begins on the next work day, or until tomorrow."""
        now, work = self.now(), self._workspace.work
        if now.next_start is not None and (now.next_start.at - now.now.at) < 7 * 24 * 3600:
            wall = now.next_start.wall
        else:
            tomorrow = now.now.wall.date() + timedelta(days=1)
            hour = work.rules().day_start_hour
            wall = now.now.wall.replace(
                year=tomorrow.year, month=tomorrow.month, day=tomorrow.day, hour=hour, minute=0
            )
        self._try(lambda: work.pause_until(wall))

    def end_pause(self) -> None:
        """Let reminders come again."""
        self._try(lambda: self._workspace.work.stop_holding(HoldKind.PAUSE))

    def snooze(self, day: date, minutes: int) -> bool:
        """Put the reminders of the end of `day` off; whether that could be done."""
        return self._try(lambda: self._workspace.work.snooze(day, minutes))

    def work_on(self, day: date, reason: str) -> bool:
        """Work on past the end of `day` for a `reason`; whether that could be noted."""
        return self._try(lambda: self._workspace.work.work_on(day, reason))

    def was_working(self, day: date, since: int) -> bool:
        """Count the time since the instant `since` as work; whether that could be kept."""
        return self._try(lambda: self._workspace.work.was_working(day, since))

    def work_on_after_all(self) -> None:
        """Take back that today is done."""
        self._try(lambda: self._workspace.work.work_on_after_all(self.now().day))

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except KnownError as error:
            self.problem.emit(str(error))
            return False
        return True


def session_words(now: WorkNow) -> str:
    """What the button for sessions says: “In session until 16:50”."""
    if now.session is None:
        return tr("In session")
    return tr("In session until {time}", time=time_words(now.session))


def pause_words(now: WorkNow) -> str:
    """Until when reminders are paused; empty where they are not."""
    if now.pause is None:
        return ""
    return tr("Reminders are paused until {time}", time=moment_words(now.pause, now.now))
