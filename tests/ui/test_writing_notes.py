"""A note is kept with every key, and nothing of it is ever lost."""

import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import LONGEST_TEXT, Habit
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.today.note_editor import NoteEditor

MONDAY = date(2026, 11, 23)
Key = Qt.Key


def open_note(window: MainWindow, habit: Habit, days_back: int = 0) -> NoteEditor:
    """Open the editor by key on a day of `habit`."""
    page = window.pages.today
    page.show_habit(habit.id)
    row = page.model.row_of(habit.id)
    assert row is not None
    page.table.focus_cell(row, len(page.model.days) - days_back)
    QTest.keyClick(page.table, Key.Key_N)
    found = [each for each in window.findChildren(NoteEditor) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def note_of(workspace: Workspace, habit: Habit, day: date = MONDAY) -> str:
    return workspace.records.entry(habit.id, day).note


def test_every_key_is_kept_as_it_is_typed(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    editor = open_note(window, sit)
    assert editor.focusWidget() is editor.field
    for length, key in enumerate("Felt lighter.", start=1):
        QTest.keyClicks(editor.field, key)
        assert note_of(workspace, sit) == "Felt lighter."[:length].strip()
    editor.button.click()
    assert not editor.isVisible()
    assert workspace.records.entry(sit.id, MONDAY) == Entry(sit.id, MONDAY, note="Felt lighter.")


def test_the_day_under_the_focus_gets_the_note_and_keeps_what_was_logged(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    day = MONDAY - timedelta(days=2)
    workspace.journal.log_entry(sit, day)
    editor = open_note(window, sit, 2)
    QTest.keyClicks(editor.field, "Tea")
    QTest.keyClick(editor, Key.Key_Escape)
    assert workspace.records.entry(sit.id, day) == Entry(sit.id, day, State.DONE, note="Tea")


def test_one_undo_takes_back_all_that_was_typed_at_a_time(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    for words in ("First.", " Second."):
        editor = open_note(window, sit)
        QTest.keyClicks(editor.field, words)
        editor.accept()
    window.taking_back.undo()
    assert note_of(workspace, sit) == "First."
    window.taking_back.undo()
    assert note_of(workspace, sit) == ""
    window.taking_back.redo()
    assert note_of(workspace, sit) == "First."


def test_what_is_typed_and_taken_away_again_leaves_nothing_to_undo(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    done_last = workspace.journal.history.next_undo
    editor = open_note(window, sit)
    QTest.keyClicks(editor.field, "ab")
    QTest.keyClick(editor.field, Key.Key_Backspace)
    QTest.keyClick(editor.field, Key.Key_Backspace)
    assert workspace.journal.history.next_undo is done_last
    QTest.keyClicks(editor.field, "c")
    editor.accept()
    window.taking_back.undo()
    assert workspace.journal.history.next_undo is done_last
    assert note_of(workspace, sit) == ""


def test_it_says_once_and_quietly_what_to_leave_out(window: MainWindow, sit: Habit) -> None:
    editor = open_note(window, sit)
    line = "Write about you. Leave out anything that could identify a client."
    assert editor.hint.text() == editor.field.accessibleDescription() == line
    assert editor.field.accessibleName() == "Note on “Sit and breathe” on Monday 23 November"
    assert sit.name not in editor.windowTitle()
    editor.accept()


def test_a_note_that_is_too_long_is_said_and_the_last_that_fitted_is_kept(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    editor = open_note(window, sit)
    editor.field.setPlainText("x" * LONGEST_TEXT)
    QTest.keyClicks(editor.field, "y")
    assert "up to 100000 characters" in editor.problem.text()
    assert not editor.problem.isHidden()
    assert note_of(workspace, sit) == "x" * LONGEST_TEXT
    editor.field.setPlainText("shorter")
    assert editor.problem.isHidden()
    assert note_of(workspace, sit) == "shorter"
    editor.accept()


def test_keys_that_cannot_be_kept_are_not_thrown_away_by_closing(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    workspace.database.row("PRAGMA query_only = 1")
    editor = open_note(window, sit)
    QTest.keyClicks(editor.field, "Felt")
    assert "read-only" in editor.problem.text()
    editor.button.click()
    assert editor.isVisible()
    assert editor.button.text() == "Close all the same"
    workspace.database.row("PRAGMA query_only = 0")
    QTest.keyClicks(editor.field, "!")
    assert (editor.button.text(), note_of(workspace, sit)) == ("Close", "Felt!")
    workspace.database.row("PRAGMA query_only = 1")
    QTest.keyClicks(editor.field, "!")
    workspace.database.row("PRAGMA query_only = 0")
    editor.button.click()
    assert not editor.isVisible()
    assert note_of(workspace, sit) == "Felt!!"


def test_whoever_closes_twice_knows_that_the_keys_are_lost(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    workspace.database.row("PRAGMA query_only = 1")
    editor = open_note(window, sit)
    QTest.keyClicks(editor.field, "Felt")
    editor.reject()
    assert editor.isVisible()
    editor.reject()
    assert not editor.isVisible()
    workspace.database.row("PRAGMA query_only = 0")


TYPE_UNTIL_KILLED = """
import sys, time
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from selfcare_app.paths import resources
from selfcare_app.services.workspace import open_workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import LIGHT
from selfcare_app.ui.today.note_editor import NoteEditor

application = QApplication([])
workspace = open_workspace(Path(sys.argv[1]), lambda: datetime(2026, 11, 23, 16, 20))
window = MainWindow(workspace, LIGHT, Icons(resources() / "icons"))
window.show()
QApplication.processEvents()
for key in sys.argv[2:]:
    habit = workspace.records.habits()[int(key[1:])]
    window.pages.today.show_habit(habit.id)
    QTest.keyClick(window.pages.today.table, key[0])
    editor = window.findChild(NoteEditor)
    if editor is not None:
        for letter in "Walked home, slowly. ":
            QTest.keyClicks(editor.field, letter)
        QTest.keyClicks(editor.field, "x")
print("typed", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def killed(workspace: Workspace, sit: Habit, walk: Habit) -> Callable[..., None]:
    """Strikes keys in a program of its own (a key and the number of a habit each) and kills it."""

    def run(*keys: str) -> None:
        with subprocess.Popen(
            [sys.executable, "-c", TYPE_UNTIL_KILLED, str(workspace.database.path), *keys],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        ) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == "typed\n"
            program.send_signal(signal.SIGKILL)
        assert program.returncode == -signal.SIGKILL

    return run


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_program_has_kept_every_key(
    killed: Callable[..., None], workspace: Workspace, sit: Habit, qtbot: QtBot
) -> None:
    killed("n0")
    again = open_workspace(workspace.database.path)
    assert again.records.entry(sit.id, MONDAY).note == "Walked home, slowly. x"
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_timer_goes_on_after_the_program_was_killed(
    killed: Callable[..., None], workspace: Workspace, walk: Habit
) -> None:
    killed("t1")
    again = open_workspace(workspace.database.path)
    (timer,) = again.records.timers()
    assert (timer.habit_id, timer.running) == (walk.id, True)
    again.close()
