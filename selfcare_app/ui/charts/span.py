"""How far back a chart of a habit looks, and which days lie in it."""

from enum import IntEnum

from selfcare_app.domain.timeline import FREE, OPEN, Timeline

FEWEST_DAYS = 7
"""A line needs some width, even if the habit is a day old."""


class Span(IntEnum):
    """How many days a chart goes back; 0 for all there are."""

    FOUR_WEEKS = 28
    THREE_MONTHS = 91
    YEAR = 365
    ALL = 0


def first_logged(timeline: Timeline) -> int | None:
    """Day number of the first day with an entry or pause; None where there is none."""
    blank = bytes([OPEN, FREE])
    index = len(timeline.marks) - len(timeline.marks.lstrip(blank))
    return None if index == len(timeline.marks) else timeline.first + index


def days_in(timeline: Timeline, span: Span) -> range:
    """Day numbers from the first one shown to the last, today's if something is logged."""
    stop = timeline.as_of + 1
    begin = first_logged(timeline)
    if begin is None:
        return range(stop, stop)
    if span:
        begin = max(begin, stop - span)
    if len(timeline.marks) > 1 and timeline.marks[-1] in (OPEN, FREE):
        stop -= 1
    return range(begin, stop)
