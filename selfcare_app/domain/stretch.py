"""Stretches of the calendar that figures are summed over: days, weeks, months, quarters, years."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from math import fsum
from typing import NamedTuple, overload

from selfcare_app.domain.days import month_length_of, month_start_of, week_start_of


class Grain(StrEnum):
    """How long one stretch is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def stretch_of(grain: Grain, day: int, first_weekday: int) -> tuple[int, int]:
    """First and last day number of the stretch that day number `day` lies in; weeks start on
    ISO weekday `first_weekday`."""
    match grain:
        case Grain.DAY:
            return day, day
        case Grain.WEEK:
            begin = week_start_of(day, first_weekday)
            return begin, begin + 6
        case Grain.MONTH:
            begin = month_start_of(day)
            return begin, begin + month_length_of(begin) - 1
    then = date.fromordinal(day)
    months = 3 if grain is Grain.QUARTER else 12
    first_month = (then.month - 1) // months * months + 1
    begin = then.replace(month=first_month, day=1).toordinal()
    last = then.replace(month=first_month + months - 1, day=1).toordinal()
    return begin, last + month_length_of(last) - 1


def stretches(grain: Grain, first: int, last: int, first_weekday: int) -> Iterator[tuple[int, int]]:
    """Every stretch that has days among the day numbers `first` to `last`, both included."""
    while first <= last:
        found = stretch_of(grain, first, first_weekday)
        yield found
        first = found[1] + 1


class Mean(NamedTuple):
    """The mean of one figure a day over the days `begin` to `end`, both included."""

    begin: int
    end: int
    value: float


class DailyMeans(Sequence[Mean]):
    """A figure for each of the day numbers `days`, as means of a single day. They are made when
    they are asked for: of ten years only a few are ever looked at."""

    def __init__(self, days: range, figures: Sequence[float]) -> None:
        self._days, self._figures = days, figures

    def __len__(self) -> int:
        """How many days there are."""
        return len(self._days)

    @overload
    def __getitem__(self, number: int) -> Mean: ...

    @overload
    def __getitem__(self, number: slice) -> "DailyMeans": ...

    def __getitem__(self, number: int | slice) -> "Mean | DailyMeans":
        """The mean with that number, or some of them."""
        if isinstance(number, slice):
            return DailyMeans(self._days[number], self._figures[number])
        day = self._days[number]
        return Mean(day, day, self._figures[number])


def means(
    grain: Grain, days: range, figures: Sequence[float], first_weekday: int
) -> Sequence[Mean]:
    """The mean of each stretch over its days among the day numbers `days`; `figures` holds one
    for each of them."""
    if grain is Grain.DAY:
        return DailyMeans(days, figures)
    found = []
    for begin, end in stretches(grain, days.start, days.stop - 1, first_weekday):
        inside = range(max(begin, days.start), min(end + 1, days.stop))
        some = figures[inside.start - days.start : inside.stop - days.start]
        found.append(Mean(inside.start, inside.stop - 1, fsum(some) / len(some)))
    return found
