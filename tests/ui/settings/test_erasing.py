"""Erasing in Settings: asked once more, told what stays, and gone."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Habit
from selfcare_app.services.backup import back_up
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.settings.erasing import DAYS, EVERYTHING, EraseDataDialog
from selfcare_app.ui.settings.page import SettingsPage

TODAY, BEFORE = date(2026, 11, 23), date(2026, 11, 20)


@pytest.fixture
def logged(workspace: Workspace, sit: Habit) -> Workspace:
    workspace.journal.log_entry(sit, TODAY, note="Tired")
    workspace.journal.log_entry(sit, BEFORE, note="Tired before")
    return workspace


def ask(page: SettingsPage, what: str | None = None) -> EraseDataDialog:
    page.erasing.button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EraseDataDialog)
    if what is not None:
        dialog.what.setCurrentIndex(dialog.what.findData(what))
    return dialog


def notes(workspace: Workspace, habit: Habit) -> list[str]:
    return [entry.note for entry in workspace.records.entries_of(habit.id)]


def test_the_note_of_one_day_goes_and_the_bar_offers_no_way_back(
    page: SettingsPage, window: MainWindow, logged: Workspace, sit: Habit
) -> None:
    dialog = ask(page)
    dialog.which.setCurrentIndex(dialog.which.findData(sit.id))
    dialog.act.click()
    assert notes(logged, sit) == ["Tired before", ""]
    assert window.undo_bar.words.text() == "Notes erased"
    assert not window.undo_bar.undo.isVisible()


def test_days_go_from_the_table_of_today_as_well(
    page: SettingsPage, window: MainWindow, logged: Workspace, sit: Habit
) -> None:
    dialog = ask(page, DAYS)
    dialog.first.show_day(BEFORE)
    dialog.act.click()
    assert notes(logged, sit) == []
    (row,) = (row for row in window.pages.today.model.habit_rows() if row.habit.id == sit.id)
    assert row.cells[-1].entry.state is None


def test_everything_goes_with_the_copies_where_that_is_ticked(
    page: SettingsPage, logged: Workspace
) -> None:
    back_up(logged, logged.folder / "backups" / "selfcare-2026-11-22.db")
    dialog = ask(page, EVERYTHING)
    assert not dialog.first.isVisible()
    assert dialog.copies.box.text() == "Delete the one copy as well"
    assert "selfcare-2026-11-22.db" in dialog.copies.names.text()
    dialog.copies.box.click()
    dialog.act.click()
    assert logged.records.everything() == []
    assert logged.copies() == []


def test_no_backup_is_told_of_that_went_along(
    page: SettingsPage, logged: Workspace, qtbot: QtBot
) -> None:
    back_up(logged, logged.folder / "backups" / "selfcare-2026-11-22-120000.db")
    page.backups.refresh()
    qtbot.waitUntil(lambda: "Last backup" in page.backups.last.text())
    dialog = ask(page, EVERYTHING)
    dialog.copies.box.click()
    dialog.act.click()
    qtbot.waitUntil(lambda: page.backups.last.text() == "No backup was made yet.")


def test_copies_stay_where_that_is_not_ticked(page: SettingsPage, logged: Workspace) -> None:
    for day in range(1, 7):
        back_up(logged, logged.folder / "backups" / f"selfcare-2026-11-0{day}.db")
    dialog = ask(page, EVERYTHING)
    assert dialog.copies.box.text() == "Delete the 6 copies as well"
    assert "and others" in dialog.copies.names.text()
    dialog.act.click()
    assert len(logged.copies()) == 6


def test_enter_does_not_erase_by_haste_and_days_the_wrong_way_round_are_said(
    page: SettingsPage, logged: Workspace, sit: Habit
) -> None:
    dialog = ask(page, DAYS)
    assert dialog.cancel.isDefault()
    dialog.last.show_day(BEFORE)
    dialog.act.click()
    assert "turn them round" in dialog.problem_of(dialog.last)
    dialog.cancel.click()
    assert len(notes(logged, sit)) == 2


def test_what_could_not_be_erased_is_said(
    page: SettingsPage, window: MainWindow, logged: Workspace, sit: Habit, qtbot: QtBot
) -> None:
    dialog = ask(page)
    logged.database.row("PRAGMA query_only = ON")
    with qtbot.waitSignal(page.problem):
        dialog.act.click()
    logged.database.row("PRAGMA query_only = OFF")
    assert notes(logged, sit) == ["Tired before", "Tired"]
    assert window.strip.isVisible()
