from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Direction, Kind
from selfcare_app.domain.reminder import EVERY_WEEKDAY, Reminder
from selfcare_app.domain.schedule import EVERY_DAY
from selfcare_app.services.workspace import Workspace
from tests.services.transfer.conftest import Import, left_out, said_of, told
from tests.services.transfer.other_files import habo_day, habo_habit, write_json

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)
THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)


def written(path: Path, *habits: object, **others: object) -> Path:
    return write_json(path / "habo.json", {"habits": list(habits), **others})


def test_a_backup_is_read_with_all_that_it_tells(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    events = {
        habo_day(MONDAY): ["DayType.check", "slow"],
        habo_day(TUESDAY): ["DayType.fail", ""],
        habo_day(WEDNESDAY): ["DayType.skip", None],
        habo_day(THURSDAY): ["DayType.clear", "away"],
        habo_day(FRIDAY): ["DayType.clear", ""],
    }
    path = written(
        tmp_path,
        habo_habit(2, "Old", archived=1, position=1),
        habo_habit(
            1,
            "Sit",
            position=0,
            cue="After coffee",
            routine="Ten breaths",
            reward="Tea",
            sanction="None",
            accountant="Ann",
            notification=1,
            notTime="7:5",
            events=events,
            categories=[{"id": 1, "title": "Quiet time"}],
        ),
        categories=[{"id": 1, "title": "Quiet time"}],
    )

    report = import_here(path)

    assert (report.format, report.habits, report.entries) == ("habo-json", 2, 4)
    assert (report.areas, report.reminders) == (1, 1)
    assert (report.skipped, told(report)) == ([], [])
    sit, old = sorted(workspace.records.habits(archived=True), key=lambda kept: kept.position)
    assert (sit.name, sit.kind, sit.schedule, sit.created) == (
        "Sit",
        Kind.YES_NO,
        EVERY_DAY,
        MONDAY,
    )
    assert sit.cue == "After coffee"
    assert sit.notes.splitlines() == [
        "Routine: Ten breaths",
        "Reward: Tea",
        "Sanction: None",
        "Accountability partner: Ann",
    ]
    assert workspace.records.area(sit.area).title == "Quiet time"
    (reminder,) = workspace.records.reminders(sit.id)
    assert reminder == Reminder(reminder.id, sit.id, 7 * 60 + 5, EVERY_WEEKDAY)
    assert (old.name, old.archived) == ("Old", True)
    assert said_of(workspace, "Sit") == [
        (MONDAY, State.DONE, None, "slow"),
        (TUESDAY, State.NOT_DONE, None, ""),
        (WEDNESDAY, State.REST, None, ""),
        (THURSDAY, None, None, "away"),
    ]


def test_amounts_are_taken_with_their_target_and_a_tick_is_the_whole_target(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    events = {
        habo_day(MONDAY): ["DayType.progress", "rain", 1.5, 2.5],
        habo_day(TUESDAY): ["DayType.check", ""],
        habo_day(WEDNESDAY): ["DayType.check", "", None, 2.0],
        habo_day(THURSDAY): ["DayType.fail", ""],
        habo_day(FRIDAY): ["DayType.skip", ""],
    }
    path = written(
        tmp_path,
        habo_habit(1, "Walk", habitType=1, targetValue=2.5, unit="km", events=events),
        habo_habit(2, "Draw", habitType=1, targetValue=None, partialValue=0),
    )

    report = import_here(path)

    walk, draw = workspace.records.habits()
    assert (walk.target, walk.direction, walk.unit) == (2.5, Direction.AT_LEAST, "km")
    assert (draw.target, draw.unit) == (1.0, None)
    assert said_of(workspace, "Walk") == [
        (MONDAY, State.DONE, 1.5, "rain"),
        (TUESDAY, State.DONE, 2.5, ""),
        (WEDNESDAY, State.DONE, 2.0, ""),
        (THURSDAY, State.NOT_DONE, None, ""),
        (FRIDAY, State.REST, None, ""),
    ]
    assert left_out(report) == {
        ("step sizes of amounts", "amounts are typed here"): 1,
        ("targets of single days", "a habit has one target here"): 1,
    }


def test_an_older_backup_is_the_bare_list_and_spells_its_words_otherwise(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    habit = {
        "id": 4,
        "title": "Sit",
        "position": 0,
        "cue": "After coffee",
        "events": {habo_day(MONDAY): ["DayType.Check", None], f"{TUESDAY}T00:00": ["DayType.Skip"]},
    }
    path = write_json(tmp_path / "habo.json", [habit])

    report = import_here(path)

    assert (report.format, report.habits, report.entries, report.skipped) == ("habo-json", 1, 2, [])
    assert [said[:2] for said in said_of(workspace, "Sit")] == [
        (MONDAY, State.DONE),
        (TUESDAY, State.REST),
    ]


def test_a_newer_backup_with_uuids_finds_the_habits_of_one_without(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    older = habo_habit(1)
    del older["uuid"]
    import_here(write_json(tmp_path / "old.json", [older]))
    events = {habo_day(MONDAY): ["DayType.check", ""]}

    report = import_here(written(tmp_path, habo_habit(1, events=events)))

    assert (report.habits, report.entries, report.unchanged) == (0, 1, 1)


def test_what_cannot_be_kept_is_left_out_and_counted(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    events = {
        habo_day(MONDAY): ["DayType.progress", "half", 0.5],
        habo_day(TUESDAY): ["DayType.meter", ""],
        habo_day(WEDNESDAY): [],
        "someday": ["DayType.check", ""],
        f"{THURSDAY} 00:00": ["DayType.check"],
        f"{THURSDAY} 12:00": ["DayType.check"],
    }
    path = written(
        tmp_path,
        habo_habit(1, "Gone", deleted_at="2026-11-01T10:00:00Z"),
        habo_habit(2, "Gone too", deletedAt="2026-11-01T10:00:00Z"),
        habo_habit(3, "Odd", habitType=7),
        {"id": 4},
        habo_habit(
            5,
            "Sit",
            twoDayRule=True,
            notification=True,
            notTime="25:00",
            events=events,
            categories=[{"title": ""}, {"title": "a"}, {"title": "b"}, "c"],
        ),
        habo_habit(
            6, "Walk", habitType=1, events={habo_day(MONDAY): ["DayType.progress", "", "far"]}
        ),
    )

    report = import_here(path)

    assert said_of(workspace, "Sit") == [
        (MONDAY, None, None, "half"),
        (THURSDAY, State.DONE, None, ""),
    ]
    assert left_out(report) == {
        ("habits", "deleted in Habo"): 2,
        ("habits", "of a kind that is not known"): 2,
        ("two-day rules", "days of grace hold for all habits; see the Settings"): 1,
        ("reminders", "without a readable time, weekday or habit"): 1,
        ("further categories", "a habit is in one practice area"): 1,
        ("partial progress", "a yes/no habit has no amounts"): 1,
        ("step sizes of amounts", "amounts are typed here"): 1,
        ("entries", "of a kind that is not known"): 2,
        ("entries", "without a readable day or value"): 2,
        ("entries", "a second one for the same day"): 1,
    }


@pytest.mark.parametrize("written_time", ["7", "7:x", "", "-1:30", None])
def test_a_reminder_without_a_time_is_counted(
    written_time: object, tmp_path: Path, import_here: Import
) -> None:
    report = import_here(written(tmp_path, habo_habit(1, notification=1, notTime=written_time)))

    assert (report.reminders, [part.what for part in report.skipped]) == (0, ["reminders"])
