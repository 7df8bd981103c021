"""Small backups and exports of Loop Habit Tracker, made for one test each."""

import csv
import io
import sqlite3
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

Row = Mapping[str, object]

_EPOCH = date(1970, 1, 1)


def habit(number: int, name: str = "Sit", **columns: object) -> dict[str, object]:
    """A row of the table Habits; a column that the version lacks is left out when written."""
    plain: dict[str, object] = {
        "id": number,
        "archived": 0,
        "color": 8,
        "description": "",
        "freq_den": 1,
        "freq_num": 1,
        "highlight": 0,
        "name": name,
        "position": number,
        "reminder_hour": None,
        "reminder_min": None,
        "reminder_days": 127,
        "type": 0,
        "target_type": 0,
        "target_value": 0.0,
        "unit": "",
        "question": "",
        "uuid": f"uuid-{number}",
    }
    return plain | columns


def measured(number: int, name: str = "Walk", **columns: object) -> dict[str, object]:
    """A row of the table Habits for an amount of at least 2 km."""
    plain = {"type": 1, "target_value": 2.0, "unit": "km"}
    return habit(number, name, **(plain | columns))


def repetition(number: int, day: date, value: int = 2, notes: str = "") -> dict[str, object]:
    """A row of the table Repetitions for the habit of that number."""
    timestamp = (day - _EPOCH).days * 86_400_000
    return {"habit": number, "timestamp": timestamp, "value": value, "notes": notes}


def write_backup(
    path: Path,
    habits: Iterable[Row],
    repetitions: Iterable[Row] = (),
    version: int = 25,
    key: str = "id",
) -> Path:
    """A backup of that version; `key` is how its tables name their key, `id` or `_id`."""
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        connection.execute("CREATE TABLE android_metadata (locale TEXT)")
        connection.execute(
            f"CREATE TABLE Habits ({key} INTEGER PRIMARY KEY, {_typed(_habit_columns(version))})"
        )
        unique = ", UNIQUE (habit, timestamp)" if version >= 22 else ""
        connection.execute(
            f"CREATE TABLE Repetitions ({key} INTEGER PRIMARY KEY, "
            f"{_typed(_repetition_columns(version))}{unique})"
        )
        if version < 20:
            for table in ("Checkmarks", "Score", "Streak"):
                connection.execute(f"CREATE TABLE {table} ({key} INTEGER PRIMARY KEY, habit)")
        for row in habits:
            numbered = {key if name == "id" else name: row[name] for name in row}
            _insert(connection, "Habits", numbered, [key, *_habit_columns(version)])
        for row in repetitions:
            _insert(connection, "Repetitions", row, _repetition_columns(version))
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    return path


def _habit_columns(version: int) -> dict[str, str]:
    columns = {
        "archived": "INTEGER",
        "color": "INTEGER",
        "description": "TEXT",
        "freq_den": "INTEGER",
        "freq_num": "INTEGER",
        "highlight": "INTEGER",
        "name": "TEXT",
        "position": "INTEGER",
        "reminder_hour": "INTEGER",
        "reminder_min": "INTEGER",
    }
    if version >= 11:
        columns["reminder_days"] = "INTEGER"
    if version >= 16:
        columns["type"] = "INTEGER"
    if version >= 18:
        columns |= {"target_type": "INTEGER", "target_value": "REAL", "unit": "TEXT"}
    if version >= 23:
        columns["question"] = "TEXT"
    if version >= 24:
        columns["uuid"] = "TEXT"
    return columns


def _repetition_columns(version: int) -> dict[str, str]:
    columns = {"habit": "INTEGER", "timestamp": "INTEGER"}
    if version >= 16:
        columns["value"] = "INTEGER"
    if version >= 25:
        columns["notes"] = "TEXT"
    return columns


def _typed(columns: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in columns.items())


def _insert(connection: sqlite3.Connection, table: str, row: Row, columns: Iterable[str]) -> None:
    names = [name for name in columns if name in row]
    connection.execute(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        [row[name] for name in names],
    )


HABIT_COLUMNS = (
    *("Position", "Name", "Type", "Question", "Description", "FrequencyNumerator"),
    *("FrequencyDenominator", "Color", "Unit", "Target Type", "Target Value", "Archived?"),
)


def csv_habit(position: int, name: str = "Sit", **columns: str) -> dict[str, str]:
    """A row of Habits.csv; columns with a blank in their name are given without it."""
    plain = {
        "Position": f"{position:03}",
        "Name": name,
        "Type": "YES_NO",
        "Question": "",
        "Description": "",
        "FrequencyNumerator": "1",
        "FrequencyDenominator": "1",
        "Color": "#00897B",
        "Unit": "",
        "Target Type": "",
        "Target Value": "",
        "Archived?": "false",
    }
    spelled = {"TargetType": "Target Type", "TargetValue": "Target Value", "Archived": "Archived?"}
    return plain | {spelled.get(name, name): value for name, value in columns.items()}


def csv_measured(position: int, name: str = "Walk", **columns: str) -> dict[str, str]:
    """A row of Habits.csv for an amount of at least 2 km."""
    plain = {"Type": "NUMERICAL", "TargetType": "AT_LEAST", "TargetValue": "2.0", "Unit": "km"}
    return csv_habit(position, name, **(plain | columns))


def table(rows: Iterable[Iterable[str]], newline: str = "\n") -> str:
    """`rows` as the text of a CSV file."""
    text = io.StringIO()
    csv.writer(text, lineterminator=newline).writerows(rows)
    return text.getvalue()


def write_export(
    path: Path,
    habits: Iterable[Mapping[str, str]],
    days: Mapping[str, Iterable[Iterable[str]]],
    columns: Iterable[str] = HABIT_COLUMNS,
) -> Path:
    """A CSV export: `days` are the rows of each Checkmarks.csv, by the name of its folder."""
    columns = list(columns)
    files = {"Habits.csv": table([columns, *([row[name] for name in columns] for row in habits)])}
    for folder, rows in days.items():
        files[f"{folder}/Checkmarks.csv"] = table([("Date", "Value", "Notes"), *rows])
    return write_zip(path, files)


def write_zip(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A zip file with those files, texts as UTF-8."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path
