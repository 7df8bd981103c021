"""The database file: opened, migrated, written in transactions.

With `faults`, whose names are to be had from here as well, the only module that knows the SQL
driver.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Any

import apsw

from selfcare_app.domain.words import tr
from selfcare_app.store import migrations
from selfcare_app.store.addresses import address_of, address_to_read, prepare_file
from selfcare_app.store.faults import DamagedDatabase as DamagedDatabase
from selfcare_app.store.faults import NeedsPassphrase as NeedsPassphrase
from selfcare_app.store.faults import StoreError as StoreError
from selfcare_app.store.faults import WrongKey as WrongKey
from selfcare_app.store.faults import damaged_words as damaged_words
from selfcare_app.store.faults import faults_in_words as faults_in_words
from selfcare_app.store.file_key import FileKey, salt_of
from selfcare_app.store.in_place import OwnLog, gone_words, has_moved

if TYPE_CHECKING:
    from selfcare_app.store.guard import Guard

APPLICATION_ID = 0x53434152
"""Marks a SQLite file as ours: "SCAR" in the file's header."""
OPEN_FILES_CAN_BE_REPLACED = os.name != "nt"
BUSY_MILLISECONDS = 5_000
READ_ONLY = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
READ_AND_WRITE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI
_TAKE_ANY_SCHEMA = "PRAGMA writable_schema = ON"
"""Lets SQLite open a file in which the list of its tables, or its length, is wrong."""

Row = tuple[Any, ...]


