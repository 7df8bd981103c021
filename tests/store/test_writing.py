"""Writing: all of a transaction or none, whatever the disk or another program does."""

import resource
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from selfcare_app.store import db
from selfcare_app.store.db import Database, StoreError, milliseconds_now, open_database

INSERT = "INSERT INTO setting (key, value, modified_at) VALUES (?, ?, 1)"


def settings_in(database: Database) -> int:
    row = database.row("SELECT count(*) FROM setting")
    assert row is not None
    return int(row[0])


def test_what_was_written_is_there_after_opening_again(path: Path, database: Database) -> None:
    with database.writing():
        database.change(INSERT, ("theme", "1"))
    database.close()
    with closing(open_database(path)) as again:
        assert settings_in(again) == 1


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.writing():
        database.change(INSERT, ("theme", "1"))
        raise ZeroDivisionError
    assert settings_in(database) == 0
    with database.writing():
        database.change(INSERT, ("theme", "1"))
    assert settings_in(database) == 1


def test_a_full_disk_is_told_and_nothing_is_kept(database: Database) -> None:
    # SQLite's own bound on pages gives the very error that a full disk gives.
    with database.writing():
        database.change(INSERT, ("before", "kept"))
    pages = database.row("PRAGMA page_count")
    assert pages is not None
    database.row(f"PRAGMA max_page_count = {pages[0]}")
    with pytest.raises(StoreError, match="disk is full"), database.writing():
        database.change(INSERT, ("large", "x" * 100_000))
    assert settings_in(database) == 1
    database.row("PRAGMA max_page_count = 100000")
    with database.writing():
        database.change(INSERT, ("large", "x" * 100_000))
    assert settings_in(database) == 2


def test_a_disk_that_takes_no_more_of_a_file_is_told_and_nothing_is_kept(
    path: Path, database: Database
) -> None:
    with database.writing():
        database.change(INSERT, ("before", "kept"))
    wal = path.with_name("selfcare.db-wal")
    unbounded = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (wal.stat().st_size, unbounded[1]))
    try:
        with pytest.raises(StoreError, match="did not take"), database.writing():
            database.change(INSERT, ("large", "x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unbounded)
    assert settings_in(database) == 1


def test_a_read_only_file_is_told_and_nothing_is_kept(database: Database) -> None:
    database.row("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="is read-only"), database.writing():
        database.change(INSERT, ("theme", "1"))
    assert settings_in(database) == 0


def test_a_busy_database_is_told_after_a_while(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "BUSY_MILLISECONDS", 1)
    with closing(open_database(path)) as other, database.writing():
        with pytest.raises(StoreError, match="Another program is using"), other.writing():
            pass
        database.change(INSERT, ("theme", "1"))
    assert settings_in(database) == 1


def test_what_others_wrote_since_opening_is_noticed_once(path: Path, database: Database) -> None:
    assert not database.changed_elsewhere()
    with closing(open_database(path)) as other, other.writing():
        other.change(INSERT, ("theme", "1"))
    assert database.changed_elsewhere()
    assert not database.changed_elsewhere()


def test_a_change_right_after_opening_is_noticed_at_the_first_look(path: Path) -> None:
    with closing(open_database(path)) as database, closing(open_database(path)) as other:
        with other.writing():
            other.change(INSERT, ("theme", "1"))
        assert database.changed_elsewhere()


def test_one_s_own_writing_is_no_change_elsewhere(database: Database) -> None:
    with database.writing():
        database.change(INSERT, ("theme", "1"))
    assert not database.changed_elsewhere()


WRITE_UNTIL_KILLED = f"""
import sys
from pathlib import Path
from selfcare_app.store.db import open_database

database = open_database(Path(sys.argv[1]))
number = 0
while True:
    with database.writing():
        database.change({INSERT!r}, (f"a{{number}}", "1"))
        database.change({INSERT!r}, (f"b{{number}}", "1"))
    print(number, flush=True)
    number += 1
"""


def test_a_killed_program_loses_nothing_that_was_saved(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITE_UNTIL_KILLED, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as writer:
        assert writer.stdout is not None
        saved = [int(writer.stdout.readline()) for _ in range(20)][-1]
        writer.send_signal(signal.SIGKILL)
    with closing(open_database(path)) as database:
        database.check()
        names = {name for (name,) in database.rows("SELECT key FROM setting")}
    assert {f"{letter}{number}" for letter in "ab" for number in range(saved + 1)} <= names
    assert len(names) % 2 == 0


def test_damage_is_noticed(path: Path, database: Database) -> None:
    with database.writing():
        for number in range(2000):
            database.change(INSERT, (f"key {number}", "x" * 50))
    database.check()
    database.close()
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 3000] = b"\x99" * 3000
    path.write_bytes(content)
    with (
        closing(open_database(path)) as damaged,
        pytest.raises(StoreError, match="is damaged"),
    ):
        damaged.check()


def test_the_clock_counts_milliseconds_since_1970() -> None:
    assert 1_700_000_000_000 < milliseconds_now() < 10_000_000_000_000
