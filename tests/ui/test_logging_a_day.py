"""The Today page: a day is logged by mouse and by keyboard, and taken back."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import TimesInDays, TimesPerWeek, Weekdays
from selfcare_app.paths import resources
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.editor.dialog import HabitEditor
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK, LIGHT
from selfcare_app.ui.today.geometry import Part
from tests.ui.conftest import Clock

MONDAY = date(2026, 11, 23)
Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


def focus(window: MainWindow, habit: Habit, days_back: int | None = None) -> tuple[int, int]:
    """Put the focus ring on a day of `habit`, or on its control."""
    table, model = window.pages.today.table, window.pages.today.model
    row = model.row_of(habit.id)
    assert row is not None
    column = model.control_column if days_back is None else len(model.days) - days_back
    table.setFocus()
    table.focus_cell(row, column)
    return row, column


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.pages.today.table, key)


def click(window: MainWindow, habit: Habit, days_back: int) -> None:
    table, model = window.pages.today.table, window.pages.today.model
    row = model.row_of(habit.id)
    assert row is not None
    rect = table.visualRect(model.index(row, len(model.days) - days_back))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def click_part(window: MainWindow, habit: Habit, part: Part) -> None:
    table, model = window.pages.today.table, window.pages.today.model
    number = model.row_of(habit.id)
    assert number is not None
    row = next(row for row in model.habit_rows() if row.habit == habit)
    rect = table.visualRect(model.index(number, model.control_column))
    place = table.painter_of_cells.geometry(row, rect).rect_of(part).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def type_amount(window: MainWindow, text: str) -> None:
    table = window.pages.today.table
    QTest.keyClicks(table, text[0])
    field = table.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, text[1:])
    QTest.keyClick(field, Key.Key_Return)
    # Qt hands on what was typed with its next turn.
    QApplication.processEvents()


def answer(fill_in: Callable[[QWidget], None]) -> None:
    """Fill in the dialog that opens next and accept it; a fault closes it all the same."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            fill_in(dialog)
        except BaseException:
            dialog.reject()
            raise
        dialog.accept()

    QTimer.singleShot(0, when_open)


def words_at(window: MainWindow, row: int, column: int) -> str:
    model = window.pages.today.model
    return str(model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole))


