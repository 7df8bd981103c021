"""Notifications reach real daemons, and what is chosen there comes back."""

import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from selfcare_app.desktop.notifications import Notifications
from tests.desktop.desk import Desk, until

NAME = "org.freedesktop.Notifications"
BUTTONS = {"later:15": "15 more minutes", "wrap_up": "Wrap up"}

DAEMON = """
import sys
from jeepney import DBusAddress, new_error, new_method_call, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
refuses = sys.argv[1] == "refuses"
shown = 0
connection = open_dbus_connection(sys.argv[2])
connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
while True:
    message = connection.receive()
    member = message.header.fields.get(3)
    if member == "GetCapabilities" and not refuses:
        connection.send(new_method_return(message, "as", (["actions", "body-markup"],)))
    elif member == "Notify" and not refuses:
        shown = message.body[1] or shown + 1
        print("Notify", *message.body[:5], message.body[5], sep="|", flush=True)
        connection.send(new_method_return(message, "u", (shown,)))
    elif member == "CloseNotification":
        print("Close", message.body[0], sep="|", flush=True)
        connection.send(new_method_return(message))
    elif member in ("Notify", "GetCapabilities"):
        connection.send(new_error(message, "org.freedesktop.DBus.Error.AccessDenied"))
"""


@pytest.fixture
def parent(qtbot: QtBot) -> QObject:
    del qtbot  # Qt's event loop has to be there.
    return QObject()


@pytest.fixture
def notifications(parent: QObject, bus: str) -> Notifications:
    return Notifications(parent, "selfcare", bus)


