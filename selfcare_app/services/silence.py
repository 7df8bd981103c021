"""Which habit has been silent for long enough to ask about it."""

from datetime import timedelta

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.silence import SILENT_DAYS, is_silent
from selfcare_app.services.workspace import Workspace


def silent_habit(workspace: Workspace) -> Habit | None:
    """The first habit, in the person's order, that fell silent and was not put off; None
    where there is none."""
    today = workspace.today()
    for habit in workspace.records.habits():
        if not is_silent(workspace.statistics.of(habit).timeline):
            continue
        # A note alone leaves no mark in the timeline, and yet something was said.
        since = today - timedelta(days=SILENT_DAYS)
        if workspace.records.entries_between(habit.id, since, today):
            continue
        if not workspace.memory.is_put_off(habit, today):
            return habit
    return None
