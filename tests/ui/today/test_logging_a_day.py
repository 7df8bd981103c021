"""The Today page: a day is logged by mouse, and read out in words."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import TimesInDays, TimesPerWeek, Weekdays
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK
from selfcare_app.ui.today.geometry import Part
from tests.ui.steps import (
    MONDAY,
    Control,
    Key,
    click,
    click_part,
    focus,
    press,
    type_amount,
    words_at,
)


def test_a_click_logs_the_day_and_another_takes_it_back(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    click(window, sit, 3)
    day = MONDAY - timedelta(days=3)
    assert workspace.records.entry(sit.id, day).state is State.DONE
    click(window, sit, 3)
    assert workspace.records.entry(sit.id, day).empty


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
    card.note.setFocus()
    QTest.keyClicks(card.note, "Tea on the balcony")
    QTest.keyClick(card.note, Key.Key_Return)
    assert workspace.records.check_in(MONDAY).note == "Tea on the balcony"
    window.taking_back.undo()
    assert card.note.text() == ""


def test_a_line_that_is_still_being_typed_is_kept_on_closing(
    window: MainWindow, workspace: Workspace
) -> None:
    QTest.keyClicks(window.pages.today.check_in.note, "A walk")
    window.close()
    assert workspace.records.check_in(MONDAY).note == "A walk"


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
    window.taking_back.undo()


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
        "Boundaries",
        "Settings",
    ]


def test_the_rail_leads_to_progress_and_back(window: MainWindow, sit: Habit) -> None:
    QTest.keyClick(window, Key.Key_2, Control)
    assert window.pages.currentWidget() is window.pages.progress
    window.rail.buttons[0].click()
    assert window.pages.currentWidget() is window.pages.today
