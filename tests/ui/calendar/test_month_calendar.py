"""The month calendar leads to any day, by mouse and by keys, and tells how each one went."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfcare_app.domain.habit import Habit
from selfcare_app.services.month import DayCount
from selfcare_app.services.settings import WEEK_START
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.calendar.month import MonthCalendar
from selfcare_app.ui.calendar.state import (
    DAYS_SHOWN,
    FIRST_DAY,
    Look,
    days_of_month,
    look_of,
    month_ends,
    months_on,
    share_of,
)
from selfcare_app.ui.calendar.words import spoken_day
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK

MONDAY = date(2026, 11, 23)
Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
days = st.dates(FIRST_DAY, MONDAY)


@pytest.fixture
def calendar(window: MainWindow) -> MonthCalendar:
    return opened(window)


def opened(window: MainWindow) -> MonthCalendar:
    QApplication.processEvents()
    QTest.keyClick(window, Key.Key_G, Control)
    found = window.overlays.open
    assert isinstance(found, MonthCalendar)
    return found


def press(calendar: MonthCalendar, *keys: Qt.Key) -> date:
    for key in keys:
        QTest.keyClick(calendar.grid.button_of(calendar.grid.day), key)
    return calendar.grid.day


def test_a_click_on_a_day_leads_there(window: MainWindow) -> None:
    window.pages.today.header.calendar.click()
    found = window.overlays.open
    assert isinstance(found, MonthCalendar)
    button = found.grid.button_of(date(2026, 11, 4))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.pages.today.day == date(2026, 11, 4)
    assert window.overlays.open is None


def test_the_keys_lead_to_any_day(window: MainWindow, calendar: MonthCalendar) -> None:
    assert calendar.focusWidget() is calendar.grid.button_of(MONDAY)
    assert press(calendar, Key.Key_Left, Key.Key_Up) == MONDAY - timedelta(days=8)
    assert press(calendar, Key.Key_Right, Key.Key_Down) == MONDAY
    assert press(calendar, Key.Key_Home) == date(2026, 11, 1)
    assert press(calendar, Key.Key_Left) == date(2026, 10, 31)
    assert calendar.months.currentText() == "October"
    assert press(calendar, Key.Key_PageUp) == date(2026, 9, 30)
    assert press(calendar, Key.Key_PageDown, Key.Key_End) == date(2026, 10, 31)
    button = calendar.grid.button_of(calendar.grid.day)
    QTest.keyClick(button, Key.Key_PageUp, Control)
    assert calendar.grid.day == date(2025, 10, 31)
    assert calendar.years.currentText() == "2025"
    press(calendar, Key.Key_Return)
    assert window.pages.today.day == date(2025, 10, 31)
    assert window.pages.today.header.title.text() == "Friday 31 October 2025"


def test_space_chooses_and_esc_leaves_things_as_they_were(window: MainWindow) -> None:
    window.pages.today.table.setFocus()
    calendar = opened(window)
    press(calendar, Key.Key_Left, Key.Key_Escape)
    assert window.overlays.open is None
    assert window.pages.today.day == MONDAY
    assert window.focusWidget() is window.pages.today.table
    press(opened(window), Key.Key_Left, Key.Key_Space)
    assert window.pages.today.day == MONDAY - timedelta(days=1)


def test_days_to_come_cannot_be_chosen(calendar: MonthCalendar) -> None:
    tomorrow = calendar.grid.button_of(MONDAY + timedelta(days=1))
    assert not tomorrow.isEnabled()
    assert tomorrow.accessibleName() == "Tuesday 24 November, cannot be chosen"
    assert press(calendar, Key.Key_Right, Key.Key_Down, Key.Key_PageDown, Key.Key_End) == MONDAY
    assert not calendar.next.isEnabled()


def test_months_and_years_can_be_chosen_and_paged(calendar: MonthCalendar) -> None:
    calendar.previous.click()
    assert calendar.grid.day == date(2026, 10, 23)
    calendar.next.click()
    assert calendar.grid.day == MONDAY
    calendar.months.activated.emit(1)
    assert calendar.grid.day == date(2026, 2, 23)
    assert calendar.years.itemText(0) == "2016"
    calendar.years.activated.emit(0)
    assert calendar.grid.day == date(2016, 2, 23)
    calendar.previous.click()
    calendar.previous.click()
    assert calendar.years.currentText() == "2015"
    calendar.today_button.click()


def test_the_present_day_is_a_click_away(window: MainWindow) -> None:
    window.pages.today.show_day(date(2024, 2, 29))
    calendar = opened(window)
    assert calendar.grid.day == date(2024, 2, 29)
    calendar.today_button.click()
    assert window.pages.today.day == MONDAY


def test_each_day_says_how_much_was_kept(
    window: MainWindow, workspace: Workspace, sit: Habit, walk: Habit
) -> None:
    workspace.journal.log_entry(sit, MONDAY)
    for habit in (sit, walk):
        workspace.journal.log_entry(habit, MONDAY - timedelta(days=1))
        workspace.journal.rest(habit, MONDAY - timedelta(days=2))
    calendar = opened(window)

    def name(day: date) -> str:
        return calendar.grid.button_of(day).accessibleName()

    assert name(MONDAY) == "Monday 23 November, today, 1 of 2 done"
    assert name(MONDAY - timedelta(days=1)) == "Sunday 22 November, 2 of 2 done"
    resting = "Saturday 21 November, nothing planned, something noted"
    assert name(MONDAY - timedelta(days=2)) == resting
    assert name(date(2026, 10, 31)) == "Saturday 31 October, nothing planned"
    assert calendar.words.text() == "Monday 23 November: 1 of 2 done"
    press(calendar, Key.Key_Left)
    assert calendar.words.text() == "Sunday 22 November: 2 of 2 done"


def test_weeks_start_where_the_person_says(window: MainWindow, workspace: Workspace) -> None:
    workspace.settings.set(WEEK_START, 7)
    calendar = opened(window)
    assert calendar.grid.buttons[0].day == date(2026, 11, 1)


def test_tab_goes_from_part_to_part_and_meets_one_day(calendar: MonthCalendar) -> None:
    day = calendar.grid.button_of(MONDAY)
    met = []
    for _ in range(5):
        QTest.keyClick(calendar.focusWidget(), Key.Key_Tab)
        met.append(calendar.focusWidget())
    order = [calendar.today_button, calendar.previous, calendar.months, calendar.years, day]
    assert met == order


def test_a_click_beside_it_puts_it_away(window: MainWindow, calendar: MonthCalendar) -> None:
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(5, window.height() - 5))
    assert window.overlays.open is None


@pytest.mark.parametrize(("width", "height"), [(1180, 760), (900, 600), (640, 480)])
def test_it_stands_within_the_window(window: MainWindow, width: int, height: int) -> None:
    window.resize(width, height)
    calendar = opened(window)
    assert calendar.rect().contains(calendar.card.geometry())
    window.resize(900, 600)
    assert calendar.rect().contains(calendar.card.geometry())


def test_it_is_painted_in_light_and_dark(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, MONDAY)
    assert not opened(window).grab().isNull()
    window.overlays.close()
    window.set_theme(DARK)
    calendar = opened(window)
    QTest.mouseMove(calendar.grid.button_of(date(2026, 11, 3)))
    assert not calendar.grab().isNull()


@pytest.mark.parametrize(
    ("count", "look", "share"),
    [
        (DayCount(3, 3, True), Look.ALL, 1),
        (DayCount(4, 1, True), Look.SOME, 0.25),
        (DayCount(2, 0, False), Look.NONE, 0),
        (DayCount(0, 0, True), Look.NOTED, 0),
        (DayCount(0, 0, False), Look.FREE, 0),
    ],
)
def test_every_way_a_day_can_stand_has_a_shape(count: DayCount, look: Look, share: float) -> None:
    assert (look_of(count), share_of(count)) == (look, share)
    assert spoken_day(MONDAY, count, MONDAY).startswith("Monday 23 November, today, ")


@given(days, st.integers(1, 7))
def test_a_month_is_always_shown_whole(day: date, first_weekday: int) -> None:
    shown = days_of_month(day, first_weekday)
    assert len(shown) == DAYS_SHOWN
    assert shown[0].isoweekday() == first_weekday
    first, last = month_ends(day, date(2100, 1, 1))
    assert {first, day, last} <= set(shown)


@given(days, st.integers(-3000, 3000))
def test_months_lead_no_further_than_days_that_can_be_logged(day: date, months: int) -> None:
    there = months_on(day, months, MONDAY)
    assert FIRST_DAY <= there <= MONDAY
    away = (there.year - day.year) * 12 + there.month - day.month
    assert abs(away) <= abs(months)
    if FIRST_DAY < there < MONDAY:
        assert away == months


def test_before_the_first_day_there_is_nothing_to_choose(
    window: MainWindow, workspace: Workspace
) -> None:
    workspace.settings.set(WEEK_START, 7)
    window.pages.today.show_day(FIRST_DAY)
    calendar = opened(window)
    assert not calendar.grid.button_of(FIRST_DAY - timedelta(days=1)).isEnabled()
    assert press(calendar, Key.Key_Left, Key.Key_PageUp) == FIRST_DAY


def test_the_day_is_said_in_short_where_there_is_no_room(window: MainWindow) -> None:
    title = window.pages.today.header.title
    assert title.text() == "Monday 23 November"
    window.pages.today.header.resize(420, 60)
    window.pages.today.header.resize(400, 60)
    assert (title.text(), title.accessibleName()) == ("Mon 23 Nov", "Monday 23 November")
    window.pages.today.header.resize(1000, 60)
    window.pages.today.header.resize(1001, 60)
    assert title.text() == "Monday 23 November"
