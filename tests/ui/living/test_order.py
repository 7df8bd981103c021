"""Habits are put in order by dragging and by keyboard; the focus stays with its habit."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.today.arranging import Place, arranged, place_one_on
from selfcare_app.ui.today.model import NAME_COLUMN
from tests.ui.living.conftest import focus, focused_name, names, press

Key = Qt.Key
Modifier = Qt.KeyboardModifier
BOTH = Modifier.ControlModifier | Modifier.ShiftModifier
AT_FIRST = ["Mindfulness", "Sit and breathe", "Read", "Movement", "Brisk walk"]
LEFT = Qt.MouseButton.LeftButton


def name_rect_centre(window: MainWindow, number: int) -> QPoint:
    table, model = window.pages.today.table, window.pages.today.model
    return table.visualRect(model.index(number, NAME_COLUMN)).center()


def drag(window: MainWindow, habit: Habit, to: QPoint, *, let_go: bool = True) -> None:
    table, model = window.pages.today.table, window.pages.today.model
    number = model.row_of(habit.id)
    assert number is not None
    begin = name_rect_centre(window, number)
    QTest.mousePress(table.viewport(), LEFT, pos=begin)
    for place in (begin + QPoint(0, 3), (begin + to) / 2, to):
        move(window, place)
    if let_go:
        QTest.mouseRelease(table.viewport(), LEFT, pos=to)


def move(window: MainWindow, place: QPoint) -> None:
    """The mouse with its button down, which QTest cannot move."""
    viewport = window.pages.today.table.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(viewport.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        LEFT,
        Modifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def test_a_habit_goes_up_and_down_by_keyboard_and_keeps_the_focus(
    window: MainWindow, read: Habit
) -> None:
    focus(window, read)
    press(window, Key.Key_Up, held=BOTH)
    assert names(window) == ["Mindfulness", "Read", "Sit and breathe", "Movement", "Brisk walk"]
    assert focused_name(window) == "Read"
    press(window, Key.Key_Down, held=Modifier.AltModifier)
    assert names(window) == AT_FIRST
    assert focused_name(window) == "Read"


def test_at_the_edge_of_its_area_a_habit_goes_into_the_next_one_and_undo_brings_it_back(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    focus(window, read, 2)
    press(window, Key.Key_Down, held=BOTH)
    assert names(window) == ["Mindfulness", "Sit and breathe", "Movement", "Read", "Brisk walk"]
    window.taking_back.undo()
    assert names(window) == AT_FIRST
    assert workspace.records.habit(read.id) == read


def test_the_very_first_habit_goes_no_further_up(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    before = workspace.journal.history.next_undo
    focus(window, sit)
    press(window, Key.Key_Up, held=BOTH)
    assert names(window) == AT_FIRST
    assert workspace.journal.history.next_undo == before


def test_a_habit_that_goes_into_a_folded_group_opens_it(window: MainWindow, read: Habit) -> None:
    window.pages.today.deeds.fold("movement", True)
    focus(window, read)
    press(window, Key.Key_Down, held=BOTH)
    assert names(window) == ["Mindfulness", "Sit and breathe", "Movement", "Read", "Brisk walk"]
    assert focused_name(window) == "Read"


def test_a_habit_is_dragged_above_another(window: MainWindow, sit: Habit, read: Habit) -> None:
    drag(window, read, name_rect_centre(window, 1) - QPoint(0, 12))
    assert names(window)[:3] == ["Mindfulness", "Read", "Sit and breathe"]


def test_a_habit_is_dragged_into_another_area(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    drag(window, sit, name_rect_centre(window, 4) + QPoint(0, 12))
    assert names(window) == ["Mindfulness", "Read", "Movement", "Brisk walk", "Sit and breathe"]
    moved = workspace.records.habit(sit.id)
    assert moved is not None and moved.area == "movement"


def test_a_heading_is_the_end_of_the_group_above_it_or_the_beginning_of_its_own(
    window: MainWindow, walk: Habit
) -> None:
    drag(window, walk, name_rect_centre(window, 3) - QPoint(0, 10))
    assert names(window) == ["Mindfulness", "Sit and breathe", "Read", "Brisk walk"]
    window.taking_back.undo()
    drag(window, walk, name_rect_centre(window, 0) + QPoint(0, 10))
    assert names(window) == ["Mindfulness", "Brisk walk", "Sit and breathe", "Read"]
    window.taking_back.undo()
    drag(window, walk, name_rect_centre(window, 0) - QPoint(0, 10))
    assert names(window)[-1] == "Read"


def test_a_folded_heading_takes_a_habit_in(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    window.pages.today.deeds.fold("movement", True)
    drag(window, sit, name_rect_centre(window, 3) + QPoint(0, 8))
    moved = workspace.records.habit(sit.id)
    assert moved is not None and moved.area == "movement"
    assert names(window)[-1] == "Sit and breathe"


def test_below_the_last_row_is_the_end(window: MainWindow, sit: Habit) -> None:
    drag(window, sit, QPoint(100, window.pages.today.table.viewport().height() + 40))
    assert names(window)[-1] == "Sit and breathe"


def test_esc_leaves_a_dragged_row_where_it_is(window: MainWindow, read: Habit) -> None:
    table = window.pages.today.table
    drag(window, read, name_rect_centre(window, 1) - QPoint(0, 12), let_go=False)
    assert table.drag.active
    table.grab()
    QTest.keyClick(table, Key.Key_Escape)
    QTest.mouseRelease(table.viewport(), LEFT, pos=name_rect_centre(window, 1))
    assert names(window) == AT_FIRST


def test_a_click_on_a_name_moves_nothing(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    before = workspace.journal.history.next_undo
    drag(window, read, name_rect_centre(window, 2) + QPoint(0, 1))
    assert workspace.journal.history.next_undo == before


def test_near_its_edge_the_table_scrolls_while_a_row_is_dragged(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    for number in range(30):
        workspace.journal.add_habit(Habit("", f"Habit {number}", sit.created))
    table = window.pages.today.table
    drag(window, sit, QPoint(100, table.viewport().height() - 4), let_go=False)
    table.drag._scroll()
    assert table.verticalScrollBar().value() > 0
    table.drag.cancel()


def test_no_row_is_dragged_while_habits_are_sorted_otherwise(
    window: MainWindow, read: Habit
) -> None:
    page = window.pages.today
    page.search()
    assert page.above is not None
    page.above.filter_bar.orders.setCurrentIndex(1)
    assert names(window)[1:3] == ["Read", "Sit and breathe"]
    drag(window, read, name_rect_centre(window, 2) + QPoint(0, 12))
    focus(window, read)
    press(window, Key.Key_Down, held=BOTH)
    page.above.filter_bar.put_away()
    assert names(window) == AT_FIRST


def test_while_searching_a_habit_goes_past_the_one_that_is_seen(
    window: MainWindow, workspace: Workspace, sit: Habit, read: Habit
) -> None:
    rest = workspace.journal.add_habit(Habit("", "Sit on the stairs", sit.created))
    page = window.pages.today
    page.search()
    assert page.above is not None
    page.above.filter_bar.field.setText("sit")
    focus(window, rest)
    press(window, Key.Key_Up, held=BOTH)
    assert names(window) == ["Mindfulness", "Sit on the stairs", "Sit and breathe"]
    page.above.filter_bar.put_away()
    assert names(window)[1:4] == ["Sit on the stairs", "Sit and breathe", "Read"]


def test_a_place_beside_a_habit_that_is_gone_is_the_end_of_its_area(
    sit: Habit, read: Habit, walk: Habit
) -> None:
    habits = [sit, read, walk]
    assert arranged(habits, sit, Place("mindfulness", before="gone")) == [read, sit]
    assert arranged(habits, read, Place("mindfulness", after="gone")) == []
    assert place_one_on(habits, walk, 1) is None
