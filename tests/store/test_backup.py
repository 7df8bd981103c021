"""Backups are whole, verified copies; restoring changes everything or nothing."""

import os
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import apsw
import pytest

from selfcare_app.domain.setting import Setting
from selfcare_app.store import backup, migrations
from selfcare_app.store.backup import back_up, restore
from selfcare_app.store.db import Database, StoreError, open_database, open_to_read
from selfcare_app.store.file_key import FileKey
from selfcare_app.store.tables import Tables
from tests.store.test_open import write_database_of
from tests.store.test_tables import RECORDS

DAY = date(2026, 11, 23)


@pytest.fixture
def tables(database: Database) -> Tables:
    kept = Tables(database)
    with database.writing():
        kept.save_all(RECORDS, 1)
    return kept


def everything(database: Database) -> list[object]:
    tables = Tables(database)
    return [
        *tables.habits.all(),
        *tables.entries.of("sit"),
        *tables.entries.of("walk"),
        *tables.pauses.all(),
        *tables.check_ins.all(),
        *tables.settings.all(),
    ]


def test_a_backup_holds_everything_and_is_for_its_owner_only(
    tables: Tables, tmp_path: Path
) -> None:
    target = tmp_path / "copies" / "monday.db"
    back_up(tables.database, target)
    with closing(open_to_read(target)) as copy:
        assert everything(copy) == everything(tables.database)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert stat.S_IMODE(target.parent.stat().st_mode) == 0o700
    assert [file.name for file in target.parent.iterdir()] == ["monday.db"]


def test_a_backup_never_writes_over_a_file(tables: Tables, tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("Dear Ann")
    with pytest.raises(StoreError, match="already a file"):
        back_up(tables.database, target)
    assert target.read_text() == "Dear Ann"


def test_a_backup_into_a_place_that_cannot_be_written_is_told(
    tables: Tables, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        back_up(tables.database, tmp_path / "file" / "copy.db")


def test_a_copy_that_lacks_rows_is_not_kept(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_under = Database.copy_under

    def copy_badly(database: Database, key: FileKey | None, target: Path) -> None:
        copy_under(database, key, target)
        with closing(apsw.Connection(str(target))) as connection:
            connection.execute("DELETE FROM entry")

    # Stands in for a disk that loses what it was given.
    monkeypatch.setattr(Database, "copy_under", copy_badly)
    with pytest.raises(StoreError, match="does not hold everything"):
        back_up(tables.database, tmp_path / "copies" / "copy.db")
    assert list((tmp_path / "copies").iterdir()) == []


def test_folders_are_not_flushed_where_that_cannot_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    backup.flush(tmp_path)
    monkeypatch.setattr(backup, "_FOLDERS_CAN_BE_FLUSHED", False)
    backup.flush(tmp_path)
    assert len(flushed) == 1


def test_restoring_brings_back_what_the_backup_holds(tables: Tables, tmp_path: Path) -> None:
    before = everything(tables.database)
    back_up(tables.database, tmp_path / "copy.db")
    with tables.database.writing():
        tables.remove_all(RECORDS[2:], 2)
        tables.save_all([Setting("later", "1")], 2)
    lost = everything(tables.database)
    restore(tables.database, tmp_path / "copy.db", tmp_path / "kept.db")
    assert everything(tables.database) == before
    with closing(open_to_read(tmp_path / "kept.db")) as kept:
        assert everything(kept) == lost


def test_what_was_restored_is_still_there_after_opening_again(
    tables: Tables, tmp_path: Path, path: Path
) -> None:
    before = everything(tables.database)
    back_up(tables.database, tmp_path / "copy.db")
    restore(tables.database, tmp_path / "copy.db", tmp_path / "kept.db")
    tables.database.close()
    with closing(open_database(path)) as again:
        assert everything(again) == before
        assert again.row("PRAGMA journal_mode") == ("wal",)
    assert [file.name for file in path.parent.iterdir()] == ["selfcare.db"]


def test_an_older_backup_is_migrated_and_stays_as_it_is(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old.db"
    write_database_of(1, old)
    before = old.read_bytes()
    newest = migrations.NEWEST + 1
    steps = [*migrations.steps_after(1)]
    steps.append(migrations.Step(newest, "CREATE TABLE tomorrow (day INTEGER) STRICT"))
    monkeypatch.setattr(migrations, "NEWEST", newest)
    monkeypatch.setattr(migrations, "steps_after", lambda _: iter(steps))
    restore(tables.database, old, tmp_path / "kept.db")
    assert [habit.name for habit in tables.habits.all()] == ["Sit"]
    assert tables.database.row("PRAGMA user_version") == (newest,)
    assert tables.database.row("SELECT count(*) FROM tomorrow") == (0,)
    assert old.read_bytes() == before


def newer(path: Path) -> None:
    write_database_of(1, path)
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute(f"PRAGMA user_version = {migrations.NEWEST + 1}")


def without_entries(path: Path) -> None:
    write_database_of(1, path)
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("DROP TABLE entry")


def truncated(path: Path) -> None:
    write_database_of(1, path)
    path.write_bytes(path.read_bytes()[:9000])


def encrypted(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("PRAGMA cipher = 'chacha20'")
        connection.execute("PRAGMA key = 'secret'")
        connection.execute("CREATE TABLE entry (day INTEGER)")


def of_another_program(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: None, "There is no file"),
        (lambda path: path.mkdir(), "There is no file"),
        (lambda path: path.touch(), "is not a Selfcare database"),
        (lambda path: path.write_text("Dear diary\n" * 500), "is damaged or is not"),
        (newer, "written by a newer Selfcare"),
        (without_entries, "parts of it are missing"),
        (truncated, "is damaged"),
        (encrypted, "is locked with a passphrase"),
        (of_another_program, "is not a Selfcare database"),
    ],
)
def test_what_cannot_be_restored_is_told_and_nothing_changes(
    tables: Tables, tmp_path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    source = tmp_path / "source.db"
    make(source)
    before = everything(tables.database)
    with pytest.raises(StoreError, match=sentence) as raised:
        restore(tables.database, source, tmp_path / "kept.db")
    assert "\n" not in str(raised.value)
    assert everything(tables.database) == before
    assert sorted(file.name for file in tables.database.path.parent.iterdir()) == [
        "selfcare.db",
        "selfcare.db-shm",
        "selfcare.db-wal",
    ]


def test_nothing_is_restored_where_what_is_there_cannot_be_kept(
    tables: Tables, tmp_path: Path
) -> None:
    write_database_of(1, tmp_path / "old.db")
    (tmp_path / "kept.db").write_text("taken")
    before = everything(tables.database)
    with pytest.raises(StoreError, match="already a file"):
        restore(tables.database, tmp_path / "old.db", tmp_path / "kept.db")
    assert everything(tables.database) == before
