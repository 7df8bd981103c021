"""Encryption: no word of the person's lies open in any file, and no key is lost on the way."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from selfcare_app.store import db, encryption
from selfcare_app.store.addresses import address_of
from selfcare_app.store.backup import back_up, restore
from selfcare_app.store.db import (
    Database,
    NeedsPassphrase,
    StoreError,
    WrongKey,
    open_database,
    open_to_read,
)
from selfcare_app.store.encryption import bring_in_line, change_key
from selfcare_app.store.file_key import FileKey, key_of, new_salt, salt_of
from selfcare_app.store.former_keys import (
    copies_await,
    forget_keys,
    former_keys,
    remember_keys,
)

PLAIN_WORD = "Tired after the late session"
FIRST = FileKey(b"1" * 32, b"a" * 16)
SECOND = FileKey(b"2" * 32, b"b" * 16)


def write(database: Database, word: str = PLAIN_WORD, key: str = "note") -> None:
    with database.writing():
        database.change(
            "INSERT OR REPLACE INTO setting (key, value, modified_at) VALUES (?, ?, 1)", (key, word)
        )


def words(database: Database) -> list[str]:
    return [value for (value,) in database.rows("SELECT value FROM setting ORDER BY key")]


def files_that_tell(folder: Path, word: str = PLAIN_WORD) -> list[str]:
    forms = [word.encode("utf-8"), word.encode("utf-16-le")]
    return [
        file.name
        for file in sorted(folder.rglob("*"))
        if file.is_file() and any(form in file.read_bytes() for form in forms)
    ]


@pytest.fixture
def encrypted(path: Path) -> Iterator[Database]:
    opened = open_database(path, FIRST)
    write(opened)
    yield opened
    opened.close()


def test_a_word_lies_open_in_a_plain_database_which_the_search_finds(
    path: Path, database: Database
) -> None:
    write(database)
    assert files_that_tell(path.parent)


def test_a_new_database_with_a_key_tells_nothing_in_any_file(
    path: Path, encrypted: Database
) -> None:
    names = sorted(file.name for file in path.parent.iterdir())
    assert names == ["selfcare.db", "selfcare.db-shm", "selfcare.db-wal"]
    assert files_that_tell(path.parent) == []
    encrypted.close()
    assert files_that_tell(path.parent) == []
    with closing(open_database(path, FIRST)) as again:
        assert words(again) == [PLAIN_WORD]


def test_sorting_and_rewriting_put_nothing_into_files_of_their_own(encrypted: Database) -> None:
    memory = 2
    assert encrypted.row("PRAGMA temp_store") == (memory,)


def test_an_encrypted_database_opens_with_its_key_alone(path: Path, encrypted: Database) -> None:
    encrypted.close()
    for opening in (open_database, open_to_read):
        with pytest.raises(NeedsPassphrase, match="locked with a passphrase"):
            opening(path)
        with pytest.raises(WrongKey, match="does not open with this passphrase"):
            opening(path, SECOND)
    with closing(open_to_read(path, FIRST)) as opened:
        assert words(opened) == [PLAIN_WORD]


def test_other_programs_open_it_with_the_passphrase(path: Path) -> None:
    """SQLCipher's own scheme: the driver makes the key itself here."""
    open_database(path, key_of("quiet river stone", new_salt())).close()
    with closing(apsw.Connection(str(path))) as connection:
        for statement in (
            "PRAGMA cipher = 'sqlcipher'",
            "PRAGMA legacy = 4",
            "PRAGMA key = 'quiet river stone'",
        ):
            connection.execute(statement).fetchall()
        (found,) = connection.execute("PRAGMA application_id").fetchone() or (None,)
    assert found == db.APPLICATION_ID


def test_the_same_passphrase_and_salt_make_the_same_key_however_it_is_typed() -> None:
    composed, decomposed = "Caf\u00e9 am Fluss", "Cafe\u0301 am Fluss"
    salt = new_salt()
    assert key_of(composed, salt) == key_of(decomposed, salt)
    assert key_of(composed, new_salt()) != key_of(composed, salt)
    assert key_of("cafe am Fluss", salt) != key_of(composed, salt)


def test_a_key_never_shows_itself() -> None:
    assert "1" not in repr(FIRST)
    assert FIRST.secret.hex() not in f"{FIRST}"


def test_a_key_is_left_aside_where_the_file_is_plain(path: Path, database: Database) -> None:
    write(database)
    with closing(open_database(path, FIRST)) as again:
        assert again.key is None
        assert words(again) == [PLAIN_WORD]


