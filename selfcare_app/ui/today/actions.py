"""What a click or a key on a day means, done through the journal."""

from datetime import date

from selfcare_app.domain.amount import checked_amount, parse_amount
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.services.journal import Journal

LARGE_TARGET = 10
LARGE_STEP = 5


class DayActions:
    """Logs, unlogs and steps; each may raise KnownError, and nothing is changed then."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def perform(self, habit: Habit, entry: Entry, action: str) -> None:
        """Do `action` (toggle, log, rest, not_done, clear, more or less) on the entry's day."""
        match action:
            case "toggle":
                self._toggle(habit, entry)
            case "log":
                self._journal.log_entry(habit, entry.day)
            case "rest":
                self._toggle_state(habit, entry, State.REST)
            case "not_done":
                self._toggle_state(habit, entry, State.NOT_DONE)
            case "clear":
                self._journal.clear(habit, entry.day)
            case "more" | "less":
                self._step(habit, entry, 1 if action == "more" else -1)
            case _:
                raise AssertionError(action)

    def log_typed(self, habit: Habit, day: date, text: str) -> None:
        """Log the amount that was typed; raises BadInput where it is none."""
        self._journal.log_entry(habit, day, parse_amount(text))

    def _toggle(self, habit: Habit, entry: Entry) -> None:
        if entry.state is State.DONE and not falls_short(habit, entry):
            self._journal.clear(habit, entry.day)
        else:
            self._journal.log_entry(habit, entry.day)

    def _toggle_state(self, habit: Habit, entry: Entry, state: State) -> None:
        if entry.state is state:
            self._journal.clear(habit, entry.day)
        elif state is State.REST:
            self._journal.rest(habit, entry.day)
        else:
            self._journal.mark_not_done(habit, entry.day)

    def _step(self, habit: Habit, entry: Entry, way: int) -> None:
        if not habit.measured:
            return
        amount = (entry.value or 0.0) + way * step_of(habit)
        if way < 0 and amount <= 0 and not (habit.at_most and (entry.value or 0) > 0):
            self._journal.clear(habit, entry.day)
        else:
            self._journal.log_entry(habit, entry.day, checked_amount(max(0.0, amount)))


def step_of(habit: Habit) -> float:
    """By how much − and + change an amount: 5 for targets above 10, else 1."""
    return LARGE_STEP if (habit.target or 0) > LARGE_TARGET else 1


def falls_short(habit: Habit, entry: Entry) -> bool:
    """Whether an amount was logged that does not reach the habit's target."""
    if not habit.measured or habit.at_most:
        return False
    return (entry.value or 0.0) < (habit.target or 0.0)
