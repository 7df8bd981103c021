"""The first day, and the dialog for a new habit."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.today.dialogs import AddHabitDialog
from tests.ui.steps import MONDAY, answer


def test_the_first_day_has_one_sentence_and_one_button(
    open_on: Callable[[], MainWindow], workspace: Workspace
) -> None:
    window = open_on()
    page = window.pages.today
    assert page._empty.isVisible()
    assert window.focusWidget() is page._empty.button

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, AddHabitDialog)
        assert dialog.focusWidget() is dialog.name
        QTest.keyClicks(dialog.name, "Sit and breathe")

    answer(fill_in)
    page._empty.button.click()
    assert [habit.name for habit in workspace.records.habits()] == ["Sit and breathe"]
    assert not page._empty.isVisible()
    window.undo()
    assert page._empty.isVisible()


@pytest.mark.parametrize(
    ("name", "schedule", "target", "sentence"),
    [
        ("", "daily", "20", "A habit needs a name"),
        ("x" * 10_000, "daily", "20", "can have up to"),
        ("Walk", "now and then", "20", "is not a schedule"),
        ("Walk", "3/week", "", "Type an amount"),
        ("Walk", "3/week", "-1", "cannot be less than 0"),
    ],
)
def test_what_cannot_be_a_habit_is_said_in_the_dialog(
    qtbot: QtBot, window: MainWindow, name: str, schedule: str, target: str, sentence: str
) -> None:
    dialog = AddHabitDialog(window, MONDAY)
    dialog.name.setText(name)
    dialog.schedule.setEditText(schedule)
    dialog.kind.setCurrentIndex(1)
    dialog.target.setText(target)
    dialog.show()
    dialog._on_save()
    assert sentence in dialog.sentence.text()
    assert dialog.isVisible()
    dialog.reject()


def test_emoji_and_right_to_left_names_are_as_good_as_any(window: MainWindow) -> None:
    dialog = AddHabitDialog(window, MONDAY)
    dialog.name.setText("  🧘 נשימה ")
    assert dialog.habit().name == "🧘 נשימה"
