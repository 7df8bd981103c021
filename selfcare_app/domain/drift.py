"""How energy, mood and strain move: the average over two weeks, and what changed clearly.

Each question stands for itself; answers are never summed up over several of them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum
from math import fsum, sqrt
from statistics import variance
from typing import NamedTuple

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.stretch import Grain, stretches

AVERAGE_DAYS = 14
"""How many days an average reaches back, its own day included."""
FEWEST_IN_AVERAGE = 7
"""Answers within those days below which there is no average."""
LONGEST_SILENCE = 7
"""Days without an answer over which a line of averages still reaches."""
FEWEST_CHECK_INS = 14
"""Below that it is too early to say anything."""
FEWEST_IN_WEEK = 3
"""Answers that a week needs to be compared with others."""
FEWEST_WEEKS = 3
"""Weeks that each half needs to be compared with the other."""

_STUDENT = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)
"""Student's t for 95 % with 1, 2, … 30 degrees of freedom, from any table of it; beyond, the last
one is a little cautious."""


class Question(StrEnum):
    """What a check-in asks, each 1–5."""

    ENERGY = "energy"
    MOOD = "mood"
    STRAIN = "strain"


class Answers(NamedTuple):
    """The answers to one question, the earliest first: day numbers, and what was said (1–5)."""

    days: Sequence[int]
    values: Sequence[int]

    def between(self, first: int, last: int) -> "Answers":
        """Those on the day numbers `first` to `last`, both included."""
        some = slice(bisect_right(self.days, first - 1), bisect_right(self.days, last))
        return Answers(self.days[some], self.values[some])


class Average(NamedTuple):
    """The mean answer (1–5) of the two weeks that end with day number `day`."""

    day: int
    value: float


class Change(NamedTuple):
    """By how much the mean of the later weeks is above that of the earlier ones, with its 95 %
    interval from `low` to `high`."""

    by: float
    low: float
    high: float
    earlier_weeks: int
    later_weeks: int

    @property
    def clear(self) -> bool:
        """Whether the interval leaves 0 out."""
        return self.low > 0 or self.high < 0


def answers_to(question: Question, check_ins: Iterable[CheckIn]) -> Answers:
    """The answers that `check_ins`, the earliest first, give to `question`."""
    days, values = [], []
    for check_in in check_ins:
        value = getattr(check_in, question)
        if value is not None:
            days.append(check_in.day.toordinal())
            values.append(value)
    return Answers(days, values)


def averages(answers: Answers) -> list[list[Average]]:
    """Lines of averages, one point a day with an answer; a line ends where there are too few
    answers for an average, or none for more than a week."""
    lines: list[list[Average]] = []
    first = total = 0
    before = None
    for number, (day, value) in enumerate(zip(*answers, strict=True)):
        total += value
        while answers.days[first] <= day - AVERAGE_DAYS:
            total -= answers.values[first]
            first += 1
        count = number + 1 - first
        if count < FEWEST_IN_AVERAGE:
            before = None
            continue
        if before is None or day - before - 1 > LONGEST_SILENCE:
            lines.append([])
        lines[-1].append(Average(day, total / count))
        before = day
    return lines


def change(answers: Answers, days: range, first_weekday: int) -> Change | None:
    """What changed from the first half of the day numbers `days` to the second, told by the
    means of whole weeks, since days hang together; None where there are too few.

    The interval is Welch's: the halves may be unequal in number and spread.
    """
    if not days:
        return None
    middle = days[len(days) // 2]
    halves: tuple[list[float], list[float]] = ([], [])
    for begin, end in stretches(Grain.WEEK, days[0], days[-1], first_weekday):
        if begin < days[0] or end > days[-1]:
            continue
        values = answers.between(begin, end).values
        if len(values) >= FEWEST_IN_WEEK:
            halves[begin >= middle].append(sum(values) / len(values))
    if min(map(len, halves)) < FEWEST_WEEKS:
        return None
    return _welch(*halves)


def _welch(earlier: Sequence[float], later: Sequence[float]) -> Change:
    by = fsum(later) / len(later) - fsum(earlier) / len(earlier)
    parts = [variance(half) / len(half) for half in (earlier, later)]
    error = fsum(parts)
    margin = 0.0
    if error > 0:
        freedom = error**2 / fsum(
            part**2 / (len(half) - 1) for part, half in zip(parts, (earlier, later), strict=True)
        )
        margin = _STUDENT[min(int(freedom), len(_STUDENT)) - 1] * sqrt(error)
    return Change(by, by - margin, by + margin, len(earlier), len(later))
