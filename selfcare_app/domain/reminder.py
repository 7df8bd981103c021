"""Reminders of a habit: a time of day on some weekdays."""

import re

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr

MINUTES_A_DAY = 24 * 60
EVERY_WEEKDAY = frozenset(range(1, 8))

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)


class Reminder(Value):
    """Brings `habit_id` to mind at `minute` (0–1439, minutes after midnight by the wall clock)
    on the ISO weekdays `weekdays` (1 Monday – 7 Sunday), at least one."""

    id: str
    habit_id: str
    minute: int
    weekdays: frozenset[int] = EVERY_WEEKDAY


def checked_reminder(reminder: Reminder) -> Reminder:
    """`reminder` if its time and days exist; raises BadInput otherwise."""
    if not 0 <= reminder.minute < MINUTES_A_DAY:
        raise BadInput(tr("A reminder needs a time from 0:00 to 23:59."))
    if not reminder.weekdays or not reminder.weekdays <= EVERY_WEEKDAY:
        raise BadInput(tr("Choose at least one day of the week for the reminder."))
    return reminder


def parse_time(text: str) -> int:
    """The minute of the day (0–1439) that a person typed as hours and minutes, such as 7:30.

    Raises BadInput where there is no such time.
    """
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise BadInput(
            tr("“{text}” is not a time of day; write it such as 7:30.", text=text.strip()[:40])
        )
    return int(found[1]) * 60 + int(found[2])
