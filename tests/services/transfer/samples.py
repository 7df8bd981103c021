"""One small file of each format with something of everything, and the same a few days later."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.services.transfer import json_file
from selfcare_app.services.transfer.recognise import FileFormat
from tests.services.transfer.loop_files import (
    csv_habit,
    csv_measured,
    habit,
    measured,
    repetition,
    write_backup,
    write_export,
)
from tests.services.transfer.other_files import (
    beaver_habit,
    habo_day,
    habo_habit,
    mhabit,
    mhabit_record,
    rewire_habit,
    tick,
    track,
    write_habitbull,
    write_json,
    write_rewire,
    write_tickmate,
)

FIRST = date(2026, 11, 2)


def _days(count: int) -> list[date]:
    return [FIRST + timedelta(days=number) for number in range(count)]


def _loop_db(path: Path, count: int) -> Path:
    rows = [repetition(1, day, notes="slow") for day in _days(count)]
    rows += [repetition(2, day, 2500) for day in _days(count)]
    return write_backup(path, [habit(1, reminder_hour=8), measured(2)], rows)


def _loop_csv(path: Path, count: int) -> Path:
    days = {
        "001 Sit": [(str(day), "YES_MANUAL", "slow") for day in _days(count)],
        "002 Walk": [(str(day), "2500", "") for day in _days(count)],
    }
    return write_export(path, [csv_habit(1), csv_measured(2)], days)


def _habitbull(path: Path, count: int) -> Path:
    rows = [("Sit", "Quietly", "Quiet time", str(day), "1", "slow") for day in _days(count)]
    rows += [("Walk", "", "Movement", str(day), "2.5", "") for day in _days(count)]
    return write_habitbull(path, rows)


def _rewire(path: Path, count: int) -> Path:
    return write_rewire(
        path,
        habits=[rewire_habit(1), rewire_habit(2, "Walk", schedule=1, days=3)],
        checkins=[
            {"habit_id": number, "date": f"{day:%Y%m%d}", "type": 2}
            for number in (1, 2)
            for day in _days(count)
        ],
        reminders=[{"habit_id": 1, "time": 480, "active_days": "0,1"}],
    )


def _tickmate(path: Path, count: int) -> Path:
    return write_tickmate(
        path,
        tracks=[track(1), track(2, "Walk", multiple_entries_per_day=1)],
        ticks=[tick(number, day) for number in (1, 2) for day in _days(count)],
        groups=[{"_id": 1, "name": "Quiet time"}],
        track2groups=[{"_track_id": 1, "_group_id": 1}],
    )


def _beaverhabits(path: Path, count: int) -> Path:
    records = [{"day": str(day), "done": True, "text": "slow"} for day in _days(count)]
    weekly = {"period_type": "W", "period_count": 1, "target_count": 3}
    habits = [
        beaver_habit(tags=["Quiet time"], records=records),
        beaver_habit("Walk", period=weekly, records=records),
    ]
    return write_json(path, {"habits": habits, "order": ["id-Sit", "id-Walk"]})


def _mhabit(path: Path, count: int) -> Path:
    records = [mhabit_record(day, reason="slow") for day in _days(count)]
    reminder = json.dumps({"type": 2, "time": {"hour": 8, "minute": 0}, "extra": []})
    habits = [
        mhabit(group_id="g", reminder=reminder, records=records),
        mhabit("Walk", daily_goal=2.5, daily_goal_unit="km", records=records),
    ]
    return write_json(path, {"habits": habits, "groups": [{"uuid": "g", "name": "Quiet time"}]})


def _habo(path: Path, count: int) -> Path:
    return write_json(path, {"habits": _habo_habits(count)})


def _old_habo(path: Path, count: int) -> Path:
    habits = _habo_habits(count)
    for each in habits:
        del each["uuid"], each["categories"]
    return write_json(path, habits)


def _habo_habits(count: int) -> list[dict[str, object]]:
    ticks = {habo_day(day): ["DayType.check", "slow"] for day in _days(count)}
    amounts = {habo_day(day): ["DayType.progress", "", 2.5, 5.0] for day in _days(count)}
    return [
        habo_habit(1, events=ticks, notification=1, categories=[{"title": "Quiet time"}]),
        habo_habit(2, "Walk", habitType=1, targetValue=5.0, events=amounts),
    ]


def _selfcare(path: Path, count: int) -> Path:
    sit = Habit("sit", "Sit", FIRST)
    walk = Habit(
        "walk", "Walk", FIRST, kind=Kind.MEASURED, target=5.0, direction=Direction.AT_LEAST
    )
    entries = [
        entry
        for day in _days(count)
        for entry in (
            Entry("sit", day, State.DONE, None, "slow"),
            Entry("walk", day, State.DONE, 2.5),
        )
    ]
    path.write_bytes(json_file.written([sit, walk, *entries]))
    return path


SAMPLES: dict[str, tuple[FileFormat, Callable[[Path, int], Path]]] = {
    "loop.db": (FileFormat.LOOP_DB, _loop_db),
    "loop.zip": (FileFormat.LOOP_CSV, _loop_csv),
    "habitbull.csv": (FileFormat.HABITBULL_CSV, _habitbull),
    "rewire.db": (FileFormat.REWIRE_DB, _rewire),
    "tickmate.db": (FileFormat.TICKMATE_DB, _tickmate),
    "beaverhabits.json": (FileFormat.BEAVERHABITS_JSON, _beaverhabits),
    "mhabit.json": (FileFormat.MHABIT_JSON, _mhabit),
    "habo.json": (FileFormat.HABO_JSON, _habo),
    "habo-old.json": (FileFormat.HABO_JSON, _old_habo),
    "selfcare.json": (FileFormat.SELFCARE_JSON, _selfcare),
}
"""By file name: the format, and what writes it with two habits and so many days of each."""


def write_sample(folder: Path, name: str, days: int = 3) -> Path:
    """The sample of that name with so many days of each of its two habits."""
    return SAMPLES[name][1](folder / name, days)
