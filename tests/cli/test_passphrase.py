"""Locked data on the command line: asked for, read from a file descriptor, never an argument."""

import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select

import keyring
import pytest

from selfcare_app.commands import unlocking
from selfcare_app.paths import backup_folder, data_folder, database_file
from selfcare_app.services.key_store import KeyStore
from selfcare_app.services.passphrase import key_that_opens
from selfcare_app.services.workspace import is_locked
from tests.cli.conftest import Answer, Selfcare, add
from tests.services.keys import KeysInMemory
from tests.store.test_encryption import files_that_tell

WORDS = "quiet river stone lamp"
OTHER_WORDS = "seven green glass birds"
NAME = "Sitting by the window"


@contextmanager
def lines(*words: str | bytes) -> Iterator[str]:
    """The number of an open file that holds `words`, a line each."""
    reading, writing = os.pipe()
    for word in words:
        os.write(writing, (word if isinstance(word, bytes) else word.encode()) + b"\n")
    os.close(writing)
    yield str(reading)
    os.close(reading)


@pytest.fixture
def given(selfcare: Selfcare) -> "Given":
    return Given(selfcare)


class Given:
    """Runs a command with passphrases at hand."""

    def __init__(self, selfcare: Selfcare) -> None:
        self._selfcare = selfcare

    def __call__(self, *command: str | Path, words: tuple[str | bytes, ...] = (WORDS,)) -> Answer:
        with lines(*words) as number:
            return self._selfcare(*command, "--passphrase-fd", number)


@pytest.fixture
def locked(selfcare: Selfcare, given: Given) -> str:
    """A habit in locked data; gives the recovery key."""
    add(selfcare, NAME)
    selfcare("backup")
    told = given("passphrase", "set").out
    found = re.search(r"^  ([0-9A-Z ]{69})$", told, re.MULTILINE)
    assert found
    return found[1]


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlocking, "_TERMINAL", "/nowhere")


def test_locking_leaves_no_word_open_and_prints_the_recovery_key(locked: str) -> None:
    folder = data_folder()
    assert is_locked(database_file(folder))
    assert [is_locked(copy) for copy in backup_folder(folder).iterdir()] == [True]
    assert files_that_tell(folder, NAME) == []


def test_commands_take_the_passphrase_or_the_recovery_key_from_a_file_descriptor(
    given: Given, locked: str
) -> None:
    assert NAME in given("habits").out
    assert NAME in given("habits", words=(locked,)).out
    assert given("log", "sitting", words=(WORDS,)).status == 0
    assert "does not open with that" in given("habits", words=("quiet river",)).sentence


def test_no_file_anywhere_tells_a_word_after_a_day_of_commands(
    given: Given, locked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    tempfile.tempdir = None
    then = tmp_path / "then.db"
    commands: tuple[tuple[str | Path, ...], ...] = (
        ("log", "sitting", "--note", f"{NAME}, tired"),
        ("today",),
        ("stats", "--daily"),
        ("add", f"{NAME} again", "--cue", f"After {NAME}"),
        ("hours", "set", "mon-fri", "09:00-17:00"),
        ("wrap-up", "--tomorrow", f"{NAME} first"),
        ("backup", then),
        ("backup",),
        ("restore", then),
        ("log", f"{NAME} again", "--rest"),
    )
    for command in commands:
        assert given(*command).status == 0, command
    tempfile.tempdir = None
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) > 300_000
    assert files_that_tell(tmp_path, NAME) == []
    assert list(temporary.iterdir()) == []


def test_what_is_not_given_is_asked_for_or_told(
    selfcare: Selfcare, given: Given, locked: str
) -> None:
    assert "run the command in a terminal" in selfcare("habits").sentence
    assert "There is no passphrase in what" in given("habits", words=()).sentence
    assert (
        "takes the number of an open file"
        in selfcare("habits", "--passphrase-fd", "secret").sentence
    )
    assert "Nothing can be read from" in selfcare("habits", "--passphrase-fd", "999").sentence
    assert "Nothing can be read from" in given("habits", words=(b"\xff\xfe",)).sentence


def test_the_key_store_spares_the_question(selfcare: Selfcare, given: Given, locked: str) -> None:
    before, keys = keyring.get_keyring(), KeysInMemory()
    keyring.set_keyring(keys)
    try:
        path = database_file(data_folder())
        KeyStore(path.parent).keep(key_that_opens(path, WORDS))
        assert NAME in selfcare("habits").out
        keys.locked = True
        assert "run the command in a terminal" in selfcare("habits").sentence
    finally:
        keyring.set_keyring(before)


