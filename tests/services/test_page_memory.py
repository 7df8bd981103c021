"""How a page was left stays so, and is no step for undo; what was put off comes back later."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.value import replace
from selfcare_app.services.history import Change
from selfcare_app.services.page_memory import FOLDED_AREAS, SILENCE_DAYS
from selfcare_app.services.silence import silent_habit
from selfcare_app.services.stats import changed_habits
from selfcare_app.services.workspace import Workspace

TODAY = date(2026, 11, 23)


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Sit", TODAY - timedelta(days=20)))


def test_folded_groups_stay_folded(workspace: Workspace, elsewhere: Workspace) -> None:
    assert workspace.memory.folded_areas() == frozenset()
    workspace.memory.fold({"movement", "support"})
    assert elsewhere.memory.folded_areas() == {"movement", "support"}
    workspace.memory.fold(())
    assert elsewhere.memory.folded_areas() == frozenset()


def test_folding_is_no_step_for_undo_and_takes_no_redo_away(
    workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.undo()
    workspace.memory.fold({"movement"})
    assert workspace.journal.redo() is not None
    assert workspace.records.habit(sit.id) == sit


def test_folding_drops_no_figures_and_says_nothing(workspace: Workspace) -> None:
    heard: list[Change] = []
    workspace.journal.listen(heard.append)
    workspace.memory.fold({"movement"})
    workspace.memory.fold({"movement"})
    assert [(change.title, change.quiet) for change in heard] == [("", True)]
    assert changed_habits(heard[0]) == set()


@pytest.mark.parametrize("kept", ["7", '{"a": 1}'])
def test_what_is_kept_in_another_form_folds_nothing(workspace: Workspace, kept: str) -> None:
    workspace.journal.keep_quietly(FOLDED_AREAS, kept)
    assert workspace.memory.folded_areas() == frozenset()


def test_a_silent_habit_is_asked_about(workspace: Workspace, sit: Habit) -> None:
    assert silent_habit(workspace) == sit
    workspace.journal.set_note(sit, TODAY - timedelta(days=14), "a word is enough")
    assert silent_habit(workspace) is None


def test_only_one_habit_is_asked_about_the_first_in_order(workspace: Workspace, sit: Habit) -> None:
    walk = workspace.journal.add_habit(Habit("", "Walk", sit.created))
    assert silent_habit(workspace) == sit
    workspace.memory.put_off(sit, TODAY)
    assert silent_habit(workspace) == walk


def test_a_question_that_was_put_off_comes_back_after_thirty_days(
    workspace: Workspace, sit: Habit
) -> None:
    workspace.memory.put_off(sit, TODAY)
    assert silent_habit(workspace) is None
    assert workspace.memory.is_put_off(sit, TODAY + timedelta(days=SILENCE_DAYS - 1))
    assert not workspace.memory.is_put_off(sit, TODAY + timedelta(days=SILENCE_DAYS))


def test_putting_off_can_be_undone(workspace: Workspace, sit: Habit) -> None:
    workspace.memory.put_off(sit, TODAY)
    change = workspace.journal.undo()
    assert change is not None and change.title == "“Sit” left as it is for now"
    assert silent_habit(workspace) == sit


@pytest.mark.parametrize("kept", ['"soon"', "7"])
def test_a_day_that_is_none_puts_nothing_off(workspace: Workspace, sit: Habit, kept: str) -> None:
    workspace.journal.set_setting("", f"silence_put_off:{sit.id}", kept)
    assert silent_habit(workspace) == sit


def test_an_archived_or_paused_habit_is_not_asked_about(workspace: Workspace, sit: Habit) -> None:
    workspace.journal.pause(sit, TODAY, TODAY)
    assert silent_habit(workspace) is None
    workspace.journal.undo()
    workspace.journal.archive_habit(sit)
    assert workspace.records.habit(sit.id) == replace(sit, archived=True)
    assert silent_habit(workspace) is None
