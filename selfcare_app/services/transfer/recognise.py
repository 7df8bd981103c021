"""Which app wrote a file: told by its content, never by its name."""

import re
from enum import StrEnum
from pathlib import Path

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import archive, sqlite_file
from selfcare_app.services.transfer.encodings import decoded_start
from selfcare_app.services.transfer.json_document import read_document
from selfcare_app.services.transfer.limits import LARGEST_CSV, LARGEST_DATABASE, too_large
from selfcare_app.services.transfer.plain_values import as_fields, as_list

OWN_NAME = "selfcare"
"""By which our own export calls itself."""
OWN_TABLES = "selfcare/"
"""The folder in our own zip file that holds the tables with everything."""

_OWN_START = re.compile(rf'\s*{{\s*"format"\s*:\s*"{OWN_NAME}"')
_FORMER_OWN_TABLES = {"habits.csv", "entries.csv"}
_HABITBULL_COLUMNS = {"HabitName", "HabitDescription"}
_START_BYTES = 2048


class FileFormat(StrEnum):
    """The files that can be imported, as reports name them."""

    LOOP_DB = "loop-db"
    LOOP_CSV = "loop-csv"
    HABITBULL_CSV = "habitbull-csv"
    REWIRE_DB = "rewire-db"
    TICKMATE_DB = "tickmate-db"
    BEAVERHABITS_JSON = "beaverhabits-json"
    MHABIT_JSON = "mhabit-json"
    HABO_JSON = "habo-json"
    SELFCARE_JSON = "selfcare-json"


_TABLES = {
    FileFormat.LOOP_DB: {"habits", "repetitions"},
    FileFormat.REWIRE_DB: {"habits", "checkins", "unit"},
    FileFormat.TICKMATE_DB: {"tracks", "ticks"},
}
"""By which tables the database of an app is told."""
_MHABIT_FIELDS = {"freq_type", "daily_goal", "start_date", "target_days"}


def recognise(path: Path) -> FileFormat:
    """The format of the file at `path`; raises BadInput where it cannot be imported."""
    size, start = _start_of(path)
    if start.startswith(sqlite_file.SIGNATURE):
        _check_size(path, size, LARGEST_DATABASE)
        return _recognise_database(path)
    if start.startswith(archive.SIGNATURES):
        return _recognise_archive(path)
    text = decoded_start(start)
    if _OWN_START.match(text):
        return FileFormat.SELFCARE_JSON
    if text.lstrip().startswith(("{", "[")):
        return _recognise_json(path)
    first_line = next(iter(text.splitlines()), "")
    if {cell.strip(' "') for cell in first_line.split(",")} >= _HABITBULL_COLUMNS:
        _check_size(path, size, LARGEST_CSV)
        return FileFormat.HABITBULL_CSV
    raise BadInput(
        tr(
            "“{file}” is no file that Selfcare can import; it takes {formats}.",
            file=path.name,
            formats=importable_formats(),
        )
    )


def importable_formats() -> str:
    """The files that can be imported, as a part of a sentence."""
    return tr(
        "files of Loop Habit Tracker (.db, .zip), HabitBull (.csv), Rewire and Tickmate (.db), "
        "Beaver Habits, Table Habit and Habo (.json), and Selfcare’s own JSON export"
    )


def _check_size(path: Path, size: int, most: int) -> None:
    if size > most:
        raise too_large(path)


def _start_of(path: Path) -> tuple[int, bytes]:
    """The size of the file at `path`, and its first bytes."""
    try:
        if path.is_dir():
            raise BadInput(tr("“{file}” is a folder; choose a file in it.", file=path))
        if not path.is_file():
            raise BadInput(tr("There is no file “{file}”.", file=path))
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_START_BYTES)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadInput(
            tr("“{file}” cannot be read ({reason}).", file=path, reason=reason)
        ) from error
    if not start:
        raise BadInput(tr("“{file}” is empty.", file=path.name))
    return size, start


def _recognise_database(path: Path) -> FileFormat:
    with sqlite_file.reading(path) as database:
        found = database.tables()
    for file_format, tables in _TABLES.items():
        if tables <= found:
            return file_format
    if {"habit", "entry", "check_in"} <= found:
        raise BadInput(
            tr(
                "“{file}” is a whole Selfcare database; “selfcare restore” takes it.",
                file=path.name,
            )
        )
    raise BadInput(
        tr(
            "“{file}” is a database, but of none of the apps that Selfcare knows: Loop Habit "
            "Tracker, Rewire and Tickmate.",
            file=path.name,
        )
    )


def _recognise_archive(path: Path) -> FileFormat:
    with archive.reading(path) as files:
        names = set(files.names)
    if any(name.startswith(OWN_TABLES) for name in names) or names >= _FORMER_OWN_TABLES:
        raise BadInput(
            tr(
                "“{file}” is Selfcare’s CSV export, which is made for spreadsheets; "
                "import the JSON export instead.",
                file=path.name,
            )
        )
    if "Habits.csv" in names:
        return FileFormat.LOOP_CSV
    raise BadInput(
        tr("“{file}” is a zip file, but not a CSV export of Loop Habit Tracker.", file=path.name)
    )


def _recognise_json(path: Path) -> FileFormat:
    document = read_document(path)
    if as_fields(document).get("format") == OWN_NAME:
        return FileFormat.SELFCARE_JSON
    habits = as_list(document) or as_list(as_fields(document).get("habits"))
    for habit in map(as_fields, habits):
        if "title" in habit and isinstance(habit.get("events"), dict):
            return FileFormat.HABO_JSON
        if "records" in habit and isinstance(document, dict):
            mhabit = _MHABIT_FIELDS & habit.keys()
            return FileFormat.MHABIT_JSON if mhabit else FileFormat.BEAVERHABITS_JSON
    raise BadInput(
        tr(
            "“{file}” is a JSON file, but holds no habits as Beaver Habits, Table Habit, Habo or "
            "Selfcare write them.",
            file=path.name,
        )
    )
