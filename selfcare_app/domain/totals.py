"""What was done of a habit in each week, month, quarter or year, and what was asked for.

Everything is whole numbers and fractions: amounts in millionths, days as days.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from selfcare_app.domain.amount import millionths
from selfcare_app.domain.days import iso_weekday_of, month_length_of, month_start_of
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek, Weekdays
from selfcare_app.domain.stretch import Grain, stretches
from selfcare_app.domain.timeline import ALL_KEPT, LOGGED, REST, Timeline

ASKED = b"KPNO"
"""Marks of days on which something was asked."""
_OWN_GRAINS = {
    TimesPerWeek: (Grain.WEEK,),
    TimesPerMonth: (Grain.MONTH, Grain.QUARTER, Grain.YEAR),
}
"""Stretches that a schedule's own periods fill exactly; in all others it asks by the day."""


class Total(NamedTuple):
    """What was done on the day numbers `begin` to `end`, both included."""

    begin: int
    end: int
    done: int
    """Millionths of a measured habit's unit; of others, days on which it was done."""
    asked: Fraction
    """In the same unit, days to come included; rest, pauses and free days ask for nothing."""
    asked_days: int
    """On how many days something was asked; 0 says that `asked` is no target."""
    logged: int
    """On how many days something was logged that is not rest."""
    reached: bool
    running: bool
    """Whether it is not over yet."""


def totals(timeline: Timeline, grain: Grain) -> tuple[Total, ...]:
    """The total of every stretch from the habit's start to the last day, oldest first."""
    found = stretches(grain, timeline.start, timeline.as_of, timeline.first_weekday)
    return tuple(total_of(timeline, grain, begin, end) for begin, end in found)


def total_of(timeline: Timeline, grain: Grain, begin: int, end: int) -> Total:
    """The total of the stretch from day number `begin` to `end`, one of that `grain`."""
    marks = _slice(timeline, begin, end)
    logged = count_of(marks, LOGGED)
    done = count_of(marks, ALL_KEPT)
    if timeline.habit.measured:
        first = max(0, begin - timeline.first)
        done = sum(timeline.amounts[first : end - timeline.first + 1])
    asked_days = _asked_days(timeline, begin, end)
    asked = _asked(timeline, grain, begin, end)
    within = logged > 0 and done <= asked
    reached = within if timeline.habit.at_most else done >= asked
    running = end >= timeline.as_of
    return Total(begin, end, done, asked, asked_days, logged, bool(asked_days) and reached, running)


def count_of(marks: bytes, letters: bytes) -> int:
    """How many of `marks` are among `letters`."""
    return len(marks) - len(marks.translate(None, letters))


def _slice(timeline: Timeline, begin: int, end: int) -> bytes:
    return timeline.marks[max(0, begin - timeline.first) : end - timeline.first + 1]


def _asked_days(timeline: Timeline, begin: int, end: int) -> int:
    """Days since the start, and days to come, on which the schedule asks for something."""
    past = count_of(_slice(timeline, max(begin, timeline.start), end), ASKED)
    coming = range(max(begin, timeline.as_of + 1), end + 1)
    schedule = timeline.habit.schedule
    if isinstance(schedule, Weekdays):
        return past + sum(iso_weekday_of(day) in schedule.weekdays for day in coming)
    return past + len(coming)


def _asked(timeline: Timeline, grain: Grain, begin: int, end: int) -> Fraction:
    habit, schedule = timeline.habit, timeline.habit.schedule
    target = millionths(habit.target or 0.0)
    match schedule:
        case TimesPerWeek(times) | TimesPerMonth(times):
            whole = target if habit.measured else times
            if grain in _OWN_GRAINS[type(schedule)]:
                return Fraction(sum(_asked_by_periods(timeline, whole, begin, end)))
            if isinstance(schedule, TimesPerWeek):
                return Fraction(whole * _asked_days(timeline, begin, end), 7)
            return sum(_asked_by_days_of_months(timeline, whole, begin, end), Fraction(0))
        case TimesInDays(times, days):
            whole = target if habit.measured else times
            return Fraction(whole * _asked_days(timeline, begin, end), days)
        case _:
            whole = target if habit.measured else 1
            return Fraction(whole * _asked_days(timeline, begin, end))


def _asked_by_periods(timeline: Timeline, whole: int, begin: int, end: int) -> Iterator[int]:
    """What each week or month of the schedule asks: as much as there are days left in it."""
    monthly = isinstance(timeline.habit.schedule, TimesPerMonth)
    grain = Grain.MONTH if monthly else Grain.WEEK
    for first, last in stretches(grain, begin, end, timeline.first_weekday):
        if last < timeline.start:
            continue
        days_left = last - first + 1 - _slice(timeline, first, last).count(REST)
        if timeline.habit.measured:
            yield whole if days_left else 0
        else:
            yield min(whole, days_left)


def _asked_by_days_of_months(
    timeline: Timeline, whole: int, begin: int, end: int
) -> Iterator[Fraction]:
    """What the parts of months ask that lie in a week or a day."""
    while begin <= end:
        length = month_length_of(begin)
        last = min(end, month_start_of(begin) + length - 1)
        yield Fraction(whole * _asked_days(timeline, begin, last), length)
        begin = last + 1
