"""A damaged database made whole: from a backup, and from what could be saved of its own pages.

The new file is built in a folder of its own and looked at there. Only then does it take the
place of the damaged one, which is kept beside it as it was.
"""

import os
from contextlib import closing
from datetime import date
from pathlib import Path

from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.words import tr
from selfcare_app.store.backup import flush, row_counts
from selfcare_app.store.contents import Contents, contents_of
from selfcare_app.store.db import (
    DamagedDatabase,
    Database,
    StoreError,
    check_restorable,
    faults_in_words,
    open_database,
    open_to_read,
)
from selfcare_app.store.file_key import FileKey
from selfcare_app.store.salvage import NO_FOREIGN_KEYS
from selfcare_app.store.shapes import Shape, shapes_of
from selfcare_app.store.tables import Tables

LOGS = ("-wal", "-journal")
"""What SQLite keeps beside a database and may hold some of it."""
_BLOCK = 4096
_OF_HABITS = ("pause", "reminder", "timer", "kept_by_log")
"""Tables whose rows say nothing without their habit."""
_WITHOUT_HABIT = "habit_id NOT IN (SELECT id FROM habit)"


class Built(Value):
    """A new database that waits to take the damaged one's place."""

    file: Path
    contents: Contents
    unnamed: int
    """Habits of which only entries were left."""


def is_damaged(path: Path, key: FileKey | None) -> bool:
    """Whether the database at `path` cannot be read as a whole.

    Raises NeedsPassphrase or WrongKey for an encrypted one, StoreError for one that is not
    ours, newer than the program, or not there.
    """
    try:
        with closing(open_to_read(path, key, in_use=True)) as database:
            check_restorable(database)
            contents_of(database)
    except DamagedDatabase:
        return True
    return False


def copy_of(path: Path, target: Path) -> None:
    """Copy the file at `path` with its logs to `target`, for the owner alone to read, whatever
    is in it; where the disk gives a part of it no more, zeros. Raises StoreError."""
    for ending in ("", *LOGS):
        source, copy = Path(f"{path}{ending}"), Path(f"{target}{ending}")
        if source.is_file():
            with faults_in_words(copy):
                copy.touch(mode=0o600)
                with source.open("rb", buffering=0) as file, copy.open("wb") as written:
                    for start in range(0, source.stat().st_size, _BLOCK):
                        written.write(_block(file.fileno(), start))
                flush(copy)


def _block(descriptor: int, start: int) -> bytes:
    try:
        os.lseek(descriptor, start, os.SEEK_SET)
        return os.read(descriptor, _BLOCK)
    except OSError:  # The disk itself is damaged there.
        return bytes(_BLOCK)


def build(folder: Path, key: FileKey | None, salvaged: Database, backup: Database | None) -> Built:
    """Build a database in `folder`, encrypted with `key`, from `backup`, where there is one, and
    whatever `salvaged` holds that is newer or not in it.

    Raises StoreError where the backup cannot be used or the result is not whole.
    """
    file = folder / "new.db"
    for left in (file, *(Path(f"{file}{ending}") for ending in LOGS)):
        left.unlink(missing_ok=True)  # An earlier try, on another backup.
    if backup is not None:
        check_restorable(backup)
        backup.copy_under(key, file)
    with closing(open_database(file, key)) as database:
        before = row_counts(database)
        database.row(NO_FOREIGN_KEYS)
        with database.writing():
            for shape in shapes_of(database).values():
                _merge(database, shape, salvaged)
            unnamed = _name_habits(database)
        after = row_counts(database)
        if any(after[table] < count for table, count in before.items()):
            raise StoreError(tr("The copy does not hold everything; check the disk and try again."))
        check_restorable(database)
        found = contents_of(database)
        # All of it in the one file, as that is to be moved alone.
        database.row("PRAGMA journal_mode = DELETE")
    flush(file)
    return Built(file, found, unnamed)


def _merge(database: Database, shape: Shape, salvaged: Database) -> None:
    """Take over what `salvaged` holds of one table that is newer than in `database` or missing."""
    columns = [column.name for column in shape.columns]
    names = ", ".join(columns)
    rows = salvaged.rows(f"SELECT {names} FROM {shape.table}")
    act = "NOTHING"
    if "modified_at" in columns:
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns)
        newer = f"excluded.modified_at > {shape.table}.modified_at"
        act = f"UPDATE SET {changes} WHERE {newer}"
    places = ", ".join("?" for _ in columns)
    database.change_many(
        f"INSERT INTO {shape.table} ({names}) VALUES ({places}) "
        f"ON CONFLICT ({', '.join(shape.keys)}) DO {act}",
        rows,
    )


def _name_habits(database: Database) -> int:
    """Give entries whose habit is lost a new one, and let go of what means nothing without
    its habit; returns how many habits were made."""
    tables = Tables(database)
    known = [identity for (identity,) in database.rows("SELECT id FROM habit")]
    made = 0
    for identity, first, measured in database.rows(
        "SELECT habit_id, min(day), max(value IS NOT NULL) FROM entry "
        f"WHERE {_WITHOUT_HABIT} GROUP BY habit_id ORDER BY habit_id"
    ):
        if not any(_nearly_same(identity, other) for other in known):
            made += 1
            # Modified before anything else, so that the habit itself wins if it turns up.
            tables.habits.save_all([_stand_in(identity, made, first, bool(measured))], 1)
    for table in ("entry", *_OF_HABITS):
        database.change(f"DELETE FROM {table} WHERE habit_id IS NOT NULL AND {_WITHOUT_HABIT}")
    return made


def _nearly_same(one: str, other: str) -> bool:
    """Whether `one` is rather the id `other` on a damaged page than an id of its own."""
    differences = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) >= 4 * differences


def _stand_in(identity: str, number: int, first: int, measured: bool) -> Habit:
    habit = Habit(
        identity,
        tr("Rescued habit {number}", number=number),
        date.fromordinal(first),
        position=1_000_000 + number,
    )
    if not measured:
        return habit
    return replace(habit, kind=Kind.MEASURED, target=1, direction=Direction.AT_LEAST)


def put_in_place(new: Path, path: Path, damaged: Path, kept: Path) -> None:
    """Let the file `new` take the place of the database at `path`, which nobody has open.

    `damaged`, a copy of what is there, becomes `kept` first. Raises StoreError; then the
    damaged database is still there, or the new one.
    """
    with faults_in_words(kept):
        for ending in LOGS:
            log = Path(f"{damaged}{ending}")
            if log.is_file():
                log.replace(f"{kept}{ending}")
        damaged.replace(kept)
        flush(kept.parent)
    with faults_in_words(path):
        # Otherwise SQLite would take it for the end of the new file. It is kept by now.
        for ending in (*LOGS, "-shm"):
            Path(f"{path}{ending}").unlink(missing_ok=True)
        new.replace(path)
        flush(path.parent)
