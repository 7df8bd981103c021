"""Several days are chosen, and the same is said of all of them in one step."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from tests.ui.living.conftest import MONDAY, focus, press

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Shift, Control = Modifier.ShiftModifier, Modifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def back(days: int) -> date:
    return MONDAY - timedelta(days=days)


def chosen(window: MainWindow) -> set[tuple[str, int]]:
    """Name and days back of each day chosen."""
    days = window.pages.today.table.selection.days()
    return {(habit.name, (MONDAY - day).days) for habit, day in days}


def place(window: MainWindow, habit: Habit, days_back: int) -> QPoint:
    table, model = window.pages.today.table, window.pages.today.model
    row = model.row_of(habit.id)
    assert row is not None
    return table.visualRect(model.index(row, len(model.days) - days_back)).center()


def click(
    window: MainWindow, habit: Habit, days_back: int, held: Modifier = Modifier.NoModifier
) -> None:
    viewport = window.pages.today.table.viewport()
    QTest.mouseClick(viewport, LEFT, held, place(window, habit, days_back))


def choose_three(window: MainWindow, habit: Habit) -> None:
    """Choose yesterday and the two days before it by keyboard."""
    focus(window, habit, 1)
    press(window, Key.Key_Left, Key.Key_Left, held=Shift)


def states(workspace: Workspace, habit: Habit) -> list[State | None]:
    return [workspace.records.entry(habit.id, back(days)).state for days in (3, 2, 1)]


def test_days_are_chosen_by_shift_and_arrows_over_headings_too(
    window: MainWindow, read: Habit
) -> None:
    focus(window, read, 1)
    press(window, Key.Key_Left, Key.Key_Down, held=Shift)
    expected = {("Read", 1), ("Read", 2), ("Brisk walk", 1), ("Brisk walk", 2)}
    assert chosen(window) == expected
    window.grab()
    press(window, Key.Key_Up, held=Shift)
    assert chosen(window) == {("Read", 1), ("Read", 2)}


def test_an_arrow_alone_and_esc_choose_nothing_any_more(window: MainWindow, sit: Habit) -> None:
    choose_three(window, sit)
    press(window, Key.Key_Escape)
    assert chosen(window) == set()
    choose_three(window, sit)
    press(window, Key.Key_Left)
    assert chosen(window) == set()


def test_shift_and_a_click_choose_all_days_between(
    window: MainWindow, workspace: Workspace, sit: Habit, read: Habit
) -> None:
    focus(window, sit, 3)
    click(window, read, 2, Shift)
    assert len(chosen(window)) == 4
    click(window, sit, 2, Shift)
    assert chosen(window) == {("Sit and breathe", 3), ("Sit and breathe", 2)}
    assert workspace.records.entries_of(sit.id) == []


def test_single_days_are_chosen_by_ctrl_and_a_click(
    window: MainWindow, sit: Habit, walk: Habit
) -> None:
    click(window, sit, 5, Control)
    click(window, walk, 2, Control)
    assert chosen(window) == {("Sit and breathe", 5), ("Brisk walk", 2)}
    click(window, sit, 5, Control)
    assert chosen(window) == {("Brisk walk", 2)}


def test_days_are_chosen_by_dragging_with_shift(
    window: MainWindow, sit: Habit, read: Habit
) -> None:
    viewport = window.pages.today.table.viewport()
    focus(window, read, 9)
    QTest.mousePress(viewport, LEFT, Shift, place(window, sit, 5))
    for to in (place(window, read, 3), QPoint(5, 5)):
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(to),
            QPointF(viewport.mapToGlobal(to)),
            Qt.MouseButton.NoButton,
            LEFT,
            Shift,
        )
        QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, LEFT, Shift, place(window, read, 3))
    assert len(chosen(window)) == 6
    assert ("Sit and breathe", 5) in chosen(window)
    assert ("Read", 9) not in chosen(window)


def test_a_plain_click_acts_on_its_day_alone(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    choose_three(window, sit)
    click(window, sit, 1)
    assert chosen(window) == set()
    assert states(workspace, sit) == [None, None, State.DONE]


def test_space_logs_all_days_chosen_in_one_step_and_once_more_takes_them_back(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, back(2))
    choose_three(window, sit)
    press(window, Key.Key_Space)
    assert states(workspace, sit) == [State.DONE] * 3
    assert window.undo_bar.words.text() == "2 days logged"
    press(window, Key.Key_Space)
    assert states(workspace, sit) == [None] * 3
    window.taking_back.undo()
    window.taking_back.undo()
    assert states(workspace, sit) == [None, State.DONE, None]


def test_r_and_digits_are_about_all_days_chosen(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    choose_three(window, sit)
    for key, state in (
        (Key.Key_R, State.REST),
        (Key.Key_0, State.NOT_DONE),
        (Key.Key_1, State.DONE),
        (Key.Key_1, State.DONE),
        (Key.Key_Delete, None),
        (Key.Key_R, State.REST),
        (Key.Key_R, None),
    ):
        press(window, key)
        assert states(workspace, sit) == [state] * 3


def test_an_amount_that_is_more_than_the_target_stays(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    workspace.journal.log_entry(walk, back(2), 35)
    workspace.journal.log_entry(walk, back(1), 5)
    choose_three(window, walk)
    press(window, Key.Key_Space)
    values = [workspace.records.entry(walk.id, back(days)).value for days in (3, 2, 1)]
    assert values == [20, 35, 20]


def type_amount(window: MainWindow, text: str) -> None:
    table = window.pages.today.table
    QTest.keyClicks(table, text[0])
    field = table.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, text[1:])
    QTest.keyClick(field, Key.Key_Return)
    QApplication.processEvents()


def test_an_amount_is_logged_on_all_days_chosen_of_habits_measured_alike(
    window: MainWindow, workspace: Workspace, sit: Habit, walk: Habit
) -> None:
    water = workspace.journal.add_habit(
        Habit(
            "",
            "Water",
            walk.created,
            area="support",
            kind=Kind.MEASURED,
            target=6,
            direction=Direction.AT_LEAST,
            unit="glasses",
        )
    )
    focus(window, sit, 1)
    press(window, Key.Key_Left, held=Shift)
    press(window, *[Key.Key_Down] * 3, held=Shift)
    press(window, Key.Key_Up, held=Shift)
    assert ("Brisk walk", 2) in chosen(window)
    type_amount(window, "25")
    assert [entry.value for entry in workspace.records.entries_of(walk.id)] == [25, 25]
    assert workspace.records.entries_of(sit.id) == workspace.records.entries_of(water.id) == []
    assert window.undo_bar.words.text() == "2 days logged"


def test_what_is_no_amount_changes_no_day(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    choose_three(window, walk)
    type_amount(window, "2x")
    assert workspace.records.entries_of(walk.id) == []
    assert window.strip.isVisible()


def test_the_menu_is_about_all_days_chosen_or_about_another_day_alone(
    window: MainWindow, workspace: Workspace, sit: Habit, read: Habit
) -> None:
    choose_three(window, sit)
    table, menu = window.pages.today.table, window.pages.today.menu
    # A menu that pops up wants more of the platform than there is in a test.
    table.menu_wanted.disconnect(menu.open)
    opened: list[QMenu] = []
    table.menu_wanted.connect(lambda row, column, at: opened.append(menu.made_for(row, column)))

    def open_menu(at: QPoint) -> None:
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at)
        )
        QApplication.sendEvent(table.viewport(), event)
        next(action for action in opened[-1].actions() if action.text() == "Done").trigger()

    open_menu(place(window, sit, 2))
    assert states(workspace, sit) == [State.DONE] * 3
    open_menu(place(window, read, 1))
    assert chosen(window) == set()
    assert states(workspace, read) == [None, None, State.DONE]


def test_the_palette_says_how_many_days_an_action_is_about(window: MainWindow, sit: Habit) -> None:
    actions = {action.text(): action for action in window.all_actions}
    choose_three(window, sit)
    assert actions["Rest"].about == "3 days"
    assert actions["Note…"].about.startswith("Sit and breathe")
    assert not actions["Clear"].offered


def test_a_range_from_the_control_begins_with_the_day_looked_at(
    window: MainWindow, sit: Habit
) -> None:
    focus(window, sit)
    press(window, Key.Key_Left, Key.Key_Left, held=Shift)
    assert chosen(window) == {("Sit and breathe", 0), ("Sit and breathe", 1)}


def test_another_day_to_look_at_chooses_nothing(window: MainWindow, sit: Habit) -> None:
    choose_three(window, sit)
    window.pages.today.show_day(back(1))
    assert chosen(window) == set()
