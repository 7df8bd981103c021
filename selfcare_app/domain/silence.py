"""Silence: a habit about which nothing was said for two weeks, though it asked."""

from selfcare_app.domain.schedule import frequency_of
from selfcare_app.domain.timeline import FREE, OPEN, Timeline

SILENT_DAYS = 14
"""So many whole days without a word are silence."""
_NOTHING_SAID = bytes([OPEN, FREE])


def is_silent(timeline: Timeline) -> bool:
    """Whether nothing was said on the last day of `timeline` and the `SILENT_DAYS` before it.

    Never so for a habit that is archived, was paused or rested in that time, is not older
    than it, or asks no more often than once in it.
    """
    habit = timeline.habit
    times, days = frequency_of(habit.schedule)
    if habit.archived or days >= SILENT_DAYS * times:
        return False
    if timeline.as_of - timeline.start < SILENT_DAYS:
        return False
    # A pause or a rest leaves a mark of its own, so it is no silence.
    return not timeline.marks[-SILENT_DAYS - 1 :].strip(_NOTHING_SAID)
