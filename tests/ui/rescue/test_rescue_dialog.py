"""Damaged data: the person sees what there would be, and nothing happens before they say so."""

from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Habit
from selfcare_app.services.backup import dated_backup
from selfcare_app.services.backups import backups_of
from selfcare_app.services.rescue import Prospect, Rescue
from selfcare_app.services.workspace import open_workspace
from selfcare_app.store.db import StoreError, open_to_read
from selfcare_app.store.file_key import key_of, new_salt, salt_of
from selfcare_app.ui.rescue.dialog import RescueDialog
from tests.store import damage as ways
from tests.store.damage import damage
from tests.ui.conftest import Clock

# Screens without a window manager do not raise windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 16, 20)
INSTANT = 1_795_450_800_000
WORDS = "quiet river stone"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A damaged database, of which all can be saved, and its backup of yesterday."""
    clock = Clock()
    workspace = open_workspace(tmp_path / "data" / "selfcare.db", clock, lambda: INSTANT)
    sit = workspace.journal.add_habit(Habit("", "Sit", TODAY - timedelta(days=9)))
    for back in range(1, 6):
        workspace.journal.log_entry(sit, TODAY - timedelta(days=back))
    clock.now = NOW - timedelta(days=1)
    backups_of(workspace).make_daily(clock.now, workspace.today())
    clock.now = NOW
    workspace.journal.log_entry(sit, TODAY)
    workspace.close()
    damage(workspace.database.path, ways.the_list_of_tables, Random(1))
    return workspace.database.path


@pytest.fixture
def open_on(qtbot: QtBot) -> Callable[[Path], RescueDialog]:
    def open_dialog(path: Path) -> RescueDialog:
        rescue = Rescue(path)
        dialog = RescueDialog(
            rescue,
            lambda prospect: rescue.finish(prospect, NOW),
            lambda: INSTANT,
            TODAY,
            leave="Quit Selfcare",
        )
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_dialog


def rest(dialog: RescueDialog, qtbot: QtBot) -> RescueDialog:
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def backup_of(path: Path) -> Path:
    [file] = (path.parent / "backups").iterdir()
    return file


def names(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def test_first_it_says_what_happened_and_that_nothing_was_changed(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot
) -> None:
    dialog = open_on(path)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "Part of your data cannot be read" in words
    assert "Nothing was changed yet" in words
    assert "Looking what can be saved" in words
    assert dialog.busy
    assert not dialog.use.isVisible()
    rest(dialog, qtbot)
    dialog.reject()


def test_the_backup_and_what_could_be_saved_are_shown_side_by_side(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot
) -> None:
    dialog = rest(open_on(path), qtbot)
    assert "There is a backup of Sunday 22 November, 16:20." in dialog.words.text()
    assert dialog.table.texts == [
        ["", "Newest backup", "Saved from the file", "Together"],
        ["Habits", "1", "1", "1"],
        ["Entries", "5", "6", "6"],
        ["Check-ins", "0", "0", "0"],
        ["First day", "18 Nov", "18 Nov", "18 Nov"],
        ["Last day", "22 Nov", "23 Nov", "23 Nov"],
    ]
    assert dialog.use.text() == "Use the backup and what could be saved"
    assert dialog.focusWidget() is dialog.use
    assert not dialog.passphrase.isVisible()
    dialog.reject()


def test_it_is_done_by_one_key_and_told(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot
) -> None:
    before = path.read_bytes()
    dialog = rest(open_on(path), qtbot)
    with qtbot.waitSignal(dialog.rescued) as told:
        QTest.keyClick(dialog.use, Key.Key_Space)
    kept = "selfcare-damaged-2026-11-23-162000.db"
    assert told.args == [f"Your data is back. The damaged file is kept as “{kept}”."]
    assert dialog.result() == dialog.DialogCode.Accepted
    assert names(path) == ["backups", kept, "selfcare.db"]
    assert path.with_name(kept).read_bytes() == before
    with closing(open_to_read(path)) as database:
        database.check()


@pytest.mark.parametrize("way", ["button", "escape", "close"])
def test_leaving_changes_nothing(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot, way: str
) -> None:
    before = names(path)
    dialog = rest(open_on(path), qtbot)
    assert len(names(path)) == len(before) + 1
    if way == "button":
        dialog.leave.click()
    elif way == "escape":
        QTest.keyClick(dialog, Key.Key_Escape)
    else:
        QApplication.sendEvent(dialog, QCloseEvent())
    assert names(path) == before


def test_leaving_while_it_looks_leaves_nothing_behind(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot
) -> None:
    before = names(path)
    dialog = open_on(path)
    dialog.reject()
    rest(dialog, qtbot)
    assert names(path) == before
    assert dialog.prospect is None


def test_without_a_backup_what_could_be_saved_is_offered(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot
) -> None:
    backup_of(path).unlink()
    dialog = rest(open_on(path), qtbot)
    assert (
        dialog.words.text() == "There is no backup beside it, but some of the file could be read."
    )
    assert dialog.table.texts[0] == ["", "Saved from the file", "Together"]
    assert dialog.use.text() == "Use what could be saved"
    dialog.reject()


def test_where_there_is_nothing_one_can_start_anew(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot
) -> None:
    backup_of(path).unlink()
    path.write_bytes(Random(1).randbytes(9_001))
    dialog = rest(open_on(path), qtbot)
    assert "choose it now" in dialog.words.text()
    assert not dialog.table.isVisible()
    assert dialog.use.text() == "Start anew"
    dialog.use.click()
    workspace = open_workspace(path)
    assert workspace.records.everything() == []
    workspace.close()


def test_a_backup_from_elsewhere_can_be_chosen(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    chosen = tmp_path / "stick.db"
    backup_of(path).rename(chosen)
    path.write_bytes(Random(1).randbytes(9_001))
    dialog = rest(open_on(path), qtbot)
    dialog.other.click()
    [files] = dialog.findChildren(QFileDialog)
    files.fileSelected.emit(str(chosen))
    files.close()
    assert not dialog.other.isEnabled()
    dialog.look()
    rest(dialog, qtbot)
    assert dialog.table.texts[2] == ["Entries", "5", "0", "5"]
    assert len(list(path.parent.glob(".rescue-*"))) == 1
    dialog.reject()


def test_what_is_no_backup_is_told_and_one_can_look_again(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann")
    dialog = rest(open_on(path), qtbot)
    dialog.look(tmp_path / "letter.txt")
    rest(dialog, qtbot)
    assert dialog.problem.text() == "“letter.txt” is not a backup of Selfcare."
    assert not dialog.table.isVisible()
    assert dialog.use.text() == "Look again"
    dialog.use.click()
    rest(dialog, qtbot)
    assert dialog.use.text() == "Use the backup and what could be saved"
    dialog.reject()


def test_what_cannot_be_done_is_told_and_can_be_tried_again(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot
) -> None:
    dialog = rest(open_on(path), qtbot)
    finish, tries = dialog._finish, []

    def fail_once(prospect: Prospect) -> Path:
        tries.append(prospect)
        if len(tries) == 1:
            raise StoreError("The disk is full.")
        return finish(prospect)

    dialog._finish = fail_once
    dialog.use.click()
    assert dialog.problem.text() == "The disk is full."
    assert dialog.isVisible()
    dialog.use.click()
    assert dialog.result() == dialog.DialogCode.Accepted


def test_habits_that_lost_their_name_are_told_of(
    path: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot
) -> None:
    backup_of(path).unlink()
    path.unlink()
    workspace = open_workspace(path)
    sit = workspace.journal.add_habit(Habit("", "Sit", TODAY - timedelta(days=400)))
    workspace.journal.log_entry(sit, TODAY - timedelta(days=300))
    workspace.database.row("PRAGMA foreign_keys = OFF")
    workspace.database.rows("DELETE FROM habit")
    workspace.close()
    damage(path, ways.the_list_of_tables, Random(1))
    dialog = rest(open_on(path), qtbot)
    assert "“Rescued habit”" in dialog.note.text()
    dialog.reject()


# Locked backups


@pytest.fixture
def locked(path: Path) -> Path:
    """A file of noise, and one backup under a passphrase."""
    backup_of(path).unlink()
    file = dated_backup(path.parent / "backups", NOW - timedelta(days=1))
    workspace = open_workspace(file, key=key_of(WORDS, new_salt()))
    workspace.journal.add_habit(Habit("", "Sit", TODAY))
    workspace.close()
    path.write_bytes(Random(1).randbytes(9_001))
    return path


def test_locked_backups_are_opened_with_their_passphrase(
    locked: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot
) -> None:
    dialog = open_on(locked)
    assert not dialog.busy
    assert "locked with a passphrase" in dialog.words.text()
    assert dialog.focusWidget() is dialog.passphrase
    dialog.unlock.click()
    assert not dialog.busy
    QTest.keyClicks(dialog.passphrase, "quiet river")
    QTest.keyClick(dialog.passphrase, Key.Key_Return)
    assert dialog.passphrase.isReadOnly()
    assert not dialog.unlock.isEnabled()
    dialog.unlock.click()
    QTest.keyClick(dialog.passphrase, Key.Key_Return)
    rest(dialog, qtbot)
    assert "does not open with that" in dialog.problem.text()
    assert dialog.passphrase.hasSelectedText()
    assert dialog.without.isVisible()
    QTest.keyClicks(dialog.passphrase, WORDS)
    QTest.keyClick(dialog.passphrase, Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.prospect is not None)
    assert dialog.table.texts[1] == ["Habits", "1", "0", "1"]
    assert not dialog.passphrase.isVisible()
    dialog.use.click()
    assert dialog.key is not None
    assert salt_of(locked) == dialog.key.salt
    with pytest.raises(StoreError, match="locked with a passphrase"):
        open_workspace(locked)


def test_one_can_go_on_without_them(
    locked: Path, open_on: Callable[[Path], RescueDialog], qtbot: QtBot
) -> None:
    dialog = open_on(locked)
    QTest.keyClick(dialog.without, Key.Key_Space)
    rest(dialog, qtbot)
    assert not dialog.without.isVisible()
    assert dialog.use.text() == "Start anew"
    dialog.reject()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_off(
    path: Path,
    open_on: Callable[[Path], RescueDialog],
    qtbot: QtBot,
    qapp: QApplication,
    percent: int,
) -> None:
    usual = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(usual.pointSizeF() * percent / 100)
    qapp.setFont(larger)
    try:
        dialog = rest(open_on(path), qtbot)
        dialog.note.say("Some entries have lost the name of their habit; " * 2)
        for _ in range(3):
            qapp.processEvents()
        for label in (each for each in dialog.findChildren(QLabel) if each.isVisible()):
            wanted = label.heightForWidth(label.width())
            assert label.height() >= (wanted if wanted > 0 else label.sizeHint().height())
        dialog.reject()
    finally:
        qapp.setFont(usual)
        qapp.sendPostedEvents(None, QEvent.Type.ApplicationFontChange.value)
