"""A whole week from an empty folder, by hand, then back to nothing and forward again."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfcare_app.domain.habit import Habit
from selfcare_app.services.transfer.json_file import written
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.editor.dialog import HabitEditor
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.welcome.page import WelcomePage
from tests.ui.steps import Control, Key, click, focus, press, type_amount

WEEK = range(7)
FIRST = date(2026, 11, 9)
LEFT = Qt.MouseButton.LeftButton


def add_by_keyboard(window: MainWindow, name: str, schedule_kind: int, kind: int) -> None:
    """Add a habit with the schedule and the way of logging at those places of their lists."""
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(window, Key.Key_N, Control)
    [editor] = [each for each in window.findChildren(HabitEditor) if each.isVisible()]
    editor.activateWindow()
    QApplication.processEvents()
    form = editor.form
    QTest.keyClicks(form.name.text, name)
    for _ in range(schedule_kind):
        QTest.keyClick(form.schedule.kind, Key.Key_Down)
    for _ in range(kind):
        QTest.keyClick(form.measure.kind, Key.Key_Down)
    if kind:
        QTest.keyClicks(form.measure.target, "3")
        QTest.keyClicks(form.measure.unit, "pages")
    form.start.show_day(FIRST)
    QTest.keyClick(form.name.text, Key.Key_Return)
    assert not editor.isVisible()


def log_a_week(window: MainWindow, habit: Habit, *, by_mouse: bool) -> None:
    window.activateWindow()
    QApplication.processEvents()
    for days_back in WEEK:
        if days_back == 3:
            focus(window, habit, days_back)
            press(window, Key.Key_R)
        elif habit.measured:
            focus(window, habit, days_back)
            type_amount(window, str(days_back + 1))
            # The field that was closed is not found again as the one of the next day.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        elif by_mouse:
            click(window, habit, days_back)
        else:
            focus(window, habit, days_back)
            press(window, Key.Key_Space)


@pytest.mark.parametrize("by_mouse", [False, True])
def test_a_week_of_every_schedule_goes_back_to_nothing_and_forward_again(
    window: MainWindow, page: WelcomePage, workspace: Workspace, by_mouse: bool
) -> None:
    nothing = written(workspace.records.everything())
    if by_mouse:
        QTest.mouseClick(page.picker.cards[0], LEFT)
        QTest.mouseClick(page.start, LEFT)
    else:
        QTest.keyClick(page.picker.cards[0], Key.Key_Space)
        page.start.setFocus()
        QTest.keyClick(page.start, Key.Key_Return)
    for place in range(5):
        add_by_keyboard(window, f"Habit {place}", place, kind=0)
        add_by_keyboard(window, f"Pages {place}", place, kind=1 + place % 2)
    habits = workspace.records.habits()
    assert len({type(habit.schedule) for habit in habits}) == 5
    for habit in habits:
        log_a_week(window, habit, by_mouse=by_mouse)
    week = written(workspace.records.everything())
    today = workspace.today()
    entries = [
        entry
        for habit in habits
        for entry in workspace.records.entries_between(habit.id, today - timedelta(6), today)
    ]
    assert len(entries) == 7 * len(habits)
    changes = 0
    while workspace.journal.history.next_undo is not None:
        window.taking_back.undo()
        changes += 1
    assert written(workspace.records.everything()) == nothing
    assert changes > 7 * len(habits)
    for _ in range(changes):
        window.taking_back.redo()
    assert written(workspace.records.everything()) == week
