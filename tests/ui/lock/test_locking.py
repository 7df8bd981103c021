"""A locked window tells nothing, and gives everything back as it was."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Habit
from selfcare_app.services.passphrase import new_key, recovery_key
from selfcare_app.services.settings import LOCK_AFTER, LOCK_ON_SLEEP
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from tests.ui.lock.readers import everything_read

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WORDS = "quiet river stone lamp"
TODAY = date(2026, 11, 23)
PRIVATE = ("Sit", "walk", "note is saved", "20")


@pytest.fixture
def passphrase(workspace: Workspace) -> str:
    workspace.encryption.use(new_key(WORDS))
    return WORDS


def shown_words(window: MainWindow) -> str:
    """Every word on the window that is not hidden."""
    words = [window.windowTitle()]
    for label in window.findChildren(QLabel):
        words.append(label.text())
    for field in window.findChildren(QLineEdit):
        words.append(field.text())
    return "\n".join(words)


def unlock(qtbot: QtBot, window: MainWindow, words: str = WORDS) -> None:
    cover = window.locking.cover
    assert cover is not None
    qtbot.keyClicks(cover.field, words)
    qtbot.keyClick(cover.field, Qt.Key.Key_Return)


def test_names_and_numbers_are_read_from_the_open_window(window: MainWindow) -> None:
    read = everything_read()
    assert "Sit and breathe" in read
    assert "Brisk walk" in read


def test_a_locked_window_tells_nothing_to_eyes_or_readers(
    window: MainWindow, passphrase: str, qtbot: QtBot, walk: Habit, workspace: Workspace
) -> None:
    workspace.journal.log_entry(walk, TODAY, 20)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.locking.locked
    for text in (everything_read(), shown_words(window)):
        assert not [word for word in PRIVATE if word in text], text
    assert "Selfcare is locked" in shown_words(window)


def test_the_passphrase_opens_it_and_everything_is_as_it_was(
    window: MainWindow, passphrase: str, qtbot: QtBot
) -> None:
    before = window.grab().toImage()
    field = window.pages.today.check_in.note
    field.setFocus()
    qtbot.keyClicks(field, "Tired but")
    window.locking.lock()
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: not window.locking.locked)
    assert field.text() == "Tired but"
    assert window.focusWidget() is field
    qtbot.keyClicks(field, " well")
    window.pages.today.check_in.finish_typing()
    assert window.grab().toImage().size() == before.size()
    assert "Sit and breathe" in everything_read()


def test_a_wrong_passphrase_is_told_and_opens_nothing(
    window: MainWindow, passphrase: str, qtbot: QtBot
) -> None:
    window.locking.lock()
    cover = window.locking.cover
    assert cover is not None
    unlock(qtbot, window, "quiet river stone lamb")
    assert cover.button.text() == "One moment…"
    qtbot.waitUntil(lambda: bool(cover.sentence.text()))
    assert "does not open" in cover.sentence.text()
    assert cover.field.selectedText() == "quiet river stone lamb"
    assert cover.button.isEnabled()
    assert window.locking.locked
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: not window.locking.locked)


def test_the_recovery_key_opens_it_as_well(
    window: MainWindow, passphrase: str, qtbot: QtBot, workspace: Workspace
) -> None:
    key = workspace.encryption.key
    assert key is not None
    window.locking.lock()
    unlock(qtbot, window, recovery_key(key))
    qtbot.waitUntil(lambda: not window.locking.locked)


def test_without_a_passphrase_the_cover_opens_with_its_button(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.locking.lock()
    cover = window.locking.cover
    assert cover is not None
    assert not cover.field.isVisible()
    assert "Brisk walk" not in everything_read()
    assert window.focusWidget() is cover.button
    qtbot.keyClick(cover.button, Qt.Key.Key_Space)
    assert not window.locking.locked
    # At once, so that the next key is not lost.
    assert window.pages.today.isVisible()
    assert window.focusWidget().isVisible()
    assert "Brisk walk" in everything_read()


def test_nothing_acts_behind_the_cover_but_leaving(
    window: MainWindow, passphrase: str, qtbot: QtBot, sit: Habit, workspace: Workspace
) -> None:
    workspace.journal.log_entry(sit, TODAY)
    window.locking.lock()
    assert [each.text() for each in window.all_actions if each.isEnabled()] == ["Quit Selfcare"]
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert workspace.records.entry(sit.id, TODAY).state is not None
    window.locking.lock()  # Twice is once.
    with qtbot.waitSignal(window.quitting):
        assert window.locking.cover is not None
        window.locking.cover.leave.click()
    assert not window.isVisible()


def test_a_dialog_with_half_typed_words_waits_behind_the_cover(
    window: MainWindow, passphrase: str, qtbot: QtBot
) -> None:
    window.editing.add()
    editor = QApplication.activeModalWidget()
    assert editor is not None
    name = editor.findChildren(QLineEdit)[0]
    name.setText("Call my sister")
    window.locking.lock()
    assert not editor.isVisible()
    assert "Call my sister" not in everything_read()
    assert QApplication.activeModalWidget() is None
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: not window.locking.locked)
    assert editor.isVisible()
    assert editor.isModal()
    assert name.text() == "Call my sister"
    editor.close()


@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_l_locks_while_a_dialog_stands_open(
    window: MainWindow, passphrase: str, qtbot: QtBot, times: int
) -> None:
    window.editing.add()
    editor = QApplication.activeModalWidget()
    assert editor is not None
    for _ in range(times):
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() == editor.windowHandle())
        qtbot.keyClick(editor, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert window.locking.locked
        assert not editor.isVisible()
        unlock(qtbot, window)
        qtbot.waitUntil(lambda: not window.locking.locked)
        assert editor.isVisible()
    editor.close()


def test_no_menu_offers_to_lock_because_its_window_listens_to_the_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    menu = QMenu(window)
    menu.addAction("Open Selfcare")
    menu.popup(window.mapToGlobal(window.rect().center()))
    # As when it gets the keys, which not every display gives to a menu.
    QGuiApplication.instance().focusWindowChanged.emit(menu.windowHandle())  # type: ignore[union-attr]
    assert [action.text() for action in menu.actions()] == ["Open Selfcare"]
    menu.close()


def test_what_is_said_and_undone_meanwhile_stays_behind_the_cover(
    window: MainWindow, passphrase: str, sit: Habit, workspace: Workspace
) -> None:
    window.locking.lock()
    workspace.journal.log_entry(sit, TODAY)
    window.strip.show_sentence("“Sit and breathe” could not be saved.")
    assert not window.strip.isVisible()
    assert not window.undo_bar.isVisible()
    assert "Sit" not in everything_read()


def test_it_locks_after_the_minutes_that_were_set(
    window: MainWindow, passphrase: str, workspace: Workspace
) -> None:
    window.locking.lock_if_idle(299)
    assert not window.locking.locked
    workspace.settings.set(LOCK_AFTER, 0)
    window.locking.lock_if_idle(100_000)
    assert not window.locking.locked
    workspace.settings.set(LOCK_AFTER, 1)
    window.locking.lock_if_idle(60)
    assert window.locking.locked


def test_it_locks_when_the_computer_sleeps_unless_the_person_said_otherwise(
    window: MainWindow, passphrase: str, workspace: Workspace
) -> None:
    workspace.settings.set(LOCK_ON_SLEEP, False)
    window.locking.lock_on_sleep()
    assert not window.locking.locked
    workspace.settings.set(LOCK_ON_SLEEP, True)
    window.locking.lock_on_sleep()
    assert window.locking.locked


def test_without_a_passphrase_nothing_locks_by_itself(window: MainWindow) -> None:
    window.locking.lock_if_idle(100_000)
    window.locking.lock_on_sleep()
    assert not window.locking.locked


def test_what_is_typed_can_be_shown(window: MainWindow, passphrase: str, qtbot: QtBot) -> None:
    window.locking.lock()
    cover = window.locking.cover
    assert cover is not None
    assert cover.field.echoMode() is QLineEdit.EchoMode.Password
    cover.shown.click()
    assert cover.field.echoMode() is QLineEdit.EchoMode.Normal
    cover.shown.click()
    assert cover.field.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClick(cover.field, Qt.Key.Key_Return)  # Nothing typed, nothing tried.
    assert cover.button.isEnabled()


def test_the_first_start_is_as_it_was_after_a_lock(
    open_on: Callable[[], MainWindow], passphrase: str, qtbot: QtBot
) -> None:
    window = open_on()
    window.show_welcome()
    allowed = {each.text() for each in window.all_actions if each.isEnabled()}
    window.locking.lock()
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: not window.locking.locked)
    assert {each.text() for each in window.all_actions if each.isEnabled()} == allowed
    assert window.pages.welcome is not None
    QTest.qWaitForWindowActive(window)
