"""What went well can be taken back; what could not be done is said, and changes nothing."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.main_window import MainWindow
from tests.ui.conftest import Clock
from tests.ui.steps import MONDAY, Control, Key, Shift, click, focus, press, type_amount, words_at


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("3..", "is not a number"),
        ("4-", "is not a number"),
        ("1e999", "ordinary number"),
    ],
)
def test_what_is_no_amount_is_said_and_changes_nothing(
    window: MainWindow, workspace: Workspace, walk: Habit, typed: str, sentence: str
) -> None:
    workspace.journal.log_entry(walk, MONDAY, 12)
    done_last = workspace.journal.history.next_undo
    focus(window, walk, 0)
    type_amount(window, typed)
    assert sentence in window.strip.sentence.text()
    assert window.strip.isVisible()
    assert workspace.records.entry(walk.id, MONDAY).value == 12
    assert workspace.journal.history.next_undo is done_last


def test_undo_and_redo_say_what_they_did(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    focus(window, sit, 1)
    press(window, Key.Key_Space)
    assert "“Sit and breathe” logged · Sunday 22 November" in window.undo_bar.accessibleName()
    QTest.keyClick(window, Key.Key_Z, Control)
    assert window.undo_bar.accessibleName().startswith("Undone: “Sit and breathe” logged")
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).empty
    QTest.keyClick(window, Key.Key_Z, Control | Shift)
    assert window.undo_bar.accessibleName().startswith("Done again: “Sit and breathe” logged")
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).state is State.DONE
    window.undo_bar.undo.click()
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).empty
    window.undo_bar.redo.click()
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).state is State.DONE


def test_with_nothing_to_undo_it_says_so(window: MainWindow, workspace: Workspace) -> None:
    workspace.journal.history.clear()
    QTest.keyClick(window, Key.Key_Z, Control)
    assert window.undo_bar.accessibleName() == "Nothing to undo."
    QTest.keyClick(window, Key.Key_Z, Control | Shift)
    assert window.undo_bar.accessibleName() == "Nothing to redo."


def test_what_was_changed_elsewhere_since_is_not_undone(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    click(window, sit, 0)
    elsewhere = open_workspace(workspace.database.path, lambda: Clock.now)
    elsewhere.journal.rest(sit, MONDAY)
    elsewhere.close()
    window.taking_back.undo()
    assert "changed elsewhere" in window.strip.sentence.text()
    assert workspace.records.entry(sit.id, MONDAY).state is State.REST


def test_a_full_disk_is_said_and_nothing_is_shown_as_saved(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    done_last = workspace.journal.history.next_undo
    workspace.database.row("PRAGMA max_page_count = 1")
    long_note = "x" * 90_000
    window.pages.today._try(lambda: workspace.journal.set_note(sit, MONDAY, long_note))
    assert "disk is full" in window.strip.sentence.text()
    assert workspace.records.entry(sit.id, MONDAY).empty
    assert workspace.journal.history.next_undo is done_last


def test_a_read_only_file_is_said_and_nothing_is_shown_as_saved(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    workspace.database.row("PRAGMA query_only = 1")
    click(window, sit, 0)
    assert "read-only" in window.strip.sentence.text()
    row, column = focus(window, sit, 0)
    assert words_at(window, row, column).endswith("still open")
    workspace.database.row("PRAGMA query_only = 0")
    click(window, sit, 0)
    assert not window.strip.isVisible()
    assert words_at(window, row, column).endswith("done")
