"""What a database holds is counted without what was deleted, and never by guessing."""

from contextlib import closing
from datetime import date
from pathlib import Path

import apsw
import pytest

from selfcare_app.store.contents import Contents, contents_of, is_marked_as_ours
from selfcare_app.store.db import (
    DamagedDatabase,
    Database,
    StoreError,
    open_database,
    open_to_read,
)
from selfcare_app.store.file_key import FileKey
from selfcare_app.store.tables import Tables
from tests.store.test_open import write_database_of
from tests.store.test_tables import RECORDS


def test_an_empty_database_holds_nothing(database: Database) -> None:
    assert contents_of(database) == Contents(0, 0, 0, None, None)


def test_what_is_there_is_counted(database: Database) -> None:
    tables = Tables(database)
    with database.writing():
        tables.save_all(RECORDS, 1)
    found = contents_of(database)
    assert found.habits == len(tables.habits.all())
    entries = [*tables.entries.of("sit"), *tables.entries.of("walk")]
    check_ins = tables.check_ins.all()
    assert (found.entries, found.check_ins) == (len(entries), len(check_ins))
    days = [record.day for record in (*entries, *check_ins)]
    assert (found.first, found.last) == (min(days), max(days))


def test_what_is_deleted_is_not_counted(database: Database) -> None:
    tables = Tables(database)
    with database.writing():
        tables.save_all(RECORDS, 1)
        tables.remove_all(RECORDS, 2)
    assert contents_of(database) == Contents(0, 0, 0, None, None)


def test_an_older_database_is_counted_too(path: Path) -> None:
    write_database_of(1, path)
    with closing(open_to_read(path)) as database:
        day = date.fromordinal(739001)
        assert contents_of(database) == Contents(1, 1, 1, day, day)


@pytest.mark.parametrize(
    "damage",
    [
        "ALTER TABLE entry RENAME TO entri",
        "ALTER TABLE check_in RENAME COLUMN day TO dai",
        "UPDATE entry SET day = 99999999",
        "UPDATE check_in SET day = 0",
        "UPDATE entry SET day = 9223372036854775807",
    ],
)
def test_what_makes_no_sense_is_damage(path: Path, damage: str) -> None:
    write_database_of(1, path)
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute(damage)
    with (
        closing(open_to_read(path)) as database,
        pytest.raises(DamagedDatabase, match="is damaged"),
    ):
        contents_of(database)


def test_a_file_in_use_is_read_as_of_the_last_commit(path: Path, database: Database) -> None:
    with closing(open_to_read(path, in_use=True)) as beside:
        with database.writing():
            Tables(database).save_all(RECORDS, 1)
        assert contents_of(beside) == contents_of(database)
        with pytest.raises(StoreError, match="read-only"), beside.writing():
            beside.change("DELETE FROM entry")


def test_a_plain_file_of_ours_is_known_by_its_mark(tmp_path: Path) -> None:
    ours, locked, other = tmp_path / "ours.db", tmp_path / "locked.db", tmp_path / "other.db"
    open_database(ours).close()
    open_database(locked, FileKey(b"k" * 32, b"s" * 16)).close()
    with closing(apsw.Connection(str(other))) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    (tmp_path / "short.db").write_bytes(b"SQLite format 3\x00")
    assert is_marked_as_ours(ours)
    for file in (locked, other, tmp_path / "short.db"):
        assert not is_marked_as_ours(file)
