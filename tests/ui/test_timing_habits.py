"""A habit in minutes is timed in its row: started, paused, stopped, and never lost."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.services.settings import SINGLE_LETTER_KEYS
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.db import open_database
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.today.geometry import Part
from selfcare_app.ui.today.state import HabitRow
from selfcare_app.ui.today.timer_words import clock_words, log_words, timer_line
from tests.ui.conftest import Clock

MONDAY = date(2026, 11, 23)
Key = Qt.Key
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """A workspace whose instants follow the clock that stands."""

    def instant() -> int:
        return round(clock.now.timestamp() * 1000)

    made = Workspace(open_database(tmp_path / "selfcare.db"), clock, instant)
    yield made
    made.close()


def row_of(window: MainWindow, habit: Habit) -> HabitRow:
    rows = window.pages.today.model.habit_rows()
    return next(row for row in rows if row.habit.id == habit.id)


def focus(window: MainWindow, habit: Habit) -> None:
    window.pages.today.show_habit(habit.id)


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    table = window.pages.today.table
    QTest.keyClick(table, key, held or Qt.KeyboardModifier.NoModifier)
    # Qt hands on what was typed with its next turn.
    QApplication.processEvents()


def click_part(window: MainWindow, habit: Habit, part: Part) -> None:
    table, model = window.pages.today.table, window.pages.today.model
    number = model.row_of(habit.id)
    assert number is not None
    rect = table.visualRect(model.index(number, model.control_column))
    place = table.painter_of_cells.geometry(row_of(window, habit), rect).rect_of(part)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.center())


def spoken(window: MainWindow, habit: Habit) -> str:
    model = window.pages.today.model
    number = model.row_of(habit.id)
    assert number is not None
    index = model.index(number, model.control_column)
    return str(model.data(index, Qt.ItemDataRole.AccessibleTextRole))


def minutes(workspace: Workspace, habit: Habit, day: date = MONDAY) -> float | None:
    return workspace.records.entry(habit.id, day).value


def test_what_was_done_is_timed_and_logged_by_mouse(
    window: MainWindow, workspace: Workspace, walk: Habit, clock: Clock
) -> None:
    click_part(window, walk, Part.TIMER)
    clock.now += timedelta(minutes=7)
    click_part(window, walk, Part.TIMER)
    clock.now += timedelta(hours=1)
    click_part(window, walk, Part.TIMER)
    clock.now += timedelta(minutes=5.5)
    click_part(window, walk, Part.STOP)
    assert minutes(workspace, walk) == 12.5
    assert row_of(window, walk).timer is None


def test_what_was_done_is_timed_and_logged_by_keyboard(
    window: MainWindow, workspace: Workspace, walk: Habit, clock: Clock
) -> None:
    focus(window, walk)
    press(window, Key.Key_T)
    clock.now += timedelta(minutes=10)
    press(window, Key.Key_T, Shift)
    assert minutes(workspace, walk) == 10
    press(window, Key.Key_T)
    clock.now += timedelta(minutes=10)
    press(window, Key.Key_T, Shift)
    assert minutes(workspace, walk) == 20
    assert workspace.records.entry(walk.id, MONDAY).state is State.DONE


def test_a_stop_can_be_taken_back(
    window: MainWindow, workspace: Workspace, walk: Habit, clock: Clock
) -> None:
    focus(window, walk)
    press(window, Key.Key_T)
    clock.now += timedelta(minutes=4)
    press(window, Key.Key_T, Shift)
    window.taking_back.undo()
    assert minutes(workspace, walk) is None
    timer = row_of(window, walk).timer
    assert timer is not None
    assert (timer.seconds, timer.running) == (240, False)


def test_a_habit_without_minutes_has_no_timer(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    focus(window, sit)
    press(window, Key.Key_T)
    press(window, Key.Key_T, Shift)
    assert workspace.records.timers() == []
    assert not row_of(window, sit).can_start
    titles = menu_titles(window, sit)
    assert not [title for title in titles if "imer" in title]


def open_field(window: MainWindow) -> QLineEdit:
    table = window.pages.today.table
    field = table.indexWidget(table.currentIndex())
    assert isinstance(field, QLineEdit)
    return field


def menu_titles(window: MainWindow, habit: Habit) -> list[str]:
    model = window.pages.today.model
    number = model.row_of(habit.id)
    assert number is not None
    menu = window.pages.today.menu.made_for(number, model.control_column)
    titles = [action.text() for action in menu.actions()]
    menu.deleteLater()
    return titles


def test_the_menu_offers_what_can_be_done_with_the_timer(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    assert "Start timer" in menu_titles(window, walk)
    assert "Discard the timer" not in menu_titles(window, walk)
    press(window, Key.Key_T)
    assert {"Pause timer", "Stop the timer and log", "Discard the timer"} <= set(
        menu_titles(window, walk)
    )
    press(window, Key.Key_T)
    assert "Go on with timer" in menu_titles(window, walk)
    discard = next(
        action for action in window.all_actions.offered() if action.text() == "Discard the timer"
    )
    assert discard.about == "Brisk walk"
    discard.trigger()
    assert (workspace.records.timers(), minutes(workspace, walk)) == ([], None)


def test_letters_turned_off_start_and_stop_no_timer(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    focus(window, walk)
    press(window, Key.Key_T)
    workspace.settings.set(SINGLE_LETTER_KEYS, False)
    press(window, Key.Key_T, Shift)
    press(window, Key.Key_T)
    assert [timer.running for timer in workspace.records.timers()] == [True]


def test_a_timer_goes_on_while_the_window_is_closed(
    window: MainWindow,
    open_on: Callable[[], MainWindow],
    workspace: Workspace,
    walk: Habit,
    clock: Clock,
) -> None:
    focus(window, walk)
    press(window, Key.Key_T)
    window.close()
    clock.now += timedelta(minutes=25)
    again = open_on()
    assert spoken(again, walk).endswith("timer runs, 25:00")
    click_part(again, walk, Part.STOP)
    assert minutes(workspace, walk) == 25


def test_a_timer_begun_before_midnight_counts_for_its_day(
    window: MainWindow, workspace: Workspace, walk: Habit, clock: Clock
) -> None:
    clock.now = datetime(2026, 11, 24, 2, 50)
    focus(window, walk)
    press(window, Key.Key_T)
    clock.now += timedelta(minutes=20)
    window.check_day()
    row = row_of(window, walk)
    assert timer_line(row, 1200) == "for 23 November".replace("ember", "")
    press(window, Key.Key_T, Shift)
    assert minutes(workspace, walk) == 20
    assert minutes(workspace, walk, date(2026, 11, 24)) is None


def test_a_forgotten_timer_is_asked_about_before_it_is_logged(
    window: MainWindow, workspace: Workspace, walk: Habit, clock: Clock
) -> None:
    focus(window, walk)
    press(window, Key.Key_T)
    clock.now += timedelta(hours=6)
    press(window, Key.Key_T, Shift)
    assert minutes(workspace, walk) is None
    field = open_field(window)
    assert field.text() == "360"
    QTest.keyClicks(field, "30")
    QTest.keyClick(field, Key.Key_Return)
    QApplication.processEvents()
    assert minutes(workspace, walk) == 30
    assert workspace.records.timers() == []


def test_a_correction_that_is_left_keeps_the_timer_and_the_next_amount_is_an_amount(
    window: MainWindow, workspace: Workspace, walk: Habit, clock: Clock
) -> None:
    focus(window, walk)
    press(window, Key.Key_T)
    clock.now += timedelta(hours=6)
    press(window, Key.Key_T, Shift)
    field = open_field(window)
    QTest.keyClick(field, Key.Key_Escape)
    QApplication.processEvents()
    assert [timer.seconds for timer in workspace.records.timers()] == [6 * 3600]
    assert minutes(workspace, walk) is None
    press(window, Key.Key_Left)
    QTest.keyClicks(window.pages.today.table, "8")
    field = open_field(window)
    QTest.keyClick(field, Key.Key_Return)
    QApplication.processEvents()
    assert minutes(workspace, walk) == 8


def test_a_correction_that_is_no_number_is_said_and_keeps_the_timer(
    window: MainWindow, workspace: Workspace, walk: Habit, clock: Clock
) -> None:
    focus(window, walk)
    press(window, Key.Key_T)
    clock.now += timedelta(hours=6)
    press(window, Key.Key_T, Shift)
    field = open_field(window)
    field.setText("a while")
    QTest.keyClick(field, Key.Key_Return)
    QApplication.processEvents()
    assert "is not a number" in window.strip.sentence.text()
    assert len(workspace.records.timers()) == 1


def test_a_clock_set_back_takes_no_minutes_away_while_the_window_watches(
    window: MainWindow, workspace: Workspace, walk: Habit, clock: Clock
) -> None:
    focus(window, walk)
    press(window, Key.Key_T)
    clock.now += timedelta(minutes=9)
    window.pages.today.ticking.tick()
    clock.now -= timedelta(hours=1)
    window.pages.today.ticking.tick()
    assert spoken(window, walk).endswith("timer runs, 9:00")
    clock.now += timedelta(minutes=2)
    press(window, Key.Key_T, Shift)
    assert minutes(workspace, walk) == 11


def test_a_clock_set_back_on_a_full_disk_is_made_good_later(
    window: MainWindow, workspace: Workspace, walk: Habit, clock: Clock
) -> None:
    focus(window, walk)
    press(window, Key.Key_T)
    clock.now += timedelta(minutes=9)
    window.pages.today.ticking.tick()
    clock.now -= timedelta(hours=1)
    workspace.database.row("PRAGMA query_only = 1")
    window.pages.today.ticking.tick()
    workspace.database.row("PRAGMA query_only = 0")
    window.pages.today.ticking.tick()
    press(window, Key.Key_T, Shift)
    assert minutes(workspace, walk) == 9


def test_it_wakes_each_second_only_while_a_running_timer_can_be_seen(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    ticking = window.pages.today.ticking
    assert not ticking.awake
    focus(window, walk)
    press(window, Key.Key_T)
    assert ticking.awake
    window.show_page("settings")
    assert not ticking.awake
    window.show_page("today")
    assert ticking.awake
    window.hide()
    assert not ticking.awake
    window.show()
    assert ticking.awake
    window.showMinimized()
    QApplication.processEvents()
    assert not ticking.awake
    window.showNormal()
    QApplication.processEvents()
    assert ticking.awake
    click_part(window, walk, Part.TIMER)
    assert not ticking.awake


def test_a_tick_paints_the_time_and_nothing_else(
    window: MainWindow, walk: Habit, clock: Clock, qtbot: QtBot
) -> None:
    focus(window, walk)
    press(window, Key.Key_T)
    window.grab()
    clock.now += timedelta(minutes=3, seconds=20)
    window.pages.today.ticking.tick()
    assert spoken(window, walk).endswith("timer runs, 3:20")
    window.grab()


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (200.9, "3:20"), (3725, "1:02:05"), (86400, "24:00:00")]
)
def test_a_running_time_is_short(seconds: float, words: str) -> None:
    assert clock_words(seconds) == words


def test_the_button_says_how_much_it_would_log() -> None:
    assert log_words(200) == "Log 3.3 min"
    assert log_words(5 * 3600) == "Log…"
