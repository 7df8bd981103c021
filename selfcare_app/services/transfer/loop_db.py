"""Loop Habit Tracker's backup, a SQLite file of version 9 to 25."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TypeAlias, TypeVar
from uuid import uuid4

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import loop, sqlite_file
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.loop import LoopHabit
from selfcare_app.services.transfer.recognise import FileFormat
from selfcare_app.services.transfer.sqlite_file import ForeignDatabase

Cells: TypeAlias = dict[str, object]
Default = TypeVar("Default", int, None)

OLDEST, NEWEST = 9, 25

# Tables of different versions name their key `id` or `_id`.
_HABIT_NUMBERS = (
    *("id", "_id", "position", "archived", "color", "freq_num", "freq_den"),
    *("type", "target_type", "target_value", "reminder_hour"),
)
_HABIT_TEXTS = ("name", "question", "description", "unit", "uuid")
_EPOCH = date(1970, 1, 1).toordinal()
_DAY_MILLISECONDS = 86_400_000
_LAST_DAY = date.max.toordinal()
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
    loop.start_with_first_entries(content, today)
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
        for row in database.rows("Habits", _HABIT_NUMBERS, _HABIT_TEXTS)
    ]
    rows.sort(key=lambda row: (_whole(row["position"], 0), _key(row) or 0))
    asks_apart = "question" in database.columns("Habits")
    habits: dict[int, Habit] = {}
    taken: set[str] = set()
    for row in rows:
        key = _key(row)
        if key is None or key in habits or _whole(row["type"], 0) not in (_YES_NO, _MEASURED):
            content.skip(tr("habits"), tr("of a kind that is not known"))
            continue
        if row["reminder_hour"] is not None:
            content.skip(tr("reminders"), tr("they stay with Loop on the phone"))
        origins = _origins(row, key, taken)
        taken.update(origins)
        loop_habit = _loop_habit(row, asks_apart)
        found = loop.found_habit(loop_habit, str(uuid4()), len(habits), today, origins)
        habits[key] = found.habit
        content.habits.append(found)
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
        measured=_whole(row["type"], 0) == _MEASURED,
        at_most=_whole(row["target_type"], 0) == _AT_MOST,
        target=target if isinstance(target, int | float) else 0.0,
        unit=str(row["unit"]),
        frequency=(_whole(row["freq_num"], 1), _whole(row["freq_den"], 1)),
        colour=loop.palette_colour(row["color"]),
        archived=bool(row["archived"]),
    )


def _origins(row: Cells, key: int, taken: set[str]) -> tuple[str, ...]:
    """The names by which later imports know the habit again.

    Before version 24 there is no uuid. The key alone is 1, 2, 3 … on every phone, so it
    counts together with the habit's name: two phones' backups are never mixed, at the
    price that a habit renamed between two such old backups arrives twice. A newer backup
    of the same phone has both names, and so finds what came from an old one.
    """
    by_key = f"loop:id:{key}:{loop.digest(str(row['name']))}"
    by_uuid = f"loop:{row['uuid']}"
    return (by_uuid, by_key) if row["uuid"] and by_uuid not in taken else (by_key,)


def _read_entries(
    database: ForeignDatabase, content: FileContent, habits: dict[int, Habit]
) -> None:
    every_row_is_a_yes = "value" not in database.columns("Repetitions")
    seen: defaultdict[int, set[int]] = defaultdict(set)
    rows = database.rows("Repetitions", ("habit", "timestamp", "value"), ("notes",))
    for key, timestamp, number, note in rows:
        habit = habits.get(key)
        if habit is None:
            content.skip(tr("entries"), tr("their habit is not in the file"))
            continue
        day = _EPOCH + _whole(timestamp, _NEVER) // _DAY_MILLISECONDS
        value = loop.YES if every_row_is_a_yes else _whole(number, None)
        if not 1 <= day <= _LAST_DAY or value is None:
            content.skip(tr("entries"), tr("without a readable day or value"))
        elif day in seen[key]:
            content.skip(tr("entries"), tr("a second one for the same day"))
        else:
            seen[key].add(day)
            loop.add_entry(content, habit, date.fromordinal(day), value, note)


def _key(row: Cells) -> int | None:
    key = _whole(row["id"], None)
    return _whole(row["_id"], None) if key is None else key


def _whole(number: object, default: Default) -> int | Default:
    """`number` if it is a whole one, else `default`."""
    if isinstance(number, int):
        return number
    if isinstance(number, float) and number.is_integer():
        return int(number)
    return default
