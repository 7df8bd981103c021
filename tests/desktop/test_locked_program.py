"""The whole program on locked data: asked for first, covered by a key, opened again."""

import pytest

from selfcare_app.domain.entry import State
from selfcare_app.services.passphrase import new_key
from tests.desktop.desk import Desk, until
from tests.desktop.test_program import (
    LOGIN,
    MONDAY,
    Program,
    dunst,
    open_tray_menu,
    program,
)

__all__ = ["dunst", "program"]

WORDS = "quiet river stone lamp"


@pytest.fixture
def locked(program: Program) -> Program:
    key = new_key(WORDS)
    with program.opened() as workspace:
        workspace.encryption.use(key)
    program.key = key
    return program


def widths(desk: Desk) -> list[int]:
    """How wide the program's visible windows are."""
    told = [
        desk.run("xdotool", "getwindowgeometry", "--shell", each)
        for each in desk.windows("Selfcare")
    ]
    return [
        int(line.removeprefix("WIDTH="))
        for window in told
        for line in window.splitlines()
        if line.startswith("WIDTH=")
    ]


def type_in(desk: Desk, words: str) -> None:
    desk.run("xdotool", "type", "--delay", "5", words)
    desk.run("xdotool", "key", "Return")


def test_it_asks_for_the_passphrase_and_is_locked_and_opened_by_keys(
    desk: Desk, locked: Program
) -> None:
    locked.start()
    until(lambda: widths(desk) == [520])
    desk.picture("asked-for-the-passphrase")
    type_in(desk, WORDS)
    until(lambda: widths(desk) == [1180])

    def covered() -> bool:
        # The window manager gives the new window the keys when it likes.
        desk.run("xdotool", "key", "ctrl+l")
        return bool(desk.windows("Selfcare, locked"))

    def logged() -> bool:
        with locked.opened() as workspace:
            return workspace.records.entry(locked.sit.id, MONDAY).state is State.DONE

    until(covered)
    desk.picture("locked")
    desk.run("xdotool", "key", "ctrl+z", "space", "ctrl+a")
    type_in(desk, WORDS)
    until(lambda: not desk.windows("Selfcare, locked"))
    assert not logged()
    desk.run("xdotool", "key", "space")
    until(logged)
    desk.picture("opened-again")


def opened(desk: Desk, locked: Program) -> None:
    """Start it, and type the passphrase."""
    locked.start()
    until(lambda: widths(desk) == [520])
    type_in(desk, WORDS)
    until(lambda: widths(desk) == [1180])


def is_covered(desk: Desk) -> bool:
    return bool(desk.windows("Selfcare, locked"))


def test_it_locks_before_the_computer_sleeps_and_reminds_in_one_neutral_line(
    desk: Desk, dunst: None, locked: Program
) -> None:
    opened(desk, locked)

    def asleep() -> bool:
        # Nobody tells when it has begun to listen.
        desk.signal(*LOGIN, "boolean:true")
        return is_covered(desk)

    until(asleep)
    locked.at("18:00")
    until(lambda: desk.run("dunstctl", "count", "displayed") == "1")
    desk.picture("reminded-while-locked")
    assert len(desk.windows("Selfcare")) == 1
    desk.run("dunstctl", "close-all")
    told = desk.run("dunstctl", "history")
    assert "A small moment for you" in told
    assert "18:00" not in told
    assert "ends" not in told
    type_in(desk, WORDS)
    # Now the reminder comes in its own window.
    until(lambda: len(desk.windows("Selfcare")) == 2)
    desk.picture("reminded-after-all")


def test_the_tray_tells_nothing_while_locked_and_leads_back(desk: Desk, locked: Program) -> None:
    desk.start("trayer", "--edge", "top", "--align", "right", "--width", "20", "--height", "32")
    opened(desk, locked)

    def covered() -> bool:
        desk.run("xdotool", "key", "ctrl+l")
        return is_covered(desk)

    until(covered)
    open_tray_menu(desk)
    desk.picture("tray-menu-locked")
    # The second entry quits: the first only brings the window.
    desk.run("xdotool", "key", "Down", "Down", "Return")
    until(lambda: desk.windows("Selfcare") == [])


def test_a_second_start_while_it_asks_is_answered(desk: Desk, locked: Program) -> None:
    locked.start()
    until(lambda: widths(desk) == [520])
    second = locked.start()
    assert second.wait(20) == 0
    assert widths(desk) == [520]
    desk.run("xdotool", "key", "Escape")
    until(lambda: widths(desk) == [])