class Database:
    """An open database of ours. Reads see the last commit; writes go through `writing`."""

    def __init__(self, connection: apsw.Connection, path: Path, key: FileKey | None = None) -> None:
        self._connection = connection
        self.path = path
        self.key = key
        """What the file is encrypted with; None for a plain one."""
        self._seen_version: object = None
        self._log = OwnLog(path)

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """The rows that `statement` selects."""
        with faults_in_words(self.path, self.key):
            return self._connection.execute(statement, tuple(values)).fetchall()

    def row(self, statement: str, values: Sequence[object] = ()) -> Row | None:
        """The first row that `statement` selects, or None."""
        with faults_in_words(self.path, self.key):
            found: Row | None = self._connection.execute(statement, tuple(values)).fetchone()
            return found

    def change(self, statement: str, values: Sequence[object] = ()) -> None:
        """Run a statement that writes; only inside `writing`."""
        self._connection.execute(statement, tuple(values))

    def change_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Run a statement that writes once for each of `rows`; only inside `writing`."""
        self._connection.executemany(statement, (tuple(row) for row in rows))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it is on disk afterwards, or none.

        Raises StoreError when the disk is full, the file gone, read-only or busy for 5 seconds.
        """
        with faults_in_words(self.path, self.key):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.check_in_place()
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def check_in_place(self) -> None:
        """Raise StoreError if the file is no longer what lies under its name."""
        if has_moved(self._connection.file_control):
            raise StoreError(gone_words(self.path.parent))
        self._log.remember()

    def changed_elsewhere(self) -> bool:
        """Whether another connection wrote since this was last asked, or since opening."""
        version = self.row("PRAGMA data_version")
        before, self._seen_version = self._seen_version, version
        return before != version

    def check(self) -> None:
        """Raise DamagedDatabase if the file's structure is damaged."""
        answer = self.row("PRAGMA quick_check(1)")
        if answer != ("ok",):
            sentence = tr("“{file}” is damaged.", file=self.path.name)
            raise DamagedDatabase(sentence, self.path, self.key)

    def image(self) -> bytes:
        """All pages as they stand, decrypted, with what is in the log; from the first one on
        that SQLite cannot read, zeros."""
        with faults_in_words(self.path, self.key):
            pages: bytes | None = self._connection.serialize("main")
        if pages is None:
            raise DamagedDatabase(damaged_words(self.path), self.path, self.key)
        return pages

    def reopen(self, key: FileKey | None) -> None:
        """Go on, after `close`, with the file that lies in the place now, encrypted with `key`."""
        self._connection = _connect(address_of(self.path), self.path, READ_AND_WRITE, key)
        self.key = key
        _set_durability(self)

    def copy_to(self, target: Path) -> None:
        """Write a compact copy of the whole database to `target`, which must not exist; it is
        encrypted as the database is."""
        self.copy_under(self.key, target)

    def copy_under(self, key: FileKey | None, target: Path) -> None:
        """Write a compact copy to `target`, which must not exist, encrypted with `key`; plain
        where that is None."""
        with faults_in_words(target):
            # SQLite fills an empty file, so that nobody else can read it at any moment.
            target.touch(mode=0o600, exist_ok=False)
            options = "key=" if key is None else key.address_part()
            try:
                address = f"{target.absolute().as_uri()}?{options}"
                self._connection.execute("VACUUM INTO ?", (address,))
            except BaseException:
                # Half a copy would be taken for a whole one.
                target.unlink()
                raise

    def rewrite(self) -> None:
        """Write the file anew and empty its log, so that neither holds what was removed.

        Raises StoreError where another program is using the file, or there is no room: what
        was removed is gone from the tables, but traces may remain.
        """
        with faults_in_words(self.path, self.key):
            self._connection.execute("VACUUM")
            emptied = self.row("PRAGMA wal_checkpoint(TRUNCATE)")
            if emptied is None or emptied[0]:
                raise apsw.BusyError

    def copy_from(self, source: "Database") -> None:
        """Replace the whole content by that of `source`, in one step that happens or does not."""
        with (
            faults_in_words(self.path, self.key),
            self._connection.backup("main", source._connection, "main") as backup,
        ):
            while not backup.done:
                backup.step(-1)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have the file for itself, with its log empty, so that another can take its place.

        Raises StoreError where another program has it open.
        """
        with faults_in_words(self.path, self.key):
            # Unlike a transaction this does not come after others, but only without them.
            mode = self.row("PRAGMA journal_mode = DELETE")
            assert mode == ("delete",)
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            try:
                with self.writing():
                    pass  # From here on the lock is kept.
                yield
            finally:
                self._connection.execute("PRAGMA locking_mode = NORMAL")
                _set_durability(self)

    def move_to(self, other: Path, key: FileKey | None) -> None:
        """Put the file `other`, encrypted with `key`, in the place of this one and go on with
        it; only while `alone`."""
        with faults_in_words(self.path, self.key):
            if OPEN_FILES_CAN_BE_REPLACED:
                # Before the lock goes. SQLite lets nobody who waited for it write into the
                # old file: it looks whether that still has its name.
                other.replace(self.path)
            self._connection.close()
            if not OPEN_FILES_CAN_BE_REPLACED:
                other.replace(self.path)
            self._connection = _connect(address_of(self.path), self.path, READ_AND_WRITE, key)
            self.key = key

    def close(self) -> None:
        """Close the file; safe to call twice."""
        self._connection.close()
        self._log.remove_stale()


def open_database(path: Path, key: FileKey | None = None) -> Database:
    """Open the database at `path`, making folder and file where there are none.

    `key` opens an encrypted one, and encrypts a new one; a plain one needs none. An older one is
    migrated after a copy of it is put aside. Raises NeedsPassphrase or WrongKey for an
    encrypted one, and StoreError, with nothing changed, for a newer one, a file that is no
    database, or a folder that cannot be written.
    """
    prepare_file(path)
    key = _fitting(key, path)
    database = Database(_connect(address_of(path), path, READ_AND_WRITE, key), path, key)
    try:
        _check_ours(database)
        version = _version_of(database)
        if version < migrations.NEWEST:
            _migrate(database, version)
        _set_durability(database)
        database.changed_elsewhere()  # The first look, which later ones are held against.
    except BaseException:
        database.close()
        raise
    return database


def open_to_read(
    path: Path, key: FileKey | None = None, guard: "Guard | None" = None, *, in_use: bool = False
) -> Database:
    """Open a database file of ours or of another app to read it alone, trusting nothing in it.

    `key` opens an encrypted one, `guard` sets bounds to what reading it costs, `in_use` says
    that it may be written meanwhile. Raises StoreError where it is missing or no SQLite
    database, NeedsPassphrase or WrongKey for an encrypted one.
    """
    if not path.is_file():
        raise StoreError(tr("There is no file “{file}”.", file=path))
    key = _fitting(key, path)
    address = address_of(path) if in_use else address_to_read(path)
    connection = _connect(address, path, READ_ONLY, key)
    with faults_in_words(path, key):
        connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        if guard is not None:
            guard.put_on(connection)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        except apsw.SQLError as error:
            # The statement is sound, so the file is not: SQLite calls its format unsupported.
            connection.close()
            raise apsw.NotADBError from error
        except BaseException:
            connection.close()
            raise
    return Database(connection, path, key)


def open_damaged(path: Path, key: FileKey | None) -> Database:
    """Open a file to read its pages, whatever is wrong with its tables; SQLite may write into
    it. Raises StoreError where it takes it for no database at all."""
    with faults_in_words(path, key):
        connection = apsw.Connection(address_of(path), flags=READ_AND_WRITE)
    database = Database(connection, path, key)
    # None of these looks at the file yet.
    for statement in (*([] if key is None else key.statements()), _TAKE_ANY_SCHEMA):
        database.row(statement)
    return database


def check_restorable(database: Database) -> None:
    """Raise StoreError unless `database` is whole, ours and not newer than the program."""
    _check_ours(database, empty_is_ours=False)
    database.check()


def _fitting(key: FileKey | None, path: Path) -> FileKey | None:
    """`key` if the file at `path` takes one: it is encrypted, or new; raises NeedsPassphrase."""
    with faults_in_words(path):
        if salt_of(path) is not None:
            if key is None:
                raise NeedsPassphrase(tr("“{file}” is locked with a passphrase.", file=path.name))
            return key
        return None if path.stat().st_size else key


def _connect(address: str, path: Path, flags: int, key: FileKey | None) -> apsw.Connection:
    with faults_in_words(path, key):
        connection = apsw.Connection(address, flags=flags)
        try:
            connection.set_busy_timeout(BUSY_MILLISECONDS)
            if key is not None:
                _unlock(connection, key, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _unlock(connection: apsw.Connection, key: FileKey, path: Path) -> None:
    for statement in key.statements():
        connection.execute(statement).fetchall()
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except apsw.NotADBError as error:
        from selfcare_app.store.seal import holds_pages_of

        if holds_pages_of(path, key):
            raise DamagedDatabase(damaged_words(path), path, key) from error
        raise WrongKey(
            tr("“{file}” does not open with this passphrase, or it is damaged.", file=path.name)
        ) from error


def _check_ours(database: Database, *, empty_is_ours: bool = True) -> None:
    path = database.path
    found = database.row("PRAGMA application_id")
    empty = database.row("SELECT 1 FROM sqlite_schema LIMIT 1") is None
    if found != (APPLICATION_ID,) and not (empty and empty_is_ours):
        _check_header(database, "former_key", "kept_by_log")
        raise StoreError(tr("“{file}” is not a Selfcare database.", file=path))
    if _version_of(database) > migrations.NEWEST:
        raise StoreError(
            tr(
                "“{file}” was written by a newer Selfcare; install that one to open it.",
                file=path,
            )
        )


def _check_header(database: Database, *tables: str) -> None:
    """Raise DamagedDatabase if there is one of the tables that there cannot be yet, by what
    the start of the file says."""
    names = ", ".join(f"'{table}'" for table in tables)
    if database.row(f"SELECT 1 FROM sqlite_schema WHERE name IN ({names})") is not None:
        raise DamagedDatabase(damaged_words(database.path), database.path, database.key)


def _version_of(database: Database) -> int:
    row = database.row("PRAGMA user_version")
    assert row is not None
    return int(row[0])


def _migrate(database: Database, version: int) -> None:
    if version:
        aside = database.path.with_name(f"{database.path.stem}-before-version-{version + 1}.db")
        if not aside.exists():
            database.copy_to(aside)
    with database.writing():
        # Another process may have done it while this one waited for its turn.
        version = _version_of(database)
        _check_header(database, *migrations.tables_after(version))
        for step in migrations.steps_after(version):
            database.change(step.script)
            database.change(f"PRAGMA user_version = {step.version}")
        database.change(f"PRAGMA application_id = {APPLICATION_ID}")


def _set_durability(database: Database) -> None:
    with faults_in_words(database.path, database.key):
        connection = database._connection
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")


def sqlite_version() -> str:
    """Which SQLite this is."""
    return apsw.sqlite_lib_version()


def milliseconds_now() -> int:
    """The instant now as UTC milliseconds, for `modified_at`."""
    return round(time() * 1000)


Clock = Callable[[], int]
"""Tells the instant now as UTC milliseconds."""
