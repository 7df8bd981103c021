"""The connection to D-Bus: calls, signals, and every way in which a bus can fail."""

import contextlib
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from selfcare_app.desktop import bus as buses
from selfcare_app.desktop.bus import Bus, session_bus, system_bus
from tests.desktop.desk import Desk, needed

DAEMON = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class Answers(list[Any]):
    """What was answered, in order."""

    def __call__(self, body: object) -> None:
        self.append(body)


@pytest.fixture
def parent(qtbot: QtBot) -> QObject:
    del qtbot  # Qt's event loop has to be there.
    return QObject()


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[socket.socket]:
    """A bus that takes calls and never says anything by itself."""
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(tmp_path / "bus"))
    listening.listen()
    yield listening
    listening.close()


def test_a_call_is_answered(bus: str, parent: QObject, qtbot: QtBot) -> None:
    answers = Answers()
    Bus(bus, parent).call(*DAEMON, "NameHasOwner", "s", (DAEMON[0],), on_reply=answers)
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert answers == [(True,)]


def test_an_error_is_answered_by_none(bus: str, parent: QObject, qtbot: QtBot) -> None:
    answers = Answers()
    Bus(bus, parent).call(*DAEMON, "NoSuchMethod", on_reply=answers)
    qtbot.waitUntil(lambda: answers == [None])


def test_a_signal_is_heard_by_whoever_watches_it(desk: Desk, parent: QObject, qtbot: QtBot) -> None:
    heard, other = Answers(), Answers()
    watching = Bus(desk.address, parent)
    watching.watch("org.example.Thing", "Changed", heard)
    watching.watch("org.example.Thing", "Gone", other)
    ready = Answers()
    watching.call(*DAEMON, "GetId", on_reply=ready)
    qtbot.waitUntil(lambda: len(ready) == 1)
    desk.signal("/thing", "org.example.Thing.Changed", "string:now")
    qtbot.waitUntil(lambda: heard == [("now",)])
    assert other == []


@pytest.mark.parametrize(
    "address", ["", "unix:path=/nowhere", "unix:abstract=none", "x", "tcp:a=b"]
)
def test_without_a_bus_every_call_gets_none(parent: QObject, address: str) -> None:
    answers = Answers()
    nowhere = Bus(address, parent)
    nowhere.call(*DAEMON, "GetId", on_reply=answers)
    nowhere.call(*DAEMON, "GetId")
    nowhere.watch("org.example.Thing", "Changed", answers)
    assert not nowhere.is_open
    assert answers == [None]


def test_a_bus_that_dies_answers_what_waits_and_says_that_it_is_lost(
    parent: QObject, qtbot: QtBot, silent: socket.socket
) -> None:
    answers = Answers()
    dying = Bus(f"unix:path={silent.getsockname()}", parent)
    dying.call(*DAEMON, "GetId", on_reply=answers)
    accepted, _ = silent.accept()
    with qtbot.waitSignal(dying.lost):
        accepted.close()
    assert answers == [None]
    assert not dying.is_open


def test_a_bus_that_says_nothing_holds_nobody_up(
    parent: QObject, qtbot: QtBot, silent: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(buses, "REPLY_MILLISECONDS", 50)
    answers = Answers()
    quiet = Bus(f"unix:path={silent.getsockname()}", parent)
    quiet.call(*DAEMON, "GetId", on_reply=answers)
    qtbot.waitUntil(lambda: answers == [None])
    quiet.close()
    quiet.close()


@pytest.mark.parametrize("words", [b"REJECTED EXTERNAL\r\n", b"OK 1\r\n\x00\xff" + b"x" * 100])
def test_a_bus_that_does_not_let_in_is_none(
    parent: QObject, qtbot: QtBot, silent: socket.socket, words: bytes
) -> None:
    refused = Bus(f"unix:path={silent.getsockname()}", parent)
    accepted, _ = silent.accept()
    with qtbot.waitSignal(refused.lost):
        accepted.sendall(words)
    accepted.close()


def test_what_is_no_message_ends_the_connection(
    parent: QObject, qtbot: QtBot, silent: socket.socket
) -> None:
    garbled = Bus(f"unix:path={silent.getsockname()}", parent)
    accepted, _ = silent.accept()
    accepted.sendall(b"OK 1234\r\n")
    accepted.setblocking(True)
    read = b""

    def begun() -> bool:
        nonlocal read
        accepted.settimeout(0.05)
        with contextlib.suppress(TimeoutError):
            read += accepted.recv(4096)
        return b"BEGIN" in read

    qtbot.waitUntil(begun)
    with qtbot.waitSignal(garbled.lost):
        accepted.sendall(b"q" * 64)
    accepted.close()


def test_a_bus_that_takes_nothing_more_is_lost(
    parent: QObject, qtbot: QtBot, silent: socket.socket
) -> None:
    stuck = Bus(f"unix:path={silent.getsockname()}", parent)
    accepted, _ = silent.accept()
    accepted.sendall(b"OK 1234\r\n")
    qtbot.waitUntil(lambda: stuck.let_in)
    with qtbot.waitSignal(stuck.lost):
        for _ in range(200):
            stuck.call(*DAEMON, "GetId", "s", ("x" * 60_000,))
    accepted.close()


def test_the_addresses_are_those_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/a")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/b")
    assert (session_bus(), system_bus()) == ("unix:path=/a", "unix:path=/b")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.delenv("DBUS_SYSTEM_BUS_ADDRESS")
    assert session_bus() == ""
    assert system_bus().startswith("unix:path=")


def test_a_stopped_bus_holds_nobody_up(parent: QObject, tmp_path: Path, qtbot: QtBot) -> None:
    import subprocess

    from tests.desktop.desk import bus_config

    answers = Answers()
    with subprocess.Popen(
        [
            needed("dbus-daemon"),
            "--config-file",
            bus_config(tmp_path),
            "--nofork",
            "--print-address",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        os.kill(daemon.pid, signal.SIGSTOP)
        stopped = Bus(address, parent)
        stopped.call(*DAEMON, "GetId", on_reply=answers)
        assert answers == []
        os.kill(daemon.pid, signal.SIGCONT)
        qtbot.waitUntil(lambda: len(answers) == 1)
        daemon.terminate()
    assert answers[0] is not None
