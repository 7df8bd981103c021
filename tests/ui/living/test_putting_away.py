"""Habits are archived, deleted, brought back, and erased for good where that is wanted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QPushButton

from selfcare_app.domain.habit import Habit
from selfcare_app.services.backup import back_up
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.db import StoreError
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.settings.put_away import EraseDialog, PutAwayWidget
from tests.ui.living.conftest import MONDAY, answer, focus, focused_name, names, press

Control = Qt.KeyboardModifier.ControlModifier


def act(window: MainWindow, title: str) -> None:
    """Choose what the menu of the focused row calls `title`."""
    page = window.pages.today
    cell = page.table.current_cell()
    assert cell is not None
    menu = page.menu.made_for(*cell)
    next(action for action in menu.actions() if action.text() == title).trigger()
    menu.close()


def put_away(window: MainWindow) -> PutAwayWidget:
    window.show_page("settings")
    assert window.pages.settings is not None
    return window.pages.settings.put_away


def button(widget: PutAwayWidget, name: str) -> QPushButton:
    buttons = widget.findChildren(QPushButton)
    return next(each for each in buttons if each.accessibleName() == name and each.isVisible())


def test_an_archived_habit_leaves_the_page_and_comes_back_with_all_its_days(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    workspace.journal.log_entry(read, MONDAY)
    focus(window, read)
    act(window, "Archive")
    assert "Read" not in names(window)
    assert focused_name(window) == "Brisk walk"
    button(put_away(window), "Bring back “Read”").click()
    assert "Read" in names(window)
    assert not workspace.records.entry(read.id, MONDAY).empty


def test_a_habit_is_deleted_by_keyboard_and_undo_brings_it_back(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    focus(window, read)
    press(window, Qt.Key.Key_Delete, held=Control)
    assert "Read" not in names(window)
    assert window.undo_bar.words.text() == "“Read” deleted"
    window.taking_back.undo()
    assert "Read" in names(window)
    assert workspace.records.habit(read.id) == read


def test_a_deleted_habit_comes_back_from_settings(window: MainWindow, read: Habit) -> None:
    window.pages.today.deeds.delete(read)
    button(put_away(window), "Bring back “Read”").click()
    assert "Read" in names(window)


def test_the_list_in_settings_follows_undo(window: MainWindow, read: Habit) -> None:
    window.pages.today.deeds.archive(read)
    widget = put_away(window)
    assert len(widget.archived.buttons) == 1
    window.taking_back.undo()
    assert widget.archived.buttons == []


def test_erasing_asks_first_and_the_safe_answer_has_the_focus(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    window.pages.today.deeds.delete(read)
    widget = put_away(window)

    def refuse(dialog: QDialog) -> None:
        assert isinstance(dialog, EraseDialog)
        assert "cannot be undone" in dialog.words.text()
        assert dialog.focusWidget() is dialog.cancel
        assert not dialog.act.isDefault()
        dialog.cancel.click()

    with answer(refuse):
        button(widget, "Erase “Read” for good").click()
    assert workspace.records.deleted_habits() == [read]


def test_what_was_erased_cannot_be_brought_back_by_undo(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    window.pages.today.deeds.delete(read)
    widget = put_away(window)
    with answer(lambda dialog: dialog.act.click()):  # type: ignore[attr-defined]  # an EraseDialog
        button(widget, "Erase “Read” for good").click()
    assert workspace.records.deleted_habits() == []
    assert widget.deleted.buttons == []
    assert window.undo_bar.words.text() == "“Read” erased"
    assert window.undo_bar.undo.isHidden()
    while workspace.journal.undo():
        assert workspace.records.habit(read.id) is None


def test_copies_go_with_it_where_that_is_ticked(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    window.pages.today.deeds.delete(read)
    widget = put_away(window)
    back_up(workspace, workspace.folder / "backups" / "selfcare-2026-11-22.db")

    def tick_and_erase(dialog: QDialog) -> None:
        assert isinstance(dialog, EraseDialog)
        dialog.copies.box.click()
        dialog.act.click()

    with answer(tick_and_erase):
        button(widget, "Erase “Read” for good").click()
    assert workspace.copies() == []


def test_what_could_not_be_erased_wholly_is_said_beside_the_list(
    window: MainWindow,
    workspace: Workspace,
    read: Habit,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        raise StoreError("Busy.")

    monkeypatch.setattr(workspace.database, "rewrite", fail)
    window.pages.today.deeds.delete(read)
    widget = put_away(window)
    with answer(lambda dialog: dialog.act.click()):  # type: ignore[attr-defined]  # an EraseDialog
        button(widget, "Erase “Read” for good").click()
    assert "traces may remain" in widget.sentence.text()
    assert widget.sentence.isVisible()


def test_where_nothing_is_put_away_the_lists_say_so(window: MainWindow) -> None:
    words = [label.text() for label in put_away(window).findChildren(QLabel)]
    assert "No habit is archived." in words
    assert "No habit is deleted." in words


def test_a_list_keeps_the_focus_in_its_place(
    window: MainWindow, sit: Habit, read: Habit, walk: Habit
) -> None:
    for habit in (sit, read, walk):
        window.pages.today.deeds.archive(habit)
    widget = put_away(window)
    widget.archived.buttons[1].setFocus()
    widget.archived.buttons[1].click()
    assert widget.archived.buttons[1].hasFocus()
    assert widget.archived.buttons[1].accessibleName() == "Bring back “Brisk walk”"


def test_a_page_whose_habits_are_all_put_away_offers_to_add_one(
    window: MainWindow, sit: Habit, read: Habit, walk: Habit
) -> None:
    focus(window, sit)
    for habit in (sit, read, walk):
        window.pages.today.deeds.archive(habit)
    assert names(window) == []
    assert window.pages.today._empty.isVisible()


def test_what_cannot_be_archived_stays_and_is_said(
    window: MainWindow,
    workspace: Workspace,
    read: Habit,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(habit: Habit) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(workspace.journal, "archive_habit", fail)
    focus(window, read)
    act(window, "Archive")
    assert window.strip.sentence.text() == "The disk is full."
    assert "Read" in names(window)


def test_the_palette_says_which_habit_an_action_is_about(window: MainWindow, read: Habit) -> None:
    actions = {action.text(): action for action in window.all_actions}
    focus(window, read)
    assert actions["Archive"].about == "Read"
    window.pages.today.table.focus_cell(0, 0)
    assert actions["Archive"].about == ""
    assert not actions["Archive"].offered
    actions["Archive"].trigger()
    assert "Read" in names(window)


def test_a_heading_has_no_menu(window: MainWindow) -> None:
    window.pages.today.menu.open(0, 0, QPoint())
    assert window.pages.today.findChildren(QMenu) == []
