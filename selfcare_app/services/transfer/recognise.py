"""Which app wrote a file: told by its content, never by its name."""

from enum import StrEnum
from pathlib import Path

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import archive, sqlite_file

OWN_NAME = "selfcare"
"""By which our own export calls itself."""
LARGEST_FILE = 128 * 1024 * 1024
"""Bytes; fifty habits logged daily for ten years take 20 million."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class FileFormat(StrEnum):
    """The files that can be imported, as reports name them."""

    LOOP_DB = "loop-db"
    LOOP_CSV = "loop-csv"
    SELFCARE_JSON = "selfcare-json"


def recognise(path: Path) -> FileFormat:
    """The format of the file at `path`; raises BadInput where it cannot be imported."""
    start = _start_of(path)
    if start.startswith(sqlite_file.SIGNATURE):
        return _recognise_database(path)
    if start.startswith(archive.SIGNATURES):
        return _recognise_archive(path)
    if start.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(b"{"):
        return FileFormat.SELFCARE_JSON
    raise BadInput(
        tr(
            "“{file}” is no file that Selfcare can import; it takes Loop's backup (.db), "
            "Loop's CSV export (.zip) and its own JSON export.",
            file=path.name,
        )
    )


def _start_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise BadInput(tr("“{file}” is a folder; choose a file in it.", file=path))
        if not path.is_file():
            raise BadInput(tr("There is no file “{file}”.", file=path))
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(1024)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadInput(
            tr("“{file}” cannot be read ({reason}).", file=path, reason=reason)
        ) from error
    if not size:
        raise BadInput(tr("“{file}” is empty.", file=path.name))
    if size > LARGEST_FILE:
        raise BadInput(tr("“{file}” is too large to be a habit tracker's backup.", file=path.name))
    return start


def _recognise_database(path: Path) -> FileFormat:
    with sqlite_file.reading(path) as database:
        if {"habits", "repetitions"} <= database.tables():
            return FileFormat.LOOP_DB
        ours = {"habit", "entry", "check_in"} <= database.tables()
    if ours:
        raise BadInput(
            tr(
                "“{file}” is a whole Selfcare database; “selfcare restore” takes it.",
                file=path.name,
            )
        )
    raise BadInput(
        tr("“{file}” is a database, but not a backup of Loop Habit Tracker.", file=path.name)
    )


def _recognise_archive(path: Path) -> FileFormat:
    with archive.reading(path) as files:
        names = files.names
    if "Habits.csv" in names:
        return FileFormat.LOOP_CSV
    if {"habits.csv", "entries.csv"} <= set(names):
        raise BadInput(
            tr(
                "“{file}” is Selfcare's CSV export, which is made for spreadsheets; "
                "import the JSON export instead.",
                file=path.name,
            )
        )
    raise BadInput(
        tr("“{file}” is a zip file, but not a CSV export of Loop Habit Tracker.", file=path.name)
    )
