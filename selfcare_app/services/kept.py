"""How much of what was planned was kept in any range of days."""

from datetime import date

from selfcare_app.domain.period import periods
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek
from selfcare_app.domain.streak import streak_unit
from selfcare_app.domain.timeline import KEPT, LOGGED, NOT_KEPT, OPEN, PARTLY, REST, Timeline
from selfcare_app.domain.value import Value
from selfcare_app.services.stats import HabitStatistics


class Kept(Value):
    """How many of the planned days, weeks or months since `since` were kept."""

    kept: int
    planned: int
    unit: str
    since: date


def kept_in(statistics: HabitStatistics, days: range) -> Kept:
    """Counted like the headline, but over the day numbers `days`, which lie in its timeline."""
    timeline = statistics.timeline
    unit = streak_unit(timeline.habit.schedule)
    match timeline.habit.schedule:
        case TimesPerWeek() | TimesPerMonth():
            reached = _reached_periods(timeline, days)
        case TimesInDays():
            reached = _covered_days(statistics, days)
        case _:
            reached = _kept_days(timeline, days)
    return Kept(sum(reached), len(reached), unit, date.fromordinal(days.start))


def _kept_days(timeline: Timeline, days: range) -> list[bool]:
    marks = timeline.marks[days.start - timeline.first : days.stop - timeline.first]
    if marks.endswith(bytes([OPEN])) and days.stop > timeline.as_of:  # today is not over
        marks = marks[:-1]
    return [mark == KEPT for mark in marks if mark in (KEPT, PARTLY, NOT_KEPT, OPEN)]


def _covered_days(statistics: HabitStatistics, days: range) -> list[bool]:
    timeline = statistics.timeline
    some = slice(days.start - timeline.first, days.stop - timeline.first)
    found = list(zip(timeline.marks[some], statistics.covered[some], strict=True))
    if found and found[-1][0] not in LOGGED and days.stop > timeline.as_of:  # today is not over
        found.pop()
    return [bool(covered) for mark, covered in found if mark != REST]


def _reached_periods(timeline: Timeline, days: range) -> list[bool]:
    """Whole periods of `days`, and those at its beginning and end that were reached."""
    return [
        period.reached
        for period in periods(timeline)
        if not period.resting
        and (period.reached or not period.running)
        and period.begin < days.stop
        and (period.end < days.stop or period.reached)
        and (period.begin >= days.start or (period.reached and period.end >= days.start))
    ]
