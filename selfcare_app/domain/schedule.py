"""When a habit is planned: five kinds of schedule and how they are written.

The written form is the same on the command line and in the database:
`daily`, `mon,wed,fri`, `3/week`, `4/month`, `2/5days`.
"""

import re

from selfcare_app.domain.days import WEEKDAY_CODES
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr

LONGEST_WINDOW = 999
"""Most days that a rolling window may have."""


class EveryDay(Value):
    """Planned every day."""


class Weekdays(Value):
    """Planned on some ISO weekdays (1 Monday – 7 Sunday), at least one."""

    weekdays: frozenset[int]

    def _check(self) -> None:
        if not self.weekdays or not self.weekdays <= set(range(1, 8)):
            raise BadInput(tr("Choose at least one day of the week."))


class TimesPerWeek(Value):
    """Planned `times` (1–7) in each calendar week, on any days."""

    times: int

    def _check(self) -> None:
        if not 1 <= self.times <= 7:
            raise BadInput(tr("Times per week can be 1 to 7."))


class TimesPerMonth(Value):
    """Planned `times` (1–31) in each calendar month, on any days."""

    times: int

    def _check(self) -> None:
        if not 1 <= self.times <= 31:
            raise BadInput(tr("Times per month can be 1 to 31."))


class TimesInDays(Value):
    """Planned `times` in every rolling window of `days` (1–999) days."""

    times: int
    days: int

    def _check(self) -> None:
        if not 1 <= self.times <= self.days <= LONGEST_WINDOW:
            raise BadInput(
                tr(
                    "Times in a number of days needs 1 to {most} days and no more times than days.",
                    most=LONGEST_WINDOW,
                )
            )


EVERY_DAY = EveryDay()
Schedule = EveryDay | Weekdays | TimesPerWeek | TimesPerMonth | TimesInDays
DaySchedule = EveryDay | Weekdays
PeriodSchedule = TimesPerWeek | TimesPerMonth

_TIMES = re.compile(r"(\d{1,3})/(?:(week|month)|(\d{1,3})days?)", re.ASCII)


def parse_schedule(text: str) -> Schedule:
    """The schedule written as `text`; raises BadInput where it is none."""
    word = text.strip().lower().replace(" ", "")
    if word == "daily":
        return EveryDay()
    if match := _TIMES.fullmatch(word):
        times, period, days = match.groups()
        if period == "week":
            return TimesPerWeek(int(times))
        if period == "month":
            return TimesPerMonth(int(times))
        return TimesInDays(int(times), int(days))
    codes = word.split(",")
    if codes and all(code in WEEKDAY_CODES for code in codes):
        return Weekdays(frozenset(WEEKDAY_CODES.index(code) + 1 for code in codes))
    raise BadInput(
        tr(
            "“{text}” is not a schedule; write daily, mon,wed,fri, 3/week, 4/month or 2/5days.",
            text=text.strip()[:40],
        )
    )


def format_schedule(schedule: Schedule) -> str:
    """The written form of `schedule`; `parse_schedule` reads it back."""
    match schedule:
        case EveryDay():
            return "daily"
        case Weekdays(weekdays):
            return ",".join(WEEKDAY_CODES[weekday - 1] for weekday in sorted(weekdays))
        case TimesPerWeek(times):
            return f"{times}/week"
        case TimesPerMonth(times):
            return f"{times}/month"
        case _:
            return f"{schedule.times}/{schedule.days}days"


def frequency_of(schedule: Schedule) -> tuple[int, int]:
    """How often the schedule asks, as n times in k days; asking every day gives (1, 1)."""
    match schedule:
        case TimesPerWeek(times):
            times, days = times, 7
        case TimesPerMonth(times):
            times, days = times, 30
        case TimesInDays(times, days):
            pass
        case _:
            return 1, 1
    return (times, days) if times < days else (1, 1)


def target_days_of(schedule: Schedule) -> int:
    """Over how many days a measured habit's target is summed: 1, or the length of the period
    (a month counts as 30)."""
    match schedule:
        case TimesPerWeek():
            return 7
        case TimesPerMonth():
            return 30
        case TimesInDays(_, days):
            return days
        case _:
            return 1
