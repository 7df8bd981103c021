"""The section of backups on the Settings page."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from selfcare_app.paths import backup_folder
from selfcare_app.services import backups as module
from selfcare_app.services.backups import Made
from selfcare_app.services.settings import BACKUP_FOLDER
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.db import DamagedDatabase
from selfcare_app.ui.backups import section as section_module
from selfcare_app.ui.backups.going_back import GoingBackDialog
from selfcare_app.ui.backups.section import BackupsWidget
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.settings.page import SettingsPage
from tests.ui.conftest import Clock

# Screens without a window manager do not raise windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def section(page: SettingsPage, qtbot: QtBot) -> BackupsWidget:
    qtbot.waitUntil(lambda: not page.backups.busy)
    return page.backups


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_before_the_first_backup_that_is_said(section: BackupsWidget) -> None:
    assert section.last.text() == "No backup was made yet."
    assert section.note.isHidden()
    assert not section.usual.isVisible()


def test_the_last_backup_is_told_with_its_moment_and_size(
    made: Made, section: BackupsWidget, workspace: Workspace
) -> None:
    assert section.path.text() == str(backup_folder(workspace.folder))
    assert section.last.text().startswith("Last backup: today, 16:20 (1")
    assert section.last.text().endswith(" kB)")


def test_after_midnight_it_is_told_by_the_calendar(
    made: Made, section: BackupsWidget, clock: Clock, qtbot: QtBot
) -> None:
    clock.now = datetime(2026, 11, 24, 0, 30)
    section.refresh()
    qtbot.waitUntil(lambda: not section.busy)
    assert section.last.text().startswith("Last backup: Monday 23 November, 16:20 (")


def test_a_backup_is_made_at_once_and_told(
    section: BackupsWidget, window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    QTest.keyClick(section.now, Qt.Key.Key_Space)
    section.now.click()
    qtbot.waitUntil(lambda: not section.busy)
    name = "selfcare-2026-11-23-162000.db"
    assert [file.name for file in backup_folder(workspace.folder).iterdir()] == [name]
    assert window.undo_bar.words.toolTip() == f"Backed up as “{name}”."
    assert section.now.text() == "Back up now"
    assert section.last.text().startswith("Last backup: today, 16:20")


def test_what_cannot_be_made_is_said(
    section: BackupsWidget, window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    backup_folder(workspace.folder).write_text("in the way")
    section.now.click()
    qtbot.waitUntil(lambda: not section.busy)
    assert "cannot be written" in window.strip.sentence.text()
    assert section.now.text() == "Back up now"


def test_a_folder_is_chosen_and_given_up_again(
    section: BackupsWidget, workspace: Workspace, stick: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(section.choose, Qt.Key.Key_Space)
    [dialog] = section.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(stick))
    dialog.reject()
    assert section.path.text() == str(stick)
    assert workspace.settings.folder(BACKUP_FOLDER) == stick
    section.now.click()
    qtbot.waitUntil(lambda: not section.busy)
    assert len(list(stick.iterdir())) == 1
    section.usual.setFocus()
    QTest.keyClick(section.usual, Qt.Key.Key_Space)
    assert workspace.settings.folder(BACKUP_FOLDER) is None
    assert section.path.text() == str(backup_folder(workspace.folder))
    assert section.window().focusWidget() is section.choose
    qtbot.waitUntil(lambda: not section.busy)


def test_undo_leads_back_to_the_folder_before(
    section: BackupsWidget, window: MainWindow, stick: Path, qtbot: QtBot
) -> None:
    section.use(stick)
    assert window.undo_bar.words.toolTip() == "Setting “Folder for backups”"
    window.taking_back.undo()
    assert not section.usual.isVisible()
    qtbot.waitUntil(lambda: not section.busy)


def test_a_folder_that_cannot_be_used_is_not_taken(
    section: BackupsWidget, window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    section.use(tmp_path / "nowhere")
    assert "There is no folder" in window.strip.sentence.text()
    assert workspace.settings.folder(BACKUP_FOLDER) is None
    qtbot.waitUntil(lambda: not section.busy)


def test_a_stick_that_is_not_there_is_told_on_the_page_and_when_backing_up(
    section: BackupsWidget, window: MainWindow, stick: Path, qtbot: QtBot
) -> None:
    section.use(stick)
    qtbot.waitUntil(lambda: not section.busy)
    assert section.note.isHidden()
    stick.rmdir()
    section.refresh()
    qtbot.waitUntil(lambda: not section.busy)
    assert "cannot be reached now" in section.note.text()
    section.now.click()
    qtbot.waitUntil(lambda: not section.busy)
    assert "so the backup went to the usual folder" in window.strip.sentence.text()


def test_where_the_database_cannot_be_read_that_is_said(
    section: BackupsWidget, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise DamagedDatabase("It is damaged.", Path("selfcare.db"))

    monkeypatch.setattr(section_module, "backups_of", fail)
    for act in (section.refresh, section.now.click, section.go_back.click):
        window.strip.hide()
        act()
        assert window.strip.sentence.text() == "It is damaged."
        assert window.strip.isVisible()


def test_going_back_changes_what_every_page_shows(
    made: Made,
    section: BackupsWidget,
    window: MainWindow,
    workspace: Workspace,
    qtbot: QtBot,
) -> None:
    for habit in workspace.records.habits():
        workspace.journal.delete_habit(habit)
    assert not list(window.pages.today.model.habit_rows())
    section.go_back.click()
    [dialog] = section.findChildren(GoingBackDialog)
    qtbot.waitUntil(lambda: not dialog.busy and dialog.go.isEnabled())
    dialog.go.click()
    certain = dialog.certain
    assert certain is not None
    certain.act.click()
    assert len(list(window.pages.today.model.habit_rows())) == 2
    assert window.undo_bar.words.toolTip().startswith("Everything is as it was then.")
    window.taking_back.undo()
    assert window.undo_bar.words.toolTip() == "Nothing to undo."
    qtbot.waitUntil(lambda: not section.busy)
    assert len(list(backup_folder(workspace.folder).iterdir())) == 2


def test_whoever_makes_backups_has_not_to_wait_for_a_look(
    section: BackupsWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Callable[[], object]] = []
    found = module.Backups.found
    monkeypatch.setattr(
        module.Backups, "found", lambda backups: looks.append(backups.found) or found(backups)
    )
    for _ in range(3):
        section.refresh()
    qtbot.waitUntil(lambda: not section.busy)
    # Once more at the end: what was found first may no longer be so.
    assert len(looks) == 2
