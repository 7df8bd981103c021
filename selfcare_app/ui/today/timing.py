"""What can be done with a habit's timer on the Today page, by key, by mouse and from the menu."""

from selfcare_app.domain.amount import format_amount, parse_amount
from selfcare_app.domain.habit import Habit, timed
from selfcare_app.domain.timer import Timer, is_forgotten, minutes_of, seconds_counted
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace

RUN, STOP, DISCARD = "timer", "stop_timer", "discard_timer"
TIMER_ACTIONS = frozenset((RUN, STOP, DISCARD))


class Timers:
    """Runs, pauses and stops timers; each may raise KnownError, and nothing is changed then."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def perform(self, habit: Habit, timer: Timer | None, action: str) -> str | None:
        """Do `action`, one of TIMER_ACTIONS, with the `timer` that `habit` has.

        Returns the minutes to ask about where the timer seems to have been forgotten: it is
        paused then, and nothing was logged.
        """
        journal = self._workspace.journal
        if action == RUN and timed(habit):
            if timer is not None and timer.running:
                journal.pause_timer(habit)
            else:
                journal.start_timer(habit, self._workspace.today())
        elif action == DISCARD:
            journal.discard_timer(habit)
        elif action == STOP and timer is not None:
            seconds = seconds_counted(timer, self._workspace.instant())
            if is_forgotten(seconds):
                journal.pause_timer(habit)
                return format_amount(minutes_of(seconds))
            journal.stop_timer(habit)
        return None

    def stop_with(self, habit: Habit, text: str) -> None:
        """Log the minutes that were typed instead of what the timer counted."""
        self._workspace.journal.stop_timer(habit, parse_amount(text))


def run_words(timer: Timer | None) -> str:
    """What RUN would do with the `timer` that a habit has, for its menu."""
    if timer is None:
        return tr("Start timer")
    return tr("Pause timer") if timer.running else tr("Go on with timer")
