"""The rail: pages by one click, and by one more click what the keys can do."""

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.palette.palette import Palette
from selfcare_app.ui.shortcut_sheet import ShortcutSheet
from selfcare_app.ui.theme import DARK
from tests.ui.steps import MONDAY, Key, click


def choose(window: MainWindow, words: str) -> None:
    """Choose an entry of the rail's menu."""
    menu = window.rail.menu()
    entry(menu, words).trigger()
    menu.deleteLater()


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == words)


def test_the_menu_offers_the_finder_undo_and_the_keys(window: MainWindow) -> None:
    menu = window.rail.menu()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == [
        "Find anything…",
        "In session, or no longer",
        "Wrap up…",
        "Breathe with the guide…",
        "Report as PDF…",
        "Undo",
        "Redo",
        "Keys",
        "Lock",
        "Quit Selfcare",
    ]
    assert all(action.isShortcutVisibleInContextMenu() for action in menu.actions()[:1])
    menu.deleteLater()


def test_a_person_without_a_keyboard_finds_the_palette_and_the_keys(window: MainWindow) -> None:
    choose(window, "Find anything…")
    assert isinstance(window.overlays.open, Palette)
    window.overlays.close()
    choose(window, "Keys")
    assert isinstance(window.overlays.open, ShortcutSheet)


def test_a_change_is_taken_back_and_done_again_by_mouse(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    click(window, sit, 0)
    window.undo_bar.hide()
    choose(window, "Undo")
    assert workspace.records.entry(sit.id, MONDAY).empty
    window.undo_bar.hide()
    choose(window, "Redo")
    assert workspace.records.entry(sit.id, MONDAY).state is State.DONE


def test_with_nothing_to_undo_the_menu_says_so_too(
    window: MainWindow, workspace: Workspace
) -> None:
    workspace.journal.history.clear()
    choose(window, "Undo")
    assert window.undo_bar.accessibleName() == "Nothing to undo."


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("by_key", [False, True])
def test_the_button_opens_the_menu_beside_it(window: MainWindow, by_key: bool) -> None:
    more = window.rail.more
    if by_key:
        more.setFocus()
        QTest.keyClick(more, Key.Key_Space)
    else:
        before = window.focusWidget()
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)
        assert window.focusWidget() is before
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.geometry().left() >= window.mapToGlobal(window.rect().topLeft()).x()
    assert not more.isChecked()
    menu.close()
    assert [button.text() for button in window.rail.buttons if button.isChecked()] == ["Today"]


@pytest.mark.parametrize(("width", "folded"), [(900, True), (1180, False)])
def test_every_button_stands_apart_and_is_large_enough(
    window: MainWindow, width: int, folded: bool
) -> None:
    window.resize(width, 480)
    QApplication.processEvents()
    buttons = [*window.rail.buttons[:-1], window.rail.more, window.rail.buttons[-1]]
    assert [button.folded for button in buttons] == [folded] * 5
    assert all(button.width() >= 44 and button.height() >= 44 for button in buttons)
    for upper, lower in itertools.pairwise(buttons):
        assert upper.geometry().bottom() < lower.geometry().top()
    assert all(button.toolTip() and button.accessibleName() for button in buttons)


def test_the_cards_of_charts_stand_before_they_are_asked_for(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.pages.load_charts()
    qtbot.waitUntil(lambda: window.pages.progress is not None)
    page = window.pages.progress
    assert page is not None
    qtbot.waitUntil(lambda: bool(page.subjects))
    made = page.subject
    window.show_page("progress")
    qtbot.waitUntil(lambda: page.ready)
    assert page.subject is made


def test_arrows_go_through_the_pages_and_tab_to_the_menu(window: MainWindow) -> None:
    first, second, third, last = window.rail.buttons
    first.setFocus()
    QTest.keyClick(first, Key.Key_Down)
    assert window.focusWidget() is second
    assert window.pages.current is window.pages.progress
    QTest.keyClick(second, Key.Key_Tab)
    assert window.focusWidget() is window.rail.more
    QTest.keyClick(window.rail.more, Key.Key_Backtab)
    QTest.keyClick(second, Key.Key_Down)
    assert window.focusWidget() is third
    assert window.pages.current is window.pages.boundaries
    QTest.keyClick(third, Key.Key_Down)
    assert window.focusWidget() is last
    assert window.pages.current is window.pages.settings


def test_the_button_is_painted_in_light_and_dark(
    window: MainWindow, open_on: Callable[[], MainWindow]
) -> None:
    light = window.rail.more.grab().toImage()
    window.set_theme(DARK)
    assert window.rail.more.grab().toImage() != light
