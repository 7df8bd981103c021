"""A plain copy of the database, for other programs to open."""

from contextlib import closing
from pathlib import Path

from selfcare_app.store.backup import flush
from selfcare_app.store.db import Database, open_database
from selfcare_app.store.former_keys import forget_keys, former_keys


def write_plain_copy(database: Database, target: Path) -> None:
    """Write a compact copy of `database`, encrypted or not, to `target`, which must not exist.

    It is one file without a log, not encrypted, readable by its owner only, and on the disk
    afterwards. Raises StoreError where it cannot be written.
    """
    database.copy_under(None, target)
    with closing(open_database(target)) as copy:
        if former_keys(copy):
            # They open encrypted copies that lie elsewhere.
            forget_keys(copy)
            copy.rewrite()
        copy.row("PRAGMA journal_mode = DELETE")
    flush(target)
