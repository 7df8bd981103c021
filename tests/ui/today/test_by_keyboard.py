"""The Today page's table, entirely by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.today.dialogs import NoteDialog
from tests.ui.steps import MONDAY, Key, answer, focus, press, type_amount, words_at


def test_the_day_is_logged_entirely_by_keyboard(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    focus(window, sit, 0)
    press(window, Key.Key_Left, Key.Key_Space)
    yesterday = MONDAY - timedelta(days=1)
    assert workspace.records.entry(sit.id, yesterday).state is State.DONE
    press(window, Key.Key_R)
    assert workspace.records.entry(sit.id, yesterday).state is State.REST
    press(window, Key.Key_0)
    assert workspace.records.entry(sit.id, yesterday).state is State.NOT_DONE
    press(window, Key.Key_1)
    assert workspace.records.entry(sit.id, yesterday).state is State.DONE
    press(window, Key.Key_Delete)
    assert workspace.records.entry(sit.id, yesterday).empty


def test_arrows_go_from_habit_to_habit_over_the_headings(
    window: MainWindow, sit: Habit, walk: Habit
) -> None:
    focus(window, sit, 0)
    press(window, Key.Key_Down)
    current = window.pages.today.table.current_cell()
    assert current is not None
    assert window.pages.today.model.habit_at(current[0]) == walk


@pytest.mark.parametrize(
    ("typed", "amount"), [("35", 35.0), ("2,5", 2.5), ("10", 10.0), ("0", 0.0)]
)
def test_an_amount_is_typed_where_the_focus_is(
    window: MainWindow, workspace: Workspace, walk: Habit, typed: str, amount: float
) -> None:
    focus(window, walk, 2)
    type_amount(window, typed)
    assert workspace.records.entry(walk.id, MONDAY - timedelta(days=2)).value == amount


def test_a_note_is_written_and_kept(window: MainWindow, workspace: Workspace, sit: Habit) -> None:
    def write(dialog: QWidget) -> None:
        assert isinstance(dialog, NoteDialog)
        assert dialog.focusWidget() is dialog.field
        QTest.keyClicks(dialog.field, "Felt lighter")

    focus(window, sit, 0)
    answer(write)
    press(window, Key.Key_N)
    assert workspace.records.entry(sit.id, MONDAY) == Entry(sit.id, MONDAY, note="Felt lighter")
    row, column = focus(window, sit, 0)
    assert words_at(window, row, column).endswith("note: Felt lighter")
