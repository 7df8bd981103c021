"""Rewire's backup, a SQLite file of version 24."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TypeAlias
from uuid import uuid4

from selfcare_app.domain.entry import State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.reminder import EVERY_WEEKDAY
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import foreign, sqlite_file
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.foreign import Days, ForeignHabit, short
from selfcare_app.services.transfer.limits import MOST_ENTRIES, MOST_HABITS
from selfcare_app.services.transfer.plain_values import calendar_day, whole
from selfcare_app.services.transfer.recognise import FileFormat
from selfcare_app.services.transfer.sqlite_file import ForeignDatabase

Reminders: TypeAlias = dict[int, list[tuple[int, frozenset[int]]]]

_ON_WEEKDAYS, _IN_PERIOD, _EVERY_SO_MANY_DAYS = 0, 1, 2
_WEEK, _MONTH, _YEAR = 0, 1, 2
_YEAR_DAYS = 365
_DONE = 2
_HABIT_NUMBERS = ("_id", "schedule", "repeating_count", "days", "period")
_HABIT_TEXTS = ("name", "description", "active_days")
_MOST_REMINDERS = 10 * MOST_HABITS


def read(path: Path, today: date) -> FileContent:
    """What the backup at `path` holds; raises BadInput where it is damaged or too large."""
    content = FileContent(FileFormat.REWIRE_DB)
    with sqlite_file.reading(path) as database:
        habits = _read_habits(database, content, today)
        _read_check_ins(database, content, habits)
    foreign.start_with_first_entries(content)
    return content


def _read_habits(database: ForeignDatabase, content: FileContent, today: date) -> dict[int, Habit]:
    """Add the habits to `content`; returns them by the key that they have in the file."""
    reminders = _read_reminders(database, content)
    habits: dict[int, Habit] = {}
    for row in database.rows("habits", _HABIT_NUMBERS, _HABIT_TEXTS, MOST_HABITS):
        key, kind, repeating, times, period = (whole(number, None) for number in row[:5])
        name, description, active_days = row[5:]
        if key is None or key in habits:
            content.skip(tr("habits"), tr("without a key of their own"))
            continue
        warnings = [tr("Habits that were put away in Rewire are here as running ones.")]
        schedule = _schedule(name, kind, (repeating, times, period), active_days, warnings)
        described = ForeignHabit(
            # Keys are 1, 2, 3 … on every phone, so they count together with the name.
            origins=(f"rewire:id:{key}:{foreign.digest(name)}",),
            name=name,
            notes=description,
            schedule=schedule,
            reminders=tuple(reminders.get(key, ())),
            warnings=tuple(warnings),
        )
        habits[key] = foreign.add_habit(content, described, str(uuid4()), today)
    return habits


def _schedule(
    name: str,
    kind: int | None,
    numbers: tuple[int | None, int | None, int | None],
    active_days: str,
    warnings: list[str],
) -> Schedule:
    """The schedule; one that we do not have, or that is doubtful, is told in `warnings`."""
    repeating, times, period = (number or 0 for number in numbers)
    try:
        if kind == _ON_WEEKDAYS:
            weekdays = _weekdays(active_days)
            if weekdays == EVERY_WEEKDAY:
                return EVERY_DAY
            found = Weekdays(weekdays)
            warnings.append(
                tr("Look whether the weekdays of “{name}” are the right ones.", name=short(name))
            )
            return found
        if kind == _EVERY_SO_MANY_DAYS:
            return TimesInDays(1, repeating) if repeating != 1 else EVERY_DAY
        if kind == _IN_PERIOD and period == _WEEK:
            return TimesPerWeek(times)
        if kind == _IN_PERIOD and period == _MONTH:
            return TimesPerMonth(times)
        if kind == _IN_PERIOD and period == _YEAR:
            return TimesInDays(times, _YEAR_DAYS)
    except BadInput:
        pass
    warnings.append(
        tr(
            "How often “{name}” was planned is not clear; here it is planned every day.",
            name=short(name),
        )
    )
    return EVERY_DAY


def _weekdays(active_days: str) -> frozenset[int]:
    """ISO weekdays of a list such as `0,2,4`, in which 0 is Monday."""
    codes = {code.strip() for code in active_days.split(",", maxsplit=20)}
    return frozenset(number + 1 for number in range(7) if str(number) in codes)


def _read_reminders(database: ForeignDatabase, content: FileContent) -> Reminders:
    found: Reminders = defaultdict(list)
    if "reminders" not in database.tables():
        return found
    rows = database.rows("reminders", ("habit_id", "time"), ("active_days",), _MOST_REMINDERS)
    for habit, minute, active_days in rows:
        key, time, weekdays = whole(habit, None), whole(minute, -1), _weekdays(active_days)
        if key is None or not foreign.usable_reminder(time, weekdays):
            content.skip(tr("reminders"), tr("without a readable time, weekday or habit"))
        else:
            found[key].append((time, weekdays))
    return found


def _read_check_ins(
    database: ForeignDatabase, content: FileContent, habits: dict[int, Habit]
) -> None:
    days = Days(content)
    for key, kind, text in database.rows("checkins", ("habit_id", "type"), ("date",), MOST_ENTRIES):
        habit = habits.get(whole(key, -1))
        if habit is None:
            content.skip(tr("entries"), tr("their habit is not in the file"))
        elif kind != _DONE:
            content.skip(tr("entries"), tr("not marked as done, and what else they say is unknown"))
        else:
            days.add(habit, _day(text), State.DONE)


def _day(text: str) -> date | None:
    """The day written as YYYYMMDD."""
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return None
    return calendar_day(int(text[:4]), int(text[4:6]), int(text[6:]))
