"""The first day: one sentence, one button, one habit."""

from collections.abc import Callable

from PySide6.QtTest import QTest

from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.editor.dialog import HabitEditor
from selfcare_app.ui.main_window import MainWindow
from tests.ui.steps import Key


def test_the_first_day_has_one_sentence_and_one_button(
    open_on: Callable[[], MainWindow], workspace: Workspace
) -> None:
    window = open_on()
    page = window.pages.today
    assert page._empty.isVisible()
    assert window.focusWidget() is page._empty.button
    page._empty.button.click()
    editor = window.findChild(HabitEditor)
    assert editor is not None
    assert editor.focusWidget() is editor.form.name.text
    QTest.keyClicks(editor.form.name.text, "Sit and breathe")
    QTest.keyClick(editor.form.name.text, Key.Key_Return)
    assert [habit.name for habit in workspace.records.habits()] == ["Sit and breathe"]
    assert not page._empty.isVisible()
    window.taking_back.undo()
    assert page._empty.isVisible()
