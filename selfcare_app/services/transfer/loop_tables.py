"""Our habits and entries as Loop Habit Tracker's CSV export has them, for what can import that."""

import re
from collections.abc import Iterable

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import Weekdays, frequency_of
from selfcare_app.services.transfer.csv_table import Cell, safe_text

HABITS = "Habits.csv"
"""The list of habits; each has a folder with its days."""

_HABIT_COLUMNS = (
    *("Position", "Name", "Type", "Question", "Description", "FrequencyNumerator"),
    *("FrequencyDenominator", "Color", "Unit", "Target Type", "Target Value", "Archived?"),
)
_DAY_COLUMNS = ("Date", "Value", "Notes")
_STATES = {
    State.DONE: "YES_MANUAL",
    State.NOT_DONE: "NO",
    State.REST: "SKIP",
    None: "UNKNOWN",
}
_SPELLED_OUT = ("NO", "YES_AUTO", "YES_MANUAL", "SKIP")
"""What Loop writes for 0, 1, 2 and 3, even where they are thousandths."""
_SKIP = 3
_COLOURS = {
    "azure": "#1976D2",
    "umber": "#5D4037",
    "violet": "#5E35B1",
    "rose": "#D81B60",
    "pine": "#388E3C",
    "moss": "#7CB342",
    "slate": "#757575",
    "amber": "#FF8F00",
}
_COLOUR_OF_NONE = "#00897B"
_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f\\/:*?"<>|]+')
_LONGEST_FOLDER = 30


def loop_tables(habits: Iterable[Habit], entries: Iterable[Entry]) -> dict[str, list[list[Cell]]]:
    """The rows of each of Loop's files, by its name in the zip file.

    `entries` are of those habits, oldest first. What Loop has no place for is not in it.
    """
    tables: dict[str, list[list[Cell]]] = {HABITS: [list(_HABIT_COLUMNS)]}
    days_of: dict[str, list[list[Cell]]] = {}
    habit_of: dict[str, Habit] = {}
    for number, habit in enumerate(habits, start=1):
        tables[HABITS].append(_habit_row(number, habit))
        days_of[habit.id] = []
        habit_of[habit.id] = habit
        tables[f"{number:03} {_folder(habit.name)}/Checkmarks.csv"] = days_of[habit.id]
    for entry in entries:
        value = _value(entry, habit_of[entry.habit_id])
        days_of[entry.habit_id].append([entry.day.isoformat(), value, safe_text(entry.note)])
    for days in days_of.values():
        days.append(list(_DAY_COLUMNS))
        days.reverse()  # Loop has the newest day first.
    return tables


def _habit_row(number: int, habit: Habit) -> list[Cell]:
    times, days = frequency_of(habit.schedule)
    target = habit.target or 0.0
    if isinstance(habit.schedule, Weekdays):
        # Ours is for a day, Loop's for the whole week.
        times, days = len(habit.schedule.weekdays), 7
        target *= times
    return [
        f"{number:03}",
        safe_text(habit.name),
        "NUMERICAL" if habit.measured else "YES_NO",
        safe_text(habit.cue),
        safe_text(habit.notes),
        times,
        days,
        _colour(habit.colour),
        safe_text(habit.unit or ""),
        ("AT_MOST" if habit.at_most else "AT_LEAST") if habit.measured else "",
        format_amount(target) if habit.measured else "",
        "true" if habit.archived else "false",
    ]


def _colour(colour: str | None) -> str:
    if colour is not None and colour.startswith("#"):
        return colour
    return _COLOURS.get(colour or "", _COLOUR_OF_NONE)


def _folder(name: str) -> str:
    """The part of a folder's name that says whose it is."""
    return _NOT_IN_FILE_NAMES.sub("", name)[:_LONGEST_FOLDER].strip(" .") or "habit"


def _value(entry: Entry, habit: Habit) -> Cell:
    if entry.value is None:
        told = entry.state is not State.DONE or not habit.measured
        return _STATES[entry.state] if told else _STATES[None]
    thousandths = round(entry.value * 1000)
    if thousandths == _SKIP:
        thousandths -= 1  # Loop would read it as a day off.
    return _SPELLED_OUT[thousandths] if thousandths < _SKIP else thousandths
