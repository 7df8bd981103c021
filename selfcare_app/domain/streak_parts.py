"""What a streak is made of besides kept days: rest, days partly kept, days that grace bridged."""

from typing import NamedTuple

from selfcare_app.domain.period import periods
from selfcare_app.domain.schedule import PeriodSchedule, TimesInDays
from selfcare_app.domain.streak import Streak, Streaks
from selfcare_app.domain.timeline import PARTLY, REST, Timeline


class StreakParts(NamedTuple):
    """Counts in the unit of the streak; only `kept` makes its length."""

    kept: int
    rest: int
    partly: int
    bridged: int
    """Days without the habit that grace carried it over."""


def parts_of(timeline: Timeline, found: Streaks, streak: Streak) -> StreakParts:
    """What lies between the first and the last counted day of `streak`, one of `found`."""
    start, end = streak.start.toordinal(), streak.end.toordinal()
    if isinstance(timeline.habit.schedule, PeriodSchedule):
        inside = [period for period in periods(timeline) if start <= period.begin <= end]
        return StreakParts(streak.length, sum(period.resting for period in inside), 0, 0)
    marks = timeline.marks[start - timeline.first : end - timeline.first + 1]
    bridged = sum(start < day < end for day in found.bridged)
    # Where covered days are counted, those partly kept are among them.
    covered = isinstance(timeline.habit.schedule, TimesInDays)
    partly = 0 if covered else marks.count(PARTLY)
    return StreakParts(streak.length, marks.count(REST), partly, bridged)
