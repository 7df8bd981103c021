"""Encrypting the whole database anew, and the copies that lie about with it.

At every moment there is one whole file in the database's place, under the old key or the new
one. Copies come later, one by one; until the last is done, the database itself remembers the
keys that they may still need.
"""

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from selfcare_app.store.backup import flush, write_verified
from selfcare_app.store.db import Database, WrongKey, faults_in_words, open_database, open_to_read
from selfcare_app.store.file_key import FileKey, salt_of
from selfcare_app.store.former_keys import former_keys, remember_keys


def change_key(database: Database, key: FileKey | None) -> None:
    """Write the file of `database` anew, encrypted with `key`, or plain where that is None.

    Raises StoreError, with the file as it was, where another program has it open, there is
    no room for a second one, or the copy does not hold what it should.
    """
    path = database.path
    part = path.with_name(f".{path.name}.new")
    with faults_in_words(path):
        # What a power cut left behind.
        part.unlink(missing_ok=True)
        try:
            with database.alone():
                write_verified(database, key, part)
                with closing(open_database(part, key)) as copy:
                    remember_keys(copy, [*former_keys(database), database.key])
                    _leave_no_log(copy)
                flush(part)
                database.move_to(part, key)
                flush(path.parent)
        finally:
            for left in (part, *_logs_of(part)):
                left.unlink(missing_ok=True)


def bring_in_line(copy: Path, key: FileKey | None, former: Iterable[FileKey]) -> bool:
    """See that the database file `copy` is encrypted with `key`, or plain where that is None.

    `former` are keys that it may have now. Returns whether it is so; a file that opens with
    none of them stays as it is. Raises StoreError, with the file as it was, where it cannot be
    read or written anew.
    """
    encrypted = salt_of(copy) is not None
    keys = [each for each in (key, *former) if each is not None] if encrypted else [None]
    for each in keys:
        with suppress(WrongKey), closing(open_to_read(copy, each)) as opened:
            if opened.key != key:
                _write_anew(opened, key)
            return True
    return False


def _write_anew(opened: Database, key: FileKey | None) -> None:
    copy = opened.path
    part = copy.with_name(f".{copy.name}.{os.getpid()}.part")
    with faults_in_words(copy):
        times = (copy.stat().st_atime, copy.stat().st_mtime)
        try:
            write_verified(opened, key, part)
            os.utime(part, times)
            opened.close()
            part.replace(copy)
            # What stood in them is in the copy by now.
            for left in _logs_of(copy):
                left.unlink(missing_ok=True)
            flush(copy.parent)
        finally:
            part.unlink(missing_ok=True)


def _leave_no_log(database: Database) -> None:
    """Have everything in the one file, as it is to be moved alone."""
    database.row("PRAGMA journal_mode = DELETE")


def _logs_of(path: Path) -> list[Path]:
    return [path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-shm", "-journal")]
