"""What becomes of a day's hours when an end is moved: pure, before anything is kept."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from selfcare_app.domain.workhours import MINUTES_A_DAY, Hours, Interval

SNAP, FINE = 15, 5
"""Minutes to which a drag snaps, and by which a fine step goes."""
SHORTEST = 15
"""Minutes that an interval keeps at least."""


class Part(Enum):
    """What of an interval is taken hold of."""

    START = auto()
    END = auto()
    WHOLE = auto()


class Grip(NamedTuple):
    """A part of the interval with that number, in the order of the day."""

    number: int
    part: Part


def snapped(minute: float, step: int = SNAP) -> int:
    """The multiple of `step` that is nearest to `minute`."""
    return round(minute / step) * step


def moved(interval: Interval, part: Part, minute: int) -> Interval:
    """`interval` with its start or end at `minute`, or begun there as a whole, as far as a day
    and the shortest length allow."""
    longest = MINUTES_A_DAY - 1
    if part is Part.START:
        least, most = max(0, interval.end - longest), interval.end - SHORTEST
        return Interval(min(max(minute, least), most, longest), interval.end)
    if part is Part.END:
        least, most = interval.start + SHORTEST, interval.start + longest
        return Interval(interval.start, min(max(minute, least), most))
    start = min(max(minute, 0), longest)
    return Interval(start, start + interval.end - interval.start)


def stepped(interval: Interval, part: Part, way: int, step: int) -> Interval:
    """`interval` with a part moved by one step, to the next multiple of it; `way` is 1 or −1."""
    minute = interval.end if part is Part.END else interval.start
    # Up from the step below, or down from the one above.
    steps = minute // step + 1 if way > 0 else -(-minute // step) - 1
    return moved(interval, part, steps * step)


def drawn(begin: float, end: float) -> Interval | None:
    """A new interval between two minutes, in either order; None where it would be too short or
    would begin on another day."""
    start, stop = sorted((snapped(begin), snapped(end)))
    start = max(0, start)
    if stop - start < SHORTEST or start >= MINUTES_A_DAY:
        return None
    return Interval(start, min(stop, start + MINUTES_A_DAY - 1))


def with_interval(hours: Hours, number: int, interval: Interval | None) -> tuple[Interval, ...]:
    """`hours` with another interval in the place of that `number`, or, with None, without it;
    perhaps out of order and overlapping."""
    rest = (each for place, each in enumerate(hours) if place != number)
    return (*rest, *(() if interval is None else (interval,)))


def minutes_of(hours: Iterable[Interval]) -> int:
    """How long they are together."""
    return sum(each.end - each.start for each in hours)
