"""Small files of other trackers than Loop, made for one test each."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from tests.services.transfer.loop_files import table

_EPOCH = date(1970, 1, 1)

HABITBULL_COLUMNS = (
    *("HabitName", "HabitDescription", "HabitCategory", "CalendarDate", "Value", "CommentText"),
)
REWIRE_TABLES = {
    "HABITS": (
        *("_id", "name", "description", "schedule", "active_days"),
        *("repeating_count", "days", "period"),
    ),
    "CHECKINS": ("_id", "habit_id", "date", "type"),
    "REMINDERS": ("_id", "habit_id", "time", "active_days"),
    "UNIT": ("_id", "name"),
}
TICKMATE_TABLES = {
    "tracks": (
        *("_id", "name", "description", "icon", "enabled"),
        *("multiple_entries_per_day", "color", "order"),
    ),
    "ticks": (
        *("_id", "_track_id", "year", "month", "day"),
        *("hour", "minute", "second", "has_time_info"),
    ),
    "groups": ("_id", "name", "description", "order"),
    "track2groups": ("_id", "_track_id", "_group_id"),
}


def epoch_day(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - _EPOCH).days


def write_habitbull(
    path: Path, rows: Iterable[Iterable[str]], columns: Iterable[str] = HABITBULL_COLUMNS
) -> Path:
    """HabitBull's CSV export with those rows below the names of its columns."""
    path.write_text(table([columns, *rows]), encoding="utf-8")
    return path


def write_database(
    path: Path,
    tables: Mapping[str, Iterable[str]],
    rows: Mapping[str, Iterable[Mapping[str, object]]],
    version: int = 1,
) -> Path:
    """A SQLite file with `tables`, each with its columns, and the rows of some of them."""
    with closing(sqlite3.connect(path)) as connection:
        for name, columns in tables.items():
            connection.execute(f"CREATE TABLE {name} ({', '.join(map(_quoted, columns))})")
            for row in rows.get(name, ()):
                connection.execute(
                    f"INSERT INTO {name} ({', '.join(map(_quoted, row))}) "
                    f"VALUES ({', '.join('?' * len(row))})",
                    list(row.values()),
                )
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    return path


def _quoted(name: str) -> str:
    return f'"{name}"'


def rewire_habit(number: int, name: str = "Sit", **columns: object) -> dict[str, object]:
    """A row of Rewire's table HABITS, planned on all weekdays."""
    plain: dict[str, object] = {
        "_id": number,
        "name": name,
        "description": "",
        "schedule": 0,
        "active_days": "0,1,2,3,4,5,6",
        "repeating_count": 0,
        "days": 0,
        "period": 0,
    }
    return plain | columns


def write_rewire(path: Path, **rows: Iterable[Mapping[str, object]]) -> Path:
    """Rewire's backup with the rows of the tables that are named."""
    named = {name.upper(): found for name, found in rows.items()}
    return write_database(path, REWIRE_TABLES, named, version=24)


def track(number: int, name: str = "Sit", **columns: object) -> dict[str, object]:
    """A row of Tickmate's table tracks, ticked at most once a day."""
    plain: dict[str, object] = {
        "_id": number,
        "name": name,
        "description": "",
        "icon": "",
        "enabled": 1,
        "multiple_entries_per_day": 0,
        "color": 0,
        "order": number,
    }
    return plain | columns


def tick(number: int, day: date, **columns: object) -> dict[str, object]:
    """A row of Tickmate's table ticks for the track of that number."""
    plain = {"_track_id": number, "year": day.year, "month": day.month - 1, "day": day.day}
    return plain | columns


def write_tickmate(path: Path, **rows: Iterable[Mapping[str, object]]) -> Path:
    """Tickmate's backup with the rows of the tables that are named."""
    return write_database(path, TICKMATE_TABLES, rows, version=14)


def beaver_habit(name: str = "Sit", **fields: object) -> dict[str, Any]:
    """A habit as Beaver Habits writes it."""
    plain = {"name": name, "id": f"id-{name}", "tags": [], "star": False, "records": []}
    return plain | {"status": "active", "period": None} | fields


def mhabit(name: str = "Sit", **fields: object) -> dict[str, Any]:
    """A habit as Table Habit writes it: once a day, without a unit."""
    plain: dict[str, Any] = {
        "create_t": 1_677_550_818 + sum(map(ord, name)),
        "type": 1,
        "status": 1,
        "name": name,
        "desc": "",
        "color": 1,
        "daily_goal": 1,
        "daily_goal_unit": "",
        "freq_type": 3,
        "freq_custom": "[1,1]",
        "start_date": epoch_day(date(2026, 11, 1)),
        "records": [],
    }
    return plain | fields


def mhabit_record(day: date, value: object = 1, **fields: object) -> dict[str, object]:
    """One day of a habit as Table Habit writes it."""
    return {"record_date": epoch_day(day), "record_type": 1, "record_value": value} | fields


def habo_habit(number: int, title: str = "Sit", **fields: object) -> dict[str, Any]:
    """A habit as Habo writes it: yes or no."""
    plain = {
        "id": number,
        "uuid": f"uuid-{number}",
        "title": title,
        "position": number,
        "twoDayRule": 0,
        "cue": "",
        "routine": "",
        "reward": "",
        "sanction": "",
        "accountant": "",
        "notification": 0,
        "notTime": "12:0",
        "events": {},
        "habitType": 0,
        "targetValue": 100.0,
        "partialValue": 10.0,
        "unit": "",
        "categories": [],
        "archived": 0,
        "deleted_at": None,
    }
    return plain | fields


def habo_day(day: date) -> str:
    """`day` as Habo writes it."""
    return f"{day} 00:00:00.000"


def write_json(path: Path, document: object) -> Path:
    """`document` as the JSON file at `path`."""
    path.write_text(json.dumps(document), encoding="utf-8")
    return path
