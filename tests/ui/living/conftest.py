"""The whole window on a workspace with three habits in two practice areas."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow

MONDAY = date(2026, 11, 23)
FIRST = date(2026, 11, 20)
"""The day on which the habits begin: nobody is silent yet."""


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Sit and breathe", FIRST))


@pytest.fixture
def read(workspace: Workspace, sit: Habit) -> Habit:
    return workspace.journal.add_habit(Habit("", "Read", FIRST, cue="In the armchair"))


@pytest.fixture
def walk(workspace: Workspace, read: Habit) -> Habit:
    habit = Habit(
        "",
        "Brisk walk",
        FIRST,
        area="movement",
        kind=Kind.MEASURED,
        target=20,
        direction=Direction.AT_LEAST,
        unit="min",
    )
    return workspace.journal.add_habit(habit)


@pytest.fixture
def window(open_on: Callable[[], MainWindow], walk: Habit) -> MainWindow:
    return open_on()


def names(window: MainWindow) -> list[str]:
    """What stands on the Today page from top to bottom: headings and habits."""
    rows = window.pages.today.model.rows
    return [row.area.title if hasattr(row, "area") else row.habit.name for row in rows]


def focus(window: MainWindow, habit: Habit, days_back: int | None = None) -> tuple[int, int]:
    """Put the focus ring on a day of `habit`, or on its control."""
    table, model = window.pages.today.table, window.pages.today.model
    row = model.row_of(habit.id)
    assert row is not None
    column = model.control_column if days_back is None else len(model.days) - days_back
    table.setFocus()
    table.focus_cell(row, column)
    return row, column


def focused_name(window: MainWindow) -> str:
    """Whose row has the focus."""
    cell = window.pages.today.table.current_cell()
    assert cell is not None
    return names(window)[cell[0]]


def press(
    window: MainWindow,
    *keys: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press `keys` one after the other in the table."""
    for key in keys:
        QTest.keyClick(window.pages.today.table, key, held)


@contextmanager
def answer(fill_in: Callable[[QDialog], object]) -> Iterator[None]:
    """Fill in the dialog that opens within; a fault closes it all the same."""
    yield
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    try:
        fill_in(dialog)
    finally:
        if dialog.isVisible():
            dialog.reject()
