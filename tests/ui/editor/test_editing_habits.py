"""A habit is written and changed in the window, and all of it can be taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.domain.area import Area
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.editor.dialog import HabitEditor
from selfcare_app.ui.editor.field import Field
from selfcare_app.ui.main_window import MainWindow
from tests.ui.steps import focus

MONDAY = date(2026, 11, 23)
Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier


def open_new(window: MainWindow) -> HabitEditor:
    activate(window)
    QTest.keyClick(window, Key.Key_N, Control)
    return the_editor(window)


def open_on_habit(window: MainWindow, habit: Habit) -> HabitEditor:
    activate(window)
    focus(window, habit)
    QTest.keyClick(window.pages.today.table, Key.Key_E, Control)
    return the_editor(window)


def activate(window: QWidget) -> None:
    window.activateWindow()
    QApplication.processEvents()
    assert QApplication.activeWindow() is window


def the_editor(window: MainWindow) -> HabitEditor:
    found = [each for each in window.findChildren(HabitEditor) if each.isVisible()]
    assert len(found) == 1
    # Keys reach the dialog's buttons only once it is the active window.
    activate(found[0])
    return found[0]


def choose_kind(editor: HabitEditor, schedule: Schedule) -> None:
    kinds = [EVERY_DAY, Weekdays, TimesPerWeek, TimesPerMonth, TimesInDays]
    place = next(
        number for number, kind in enumerate(kinds) if type(schedule) in (kind, type(kind))
    )
    editor.form.schedule.kind.setCurrentIndex(place)


def newest(workspace: Workspace) -> Habit:
    return max(workspace.records.habits(), key=lambda habit: habit.position)


def test_a_habit_is_written_by_keyboard_alone(window: MainWindow, workspace: Workspace) -> None:
    editor = open_new(window)
    name = editor.focusWidget()
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "Call a friend")
    QTest.keyClick(name, Key.Key_Tab)
    assert editor.focusWidget() is editor.form.area.choice
    QTest.keyClicks(editor.form.area.choice, "Support")
    QTest.keyClick(editor.form.area.choice, Key.Key_Tab)
    QTest.keyClicks(editor.form.cue.text, "After lunch")
    assert editor.form.cue.hint.text() == "After lunch, I will call a friend."
    QTest.keyClick(editor.form.cue.text, Key.Key_Return)
    kept = newest(workspace)
    assert (kept.name, kept.area, kept.cue) == ("Call a friend", "support", "After lunch")
    assert not editor.isVisible()
    assert window.pages.today.habit_in_focus() == kept.id


@pytest.mark.parametrize(
    "schedule",
    [
        EVERY_DAY,
        Weekdays(frozenset({2, 6})),
        TimesPerWeek(3),
        TimesPerMonth(5),
        TimesInDays(2, 9),
    ],
)
def test_every_kind_of_schedule_can_be_chosen_and_comes_back_for_change(
    window: MainWindow, workspace: Workspace, schedule: Schedule
) -> None:
    editor = open_new(window)
    form = editor.form
    form.name.text.setText("Stretch")
    choose_kind(editor, schedule)
    match schedule:
        case Weekdays(weekdays):
            for weekday, button in form.schedule.weekdays.buttons.items():
                if button.isChecked() is not (weekday in weekdays):
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        case TimesPerWeek(times) | TimesPerMonth(times) | TimesInDays(times, _):
            while form.schedule.times.number() < times:
                QTest.mouseClick(form.schedule.times.more, Qt.MouseButton.LeftButton)
    if isinstance(schedule, TimesInDays):
        form.schedule.days.field.setText(str(schedule.days))
    editor.save.click()
    assert newest(workspace).schedule == schedule
    again = open_on_habit(window, newest(workspace))
    assert again.form.draft().habit == newest(workspace)
    again.reject()
    assert not again.isVisible()


def test_an_amount_is_written_as_the_locale_writes_it(
    window: MainWindow, workspace: Workspace
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        editor = open_new(window)
        editor.form.name.text.setText("Water")
        editor.form.measure.kind.setCurrentIndex(1)
        editor.form.measure.target.setText("1,5")
        editor.form.measure.unit.setText("litres")
        editor.save.click()
        kept = newest(workspace)
        assert (kept.target, kept.unit, kept.direction) == (1.5, "litres", Direction.AT_LEAST)
        again = open_on_habit(window, kept)
        assert again.form.measure.target.text() == "1,5"
        again.reject()
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type an amount"),
        ("0", "“At least 0” would be kept by doing nothing."),
        ("-1", "cannot be less than 0"),
        ("a lot", "number"),
    ],
)
def test_a_target_that_asks_for_nothing_is_explained_beside_it(
    window: MainWindow, workspace: Workspace, typed: str, sentence: str
) -> None:
    editor = open_new(window)
    editor.form.name.text.setText("Walk")
    editor.form.measure.kind.setCurrentIndex(1)
    editor.form.measure.target.setText(typed)
    editor.save.click()
    assert editor.isVisible()
    assert sentence in editor.form.measure.problem.text()
    assert editor.focusWidget() is editor.form.measure.target
    assert sentence in editor.form.measure.target.accessibleDescription()
    editor.form.measure.target.setText("20")
    assert editor.form.measure.problem.isHidden()
    assert editor.form.measure.target.accessibleDescription() == ""
    editor.save.click()
    assert newest(workspace).target == 20


def test_at_most_nothing_is_a_habit_of_leaving_something_out(
    window: MainWindow, workspace: Workspace
) -> None:
    editor = open_new(window)
    editor.form.name.text.setText("Mails after work")
    editor.form.measure.kind.setCurrentIndex(2)
    editor.form.measure.target.setText("0")
    editor.save.click()
    kept = newest(workspace)
    assert (kept.direction, kept.target) == (Direction.AT_MOST, 0)


def wrong(editor: HabitEditor, field: Field, sentence: str) -> None:
    editor.save.click()
    assert editor.isVisible()
    assert sentence in field.problem.text()
    assert field.problem.isVisible()


def test_what_cannot_be_kept_is_said_beside_each_field(window: MainWindow) -> None:
    editor = open_new(window)
    form = editor.form
    wrong(editor, form.name, "A habit needs a name.")
    assert editor.focusWidget() is form.name.text
    form.name.text.setText("x" * 10_000)
    wrong(editor, form.name, "can have up to")
    form.name.text.setText("Stretch")
    choose_kind(editor, Weekdays(frozenset({1})))
    form.schedule.weekdays.show_weekdays(frozenset())
    wrong(editor, form.schedule, "Choose at least one day of the week.")
    assert editor.focusWidget() is form.schedule.weekdays.first_button()
    choose_kind(editor, TimesPerWeek(2))
    form.schedule.times.field.setText("often")
    wrong(editor, form.schedule, "Type a whole number")
    assert editor.focusWidget() is form.schedule.times.field
    choose_kind(editor, TimesInDays(2, 7))
    form.schedule.times.field.setText("2")
    form.schedule.days.field.setText("")
    wrong(editor, form.schedule, "Type a whole number")
    assert editor.focusWidget() is form.schedule.days.field
    form.schedule.days.field.setText("1")
    form.schedule.check()
    assert form.schedule.problem.isVisible()
    choose_kind(editor, EVERY_DAY)
    form.notes.text.setPlainText("x" * 200_000)
    wrong(editor, form.notes, "characters")
    assert form.notes.isVisible(), "a folded part opens where something is to be mended"
    form.area.choice.setCurrentIndex(form.area.choice.count() - 1)
    wrong(editor, form.area, "A practice area needs a name.")
    assert editor.focusWidget() is form.area.new.title


@pytest.mark.parametrize("name", ["🧘", "  נשימה 🧘 ", "n" * 200])
def test_unusual_names_are_as_good_as_any(
    window: MainWindow, workspace: Workspace, name: str
) -> None:
    editor = open_new(window)
    editor.form.name.text.setText(name)
    editor.save.click()
    assert newest(workspace).name == name.strip()


def test_two_habits_of_one_name_are_told_apart_by_their_area(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    editor = open_new(window)
    editor.form.name.text.setText(sit.name)
    editor.form.area.show_key("support")
    editor.save.click()
    found = [habit for habit in workspace.records.habits() if habit.name == sit.name]
    assert [habit.area for habit in found] == ["mindfulness", "support"]


def test_a_new_area_comes_with_its_habit_and_goes_with_it(
    window: MainWindow, workspace: Workspace
) -> None:
    editor = open_new(window)
    form = editor.form
    form.name.text.setText("Go to bed")
    form.area.choice.setCurrentIndex(form.area.choice.count() - 1)
    assert form.area.new.isVisible()
    QTest.keyClicks(form.area.new.title, "Sleep")
    form.area.new.colour.choose("amber")
    assert form.colour.choice.theme.area(form.area.hue).name() == "#c65d00"
    editor.save.click()
    kept = newest(workspace)
    [area] = [area for area in workspace.records.areas() if area.own]
    assert (area.title, area.colour, kept.area) == ("Sleep", "amber", area.key)
    assert window.pages.today.table.painter_of_cells.theme.area(area.key).name() == "#c65d00"
    window.taking_back.undo()
    assert not any(area.own for area in workspace.records.areas())
    window.taking_back.redo()
    assert newest(workspace) == kept


def test_an_area_from_elsewhere_stays_with_its_habit(
    window: MainWindow, workspace: Workspace
) -> None:
    odd = workspace.journal.add_habit(Habit("", "Read", MONDAY, area="Learning"))
    editor = open_on_habit(window, odd)
    editor.form.name.text.setText("Read on")
    editor.save.click()
    assert newest(workspace).area == "Learning"


def test_a_habit_is_changed_and_changed_back(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    editor = open_on_habit(window, walk)
    assert editor.windowTitle() == "Edit habit"
    form = editor.form
    assert (form.name.text.text(), form.measure.target.text()) == ("Brisk walk", "20")
    form.name.text.setText("Slow walk")
    QTest.mouseClick(form.fold, Qt.MouseButton.LeftButton)
    form.colour.choice.choose("rose")
    form.icon.choice.choose("habit-leaf")
    form.start.show_day(date(2026, 10, 1))
    form.notes.text.setPlainText("Round the pond")
    editor.save.click()
    kept = workspace.records.habit(walk.id)
    assert kept is not None
    assert (kept.name, kept.colour, kept.icon, kept.notes, kept.created) == (
        "Slow walk",
        "rose",
        "habit-leaf",
        "Round the pond",
        date(2026, 10, 1),
    )
    again = open_on_habit(window, kept)
    assert again.form.notes.isVisible(), "what was said stands open"
    again.form.colour.choice.choose("")
    again.form.icon.choice.choose("")
    again.save.click()
    changed = workspace.records.habit(walk.id)
    assert changed is not None
    assert (changed.colour, changed.icon) == (None, None)
    window.taking_back.undo()
    window.taking_back.undo()
    assert workspace.records.habit(walk.id) == walk


def test_a_colour_from_elsewhere_stays_until_another_is_chosen(
    window: MainWindow, workspace: Workspace
) -> None:
    habit = workspace.journal.add_habit(Habit("", "Read", MONDAY, colour="#D32F2F", icon="📚"))
    editor = open_on_habit(window, habit)
    assert editor.form.colour.choice.value() == "amber"
    editor.form.name.text.setText("Read on")
    editor.save.click()
    kept = newest(workspace)
    assert (kept.colour, kept.icon) == ("#D32F2F", "📚")


def test_a_colour_that_is_none_is_shown_as_the_area_s(
    window: MainWindow, workspace: Workspace
) -> None:
    habit = workspace.journal.add_habit(Habit("", "Read", MONDAY, colour="#nonsense"))
    editor = open_on_habit(window, habit)
    assert editor.form.colour.choice.value() == ""
    editor.reject()


def log_every_day(workspace: Workspace, habit: Habit, days: int, value: float | None) -> None:
    for back in range(days):
        workspace.journal.log_entry(habit, MONDAY - timedelta(days=back), value)


def test_a_change_says_what_it_does_to_the_past_before_it_is_saved(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    log_every_day(workspace, sit, 4, None)
    editor = open_on_habit(window, sit)
    editor.form.name.text.setText("Sit")
    assert editor.preview.isHidden(), "a name changes nothing that was counted"
    choose_kind(editor, TimesPerWeek(2))
    assert editor.preview.isVisible()
    words = editor.preview.text()
    assert "instead of" in words
    assert "The streak becomes 1 week, instead of 4 days." in words
    assert "Everything that you logged stays as it is." in words
    choose_kind(editor, EVERY_DAY)
    assert editor.preview.isHidden()
    editor.form.measure.kind.setCurrentIndex(1)
    editor.form.measure.target.setText("5")
    assert "4 days marked as done have no amount" in editor.preview.text()


def test_amounts_wait_where_a_habit_becomes_yes_or_no(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    log_every_day(workspace, walk, 2, 25)
    editor = open_on_habit(window, walk)
    editor.form.measure.kind.setCurrentIndex(0)
    assert "The amounts of 2 days are kept" in editor.preview.text()
    editor.save.click()
    kept = workspace.records.habit(walk.id)
    assert kept is not None
    assert kept.kind is Kind.YES_NO
    assert workspace.records.entry(walk.id, MONDAY).value == 25


def test_hidden_streaks_are_not_told_of(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    from selfcare_app.services.settings import STREAKS_SHOWN

    workspace.settings.set(STREAKS_SHOWN, False)
    log_every_day(workspace, sit, 4, None)
    editor = open_on_habit(window, sit)
    choose_kind(editor, TimesPerWeek(2))
    assert "streak" not in editor.preview.text()


def test_esc_asks_once_before_it_lets_go_of_what_was_typed(window: MainWindow) -> None:
    editor = open_new(window)
    QTest.keyClicks(editor.form.name.text, "A long walk")
    QTest.keyClick(editor, Key.Key_Escape)
    assert editor.isVisible()
    assert "Esc once more" in editor.problem.text()
    QTest.keyClicks(editor.form.name.text, "!")
    assert editor.problem.isHidden()
    QTest.keyClick(editor, Key.Key_Escape)
    QTest.keyClick(editor, Key.Key_Escape)
    assert not editor.isVisible()


def test_esc_and_cancel_close_at_once_where_nothing_is_lost(window: MainWindow, sit: Habit) -> None:
    editor = open_on_habit(window, sit)
    QTest.keyClick(editor, Key.Key_Escape)
    assert not editor.isVisible()
    other = open_new(window)
    other.form.name.text.setText("A walk")
    other.cancel.click()
    assert not other.isVisible()


def test_what_the_disk_refuses_stays_in_the_editor(
    window: MainWindow, workspace: Workspace
) -> None:
    editor = open_new(window)
    editor.form.name.text.setText("A walk")
    pages = workspace.database.row("PRAGMA page_count")
    assert pages is not None
    workspace.database.row(f"PRAGMA max_page_count = {pages[0]}")
    editor.form.fold.click()
    editor.form.notes.text.setPlainText("n" * 9_000)
    editor.save.click()
    assert editor.isVisible()
    assert editor.problem.isVisible()
    assert editor.form.name.text.text() == "A walk"
    workspace.database.row("PRAGMA max_page_count = 1000000")
    editor.save.click()
    assert newest(workspace).name == "A walk"


def test_the_row_s_menu_and_the_progress_page_lead_to_the_editor(
    window: MainWindow, workspace: Workspace, walk: Habit, qtbot: QtBot
) -> None:
    page = window.pages.today
    number = page.model.row_of(walk.id)
    assert number is not None
    menu = page.menu.made_for(number, 0)
    edit = next(action for action in menu.actions() if action.text().startswith("Edit habit"))
    edit.trigger()
    editor = the_editor(window)
    assert editor.form.name.text.text() == "Brisk walk"
    editor.reject()
    menu.close()
    window.show_habit("progress", walk.id)
    progress = window.pages.progress
    assert progress is not None
    qtbot.waitUntil(lambda: progress.ready)
    QTest.mouseClick(progress.header.edit, Qt.MouseButton.LeftButton)
    assert the_editor(window).form.name.text.text() == "Brisk walk"
    the_editor(window).reject()
    assert progress.habit_in_focus() == walk.id


def test_reminders_are_kept_with_the_habit(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    editor = open_on_habit(window, sit)
    reminders = editor.form.reminders
    reminders.add.click()
    row = reminders.rows[0]
    row.time.setText("7:5")
    wrong(editor, reminders, "is not a time of day")
    assert editor.focusWidget() is row.time
    reminders.add.click()
    reminders.rows[1].remove.click()
    row.time.setText("7:45")
    row.weekdays.show_weekdays(frozenset())
    wrong(editor, reminders, "at least one day of the week")
    row.weekdays.show_weekdays(frozenset({1, 5}))
    reminders.add.click()
    assert reminders.rows[1].time.text() == "7:45"
    editor.save.click()
    kept = workspace.records.reminders(sit.id)
    assert {(each.minute, each.weekdays) for each in kept} == {
        (465, frozenset({1, 5})),
        (465, frozenset(range(1, 8))),
    }
    again = open_on_habit(window, sit)
    assert len(again.form.reminders.rows) == 2
    again.form.reminders.show_reminders([Reminder("", sit.id, 60)])
    assert again.form.reminders.rows[0].time.text() == "1:00"
    again.reject()


def test_the_arrow_keys_step_a_number_within_its_bounds(window: MainWindow) -> None:
    editor = open_new(window)
    choose_kind(editor, TimesPerWeek(2))
    count = editor.form.schedule.times
    for key, shown in ((Key.Key_Up, "3"), (Key.Key_Down, "2"), (Key.Key_Down, "1")):
        QTest.keyClick(count.field, key)
        assert count.field.text() == shown
    QTest.keyClick(count.field, Key.Key_Down)
    assert count.field.text() == "1"
    count.field.setText("x")
    QTest.mouseClick(count.less, Qt.MouseButton.LeftButton)
    assert count.field.text() == "1"
    editor.cancel.click()


def test_the_area_list_knows_areas_of_one_s_own(window: MainWindow, workspace: Workspace) -> None:
    workspace.journal.add_area(Area("", "Family", colour="moss"))
    editor = open_new(window)
    assert editor.form.area.choice.findText("Family") == 6
    editor.cancel.click()
