"""The whole window on a workspace of its own, with two habits and a clock that stands."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.paths import resources
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import LIGHT


class Clock:
    """A wall clock that stands until it is moved."""

    now = datetime(2026, 11, 23, 16, 20)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    made = open_workspace(tmp_path / "selfcare.db", clock)
    yield made
    made.close()


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Sit and breathe", date(2026, 11, 1)))


@pytest.fixture
def walk(workspace: Workspace) -> Habit:
    habit = Habit(
        "",
        "Brisk walk",
        date(2026, 11, 1),
        area="movement",
        kind=Kind.MEASURED,
        target=20,
        direction=Direction.AT_LEAST,
        unit="min",
        cue="When the last note is saved",
    )
    return workspace.journal.add_habit(habit)


@pytest.fixture
def open_on(workspace: Workspace, qtbot: QtBot) -> Callable[[], MainWindow]:
    def open_window() -> MainWindow:
        window = MainWindow(workspace, LIGHT, Icons(resources() / "icons"))
        qtbot.addWidget(window)
        window.resize(1180, 760)
        window.show()
        # Keys such as Ctrl+K belong to the active window alone.
        QTest.qWaitForWindowActive(window)
        return window

    return open_window


@pytest.fixture
def window(open_on: Callable[[], MainWindow], sit: Habit, walk: Habit) -> MainWindow:
    return open_on()
