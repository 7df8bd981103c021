"""What the month calendar shows: its days, and how each of them stands."""

from datetime import date, timedelta
from enum import Enum, auto

from selfcare_app.domain.days import EARLIEST_YEAR
from selfcare_app.services.month import DayCount

DAYS_IN_WEEK = 7
DAYS_SHOWN = 6 * DAYS_IN_WEEK
"""Every month has room in it, so that the calendar never changes its height."""
FIRST_DAY = date(EARLIEST_YEAR, 1, 1)


class Look(Enum):
    """How a day is drawn."""

    ALL = auto()
    """All that was planned was kept."""
    SOME = auto()
    NONE = auto()
    """Something was planned, and nothing of it kept."""
    NOTED = auto()
    """Nothing was planned, such as on a day of rest, but something was said."""
    FREE = auto()


def look_of(count: DayCount) -> Look:
    """How a day that stands like `count` is drawn."""
    if count.complete:
        return Look.ALL
    if count.kept:
        return Look.SOME
    if count.planned:
        return Look.NONE
    return Look.NOTED if count.logged else Look.FREE


def share_of(count: DayCount) -> float:
    """How much of what was planned was kept, 0–1."""
    return count.kept / count.planned if count.planned else 0.0


def days_of_month(day: date, first_weekday: int) -> list[date]:
    """The days of six whole weeks with the month of `day`; weeks start on the ISO weekday
    `first_weekday`."""
    begin = day.replace(day=1)
    begin -= timedelta(days=(begin.isoweekday() - first_weekday) % DAYS_IN_WEEK)
    return [begin + timedelta(days=number) for number in range(DAYS_SHOWN)]


def months_on(day: date, months: int, last: date) -> date:
    """The day `months` later (earlier where negative), in a shorter month its last; between the
    first day that can be logged and `last`."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if year < EARLIEST_YEAR:
        return FIRST_DAY
    if (year, month + 1) > (last.year, last.month):
        return last
    return between(date(year, month + 1, min(day.day, _length(year, month + 1))), last)


def between(day: date, last: date) -> date:
    """`day`, or the nearest one that can be logged; `last` is the last of them."""
    return min(max(day, FIRST_DAY), last)


def month_ends(day: date, last: date) -> tuple[date, date]:
    """The first day of the month and the last one that can be logged."""
    return day.replace(day=1), between(day.replace(day=_length(day.year, day.month)), last)


def _length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day
