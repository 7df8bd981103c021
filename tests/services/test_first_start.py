"""The first start: wanted once, where nothing was begun, and noted in the same change."""

from datetime import date

import pytest

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.value import replace
from selfcare_app.services.first_start import finish_welcome, welcome_wanted
from selfcare_app.services.settings import WELCOMED
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import everything

TODAY = date(2026, 11, 23)
SIT = Habit("", "Sit", TODAY)
WALK = Habit("", "Walk", TODAY, area="movement")


def test_the_welcome_is_wanted_where_nothing_was_begun(workspace: Workspace) -> None:
    assert welcome_wanted(workspace)


def test_whoever_has_habits_is_not_welcomed(workspace: Workspace) -> None:
    workspace.journal.add_records("Import", [replace(SIT, id="sit", archived=True)])
    assert not welcome_wanted(workspace)


def test_chosen_habits_are_one_change_that_also_notes_the_welcome(workspace: Workspace) -> None:
    finish_welcome(workspace, [SIT, WALK])
    kept = workspace.records.habits()
    assert [(habit.name, habit.position) for habit in kept] == [("Sit", 0), ("Walk", 1)]
    assert all(habit.id for habit in kept)
    assert workspace.settings.get(WELCOMED)
    change = workspace.journal.undo()
    assert change is not None
    assert change.title == "2 habits added"
    assert everything(workspace) == []
    workspace.journal.redo()
    assert workspace.records.habits() == kept
    assert not welcome_wanted(workspace)


def test_skipping_is_noted_and_noted_once(workspace: Workspace) -> None:
    finish_welcome(workspace, [])
    assert workspace.records.habits() == []
    assert not welcome_wanted(workspace)
    finish_welcome(workspace, [])
    workspace.journal.undo()
    assert workspace.journal.undo() is None


def test_later_habits_come_after_those_that_are_there(workspace: Workspace) -> None:
    finish_welcome(workspace, [SIT])
    change = workspace.journal.history.next_undo
    assert change is not None
    assert change.title == "“Sit” added"
    finish_welcome(workspace, [WALK])
    assert [habit.position for habit in workspace.records.habits()] == [0, 1]


def test_a_habit_that_cannot_be_kept_keeps_all_from_being_kept(workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="needs a name"):
        finish_welcome(workspace, [SIT, replace(WALK, name=" ")])
    with pytest.raises(BadInput, match="no target"):
        finish_welcome(workspace, [SIT, replace(WALK, target=3.0)])
    assert everything(workspace) == []
    assert welcome_wanted(workspace)