def test_a_click_logs_the_day_and_another_takes_it_back(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    click(window, sit, 3)
    day = MONDAY - timedelta(days=3)
    assert workspace.records.entry(sit.id, day).state is State.DONE
    click(window, sit, 3)
    assert workspace.records.entry(sit.id, day).empty


def test_the_day_is_logged_entirely_by_keyboard(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    focus(window, sit, 0)
    press(window, Key.Key_Left, Key.Key_Space)
    yesterday = MONDAY - timedelta(days=1)
    assert workspace.records.entry(sit.id, yesterday).state is State.DONE
    press(window, Key.Key_R)
    assert workspace.records.entry(sit.id, yesterday).state is State.REST
    press(window, Key.Key_0)
    assert workspace.records.entry(sit.id, yesterday).state is State.NOT_DONE
    press(window, Key.Key_1)
    assert workspace.records.entry(sit.id, yesterday).state is State.DONE
    press(window, Key.Key_Delete)
    assert workspace.records.entry(sit.id, yesterday).empty


def test_arrows_go_from_habit_to_habit_over_the_headings(
    window: MainWindow, sit: Habit, walk: Habit
) -> None:
    focus(window, sit, 0)
    press(window, Key.Key_Down)
    current = window.pages.today.table.current_cell()
    assert current is not None
    assert window.pages.today.model.habit_at(current[0]) == walk


@pytest.mark.parametrize(
    ("typed", "amount"), [("35", 35.0), ("2,5", 2.5), ("10", 10.0), ("0", 0.0)]
)
def test_an_amount_is_typed_where_the_focus_is(
    window: MainWindow, workspace: Workspace, walk: Habit, typed: str, amount: float
) -> None:
    focus(window, walk, 2)
    type_amount(window, typed)
    assert workspace.records.entry(walk.id, MONDAY - timedelta(days=2)).value == amount


def test_part_of_the_target_is_partly_done(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    row, column = focus(window, walk, 0)
    type_amount(window, "10")
    assert words_at(window, row, column) == (
        "Monday 23 November, Brisk walk, partly done, 10 of 20 min"
    )
    press(window, Key.Key_Space)
    assert workspace.records.entry(walk.id, MONDAY).value == 20


def test_more_and_less_step_the_amount(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    click_part(window, walk, Part.PLUS)
    click_part(window, walk, Part.PLUS)
    assert workspace.records.entry(walk.id, MONDAY).value == 10
    click_part(window, walk, Part.MINUS)
    assert workspace.records.entry(walk.id, MONDAY).value == 5
    focus(window, walk)
    press(window, Key.Key_Minus)
    assert workspace.records.entry(walk.id, MONDAY).empty
    press(window, Key.Key_Plus)
    assert workspace.records.entry(walk.id, MONDAY).value == 5


def test_the_value_of_the_control_opens_a_field(window: MainWindow, walk: Habit) -> None:
    click_part(window, walk, Part.VALUE)
    field = window.pages.today.table.findChild(QLineEdit)
    assert field is not None
    assert field.accessibleName() == "Amount for Brisk walk"
    QTest.keyClick(field, Key.Key_Escape)


def test_the_button_of_a_yes_no_habit_marks_and_unmarks(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    click_part(window, sit, Part.BUTTON)
    assert workspace.records.entry(sit.id, MONDAY).state is State.DONE
    assert window.pages.today.header.summary.text() == "1 of 2 done"
    click_part(window, sit, Part.BUTTON)
    assert workspace.records.entry(sit.id, MONDAY).empty


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("3..", "is not a number"),
        ("4-", "is not a number"),
        ("1e999", "ordinary number"),
    ],
)
def test_what_is_no_amount_is_said_and_changes_nothing(
    window: MainWindow, workspace: Workspace, walk: Habit, typed: str, sentence: str
) -> None:
    workspace.journal.log_entry(walk, MONDAY, 12)
    done_last = workspace.journal.history.next_undo
    focus(window, walk, 0)
    type_amount(window, typed)
    assert sentence in window.strip.sentence.text()
    assert window.strip.isVisible()
    assert workspace.records.entry(walk.id, MONDAY).value == 12
    assert workspace.journal.history.next_undo is done_last


def test_undo_and_redo_say_what_they_did(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    focus(window, sit, 1)
    press(window, Key.Key_Space)
    assert "“Sit and breathe” logged · Sunday 22 November" in window.undo_bar.accessibleName()
    QTest.keyClick(window, Key.Key_Z, Control)
    assert window.undo_bar.accessibleName().startswith("Undone: “Sit and breathe” logged")
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).empty
    QTest.keyClick(window, Key.Key_Z, Control | Shift)
    assert window.undo_bar.accessibleName().startswith("Done again: “Sit and breathe” logged")
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).state is State.DONE
    window.undo_bar.undo.click()
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).empty
    window.undo_bar.redo.click()
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).state is State.DONE


def test_with_nothing_to_undo_it_says_so(window: MainWindow, workspace: Workspace) -> None:
    workspace.journal.history.clear()
    QTest.keyClick(window, Key.Key_Z, Control)
    assert window.undo_bar.accessibleName() == "Nothing to undo."
    QTest.keyClick(window, Key.Key_Z, Control | Shift)
    assert window.undo_bar.accessibleName() == "Nothing to redo."


