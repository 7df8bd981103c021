"""Backup and restore of what the program works on."""

from datetime import date, datetime
from pathlib import Path

import pytest

from selfcare_app.domain.habit import Habit
from selfcare_app.services.backup import back_up, dated_backup, restore
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.store.db import StoreError
from tests.services.conftest import everything

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 16, 20, 5)


def test_a_backup_is_named_after_the_moment_and_never_takes_a_taken_name(tmp_path: Path) -> None:
    first = dated_backup(tmp_path, NOW)
    assert first == tmp_path / "selfcare-2026-11-23-162005.db"
    first.touch()
    second = dated_backup(tmp_path, NOW)
    assert second == tmp_path / "selfcare-2026-11-23-162005-2.db"
    second.touch()
    assert dated_backup(tmp_path, NOW) == tmp_path / "selfcare-2026-11-23-162005-3.db"


def test_going_back_shows_what_was_then_and_keeps_what_was_now(
    workspace: Workspace, tmp_path: Path
) -> None:
    habit = workspace.journal.add_habit(Habit("", "Sit", TODAY))
    workspace.journal.log_entry(habit, TODAY)
    then = everything(workspace)
    back_up(workspace, tmp_path / "then.db")
    workspace.journal.clear(habit, TODAY)
    workspace.journal.add_habit(Habit("", "Walk", TODAY))
    now = everything(workspace)
    assert workspace.statistics.of(habit).streaks.current == 0
    restore(workspace, tmp_path / "then.db", tmp_path / "now.db")
    assert workspace.statistics.of(habit).streaks.current == 1
    assert workspace.records.everything() == then
    kept = open_workspace(tmp_path / "now.db")
    assert kept.records.everything() == now
    kept.close()


def test_after_going_back_earlier_changes_rest(workspace: Workspace, tmp_path: Path) -> None:
    habit = workspace.journal.add_habit(Habit("", "Sit", TODAY))
    back_up(workspace, tmp_path / "then.db")
    workspace.journal.log_entry(habit, TODAY)
    workspace.journal.undo()
    restore(workspace, tmp_path / "then.db", tmp_path / "now.db")
    assert workspace.journal.undo() is None
    assert workspace.journal.redo() is None


def test_another_window_notices_that_everything_changed(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "empty.db")
    habit = workspace.journal.add_habit(Habit("", "Sit", TODAY))
    assert elsewhere.changed_elsewhere()
    assert elsewhere.records.habits() == [habit]
    restore(workspace, tmp_path / "empty.db", tmp_path / "now.db")
    assert elsewhere.changed_elsewhere()
    assert elsewhere.records.habits() == []


def test_a_file_that_cannot_be_restored_leaves_even_undo_as_it_was(
    workspace: Workspace, tmp_path: Path
) -> None:
    habit = workspace.journal.add_habit(Habit("", "Sit", TODAY))
    (tmp_path / "letter.txt").write_text("Dear Ann")
    with pytest.raises(StoreError):
        restore(workspace, tmp_path / "letter.txt", tmp_path / "now.db")
    assert everything(workspace) == [habit]
    assert workspace.journal.undo() is not None
