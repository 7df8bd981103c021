"""Habits pause for a range of days, and rest on several days at once."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from selfcare_app.domain.entry import Pause, State
from selfcare_app.domain.habit import LONGEST_TEXT, Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.db import StoreError
from selfcare_app.ui.day_field import DayField
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.settings.pauses import PausesWidget
from selfcare_app.ui.today.pause_dialog import PauseDialog, RestDialog
from selfcare_app.ui.today.state import Shape
from tests.ui.living.conftest import MONDAY, answer, focus, press

Control = Qt.KeyboardModifier.ControlModifier
YESTERDAY = MONDAY - timedelta(days=1)
SUNDAY_AHEAD = MONDAY + timedelta(days=6)


def choose(field: DayField, day: date) -> None:
    field.setDate(QDate(day.year, day.month, day.day))


def pauses(window: MainWindow) -> PausesWidget:
    window.show_page("settings")
    assert window.pages.settings is not None
    return window.pages.settings.pauses


def press_button(widget: PausesWidget, words: str) -> None:
    found = (each for each in widget.findChildren(QPushButton) if each.text() == words)
    next(each for each in found if each.isVisible()).click()


def test_a_habit_pauses_from_its_row(
    window: MainWindow, workspace: Workspace, read: Habit, sit: Habit
) -> None:
    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, PauseDialog)
        assert dialog.which.currentText() == "Read"
        dialog.note.setText(" By  the sea ")
        dialog.act.click()

    with answer(fill_in):
        focus(window, read)
        press(window, Qt.Key.Key_P)
    (pause,) = workspace.records.pauses()
    assert (pause.habit_id, pause.first, pause.last) == (read.id, MONDAY, SUNDAY_AHEAD)
    assert pause.note == "By the sea"
    shapes = {row.habit.name: row.cells[-1].shape for row in window.pages.today.model.habit_rows()}
    assert shapes["Read"] is Shape.REST
    assert shapes["Sit and breathe"] is Shape.STILL_OPEN
    window.taking_back.undo()
    assert workspace.records.pauses() == []


def test_all_habits_pause_at_once(window: MainWindow, workspace: Workspace) -> None:
    actions = {action.text(): action for action in window.all_actions}
    assert actions["Pause all habits…"].offered
    with answer(lambda dialog: dialog.act.click()):  # type: ignore[attr-defined]  # a PauseDialog
        actions["Pause all habits…"].trigger()
    (pause,) = workspace.records.pauses()
    assert pause.habit_id is None


def test_a_pause_that_ends_before_it_begins_is_refused_in_words_beside_the_field(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, PauseDialog)
        choose(dialog.last, YESTERDAY)
        dialog.act.click()
        assert dialog.isVisible()
        assert dialog.problem_of(dialog.last) == "A pause must end on or after the day it begins."
        assert dialog.last.accessibleDescription() == dialog.problem_of(dialog.last)
        assert dialog.focusWidget() is dialog.last
        choose(dialog.last, MONDAY)
        dialog.act.click()
        assert dialog.problem_of(dialog.last) == ""

    with answer(fill_in):
        window.pages.today.deeds.pause(read)
    (pause,) = workspace.records.pauses()
    assert pause.last == MONDAY


def test_a_note_that_is_too_long_is_refused_beside_its_own_field(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, PauseDialog)
        dialog.note.setMaxLength(LONGEST_TEXT + 1)
        dialog.note.setText("a" * (LONGEST_TEXT + 1))
        dialog.act.click()
        assert dialog.problem_of(dialog.note)

    with answer(fill_in):
        window.pages.today.deeds.pause(read)
    assert workspace.records.pauses() == []


def test_a_pause_over_existing_entries_leaves_them_and_says_so(
    window: MainWindow, workspace: Workspace, read: Habit, sit: Habit
) -> None:
    workspace.journal.log_entry(read, YESTERDAY)
    workspace.journal.log_entry(read, MONDAY)

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, PauseDialog)
        assert "1 day has an entry already; it stays as it is." in dialog.about.text()
        choose(dialog.first, YESTERDAY)
        assert "2 days have entries already; they stay as they are." in dialog.about.text()
        dialog.act.click()

    with answer(fill_in):
        window.pages.today.deeds.pause(read)
    assert [entry.state for entry in workspace.records.entries_of(read.id)] == [State.DONE] * 2
    rows = window.pages.today.model.habit_rows()
    row = next(row for row in rows if row.habit == read)
    assert [cell.shape for cell in row.cells[-2:]] == [Shape.DONE, Shape.DONE]


def test_a_dialog_that_is_cancelled_changes_nothing(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    for open_dialog in (
        lambda: window.pages.today.deeds.pause(read),
        lambda: window.pages.today.deeds.rest_for_days(read, MONDAY),
    ):
        with answer(lambda dialog: dialog.cancel.click()):  # type: ignore[attr-defined]  # a form
            open_dialog()
    assert workspace.records.pauses() == []
    assert workspace.records.entries_of(read.id) == []


def test_one_rests_on_several_days_at_once_and_what_was_said_stays(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    workspace.journal.log_entry(read, YESTERDAY)

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, RestDialog)
        assert dialog.about.text() == "1 day of rest."
        choose(dialog.first, MONDAY - timedelta(days=3))
        assert dialog.about.text() == (
            "3 days of rest. 1 day has an entry already; it stays as it is."
        )
        dialog.act.click()

    with answer(fill_in):
        focus(window, read, 0)
        press(window, Qt.Key.Key_R, held=Control)
    states = [entry.state for entry in workspace.records.entries_of(read.id)]
    assert states == [State.REST, State.REST, State.DONE, State.REST]
    assert window.undo_bar.words.text() == "Rest on 3 days"
    window.taking_back.undo()
    assert len(workspace.records.entries_of(read.id)) == 1


def test_days_that_cannot_be_rested_on_are_refused_beside_their_field(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, RestDialog)
        choose(dialog.last, MONDAY + timedelta(days=1))
        dialog.act.click()
        assert dialog.problem_of(dialog.last).startswith("That day has not come yet.")
        choose(dialog.last, YESTERDAY)
        assert dialog.about.isHidden()
        dialog.act.click()
        assert dialog.problem_of(dialog.last) == "The last day must be on or after the first."
        choose(dialog.first, date(1890, 1, 1))
        dialog.act.click()
        assert dialog.problem_of(dialog.first)

    with answer(fill_in):
        window.pages.today.deeds.rest_for_days(read, MONDAY)
    assert workspace.records.entries_of(read.id) == []


def test_settings_list_pauses_the_latest_first(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    widget = pauses(window)
    press_button_names = [button.text() for button in widget.list.buttons]
    assert press_button_names == []
    workspace.journal.pause(None, date(2026, 8, 1), date(2026, 8, 9), "Holiday")
    workspace.journal.pause(read, MONDAY, MONDAY)
    names = [button.accessibleName() for button in widget.list.buttons]
    assert names == [
        "Change the pause: Read, 23 November",
        "Remove the pause: Read, 23 November",
        "Change the pause: All habits, 1 August to 9 August",
        "Remove the pause: All habits, 1 August to 9 August",
    ]


def test_a_pause_is_ended_so_that_today_is_asked_again(
    window: MainWindow, workspace: Workspace
) -> None:
    workspace.journal.pause(None, YESTERDAY, SUNDAY_AHEAD)
    press_button(pauses(window), "End now")
    (pause,) = workspace.records.pauses()
    assert (pause.first, pause.last) == (YESTERDAY, YESTERDAY)
    shapes = {row.cells[-1].shape for row in window.pages.today.model.habit_rows()}
    assert shapes == {Shape.STILL_OPEN}


def test_a_pause_is_changed_and_removed(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    before = workspace.journal.pause(read, MONDAY, MONDAY, "A cold")
    widget = pauses(window)

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, PauseDialog)
        assert dialog.note.text() == "A cold"
        choose(dialog.last, SUNDAY_AHEAD)
        dialog.which.setCurrentIndex(1)
        dialog.act.click()

    with answer(fill_in):
        press_button(widget, "Change…")
    (pause,) = workspace.records.pauses()
    assert (pause.id, pause.habit_id, pause.last) == (before.id, None, SUNDAY_AHEAD)
    press_button(widget, "Remove")
    assert workspace.records.pauses() == []
    window.taking_back.undo()
    assert [button.text() for button in widget.list.buttons] == ["Change…", "Remove"]


def test_all_habits_are_paused_from_settings(window: MainWindow, workspace: Workspace) -> None:
    widget = pauses(window)
    with answer(lambda dialog: dialog.act.click()):  # type: ignore[attr-defined]  # a PauseDialog
        press_button(widget, "Pause all habits…")
    assert len(workspace.records.pauses()) == 1


def test_what_could_not_be_done_with_a_pause_is_said_below_the_list(
    window: MainWindow, workspace: Workspace, read: Habit, monkeypatch: pytest.MonkeyPatch
) -> None:
    pause = workspace.journal.pause(read, MONDAY, MONDAY)
    widget = pauses(window)

    def fail(pause: Pause) -> None:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(workspace.journal, "remove_pause", fail)
        press_button(widget, "Remove")
    assert widget.sentence.text() == "The disk is full."
    press_button(widget, "Remove")
    assert pause not in workspace.records.pauses()
    assert widget.sentence.text() == ""


def test_a_form_grows_with_what_it_says_and_cuts_nothing_off(
    window: MainWindow, workspace: Workspace, read: Habit
) -> None:
    dialog = PauseDialog(window, workspace, read)
    dialog.show()
    before = dialog.height()
    choose(dialog.last, YESTERDAY)
    dialog.act.click()
    QApplication.sendPostedEvents()
    assert dialog.height() >= dialog.column.totalHeightForWidth(dialog.width()) > before
    dialog.grab()
    dialog.close()
    dialog.deleteLater()
