"""Saying the same of many days, and words that are kept as they are typed, are one change."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import everything

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Sit", TODAY))


@pytest.fixture
def walk(workspace: Workspace) -> Habit:
    measured = Habit("", "Walk", TODAY, kind=Kind.MEASURED, target=20, direction=Direction.AT_LEAST)
    return workspace.journal.add_habit(measured)


def last_title(workspace: Workspace) -> str:
    change = workspace.journal.history.next_undo
    assert change is not None
    return change.title


@pytest.mark.parametrize(
    ("state", "value", "title"),
    [
        (State.DONE, 20, "4 days logged"),
        (State.NOT_DONE, None, "4 days marked as not done"),
        (State.REST, None, "Rest on 4 days"),
        (None, None, "4 days cleared"),
    ],
)
def test_many_days_are_marked_in_one_change_and_keep_their_notes(
    workspace: Workspace,
    sit: Habit,
    walk: Habit,
    state: State | None,
    value: float | None,
    title: str,
) -> None:
    workspace.journal.log_entry(walk, TODAY, 5, note="rain")
    before = everything(workspace)
    days = [(habit, day) for habit in (sit, walk) for day in (YESTERDAY, TODAY)]
    workspace.journal.mark_days(days, state)
    entry = workspace.records.entry(walk.id, TODAY)
    assert (entry.state, entry.value, entry.note) == (state, value, "rain")
    assert workspace.records.entry(sit.id, YESTERDAY).state is state
    assert last_title(workspace) == title
    workspace.journal.undo()
    assert everything(workspace) == before


def test_of_many_days_all_or_none_are_marked(workspace: Workspace, sit: Habit) -> None:
    before = everything(workspace)
    with pytest.raises(BadInput, match="has not come yet"):
        workspace.journal.mark_days([(sit, TODAY), (sit, TOMORROW)], State.DONE)
    assert everything(workspace) == before


def test_rest_for_a_range_leaves_alone_what_was_said(
    workspace: Workspace, sit: Habit, walk: Habit
) -> None:
    workspace.journal.log_entry(sit, YESTERDAY)
    workspace.journal.set_note(walk, TODAY, "knee")
    workspace.journal.rest_days([sit, walk], YESTERDAY, TODAY)
    states = [
        workspace.records.entry(habit.id, day).state
        for habit in (sit, walk)
        for day in (YESTERDAY, TODAY)
    ]
    assert states == [State.DONE, State.REST, State.REST, State.REST]
    assert workspace.records.entry(walk.id, TODAY).note == "knee"


def test_a_range_of_rest_must_lie_in_order_and_have_come(workspace: Workspace, sit: Habit) -> None:
    with pytest.raises(BadInput, match="on or after the first"):
        workspace.journal.rest_days([sit], TODAY, YESTERDAY)
    with pytest.raises(BadInput, match="has not come yet"):
        workspace.journal.rest_days([sit], TODAY, TOMORROW)
    assert workspace.records.entries_of(sit.id) == []


def test_a_note_kept_letter_by_letter_goes_with_one_undo(workspace: Workspace, sit: Habit) -> None:
    workspace.journal.set_note(sit, TODAY, "before")
    workspace.journal.set_note(sit, TODAY, "before a")
    for length in range(9, 14):
        workspace.journal.set_note(sit, TODAY, "before a walk"[:length], continued=True)
    assert workspace.records.entry(sit.id, TODAY).note == "before a walk"
    workspace.journal.undo()
    assert workspace.records.entry(sit.id, TODAY).note == "before"
    workspace.journal.redo()
    assert workspace.records.entry(sit.id, TODAY).note == "before a walk"


def test_what_was_typed_and_deleted_again_leaves_nothing_to_undo(
    workspace: Workspace, sit: Habit
) -> None:
    latest = workspace.journal.history.next_undo
    workspace.journal.set_note(sit, TODAY, "a")
    workspace.journal.set_note(sit, TODAY, "", continued=True)
    assert workspace.journal.history.next_undo is latest


def test_typing_goes_on_only_from_what_was_typed_last(workspace: Workspace, sit: Habit) -> None:
    journal = workspace.journal
    journal.set_note(sit, TODAY, "a")
    journal.set_note(sit, YESTERDAY, "b", continued=True)
    journal.undo()
    journal.set_note(sit, TODAY, "ab", continued=True)
    journal.undo()
    assert workspace.records.entry(sit.id, TODAY).note == "a"


def test_a_check_in_is_kept_as_it_is_typed(workspace: Workspace) -> None:
    workspace.journal.check_in(CheckIn(TODAY, note="t"))
    workspace.journal.check_in(CheckIn(TODAY, note="ti"), continued=True)
    workspace.journal.check_in(CheckIn(TODAY, note="tired"), continued=True)
    assert workspace.records.check_in(TODAY).note == "tired"
    workspace.journal.undo()
    assert everything(workspace) == []


def test_the_same_amount_is_logged_on_many_days(workspace: Workspace, walk: Habit) -> None:
    workspace.journal.set_note(walk, TODAY, "hills")
    workspace.journal.log_days([(walk, YESTERDAY), (walk, TODAY)], 12.5)
    entries = workspace.records.entries_of(walk.id)
    assert [(entry.value, entry.note) for entry in entries] == [(12.5, ""), (12.5, "hills")]
    assert last_title(workspace) == "2 days logged"
    workspace.journal.undo()
    assert [entry.value for entry in workspace.records.entries_of(walk.id)] == [None]


def test_an_amount_that_cannot_be_kept_is_logged_on_no_day(
    workspace: Workspace, walk: Habit, sit: Habit
) -> None:
    before = everything(workspace)
    for days in ([(walk, YESTERDAY), (sit, TODAY)], [(walk, YESTERDAY), (walk, TOMORROW)]):
        with pytest.raises(BadInput):
            workspace.journal.log_days(days, 3)
    assert everything(workspace) == before
