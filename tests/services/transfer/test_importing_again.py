"""What holds for the files of every app: the same again, a newer one, and what is here already."""

from pathlib import Path

import pytest

from selfcare_app.domain.area import Area
from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.value import replace
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.transfer.recognise import FileFormat, recognise
from selfcare_app.services.transfer.report import Skipped
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import everything
from tests.services.transfer.conftest import Import
from tests.services.transfer.samples import FIRST, SAMPLES, write_sample

every_sample = pytest.mark.parametrize("name", SAMPLES)
with_areas = pytest.mark.parametrize(
    "name", ["habitbull.csv", "tickmate.db", "beaverhabits.json", "mhabit.json", "habo.json"]
)
with_reminders = pytest.mark.parametrize("name", ["rewire.db", "mhabit.json", "habo.json"])


@pytest.mark.parametrize("file_format", FileFormat)
def test_there_is_a_sample_of_each_format(file_format: FileFormat) -> None:
    assert file_format in {known for known, _ in SAMPLES.values()}


@every_sample
def test_a_file_is_known_by_its_content_whatever_its_name(name: str, tmp_path: Path) -> None:
    path = write_sample(tmp_path, name)

    assert recognise(path.rename(tmp_path / "letter.txt")) is SAMPLES[name][0]


@every_sample
def test_the_same_file_a_second_time_changes_nothing(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_sample(tmp_path, name)
    first = import_here(path)
    kept = everything(workspace)
    done = workspace.journal.history.next_undo

    second = import_here(path)

    assert (first.format, first.habits, first.entries) == (str(SAMPLES[name][0]), 2, 6)
    assert everything(workspace) == kept
    assert workspace.journal.history.next_undo is done
    assert (second.habits, second.entries, second.areas, second.reminders) == (0, 0, 0, 0)
    assert second.skipped == first.skipped
    assert second.unchanged == first.habits + first.entries + first.reminders
    assert second.lines()[0] == "There is nothing new in the file."


@every_sample
def test_a_newer_file_adds_only_what_is_new(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(write_sample(tmp_path, name, days=3))
    (tmp_path / name).unlink()

    report = import_here(write_sample(tmp_path, name, days=5))

    assert (report.habits, report.entries) == (0, 4)
    for kept in workspace.records.habits():
        assert len(workspace.records.entries_of(kept.id)) == 5


@every_sample
def test_one_undo_takes_all_of_it_back(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    mine = workspace.journal.add_habit(Habit("", "Sit", FIRST))

    import_here(write_sample(tmp_path, name))
    workspace.journal.undo()

    assert everything(workspace) == [mine]


@every_sample
def test_a_habit_of_mine_with_the_same_name_is_left_alone(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    mine = workspace.journal.add_habit(Habit("", "Sit", FIRST))

    report = import_here(write_sample(tmp_path, name))

    assert report.habits == 2
    assert workspace.records.entries_of(mine.id) == []


@every_sample
def test_what_i_said_of_a_day_stays_and_is_counted(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_sample(tmp_path, name)
    before = import_here(path).skipped
    (sit,) = (kept for kept in workspace.records.habits() if kept.name == "Sit")
    workspace.journal.mark_not_done(sit, FIRST, note="not yet")

    report = import_here(path)

    assert workspace.records.entry(sit.id, FIRST).state is State.NOT_DONE
    assert report.skipped == [
        *before,
        Skipped("entries", "different from what is here, which stays", 1),
    ]


@with_areas
def test_a_group_there_becomes_a_practice_area_here(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    report = import_here(write_sample(tmp_path, name))

    assert report.areas == 1
    (sit,) = (kept for kept in workspace.records.habits() if kept.name == "Sit")
    assert workspace.records.area(sit.area).title == "Quiet time"
    assert workspace.records.area(sit.area).own


@every_sample
def test_what_is_in_no_group_there_is_put_under_the_first_area_and_this_is_told_once(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    report = import_here(write_sample(tmp_path, name))

    ungrouped = [kept for kept in workspace.records.habits() if kept.area == "mindfulness"]
    told = [warning for warning in report.warnings if "“Mindfulness”" in warning]
    assert len(told) == (bool(ungrouped) and name != "selfcare.json")
    assert import_here(tmp_path / name).warnings == []


@with_areas
def test_a_practice_area_of_mine_that_is_called_so_takes_its_habits(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    garden = workspace.journal.add_area(Area("", "Garden", colour="moss"))
    mine = workspace.journal.add_area(Area("", "QUIET TIME", colour="rose"))

    report = import_here(write_sample(tmp_path, name))

    (sit,) = (kept for kept in workspace.records.habits() if kept.name == "Sit")
    assert (report.areas, sit.area) == (0, mine.key)
    assert [area for area in workspace.records.areas() if area.own] == [garden, mine]


@with_areas
def test_a_practice_area_that_i_renamed_stays_so(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(write_sample(tmp_path, name))
    (area,) = (area for area in workspace.records.areas() if area.own)
    workspace.journal.edit_area(replace(area, title="Calm"))
    (sit,) = (kept for kept in workspace.records.habits() if kept.name == "Sit")
    workspace.journal.delete_habit(sit)

    report = import_here(tmp_path / name)

    assert (report.habits, report.areas) == (1, 0)
    assert [area.title for area in workspace.records.areas() if area.own] == ["Calm"]


@with_reminders
def test_a_reminder_that_i_removed_does_not_come_back(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    assert import_here(write_sample(tmp_path, name)).reminders == 1
    (sit,) = (kept for kept in workspace.records.habits() if kept.name == "Sit")
    workspace.journal.edit_habit(sit, reminders=[Reminder("", sit.id, 60)])

    report = import_here(tmp_path / name)

    assert [kept.minute for kept in workspace.records.reminders()] == [60]
    assert Skipped("reminders", "different from what is here, which stays", 1) in report.skipped


@every_sample
def test_a_dry_run_tells_the_same_and_changes_nothing(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_sample(tmp_path, name)

    told = import_file(workspace, path, dry_run=True)

    assert everything(workspace) == []
    assert workspace.journal.history.next_undo is None
    assert import_here(path).as_json() == told.as_json()
