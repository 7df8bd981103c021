"""Going back to a backup: one sees what is in each, and nothing is lost by it."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.keeping import Origin
from selfcare_app.paths import backup_folder
from selfcare_app.services.backup import back_up, dated_backup
from selfcare_app.services.backups import Made, backups_of
from selfcare_app.services.settings import TEXT_SIZE
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.store.db import StoreError
from selfcare_app.store.encryption import change_key
from selfcare_app.store.file_key import FileKey, key_of, new_salt
from selfcare_app.ui.backups import going_back as module
from selfcare_app.ui.backups.going_back import CertainDialog, GoingBackDialog
from selfcare_app.ui.main_window import MainWindow

# Screens without a window manager do not raise windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
WORDS = "quiet river stone"


def opened(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> GoingBackDialog:
    dialog = GoingBackDialog(workspace, backups_of(workspace), window)
    qtbot.addWidget(dialog)
    dialog.open()
    rest(dialog, qtbot)
    return dialog


def rest(dialog: GoingBackDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.busy)


def items(dialog: GoingBackDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def certain_of(dialog: GoingBackDialog) -> CertainDialog:
    assert dialog.certain is not None
    return dialog.certain


@pytest.fixture
def locked(workspace: Workspace, made: Made) -> Path:
    """A backup under another passphrase, of some days ago."""
    file = dated_backup(made.file.parent, datetime(2026, 11, 17, 9, 5))
    other = open_workspace(file, key=key_of(WORDS, new_salt()))
    other.journal.add_habit(Habit("", "Sit", date(2026, 11, 1)))
    other.close()
    return file


def test_without_backups_that_is_said(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = opened(window, workspace, qtbot)
    assert dialog.words.text() == "There is no backup yet."
    assert not dialog.go.isEnabled()
    dialog.go.click()
    dialog.unlock.click()
    assert dialog.certain is None


def test_backups_are_listed_with_moment_reason_and_size(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, made: Made
) -> None:
    folder = made.file.parent
    back_up(workspace, dated_backup(folder, datetime(2026, 11, 17, 9, 5), Origin.BEFORE_GOING_BACK))
    back_up(workspace, dated_backup(folder, datetime(2025, 3, 4, 23, 0)))
    dialog = opened(window, workspace, qtbot)
    size = workspace.database.path.stat().st_size
    assert size
    lines = [line for text in items(dialog) for line in text.splitlines()]
    assert lines[::2] == [
        "Today, 16:20",
        "Tuesday 17 November, 09:05",
        "Tuesday 4 March 2025, 23:00",
    ]
    assert [line.partition(" · ")[0] for line in lines[1::2]] == [
        "made by itself",
        "kept before going back",
        "made by you",
    ]
    assert all(line.endswith(" kB") for line in lines[1::2])


def test_the_preview_compares_with_now(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, made: Made, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, workspace.today())
    workspace.journal.delete_habit(workspace.records.habits()[1])
    dialog = opened(window, workspace, qtbot)
    assert dialog.table.isVisible()
    assert not dialog.words.isVisible()
    assert dialog.table.texts == [
        ["", "In this backup", "Now", ""],
        ["Habits", "2", "1", "1 more"],
        ["Entries", "1", "2", "1 fewer"],
        ["Check-ins", "0", "0", "the same"],
        ["First day", "22 Nov", "22 Nov", ""],
        ["Last day", "22 Nov", "23 Nov", ""],
    ]
    assert dialog.table.accessibleName().startswith("Habits: In this backup 2, Now 1, 1 more. ")
    assert dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Today, 16:20, ")


def test_it_can_be_done_by_keys_alone(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, made: Made, sit: Habit
) -> None:
    workspace.journal.delete_habit(sit)
    dialog = opened(window, workspace, qtbot)
    assert dialog.focusWidget() is dialog.list
    for wanted in (dialog.table, dialog.other, dialog.cancel, dialog.go):
        QTest.keyClick(dialog.focusWidget(), Key.Key_Tab)
        assert dialog.focusWidget() is wanted
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Key.Key_Return)
    question = certain_of(dialog)
    assert question.heading.text() == "Go back to the backup of today, 16:20?"
    assert question.focusWidget() is question.cancel
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(question.act, Key.Key_Space)
    assert [habit.name for habit in workspace.records.habits()] == [
        "Sit and breathe",
        "Watercolour",
    ]


def test_what_was_there_is_kept_and_leads_back(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, made: Made
) -> None:
    workspace.journal.add_habit(Habit("", "Walk", date(2026, 11, 1)))
    dialog = opened(window, workspace, qtbot)
    dialog.go.click()
    certain_of(dialog).act.click()
    assert len(workspace.records.habits()) == 2
    [kept] = backup_folder(workspace.folder).glob("selfcare-before-going-back-*.db")
    dialog = opened(window, workspace, qtbot)
    dialog.list.setCurrentRow(next(n for n, text in enumerate(items(dialog)) if "kept" in text))
    rest(dialog, qtbot)
    assert dialog.chosen is not None
    assert dialog.chosen.file == kept
    dialog.go.click()
    certain_of(dialog).act.click()
    assert len(workspace.records.habits()) == 3


def test_enter_in_haste_changes_nothing(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, made: Made, sit: Habit
) -> None:
    workspace.journal.delete_habit(sit)
    dialog = opened(window, workspace, qtbot)
    dialog.go.click()
    question = certain_of(dialog)
    QTest.keyClick(question, Key.Key_Return)
    assert question.result() == question.DialogCode.Rejected
    assert len(workspace.records.habits()) == 1
    assert dialog.isVisible()


def test_what_cannot_be_done_is_said_and_changes_nothing(
    window: MainWindow,
    workspace: Workspace,
    qtbot: QtBot,
    made: Made,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full.")

    dialog = opened(window, workspace, qtbot)
    monkeypatch.setattr(module, "go_back", fail)
    dialog.go.click()
    certain_of(dialog).act.click()
    assert dialog.isVisible()
    assert dialog.problem.text() == "The disk is full."
    monkeypatch.setattr(module, "contents_now", fail)
    dialog.problem.say("")
    dialog._show_preview()
    assert dialog.problem.text() == "The disk is full."


def test_one_that_is_damaged_says_so_and_cannot_be_chosen(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, made: Made
) -> None:
    made.file.write_bytes(made.file.read_bytes()[:9000])
    dialog = opened(window, workspace, qtbot)
    assert "is damaged" in dialog.words.text()
    assert not dialog.go.isEnabled()
    assert not dialog.passphrase.isVisible()


def test_a_locked_one_is_opened_with_its_passphrase(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, locked: Path
) -> None:
    dialog = opened(window, workspace, qtbot)
    assert "locked" in items(dialog)[1]
    dialog.list.setCurrentRow(1)
    rest(dialog, qtbot)
    assert dialog.words.text() == "It is locked with another passphrase than your data is now."
    assert dialog.passphrase.echoMode() is dialog.passphrase.EchoMode.Password
    dialog.unlock.click()
    assert not dialog.busy
    dialog.passphrase.setFocus()
    QTest.keyClicks(dialog.passphrase, "quiet river")
    QTest.keyClick(dialog.passphrase, Key.Key_Return)
    assert dialog.busy
    assert not dialog.passphrase.isEnabled()
    rest(dialog, qtbot)
    assert "does not open with that" in dialog.problem.text()
    assert dialog.passphrase.isEnabled()
    assert dialog.passphrase.hasFocus()
    QTest.keyClicks(dialog.passphrase, WORDS)
    QTest.keyClick(dialog.passphrase, Key.Key_Return)
    rest(dialog, qtbot)
    assert dialog.problem.isHidden()
    assert not dialog.passphrase.isVisible()
    assert dialog.table.texts[1][:3] == ["Habits", "1", "2"]
    dialog.go.click()
    question = certain_of(dialog)
    assert "stays without a passphrase" in question.words.text()
    question.act.click()
    assert [habit.name for habit in workspace.records.habits()] == ["Sit"]
    assert workspace.database.key is None


def test_a_passphrase_that_opened_one_opens_the_others(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, locked: Path
) -> None:
    twin = dated_backup(locked.parent, datetime(2026, 11, 16, 9, 5))
    twin.write_bytes(locked.read_bytes())
    dialog = opened(window, workspace, qtbot)
    dialog.list.setCurrentRow(1)
    rest(dialog, qtbot)
    dialog.passphrase.setText(WORDS)
    dialog.unlock.click()
    rest(dialog, qtbot)
    dialog.list.setCurrentRow(2)
    rest(dialog, qtbot)
    assert dialog.table.isVisible()


def test_what_is_locked_stays_locked(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, made: Made
) -> None:
    key = FileKey(b"k" * 32, b"s" * 16)
    change_key(workspace.database, key)
    dialog = opened(window, workspace, qtbot)
    dialog.go.click()
    question = certain_of(dialog)
    assert "stays locked" in question.words.text()
    question.act.click()
    assert workspace.database.key == key


def test_another_file_is_taken_from_anywhere(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, made: Made, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "old stick" / "monday.db"
    back_up(workspace, elsewhere)
    dialog = opened(window, workspace, qtbot)
    dialog.other.click()
    [files] = dialog.findChildren(QFileDialog)
    files.fileSelected.emit(str(elsewhere))
    files.close()
    rest(dialog, qtbot)
    assert items(dialog)[-1].splitlines()[1].startswith("monday.db · named by you · ")
    assert dialog.chosen is not None
    assert dialog.chosen.file == elsewhere
    assert dialog.go.isEnabled()
    (tmp_path / "letter.txt").write_text("Dear Ann")
    dialog.take(tmp_path / "letter.txt")
    assert dialog.problem.text() == "“letter.txt” is not a backup of Selfcare."
    dialog.take(tmp_path / "nowhere.db")
    assert dialog.problem.text() == "“nowhere.db” is not a backup of Selfcare."


def test_going_through_the_list_fast_shows_the_one_where_one_stops(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, made: Made
) -> None:
    for back in range(1, 8):
        back_up(workspace, dated_backup(made.file.parent, workspace.now() - timedelta(days=back)))
    dialog = opened(window, workspace, qtbot)
    for _ in range(5):
        QTest.keyClick(dialog.list, Key.Key_Down)
    rest(dialog, qtbot)
    assert dialog.list.currentRow() == 5
    assert dialog.go.isEnabled()
    assert dialog.table.isVisible()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off(
    window: MainWindow,
    workspace: Workspace,
    qtbot: QtBot,
    qapp: QApplication,
    locked: Path,
    percent: int,
) -> None:
    workspace.settings.set(TEXT_SIZE, percent)
    dialog = opened(window, workspace, qtbot)
    for row in range(2):
        dialog.list.setCurrentRow(row)
        rest(dialog, qtbot)
        qapp.processEvents()
        for label in (each for each in dialog.findChildren(QLabel) if each.isVisible()):
            wanted = label.heightForWidth(label.width())
            assert label.height() >= (wanted if wanted > 0 else label.sizeHint().height())
        for button in (dialog.other, dialog.cancel, dialog.go, dialog.unlock):
            assert not button.isVisible() or button.height() >= 24