def test_what_was_changed_elsewhere_since_is_not_undone(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    click(window, sit, 0)
    elsewhere = open_workspace(workspace.database.path, lambda: Clock.now)
    elsewhere.journal.rest(sit, MONDAY)
    elsewhere.close()
    window.undo()
    assert "changed elsewhere" in window.strip.sentence.text()
    assert workspace.records.entry(sit.id, MONDAY).state is State.REST


def test_a_full_disk_is_said_and_nothing_is_shown_as_saved(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    done_last = workspace.journal.history.next_undo
    workspace.database.row("PRAGMA max_page_count = 1")
    long_note = "x" * 90_000
    window.pages.today._try(lambda: workspace.journal.set_note(sit, MONDAY, long_note))
    assert "disk is full" in window.strip.sentence.text()
    assert workspace.records.entry(sit.id, MONDAY).empty
    assert workspace.journal.history.next_undo is done_last


def test_a_read_only_file_is_said_and_nothing_is_shown_as_saved(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    workspace.database.row("PRAGMA query_only = 1")
    click(window, sit, 0)
    assert "read-only" in window.strip.sentence.text()
    row, column = focus(window, sit, 0)
    assert words_at(window, row, column).endswith("still open")
    workspace.database.row("PRAGMA query_only = 0")
    click(window, sit, 0)
    assert not window.strip.isVisible()
    assert words_at(window, row, column).endswith("done")


def test_any_past_day_can_be_looked_at_and_logged(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    window.pages.today.header.previous.click()
    assert window.pages.today.header.title.text() == "Sunday 22 November"
    assert window.pages.today.header.next.isEnabled()
    click_part(window, sit, Part.BUTTON)
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).state is State.DONE
    long_ago = date(2016, 2, 29)
    window.pages.today.show_day(long_ago)
    click(window, sit, 0)
    assert workspace.records.entry(sit.id, long_ago).state is State.DONE
    window.pages.today.header.today.click()
    assert window.pages.today.day == MONDAY
    assert not window.pages.today.header.next.isEnabled()


def test_everything_is_there_the_next_day(
    window: MainWindow, workspace: Workspace, sit: Habit, clock: Clock, qtbot: QtBot
) -> None:
    click(window, sit, 0)
    window.pages.today.check_in.energy.buttons[2].click()
    window.close()
    workspace.close()
    clock.now += timedelta(days=1)
    again = open_workspace(workspace.database.path, clock)
    second = MainWindow(again, LIGHT, Icons(resources() / "icons"))
    qtbot.addWidget(second)
    row = second.pages.today.model.row_of(sit.id)
    assert row is not None
    yesterday = words_at(second, row, len(second.pages.today.model.days) - 1)
    assert yesterday == "Monday 23 November, Sit and breathe, done"
    assert again.records.check_in(MONDAY) == CheckIn(MONDAY, energy=3)
    again.close()


def test_the_day_rolls_over_by_itself(window: MainWindow, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 24, 2, 59, 59)
    window.check_day()
    assert window.pages.today.day == MONDAY
    assert window._day_timer.interval() == 1_500
    clock.now = datetime(2026, 11, 24, 3, 0)
    window._day_timer.timeout.emit()
    assert window.pages.today.header.title.text() == "Tuesday 24 November"


def test_a_past_day_that_is_looked_at_stays_when_the_day_rolls_over(
    window: MainWindow, clock: Clock
) -> None:
    past = MONDAY - timedelta(days=4)
    window.pages.today.show_day(past)
    clock.now += timedelta(days=1)
    window.check_day()
    assert window.pages.today.day == past


def test_what_another_program_wrote_is_seen_on_coming_back(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    elsewhere = open_workspace(workspace.database.path, lambda: Clock.now)
    elsewhere.journal.log_entry(sit, MONDAY)
    elsewhere.close()
    assert workspace.changed_elsewhere()
    window._refresh(None)
    row, column = focus(window, sit, 0)
    assert words_at(window, row, column).endswith("done")


def test_the_check_in_is_answered_by_mouse_and_by_keys(
    window: MainWindow, workspace: Workspace
) -> None:
    card = window.pages.today.check_in
    card.mood.buttons[3].click()
    assert workspace.records.check_in(MONDAY).mood == 4
    card.mood.buttons[3].setFocus()
    QTest.keyClick(card.mood.buttons[3], Key.Key_Right)
    assert workspace.records.check_in(MONDAY).mood == 4
    card.mood.buttons[3].click()
    assert workspace.records.check_in(MONDAY).empty
    QTest.keyClicks(card.note, "Tea on the balcony")
    QTest.keyClick(card.note, Key.Key_Return)
    assert workspace.records.check_in(MONDAY).note == "Tea on the balcony"
    window.undo()
    assert card.note.text() == ""


def test_a_line_that_is_still_being_typed_is_kept_on_closing(
    window: MainWindow, workspace: Workspace
) -> None:
    QTest.keyClicks(window.pages.today.check_in.note, "A walk")
    window.close()
    assert workspace.records.check_in(MONDAY).note == "A walk"


@pytest.mark.parametrize(("width", "days"), [(900, 7), (1180, 14), (1600, 28)])
def test_as_many_days_are_shown_as_fit(window: MainWindow, width: int, days: int) -> None:
    window.resize(width, 760)
    assert len(window.pages.today.model.days) == days
    assert window.pages.today.model.day == MONDAY


def test_schedules_that_ask_for_no_single_day_say_how_far_they_are(
    workspace: Workspace, open_on: Callable[[], MainWindow]
) -> None:
    week = Habit("", "Watercolour", date(2026, 11, 1), schedule=TimesPerWeek(2))
    rolling = Habit("", "Supervision", date(2026, 11, 1), schedule=TimesInDays(1, 14))
    fridays = Habit("", "Reading", date(2026, 11, 1), schedule=Weekdays(frozenset({5})))
    week, rolling, fridays = map(workspace.journal.add_habit, (week, rolling, fridays))
    workspace.journal.log_entry(week, MONDAY)
    workspace.journal.log_entry(rolling, MONDAY - timedelta(days=3))
    window = open_on()
    model = window.pages.today.model

    def words(habit: Habit, column: int) -> str:
        row = model.row_of(habit.id)
        assert row is not None
        return words_at(window, row, column)

    assert words(week, model.control_column).endswith("done, 1 of 2 this week")
    assert words(rolling, model.control_column).endswith("1 of 1 in 14 days")
    assert "covered by the days around it" in words(rolling, len(model.days))
    assert words(fridays, len(model.days)).endswith("not planned")
    click_part(window, fridays, Part.LOG_ANYWAY)
    assert workspace.records.entry(fridays.id, MONDAY).state is State.DONE


def test_the_model_keeps_qt_s_rules_while_days_are_logged(
    window: MainWindow, sit: Habit, walk: Habit
) -> None:
    model = window.pages.today.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    click(window, sit, 0)
    window.pages.today.show_day(MONDAY - timedelta(days=2))
    click(window, walk, 0)
    window.undo()


def test_the_first_day_has_one_sentence_and_one_button(
    open_on: Callable[[], MainWindow], workspace: Workspace
) -> None:
    window = open_on()
    page = window.pages.today
    assert page._empty.isVisible()
    assert window.focusWidget() is page._empty.button
    page._empty.button.click()
    editor = window.findChild(HabitEditor)
    assert editor is not None
    assert editor.focusWidget() is editor.form.name.text
    QTest.keyClicks(editor.form.name.text, "Sit and breathe")
    QTest.keyClick(editor.form.name.text, Key.Key_Return)
    assert [habit.name for habit in workspace.records.habits()] == ["Sit and breathe"]
    assert not page._empty.isVisible()
    window.undo()
    assert page._empty.isVisible()


def test_a_row_offers_its_menu_under_the_mouse(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    page = window.pages.today
    number = page.model.row_of(walk.id)
    assert number is not None
    menu = page.menu.made_for(number, 0)
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    of_the_day, of_the_habit = words[: words.index("")], words[words.index("") + 1 :]
    assert of_the_day == ["Done", "Amount…", "Rest", "Not done", "Note…", "Start timer"]
    assert of_the_habit == [
        "Edit habit…",
        "Rest for days…",
        "Pause…",
        "",
        "Move up",
        "",
        "Archive",
        "Delete",
    ]
    menu.actions()[2].trigger()
    assert workspace.records.entry(walk.id, MONDAY).state is State.REST


def test_pages_are_painted_in_light_and_dark_hovered_and_focused(
    window: MainWindow, sit: Habit
) -> None:
    click(window, sit, 0)
    light = window.grab().toImage()
    window.set_theme(DARK)
    window.pages.today.table._hover(1)
    focus(window, sit, 3)
    assert window.grab().toImage() != light


def test_every_button_has_a_name(window: MainWindow) -> None:
    header = window.pages.today.header
    buttons = [header.previous, header.today, header.next, header.calendar, header.add]
    names = [button.accessibleName() for button in [*buttons, *window.rail.buttons]]
    assert names == [
        "Day before",
        "Go to today",
        "Day after",
        "Choose a day",
        "Add habit",
        "Today",
        "Progress",
        "Settings",
    ]


def test_the_rail_leads_to_progress_and_back(window: MainWindow, sit: Habit) -> None:
    QTest.keyClick(window, Key.Key_2, Control)
    assert window.pages.currentWidget() is window.pages.progress
    window.rail.buttons[0].click()
    assert window.pages.currentWidget() is window.pages.today
