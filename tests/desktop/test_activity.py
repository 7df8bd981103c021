"""Idle time: a length alone, from whatever the system has, and unknown where it does not say."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from selfcare_app.desktop.activity import Activity, source_here
from selfcare_app.desktop.idle_bus import LONGEST_AGE, BusIdle
from selfcare_app.desktop.idle_macos import MacIdle
from selfcare_app.desktop.idle_windows import WindowsIdle, seconds_between
from selfcare_app.desktop.idle_x11 import X11Idle
from tests.desktop.desk import Desk, needed, until

SERVICE = """
import sys
from jeepney import new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
name, signature, value = sys.argv[2], sys.argv[3], int(sys.argv[4])
connection = open_dbus_connection(sys.argv[1])
connection.send_and_get_reply(message_bus.RequestName(name))
print("ready", flush=True)
while True:
    message = connection.receive()
    if message.header.fields.get(3) in ("GetIdletime", "GetSessionIdleTime") and value >= 0:
        connection.send(new_method_return(message, signature, (value,)))
"""


class Seconds:
    """A clock that the test moves."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def parent(qtbot: QtBot) -> QObject:
    del qtbot  # Qt's event loop has to be there.
    return QObject()


@pytest.fixture
def answering(bus: str) -> Iterator[Callable[[str, str, int], None]]:
    """Starts a desktop that answers so much, or, with -1, never."""
    running: list[subprocess.Popen[bytes]] = []

    def start(name: str, signature: str, value: int) -> None:
        words = [sys.executable, "-c", SERVICE, bus, name, signature, str(value)]
        started = subprocess.Popen(words, stdout=subprocess.PIPE)
        running.append(started)
        assert started.stdout is not None
        started.stdout.readline()

    yield start
    for each in running:
        each.kill()
        each.wait()
        assert each.stdout is not None
        each.stdout.close()


def test_on_x11_it_grows_and_falls_back_with_a_key(desk: Desk) -> None:
    needed("xdotool")
    idle = X11Idle(desk.environment["DISPLAY"])

    def seconds() -> float:
        found = idle.idle_seconds()
        assert found is not None
        return found

    until(lambda: seconds() > 0.5)
    desk.run("xdotool", "key", "a")
    until(lambda: seconds() < 0.5)


def test_a_display_that_went_away_is_unknown(display: str) -> None:
    idle = X11Idle(display)
    assert idle.idle_seconds() is not None
    assert X11Idle(":9999").idle_seconds() is None


def test_gnome_tells_milliseconds(
    bus: str, parent: QObject, qtbot: QtBot, answering: Callable[[str, str, int], None]
) -> None:
    answering("org.gnome.Mutter.IdleMonitor", "t", 90_500)
    clock = Seconds()
    idle = BusIdle(parent, bus, clock)
    qtbot.waitUntil(lambda: idle.idle_seconds() == 90.5)
    clock.now += 10
    assert idle.idle_seconds() == 100.5


def test_other_desktops_tell_seconds(
    bus: str, parent: QObject, qtbot: QtBot, answering: Callable[[str, str, int], None]
) -> None:
    answering("org.freedesktop.ScreenSaver", "u", 42)
    idle = BusIdle(parent, bus, Seconds())
    qtbot.waitUntil(lambda: idle.idle_seconds() == 42)


def test_a_screen_saver_that_always_says_nothing_is_unknown(
    bus: str, parent: QObject, qtbot: QtBot, answering: Callable[[str, str, int], None]
) -> None:
    answering("org.freedesktop.ScreenSaver", "u", 0)
    idle = BusIdle(parent, bus, Seconds())
    qtbot.waitUntil(lambda: not idle.asks)
    assert idle.idle_seconds() is None


def test_an_old_answer_says_nothing(
    bus: str, parent: QObject, qtbot: QtBot, answering: Callable[[str, str, int], None]
) -> None:
    answering("org.gnome.Mutter.IdleMonitor", "t", 1000)
    clock = Seconds()
    idle = BusIdle(parent, bus, clock)
    qtbot.waitUntil(lambda: idle.idle_seconds() is not None)
    clock.now += LONGEST_AGE + 1
    assert idle.idle_seconds() is None


def test_a_desktop_that_never_answers_is_unknown_and_holds_nobody_up(
    bus: str, parent: QObject, answering: Callable[[str, str, int], None]
) -> None:
    answering("org.gnome.Mutter.IdleMonitor", "t", -1)
    assert BusIdle(parent, bus).idle_seconds() is None


def test_without_anybody_to_ask_it_is_unknown(bus: str, parent: QObject, qtbot: QtBot) -> None:
    idle = BusIdle(parent, bus)
    qtbot.waitUntil(lambda: not idle.asks)
    assert idle.idle_seconds() is None
    assert BusIdle(parent, "").idle_seconds() is None


@pytest.mark.parametrize(
    ("last", "now", "seconds"),
    [(1_000, 3_500, 2.5), (2**32 - 500, 1_500, 2.0), (7, 7, 0.0)],
)
def test_on_windows_the_count_may_begin_anew(last: int, now: int, seconds: float) -> None:
    assert seconds_between(last, now) == seconds


def test_the_sources_of_other_systems_are_unknown_here() -> None:
    assert WindowsIdle().idle_seconds() is None
    assert MacIdle().idle_seconds() is None


class Touched:
    """A system on which somebody touched something so long ago."""

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds

    def idle_seconds(self) -> float | None:
        return self.seconds


@pytest.mark.parametrize(("idle", "seen"), [(30.5, 969), (0.0, 1000), (None, None)])
def test_the_last_sign_is_an_instant(parent: QObject, idle: float | None, seen: int | None) -> None:
    assert Activity(parent, Touched(idle), Seconds()).seen_at() == seen


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        ({"DISPLAY": ":0"}, X11Idle),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, BusIdle),
        ({}, BusIdle),
    ],
)
def test_the_source_fits_the_session(
    parent: QObject,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    kind: type[object],
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    for name, text in environment.items():
        monkeypatch.setenv(name, text)
    assert isinstance(source_here(parent), kind)
