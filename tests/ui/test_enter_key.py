"""Enter presses the button in focus, and no button that it was not struck on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.ui.enter_key import EnterKey
from tests.ui.steps import Key

Fill = Callable[[], tuple[QLineEdit, QPushButton, list[str]]]


@pytest.fixture
def fill(qtbot: QtBot) -> Fill:
    """A window with a field and a button that says when it was pressed."""

    def filled() -> tuple[QLineEdit, QPushButton, list[str]]:
        window = QWidget()
        qtbot.addWidget(window)
        field, button, pressed = QLineEdit(window), QPushButton("Save", window), list[str]()
        button.clicked.connect(lambda: pressed.append("pressed"))
        EnterKey(window)
        window.show()
        QTest.qWaitForWindowActive(window)
        return field, button, pressed

    return filled


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_the_button_in_focus_is_pressed_once(fill: Fill, key: Qt.Key) -> None:
    _, button, pressed = fill()
    button.setFocus()
    QTest.keyClick(button, key)
    assert pressed == ["pressed"]


def test_a_button_that_cannot_be_pressed_is_not(fill: Fill) -> None:
    _, button, pressed = fill()
    button.setFocus()
    button.setEnabled(False)
    QTest.keyClick(button, Key.Key_Return)
    assert pressed == []


def test_enter_in_a_field_that_leads_on_to_a_button_does_not_press_it(fill: Fill) -> None:
    field, button, pressed = fill()
    field.setFocus()
    field.returnPressed.connect(button.setFocus)
    QTest.keyClick(field, Key.Key_Return)
    assert button.hasFocus()
    assert pressed == []
    QTest.keyClick(button, Key.Key_Return)
    assert pressed == ["pressed"]


def test_other_keys_press_nothing(fill: Fill) -> None:
    _, button, pressed = fill()
    button.setFocus()
    for key in (Key.Key_A, Key.Key_Escape, Key.Key_Down):
        QTest.keyClick(button, key)
    assert pressed == []
