"""Verified copies of the whole database, and going back to one."""

import os
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from selfcare_app.domain.words import tr
from selfcare_app.store.db import (
    Database,
    StoreError,
    check_restorable,
    faults_in_words,
    open_database,
    open_to_read,
)
from selfcare_app.store.file_key import FileKey
from selfcare_app.store.former_keys import hand_keys_on

_FOLDERS_CAN_BE_FLUSHED = os.name != "nt"
"""Windows opens no folder as a file."""


def back_up(database: Database, target: Path) -> None:
    """Write a copy of `database` to `target`, encrypted as it is, readable by its owner only,
    and verify it.

    Raises StoreError, and leaves nothing behind, where there is already such a file, the
    copy cannot be written, or it does not hold what it should.
    """
    if target.exists():
        raise StoreError(
            tr("There is already a file “{file}”; choose another name for the copy.", file=target)
        )
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    with faults_in_words(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            write_verified(database, database.key, part)
            part.replace(target)
            flush(target.parent)
        finally:
            part.unlink(missing_ok=True)


def write_verified(database: Database, key: FileKey | None, target: Path) -> None:
    """Write a copy of `database` to `target`, which must not exist, encrypted with `key`, and
    wait until it is on the disk; raises StoreError where it does not hold what it should."""
    rows_before = row_counts(database)
    database.copy_under(key, target)
    _verify(target, key, rows_before)
    flush(target)


def restore(
    database: Database, source: Path, kept_at: Path, source_key: FileKey | None = None
) -> None:
    """Replace what is in `database` by the backup `source`, which may be of an older version.

    `source_key` opens an encrypted backup; without it the key of `database` is tried. What was
    there is first backed up to `kept_at`. Raises StoreError, with nothing changed, where the
    backup is missing, damaged, not ours or newer than the program; NeedsPassphrase or
    WrongKey where it is encrypted otherwise.
    """
    with (
        closing(open_to_read(source, source_key or database.key)) as backup,
        faults_in_words(database.path),
        TemporaryDirectory(prefix=".restore-", dir=database.path.parent) as folder,
    ):
        check_restorable(backup)
        back_up(database, kept_at)
        # Migrated as a copy: the backup stays as it is, and the database changes in one step.
        copy = Path(folder) / source.name
        backup.copy_under(database.key, copy)
        with closing(open_database(copy, database.key)) as migrated:
            if row_counts(database).keys() - row_counts(migrated).keys():
                raise StoreError(tr("“{file}” is damaged: parts of it are missing.", file=source))
            hand_keys_on(database, migrated)
            database.check_in_place()
            database.copy_from(migrated)


def _verify(copy: Path, key: FileKey | None, rows_before: dict[str, int]) -> None:
    with closing(open_to_read(copy, key)) as database:
        check_restorable(database)
        rows = row_counts(database)
    # Rows are marked as deleted, not removed: another program can only have added some since.
    if any(rows.get(table, -1) < count for table, count in rows_before.items()):
        raise StoreError(tr("The copy does not hold everything; check the disk and try again."))


def row_counts(database: Database) -> dict[str, int]:
    """How many rows each table has."""
    tables = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    counts: dict[str, int] = {}
    for (table,) in list(tables):
        row = database.row(f'SELECT count(*) FROM "{table}"')
        counts[table] = row[0] if row else 0
    return counts


def flush(path: Path) -> None:
    """Wait until the file or folder is on the disk."""
    if path.is_dir() and not _FOLDERS_CAN_BE_FLUSHED:
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