@pytest.mark.parametrize(
    ("before", "after"), [(None, FIRST), (FIRST, SECOND), (FIRST, None), (None, None)]
)
def test_the_key_changes_and_everything_stays(
    path: Path, before: FileKey | None, after: FileKey | None
) -> None:
    with closing(open_database(path, before)) as database:
        write(database)
        change_key(database, after)
        assert database.key == after
        assert words(database) == [PLAIN_WORD]
        write(database, "Slept well", "z")
        assert database.row("PRAGMA journal_mode") == ("wal",)
        assert database.row("PRAGMA synchronous") == (2,)
        assert former_keys(database) == ([] if before is None else [before])
        assert bool(files_that_tell(path.parent)) == (after is None)
    assert [file.name for file in path.parent.iterdir()] == ["selfcare.db"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with closing(open_database(path, after)) as again:
        assert words(again) == [PLAIN_WORD, "Slept well"]


def test_the_key_does_not_change_while_another_program_has_the_file(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "BUSY_MILLISECONDS", 1)
    with closing(open_database(path)) as here, closing(open_database(path)) as elsewhere:
        write(elsewhere)
        with pytest.raises(StoreError, match="Another program is using"):
            change_key(here, FIRST)
        write(here, "Still here", "z")
        assert words(elsewhere) == [PLAIN_WORD, "Still here"]
    assert salt_of(path) is None


WAITING = """
import sys
from pathlib import Path
from selfcare_app.store import db
from selfcare_app.store.db import StoreError
path = Path(sys.argv[1])
connection = db._connect(path.as_uri(), path, db.READ_AND_WRITE, None)
print("open", flush=True)
sys.stdin.readline()
try:
    database = db.Database(connection, path)
    db._check_ours(database)
    db._set_durability(database)
    with database.writing():
        database.change("INSERT INTO setting (key, value, modified_at) VALUES ('a', '1', 1)")
    print("written", flush=True)
except StoreError as error:
    print(error, flush=True)
"""


def test_whoever_waited_for_the_file_meanwhile_does_not_write_into_the_old_one(
    path: Path, database: Database
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as waiting:
        assert waiting.stdin is not None
        assert waiting.stdout is not None
        assert waiting.stdout.readline() == "open\n"
        change_key(database, FIRST)
        told, _ = waiting.communicate("\n", timeout=20)
    assert "was moved or written anew meanwhile; try again" in told
    assert words(database) == []


def test_a_file_that_was_moved_before_it_was_ready_is_told(path: Path, tmp_path: Path) -> None:
    open_database(path).close()
    connection = db._connect(address_of(path), path, db.READ_AND_WRITE, None)
    opened = Database(connection, path)
    opened.row("PRAGMA journal_mode = DELETE")
    path.rename(tmp_path / "elsewhere.db")
    with pytest.raises(StoreError, match="was moved or written anew meanwhile; try again"):
        db._set_durability(opened)
    opened.close()


def test_where_open_files_cannot_be_replaced_it_is_closed_first(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "OPEN_FILES_CAN_BE_REPLACED", False)
    write(database)
    change_key(database, FIRST)
    assert words(database) == [PLAIN_WORD]
    assert files_that_tell(path.parent) == []


def test_a_copy_that_does_not_hold_everything_changes_nothing(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(database)

    def fail(*_: object) -> None:
        raise StoreError("The copy does not hold everything")

    monkeypatch.setattr(encryption, "write_verified", fail)
    with pytest.raises(StoreError, match="does not hold"):
        change_key(database, FIRST)
    assert database.key is None
    assert salt_of(path) is None
    write(database, "Still here", "z")
    assert words(database) == [PLAIN_WORD, "Still here"]
    assert not path.with_name(".selfcare.db.new").exists()


# Dies at a step of its own choice, as if the power had gone; 0 lets it end.
CHANGING = """
import os, sys
from pathlib import Path
from selfcare_app.store import db, encryption
from selfcare_app.store.file_key import FileKey
path, stop = Path(sys.argv[1]), int(sys.argv[2])
before, after = FileKey(b"1" * 32, b"a" * 16), FileKey(b"2" * 32, b"b" * 16)
database = db.open_database(path, before)
lines = 0
ours = {encryption.__file__, db.__file__, encryption.write_verified.__code__.co_filename}
def trace(frame, event, _):
    global lines
    if frame.f_code.co_filename not in ours:
        return None
    if event == "line":
        lines += 1
        if lines == stop:
            os.kill(os.getpid(), 9)
    return trace
sys.settrace(trace)
encryption.change_key(database, after)
sys.settrace(None)
print(lines)
"""


def change_and_die(path: Path, stop: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CHANGING, str(path), str(stop)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_power_cut_at_any_step_leaves_the_old_state_or_the_new(path: Path) -> None:
    open_database(path, FIRST).close()
    steps = int(change_and_die(path, 0).stdout)
    assert steps > 100
    seen = set()
    for stop in range(1, steps, steps // 24):
        for file in path.parent.iterdir():
            file.unlink()
        with closing(open_database(path, FIRST)) as database:
            write(database)
        assert change_and_die(path, stop).returncode == -signal.SIGKILL
        assert files_that_tell(path.parent) == []
        with closing(open_with_either(path)) as database:
            seen.add(database.key)
            assert words(database) == [PLAIN_WORD]
            assert former_keys(database) == ([FIRST] if database.key == SECOND else [])
            change_key(database, None)  # What is left behind is in nobody's way.
            assert words(database) == [PLAIN_WORD]
    assert seen == {FIRST, SECOND}


def open_with_either(path: Path) -> Database:
    try:
        return open_database(path, FIRST)
    except WrongKey:
        return open_database(path, SECOND)


def test_a_backup_is_encrypted_as_the_database_is(encrypted: Database, tmp_path: Path) -> None:
    back_up(encrypted, tmp_path / "copies" / "monday.db")
    assert files_that_tell(tmp_path) == []
    assert salt_of(tmp_path / "copies" / "monday.db") == FIRST.salt
    with closing(open_to_read(tmp_path / "copies" / "monday.db", FIRST)) as copy:
        assert words(copy) == [PLAIN_WORD]


def test_going_back_keeps_the_key_of_now_and_what_copies_need(
    encrypted: Database, tmp_path: Path
) -> None:
    back_up(encrypted, tmp_path / "monday.db")
    change_key(encrypted, SECOND)
    write(encrypted, "Later", "note")
    with pytest.raises(WrongKey):
        restore(encrypted, tmp_path / "monday.db", tmp_path / "kept.db")
    assert words(encrypted) == ["Later"]
    restore(encrypted, tmp_path / "monday.db", tmp_path / "kept.db", FIRST)
    assert words(encrypted) == [PLAIN_WORD]
    assert encrypted.key == SECOND
    assert former_keys(encrypted) == [FIRST]
    assert salt_of(tmp_path / "kept.db") == SECOND.salt
    assert files_that_tell(tmp_path) == []


@pytest.mark.parametrize("before", [None, FIRST, SECOND])
@pytest.mark.parametrize("after", [None, SECOND])
def test_a_copy_is_brought_in_line_with_the_database(
    tmp_path: Path, before: FileKey | None, after: FileKey | None
) -> None:
    copy = tmp_path / "copy.db"
    with closing(open_database(copy, before)) as database:
        write(database)
    os.utime(copy, (1_000_000_000, 1_000_000_000))
    assert bring_in_line(copy, after, [FIRST, SECOND])
    assert copy.stat().st_mtime == 1_000_000_000  # It is as old as it was.
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(open_to_read(copy, after)) as opened:
        assert opened.key == after
        assert words(opened) == [PLAIN_WORD]
    assert [file.name for file in tmp_path.iterdir()] == ["copy.db"]


def test_a_copy_that_has_a_log_beside_it_leaves_no_word_there(tmp_path: Path) -> None:
    copy = tmp_path / "selfcare-damaged.db"
    with closing(open_database(tmp_path / "selfcare.db")) as database:
        write(database)
        for ending in ("", "-wal"):
            held = (tmp_path / f"selfcare.db{ending}").read_bytes()
            (tmp_path / f"selfcare-damaged.db{ending}").write_bytes(held)
    (tmp_path / "selfcare.db").unlink()
    assert files_that_tell(tmp_path) == ["selfcare-damaged.db-wal"]
    assert bring_in_line(copy, FIRST, [])
    assert files_that_tell(tmp_path) == []
    with closing(open_to_read(copy, FIRST)) as opened:
        assert words(opened) == [PLAIN_WORD]


def test_a_copy_under_a_key_that_nobody_knows_stays_as_it_is(tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    open_database(copy, FileKey(b"3" * 32, b"c" * 16)).close()
    before = copy.read_bytes()
    assert not bring_in_line(copy, SECOND, [FIRST])
    assert not bring_in_line(copy, None, [])
    assert copy.read_bytes() == before


def test_going_back_does_not_forget_that_plain_copies_wait(path: Path, tmp_path: Path) -> None:
    with closing(open_database(path)) as database:
        write(database)
        back_up(database, tmp_path / "old.db")
        change_key(database, FIRST)
        restore(database, tmp_path / "old.db", tmp_path / "kept.db")
        assert copies_await(database)
        assert former_keys(database) == []


def test_former_keys_are_kept_once_and_let_go_together(database: Database) -> None:
    remember_keys(database, [FIRST])
    remember_keys(database, [FIRST, SECOND])
    assert former_keys(database) == [FIRST, SECOND]
    forget_keys(database)
    assert former_keys(database) == []
