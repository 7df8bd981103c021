"""Keys that copies of the database may still need, kept in the database itself."""

from collections.abc import Iterable

from selfcare_app.store.db import Database
from selfcare_app.store.file_key import FileKey

_NO_KEY = (b"", b"")
"""Stands for copies that are not encrypted at all."""


def copies_await(database: Database) -> bool:
    """Whether copies of `database` may not be encrypted as it is."""
    return database.row("SELECT 1 FROM former_key LIMIT 1") is not None


def former_keys(database: Database) -> list[FileKey]:
    """The keys that copies of `database` may still be encrypted with."""
    rows = database.rows("SELECT secret, salt FROM former_key ORDER BY rowid")
    return [FileKey(*row) for row in rows if row != _NO_KEY]


def remember_keys(database: Database, keys: Iterable[FileKey | None]) -> None:
    """Keep `keys` in `database` until its copies no longer need them; raises StoreError.

    None stands for copies that are not encrypted.
    """
    with database.writing():
        database.change_many(
            "INSERT OR IGNORE INTO former_key (secret, salt) VALUES (?, ?)",
            [_NO_KEY if key is None else (key.secret, key.salt) for key in keys],
        )


def hand_keys_on(source: Database, target: Database) -> None:
    """Have `target`, which takes the place of `source`, know what its copies may still need;
    raises StoreError."""
    rows = source.rows("SELECT secret, salt FROM former_key ORDER BY rowid")
    remember_keys(target, [None if row == _NO_KEY else FileKey(*row) for row in rows])


def forget_keys(database: Database) -> None:
    """Let go of all former keys; raises StoreError."""
    with database.writing():
        database.change("DELETE FROM former_key")
