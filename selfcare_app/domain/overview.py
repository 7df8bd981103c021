"""A habit at a glance: today, against a month and a year ago, and all told."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from selfcare_app.domain.days import month_length_of
from selfcare_app.domain.timeline import ALL_KEPT, Timeline
from selfcare_app.domain.totals import count_of


class Difference(NamedTuple):
    """The difference to the figure at the end of `day`."""

    day: int
    by: float


class Overview(NamedTuple):
    """A habit at a glance."""

    score: float
    """0–1."""
    month: Difference | None
    """Against a month ago; None where there was nothing logged by then."""
    year: Difference | None
    days: int
    """On how many days it was kept, all told."""
    amount: int
    """All amounts together in millionths; 0 for a yes/no habit."""


def months_before(day: int, months: int) -> int:
    """Day number of the same day `months` months earlier, or of the last of that month where it
    is shorter."""
    then = date.fromordinal(day)
    number = then.year * 12 + then.month - 1 - months
    begin = date(number // 12, number % 12 + 1, 1).toordinal()
    return begin + min(then.day, month_length_of(begin)) - 1


def overview(timeline: Timeline, scores: Sequence[float], last: int) -> Overview | None:
    """The habit at the end of day number `last`, of which `scores` has one a day of the
    timeline; None where nothing was logged or has begun by then."""
    first = first_logged(timeline)
    if first is None or not first <= last <= timeline.as_of:
        return None
    now = scores[last - timeline.first]

    def against(months: int) -> Difference | None:
        day = months_before(last, months)
        return Difference(day, now - scores[day - timeline.first]) if day >= first else None

    stop = last - timeline.first + 1
    days = count_of(timeline.marks[:stop], ALL_KEPT)
    return Overview(now, against(1), against(12), days, sum(timeline.amounts[:stop]))


def first_logged(timeline: Timeline) -> int | None:
    """Day number of the first day with an entry or pause; None where there is none."""
    index = len(timeline.marks) - len(timeline.marks.lstrip(b"O."))
    return None if index == len(timeline.marks) else timeline.first + index
