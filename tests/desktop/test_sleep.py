"""What the system says of sleep and of the locked screen."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from selfcare_app.desktop.sleep import Sleep
from tests.desktop.desk import Desk


@pytest.fixture
def sleep(desk: Desk, qtbot: QtBot) -> Sleep:
    parent = QObject()
    made = Sleep(parent, desk.address, desk.address)
    made.setParent(None)
    # Until the bus has heard what is watched.
    qtbot.waitUntil(lambda: made.listens)
    return made


def test_falling_asleep_and_waking_up_are_told(sleep: Sleep, desk: Desk, qtbot: QtBot) -> None:
    path, member = "/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep"
    with qtbot.waitSignal(sleep.slept):
        desk.signal(path, member, "boolean:true")
    with qtbot.waitSignal(sleep.woke):
        desk.signal(path, member, "boolean:false")


@pytest.mark.parametrize("desktop", ["freedesktop", "gnome", "xfce"])
def test_a_locked_screen_is_told(sleep: Sleep, desk: Desk, qtbot: QtBot, desktop: str) -> None:
    member = f"org.{desktop}.ScreenSaver.ActiveChanged"
    assert not sleep.locked
    with qtbot.waitSignal(sleep.lock_changed) as heard:
        desk.signal("/ScreenSaver", member, "boolean:true")
    assert heard.args == [True]
    assert sleep.locked
    with qtbot.waitSignal(sleep.lock_changed) as heard:
        desk.signal("/ScreenSaver", member, "boolean:false")
    assert heard.args == [False]


def test_two_who_say_so_lock_it_once(sleep: Sleep, desk: Desk, qtbot: QtBot) -> None:
    said: list[bool] = []
    sleep.lock_changed.connect(said.append)
    for desktop, locked in (("freedesktop", True), ("gnome", True), ("freedesktop", False)):
        member = f"org.{desktop}.ScreenSaver.ActiveChanged"
        desk.signal("/ScreenSaver", member, f"boolean:{str(locked).lower()}")
    with qtbot.waitSignal(sleep.lock_changed, check_params_cb=lambda locked: not locked):
        desk.signal("/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "boolean:false")
    assert said == [True, False]


def test_without_a_bus_nothing_is_locked(qtbot: QtBot) -> None:
    del qtbot
    parent = QObject()
    assert not Sleep(parent, "", "").locked
