"""Keys that copies of the database may still need, kept in the database itself."""

from collections.abc import Iterable

from selfcare_app.store.db import Database
from selfcare_app.store.file_key import FileKey


def former_keys(database: Database) -> list[FileKey]:
    """The keys that copies of `database` may still be encrypted with."""
    return [FileKey(*row) for row in database.rows("SELECT secret, salt FROM former_key")]


def remember_keys(database: Database, keys: Iterable[FileKey]) -> None:
    """Keep `keys` in `database` until its copies no longer need them; raises StoreError."""
    with database.writing():
        database.change_many(
            "INSERT OR IGNORE INTO former_key (secret, salt) VALUES (?, ?)",
            [(key.secret, key.salt) for key in keys],
        )


def forget_keys(database: Database) -> None:
    """Let go of all former keys; raises StoreError."""
    with database.writing():
        database.change("DELETE FROM former_key")
