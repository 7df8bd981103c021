from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.transfer.report import Skipped
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import everything, no_room_left
from tests.services.transfer.conftest import Import
from tests.services.transfer.loop_files import (
    csv_habit,
    habit,
    measured,
    repetition,
    write_backup,
    write_export,
)

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)


def backup(path: Path, version: int = 25) -> Path:
    rows = [repetition(1, MONDAY), repetition(1, TUESDAY, 3), repetition(2, MONDAY, 2)]
    return write_backup(path, [habit(1, "Sit"), habit(2, "Call")], rows, version)


def export(path: Path) -> Path:
    days = {
        "001 Sit": [("2026-11-16", "YES_MANUAL", ""), ("2026-11-17", "NO", "x")],
        "002 Call": [],
    }
    return write_export(path, [csv_habit(1, "Sit"), csv_habit(2, "Call")], days)


def own_export(path: Path, other: Workspace) -> Path:
    other.journal.log_entry(other.journal.add_habit(Habit("", "Sit", MONDAY)), MONDAY)
    export_file(other, path, "json")
    return path


@pytest.mark.parametrize("source", ["loop-db", "loop-db before uuids", "loop-csv", "selfcare-json"])
def test_the_same_file_a_second_time_changes_nothing(
    source: str, tmp_path: Path, workspace: Workspace, other: Workspace
) -> None:
    path = tmp_path / "file"
    if source == "selfcare-json":
        own_export(path, other)
    elif source == "loop-csv":
        export(path)
    else:
        backup(path, version=25 if source == "loop-db" else 23)
    first = import_file(workspace, path, dry_run=False)
    kept = everything(workspace)
    done = workspace.journal.history.next_undo

    second = import_file(workspace, path, dry_run=False)

    assert source.startswith(first.format)
    assert len(kept) == first.habits + first.entries
    assert everything(workspace) == kept
    assert workspace.journal.history.next_undo is done
    assert (second.habits, second.entries, second.skipped) == (0, 0, [])
    assert second.unchanged == len(kept)
    assert second.lines()[0] == "There is nothing new in the file."


def test_one_undo_takes_a_whole_import_back_and_redo_brings_it_again(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    mine = workspace.journal.add_habit(Habit("", "Mine", MONDAY))
    import_here(backup(tmp_path / "loop.db"))
    kept = everything(workspace)

    undone = workspace.journal.undo()

    assert undone is not None
    assert undone.title == "Import of “loop.db”"
    assert everything(workspace) == [mine]
    workspace.journal.redo()
    assert everything(workspace) == kept


def test_after_an_undo_the_file_can_be_imported_again(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(backup(tmp_path / "loop.db"))
    workspace.journal.undo()

    report = import_here(tmp_path / "loop.db")

    assert (report.habits, report.entries) == (2, 3)


def test_a_dry_run_tells_the_same_and_changes_nothing(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = backup(tmp_path / "loop.db")

    told = import_file(workspace, path, dry_run=True)

    assert everything(workspace) == []
    assert workspace.journal.history.next_undo is None
    assert told.lines()[0] == "This would be added:"
    assert import_here(path).as_json() == told.as_json()


def test_a_newer_backup_adds_only_what_is_new(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(backup(tmp_path / "old.db"))
    rows = [repetition(1, MONDAY), repetition(1, WEDNESDAY), repetition(3, MONDAY)]
    habits = [habit(1, "Sit, renamed"), habit(2, "Call"), habit(3, "Draw")]

    report = import_here(write_backup(tmp_path / "new.db", habits, rows))

    assert (report.habits, report.entries, report.unchanged) == (1, 2, 3)
    sit, call, draw = workspace.records.habits()
    assert [kept.name for kept in (sit, call, draw)] == ["Sit", "Call", "Draw"]
    days = [entry.day for entry in workspace.records.entries_of(sit.id)]
    assert days == [MONDAY, TUESDAY, WEDNESDAY]


def test_a_newer_backup_with_uuids_finds_the_habits_of_one_without(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(backup(tmp_path / "old.db", version=21))

    report = import_here(backup(tmp_path / "new.db", version=25))

    assert (report.habits, report.entries, report.unchanged) == (0, 0, 5)


def test_two_phones_without_uuids_are_not_mixed(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(write_backup(tmp_path / "one.db", [habit(1, "Sit")], version=21))

    report = import_here(write_backup(tmp_path / "two.db", [habit(1, "Smoke")], version=21))

    assert report.habits == 1
    assert [kept.name for kept in workspace.records.habits()] == ["Sit", "Smoke"]


def test_a_uuid_that_stands_twice_in_a_file_means_its_first_habit(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [habit(1, "Sit", uuid="same"), habit(2, "Call", uuid="same"), habit(3, "Draw", uuid="")]
    path = write_backup(tmp_path / "loop.db", rows, [repetition(2, MONDAY)])

    assert import_here(path).habits == 3
    again = import_here(path)

    assert (again.habits, again.entries, again.unchanged) == (0, 0, 4)


def test_an_entry_here_that_disagrees_stays_and_is_counted(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(backup(tmp_path / "loop.db"))
    sit = workspace.records.habits()[0]
    workspace.journal.mark_not_done(sit, MONDAY, note="not yet")

    report = import_here(tmp_path / "loop.db")

    assert workspace.records.entry(sit.id, MONDAY) == Entry(
        sit.id, MONDAY, State.NOT_DONE, note="not yet"
    )
    assert report.skipped == [Skipped("entries", "different from what is here, which stays", 1)]


def test_a_habit_of_mine_with_the_same_name_is_left_alone(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    mine = workspace.journal.add_habit(Habit("", "Sit", MONDAY))

    report = import_here(backup(tmp_path / "loop.db"))

    assert report.habits == 2
    assert workspace.records.entries_of(mine.id) == []


def test_amounts_for_what_is_a_yes_no_habit_here_are_left_out(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(write_backup(tmp_path / "a.db", [habit(1)]))
    path = write_backup(tmp_path / "b.db", [measured(1)], [repetition(1, MONDAY, 2500)])

    report = import_here(path)

    assert report.skipped == [Skipped("entries", "they do not fit their habit", 1)]


def test_the_warning_about_areas_is_told_once_and_only_for_new_habits(
    tmp_path: Path, import_here: Import
) -> None:
    first = import_here(backup(tmp_path / "loop.db"))

    assert first.warnings == ["Loop has no practice areas; its habits are put under “Mindfulness”."]
    assert import_here(tmp_path / "loop.db").warnings == []


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, workspace: Workspace) -> None:
    rows = [repetition(1, date.fromordinal(MONDAY.toordinal() - back)) for back in range(2000)]
    path = write_backup(tmp_path / "loop.db", [habit(1)], rows)

    with no_room_left(workspace), pytest.raises(KnownError, match="disk is full"):
        import_file(workspace, path, dry_run=False)

    assert everything(workspace) == []
    assert workspace.journal.history.next_undo is None
    assert import_file(workspace, path, dry_run=False).entries == 2000
