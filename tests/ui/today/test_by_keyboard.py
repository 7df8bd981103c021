"""The Today page's table, entirely by keyboard."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from tests.ui.steps import MONDAY, Control, Key, focus, press, type_amount


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


def place(window: MainWindow) -> tuple[str, date]:
    """The habit and the day under the focus ring."""
    model, cell = window.pages.today.model, window.pages.today.table.current_cell()
    assert cell is not None
    habit = model.habit_at(cell[0])
    assert habit is not None
    return habit.name, model.day_of(cell[1])


@pytest.fixture
def many(workspace: Workspace, open_on: Callable[[], MainWindow]) -> MainWindow:
    """A window with more habits, in two practice areas, than it can show at once."""
    for number in range(40):
        area = "mindfulness" if number < 20 else "movement"
        habit = Habit("", f"Habit {number}", date(2026, 11, 1), area=area)
        workspace.journal.add_habit(habit)
    return open_on()


def test_home_and_end_go_to_the_first_and_the_last_day_shown(many: MainWindow) -> None:
    model = many.pages.today.model
    focus(many, model.habit_rows()[7].habit, 4)
    press(many, Key.Key_Home)
    assert place(many) == ("Habit 7", model.days[0])
    press(many, Key.Key_Left, Key.Key_Home)
    assert place(many) == ("Habit 7", model.days[0])
    press(many, Key.Key_End)
    assert place(many) == ("Habit 7", MONDAY)


def test_with_ctrl_they_go_to_the_first_and_the_last_habit(many: MainWindow) -> None:
    table, first_day = many.pages.today.table, many.pages.today.model.days[0]
    table.setFocus()
    QTest.keyClick(table, Key.Key_End, Control)
    assert place(many) == ("Habit 39", MONDAY)
    QTest.keyClick(table, Key.Key_Home, Control)
    assert place(many) == ("Habit 0", first_day)


def test_page_keys_go_a_screenful_and_always_end_on_a_habit(many: MainWindow) -> None:
    table, model = many.pages.today.table, many.pages.today.model
    habits = [row.habit for row in model.habit_rows()]
    for number, habit in enumerate(habits):
        for key in (Key.Key_PageDown, Key.Key_PageUp):
            focus(many, habit, 2)
            press(many, key)
            cell = table.current_cell()
            assert cell is not None
            there = model.habit_at(cell[0])
            assert there is not None, f"{key.name} leads from {habit.name} to a heading"
            assert cell[1] == len(model.days) - 2
            assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))
            onward = habits.index(there) - number
            assert onward > 0 or key is Key.Key_PageUp or habit is habits[-1]
            assert onward < 0 or key is Key.Key_PageDown or habit is habits[0]
            assert abs(onward) < 20


@pytest.mark.parametrize(
    "key", [Key.Key_Home, Key.Key_End, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Space, Key.Key_5]
)
@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Control])
def test_without_habits_no_key_does_anything(
    workspace: Workspace,
    open_on: Callable[[], MainWindow],
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    window = open_on()
    QTest.keyClick(window.pages.today.table, key, modifier)
    assert window.pages.today.table.current_cell() is None
    assert workspace.journal.history.next_undo is None


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_space_and_enter_log_the_day_and_once_more_take_it_back(
    window: MainWindow, workspace: Workspace, walk: Habit, key: Qt.Key
) -> None:
    focus(window, walk, 1)
    day = MONDAY - timedelta(days=1)
    press(window, key)
    assert workspace.records.entry(walk.id, day).value == 20
    press(window, key)
    assert workspace.records.entry(walk.id, day).empty


def test_r_once_more_takes_the_rest_back(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    focus(window, sit, 1)
    press(window, Key.Key_R)
    press(window, Key.Key_R)
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).empty


def test_on_a_yes_no_habit_digits_other_than_1_and_0_and_f2_do_nothing(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    focus(window, sit, 0)
    before = workspace.journal.history.next_undo
    press(window, Key.Key_7, Key.Key_F2, Key.Key_Plus, Key.Key_Minus)
    assert window.pages.today.table.findChild(QLineEdit) is None
    assert window.strip.isHidden()
    assert workspace.journal.history.next_undo is before


def test_f2_opens_the_field_with_the_amount_that_is_there(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    workspace.journal.log_entry(walk, MONDAY, 12)
    focus(window, walk, 0)
    press(window, Key.Key_F2)
    field = window.pages.today.table.findChild(QLineEdit)
    assert field is not None
    assert (field.text(), field.selectedText()) == ("12", "12")
    QTest.keyClick(field, Key.Key_Escape)
    assert workspace.records.entry(walk.id, MONDAY).value == 12


@pytest.mark.parametrize("typed", ["12", "3.."])
def test_the_focus_stays_on_the_day_whether_an_amount_was_taken_or_not(
    window: MainWindow, walk: Habit, typed: str
) -> None:
    cell = focus(window, walk, 2)
    type_amount(window, typed)
    assert QApplication.focusWidget() is window.pages.today.table
    assert window.pages.today.table.current_cell() == cell


def test_letters_that_are_no_keys_leave_the_focus_where_it_is(
    window: MainWindow, sit: Habit
) -> None:
    cell = focus(window, sit, 0)
    # All cells of a day are read out as “Monday 23 November, …”.
    press(window, Key.Key_M)
    assert window.pages.today.table.current_cell() == cell


def test_the_ring_is_not_moved_by_keys_that_log(window: MainWindow, walk: Habit) -> None:
    cell = focus(window, walk, 3)
    press(window, Key.Key_Space, Key.Key_R, Key.Key_Plus, Key.Key_Delete)
    assert window.pages.today.table.current_cell() == cell
