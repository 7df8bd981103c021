"""Streaks: stretches in which a habit was kept as planned.

Rest, pause, partly kept and unplanned days inside a stretch are bridged: they neither
end it nor count. What counts depends on the schedule: kept days, covered days, or
weeks and months that were reached.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from selfcare_app.domain.coverage import covered_days
from selfcare_app.domain.period import periods
from selfcare_app.domain.schedule import Schedule, TimesInDays, TimesPerMonth, TimesPerWeek
from selfcare_app.domain.timeline import FREE_KEPT, KEPT, NOT_KEPT, OPEN, PARTLY, REST, Timeline

GRACE_WINDOW = 30
"""Days in which at most `grace_days` missed days are bridged."""
MOST_GRACE_DAYS = 4
DEFAULT_GRACE_DAYS = 2


@dataclass(frozen=True, slots=True)
class Streak:
    """A stretch from its first to its last counted day; `length` in the unit of the schedule."""

    start: date
    end: date
    length: int


@dataclass(frozen=True, slots=True)
class Streaks:
    """All streaks of a habit, oldest first."""

    all: tuple[Streak, ...] = ()
    alive: bool = False
    """Whether the newest one still runs on the last day looked at."""
    bridged: frozenset[int] = frozenset()
    """Day numbers of missed days that grace carried a streak over."""

    @property
    def current(self) -> int:
        """Length of the streak that still runs, 0 where none does."""
        return self.all[-1].length if self.alive else 0

    def best(self, most: int = 10) -> list[Streak]:
        """The longest streaks, longest first, the newer first where equal."""
        return sorted(self.all, key=lambda streak: (-streak.length, -streak.end.toordinal()))[:most]


class _Stretch:
    """The streak that is being walked along, and those already walked."""

    def __init__(self) -> None:
        self.found: list[Streak] = []
        self.begin = self.end = self.length = 0

    def extend(self, begin: int, end: int) -> None:
        if self.length == 0:
            self.begin = begin
        self.end = end
        self.length += 1

    def close(self) -> None:
        if self.length:
            start, end = date.fromordinal(self.begin), date.fromordinal(self.end)
            self.found.append(Streak(start, end, self.length))
            self.length = 0

    def finished(self, bridged: Iterable[int] = ()) -> Streaks:
        alive = self.length > 0
        self.close()
        return Streaks(tuple(self.found), alive, frozenset(bridged))


def streak_unit(schedule: Schedule) -> str:
    """What a streak of that schedule is counted in: `days`, `weeks` or `months`."""
    match schedule:
        case TimesPerWeek():
            return "weeks"
        case TimesPerMonth():
            return "months"
        case _:
            return "days"


def streaks(timeline: Timeline, grace_days: int = DEFAULT_GRACE_DAYS) -> Streaks:
    """All streaks of `timeline`; grace (0–4 days) applies to day schedules alone.

    The last day without an entry is not over yet and ends nothing.
    """
    match timeline.habit.schedule:
        case TimesPerWeek() | TimesPerMonth():
            return _streaks_of_periods(timeline)
        case TimesInDays():
            return _streaks_of_covered_days(timeline)
        case _:
            return _streaks_of_days(timeline, grace_days)


def _streaks_of_days(timeline: Timeline, grace_days: int) -> Streaks:
    stretch = _Stretch()
    bridged: list[int] = []
    for day, mark in enumerate(timeline.marks, start=timeline.first):
        if mark == KEPT or mark == FREE_KEPT:
            stretch.extend(day, day)
        elif stretch.length and (mark == OPEN or mark == NOT_KEPT):
            if mark == OPEN and day == timeline.as_of:
                continue
            recent = sum(1 for earlier in bridged[-grace_days:] if earlier > day - GRACE_WINDOW)
            if grace_days and recent < grace_days and _resumes_after(timeline, day):
                bridged.append(day)
            else:
                stretch.close()
    return stretch.finished(bridged)


def _resumes_after(timeline: Timeline, missed: int) -> bool:
    """Whether the next day that asked for something after day `missed` was kept, partly
    kept, or is the last one and still open."""
    for day in range(missed + 1, timeline.as_of + 1):
        mark = timeline.marks[day - timeline.first]
        if mark in (KEPT, FREE_KEPT, PARTLY):
            return True
        if mark in (OPEN, NOT_KEPT):
            return mark == OPEN and day == timeline.as_of
    return False


def _streaks_of_covered_days(timeline: Timeline) -> Streaks:
    stretch = _Stretch()
    marks_and_cover = zip(timeline.marks, covered_days(timeline), strict=True)
    for day, (mark, covered) in enumerate(marks_and_cover, start=timeline.first):
        if mark == REST:
            continue
        if covered:
            stretch.extend(day, day)
        elif not (day == timeline.as_of and mark == OPEN):
            stretch.close()
    return stretch.finished()


def _streaks_of_periods(timeline: Timeline) -> Streaks:
    stretch = _Stretch()
    for period in periods(timeline):
        if period.reached:
            stretch.extend(period.begin, min(period.end, timeline.as_of))
        elif not (period.resting or period.running):
            stretch.close()
    return stretch.finished()


def threads(timeline: Timeline, found: Streaks) -> Iterator[tuple[int, int]]:
    """First and last day number of each streak, for drawing a line through it; the line of a
    streak that still runs goes on to the last day."""
    for index, streak in enumerate(found.all):
        runs_on = found.alive and index == len(found.all) - 1
        yield streak.start.toordinal(), timeline.as_of if runs_on else streak.end.toordinal()
