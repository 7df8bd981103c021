"""How often a habit was kept on each weekday, and on each weekday of each month."""

from typing import NamedTuple

from selfcare_app.domain.days import iso_weekday_of
from selfcare_app.domain.stretch import Grain, stretches
from selfcare_app.domain.timeline import ALL_KEPT, KEPT, OPEN, Timeline
from selfcare_app.domain.totals import ASKED, count_of

WEEKDAYS = range(1, 8)
"""ISO weekdays, Monday first."""


class Tally(NamedTuple):
    """Counts over days of one kind."""

    kept: int
    """Days that asked for something and were kept."""
    asked: int
    """Days that asked for something; the last day only once it has an entry."""
    done: int
    """Kept days, with those that asked for nothing."""


class MonthTally(NamedTuple):
    """The counts of one month by weekday."""

    begin: int
    """Day number of the month's first day."""
    weekdays: tuple[Tally, ...]
    """Monday first."""


def tally_of(timeline: Timeline, days: range) -> Tally:
    """The counts over the day numbers `days`."""
    return _tally(_marks(timeline, days))


def by_weekday(timeline: Timeline, days: range) -> tuple[Tally, ...]:
    """The counts of each weekday over the day numbers `days`, Monday first."""
    marks = _marks(timeline, days)
    begin = _within(timeline, days).start
    offsets = [(weekday - iso_weekday_of(begin)) % 7 for weekday in WEEKDAYS]
    return tuple(_tally(marks[offset::7]) for offset in offsets)


def by_month_and_weekday(timeline: Timeline, days: range) -> tuple[MonthTally, ...]:
    """The counts of each month that has days among the day numbers `days`, oldest first."""
    days = _within(timeline, days)
    months = stretches(Grain.MONTH, days.start, days.stop - 1, timeline.first_weekday)
    return tuple(
        MonthTally(
            begin,
            by_weekday(timeline, range(max(begin, days.start), min(end + 1, days.stop))),
        )
        for begin, end in months
    )


def _marks(timeline: Timeline, days: range) -> bytes:
    """Those of `days`; the last one only once it has an entry."""
    days = _within(timeline, days)
    marks = timeline.marks[days.start - timeline.first : days.stop - timeline.first]
    if marks and days.stop > timeline.as_of and marks[-1] == OPEN:  # today is not over
        return marks[:-1]
    return marks


def _within(timeline: Timeline, days: range) -> range:
    """`days` without those before the start and after the last day."""
    start = max(days.start, timeline.start)
    return range(start, max(start, min(days.stop, timeline.as_of + 1)))


def _tally(marks: bytes) -> Tally:
    return Tally(marks.count(KEPT), count_of(marks, ASKED), count_of(marks, ALL_KEPT))
