"""While the first start stands, no key and no palette reaches what lies behind it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.shortcut_sheet import ShortcutSheet, sections

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 23)


@pytest.fixture
def shown_again(window: MainWindow, workspace: Workspace) -> MainWindow:
    """The window of a person with a habit, who asked for the first start in Settings."""
    assert window.pages.welcome is not None
    window.pages.welcome.skip.click()
    workspace.journal.add_habit(Habit("", "Sit", TODAY))
    window.show_page("settings")
    assert window.pages.settings is not None
    window.pages.settings.first_start.button.click()
    QTest.qWaitForWindowActive(window)
    return window


def test_settings_lead_to_the_first_start_and_back_with_everything_as_it_was(
    shown_again: MainWindow, workspace: Workspace
) -> None:
    window, page = shown_again, shown_again.pages.welcome
    before = workspace.journal.history.next_undo
    assert page is not None
    assert window.pages.current is page
    assert window.rail.isHidden()
    assert page.isAncestorOf(window.focusWidget() or window)
    page.skip.click()
    assert window.pages.welcome is None
    assert window.pages.current is window.pages.today
    assert window.rail.isVisible()
    assert [habit.name for habit in workspace.records.habits()] == ["Sit"]
    assert workspace.journal.history.next_undo is before


def test_habits_chosen_the_second_time_join_those_that_are_there(
    shown_again: MainWindow, workspace: Workspace
) -> None:
    page = shown_again.pages.welcome
    assert page is not None
    page.picker.cards[1].click()
    page.start.click()
    assert next(habit.name for habit in workspace.records.habits()) == "Sit"
    assert len(workspace.records.habits()) == 2
    shown_again.taking_back.undo()
    assert [habit.name for habit in workspace.records.habits()] == ["Sit"]


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Key.Key_1, Control),
        (Key.Key_2, Control),
        (Key.Key_Comma, Control),
        (Key.Key_K, Control),
        (Key.Key_N, Control),
        (Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Key.Key_R, Qt.KeyboardModifier.NoModifier),
        (Key.Key_N, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_no_key_turns_the_page_opens_the_palette_or_logs(
    shown_again: MainWindow, workspace: Workspace, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    before = workspace.journal.history.next_undo
    QTest.keyClick(shown_again.focusWidget(), key, modifiers)
    assert shown_again.pages.current is shown_again.pages.welcome
    assert shown_again.overlays.open is None
    assert QApplication.activeModalWidget() is None
    assert workspace.journal.history.next_undo is before
    assert shown_again.pages.today.day == TODAY


def test_nothing_is_done_behind_it_by_other_ways_either(
    shown_again: MainWindow, workspace: Workspace
) -> None:
    before = workspace.journal.history.next_undo
    focused = shown_again.focusWidget()
    for action in shown_again.all_actions:
        if action.text() not in ("Undo", "Redo", "Keys", "Lock", "Quit Selfcare"):
            action.trigger()
    for page in ("today", "progress", "settings"):
        shown_again.show_page(page)
    [habit] = workspace.records.habits()
    shown_again.show_habit("today", habit.id)
    shown_again.show_habit("progress", habit.id)
    assert shown_again.pages.current is shown_again.pages.welcome
    assert shown_again.focusWidget() is focused
    assert workspace.journal.history.next_undo is before


def test_what_is_left_is_to_undo_to_look_up_keys_and_to_close(shown_again: MainWindow) -> None:
    offered = [action.text() for action in shown_again.all_actions.offered()]
    assert offered == ["Undo", "Redo", "Keys", "Lock", "Quit Selfcare"]
    QTest.keyClick(shown_again.focusWidget(), Key.Key_F1)
    assert isinstance(shown_again.overlays.open, ShortcutSheet)
    told = [line.words for _, lines in sections(shown_again.all_actions) for line in lines]
    assert told == offered
    QTest.keyClick(shown_again.focusWidget(), Key.Key_Escape)
    assert shown_again.overlays.open is None
    page = shown_again.pages.welcome
    assert page is not None
    assert page.isAncestorOf(shown_again.focusWidget() or shown_again)


def test_afterwards_every_key_is_back(shown_again: MainWindow) -> None:
    page = shown_again.pages.welcome
    assert page is not None
    page.skip.click()
    assert all(action.isEnabled() for action in shown_again.all_actions)
    QTest.keyClick(shown_again.focusWidget(), Key.Key_K, Control)
    assert shown_again.overlays.open is not None
    shown_again.overlays.close()
    QTest.keyClick(shown_again.focusWidget(), Key.Key_Comma, Control)
    assert shown_again.pages.current is shown_again.pages.settings


def test_at_the_very_first_start_it_is_the_same(window: MainWindow) -> None:
    assert [action.text() for action in window.all_actions.offered()] == [
        "Undo",
        "Redo",
        "Keys",
        "Lock",
        "Quit Selfcare",
    ]
    QTest.keyClick(window.focusWidget() or window, Key.Key_K, Control)
    assert window.overlays.open is None


def test_the_palette_finds_the_first_start(window: MainWindow) -> None:
    assert window.pages.welcome is not None
    window.pages.welcome.skip.click()
    QTest.keyClick(window.focusWidget() or window, Key.Key_K, Control)
    QTest.keyClicks(window.focusWidget(), "first start")
    QTest.keyClick(window.focusWidget(), Key.Key_Return)
    assert window.pages.welcome is not None
    assert window.pages.current is window.pages.welcome
    assert window.overlays.open is None
