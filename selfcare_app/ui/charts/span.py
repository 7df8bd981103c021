"""How far back a chart looks, and which days lie in it."""

from enum import IntEnum

from selfcare_app.domain.overview import first_logged
from selfcare_app.domain.timeline import FREE, OPEN, Timeline
from selfcare_app.domain.value import Value

FEWEST_DAYS = 7
"""A line needs some width, even if the habit is a day old."""


class Span(IntEnum):
    """How many days a chart goes back; 0 for all there are."""

    FOUR_WEEKS = 28
    THREE_MONTHS = 91
    YEAR = 365
    ALL = 0


class Dates(Value):
    """Any two dates as day numbers, both included."""

    first: int
    last: int


Reach = Span | Dates


def counted_days(timeline: Timeline, reach: Reach) -> range:
    """Day numbers of `reach` from the habit's start to today."""
    return reached_days(timeline.start, timeline.as_of, reach)


def reached_days(start: int, as_of: int, reach: Reach) -> range:
    """Those of the day numbers `start` to `as_of`, both included, that lie in `reach`."""
    begin, stop = start, as_of + 1
    match reach:
        case Dates(first, last):
            begin, stop = max(begin, first), min(stop, last + 1)
        case Span.ALL:
            pass
        case _:
            begin = max(begin, stop - reach)
    return range(begin, max(begin, stop))


def days_in(timeline: Timeline, reach: Reach) -> range:
    """Day numbers from the first one shown to the last, today's if something is logged."""
    counted = counted_days(timeline, reach)
    logged = first_logged(timeline)
    if logged is None:
        return range(counted.stop, counted.stop)
    begin, stop = max(counted.start, logged), counted.stop
    if stop > timeline.as_of and len(timeline.marks) > 1 and timeline.marks[-1] in (OPEN, FREE):
        stop -= 1
    return range(begin, max(begin, stop))
