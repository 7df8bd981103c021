"""Habits that the work log keeps: ticked, explained, taken back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.services.work_settings import ON_TIME
from selfcare_app.ui.boundaries.kept_habits_card import KeptHabitsCard
from tests.services.office import MONDAY, Office

BEGUN = date(2026, 11, 1)


@pytest.fixture
def stopped(office: Office) -> Habit:
    habit = Habit("", "Stopped at my time", BEGUN, area="boundaries")
    return office.workspace.journal.add_habit(habit)


@pytest.fixture
def sit(office: Office) -> Habit:
    return office.workspace.journal.add_habit(Habit("", "Sit & breathe", BEGUN))


@pytest.fixture
def card(
    office: Office, stopped: Habit, sit: Habit, shown: Callable[[QWidget], QWidget]
) -> KeptHabitsCard:
    made = KeptHabitsCard(office.workspace)
    shown(made)
    return made


def test_a_boundary_habit_is_kept_from_today_on_once_it_is_ticked(
    office: Office, card: KeptHabitsCard, stopped: Habit
) -> None:
    box = card.boxes[stopped.id]
    assert not box.isChecked()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert office.work.options.kept_habits() == {stopped.id: MONDAY}
    assert card.boxes[stopped.id] is box
    assert box.hasFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert office.work.options.kept_habits() == {}
    office.workspace.journal.undo()
    card.refresh()
    assert box.isChecked()


def test_it_says_how_it_works_with_the_minutes_that_were_set(
    office: Office, card: KeptHabitsCard, stopped: Habit
) -> None:
    words = "Marked by itself when a day ended at most 10 minutes past its plan. "
    assert card.about.text() == f"{words}Your own word stands."
    assert card.boxes[stopped.id].accessibleDescription() == card.about.text()
    office.workspace.settings.set(ON_TIME, 0)
    card.refresh()
    assert card.about.text().startswith("Marked by itself when a day ended as planned.")


def test_any_other_yes_no_habit_can_be_added_and_goes_back_once_unticked(
    office: Office, card: KeptHabitsCard, sit: Habit, stopped: Habit
) -> None:
    later = office.workspace.journal.add_habit(Habit("", "Later to bed", BEGUN))
    card.refresh()
    assert list(card.boxes) == [stopped.id]
    card.others.setFocus()
    QTest.keyClick(card.others, Qt.Key.Key_Down)
    assert card.others.currentData() == later.id
    card.refresh()
    assert card.others.currentData() == later.id
    QTest.keyClick(card.others, Qt.Key.Key_Up)
    card.add_button.setFocus()
    QTest.keyClick(card.add_button, Qt.Key.Key_Space)
    box = card.boxes[sit.id]
    assert (box.isChecked(), box.hasFocus()) == (True, True)
    assert (box.text(), box.accessibleName()) == ("Sit && breathe", "Sit & breathe")
    assert card.others.findData(sit.id) == -1
    box.click()
    assert sit.id not in card.boxes
    assert card.others.hasFocus()
    assert office.work.options.kept_habits() == {}


def test_with_no_other_habit_none_is_offered(
    office: Office, card: KeptHabitsCard, sit: Habit
) -> None:
    card.add_button.click()
    assert list(office.work.options.kept_habits()) == [sit.id]
    assert not card.others.isVisible()
    assert not card.add_button.isVisible()


def test_what_cannot_be_kept_is_said_and_shown_as_it_was(
    office: Office, card: KeptHabitsCard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KnownError("The disk is full.")

    monkeypatch.setattr(office.work.options, "keep_habit", full)
    with qtbot.waitSignal(card.problem) as said:
        card.add_button.click()
    assert said.args == ["The disk is full."]
    assert len(card.boxes) == 1


def test_measured_habits_are_not_offered(office: Office, card: KeptHabitsCard) -> None:
    walk = Habit(
        "",
        "Brisk walk",
        BEGUN,
        area="boundaries",
        kind=Kind.MEASURED,
        target=20,
        direction=Direction.AT_LEAST,
    )
    kept = office.workspace.journal.add_habit(walk)
    card.refresh()
    assert kept.id not in card.boxes
    assert card.others.findText("Brisk walk") == -1


def test_a_long_name_is_shortened_and_told_whole(office: Office, card: KeptHabitsCard) -> None:
    name = "Stopped at the very time that I had planned in the morning"
    habit = office.workspace.journal.add_habit(Habit("", name, BEGUN, area="boundaries"))
    card.refresh()
    box = card.boxes[habit.id]
    assert box.text() == "Stopped at the very time that I had…"
    assert (box.accessibleName(), box.toolTip()) == (name, name)


def test_without_a_habit_it_says_what_would_be_one(office: Office, qtbot: QtBot) -> None:
    card = KeptHabitsCard(office.workspace)
    qtbot.addWidget(card)
    card.show()
    assert card.boxes == {}
    assert card.about.text().endswith("There is none yet.")
    assert not card.others.isVisible()
