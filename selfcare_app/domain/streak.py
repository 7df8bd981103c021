"""Streaks: stretches in which a habit was kept as planned.

Rest, pause, partly kept and unplanned days inside a stretch are bridged: they neither
end it nor count. What counts depends on the schedule: kept days, covered days, or
weeks and months that were reached.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from selfcare_app.domain.coverage import covered_days
from selfcare_app.domain.grace import DEFAULT_GRACE_DAYS, GRACE_WINDOW
from selfcare_app.domain.period import periods
from selfcare_app.domain.schedule import Schedule, TimesInDays, TimesPerMonth, TimesPerWeek
from selfcare_app.domain.timeline import OPEN, REST, Timeline
from selfcare_app.domain.value import Value

COUNTS, BRIDGES, ENDS = b"+~!"
"""What a day, week or month does to a streak."""

_SIGN_OF_MARK = bytes.maketrans(b"KkNORPpn.", b"++!!~~~~~")
_RESUMES = re.compile(rb"[Rpn.]*(?:[KkP]|O\Z)")
"""Marks after a missed day: the next one that asked for something was kept, partly kept, or is
the last one and still open."""


class Streak(NamedTuple):
    """A stretch from its first to its last counted day; `length` in the unit of the schedule."""

    start: date
    end: date
    length: int


class Streaks(Value):
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
    bridged: list[int] = []

    def bridges(missed: int) -> bool:
        used_up = not grace_days or (
            len(bridged) >= grace_days and bridged[-grace_days] > missed - GRACE_WINDOW
        )
        if used_up or not _RESUMES.match(timeline.marks, missed + 1):
            return False
        bridged.append(missed)
        return True

    days = range(timeline.first, timeline.as_of + 1)
    signs = _with_open_today(timeline, timeline.marks.translate(_SIGN_OF_MARK))
    found, alive = _walk(signs, days, days, bridges)
    return Streaks(found, alive, frozenset(days[index] for index in bridged))


def _streaks_of_covered_days(timeline: Timeline) -> Streaks:
    days = range(timeline.first, timeline.as_of + 1)
    signs = bytes(
        [
            BRIDGES if mark == REST else COUNTS if covered else ENDS
            for mark, covered in zip(timeline.marks, covered_days(timeline), strict=True)
        ]
    )
    return Streaks(*_walk(_with_open_today(timeline, signs), days, days))


def _streaks_of_periods(timeline: Timeline) -> Streaks:
    found = periods(timeline)
    signs = bytes(
        COUNTS if period.reached else BRIDGES if period.resting or period.running else ENDS
        for period in found
    )
    begins = [period.begin for period in found]
    ends = [min(period.end, timeline.as_of) for period in found]
    return Streaks(*_walk(signs, begins, ends))


def _with_open_today(timeline: Timeline, signs: bytes) -> bytes:
    """`signs` without the last one where that day could end a streak but is not over."""
    still_open = timeline.marks.endswith(bytes([OPEN])) and signs[-1] == ENDS
    return signs[:-1] if still_open else signs


def _walk(
    signs: bytes,
    begins: Sequence[int],
    ends: Sequence[int],
    bridges: Callable[[int], bool] = lambda index: False,
) -> tuple[tuple[Streak, ...], bool]:
    """The streaks along `signs`, and whether the newest still runs.

    `begins` and `ends` are the first and last day number of what each sign stands for;
    `bridges` says whether grace carries a streak over the ending at an index.
    """
    found: list[Streak] = []
    alive = False
    begin = signs.find(COUNTS)
    while begin >= 0:
        stop = signs.find(ENDS, begin)
        while stop >= 0 and bridges(stop):
            stop = signs.find(ENDS, stop + 1)
        alive = stop < 0
        if alive:
            stop = len(signs)
        start = date.fromordinal(begins[begin])
        end = date.fromordinal(ends[signs.rfind(COUNTS, begin, stop)])
        found.append(Streak(start, end, signs.count(COUNTS, begin, stop)))
        begin = signs.find(COUNTS, stop)
    return tuple(found), alive


def threads(timeline: Timeline, found: Streaks) -> Iterator[tuple[int, int]]:
    """First and last day number of each streak, for drawing a line through it; the line of a
    streak that still runs goes on to the last day."""
    for index, streak in enumerate(found.all):
        runs_on = found.alive and index == len(found.all) - 1
        yield streak.start.toordinal(), timeline.as_of if runs_on else streak.end.toordinal()
