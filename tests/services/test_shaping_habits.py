"""Habits and areas are shaped, put away, deleted and brought back, each as one change."""

from datetime import date

import pytest

from selfcare_app.domain.area import AREAS, Area
from selfcare_app.domain.entry import State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.schedule import TimesPerWeek
from selfcare_app.domain.value import replace
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import everything

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)
EVENING = Reminder("", "", 20 * 60)


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Sit", TODAY))


@pytest.fixture
def walk(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Walk", TODAY, area="movement"))


def shown(workspace: Workspace) -> list[str]:
    return [habit.name for habit in workspace.records.habits()]


def test_a_habit_takes_other_words_and_another_schedule(workspace: Workspace, sit: Habit) -> None:
    changed = replace(sit, name="  Sit  still ", schedule=TimesPerWeek(3), cue="after coffee")
    workspace.journal.edit_habit(changed)
    assert workspace.records.habit(sit.id) == replace(changed, name="Sit still")
    change = workspace.journal.undo()
    assert change is not None and change.title == "“Sit still” changed"
    assert workspace.records.habit(sit.id) == sit


def test_a_habit_that_cannot_be_kept_stays_as_it_was(workspace: Workspace, sit: Habit) -> None:
    with pytest.raises(BadInput, match="needs a name"):
        workspace.journal.edit_habit(replace(sit, name="  "))
    assert workspace.records.habit(sit.id) == sit


def test_reminders_are_kept_with_their_habit_in_one_change(workspace: Workspace) -> None:
    habit = workspace.journal.add_habit(
        Habit("", "Sit", TODAY), [EVENING, replace(EVENING, minute=9)]
    )
    reminders = workspace.records.reminders(habit.id)
    assert [(reminder.minute, reminder.habit_id) for reminder in reminders] == [
        (9, habit.id),
        (20 * 60, habit.id),
    ]
    workspace.journal.undo()
    assert everything(workspace) == []


def test_editing_keeps_known_reminders_adds_new_and_takes_others_away(
    workspace: Workspace, sit: Habit, walk: Habit
) -> None:
    journal = workspace.journal
    journal.edit_habit(sit, [EVENING, replace(EVENING, minute=600)])
    journal.edit_habit(walk, [EVENING])
    _, evening = workspace.records.reminders(sit.id)
    journal.edit_habit(sit, [replace(evening, weekdays=frozenset({1})), replace(EVENING, minute=5)])
    kept = workspace.records.reminders(sit.id)
    assert [(reminder.minute, reminder.id == evening.id) for reminder in kept] == [
        (5, False),
        (20 * 60, True),
    ]
    assert len(workspace.records.reminders()) == 3
    journal.edit_habit(sit)
    assert workspace.records.reminders(sit.id) == kept
    with pytest.raises(BadInput, match="needs a time"):
        journal.edit_habit(sit, [replace(EVENING, minute=2000)])


def test_an_archived_habit_is_put_away_with_all_that_was_logged(
    workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, TODAY)
    workspace.journal.archive_habit(sit)
    assert shown(workspace) == []
    (archived,) = workspace.records.habits(archived=True)
    assert len(workspace.records.entries_of(archived.id)) == 1
    workspace.journal.bring_back(archived)
    assert workspace.records.habits() == [sit]


def test_a_deleted_habit_takes_what_hangs_on_it_out_of_sight_and_back(
    workspace: Workspace, sit: Habit, walk: Habit
) -> None:
    journal, records = workspace.journal, workspace.records
    measured = replace(walk, unit="min")
    journal.log_entry(sit, YESTERDAY, note="quiet")
    journal.pause(sit, TODAY, TODAY)
    journal.pause(None, TODAY, TODAY)
    journal.edit_habit(sit, [EVENING])
    before = everything(workspace)
    journal.delete_habit(sit)
    assert shown(workspace) == [measured.name]
    assert [pause.habit_id for pause in records.pauses()] == [None]
    assert (records.reminders(), records.timers()) == ([], [])
    assert records.deleted_habits() == [sit]
    journal.undo()
    assert everything(workspace) == before
    journal.redo()
    (deleted,) = records.deleted_habits()
    journal.bring_back(deleted)
    assert everything(workspace) == before


def test_habits_stand_in_the_order_they_were_put_in(workspace: Workspace, sit: Habit) -> None:
    journal = workspace.journal
    breathe = journal.add_habit(Habit("", "Breathe", TODAY))
    read = journal.add_habit(Habit("", "Read", TODAY))
    journal.arrange_habits([read, sit, breathe])
    assert shown(workspace) == ["Read", "Sit", "Breathe"]
    journal.arrange_habits([replace(read, area="hobbies"), breathe, sit])
    assert shown(workspace) == ["Breathe", "Sit", "Read"]
    journal.undo()
    assert shown(workspace) == ["Read", "Sit", "Breathe"]


def test_habits_that_share_a_place_can_be_ordered_all_the_same(workspace: Workspace) -> None:
    habits = [Habit(name, name, TODAY, position=4) for name in ("a", "b", "c")]
    workspace.journal.add_records("Merged", habits)
    workspace.journal.arrange_habits(habits[::-1])
    assert shown(workspace) == ["c", "b", "a"]


# Practice areas.


def garden(workspace: Workspace) -> Area:
    return workspace.journal.add_area(Area("", " The  garden ", colour="moss"))


def test_an_own_area_stands_after_the_six(workspace: Workspace, sit: Habit, walk: Habit) -> None:
    area = garden(workspace)
    assert workspace.records.areas() == [*AREAS, area]
    assert workspace.records.area(area.key).title == "The garden"
    workspace.journal.edit_habit(replace(sit, area=area.key))
    assert shown(workspace) == ["Walk", "Sit"]
    second = workspace.journal.add_area(Area("", "Attic", colour="slate"))
    assert workspace.records.areas()[-2:] == [area, second]


def test_an_area_that_nobody_knows_is_called_by_its_key(workspace: Workspace) -> None:
    found = workspace.records.area("of another program")
    assert (found.title, found.own) == ("of another program", True)


def test_an_own_area_takes_another_title_and_colour(workspace: Workspace) -> None:
    area = garden(workspace)
    workspace.journal.edit_area(replace(area, title="Roof", colour="azure"))
    assert workspace.records.area(area.key).title == "Roof"
    with pytest.raises(BadInput, match="Choose a colour"):
        workspace.journal.edit_area(replace(area, colour="red"))
    workspace.journal.undo()
    assert workspace.records.area(area.key) == area


def test_habits_of_a_deleted_area_move_in_the_same_change(
    workspace: Workspace, sit: Habit, walk: Habit
) -> None:
    area = garden(workspace)
    journal = workspace.journal
    journal.edit_habit(replace(sit, area=area.key, archived=True))
    before = everything(workspace)
    with pytest.raises(BadInput, match="another practice area"):
        journal.delete_area(area, area.key)
    journal.delete_area(area, "support")
    assert workspace.records.areas() == list(AREAS)
    moved = workspace.records.habit(sit.id)
    assert moved is not None and moved.area == "support"
    journal.undo()
    assert everything(workspace) == before


# Pauses.


def test_a_pause_is_made_changed_and_removed(workspace: Workspace, sit: Habit) -> None:
    journal, records = workspace.journal, workspace.records
    pause = journal.pause(sit, YESTERDAY, TODAY, "flu")
    assert records.pauses() == [pause]
    changed = replace(pause, first=TODAY)
    journal.change_pause(changed)
    assert records.pauses() == [changed]
    journal.remove_pause(changed)
    assert records.pauses() == []
    for expected in ([changed], [pause], []):
        journal.undo()
        assert records.pauses() == expected


def test_a_pause_that_ends_before_it_begins_is_refused_in_words(
    workspace: Workspace, sit: Habit
) -> None:
    with pytest.raises(BadInput, match="must end on or after the day it begins"):
        workspace.journal.pause(None, TODAY, YESTERDAY)
    pause = workspace.journal.pause(None, TODAY, TODAY)
    with pytest.raises(BadInput, match="must end on or after"):
        workspace.journal.change_pause(replace(pause, last=YESTERDAY))
    assert workspace.records.pauses() == [pause]


def test_a_pause_over_entries_leaves_them_as_they_are(workspace: Workspace, sit: Habit) -> None:
    workspace.journal.log_entry(sit, TODAY)
    workspace.journal.pause(sit, YESTERDAY, TODAY)
    assert workspace.records.entry(sit.id, TODAY).state is State.DONE
    assert workspace.statistics.of(sit).streaks.current == 1
