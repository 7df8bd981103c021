"""What a person does in the window, as steps for tests."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.today.geometry import Part

MONDAY = date(2026, 11, 23)
Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


def focus(window: MainWindow, habit: Habit, days_back: int | None = None) -> tuple[int, int]:
    """Put the focus ring on a day of `habit`, or on its control."""
    table, model = window.pages.today.table, window.pages.today.model
    row = model.row_of(habit.id)
    assert row is not None
    column = model.control_column if days_back is None else len(model.days) - days_back
    table.setFocus()
    table.focus_cell(row, column)
    return row, column


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.pages.today.table, key)


def click(window: MainWindow, habit: Habit, days_back: int) -> None:
    table, model = window.pages.today.table, window.pages.today.model
    row = model.row_of(habit.id)
    assert row is not None
    rect = table.visualRect(model.index(row, len(model.days) - days_back))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def click_part(window: MainWindow, habit: Habit, part: Part) -> None:
    table, model = window.pages.today.table, window.pages.today.model
    number = model.row_of(habit.id)
    assert number is not None
    row = next(row for row in model.habit_rows() if row.habit == habit)
    rect = table.visualRect(model.index(number, model.control_column))
    place = table.painter_of_cells.geometry(row, rect).rect_of(part).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def type_amount(window: MainWindow, text: str) -> None:
    table = window.pages.today.table
    QTest.keyClicks(table, text[0])
    field = table.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, text[1:])
    QTest.keyClick(field, Key.Key_Return)
    # Qt hands on what was typed with its next turn.
    QApplication.processEvents()


def answer(fill_in: Callable[[QWidget], None]) -> None:
    """Fill in the dialog that opens next and accept it; a fault closes it all the same."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            fill_in(dialog)
        except BaseException:
            dialog.reject()
            raise
        dialog.accept()

    QTimer.singleShot(0, when_open)


def words_at(window: MainWindow, row: int, column: int) -> str:
    model = window.pages.today.model
    return str(model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole))
