"""A habit that was deleted is erased for good: from the file, and from what undo remembers."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.value import replace
from selfcare_app.domain.worklog import WorkLog
from selfcare_app.services.history import Change
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.db import StoreError
from tests.services.conftest import everything, no_room_left

TODAY = date(2026, 11, 23)
SECRET = "Zwetschgenmus"


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Sit", TODAY))


@pytest.fixture
def secret(workspace: Workspace) -> Habit:
    """A habit about which there is something of every kind, deleted."""
    journal = workspace.journal
    habit = journal.add_habit(Habit("", SECRET, TODAY), [Reminder("", "", 540)])
    for back in range(40):
        journal.set_note(habit, TODAY - timedelta(days=back), f"{SECRET} {back}")
    journal.pause(habit, TODAY, TODAY, SECRET)
    workspace.memory.put_off(habit, TODAY)
    workspace.work.options.keep_habit(habit.id, TODAY)
    journal.keep_work_log("Logged", WorkLog(TODAY - timedelta(days=60)), {habit.id: True})
    journal.delete_habit(habit)
    return habit


def bytes_on_disk(workspace: Workspace) -> bytes:
    return b"".join(path.read_bytes() for path in workspace.folder.glob("selfcare.db*"))


def test_not_one_byte_of_it_is_left_in_the_data_folder(
    workspace: Workspace, sit: Habit, secret: Habit
) -> None:
    assert SECRET.encode() in bytes_on_disk(workspace)
    workspace.journal.erase_habit(secret)
    assert SECRET.encode() not in bytes_on_disk(workspace)
    assert secret.id.encode() not in bytes_on_disk(workspace)
    assert everything(workspace) == [sit]
    assert not workspace.records.deleted_habits()


def test_undo_cannot_bring_it_back_and_goes_on_with_what_was_before(
    workspace: Workspace, sit: Habit, secret: Habit
) -> None:
    workspace.journal.erase_habit(secret)
    change = workspace.journal.undo()
    assert change is not None and change.title == "“Sit” added"
    assert workspace.journal.undo() is None
    assert everything(workspace) == []


def test_redo_cannot_bring_it_back_either(workspace: Workspace, secret: Habit) -> None:
    workspace.journal.bring_back(secret)
    workspace.journal.undo()
    workspace.journal.erase_habit(secret)
    assert workspace.journal.redo() is None


def test_a_change_about_several_habits_keeps_its_part_about_the_others(
    workspace: Workspace, sit: Habit
) -> None:
    journal = workspace.journal
    walk = journal.add_habit(Habit("", "Walk", TODAY))
    journal.arrange_habits([walk, sit])
    journal.delete_habit(walk)
    journal.erase_habit(walk)
    change = journal.undo()
    assert change is not None and change.title == "New order of habits"
    assert workspace.records.habit(sit.id) == sit
    assert workspace.records.habit(walk.id) is None


def test_listeners_hear_that_it_is_gone_and_that_nothing_leads_back(
    workspace: Workspace, secret: Habit
) -> None:
    heard: list[Change] = []
    workspace.journal.listen(heard.append)
    workspace.journal.erase_habit(secret)
    assert [(change.title, change.quiet) for change in heard] == [(f"“{SECRET}” erased", True)]


def test_with_no_room_for_a_new_file_one_is_told_that_traces_may_remain(
    workspace: Workspace, secret: Habit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(workspace.database, "rewrite", fail)
    with pytest.raises(StoreError, match="traces may remain"):
        workspace.journal.erase_habit(secret)
    assert not workspace.records.deleted_habits()


def test_what_cannot_be_erased_stays_wholly(workspace: Workspace, secret: Habit) -> None:
    change = workspace.journal.history.next_undo
    workspace.database.row("PRAGMA query_only = ON")
    with pytest.raises(StoreError):
        workspace.journal.erase_habit(secret)
    workspace.database.row("PRAGMA query_only = OFF")
    assert workspace.records.deleted_habits() == [replace(secret)]
    assert workspace.journal.history.next_undo == change


def test_another_program_that_reads_is_named_and_the_habit_is_erased_all_the_same(
    workspace: Workspace, elsewhere: Workspace, secret: Habit
) -> None:
    workspace.database.row("PRAGMA busy_timeout = 1")
    elsewhere.database.row("BEGIN")
    elsewhere.database.row("SELECT note FROM entry")
    with pytest.raises(StoreError, match="traces may remain"):
        workspace.journal.erase_habit(secret)
    assert not workspace.records.deleted_habits()


def test_a_full_disk_does_not_keep_a_habit_from_being_erased(
    workspace: Workspace, secret: Habit
) -> None:
    with no_room_left(workspace):
        workspace.journal.erase_habit(secret)
    assert SECRET.encode() not in bytes_on_disk(workspace)
