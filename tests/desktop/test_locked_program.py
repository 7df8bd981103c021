"""The whole program on locked data: asked for first, covered by a key, opened again."""

import pytest

from selfcare_app.domain.entry import State
from selfcare_app.services.passphrase import new_key
from tests.desktop.desk import Desk, until
from tests.desktop.test_program import MONDAY, Program, program

__all__ = ["program"]

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


def test_a_second_start_while_it_asks_is_answered(desk: Desk, locked: Program) -> None:
    locked.start()
    until(lambda: widths(desk) == [520])
    second = locked.start()
    assert second.wait(20) == 0
    assert widths(desk) == [520]
    desk.run("xdotool", "key", "Escape")
    until(lambda: widths(desk) == [])
