"""`selfcare log`: what was done on a day."""

from argparse import Namespace
from datetime import date

from selfcare_app.commands.output import one_line, say
from selfcare_app.commands.places import opened
from selfcare_app.domain.amount import format_amount, parse_amount
from selfcare_app.domain.days import parse_day
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.records import habit_called
from selfcare_app.services.workspace import Workspace


def log(arguments: Namespace) -> int:
    """Log a habit on a day, and tell what is now kept of it."""
    with opened(arguments) as workspace:
        records = workspace.records
        habit = habit_called(records.habits(archived=True), arguments.habit, records.areas())
        today = workspace.today()
        day = parse_day(arguments.date, today) if arguments.date else today
        _write(workspace, habit, day, arguments)
        say(f"{habit.name} · {day} · {_said(habit, workspace.records.entry(habit.id, day))}")
    return 0


def _write(workspace: Workspace, habit: Habit, day: date, arguments: Namespace) -> None:
    journal = workspace.journal
    state, note = arguments.state, arguments.note
    if state is None:
        value = None if arguments.value is None else parse_amount(arguments.value)
        journal.log_entry(habit, day, value, note)
        return
    if arguments.value is not None:
        raise BadInput(
            tr("“{value}” cannot go together with --{state}.", value=arguments.value, state=state)
        )
    verbs = {"rest": journal.rest, "not-done": journal.mark_not_done, "clear": journal.clear}
    verbs[state](habit, day, note)


def _said(habit: Habit, entry: Entry) -> str:
    parts = [state_text(entry.state)]
    if entry.value is not None:
        parts = [f"{format_amount(entry.value)} {habit.unit or ''}".strip()]
    if entry.note:
        parts.append(tr("note: {note}", note=one_line(entry.note)))
    return " · ".join(parts)


def state_text(state: State | None) -> str:
    """What was said of a day, in words."""
    words = {
        State.DONE: tr("done"),
        State.NOT_DONE: tr("not done"),
        State.REST: tr("rest"),
        None: tr("nothing logged"),
    }
    return words[state]
