"""The week is planned by dragging, by keys and by typing; every change can be taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.workhours import DayHours, Hours
from selfcare_app.ui.boundaries.week.card import WeekCard
from selfcare_app.ui.boundaries.week.draft import Grip, Part
from selfcare_app.ui.boundaries.week.row_bar import RowBar
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import DARK, LIGHT
from tests.services.office import MONDAY, TUESDAY, Office

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def card(office: Office, icons: Icons, qtbot: QtBot) -> WeekCard:
    made = WeekCard(office.workspace, LIGHT, icons)
    qtbot.addWidget(made)
    made.resize(656, 380)
    made.refresh()
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    return made


def planned(office: Office, weekday: int, day: date = MONDAY) -> str:
    hours = office.work.plan().of_week(weekday, day)
    assert hours is not None
    return ", ".join(f"{each.start / 60:g}-{each.end / 60:g}" for each in hours)


def at(bar: RowBar, minute: int) -> QPoint:
    return QPoint(round(14 + bar.scale.place(minute)), bar.height() // 2)


def drag(bar: RowBar, begin: int, end: int, *, let_go: bool = True) -> None:
    QTest.mousePress(bar, Left, NONE, at(bar, begin))
    QTest.mouseMove(bar, at(bar, (begin + end) // 2))
    QTest.mouseMove(bar, at(bar, end))
    if let_go:
        QTest.mouseRelease(bar, Left, NONE, at(bar, end))


def test_it_shows_the_week(card: WeekCard) -> None:
    assert [row.field.text() for row in card.rows.values()] == [
        "9:00–18:00",
        "9:00–18:00",
        "9:00–13:00, 14:00–18:00",
        "9:00–18:00",
        "9:00–15:00",
        "Off",
        "Off",
    ]
    assert card.summary.text() == "41 h planned on 5 days"
    assert list(card.rows) == [1, 2, 3, 4, 5, 6, 7]
    assert card.rows[1].bar.now == 16 * 60 + 20
    assert card.rows[2].bar.now is None


def test_an_end_is_dragged_and_snaps(card: WeekCard, office: Office) -> None:
    drag(card.rows[1].bar, 18 * 60, 16 * 60 + 3)
    assert planned(office, 1) == "9-16"
    assert card.rows[1].field.text() == "9:00–16:00"
    office.workspace.journal.undo()
    assert planned(office, 1) == "9-18"


def test_a_start_is_dragged(card: WeekCard, office: Office) -> None:
    drag(card.rows[1].bar, 9 * 60, 10 * 60 + 30)
    assert planned(office, 1) == "10.5-18"


def test_a_whole_bar_is_dragged(card: WeekCard, office: Office) -> None:
    drag(card.rows[5].bar, 12 * 60, 13 * 60)
    assert planned(office, 5) == "10-16"


def test_a_new_interval_is_drawn_on_a_free_day(card: WeekCard, office: Office) -> None:
    drag(card.rows[6].bar, 10 * 60, 14 * 60)
    assert planned(office, 6) == "10-14"


def test_a_click_alone_changes_nothing(card: WeekCard, office: Office) -> None:
    before = office.workspace.journal.history.next_undo
    drag(card.rows[6].bar, 600, 603)
    drag(card.rows[1].bar, 720, 720)
    assert office.workspace.journal.history.next_undo is before


def test_escape_puts_a_drag_back(card: WeekCard, office: Office) -> None:
    bar = card.rows[1].bar
    drag(bar, 18 * 60, 16 * 60, let_go=False)
    QTest.keyClick(bar, Key.Key_Escape)
    QTest.mouseRelease(bar, Left, NONE, at(bar, 16 * 60))
    assert planned(office, 1) == "9-18"


def test_intervals_that_meet_become_one_and_that_is_said(card: WeekCard, office: Office) -> None:
    said: list[str] = []
    card.told.connect(said.append)
    drag(card.rows[3].bar, 13 * 60, 15 * 60)
    assert planned(office, 3) == "9-18"
    assert said == ["Hours that overlapped on Wednesday became one."]


def test_what_would_be_longer_than_a_day_is_refused_in_words(
    card: WeekCard, office: Office
) -> None:
    office.workspace.journal.set_work_hours([6], parse_hours("0:00-12:00,13:00-0:00")[0], MONDAY)
    card.refresh()
    said: list[str] = []
    card.told.connect(said.append)
    drag(card.rows[6].bar, 12 * 60, 13 * 60 + 30)
    assert said == ["Work hours without a gap must be shorter than a whole day."]
    assert planned(office, 6) == "0-12, 13-24"


def test_tab_goes_through_the_ends_and_on(card: WeekCard) -> None:
    bar = card.rows[3].bar
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [bar.grip]
    for _ in range(3):
        QTest.keyClick(bar, Key.Key_Tab)
        seen.append(bar.grip)
    assert seen == [Grip(n, part) for n in range(2) for part in (Part.START, Part.END)]
    assert bar.accessibleName() == "Wednesday, end of work, 18:00"
    QTest.keyClick(bar, Key.Key_Tab)
    assert not bar.hasFocus()
    QTest.keyClick(card.focusWidget(), Key.Key_Backtab)
    assert bar.grip == Grip(1, Part.END)


def test_keys_move_the_end_as_one_change(card: WeekCard, office: Office) -> None:
    bar = card.rows[1].bar
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar, Key.Key_Tab)
    for _ in range(3):
        QTest.keyClick(bar, Key.Key_Left)
    QTest.keyClick(bar, Key.Key_Right, SHIFT)
    assert card.rows[1].field.text() == "9:00–17:20"
    assert bar.accessibleName() == "Monday, end of work, 17:20"
    office.workspace.journal.undo()
    assert planned(office, 1) == "9-18"


def test_two_ends_moved_are_two_changes(card: WeekCard, office: Office) -> None:
    bar = card.rows[1].bar
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar, Key.Key_Right)
    QTest.keyClick(bar, Key.Key_Tab)
    QTest.keyClick(bar, Key.Key_Left)
    office.workspace.journal.undo()
    assert planned(office, 1) == "9.25-18"


def test_delete_takes_an_interval_away(card: WeekCard, office: Office) -> None:
    bar = card.rows[3].bar
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar, Key.Key_Delete)
    assert planned(office, 3) == "14-18"
    QTest.keyClick(bar, Key.Key_Delete)
    assert planned(office, 3) == ""
    assert card.rows[3].field.text() == "Off"
    QTest.keyClick(bar, Key.Key_Delete)
    assert bar.accessibleName() == "Wednesday, Off"


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("8:30-17", None, None),
        ("8:30-17:00", "8.5-17", "8:30–17:00"),
        ("9:00–12:00, 13:00–16:30", "9-12, 13-16.5", "9:00–12:00, 13:00–16:30"),
        ("22:00-6:00", "22-30", "22:00–6:00"),
        ("off", "", "Off"),
        ("", "", "Off"),
        ("OFF", "", "Off"),
    ],
)
def test_hours_are_typed(
    card: WeekCard, office: Office, typed: str, kept: str | None, shown: str | None
) -> None:
    row = card.rows[2]
    row.field.setText(typed)
    QTest.keyClick(row.field, Key.Key_Return)
    if kept is None:
        assert "is not a time of day" in row.problem.text()
        assert row.field.text() == typed
        assert planned(office, 2) == "9-18"
    else:
        assert planned(office, 2) == kept
        assert row.field.text() == shown


def test_leaving_the_field_is_as_good_as_return(card: WeekCard, office: Office) -> None:
    row = card.rows[2]
    row.field.setFocus()
    row.field.setText("10:00-16:00")
    card.rows[3].field.setFocus()
    assert planned(office, 2) == "10-16"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("9:00-9:00", "ends when it starts"),
        ("9:00-25:00", "is not a time of day"),
        ("morning", "is not a time of work"),
    ],
)
def test_what_cannot_be_used_stays_with_a_sentence(
    card: WeekCard, office: Office, typed: str, sentence: str
) -> None:
    row = card.rows[2]
    row.field.setText(typed)
    QTest.keyClick(row.field, Key.Key_Return)
    assert sentence in row.problem.text()
    assert row.problem.isVisible()
    card.refresh()
    assert row.field.text() == typed
    assert planned(office, 2) == "9-18"
    row.field.setText("9:00-17:00")
    QTest.keyClick(row.field, Key.Key_Return)
    assert not row.problem.isVisible()


def test_going_back_to_what_holds_takes_the_sentence_away(card: WeekCard) -> None:
    row = card.rows[2]
    row.field.setText("x")
    QTest.keyClick(row.field, Key.Key_Return)
    row.field.setText("9:00–18:00")
    QTest.keyClick(row.field, Key.Key_Return)
    assert not row.problem.isVisible()


def test_overlapping_hours_that_were_typed_become_one(card: WeekCard, office: Office) -> None:
    said: list[str] = []
    card.told.connect(said.append)
    row = card.rows[2]
    row.field.setText("9:00-13:00, 12:00-17:00")
    QTest.keyClick(row.field, Key.Key_Return)
    assert planned(office, 2) == "9-17"
    assert said == ["Hours that overlapped on Tuesday became one."]
    row.field.setText("9:00-13:00, 12:00-17:00")
    QTest.keyClick(row.field, Key.Key_Return)
    assert row.field.text() == "9:00–17:00"


def test_a_day_s_hours_are_copied_to_others(card: WeekCard, office: Office) -> None:
    card.rows[5].field.setFocus()
    dialog = card.ask_to_copy()
    assert dialog.heading.text() == "Friday: 9:00–15:00"
    dialog.act.click()
    assert dialog.problem_of(dialog.weekdays) == "Choose at least one day of the week."
    for weekday in (6, 7):
        dialog.weekdays.buttons[weekday].click()
    dialog.act.click()
    assert (planned(office, 6), planned(office, 7)) == ("9-15", "9-15")
    office.workspace.journal.undo()
    assert (planned(office, 6), planned(office, 7)) == ("", "")


def test_the_button_names_the_day_that_is_worked_on(card: WeekCard) -> None:
    assert card.copy.text() == "Copy Monday to…"
    drag(card.rows[5].bar, 15 * 60, 16 * 60)
    assert card.copy.text() == "Copy Friday to…"


def test_a_change_can_begin_on_a_later_day(card: WeekCard, office: Office) -> None:
    december = date(2026, 12, 1)
    card.begin.choice.setCurrentIndex(1)
    card.begin.choice.activated.emit(1)
    card.begin.day.show_day(december)
    drag(card.rows[2].bar, 18 * 60, 16 * 60)
    assert planned(office, 2, december) == "9-16"
    assert planned(office, 2) == "9-18"
    assert not card.later.isVisible()
    card.begin.choice.setCurrentIndex(0)
    card.begin.choice.activated.emit(0)
    assert card.rows[2].field.text() == "9:00–18:00"
    assert card.later.text().startswith("From 1 Dec on other hours are planned")


def test_what_is_planned_once_this_week_is_told(card: WeekCard, office: Office) -> None:
    thursday, friday = MONDAY + timedelta(days=3), MONDAY + timedelta(days=4)
    late: Hours = parse_hours("9:00-20:00")[0]
    office.workspace.journal.plan_day(DayHours(thursday, late, "evening group"))
    office.workspace.journal.take_days_off(friday, friday)
    card.refresh()
    once, off = card.rows[4].bar.one_off, card.rows[5].bar.one_off
    assert once is not None
    assert off is not None
    assert (once.hours, once.words) == (late, "26 Nov, once")
    assert (off.hours, off.words) == ((), "27 Nov, off")
    assert card.rows[4].bar.toolTip() == "26 Nov, once"


def test_an_overnight_shift_goes_on_beyond_midnight_and_today_is_still_yesterday(
    card: WeekCard, office: Office
) -> None:
    office.workspace.journal.set_work_hours([1], parse_hours("22:00-6:00")[0], MONDAY)
    office.at(TUESDAY, "01:30")
    card.refresh()
    assert card.rows[1].bar.now == 25 * 60 + 30
    assert card.rows[1].bar.scale.last == 30 * 60


def test_nothing_planned_is_said_calmly(card: WeekCard, office: Office) -> None:
    office.workspace.journal.set_work_hours(range(1, 8), (), date(2026, 1, 1))
    card.refresh()
    assert card.summary.text() == "Nothing is planned yet"
    drag(card.rows[1].bar, 600, 900)
    assert card.summary.text() == "5 h planned on 1 day"


def test_where_nothing_can_be_kept_it_says_so_and_shows_what_holds(
    card: WeekCard, office: Office
) -> None:
    said: list[str] = []
    card.problem.connect(said.append)
    office.workspace.database.row("PRAGMA query_only = 1")
    drag(card.rows[1].bar, 18 * 60, 16 * 60)
    office.workspace.database.row("PRAGMA query_only = 0")
    assert len(said) == 1
    assert card.rows[1].field.text() == "9:00–18:00"


def test_the_pointer_says_what_can_be_taken_hold_of(card: WeekCard) -> None:
    bar = card.rows[1].bar
    shapes = []
    for minute in (9 * 60, 12 * 60, 18 * 60, 21 * 60):
        QTest.mouseMove(bar, at(bar, minute))
        shapes.append(bar.cursor().shape())
    kinds = Qt.CursorShape
    assert shapes == [
        kinds.SizeHorCursor,
        kinds.OpenHandCursor,
        kinds.SizeHorCursor,
        kinds.CrossCursor,
    ]


def test_other_colours_reach_it(card: WeekCard, icons: Icons) -> None:
    before = card.grab().toImage()
    card.set_theme(DARK, icons)
    assert card.grab().toImage() != before