@pytest.fixture
def daemon(bus: str, tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Starts a daemon of the test's own, which writes down what it is asked."""
    import sys

    running: list[subprocess.Popen[bytes]] = []

    def start(manner: str = "shows") -> Path:
        heard = tmp_path / f"heard-{len(running)}"
        with heard.open("wb") as target:
            running.append(
                subprocess.Popen([sys.executable, "-c", DAEMON, manner, bus], stdout=target)
            )
        return heard

    yield start
    for each in running:
        each.kill()
        each.wait()


def lines(heard: Path) -> list[str]:
    return heard.read_text().splitlines()


def has_owner(bus: str) -> bool:
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection(bus) as connection:
        reply: Any = connection.send_and_get_reply(message_bus.NameHasOwner(NAME))
        return bool(reply.body[0])


def test_dunst_shows_it_and_its_button_comes_back(
    desk: Desk, parent: QObject, qtbot: QtBot
) -> None:
    chooser = desk.folder / "choose"
    chooser.write_text("#!/bin/sh\ngrep -m1 '15 more'\n")
    chooser.chmod(0o700)
    config = desk.folder / "dunstrc"
    config.write_text(f"[global]\ndmenu = {chooser}\nidle_threshold = 0\n")
    desk.start("dunst", "-conf", str(config))
    until(lambda: desk.has_owner(NAME))
    notifications = Notifications(parent, "selfcare", desk.address)
    notifications.show("end", "Your day ended at 18:00", "", BUTTONS)
    qtbot.waitUntil(lambda: desk.run("dunstctl", "count", "displayed") == "1")
    desk.picture("dunst")
    with qtbot.waitSignal(notifications.chosen) as heard:
        desk.run("dunstctl", "context")
    assert heard.args == ["end", "later:15"]
    notifications.withdraw("end")
    qtbot.waitUntil(lambda: desk.run("dunstctl", "count", "displayed") == "0")


def test_a_button_in_xfce_is_clicked(desk: Desk, parent: QObject, qtbot: QtBot) -> None:
    desk.start("openbox")
    desk.start("xfce4-notifyd")
    until(lambda: desk.has_owner(NAME))
    notifications = Notifications(parent, "selfcare", desk.address)
    notifications.show("end", "Your day ended at 18:00", "", BUTTONS)
    qtbot.waitUntil(lambda: bool(desk.windows("xfce4-notifyd")), timeout=20_000)
    (number,) = desk.windows("xfce4-notifyd")[:1]
    place = dict(
        line.split("=")
        for line in desk.run("xdotool", "getwindowgeometry", "--shell", number).splitlines()
    )
    desk.picture("xfce4-notifyd")
    heard: list[tuple[str, str]] = []
    notifications.chosen.connect(lambda *each: heard.append(each))
    # The buttons stand in a row at the foot, the last one at the right.
    right, foot = int(place["X"]) + int(place["WIDTH"]), int(place["Y"]) + int(place["HEIGHT"])
    for above in range(18, 60, 8):
        desk.run("xdotool", "mousemove", str(right - 60), str(foot - above), "click", "1")
        qtbot.wait(100)
        if heard:
            break
    assert heard == [("end", "wrap_up")]


def test_what_is_asked_of_the_daemon(
    notifications: Notifications, daemon: Callable[..., Path], bus: str, qtbot: QtBot
) -> None:
    heard = daemon()
    until(lambda: has_owner(bus))
    notifications.show("habit", "A small moment", "5 < 6 & 7", {"done": "Done"})
    qtbot.waitUntil(lambda: len(lines(heard)) == 1)
    actions = "['default', 'Show', 'done', 'Done']"
    assert lines(heard) == [f"Notify|Selfcare|0|selfcare|A small moment|5 &lt; 6 &amp; 7|{actions}"]


def test_the_same_name_takes_the_same_place(
    notifications: Notifications, daemon: Callable[..., Path], bus: str, qtbot: QtBot
) -> None:
    heard = daemon()
    until(lambda: has_owner(bus))
    # The second is wanted before the daemon has told the number of the first.
    notifications.show("end", "one", "", {})
    notifications.show("end", "two", "", {})
    notifications.show("habit", "other", "", {})
    notifications.show("end", "three", "", {})
    qtbot.waitUntil(lambda: any("|three|" in line for line in lines(heard)))
    numbers = {line.split("|")[4]: line.split("|")[2] for line in lines(heard)}
    assert numbers["three"] in ("0", "1", "2")
    shown_first = next(line for line in lines(heard) if "|other|" not in line)
    assert shown_first.split("|")[2] == "0"
    notifications.withdraw("end")
    qtbot.waitUntil(lambda: lines(heard)[-1].startswith("Close|"))


def test_withdrawn_before_the_daemon_answered_it_goes_as_soon_as_it_can(
    notifications: Notifications, daemon: Callable[..., Path], bus: str, qtbot: QtBot
) -> None:
    heard = daemon()
    until(lambda: has_owner(bus))
    notifications.show("end", "one", "", {})
    qtbot.waitUntil(lambda: len(lines(heard)) == 1)
    notifications.withdraw("end")
    qtbot.waitUntil(lambda: lines(heard)[-1] == "Close|1")


def test_without_a_daemon_nothing_happens_and_the_next_one_is_tried(
    notifications: Notifications, daemon: Callable[..., Path], bus: str, qtbot: QtBot
) -> None:
    notifications.show("end", "one", "", {})
    qtbot.waitUntil(lambda: not notifications.shown)
    heard = daemon()
    until(lambda: has_owner(bus))
    notifications.show("end", "two", "", {})
    qtbot.waitUntil(lambda: len(lines(heard)) == 1)


def test_a_daemon_that_refuses_is_no_fault(
    notifications: Notifications, daemon: Callable[..., Path], bus: str, qtbot: QtBot
) -> None:
    daemon("refuses")
    until(lambda: has_owner(bus))
    notifications.show("end", "one", "", {})
    qtbot.waitUntil(lambda: not notifications.shown)


def test_a_daemon_that_died_is_followed_by_the_next(
    desk: Desk, parent: QObject, qtbot: QtBot
) -> None:
    notifications = Notifications(parent, "selfcare", desk.address)
    first = desk.start("dunst")
    until(lambda: desk.has_owner(NAME))
    notifications.show("end", "one", "", {})
    qtbot.waitUntil(lambda: desk.run("dunstctl", "count", "displayed") == "1")
    first.kill()
    first.wait()
    qtbot.waitUntil(lambda: not desk.has_owner(NAME))
    desk.start("dunst")
    until(lambda: desk.has_owner(NAME))
    notifications.show("end", "two", "", {})
    qtbot.waitUntil(lambda: desk.run("dunstctl", "count", "displayed") == "1")


def test_a_daemon_that_hangs_holds_nobody_up(desk: Desk, parent: QObject, qtbot: QtBot) -> None:
    notifications = Notifications(parent, "selfcare", desk.address)
    daemon = desk.start("dunst")
    until(lambda: desk.has_owner(NAME))
    daemon.send_signal(signal.SIGSTOP)
    notifications.show("end", "one", "", {})
    assert notifications.shown == {"end"}
    daemon.send_signal(signal.SIGCONT)
    qtbot.waitUntil(lambda: desk.run("dunstctl", "count", "displayed") == "1")


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "tcp:host=x", "nonsense"])
def test_without_a_bus_nothing_happens(parent: QObject, address: str) -> None:
    notifications = Notifications(parent, "selfcare", address)
    notifications.show("end", "one", "", {})
    notifications.withdraw("end")
    assert notifications.shown == set()
