"""Loop Habit Tracker's backup, a SQLite file of version 9 to 25."""

from datetime import date
from pathlib import Path
from typing import TypeAlias

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import loop, sqlite_file
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.foreign import (
    Days,
    digest,
    origin_part,
    start_with_first_entries,
)
from selfcare_app.services.transfer.limits import MOST_ENTRIES, MOST_HABITS
from selfcare_app.services.transfer.loop import LoopHabit
from selfcare_app.services.transfer.plain_values import day_of_epoch, whole
from selfcare_app.services.transfer.recognise import FileFormat
from selfcare_app.services.transfer.sqlite_file import ForeignDatabase

Cells: TypeAlias = dict[str, object]

OLDEST, NEWEST = 9, 25

# Tables of different versions name their key `id` or `_id`.
_HABIT_NUMBERS = (
    *("id", "_id", "position", "archived", "color", "freq_num", "freq_den"),
    *("type", "target_type", "target_value", "reminder_hour"),
)
_HABIT_TEXTS = ("name", "question", "description", "unit", "uuid")
_DAY_MILLISECONDS = 86_400_000
_NEVER = -(10**18)
_YES_NO, _MEASURED = 0, 1
_AT_MOST = 1


def read(path: Path, today: date) -> FileContent:
    """What the backup at `path` holds; raises BadInput where it is not of a known version."""
    content = FileContent(FileFormat.LOOP_DB)
    with sqlite_file.reading(path) as database:
        _check_version(database.version(), path)
        habits = _read_habits(database, content, today)
        _read_entries(database, content, habits)
    start_with_first_entries(content)
    return content


def _check_version(version: int, path: Path) -> None:
    if version > NEWEST:
        raise BadInput(
            tr(
                "“{file}” is a Loop backup of version {version}, newer than this Selfcare knows "
                "(up to {newest}); a newer Selfcare may know it.",
                file=path.name,
                version=version,
                newest=NEWEST,
            )
        )
    if version < OLDEST:
        raise BadInput(
            tr(
                "“{file}” is a Loop backup of version {version}, older than Selfcare knows (from "
                "{oldest}); restore it in a newer Loop and save a new backup there.",
                file=path.name,
                version=version,
                oldest=OLDEST,
            )
        )


def _read_habits(database: ForeignDatabase, content: FileContent, today: date) -> dict[int, Habit]:
    """Add the habits to `content`; returns them by the key that they have in the file."""
    names = (*_HABIT_NUMBERS, *_HABIT_TEXTS)
    rows = [
        dict(zip(names, row, strict=True))
        for row in database.rows("Habits", _HABIT_NUMBERS, _HABIT_TEXTS, MOST_HABITS)
    ]
    rows.sort(key=lambda row: (whole(row["position"], 0), _key(row) or 0))
    asks_apart = "question" in database.columns("Habits")
    habits: dict[int, Habit] = {}
    for row in rows:
        key = _key(row)
        if key is None or key in habits or whole(row["type"], 0) not in (_YES_NO, _MEASURED):
            content.skip(tr("habits"), tr("of a kind that is not known"))
            continue
        if row["reminder_hour"] is not None:
            content.skip(tr("reminders"), tr("they stay with Loop on the phone"))
        loop_habit = _loop_habit(row, asks_apart)
        habits[key] = loop.add_habit(content, loop_habit, today, _origins(row, key))
    return habits


def _loop_habit(row: Cells, asks_apart: bool) -> LoopHabit:
    description = str(row["description"])
    # Before version 23 the question stood in the description.
    question = str(row["question"]) if asks_apart else description
    target = row["target_value"]
    return LoopHabit(
        name=str(row["name"]),
        question=question,
        description="" if description == question else description,
        measured=whole(row["type"], 0) == _MEASURED,
        at_most=whole(row["target_type"], 0) == _AT_MOST,
        target=target if isinstance(target, int | float) else 0.0,
        unit=str(row["unit"]),
        frequency=(whole(row["freq_num"], 1), whole(row["freq_den"], 1)),
        colour=loop.palette_colour(row["color"]),
        archived=bool(row["archived"]),
    )


def _origins(row: Cells, key: int) -> tuple[str, ...]:
    """The names by which later imports know the habit again.

    Before version 24 there is no uuid. The key alone is 1, 2, 3 … on every phone, so it
    counts together with the habit's name: two phones' backups are never mixed, at the
    price that a habit renamed between two such old backups arrives twice. A newer backup
    of the same phone has both names, and so finds what came from an old one.
    """
    by_key = f"loop:id:{key}:{digest(str(row['name']))}"
    by_uuid = f"loop:{origin_part(str(row['uuid']))}"
    return (by_uuid, by_key) if row["uuid"] else (by_key,)


def _read_entries(
    database: ForeignDatabase, content: FileContent, habits: dict[int, Habit]
) -> None:
    every_row_is_a_yes = "value" not in database.columns("Repetitions")
    days = Days(content)
    rows = database.rows("Repetitions", ("habit", "timestamp", "value"), ("notes",), MOST_ENTRIES)
    for key, timestamp, number, note in rows:
        habit = habits.get(key)
        if habit is None:
            content.skip(tr("entries"), tr("their habit is not in the file"))
            continue
        day = day_of_epoch(whole(timestamp, _NEVER) // _DAY_MILLISECONDS)
        value = loop.YES if every_row_is_a_yes else whole(number, None)
        loop.add_entry(content, days, habit, day, value, note)


def _key(row: Cells) -> int | None:
    key = whole(row["id"], None)
    return whole(row["_id"], None) if key is None else key
