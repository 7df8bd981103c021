"""Closing the window keeps the program running only if the person said so, and asks once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from selfcare_app.app.leaving import Leaving
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.reminder import Reminder
from selfcare_app.services.settings import WHEN_CLOSED
from selfcare_app.ui.closing import ClosingDialog
from selfcare_app.ui.main_window import MainWindow
from tests.services.office import Office

# Screens without a window manager do not raise windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key, Left = Qt.Key, Qt.MouseButton.LeftButton


class Program:
    """Counts how often it was ended."""

    def __init__(self) -> None:
        self.ends = 0
        self.tray = False

    def end(self) -> None:
        self.ends += 1

    def has_tray(self) -> bool:
        return self.tray


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def leaving(window: MainWindow, office: Office, program: Program) -> Leaving:
    return Leaving(window, office.workspace, program.end, program.has_tray, made_up=False)


def question(leaving: Leaving) -> ClosingDialog:
    assert leaving.question is not None
    assert leaving.question.isVisible()
    return leaving.question


def test_it_asks_and_stays(
    leaving: Leaving, window: MainWindow, office: Office, program: Program, qtbot: QtBot
) -> None:
    assert not window.close()
    qtbot.mouseClick(question(leaving).stay, Left)
    assert not window.isVisible()
    assert office.workspace.settings.get(WHEN_CLOSED) == "stay"
    window.show()
    window.close()
    assert leaving.question is None
    assert (window.isVisible(), program.ends) == (False, 0)


def test_it_asks_and_quits(
    leaving: Leaving, window: MainWindow, office: Office, program: Program, qtbot: QtBot
) -> None:
    window.close()
    qtbot.mouseClick(question(leaving).quit, Left)
    qtbot.waitUntil(lambda: program.ends == 1)
    assert not window.isVisible()
    assert office.workspace.settings.get(WHEN_CLOSED) == "quit"


def test_nothing_is_settled_by_escape(
    leaving: Leaving, window: MainWindow, office: Office, program: Program, qtbot: QtBot
) -> None:
    window.close()
    qtbot.keyClick(question(leaving), Key.Key_Escape)
    assert (window.isVisible(), program.ends) == (True, 0)
    assert office.workspace.settings.get(WHEN_CLOSED) == "ask"
    window.close()
    question(leaving).reject()


def test_closing_again_does_not_ask_twice(leaving: Leaving, window: MainWindow) -> None:
    window.close()
    first = question(leaving)
    window.close()
    assert leaving.question is first
    first.reject()


def test_to_quit_asks_nothing(
    leaving: Leaving, window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.ends == 1)
    assert leaving.question is None
    assert not window.isVisible()


def test_from_the_tray_it_quits_although_it_stays_when_closed(
    leaving: Leaving, window: MainWindow, office: Office, program: Program, qtbot: QtBot
) -> None:
    office.workspace.settings.set(WHEN_CLOSED, "stay")
    window.close()
    leaving.quit()
    qtbot.waitUntil(lambda: program.ends == 1)


def test_the_end_of_the_session_is_not_held_up(leaving: Leaving, window: MainWindow) -> None:
    leaving.expect_end()
    assert window.close()


def test_with_nothing_to_remind_of_closing_ends_the_program(
    open_on: Callable[[], MainWindow], office: Office, program: Program, qtbot: QtBot
) -> None:
    window = open_on()
    leaving = Leaving(window, office.workspace, program.end, program.has_tray, made_up=False)
    assert window.close()
    qtbot.waitUntil(lambda: program.ends == 1)
    assert leaving.question is None


def test_a_habit_with_a_reminder_is_worth_staying_for(
    open_on: Callable[[], MainWindow], office: Office, program: Program, sit: Habit
) -> None:
    office.workspace.journal.edit_habit(sit, [Reminder("", sit.id, 600)])
    window = open_on()
    leaving = Leaving(window, office.workspace, program.end, program.has_tray, made_up=False)
    assert not window.close()
    question(leaving).reject()


def test_made_up_data_stays_nowhere(
    window: MainWindow, office: Office, program: Program, qtbot: QtBot
) -> None:
    Leaving(window, office.workspace, program.end, program.has_tray, made_up=True)
    assert window.close()
    qtbot.waitUntil(lambda: program.ends == 1)


@pytest.mark.parametrize("has_tray", [True, False])
def test_it_says_how_the_window_comes_back(
    leaving: Leaving, window: MainWindow, program: Program, has_tray: bool
) -> None:
    program.tray = has_tray
    window.close()
    way = "icon in the tray" if has_tray else "Starting Selfcare again"
    assert way in question(leaving).about.text()
    question(leaving).reject()


def test_where_the_answer_cannot_be_kept_the_window_stays_and_says_so(
    leaving: Leaving, window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    window.close()
    office.workspace.database.row("PRAGMA query_only = 1")
    qtbot.mouseClick(question(leaving).stay, Left)
    assert window.isVisible()
    assert window.strip.isVisible()
    office.workspace.database.row("PRAGMA query_only = 0")
