"""Saying the same of several days at once, as one step for undo."""

from collections.abc import Sequence
from datetime import date

from selfcare_app.domain.amount import parse_amount
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.today.actions import falls_short

ABOUT_MANY = ("toggle", "log", "rest", "not_done", "clear")
"""What can be said of several days; anything else is about one day alone."""
Days = Sequence[tuple[Habit, date]]


def say_of_many(workspace: Workspace, days: Days, action: str) -> None:
    """Do `action`, one of `ABOUT_MANY`, on `days`, all or none.

    Where all of them are that way already, toggling, rest and not done take it back. An
    amount that reaches its target stays when days are marked as done.
    """
    found = [(habit, workspace.records.entry(habit.id, day)) for habit, day in days]
    state = _STATES[action]
    wanted = [pair for pair in found if not _is_said(*pair, state)]
    if not wanted and action != "log":
        state, wanted = None, found
    workspace.journal.mark_days([(habit, entry.day) for habit, entry in wanted], state)


def log_on_many(workspace: Workspace, habit: Habit, days: Days, text: str) -> None:
    """Log the amount typed on those of `days` that belong to habits measured as `habit` is.

    Raises BadInput where `text` is no amount.
    """
    value = parse_amount(text)
    alike = [(other, day) for other, day in days if other.measured and other.unit == habit.unit]
    workspace.journal.log_days(alike, value)


_STATES = {
    "toggle": State.DONE,
    "log": State.DONE,
    "rest": State.REST,
    "not_done": State.NOT_DONE,
    "clear": None,
}


def _is_said(habit: Habit, entry: Entry, state: State | None) -> bool:
    if state is State.DONE:
        return entry.state is State.DONE and not falls_short(habit, entry)
    return entry.state is state and (state is not None or entry.value is None)
