"""The tables in our zip file that other trackers import, read by our own reader of them."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.record import Record
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.domain.value import replace
from selfcare_app.services.transfer import loop_csv
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.workspace import Workspace
from tests.services.transfer.conftest import Import

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
SIT = Habit("sit", "Sit", MONDAY, cue="After coffee", notes="Quietly")
WALK = Habit(
    "walk",
    "Walk: “far”/away?",
    MONDAY,
    kind=Kind.MEASURED,
    target=2.5,
    direction=Direction.AT_MOST,
    unit="km",
    colour="#1976D2",
    position=1,
    archived=True,
)


def read_back(workspace: Workspace, path: Path, *records: Record) -> FileContent:
    """What our reader of Loop's export finds in our own zip file of `records`."""
    workspace.journal.add_records("All", records)
    export_file(workspace, path, None)
    return loop_csv.read(path, workspace.today())


def test_other_trackers_find_habits_and_days_as_loop_writes_them(
    workspace: Workspace, tmp_path: Path
) -> None:
    entries = [
        Entry("sit", MONDAY, State.DONE, note="slow, then quick"),
        Entry("sit", TUESDAY, State.REST),
        Entry("sit", date(2026, 11, 18), State.NOT_DONE),
        Entry("sit", date(2026, 11, 19), note="a note alone"),
        Entry("walk", MONDAY, State.DONE, 2.345),
        Entry("walk", TUESDAY, State.DONE, 0.0),
        Entry("walk", date(2026, 11, 18), State.REST),
        Entry("walk", date(2026, 11, 19), State.DONE, 0.002),
    ]

    content = read_back(workspace, tmp_path / "all.zip", SIT, WALK, *entries)

    found = {each.habit.name: each.habit for each in content.habits}
    sit, walk = found["Sit"], found["Walk: “far”/away?"]
    assert sit == replace(SIT, id=sit.id, origin=sit.origin, colour="#00897B")
    assert walk == replace(WALK, id=walk.id, origin=walk.origin)
    renamed = {sit.id: "sit", walk.id: "walk"}
    again = [replace(entry, habit_id=renamed[entry.habit_id]) for entry in content.entries]
    assert sorted(again, key=lambda entry: (entry.habit_id, entry.day)) == entries
    assert not content.skipped


@pytest.mark.parametrize(
    ("schedule", "found", "target"),
    [
        (EVERY_DAY, EVERY_DAY, 2.0),
        (Weekdays(frozenset({1, 3, 5})), TimesInDays(3, 7), 6.0),
        (TimesPerWeek(3), TimesInDays(3, 7), 2.0),
        (TimesPerMonth(4), TimesInDays(4, 30), 2.0),
        (TimesInDays(2, 5), TimesInDays(2, 5), 2.0),
    ],
)
def test_schedules_become_how_often_in_how_many_days(
    schedule: Schedule, found: Schedule, target: float, workspace: Workspace, tmp_path: Path
) -> None:
    habit = replace(WALK, schedule=schedule, target=2.0)

    content = read_back(workspace, tmp_path / "all.zip", habit)

    (kept,) = (each.habit for each in content.habits)
    assert (kept.schedule, kept.target) == (found, target)


def test_an_amount_that_loop_would_take_for_a_day_off_is_a_thousandth_less(
    workspace: Workspace, tmp_path: Path
) -> None:
    entry = Entry("walk", MONDAY, State.DONE, 0.003)

    content = read_back(workspace, tmp_path / "all.zip", WALK, entry)

    assert [(found.state, found.value) for found in content.entries] == [(State.DONE, 0.002)]


@pytest.mark.parametrize(
    ("state", "found"),
    [(State.DONE, []), (State.NOT_DONE, [(State.DONE, 0.0)]), (State.REST, [(State.REST, None)])],
)
def test_a_measured_day_without_an_amount_is_what_loop_can_say_of_it(
    state: State, found: list[object], workspace: Workspace, tmp_path: Path
) -> None:
    content = read_back(workspace, tmp_path / "all.zip", WALK, Entry("walk", MONDAY, state))

    assert [(entry.state, entry.value) for entry in content.entries] == found


@pytest.mark.parametrize("colour", ["moss", "unknown"])
def test_colours_are_written_as_loop_writes_them(
    colour: str, workspace: Workspace, tmp_path: Path
) -> None:
    content = read_back(workspace, tmp_path / "all.zip", replace(SIT, colour=colour))

    assert content.habits[0].habit.colour == {"moss": "#7CB342"}.get(colour, "#00897B")


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Sit", "001 Sit"),
        ("../../etc/passwd", "001 etcpasswd"),
        ('a\\b:c*d?e"f<g>h|i', "001 abcdefghi"),
        (" . ", "001 habit"),
        ("x" * 50 + ".", "001 " + "x" * 30),
        ("Atmen 🌬️ ü", "001 Atmen 🌬️ ü"),
    ],
)
def test_a_folder_can_be_unpacked_anywhere_whatever_its_habit_is_called(
    name: str, folder: str, workspace: Workspace, tmp_path: Path
) -> None:
    read_back(workspace, tmp_path / "all.zip", replace(SIT, name=name))

    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        names = archive.namelist()
    assert f"{folder}/Checkmarks.csv" in names
    # Not two names that are one where capitals do not count.
    assert len({each.casefold() for each in names}) == len(names)


def test_selfcare_itself_asks_for_the_json_export_instead(
    workspace: Workspace, import_here: Import, tmp_path: Path
) -> None:
    read_back(workspace, tmp_path / "all.zip", SIT)

    with pytest.raises(BadInput, match=r"Selfcare’s CSV export.*import the JSON export instead"):
        import_here(tmp_path / "all.zip")
