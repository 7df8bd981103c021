"""What a person makes and the database keeps: five kinds of record, each with a key."""

from typing import TypeAlias

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.setting import Setting

Record: TypeAlias = Habit | Entry | Pause | CheckIn | Setting
Key: TypeAlias = tuple[object, ...]
"""What tells one record from all others: its kind and its id, day or name."""


def key_of(record: Record) -> Key:
    """The key of `record`."""
    match record:
        case Entry(habit_id=habit_id, day=day):
            return Entry, habit_id, day
        case CheckIn(day=day):
            return CheckIn, day
        case Setting(key=name):
            return Setting, name
        case _:
            return type(record), record.id
