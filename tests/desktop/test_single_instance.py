"""One running program a folder: a second start hands over, whatever became of the first."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from selfcare_app.desktop import single_instance
from selfcare_app.desktop.single_instance import LONGEST_MESSAGE, Claim, SingleInstance

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from selfcare_app.desktop.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]), application)
instance.asked.connect(lambda what: print("asked", what, flush=True))
claim = instance.claim("show")
instance.listen()
print(claim.name, flush=True)
application.exec()
"""


class Holder:
    """Another process that claims a folder."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(folder)],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.claim = self.line()

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def hold(tmp_path: Path) -> Iterator[Callable[[], Holder]]:
    holders: list[Holder] = []

    def made() -> Holder:
        holders.append(Holder(tmp_path))
        return holders[-1]

    yield made
    for each in holders:
        each.process.send_signal(signal.SIGCONT)
        each.kill()
        assert each.process.stdout is not None
        each.process.stdout.close()


@pytest.fixture
def instance(tmp_path: Path, qtbot: QtBot) -> Iterator[SingleInstance]:
    del qtbot  # Qt's event loop has to be there.
    made = SingleInstance(tmp_path)
    yield made
    made.release()


def test_the_first_start_is_the_first(instance: SingleInstance) -> None:
    assert instance.claim("show") is Claim.FIRST


def test_a_second_start_tells_the_first(hold: Callable[[], Holder], tmp_path: Path) -> None:
    first = hold()
    assert first.claim == "FIRST"
    assert SingleInstance(tmp_path).claim("show") is Claim.HANDED_OVER
    assert first.line() == "asked show"
    assert SingleInstance(tmp_path).claim("nothing") is Claim.HANDED_OVER
    assert first.line() == "asked nothing"


def test_another_folder_is_another_program(
    hold: Callable[[], Holder], tmp_path: Path, qtbot: QtBot
) -> None:
    hold()
    other = tmp_path / "other"
    other.mkdir()
    elsewhere = SingleInstance(other)
    assert elsewhere.claim("show") is Claim.FIRST
    elsewhere.release()


def test_the_same_folder_by_another_name_is_the_same(
    hold: Callable[[], Holder], tmp_path: Path
) -> None:
    hold()
    (tmp_path.parent / "link").symlink_to(tmp_path)
    assert SingleInstance(tmp_path.parent / "link").claim("show") is Claim.HANDED_OVER


def test_after_a_kill_the_next_start_is_the_first(
    hold: Callable[[], Holder], instance: SingleInstance
) -> None:
    hold().kill()
    assert instance.claim("show") is Claim.FIRST


def test_one_that_ended_leaves_the_place(instance: SingleInstance, tmp_path: Path) -> None:
    instance.claim("show")
    instance.release()
    other = SingleInstance(tmp_path)
    assert other.claim("show") is Claim.FIRST
    other.release()


def test_one_that_hangs_is_not_waited_for_long(
    hold: Callable[[], Holder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE", 0.2)
    monkeypatch.setattr(single_instance, "_STARTING", 0.2)
    first = hold()
    first.process.send_signal(signal.SIGSTOP)
    assert SingleInstance(tmp_path).claim("show") is Claim.NO_ANSWER


def test_one_that_only_starts_is_waited_for(
    instance: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instance.claim("show")
    tries: list[str] = []

    def told(folder: Path, message: str, patience: float) -> bool:
        del folder, patience
        tries.append(message)
        return len(tries) == 3

    monkeypatch.setattr(single_instance, "tell", told)
    assert SingleInstance(tmp_path).claim("show") is Claim.HANDED_OVER
    assert tries == ["show"] * 3


def test_where_no_lock_can_be_kept_the_program_starts_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nowhere"))
    assert SingleInstance(tmp_path).claim("show") is Claim.FIRST


def test_what_sends_too_much_is_not_listened_to(instance: SingleInstance, qtbot: QtBot) -> None:
    instance.claim("show")
    instance.listen()
    asked: list[str] = []
    instance.asked.connect(asked.append)
    socket = QLocalSocket()
    socket.connectToServer(instance.address)
    assert socket.waitForConnected()
    socket.write(b"x" * (LONGEST_MESSAGE + 10))
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert asked == []


def test_nobody_else_may_speak_to_it(instance: SingleInstance) -> None:
    instance.claim("show")
    instance.listen()
    assert Path(instance.address).stat().st_mode & 0o077 == 0
