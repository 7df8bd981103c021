"""How a command ends: what is said, where, and with which status."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from selfcare_app import __version__
from selfcare_app.commands import today as today_command
from selfcare_app.paths import data_folder, database_file, log_file
from selfcare_app.services.workspace import open_workspace
from tests.cli.conftest import Answer, Selfcare, add

REPOSITORY = Path(__file__).parents[2]


def start(*words: str, **environment: str) -> Answer:
    """Runs `selfcare` as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "selfcare_app", *words],
        capture_output=True,
        env=os.environ | environment,
        cwd=REPOSITORY,
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_command_works_as_a_process(selfcare: Selfcare) -> None:
    add(selfcare, "Sit 🧘")
    answer = start("habits", PYTHONIOENCODING="utf-8")
    assert (answer.status, answer.err) == (0, "")
    assert "Sit 🧘" in answer.out


def test_the_version_is_told(selfcare: Selfcare) -> None:
    assert selfcare("--version") == Answer(0, f"selfcare {__version__}\n", "")


@pytest.mark.parametrize("words", [["--help"], ["log", "--help"], ["stats", "--help"]])
def test_help_is_told_and_hides_what_is_for_measuring(selfcare: Selfcare, words: list[str]) -> None:
    answer = selfcare(*words)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("usage: selfcare")
    assert "exit-after-paint" not in answer.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["dance"], "invalid choice: 'dance'"),
        (["dance", "today"], "(choose from 'demo', 'add', 'habits', "),
        (["habits", "extra"], "“extra” is not understood here"),
        (["habits", "--jsn"], "“--jsn” is not understood here"),
        (["--jsn"], "“--jsn” is not understood here"),
        (["--data-dir"], "expected one argument"),
        (["export", "x.json", "--format", "xml"], "invalid choice: 'xml'"),
        (["restore"], "required: FILE"),
    ],
)
def test_wrong_use_is_told_in_one_line(selfcare: Selfcare, words: list[str], sentence: str) -> None:
    told = selfcare(*words).sentence
    assert sentence in told
    assert "--help” shows" in told


def test_the_data_folder_can_be_said_before_and_after_the_command(
    selfcare: Selfcare, tmp_path: Path
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    selfcare("--data-dir", one, "add", "First")
    selfcare("add", "Second", "--data-dir", two)
    assert selfcare("habits", "--data-dir", one, "--json").json["habits"][0]["name"] == "First"
    assert selfcare("--data-dir", two, "habits", "--json").json["habits"][0]["name"] == "Second"
    assert not data_folder().exists()


def test_a_folder_that_cannot_be_written_is_told(selfcare: Selfcare, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told = selfcare("today", "--data-dir", tmp_path / "file" / "data").sentence
    assert "cannot be written" in told
    assert "--data-dir" in told


def test_a_newer_database_is_told_and_left_as_it_is(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    workspace = open_workspace(database_file(data_folder()))
    workspace.database.row("PRAGMA user_version = 999")
    workspace.close()
    before = database_file(data_folder()).read_bytes()
    assert "newer Selfcare" in selfcare("log", "sit").sentence
    assert database_file(data_folder()).read_bytes() == before


def test_a_fault_of_ours_is_one_line_and_a_log_without_private_words(
    selfcare: Selfcare, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(selfcare, "A private name")

    def fail(*_: object) -> None:
        raise RuntimeError("A private name")

    monkeypatch.setattr(today_command, "_say_in_words", fail)
    answer = selfcare("today")
    log = log_file(data_folder())
    assert answer == Answer(
        1, "", f"selfcare: Something in Selfcare went wrong; “{log}” says where.\n"
    )
    assert "RuntimeError" in log.read_text()
    assert "private" not in log.read_text()


def test_a_fault_that_cannot_be_logged_is_told_all_the_same(
    selfcare: Selfcare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today_command, "opened", lambda _: 1 / 0)
    data_folder().parent.mkdir(parents=True)
    data_folder().touch()
    answer = selfcare("today")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "selfcare: Something in Selfcare went wrong (ZeroDivisionError).\n"


def test_ctrl_c_ends_quietly(selfcare: Selfcare, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(today_command, "opened", interrupt)
    assert selfcare("today") == Answer(128 + signal.SIGINT, "", "")


def test_a_reader_that_has_had_enough_ends_a_command_quietly(selfcare: Selfcare) -> None:
    for number in range(3):
        add(selfcare, f"Habit {number}")
    with subprocess.Popen(
        [sys.executable, "-m", "selfcare_app", "stats", "--json", "--daily"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=REPOSITORY,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="This system has no /dev/full.")
def test_output_that_cannot_be_written_is_told(selfcare: Selfcare) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "selfcare_app", "habits"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=REPOSITORY,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("selfcare: ")
    assert done.stderr.count(b"\n") == 1


def test_a_terminal_without_unicode_shows_what_it_can(selfcare: Selfcare) -> None:
    add(selfcare, "Sit 🧘")
    answer = start("habits", PYTHONIOENCODING="ascii")
    assert answer.status == 0
    assert "Sit ?" in answer.out
    told = start("habits", "--json", PYTHONIOENCODING="latin-1")
    assert told.json["habits"][0]["name"] == "Sit 🧘"


NO_QT = """
import sys
from selfcare_app.cli import main

for words in {commands!r}:
    assert main(words) == 0, words
loaded = {{name.partition(".")[0] for name in sys.modules}}
assert not loaded & {{"PySide6", "shiboken6", "pyqtgraph", "numpy", "socket", "sqlite3"}}, loaded
"""


def test_commands_load_neither_qt_nor_a_network(tmp_path: Path) -> None:
    commands = [
        ["add", "Sit"],
        ["log", "sit"],
        ["habits"],
        ["today"],
        ["today", "--json"],
        ["stats", "--json", "--daily"],
        ["backup", str(tmp_path / "copy.db")],
        ["backups"],
        ["rescue", "--json"],
        ["restore", str(tmp_path / "copy.db")],
        ["export", str(tmp_path / "all.json")],
        ["export", str(tmp_path / "all.zip")],
        ["import", str(tmp_path / "all.json")],
    ]
    done = subprocess.run(
        [sys.executable, "-c", NO_QT.format(commands=commands)],
        capture_output=True,
        cwd=REPOSITORY,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_days_are_real_calendar_days(selfcare: Selfcare, today: date) -> None:
    assert abs((date.today() - today).days) <= 1
