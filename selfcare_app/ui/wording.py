"""Habits, days, states and figures in words, for every page and for screen readers."""

import re
from datetime import date
from functools import cache

from PySide6.QtCore import QDate, QLocale

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.consistency import Consistency
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import (
    EveryDay,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.domain.words import tr

_MONDAY_TO_FRIDAY = frozenset(range(1, 6))
_EVERY_WEEKDAY = frozenset(range(1, 8))

_YEAR = re.compile(r"[\s,./-]*(?:'[^']*'[\s.]*)?y+[\s.,年년]*(?:'[^']*'[\s.,]*)?")
"""The year in a locale's long date with what only belongs to it, such as “ 'de' yyyy”."""
_WEEKDAY = re.compile(r"^\W*dddd\W*|[\s,]*dddd\W*$")


def schedule_words(habit: Habit) -> str:
    """How often and how much, such as “every day” or “at least 20 min, Mondays and Fridays”."""
    if not habit.measured:
        return times_words(habit.schedule)
    amount = amount_words(habit, habit.target or 0.0)
    asked = tr("at most {amount}") if habit.at_most else tr("at least {amount}")
    asked = asked.format(amount=amount)
    match habit.schedule:
        case Weekdays(weekdays) if weekdays != _EVERY_WEEKDAY:
            return tr("{amount}, {days}", amount=asked, days=_weekdays_words(weekdays))
        case EveryDay() | Weekdays():
            return tr("{amount} a day", amount=asked)
        case TimesPerWeek():
            return tr("{amount} a week", amount=asked)
        case TimesPerMonth():
            return tr("{amount} a month", amount=asked)
        case TimesInDays(_, days):
            return tr("{amount} in {days} days", amount=asked, days=days)


def times_words(schedule: Schedule) -> str:
    """How often, such as “every day”, “Mondays and Fridays” or “3 times a week”."""
    match schedule:
        case EveryDay():
            return tr("every day")
        case Weekdays(weekdays):
            return _weekdays_words(weekdays)
        case TimesPerWeek(times):
            once, often = tr("once a week"), tr("{times} times a week")
        case TimesPerMonth(times):
            once, often = tr("once a month"), tr("{times} times a month")
        case TimesInDays(times, days):
            if times == days:
                return tr("every day")
            return (
                tr("once in {days} days", days=days)
                if times == 1
                else tr("{times} times in {days} days", times=times, days=days)
            )
    return once if times == 1 else often.format(times=times)


def _weekdays_words(weekdays: frozenset[int]) -> str:
    if weekdays == _EVERY_WEEKDAY:
        return tr("every day")
    if weekdays == _MONDAY_TO_FRIDAY:
        return tr("Monday to Friday")
    names = (
        tr("Mondays"),
        tr("Tuesdays"),
        tr("Wednesdays"),
        tr("Thursdays"),
        tr("Fridays"),
        tr("Saturdays"),
        tr("Sundays"),
    )
    *others, last = [names[weekday - 1] for weekday in sorted(weekdays)]
    return tr("{days} and {last}", days=", ".join(others), last=last) if others else last


def amount_words(habit: Habit, amount: float) -> str:
    """`amount` as the locale writes it, with the habit's unit: “2.5 km”."""
    number = format_amount(amount).replace(".", QLocale().decimalPoint())
    return f"{number} {habit.unit or ''}".strip()


def state_words(habit: Habit, entry: Entry) -> str:
    """What was said of a day, such as “done”, “partly done, 10 of 20 min”, “rest” or “open”."""
    match entry.state:
        case State.REST:
            return tr("rest")
        case State.DONE if not habit.measured:
            return tr("done")
        case State.DONE if entry.value is None:
            return tr("done, without an amount")
        case State.NOT_DONE if not entry.value:
            return tr("not done")
        case None if entry.value is None:
            return tr("open")
    return _measured_words(habit, entry.value or 0.0)


def _measured_words(habit: Habit, amount: float) -> str:
    target = habit.target or 0.0
    number = format_amount(amount).replace(".", QLocale().decimalPoint())
    asked = amount_words(habit, target)
    if habit.at_most:
        kept = amount <= target
        words = tr("done, {amount} of at most {target}") if kept else tr("{amount}, above {target}")
        return words.format(amount=number, target=asked)
    if amount > target:
        return tr("done, {amount}", amount=amount_words(habit, amount))
    words = tr("done, {amount} of {target}")
    if amount < target:
        words = tr("partly done, {amount} of {target}")
    return words.format(amount=number, target=asked)


def consistency_words(found: Consistency) -> str:
    """The headline of a habit: “18 of 24 days”, “6 of 8 weeks”."""
    words = {
        "days": tr("{kept} of {planned} days"),
        "weeks": tr("{kept} of {planned} weeks"),
        "months": tr("{kept} of {planned} months"),
    }[found.unit]
    return words.format(kept=found.kept, planned=found.planned)


def length_words(length: int, unit: str) -> str:
    """A number of `days`, `weeks` or `months`: “17 days”, “1 week”."""
    one, many = {
        "days": (tr("{count} day"), tr("{count} days")),
        "weeks": (tr("{count} week"), tr("{count} weeks")),
        "months": (tr("{count} month"), tr("{count} months")),
    }[unit]
    return (one if length == 1 else many).format(count=length)


def streak_words(length: int, unit: str) -> str:
    """A streak: “streak of 17 days”."""
    return tr("streak of {length}", length=length_words(length, unit))


def day_words(day: date, today: date | None = None) -> str:
    """The day as the locale writes it in full: “Tuesday 17 November”; with the year where it
    is not that of `today`."""
    return _date_text(day, today, weekday=True, short=False)


def short_day_words(day: date, today: date | None = None) -> str:
    """The day in short, with its weekday: “Tue 17 Nov”."""
    return _date_text(day, today, weekday=True, short=True)


def date_words(day: date, today: date | None = None) -> str:
    """The day without its weekday: “17 November”."""
    return _date_text(day, today, weekday=False, short=False)


def dated_words(day: date) -> str:
    """The day with its year, whichever it is: “17 November 2026”."""
    written = date_format(QLocale().name(), year=True, weekday=False, short=False)
    return QLocale().toString(QDate(day.year, day.month, day.day), written)


def short_date_words(day: date, today: date | None = None) -> str:
    """The day in short, without its weekday: “17 Nov”."""
    return _date_text(day, today, weekday=False, short=True)


def _date_text(day: date, today: date | None, *, weekday: bool, short: bool) -> str:
    year = day.year != (today or date.today()).year
    locale = QLocale()
    written = date_format(locale.name(), year=year, weekday=weekday, short=short)
    return locale.toString(QDate(day.year, day.month, day.day), written)


@cache
def date_format(locale_name: str, *, year: bool, weekday: bool, short: bool) -> str:
    """The locale's long date, without the parts that are not wanted, in Qt's letters."""
    written = QLocale(locale_name).dateFormat(QLocale.FormatType.LongFormat)
    written = re.sub(r"dddd, d ", "dddd d ", written)
    if not year:
        before, _, after = _YEAR.sub("\n", written, count=1).partition("\n")
        written = f"{before}, {after}" if before and after else before or after
    if not weekday:
        written = _WEEKDAY.sub("", written)
    if short:
        written = written.replace("dddd", "ddd").replace("MMMM", "MMM")
    return written.strip(" ,")


def minutes_words(minutes: int) -> str:
    """A length of time: “45 min”, “2 h”, “1 h 40 min”."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{count} min", count=rest)
    if not rest:
        return tr("{hours} h", hours=hours)
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest)
