"""Which days an axis names, and how, for any stretch of days in any room."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QDate, QLocale

from selfcare_app.domain.days import week_start_of
from selfcare_app.domain.value import Value
from selfcare_app.ui.wording import short_date_words

_DAYS = (1, 2)
_WEEKS = (1, 2)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 1200)


class Tick(Value):
    """A named day of an axis."""

    day: int
    words: str


def date_ticks(first: int, last: int, most: int, first_weekday: int, year: int) -> list[Tick]:
    """About `most` ticks among the day numbers `first` to `last`: days, weeks, months, or
    Januaries. A year stands where another one begins than `year`, which goes without saying."""
    for every in _DAYS:
        if (last - first) // every < most:
            begin = first + -first % every
            return _of_days(range(begin, last + 1, every), year)
    for weeks in _WEEKS:
        begin = week_start_of(first + 6, first_weekday)
        begin += 7 * (begin // 7 % weeks)
        days = range(begin, last + 1, 7 * weeks)
        if len(days) <= most:
            return _of_days(days, year)
    return month_ticks(first, last, most, year)


def month_ticks(first: int, last: int, most: int, year: int) -> list[Tick]:
    """The same of months and Januaries alone; of these half as many more, which are named by
    their year alone."""
    for months in _MONTHS:
        fitting = most * 3 // 2 if months >= 12 else most
        if (last - first) / 30.4 / months > fitting + 1:
            continue
        found = list(month_starts(first, last, months))
        if len(found) <= fitting:
            return _of_years(found) if months >= 12 else _of_months(found, year)
    return []


def month_starts(first: int, last: int, every: int = 1) -> Iterator[int]:
    """Day numbers on which every `every`-th month begins, counted so that January of every
    tenth year is a multiple of 120."""
    then = date.fromordinal(first)
    number = then.year * 12 + then.month - 1
    number += -number % every
    while True:
        year, month = divmod(number, 12)
        if year > date.max.year:
            return
        day = date(year, month + 1, 1).toordinal()
        if day > last:
            return
        if day >= first:
            yield day
        number += every


def _of_days(days: range, year: int) -> list[Tick]:
    ticks = []
    beside = date(year, 1, 1)
    for day in days:
        then = date.fromordinal(day)
        ticks.append(Tick(day, short_date_words(then, beside)))
        beside = then
    return ticks


def _of_months(days: list[int], year: int) -> list[Tick]:
    ticks = []
    for day in days:
        then = date.fromordinal(day)
        ticks.append(Tick(day, month_words(then, with_year=then.year != year)))
        year = then.year
    return ticks


def _of_years(days: list[int]) -> list[Tick]:
    return [Tick(day, QLocale().toString(_qt_date(day), "yyyy")) for day in days]


def month_words(then: date, *, with_year: bool) -> str:
    """The month in short, with its year where that is wanted."""
    wanted = "MMM yyyy" if with_year else "MMM"
    return QLocale().toString(QDate(then.year, then.month, 1), wanted)


def _qt_date(day: int) -> QDate:
    then = date.fromordinal(day)
    return QDate(then.year, then.month, then.day)
