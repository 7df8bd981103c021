"""The smaller cards: reminders, days off, closing steps, kept habits, public holidays."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.hours_text import hours_text, parse_hours
from selfcare_app.domain.one_offs import OneOffs
from selfcare_app.services import holidays as known_holidays
from selfcare_app.services.work_options import (
    BREATH_STEP,
    MOST_STEPS,
    NOTE_STEP,
    TOMORROW_STEP,
)
from selfcare_app.services.work_settings import BEFORE_END, REMINDER_NAMES
from selfcare_app.ui.boundaries.closing_card import ClosingCard
from selfcare_app.ui.boundaries.holidays_card import HolidaysCard, country_words
from selfcare_app.ui.boundaries.kept_habits_card import KeptHabitsCard
from selfcare_app.ui.boundaries.one_offs_card import OneOffsCard
from selfcare_app.ui.boundaries.reminders_card import RemindersCard
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import DARK, LIGHT
from tests.services.office import MONDAY, Office
from tests.ui.boundaries.conftest import BEGAN

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
FRIDAY = MONDAY + timedelta(days=4)
CHRISTMAS, NEW_YEAR = date(2026, 12, 24), date(2027, 1, 1)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    def shown(card: QWidget) -> None:
        qtbot.addWidget(card)
        card.resize(374, 400)
        card.show()
        card.activateWindow()
        QTest.qWaitForWindowActive(card)

    return shown


# Reminders


def test_a_setting_of_work_is_chosen_and_taken_back(
    office: Office, show: Callable[[QWidget], None]
) -> None:
    card = RemindersCard(office.workspace)
    show(card)
    before = card.controls["before_end"]
    assert before.currentText() == "30 min"
    before.setCurrentIndex(3)
    before.activated.emit(3)
    assert office.workspace.settings.get(BEFORE_END) == 15
    office.workspace.journal.undo()
    card.refresh()
    assert before.currentText() == "30 min"


def test_names_are_shown_only_once_that_is_ticked(
    office: Office, show: Callable[[QWidget], None]
) -> None:
    card = RemindersCard(office.workspace)
    show(card)
    box = card.controls["reminder_names"]
    assert "A small moment for you" in box.accessibleDescription()
    box.click()
    assert office.workspace.settings.get(REMINDER_NAMES)


def test_where_nothing_can_be_kept_a_card_says_so_and_shows_what_holds(
    office: Office, show: Callable[[QWidget], None]
) -> None:
    card = RemindersCard(office.workspace)
    show(card)
    office.workspace.database.row("PRAGMA query_only = 1")
    card.controls["reminder_names"].click()
    office.workspace.database.row("PRAGMA query_only = 0")
    assert card.sentence.isVisible()
    assert not card.controls["reminder_names"].isChecked()


# Days off and other hours


@pytest.fixture
def one_offs(office: Office, show: Callable[[QWidget], None]) -> OneOffsCard:
    office.workspace.journal.take_days_off(CHRISTMAS, NEW_YEAR, "Winter break")
    office.workspace.journal.plan_days(
        OneOffs(FRIDAY, FRIDAY, parse_hours("9:00-20:00")[0], "evening group")
    )
    office.workspace.journal.take_days_off(MONDAY - timedelta(days=7), MONDAY - timedelta(days=6))
    card = OneOffsCard(office.workspace)
    show(card)
    return card


def lines(card: OneOffsCard) -> list[str]:
    """What the buttons are about, which is what the lines say."""
    names = [button.accessibleName() for button in card.list.buttons]
    return [name.removeprefix("Change: ") for name in names if name.startswith("Change: ")]


def test_days_that_follow_on_stand_together_and_past_ones_are_gone(one_offs: OneOffsCard) -> None:
    assert lines(one_offs) == [
        "Fri 27 Nov, 9:00–20:00 · evening group",
        "24 Dec – 1 Jan 2027, off · Winter break",
    ]


def test_days_off_are_added(one_offs: OneOffsCard, office: Office) -> None:
    dialog = one_offs.ask(None)
    dialog.first.show_day(date(2026, 12, 4))
    assert dialog.last.day == date(2026, 12, 4)
    dialog.note.setText("  Training   day ")
    assert not dialog.hours.isVisible()
    dialog.act.click()
    assert office.work.plan().on(date(2026, 12, 4)).note == "Training day"
    assert lines(one_offs)[1] == "Fri 4 Dec, off · Training day"
    office.workspace.journal.undo()
    one_offs.refresh()
    assert len(lines(one_offs)) == 2


def test_other_hours_are_added(one_offs: OneOffsCard, office: Office) -> None:
    dialog = one_offs.ask(None)
    dialog.kind.setCurrentIndex(1)
    assert dialog.hours.isVisible()
    dialog.hours.setText("9:00-12:00")
    dialog.act.click()
    hours = office.work.plan().on(MONDAY).hours
    assert hours is not None
    assert hours_text(hours) == "09:00-12:00"


@pytest.mark.parametrize(
    ("hours", "last", "field", "sentence"),
    [
        ("25:00-26:00", MONDAY, "hours", "is not a time of day"),
        ("9:00-9:00", MONDAY, "hours", "ends when it starts"),
        ("9:00-12:00", MONDAY - timedelta(days=1), "last", "on or after the first"),
        ("9:00-12:00", MONDAY + timedelta(days=500), "last", "more than a year"),
    ],
)
def test_what_cannot_be_planned_is_said_beside_its_field(
    one_offs: OneOffsCard, office: Office, hours: str, last: date, field: str, sentence: str
) -> None:
    dialog = one_offs.ask(None)
    dialog.kind.setCurrentIndex(1)
    dialog.hours.setText(hours)
    dialog.last.show_day(last)
    dialog.act.click()
    assert sentence in dialog.problem_of(getattr(dialog, field))
    assert dialog.isVisible()
    assert dialog.hours.text() == hours
    dialog.reject()
    assert len(lines(one_offs)) == 2
    assert not office.work.plan().on(MONDAY).chosen_off


def test_a_change_of_days_is_one_step_to_take_back(one_offs: OneOffsCard, office: Office) -> None:
    change = next(button for button in one_offs.list.buttons if "Winter" in button.accessibleName())
    change.click()
    (dialog,) = (
        each for each in one_offs.window().findChildren(QWidget) if hasattr(each, "wanted")
    )
    dialog.first.show_day(date(2026, 12, 28))
    dialog.last.show_day(date(2026, 12, 30))
    dialog.act.click()
    assert lines(one_offs)[1] == "28 Dec – 30 Dec, off · Winter break"
    assert not office.work.plan().on(CHRISTMAS).chosen_off
    office.workspace.journal.undo()
    one_offs.refresh()
    assert lines(one_offs)[1] == "24 Dec – 1 Jan 2027, off · Winter break"


def test_days_are_taken_back(one_offs: OneOffsCard, office: Office) -> None:
    remove = [b for b in one_offs.list.buttons if b.accessibleName().startswith("Remove")]
    remove[1].click()
    assert len(lines(one_offs)) == 1
    assert not office.work.plan().on(CHRISTMAS).chosen_off


# Closing steps


@pytest.fixture
def closing(office: Office, show: Callable[[QWidget], None], icons: Icons) -> ClosingCard:
    card = ClosingCard(office.workspace, LIGHT, icons)
    show(card)
    return card


def steps(office: Office) -> tuple[str, ...]:
    return office.work.options.closing_steps()


def test_a_step_is_added_renamed_and_taken_away(closing: ClosingCard, office: Office) -> None:
    QTest.keyClicks(closing.new, "Close the door")
    QTest.keyClick(closing.new, Key.Key_Return)
    assert steps(office)[-1] == "Close the door"
    assert closing.new.text() == ""
    closing.rows[3].field.setText("Lock the door")
    QTest.keyClick(closing.rows[3].field, Key.Key_Return)
    assert steps(office)[-1] == "Lock the door"
    closing.rows[3].remove.click()
    assert steps(office) == (NOTE_STEP, TOMORROW_STEP, BREATH_STEP)
    office.workspace.journal.undo()
    closing.refresh()
    assert len(closing.rows) == 4


def test_a_step_without_words_goes(closing: ClosingCard, office: Office) -> None:
    closing.rows[0].field.setText("  ")
    QTest.keyClick(closing.rows[0].field, Key.Key_Return)
    assert steps(office) == (TOMORROW_STEP, BREATH_STEP)


def test_steps_are_moved_and_the_focus_goes_with_them(closing: ClosingCard, office: Office) -> None:
    closing.rows[0].down.setFocus()
    closing.rows[0].down.click()
    assert steps(office) == (TOMORROW_STEP, NOTE_STEP, BREATH_STEP)
    assert closing.rows[1].down.hasFocus()
    closing.rows[1].down.click()
    assert closing.rows[2].up.hasFocus()
    assert not closing.rows[2].down.isEnabled()
    closing.rows[2].up.click()
    assert steps(office) == (TOMORROW_STEP, NOTE_STEP, BREATH_STEP)


def test_a_usual_step_is_offered_again_once_it_is_gone(
    closing: ClosingCard, office: Office
) -> None:
    assert not closing.usual[BREATH_STEP].isVisible()
    closing.rows[2].remove.click()
    assert closing.usual[BREATH_STEP].isVisible()
    closing.usual[BREATH_STEP].click()
    assert steps(office)[-1] == BREATH_STEP


def test_no_more_steps_than_keep_it_short(closing: ClosingCard, office: Office) -> None:
    office.work.options.set_closing_steps([f"Step {number}" for number in range(MOST_STEPS)])
    closing.refresh()
    assert not closing.add.isEnabled()
    for row in range(MOST_STEPS):
        closing.rows[0].remove.setFocus()
        closing.rows[0].remove.click()
        assert len(closing.rows) == MOST_STEPS - 1 - row
    assert closing.new.hasFocus()


def test_other_colours_reach_the_card(closing: ClosingCard, icons: Icons) -> None:
    before = closing.grab().toImage()
    closing.set_theme(DARK, icons)
    assert closing.grab().toImage() != before


# Habits kept by the log


@pytest.fixture
def kept(office: Office, show: Callable[[QWidget], None]) -> KeptHabitsCard:
    journal = office.workspace.journal
    journal.add_habit(Habit("", "Stop & go", BEGAN, area="boundaries"))
    journal.add_habit(Habit("", "Read", BEGAN, area="hobbies"))
    journal.add_habit(
        Habit(
            "",
            "Breaks",
            BEGAN,
            area="boundaries",
            kind=Kind.MEASURED,
            target=3,
            direction=Direction.AT_LEAST,
        )
    )
    card = KeptHabitsCard(office.workspace)
    show(card)
    return card


def test_a_habit_about_boundaries_is_kept_from_today_on(
    kept: KeptHabitsCard, office: Office
) -> None:
    ((habit_id, box),) = kept.boxes.items()
    assert box.text() == "Stop && go"
    assert "at most 10 minutes" in kept.about.text()
    box.click()
    assert office.work.options.kept_habits() == {habit_id: MONDAY}
    box.click()
    assert office.work.options.kept_habits() == {}


def test_another_habit_is_chosen_from_a_list(kept: KeptHabitsCard, office: Office) -> None:
    assert [kept.others.itemText(n) for n in range(kept.others.count())] == [
        "Another habit…",
        "Read",
    ]
    kept.others.activated.emit(0)
    assert office.work.options.kept_habits() == {}
    kept.others.activated.emit(1)
    assert len(office.work.options.kept_habits()) == 1
    assert [box.text() for box in kept.boxes.values()] == ["Stop && go", "Read"]
    assert [box.isChecked() for box in kept.boxes.values()] == [False, True]
    assert not kept.others.isVisible()
    office.workspace.journal.undo()
    kept.refresh()
    assert len(kept.boxes) == 1


def test_the_focus_stays_when_another_habit_comes(kept: KeptHabitsCard, office: Office) -> None:
    next(iter(kept.boxes.values())).setFocus()
    office.workspace.journal.add_habit(Habit("", "Say no", BEGAN, area="boundaries"))
    kept.refresh()
    assert [box.hasFocus() for box in kept.boxes.values()] == [True, False]


# Public holidays


@pytest.fixture
def holidays(office: Office, show: Callable[[QWidget], None]) -> HolidaysCard:
    card = HolidaysCard(office.workspace)
    show(card)
    return card


def choose(card: HolidaysCard, code: str) -> None:
    card.country.setFocus()
    QTest.mousePress(card.country, Left)
    card.country.hidePopup()
    card.country.activated.emit(card.country.findData(code))


def test_the_countries_are_learnt_only_when_they_are_wanted(
    office: Office, show: Callable[[QWidget], None]
) -> None:
    card = HolidaysCard(office.workspace)
    assert card.country.count() == 1
    show(card)
    card.country.setFocus()
    assert card.country.count() > 100


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_country_and_a_region_are_chosen(holidays: HolidaysCard, office: Office) -> None:
    choose(holidays, "DE")
    assert office.work.options.holiday_place() == "DE"
    assert holidays.country.currentText() == "Germany"
    assert holidays.region.isVisible()
    holidays.region.activated.emit(holidays.region.findData("BY"))
    assert office.work.options.holiday_place() == "DE-BY"
    assert holidays.region.currentText() == "Bayern"
    assert holidays.next.text().splitlines()[0] == "Fri 25 Dec: Christmas Day"
    assert office.work.plan().on(date(2026, 12, 25)).chosen_off
    choose(holidays, "")
    assert office.work.options.holiday_place() == ""
    assert not holidays.next.isVisible()


def test_without_the_package_one_sentence_says_how_to_get_it(
    office: Office, show: Callable[[QWidget], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "holidays", None)
    card = HolidaysCard(office.workspace)
    show(card)
    card.country.setFocus()
    assert "selfcare[holidays]" in card.sentence.text()
    assert not card.country.isEnabled()


def test_regions_have_names_where_they_are_known() -> None:
    assert known_holidays.regions("DE")["BY"] == "Bayern"
    assert known_holidays.regions("VA") == {}
    assert "DE" in known_holidays.countries()
    assert country_words("DE") == "Germany"
    assert country_words("ZZ") == "ZZ"
