"""What a person makes and the database keeps: each kind of record has a key."""

from typing import TypeAlias

from selfcare_app.domain.area import Area
from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.timer import Timer
from selfcare_app.domain.work_record import WorkRecord

Record: TypeAlias = Area | Habit | Entry | Pause | Reminder | Timer | CheckIn | Setting | WorkRecord
Key: TypeAlias = tuple[object, ...]
"""What tells one record from all others: its kind and its id, day or name."""


def key_of(record: Record) -> Key:
    """The key of `record`."""
    match record:
        case Entry(habit_id=habit_id, day=day):
            return Entry, habit_id, day
        case CheckIn(day=day):
            return CheckIn, day
        case Setting(key=name) | Area(key=name):
            return type(record), name
        case Timer(habit_id=habit_id):
            return Timer, habit_id
        case WorkRecord():
            return record.key
        case _:
            return type(record), record.id
