"""Tables for spreadsheets: a zip file of CSV files. To move to another computer, use JSON."""

import io
import zipfile
from collections.abc import Iterable

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.record import Record
from selfcare_app.domain.schedule import format_schedule
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer.csv_table import (
    Cell,
    csv_table,
    plain_csv_table,
    safe_text,
)
from selfcare_app.services.transfer.loop_tables import loop_tables
from selfcare_app.services.transfer.recognise import OWN_TABLES

_HABIT_COLUMNS = (
    *("id", "name", "area", "kind", "schedule", "direction", "target", "unit"),
    *("cue", "notes", "created", "archived"),
)
_ENTRY_COLUMNS = ("day", "habit_id", "habit", "state", "value", "unit", "note")
_CHECK_IN_COLUMNS = ("day", "energy", "mood", "strain", "note")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def written(records: Iterable[Record]) -> bytes:
    """`records` as the content of a zip file: one table for each kind, the habits and entries
    once more as Loop Habit Tracker writes them, and a few words."""
    habits: dict[str, Habit] = {}
    entries: list[Entry] = []
    rows: dict[str, list[tuple[Cell, ...]]] = {
        "habits.csv": [_HABIT_COLUMNS],
        "entries.csv": [_ENTRY_COLUMNS],
        "check-ins.csv": [_CHECK_IN_COLUMNS],
    }
    for record in records:
        match record:
            case Habit():
                habits[record.id] = record
                rows["habits.csv"].append(_habit_cells(record))
            case Entry():
                entries.append(record)
                rows["entries.csv"].append(_entry_cells(record, habits[record.habit_id]))
            case CheckIn():
                rows["check-ins.csv"].append(_check_in_cells(record))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "readme.txt", _words())
        for name, cells in rows.items():
            _add(archive, f"{OWN_TABLES}{name}", csv_table(cells))
        for name, lines in loop_tables(habits.values(), entries).items():
            _add(archive, name, plain_csv_table(lines))
    return content.getvalue()


def _habit_cells(habit: Habit) -> tuple[Cell, ...]:
    return (
        safe_text(habit.id),
        safe_text(habit.name),
        safe_text(habit.area),
        habit.kind,
        format_schedule(habit.schedule),
        habit.direction,
        None if habit.target is None else format_amount(habit.target),
        safe_text(habit.unit or ""),
        safe_text(habit.cue),
        safe_text(habit.notes),
        habit.created.isoformat(),
        "yes" if habit.archived else "no",
    )


def _entry_cells(entry: Entry, habit: Habit) -> tuple[Cell, ...]:
    return (
        entry.day.isoformat(),
        safe_text(habit.id),
        safe_text(habit.name),
        entry.state,
        None if entry.value is None else format_amount(entry.value),
        safe_text(habit.unit or ""),
        safe_text(entry.note),
    )


def _check_in_cells(check_in: CheckIn) -> tuple[Cell, ...]:
    answers = check_in.energy, check_in.mood, check_in.strain
    return check_in.day.isoformat(), *answers, safe_text(check_in.note)


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    file = zipfile.ZipInfo(name, _ZIP_EPOCH)
    file.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(file, text)


def _words() -> str:
    return tr(
        "Tables for a spreadsheet, written by Selfcare.\n"
        "\n"
        "selfcare/habits.csv     one line a habit\n"
        "selfcare/entries.csv    one line a habit and day: state (done, not_done, rest), value,\n"
        "                        note\n"
        "selfcare/check-ins.csv  one line a day: energy, mood and strain from 1 to 5, note\n"
        "\n"
        "Days are year-month-day, numbers have a decimal point, the files are UTF-8.\n"
        "A text that begins with = + - @ has an apostrophe before it, so that no\n"
        "spreadsheet takes it for a formula.\n"
        "\n"
        "Habits.csv and the numbered folders hold habits and days once more, as Loop Habit\n"
        "Tracker exports them, for other trackers to import.\n"
        "\n"
        "Pauses and settings are not here. The JSON export has everything; take that one to\n"
        "move to another computer: Selfcare itself does not import these tables.\n"
    )
