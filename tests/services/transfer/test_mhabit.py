import json
from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Direction, Kind
from selfcare_app.domain.reminder import EVERY_WEEKDAY, Reminder
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
)
from selfcare_app.services.workspace import Workspace
from tests.services.transfer.conftest import Import, left_out, said_of, told
from tests.services.transfer.other_files import mhabit, mhabit_record, write_json

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)


def written(path: Path, *habits: object, **others: object) -> Path:
    return write_json(path / "mhabit.json", {"habits": list(habits), **others})


def test_an_export_is_read_with_all_that_it_tells(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    reminder = {"type": 3, "time": {"hour": 7, "minute": 30}, "extra": [1, 5]}
    path = written(
        tmp_path,
        mhabit(
            "Sit",
            desc="Ten breaths",
            color=5,
            group_id="g1",
            reminder=json.dumps(reminder),
            reminder_quest="Did you sit?",
            records=[
                mhabit_record(TUESDAY, 0),
                mhabit_record(MONDAY, 1),
                mhabit_record(WEDNESDAY, 0, record_type=2, reason="a cold"),
            ],
        ),
        mhabit(
            "Walk",
            status=3,
            custom_color=0xFF336699,
            daily_goal=2.5,
            daily_goal_unit="km",
            records=[mhabit_record(MONDAY, 1.25, reason="rain")],
        ),
        groups=[{"uuid": "g1", "name": "Quiet time"}],
    )

    report = import_here(path)

    assert (report.format, report.habits, report.entries) == ("mhabit-json", 2, 4)
    assert (report.areas, report.reminders) == (1, 1)
    assert (report.skipped, told(report)) == ([], [])
    sit, walk = sorted(workspace.records.habits(archived=True), key=lambda kept: kept.position)
    assert (sit.name, sit.cue, sit.notes) == ("Sit", "Did you sit?", "Ten breaths")
    assert (sit.kind, sit.schedule, sit.colour) == (Kind.YES_NO, EVERY_DAY, "#009688")
    assert (sit.created, sit.archived) == (date(2026, 11, 1), False)
    assert workspace.records.area(sit.area).title == "Quiet time"
    (kept,) = workspace.records.reminders(sit.id)
    assert kept == Reminder(kept.id, sit.id, 7 * 60 + 30, frozenset({1, 5}))
    assert (walk.target, walk.direction, walk.unit) == (2.5, Direction.AT_LEAST, "km")
    assert (walk.archived, walk.colour) == (True, "#336699")
    assert said_of(workspace, "Sit") == [
        (MONDAY, State.DONE, None, ""),
        (TUESDAY, State.NOT_DONE, None, ""),
        (WEDNESDAY, State.REST, None, "a cold"),
    ]
    assert said_of(workspace, "Walk") == [(MONDAY, State.DONE, 1.25, "rain")]


@pytest.mark.parametrize(
    ("fields", "limit"),
    [
        ({"daily_goal": 2}, 2.0),
        ({"daily_goal": 0, "daily_goal_extra": 3}, 3.0),
        ({"daily_goal": None}, 0.0),
    ],
)
def test_a_negative_habit_stays_at_or_below_its_limit(
    fields: dict[str, object],
    limit: float,
    tmp_path: Path,
    workspace: Workspace,
    import_here: Import,
) -> None:
    records = [mhabit_record(MONDAY, 0), mhabit_record(TUESDAY, 5)]
    path = written(tmp_path, mhabit("Mail", type=2, records=records, **fields))

    report = import_here(path)

    (mail,) = workspace.records.habits()
    assert (mail.target, mail.direction, mail.schedule) == (limit, Direction.AT_MOST, EVERY_DAY)
    assert [said[1:3] for said in said_of(workspace, "Mail")] == [
        (State.DONE, 0.0),
        (State.DONE, 5.0),
    ]
    assert bool(report.skipped) == ("daily_goal_extra" in fields)


@pytest.mark.parametrize(
    ("kind", "custom", "schedule", "warning"),
    [
        (1, "[3]", TimesPerWeek(3), None),
        (1, "[7]", EVERY_DAY, None),
        (1, "[0]", EVERY_DAY, "“Sit” was planned 0 times"),
        (2, "[10]", TimesPerMonth(10), None),
        (2, "[31]", EVERY_DAY, None),
        (3, "[1,1]", EVERY_DAY, None),
        (3, "[2, 5]", TimesInDays(2, 5), None),
        (3, [5, 2], TimesInDays(2, 5), None),
        (3, "[2, 5000]", EVERY_DAY, "“Sit” was planned 2 times in 5000 days"),
        (3, "[[", EVERY_DAY, "“Sit” was planned 0 times"),
        (3, "[" * 100_000, EVERY_DAY, "“Sit” was planned 0 times"),
        (3, None, EVERY_DAY, "“Sit” was planned 0 times"),
    ],
)
def test_its_frequencies_become_our_schedules_and_what_is_doubtful_is_told(
    kind: int,
    custom: object,
    schedule: Schedule,
    warning: str | None,
    tmp_path: Path,
    workspace: Workspace,
    import_here: Import,
) -> None:
    report = import_here(written(tmp_path, mhabit(freq_type=kind, freq_custom=custom)))

    assert workspace.records.habits()[0].schedule == schedule
    if warning is None:
        assert told(report) == []
    else:
        assert told(report)[0].startswith(warning)


def test_an_amount_on_some_days_becomes_one_for_the_period_and_this_is_told(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    weekly = {"freq_type": 1, "freq_custom": "[3]"}
    path = written(
        tmp_path,
        mhabit("Walk", daily_goal=2.5, daily_goal_unit="km", **weekly),
        mhabit("Mail", type=2, daily_goal=4, **weekly),
    )

    report = import_here(path)

    walk, mail = workspace.records.habits()
    assert (walk.schedule, walk.target) == (TimesPerWeek(3), 7.5)
    assert (mail.schedule, mail.target) == (EVERY_DAY, 4.0)
    assert told(report) == [
        "“Walk” asked for 2.5 on 3 days; here that is 7.5 for all of them together.",
        "“Mail” was to stay within its limit on some days; here on every day.",
    ]


def test_a_habit_without_unit_that_was_done_more_than_once_has_amounts(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(written(tmp_path, mhabit("Water", records=[mhabit_record(MONDAY, 4)])))

    (water,) = workspace.records.habits()
    assert (water.kind, water.target) == (Kind.MEASURED, 1.0)
    assert said_of(workspace, "Water") == [(MONDAY, State.DONE, 4.0, "")]


@pytest.mark.parametrize(
    ("reminder", "why"),
    [
        ({"type": 2, "time": {"hour": 7, "minute": 5}, "extra": []}, None),
        ({"type": 1, "time": {"hour": 7, "minute": 5}}, "by month, or only when needed"),
        ({"type": 4, "time": {"hour": 7, "minute": 5}}, "by month, or only when needed"),
        ({"type": 2, "time": {"hour": 24, "minute": 5}}, "without a readable time"),
        ({"type": 3, "time": {"hour": 7, "minute": 5}}, "without a readable time"),
        ({"type": 3, "time": {"hour": 7, "minute": 5}, "extra": [8]}, "without a readable time"),
        ({"type": 2}, "without a readable time"),
    ],
)
def test_reminders_by_day_and_week_come_along_and_others_are_counted(
    reminder: object, why: str | None, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    report = import_here(written(tmp_path, mhabit(reminder=json.dumps(reminder))))

    kept = [(each.minute, each.weekdays) for each in workspace.records.reminders()]
    assert kept == ([(7 * 60 + 5, EVERY_WEEKDAY)] if why is None else [])
    assert [part.what for part in report.skipped] == ([] if why is None else ["reminders"])
    assert why is None or report.skipped[0].why.startswith(why)


def test_what_cannot_be_kept_is_left_out_and_counted(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    records: list[object] = [
        mhabit_record(MONDAY, None),
        mhabit_record(MONDAY, 10**400),
        mhabit_record(MONDAY, 1, record_type=0),
        mhabit_record(MONDAY, 1, record_date="Monday"),
        mhabit_record(MONDAY, 1, record_date=10**12),
        mhabit_record(TUESDAY, 1, record_type=2),
        mhabit_record(TUESDAY, 1),
        None,
    ]
    path = written(
        tmp_path,
        mhabit("Gone", status=2),
        mhabit("Sit", target_days=66, daily_goal_extra=2, group_id="g9", records=records),
        {"type": 1, "daily_goal": 1},
        groups=[{"uuid": "g1", "name": "Home", "desc": "Sweet"}, {"name": "Work"}, 5],
    )

    report = import_here(path)

    assert said_of(workspace, "Sit") == [(TUESDAY, State.REST, None, "")]
    assert report.areas == 0
    assert left_out(report) == {
        ("habits", "deleted in Table Habit"): 1,
        ("habits", "without a name"): 1,
        ("descriptions of groups", "practice areas have none"): 1,
        ("second limits of a day", "a habit has one target here"): 1,
        ("goals in days", "a habit has no end here"): 1,
        ("amounts of skipped days", "a rest has no amount"): 1,
        ("entries", "of a kind that is not known"): 2,
        ("entries", "without a readable day or value"): 4,
        ("entries", "a second one for the same day"): 1,
    }


def test_a_habit_is_known_again_after_it_was_renamed(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(written(tmp_path, mhabit("Sit", create_t=5)))

    records = [mhabit_record(MONDAY)]
    report = import_here(written(tmp_path, mhabit("Sit still", create_t=5, records=records)))

    assert (report.habits, report.entries, report.unchanged) == (0, 1, 1)


def test_habits_made_in_the_same_second_are_told_apart_and_found_again(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    sit, walk, twin = (mhabit(name, create_t=5) for name in ("Sit", "Walk", "Walk"))
    timeless = mhabit("Draw", create_t=None)

    first = import_here(written(tmp_path, sit, walk, twin, timeless))
    # One of them was deleted for good meanwhile.
    second = import_here(written(tmp_path, walk, timeless))

    assert first.habits == 4
    assert (second.habits, second.unchanged) == (0, 2)
    assert sorted(habit.name for habit in workspace.records.habits()) == [
        *("Draw", "Sit", "Walk", "Walk")
    ]