def test_the_passphrase_changes_and_goes(selfcare: Selfcare, given: Given, locked: str) -> None:
    changed = given("passphrase", "set", words=(WORDS, OTHER_WORDS))
    assert "recovery key" in changed.out
    assert locked not in changed.out
    assert "does not open" in given("habits").sentence
    assert "does not open" in given("habits", words=(locked,)).sentence
    assert "no longer locked" in given("passphrase", "remove", words=(OTHER_WORDS,)).out
    assert NAME in selfcare("habits").out
    assert [is_locked(copy) for copy in backup_folder(data_folder()).iterdir()] == [False]
    assert "There is no passphrase" in selfcare("passphrase", "remove").sentence


def test_a_short_passphrase_changes_nothing(selfcare: Selfcare, given: Given) -> None:
    add(selfcare, NAME)
    assert "at least 8 characters" in given("passphrase", "set", words=("short",)).sentence
    assert not is_locked(database_file(data_folder()))


def test_a_copy_that_stays_as_it_was_is_named(selfcare: Selfcare, given: Given) -> None:
    add(selfcare, NAME)
    odd = data_folder() / "selfcare-damaged-2026-11-20.db"
    odd.write_text("not a database")
    assert str(odd) in given("passphrase", "set").out


def test_going_back_asks_for_the_passphrase_of_the_backup(
    given: Given, locked: str, tmp_path: Path
) -> None:
    then = tmp_path / "then.db"
    given("backup", then)
    given("passphrase", "set", words=(WORDS, OTHER_WORDS))
    assert "does not open" in given("restore", then, words=(OTHER_WORDS, "no idea")).sentence
    assert given("restore", then, words=(OTHER_WORDS, WORDS)).status == 0
    now = tmp_path / "now.db"
    given("backup", now, words=(OTHER_WORDS,))
    assert given("restore", now, words=(OTHER_WORDS,)).status == 0
    assert NAME in given("habits", words=(OTHER_WORDS,)).out
    assert files_that_tell(tmp_path, NAME) == []


def test_a_locked_backup_that_goes_back_into_open_data_is_told(
    given: Given, locked: str, tmp_path: Path
) -> None:
    then = tmp_path / "then.db"
    given("backup", then)
    given("passphrase", "remove")
    told = given("restore", then).out
    assert "your data here has none" in told
    assert "selfcare passphrase set" in told


def test_a_plain_backup_goes_back_into_locked_data(
    selfcare: Selfcare, given: Given, tmp_path: Path
) -> None:
    add(selfcare, NAME)
    selfcare("backup", tmp_path / "plain.db")
    given("passphrase", "set")
    assert given("restore", tmp_path / "plain.db").status == 0
    assert is_locked(database_file(data_folder()))


def on_a_terminal(*command: str, answers: tuple[str, ...]) -> tuple[int, str]:
    """Run `selfcare` as its own process on a terminal, and answer each question in turn."""
    try:
        child, terminal = pty.fork()
    except OSError:
        pytest.skip("there are no terminals here")
    if not child:
        os.execv(sys.executable, [sys.executable, "-m", "selfcare_app", *command])
    shown = ""
    waiting = list(answers)
    while select([terminal], [], [], 30)[0]:
        try:
            shown += os.read(terminal, 1024).decode()
        except OSError:  # The other end is closed.
            break
        if waiting and shown.endswith(": "):
            shown += "\n"
            os.write(terminal, f"{waiting.pop(0)}\n".encode())
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), shown


def test_on_a_terminal_the_passphrase_is_asked_for_and_not_shown(locked: str) -> None:
    status, shown = on_a_terminal("habits", answers=(WORDS,))
    assert status == 0
    assert NAME in shown
    assert "Passphrase: " in shown
    assert WORDS not in shown


def test_a_new_passphrase_is_typed_twice_on_a_terminal(selfcare: Selfcare) -> None:
    add(selfcare, NAME)
    status, shown = on_a_terminal("passphrase", "set", answers=(WORDS, "quiet river stone lamb"))
    assert status == 2
    assert "not the same; nothing was changed" in shown
    status, shown = on_a_terminal("passphrase", "set", answers=(WORDS, WORDS))
    assert status == 0
    assert "Your recovery key" in shown
    assert WORDS not in shown


def test_no_argument_takes_a_passphrase() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "selfcare_app", "habits", "--passphrase", WORDS],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert told.returncode == 2
    assert "is not understood here" in told.stderr
