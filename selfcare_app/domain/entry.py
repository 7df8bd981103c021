"""Entries: what was logged for a habit on a day."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from selfcare_app.domain.amount import checked_amount
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit, check_text
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr


class State(StrEnum):
    """What a person said about a day. Saying nothing is None: not known, which is not no."""

    DONE = "done"
    NOT_DONE = "not_done"
    REST = "rest"


class Entry(Value):
    """One habit on one day; unique by `habit_id` and `day`.

    `value` is a measured habit's amount (0 or more); the state stands apart from it.
    An entry with neither state nor value is a note alone.
    """

    habit_id: str
    day: date
    state: State | None = None
    value: float | None = None
    note: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is said, so that there is nothing to keep."""
        return self.state is None and self.value is None and not self.note


class EntryHistory(Value):
    """All entries of one habit as columns, oldest day first: quick to read, quick to compute."""

    days: Sequence[int] = ()
    """Day numbers, ascending, no two the same."""
    states: Sequence[str | None] = ()
    values: Sequence[float | None] = ()


class Pause(Value):
    """Days `first`–`last` (both included) on which one habit, or all (None), may rest."""

    id: str
    habit_id: str | None
    first: date
    last: date
    note: str = ""


def checked_pause(pause: Pause) -> Pause:
    """`pause` if its days are in order; raises BadInput otherwise."""
    if pause.last < pause.first:
        raise BadInput(tr("A pause must end on or after the day it begins."))
    check_text(pause.note)
    return pause


def checked_entry(entry: Entry, habit: Habit) -> Entry:
    """`entry` if it fits `habit`; raises BadInput otherwise."""
    check_text(entry.note)
    if entry.value is not None:
        if not habit.measured:
            raise BadInput(tr("“{name}” is a yes/no habit and takes no amount.", name=habit.name))
        if entry.state is State.REST:
            raise BadInput(tr("A rest has no amount."))
        checked_amount(entry.value)
    return entry


def state_of_amount(habit: Habit, amount: float) -> State:
    """The state that logging `amount` stands for: something done, or, for a habit that
    wants at least something, nothing."""
    return State.DONE if amount > 0 or habit.at_most else State.NOT_DONE
