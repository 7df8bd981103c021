"""Weeks and months of a period schedule: what each asked for and whether it was reached."""

from functools import lru_cache
from typing import NamedTuple

from selfcare_app.domain.amount import millionths
from selfcare_app.domain.days import month_length_of, month_start_of, week_start_of
from selfcare_app.domain.schedule import PeriodSchedule, TimesPerMonth
from selfcare_app.domain.timeline import KEPT, REST, Timeline


class Period(NamedTuple):
    """A calendar week or month, from day number `begin` to `end`, both included."""

    begin: int
    end: int
    reached: bool
    resting: bool
    """Whether every day of it was rest or pause, so that nothing was asked."""
    running: bool
    """Whether it is the one that `as_of` lies in."""


def period_bounds(timeline: Timeline, day: int) -> tuple[int, int]:
    """First and last day number of the calendar period that `day` lies in."""
    if isinstance(timeline.habit.schedule, TimesPerMonth):
        begin = month_start_of(day)
        return begin, begin + month_length_of(begin) - 1
    begin = week_start_of(day, timeline.first_weekday)
    return begin, begin + 6


@lru_cache(maxsize=1)  # streaks and consistency ask in a row for the same timeline
def periods(timeline: Timeline) -> tuple[Period, ...]:
    """All periods of `timeline`, oldest first, the running one last; for `TimesPerWeek` and
    `TimesPerMonth` habits only."""
    schedule = timeline.habit.schedule
    assert isinstance(schedule, PeriodSchedule)
    found: list[Period] = []
    begin = timeline.first
    while begin <= timeline.as_of:
        begin, end = period_bounds(timeline, begin)
        rests = timeline.marks.count(REST, begin - timeline.first, end - timeline.first + 1)
        days_left = end - begin + 1 - rests
        resting = days_left == 0
        reached = not resting and _reached(timeline, begin, end, min(schedule.times, days_left))
        found.append(Period(begin, end, reached, resting, end >= timeline.as_of))
        begin = end + 1
    return tuple(found)


def _reached(timeline: Timeline, begin: int, end: int, times: int) -> bool:
    first, stop = begin - timeline.first, end - timeline.first + 1
    kept = timeline.marks.count(KEPT, first, stop)
    habit = timeline.habit
    if not habit.measured:
        return kept >= times
    total = sum(timeline.amounts[first:stop])
    target = millionths(habit.target or 0.0)
    if habit.at_most:
        # Each amount of a sum within the target is itself within it: its day is marked kept.
        return kept > 0 and total <= target
    return total >= target
