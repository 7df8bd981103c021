"""The register of actions: each has its words and its keys, and the keys do as they say."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.services.settings import SINGLE_LETTER_KEYS
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Action, Actions, Section, is_single_letter, key_words
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.today.note_editor import NoteEditor
from tests.ui.steps import MONDAY, Control, Key, Shift, answer, focus, press


def keys_of(action: Action) -> list[str]:
    portable = QKeySequence.SequenceFormat.PortableText
    return [sequence.toString(portable) for sequence in action.shortcuts()]


def with_every_page(window: MainWindow) -> Actions:
    """The window's actions, once each page had the chance to register its own."""
    for page in ("progress", "settings", "today"):
        window.show_page(page)
    return window.all_actions


def plain_action(
    workspace: Workspace, qtbot: QtBot
) -> tuple[QWidget, Actions, Callable[..., Action], list[str]]:
    """A bare window with a register of its own, a way to add to it, and what was done."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTest.qWaitForWindowActive(window)
    actions, done = Actions(window, workspace.settings), list[str]()

    def add(title: str, *keys: str, repeats: bool = False) -> Action:
        return actions.add(
            Section.PROGRAM, title, lambda: done.append(title), keys=keys, repeats=repeats
        )

    return window, actions, add, done


def test_every_action_has_a_title_of_its_own(window: MainWindow) -> None:
    titles = [action.text() for action in with_every_page(window)]
    assert len(titles) > 15
    assert all(title.strip() for title in titles)
    assert len(set(titles)) == len(titles)


def test_no_key_belongs_to_two_actions_that_can_hear_it_at_once(window: MainWindow) -> None:
    for one, other in combinations(with_every_page(window), 2):
        apart = (
            one.shortcutContext() == other.shortcutContext() == Qt.ShortcutContext.WidgetShortcut
            and one.parent() is not other.parent()
        )
        shared = set(keys_of(one)) & set(keys_of(other))
        assert apart or not shared, (one.text(), other.text())


def test_every_key_is_one_that_qt_knows(window: MainWindow) -> None:
    for action in with_every_page(window):
        assert len(keys_of(action)) >= len(action.key_words)
        assert all(keys_of(action)), action.text()


def test_every_key_does_what_it_says_and_nothing_else(
    workspace: Workspace,
    sit: Habit,
    open_on: Callable[[], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[Action] = []
    monkeypatch.setattr(Actions, "_act", lambda self, action, act: done.append(action))
    window = open_on()
    pressed = 0
    for action in with_every_page(window):
        for sequence in action.shortcuts():
            focus(window, sit)
            done.clear()
            QTest.keySequence(window.pages.today.table, sequence)
            assert done == [action], (action.text(), sequence.toString())
            pressed += 1
    assert pressed > 20


def test_without_single_letter_keys_letters_do_nothing_and_the_rest_goes_on(
    window: MainWindow,
    workspace: Workspace,
    sit: Habit,
    walk: Habit,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace.settings.set(SINGLE_LETTER_KEYS, False)
    focus(window, sit, 0)
    before = workspace.journal.history.next_undo
    for letter in (Key.Key_R, Key.Key_N, Key.Key_Question):
        press(window, letter)
    assert window.findChild(NoteEditor) is None
    assert workspace.journal.history.next_undo is before
    assert window.overlays.open is None
    press(window, Key.Key_Space)
    assert workspace.records.entry(sit.id, MONDAY).state is State.DONE
    press(window, Key.Key_0)
    assert workspace.records.entry(sit.id, MONDAY).state is State.NOT_DONE
    focus(window, walk, 0)
    press(window, Key.Key_Plus)
    assert workspace.records.entry(walk.id, MONDAY).value == 5
    press(window, Key.Key_F1)
    assert window.overlays.open is not None


def test_single_letter_keys_come_back_at_once_with_the_setting(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    window.show_page("settings")
    assert window.pages.settings is not None
    box = window.pages.settings.rows[SINGLE_LETTER_KEYS.key].control
    QTest.keyClick(box, Key.Key_Space)
    window.show_page("today")
    focus(window, sit, 0)
    press(window, Key.Key_R)
    assert workspace.records.entry(sit.id, MONDAY).empty
    QTest.keyClick(window.pages.today.table, Key.Key_Z, Control)
    press(window, Key.Key_R)
    assert workspace.records.entry(sit.id, MONDAY).state is State.REST
    press(window, Key.Key_Question)
    assert window.overlays.open is not None
    window.overlays.close()
    press(window, Key.Key_N)
    editor = window.findChild(NoteEditor)
    assert editor is not None
    editor.accept()


def test_a_window_that_opens_without_single_letter_keys_has_none(
    workspace: Workspace, sit: Habit, open_on: Callable[[], MainWindow]
) -> None:
    workspace.settings.set(SINGLE_LETTER_KEYS, False)
    window = open_on()
    letters = [key for each in window.all_actions for key in keys_of(each) if is_single_letter(key)]
    assert letters == []
    number = window.pages.today.model.row_of(sit.id)
    assert number is not None
    menu = window.pages.today.menu.made_for(number, 0)
    rest = next(each for each in menu.actions() if each.text().startswith("Rest"))
    assert rest.shortcut().isEmpty()
    menu.deleteLater()


def test_keys_do_not_act_behind_a_dialog(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, MONDAY)
    focus(window, sit, 0)

    def press_behind(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        for widget in (dialog, window):
            QTest.keyClick(widget, Key.Key_K, Control)
            QTest.keyClick(widget, Key.Key_2, Control)
            QTest.keyClick(widget, Key.Key_Z, Control)

    answer(press_behind)
    press(window, Key.Key_N)
    assert window.overlays.open is None
    assert window.pages.current is window.pages.today
    assert workspace.records.entry(sit.id, MONDAY).state is State.DONE


def test_the_ways_to_other_days_go_with_their_buttons(window: MainWindow) -> None:
    def offered() -> set[str]:
        return {each.text() for each in window.all_actions.offered()}

    assert "Day after" not in offered()
    QTest.keyClick(window, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.pages.today.day == MONDAY
    QTest.keyClick(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Day after" in offered()
    past = window.pages.today.day
    assert past < MONDAY
    window.show_page("settings")
    assert not {"Day after", "Day before", "Choose a day…"} & offered()
    QTest.keyClick(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.today.day == past


def test_a_button_s_action_presses_it(workspace: Workspace, qtbot: QtBot) -> None:
    window, actions, _, done = plain_action(workspace, qtbot)
    button = QPushButton("Day before", window)
    button.clicked.connect(lambda: done.append("pressed"))
    action = actions.add_button(Section.DAYS, button, "Day before", "previous", "Alt+Left")
    assert not action.offered
    QTest.keyClick(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert done == []
    button.show()
    assert action.offered
    QTest.keyClick(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert done == ["pressed"]


def test_only_what_may_go_on_goes_on_while_its_key_is_held(
    window: MainWindow,
) -> None:
    going_on = {each.text() for each in window.all_actions if each.autoRepeat()}
    assert going_on == {
        "A little more",
        "A little less",
        "Undo",
        "Redo",
        "Day before",
        "Day after",
        "Move up",
        "Move down",
    }


def test_while_few_are_allowed_the_others_do_nothing_whenever_they_came(
    workspace: Workspace, qtbot: QtBot
) -> None:
    window, actions, add, done = plain_action(workspace, qtbot)
    keep, other = add("Keep", "Ctrl+1"), add("Other", "Ctrl+2")
    actions.allow_only([keep])
    late = add("Late", "Ctrl+3")
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        QTest.keyClick(window, key, Control)
    other.trigger()
    assert done == ["Keep"]
    assert actions.offered() == [keep]
    actions.allow_only(None)
    for key in (Key.Key_2, Key.Key_3):
        QTest.keyClick(window, key, Control)
    assert done == ["Keep", "Other", "Late"]
    assert actions.offered() == [keep, other, late]


@pytest.mark.parametrize(
    ("key", "single"),
    [("R", True), ("?", True), ("+", False), ("7", False), ("F1", False), ("Ctrl+R", False)],
)
def test_letters_and_signs_struck_alone_are_single_letters_and_amounts_are_not(
    key: str, single: bool
) -> None:
    assert is_single_letter(key) is single


def test_keys_are_written_as_the_platform_writes_them_and_ranges_as_they_are() -> None:
    native = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
    assert key_words("Ctrl+K") == native
    assert key_words("0–9") == "0–9"


def test_both_keys_for_redo_do_it(window: MainWindow, workspace: Workspace, sit: Habit) -> None:
    for key, modifiers in ((Key.Key_Y, Control), (Key.Key_Z, Control | Shift)):
        workspace.journal.log_entry(sit, MONDAY)
        QTest.keyClick(window, Key.Key_Z, Control)
        assert workspace.records.entry(sit.id, MONDAY).empty
        QTest.keyClick(window, key, modifiers)
        assert workspace.records.entry(sit.id, MONDAY).state is State.DONE
        window.taking_back.undo()
