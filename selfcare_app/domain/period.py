"""Weeks and months of a period schedule: what each asked for and whether it was reached."""

from dataclasses import dataclass

from selfcare_app.domain.amount import millionths
from selfcare_app.domain.days import month_length_of, month_start_of, week_start_of
from selfcare_app.domain.schedule import TimesPerMonth, TimesPerWeek
from selfcare_app.domain.timeline import KEPT, LOGGED, REST, Timeline


@dataclass(frozen=True, slots=True)
class Period:
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


def periods(timeline: Timeline) -> list[Period]:
    """All periods of `timeline`, oldest first, the running one last; for `TimesPerWeek` and
    `TimesPerMonth` habits only."""
    found: list[Period] = []
    day = timeline.first
    while day <= timeline.as_of:
        begin, end = period_bounds(timeline, day)
        marks = timeline.marks[begin - timeline.first : end - timeline.first + 1]
        length = end - begin + 1
        rests = marks.count(REST)
        found.append(
            Period(
                begin,
                end,
                reached=_reached(timeline, begin, marks, length - rests),
                resting=rests == length,
                running=end >= timeline.as_of,
            )
        )
        day = end + 1
    return found


def _reached(timeline: Timeline, begin: int, marks: bytes, days_left: int) -> bool:
    if days_left == 0:
        return False
    schedule = timeline.habit.schedule
    assert isinstance(schedule, TimesPerWeek | TimesPerMonth)
    if not timeline.habit.measured:
        return marks.count(KEPT) >= min(schedule.times, days_left)
    offset = begin - timeline.first
    total = sum(timeline.amounts[offset : offset + len(marks)])
    target = millionths(timeline.habit.target or 0.0)
    if timeline.habit.at_most:
        return total <= target and any(mark in LOGGED for mark in marks)
    return total >= target
