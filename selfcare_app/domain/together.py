"""All habits together, day by day: was everything kept that was planned?

Only habits with days of their own count: of a habit that is asked for three times a week no
single day can be said to ask for it.
"""

from collections.abc import Iterable

from selfcare_app.domain.schedule import DaySchedule
from selfcare_app.domain.timeline import KEPT, OPEN, Timeline, flags_of
from selfcare_app.domain.totals import ASKED

NOTHING, SHORT, WHOLE = range(3)
"""Of a day: nothing was planned; something of it was not kept; everything was kept."""

_ASKED = flags_of(ASKED)
_NOT_KEPT = flags_of(bytes(mark for mark in ASKED if mark != KEPT))
_STATES = bytes([NOTHING, WHOLE, SHORT, SHORT])
"""By what a day has: 1 where anything was planned, 2 more where some of it was not kept."""


def whole_days(timelines: Iterable[Timeline], days: range) -> bytes:
    """For each of the day numbers `days` whether everything planned was kept: `NOTHING`, `SHORT`
    or `WHOLE`. Today counts for a habit once it is logged."""
    asked = missed = 0
    for timeline in timelines:
        if not isinstance(timeline.habit.schedule, DaySchedule):
            continue
        marks = _marks_in(timeline, days)
        # As one number each, all days of a habit are joined with the others' in one step.
        asked |= int.from_bytes(marks.translate(_ASKED), "big")
        missed |= int.from_bytes(marks.translate(_NOT_KEPT), "big")
    return (asked + 2 * missed).to_bytes(len(days), "big").translate(_STATES + bytes(252))


def _marks_in(timeline: Timeline, days: range) -> bytes:
    """The marks of `days`, with a space where the habit had not begun, or for an open today."""
    begin = max(days.start, timeline.start)
    stop = max(begin, min(days.stop, timeline.as_of + 1))
    marks = timeline.marks[begin - timeline.first : stop - timeline.first]
    if marks and stop > timeline.as_of and marks[-1] == OPEN:
        marks = marks[:-1] + b" "
    before = min(begin, days.stop) - days.start
    return (b" " * before + marks).ljust(len(days))
