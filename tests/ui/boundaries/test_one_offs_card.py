"""Days off and one-offs: listed as a person thinks of them, added, changed and taken back."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.one_offs import OneOff
from selfcare_app.domain.workhours import Interval
from selfcare_app.ui.boundaries.one_off_dialog import OneOffDialog
from selfcare_app.ui.boundaries.one_off_list import OneOffRow
from selfcare_app.ui.boundaries.one_offs_card import OneOffsCard
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import DARK, LIGHT
from tests.services.office import MONDAY, TUESDAY, Office

pytestmark = [
    pytest.mark.usefixtures("in_britain"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

THURSDAY = MONDAY + timedelta(days=3)
LATE = (Interval(9 * 60, 20 * 60),)
BREAK = OneOff(date(2026, 12, 24), date(2027, 1, 1), (), "Winter break")


@pytest.fixture
def card(office: Office, icons: Icons, shown: Callable[[OneOffsCard], OneOffsCard]) -> OneOffsCard:
    """The card with a late evening and a winter break to come, and leave that is over."""
    journal = office.workspace.journal
    journal.set_work_hours(range(1, 6), parse_hours("9:00-18:00")[0], date(2026, 1, 1))
    journal.take_days_off(date(2026, 11, 2), date(2026, 11, 6), "Autumn leave")
    journal.plan_days(THURSDAY, THURSDAY, LATE, "evening group")
    journal.take_days_off(BREAK.first, BREAK.last, BREAK.note)
    return shown(OneOffsCard(office.workspace, LIGHT, icons))


def rows(card: OneOffsCard) -> list[tuple[str, str]]:
    return [(row.shown.days, row.shown.what) for row in card.coming.rows]


def choose(card: OneOffsCard, place: int, words: str) -> None:
    """Choose `words` from the menu of the row in that place, by keyboard."""
    button = card.coming.rows[place].more
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def choices(card: OneOffsCard, place: int) -> list[str]:
    menu = card.coming.menu_of(card.coming.rows[place])
    return [action.text() for action in menu.actions()]


def form_of(card: OneOffsCard) -> OneOffDialog:
    assert card.dialog is not None
    return card.dialog


def opened(card: OneOffsCard, kind: int = 0) -> OneOffDialog:
    card.add_button.click()
    form = form_of(card)
    form.kind.setCurrentIndex(kind)
    return form


def test_ranges_and_late_evenings_stand_as_a_person_says_them(card: OneOffsCard) -> None:
    assert rows(card) == [
        ("Thu 26 Nov", "until 20:00, evening group"),
        ("24 Dec – 1 Jan", "Winter break"),
    ]
    name = card.coming.rows[0].more.accessibleName()
    assert name == "Thu 26 Nov, until 20:00, evening group: change or take back"


@pytest.mark.parametrize(
    ("day", "hours", "note", "days", "what"),
    [
        (TUESDAY, "off", "", "Tue 24 Nov", "day off"),
        (TUESDAY, "8:00-18:00", "", "Tue 24 Nov", "08:00–18:00"),
        (TUESDAY, "9:00-13:00,14:00-18:00", "", "Tue 24 Nov", "09:00–13:00, 14:00–18:00"),
        (MONDAY + timedelta(days=5), "9:00-12:00", "course", "Sat 28 Nov", "09:00–12:00, course"),
        (date(2027, 9, 1), "off", "fair", "Wed 1 Sept 2027", "fair"),
    ],
)
def test_a_single_day_tells_its_hours_and_its_note(
    office: Office, card: OneOffsCard, day: date, hours: str, note: str, days: str, what: str
) -> None:
    office.workspace.journal.plan_days(day, day, parse_hours(hours)[0], note)
    card.refresh()
    assert (days, what) in rows(card)


def test_the_same_other_hours_on_several_days_are_told_whole(
    office: Office, card: OneOffsCard
) -> None:
    office.workspace.journal.plan_days(MONDAY, TUESDAY, LATE)
    card.refresh()
    assert rows(card)[0] == ("23 Nov – 24 Nov", "09:00–20:00")


def test_a_range_that_began_stays_whole_until_it_is_over(office: Office, card: OneOffsCard) -> None:
    office.at(BREAK.last, "10:00")
    card.refresh()
    assert rows(card) == [("24 Dec – 1 Jan", "Winter break")]
    office.at(BREAK.last + timedelta(days=1), "10:00")
    card.refresh()
    assert rows(card) == []
    assert card.earlier.rows[0].shown.one_off == BREAK


def test_what_is_over_waits_folded_away_the_latest_first(office: Office, card: OneOffsCard) -> None:
    assert not card.earlier.isVisible()
    card.fold.button.click()
    assert [row.shown.what for row in card.earlier.rows] == ["Autumn leave"]
    assert card.earlier.isVisible()
    office.workspace.journal.follow_the_week(date(2026, 11, 2), date(2026, 11, 6))
    card.refresh()
    assert not card.fold.isVisible()


def test_with_nothing_planned_it_says_so(office: Office, icons: Icons, qtbot: QtBot) -> None:
    card = OneOffsCard(office.workspace, LIGHT, icons)
    qtbot.addWidget(card)
    card.show()
    assert card.grab().height() > 0
    assert card.coming.rows == []
    assert not card.fold.isVisible()
    assert card.coming.nothing.isVisible()
    assert card.coming.nothing.text() == "Every day is as the week says."


def test_taking_back_lets_the_week_hold_again_in_one_step(
    office: Office, card: OneOffsCard
) -> None:
    choose(card, 1, "Take back")
    assert [each[1] for each in rows(card)] == ["until 20:00, evening group"]
    assert card.coming.rows[0].more.hasFocus()
    choose(card, 0, "Take back")
    assert rows(card) == []
    assert card.add_button.hasFocus()
    assert office.work.plan().on(THURSDAY).hours == (Interval(9 * 60, 18 * 60),)
    office.workspace.journal.undo()
    office.workspace.journal.undo()
    card.refresh()
    assert len(rows(card)) == 2


def test_of_leave_that_runs_the_days_that_were_lived_stay(
    office: Office, card: OneOffsCard
) -> None:
    office.at(date(2026, 12, 28), "10:00")
    card.refresh()
    assert choices(card, 0) == ["Change…", "Take back from today on"]
    choose(card, 0, "Take back from today on")
    assert rows(card) == []
    lived = card.earlier.rows[0].shown
    assert (lived.days, lived.what) == ("24 Dec – 27 Dec", "Winter break")
    assert office.work.plan().on(date(2026, 12, 28)).hours
    office.workspace.journal.undo()
    card.refresh()
    assert rows(card) == [("24 Dec – 1 Jan", "Winter break")]


@pytest.mark.parametrize("today", [BREAK.first, BREAK.last + timedelta(days=1)])
def test_leave_that_begins_today_or_is_over_is_taken_back_whole(
    office: Office, card: OneOffsCard, today: date
) -> None:
    office.at(today, "10:00")
    card.refresh()
    part = card.coming if today == BREAK.first else card.earlier
    [back] = [each for each in part.menu_of(part.rows[0]).actions() if each.text() == "Take back"]
    back.trigger()
    assert BREAK not in office.work.one_offs()
    assert len(office.work.one_offs()) == 2


def test_days_off_are_added_by_the_form_in_one_step(office: Office, card: OneOffsCard) -> None:
    form = opened(card)
    assert form.first.day == form.last.day == MONDAY
    assert not form.hours.isVisible()
    form.first.show_day(date(2026, 12, 4))
    assert form.last.day == date(2026, 12, 4)
    form.note.setText("  Training  day ")
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    assert card.dialog is None
    assert ("Fri 4 Dec", "Training day") in rows(card)
    office.workspace.journal.undo()
    card.refresh()
    assert len(rows(card)) == 2


def test_other_hours_are_typed_and_those_that_overlap_are_joined_and_told(
    card: OneOffsCard, qtbot: QtBot
) -> None:
    form = opened(card, kind=1)
    assert form.hours.isVisible()
    form.hours.setText("9:00-13:00, 12:00-19:00")
    with qtbot.waitSignal(card.told) as told:
        form.act.click()
    assert told.args == ["Hours that overlap were joined: 09:00–19:00."]
    assert rows(card)[0] == ("Mon 23 Nov", "until 19:00")


def test_one_that_is_there_is_changed_in_place(office: Office, card: OneOffsCard) -> None:
    choose(card, 1, "Change…")
    form = form_of(card)
    assert (form.first.day, form.last.day) == (BREAK.first, BREAK.last)
    assert form.note.text() == "Winter break"
    assert not form.about.isVisible()
    form.last.show_day(date(2026, 12, 26))
    form.act.click()
    assert rows(card)[1] == ("24 Dec – 26 Dec", "Winter break")
    assert office.work.plan().on(date(2026, 12, 30)).hours
    office.workspace.journal.undo()
    card.refresh()
    assert rows(card)[1][0] == "24 Dec – 1 Jan"


@pytest.mark.parametrize("by", [-2, 2])
def test_a_single_day_that_is_moved_stays_one(card: OneOffsCard, by: int) -> None:
    moved = THURSDAY + timedelta(days=by)
    choose(card, 0, "Change…")
    form = form_of(card)
    form.first.show_day(moved)
    assert form.last.day == moved
    form.act.click()
    assert card.coming.rows[0].shown.one_off == OneOff(moved, moved, LATE, "evening group")


def test_a_range_stays_one_however_its_first_day_is_moved(card: OneOffsCard) -> None:
    choose(card, 1, "Change…")
    form = form_of(card)
    for first, last in [(-3, 0), (0, 0), (2, 2), (-1, 0)]:
        form.first.show_day(BREAK.last + timedelta(days=first))
        assert form.last.day == BREAK.last + timedelta(days=last)


def test_a_last_day_that_was_chosen_stays_until_it_is_the_first_again(card: OneOffsCard) -> None:
    form = opened(card)
    form.last.show_day(TUESDAY)
    form.first.show_day(MONDAY - timedelta(days=1))
    assert form.last.day == TUESDAY
    form.last.show_day(MONDAY - timedelta(days=1))
    form.first.show_day(MONDAY - timedelta(days=3))
    assert form.last.day == MONDAY - timedelta(days=3)


def test_hours_that_are_there_can_be_typed_over(card: OneOffsCard) -> None:
    choose(card, 0, "Change…")
    form = form_of(card)
    assert form.hours.text() == "09:00-20:00"
    assert form.works
    form.reject()
    assert card.dialog is None
    assert len(rows(card)) == 2


def test_it_tells_which_days_are_planned_already(card: OneOffsCard) -> None:
    form = opened(card)
    form.first.show_day(THURSDAY)
    assert form.about.text() == "1 of these days is planned already; this takes its place."
    form.last.show_day(date(2026, 12, 25))
    assert form.about.text() == "3 of these days are planned already; this takes their place."


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("9:00-25:00", "“25:00” in “9:00-25:00” is not a time of day"),
        ("9:00-9:00", "ends when it starts"),
        ("late", "“late” is not a time of work"),
        ("  ", "Write the hours, such as 9:00-20:00."),
        ("off", "or choose “Day off” above"),
    ],
)
def test_hours_that_are_none_are_said_beside_the_field_and_nothing_is_lost(
    office: Office, card: OneOffsCard, typed: str, says: str
) -> None:
    form = opened(card, kind=1)
    form.note.setText("evening group")
    form.hours.setText(typed)
    form.act.click()
    assert says in form.problem_of(form.hours)
    assert form.focusWidget() is form.hours
    assert (form.isVisible(), form.hours.text()) == (True, typed)
    assert form.note.text() == "evening group"
    assert len(office.work.one_offs()) == 3


def test_hours_typed_on_a_day_off_are_not_asked_and_not_lost(
    office: Office, card: OneOffsCard
) -> None:
    form = opened(card, kind=1)
    form.hours.setText("25:00")
    form.kind.setCurrentIndex(0)
    form.kind.setCurrentIndex(1)
    assert form.hours.text() == "25:00"
    form.kind.setCurrentIndex(0)
    form.act.click()
    assert office.work.plan().on(MONDAY).chosen_off


def test_ranges_and_notes_that_cannot_be_are_said_beside_their_fields(card: OneOffsCard) -> None:
    form = opened(card)
    form.last.show_day(MONDAY - timedelta(days=1))
    form.act.click()
    assert "on or after the first" in form.problem_of(form.last)
    form.last.show_day(MONDAY + timedelta(days=366))
    form.act.click()
    assert "more than a year" in form.problem_of(form.last)
    form.last.show_day(MONDAY)
    form.note.setText("a" * 201)
    form.act.click()
    assert "up to 200 characters; this one has 201" in form.problem_of(form.note)
    assert form.isVisible()
    assert len(rows(card)) == 2


def test_when_it_cannot_be_written_the_form_stays_as_it_was_filled_in(
    office: Office, card: OneOffsCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise KnownError("The disk is full.")

    monkeypatch.setattr(office.workspace.journal, "plan_days", full)
    form = opened(card)
    form.note.setText("Training day")
    form.act.click()
    assert form.about.text() == "The disk is full."
    assert form.isVisible()
    assert form.note.text() == "Training day"


def test_a_refresh_leaves_the_focus_where_it_is(office: Office, card: OneOffsCard) -> None:
    card.coming.rows[1].more.setFocus()
    card.refresh()
    assert card.coming.rows[1].more.hasFocus()
    office.workspace.journal.take_days_off(MONDAY, MONDAY)
    card.refresh()
    assert card.coming.rows[1].more.hasFocus()


# Where the focus goes.


def focused(card: OneOffsCard) -> str:
    """What the row with the focus shows, or else the words of the button with it."""
    rows = [*card.coming.rows, *card.earlier.rows]
    found = [row.shown.what for row in rows if row.more.hasFocus()]
    widget = QApplication.focusWidget()
    assert widget is not None and widget.isVisible()
    return found[0] if found else widget.text() if isinstance(widget, QPushButton) else ""


def change(card: OneOffsCard, row: OneOffRow, first: date, last: date | None = None) -> None:
    """Move the one-off of `row` by its form."""
    row.more.setFocus()
    menu = card.coming.menu_of(row) if row in card.coming.rows else card.earlier.menu_of(row)
    menu.actions()[0].trigger()
    form = form_of(card)
    form.first.show_day(first)
    form.last.show_day(last or first)
    form.act.click()
    QTest.qWaitForWindowActive(card)


def test_what_was_changed_keeps_the_focus_wherever_it_stands_then(
    office: Office, card: OneOffsCard
) -> None:
    change(card, card.coming.rows[0], date(2027, 2, 3))
    assert [row.shown.days for row in card.coming.rows] == ["24 Dec – 1 Jan", "Wed 3 Feb"]
    assert card.coming.rows[1].more.hasFocus()
    change(card, card.coming.rows[1], TUESDAY)
    assert card.coming.rows[0].more.hasFocus()
    card.fold.button.click()
    change(card, card.earlier.rows[0], MONDAY)
    assert focused(card) == "Autumn leave"
    assert card.coming.rows[0].more.hasFocus()


def test_what_was_changed_and_is_joined_to_its_like_keeps_the_focus(
    office: Office, card: OneOffsCard
) -> None:
    office.workspace.journal.take_days_off(date(2027, 2, 1), date(2027, 2, 1), BREAK.note)
    card.refresh()
    change(card, card.coming.rows[2], BREAK.last + timedelta(days=1))
    assert card.coming.rows[1].shown.days == "24 Dec – 2 Jan"
    assert card.coming.rows[1].more.hasFocus()


def test_what_moves_to_those_that_are_over_takes_the_focus_along_or_leaves_it_beside(
    office: Office, card: OneOffsCard
) -> None:
    change(card, card.coming.rows[0], MONDAY - timedelta(days=1))
    assert focused(card) == "Winter break"
    change(card, card.coming.rows[0], MONDAY - timedelta(days=2))
    assert focused(card) == "Earlier"
    office.workspace.journal.undo()
    card.refresh()
    card.fold.button.click()
    change(card, card.coming.rows[0], MONDAY - timedelta(days=2))
    assert focused(card) == "Winter break"
    assert card.earlier.rows[1].more.hasFocus()


def test_what_was_lived_of_leave_that_runs_takes_the_focus_along(
    office: Office, card: OneOffsCard
) -> None:
    office.at(date(2026, 12, 28), "10:00")
    card.refresh()
    choose(card, 0, "Take back from today on")
    assert focused(card) == "Earlier"
    office.workspace.journal.undo()
    card.refresh()
    card.fold.button.click()
    choose(card, 0, "Take back from today on")
    assert card.earlier.rows[0].more.hasFocus()


def test_the_last_of_those_that_are_over_leaves_the_focus_in_the_card(
    office: Office, card: OneOffsCard
) -> None:
    card.fold.button.click()
    row = card.earlier.rows[0]
    row.more.setFocus()
    card.earlier.menu_of(row).actions()[1].trigger()
    assert not card.fold.isVisible()
    assert focused(card) == "Winter break"


def test_what_could_not_be_taken_back_keeps_the_focus(
    office: Office, card: OneOffsCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KnownError("The disk is full.")

    monkeypatch.setattr(office.workspace.journal, "follow_the_week", full)
    choose(card, 1, "Take back")
    assert focused(card) == "Winter break"


def test_another_theme_draws_the_buttons_anew(card: OneOffsCard, icons: Icons) -> None:
    buttons = (card.add_button, card.coming.rows[0].more, card.earlier.rows[0].more)
    before = [button.icon().pixmap(16).toImage() for button in buttons]
    card.set_theme(DARK, icons)
    after = [button.icon().pixmap(16).toImage() for button in buttons]
    assert all(one != other for one, other in zip(before, after, strict=True))
