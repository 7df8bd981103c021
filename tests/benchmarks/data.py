"""Databases to measure on: many habits of every kind, logged for years."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from selfcare_app.domain.area import AREA_KEYS
from selfcare_app.domain.entry import Entry, State, state_of_amount
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.record import Record
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.services.workspace import Workspace, open_workspace

SCHEDULES = (
    EVERY_DAY,
    Weekdays(frozenset({1, 2, 3, 4, 5})),
    TimesPerWeek(3),
    TimesInDays(2, 5),
    EVERY_DAY,
    TimesPerMonth(4),
)


def make_workspace(folder: Path, habits: int, days: int) -> Workspace:
    """An open database of `habits` habits, each logged on every one of the last `days` days."""
    workspace = open_workspace(folder / "selfcare.db")
    workspace.journal.add_records("Made up", made_up_records(habits, days, workspace.today()))
    # Without this, undo would still hold every record in memory.
    workspace.journal.history.clear()
    return workspace


def made_up_records(habits: int, days: int, today: date) -> list[Record]:
    """The records of such a database, the same each time."""
    random = Random(f"{habits} habits, {days} days")
    first = today - timedelta(days=days - 1)
    records: list[Record] = []
    for number in range(habits):
        habit = _habit(number, first)
        records.append(habit)
        records += [_entry(habit, first + timedelta(days=day), random) for day in range(days)]
    return records


def _habit(number: int, created: date) -> Habit:
    habit = Habit(
        f"habit-{number}",
        f"Habit {number}",
        created,
        area=AREA_KEYS[number % len(AREA_KEYS)],
        schedule=SCHEDULES[number % len(SCHEDULES)],
        position=number,
    )
    if number % 3:
        return habit
    return Habit(
        habit.id,
        habit.name,
        habit.created,
        habit.area,
        Kind.MEASURED,
        habit.schedule,
        target=20,
        direction=Direction.AT_LEAST if number % 2 else Direction.AT_MOST,
        unit="min",
        position=number,
    )


def _entry(habit: Habit, day: date, random: Random) -> Entry:
    drawn = random.random()
    if drawn < 0.05:
        return Entry(habit.id, day, State.REST)
    if not habit.measured:
        return Entry(habit.id, day, State.DONE if drawn < 0.8 else State.NOT_DONE)
    amount = round(random.uniform(0, 40), 1)
    return Entry(habit.id, day, state_of_amount(habit, amount), amount)
