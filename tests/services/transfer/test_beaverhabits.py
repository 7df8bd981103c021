from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Kind
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
)
from selfcare_app.services.workspace import Workspace
from tests.services.transfer.conftest import Import, left_out, said_of, told
from tests.services.transfer.other_files import beaver_habit, write_json

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)


def test_an_export_is_read_with_all_that_it_tells(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    records = [
        {"day": "2026-11-18", "done": True, "text": "#skip A cold"},
        {"day": "2026-11-16", "done": True},
        {"day": "2026-11-17", "done": True, "text": "slow"},
        {"day": "2026-11-19", "done": False, "text": "tired"},
    ]
    document = {
        "habits": [
            beaver_habit("Old", status="archive", tags=["Boundaries"]),
            beaver_habit("Sit", tags=["Quiet time"], records=records),
        ],
        "order": ["id-Sit", "id-Old"],
    }

    report = import_here(write_json(tmp_path / "habits.json", document))

    assert (report.format, report.habits, report.entries) == ("beaverhabits-json", 2, 4)
    assert (report.skipped, told(report)) == ([], [])
    by_position = sorted(workspace.records.habits(archived=True), key=lambda kept: kept.position)
    sit, old = by_position
    assert (sit.name, sit.kind, sit.schedule, sit.created) == (
        "Sit",
        Kind.YES_NO,
        EVERY_DAY,
        MONDAY,
    )
    assert workspace.records.area(sit.area).title == "Quiet time"
    assert (old.name, old.archived, old.area) == ("Old", True, "boundaries")
    assert said_of(workspace, "Sit") == [
        (MONDAY, State.DONE, None, ""),
        (TUESDAY, State.DONE, None, "slow"),
        (WEDNESDAY, State.REST, None, "A cold"),
        (date(2026, 11, 19), None, None, "tired"),
    ]


@pytest.mark.parametrize(
    ("kind", "count", "times", "schedule", "warning"),
    [
        ("D", 1, 1, EVERY_DAY, None),
        ("D", 5, 2, TimesInDays(2, 5), None),
        ("W", 1, 3, TimesPerWeek(3), None),
        ("W", 2, 3, TimesInDays(3, 14), None),
        ("W", 1, 9, EVERY_DAY, "“Sit” was planned 9 times in 7 days"),
        ("M", 1, 4, TimesPerMonth(4), None),
        ("M", 2, 4, TimesInDays(4, 60), "“Sit” was planned by months or years; here these are 60"),
        ("Y", 1, 4, TimesInDays(4, 365), "“Sit” was planned by months or years; here these are"),
        ("C", 1, 4, EVERY_DAY, "“Sit” was planned 4 times in 0 days"),
        (None, None, None, EVERY_DAY, "“Sit” was planned 0 times in 0 days"),
    ],
)
def test_its_periods_become_our_schedules_and_what_is_doubtful_is_told(
    kind: object,
    count: object,
    times: object,
    schedule: Schedule,
    warning: str | None,
    tmp_path: Path,
    workspace: Workspace,
    import_here: Import,
) -> None:
    period = {"period_type": kind, "period_count": count, "target_count": times}
    document = {"habits": [beaver_habit(period=period)]}

    report = import_here(write_json(tmp_path / "habits.json", document))

    assert workspace.records.habits()[0].schedule == schedule
    assert len(told(report)) == (warning is not None)
    assert warning is None or told(report)[0].startswith(warning)


def test_what_cannot_be_kept_is_left_out_and_counted(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    records: list[object] = [
        {"day": "2026-11-16", "done": True, "text": "![](photo.jpg)"},
        {"day": "2026-11-16", "done": True},
        {"day": "2026-11-17", "done": False},
        {"day": "2026-11-17T10:00", "done": True},
        {"day": 5, "done": True},
        "no record",
    ]
    document = {
        "habits": [
            beaver_habit("Gone", status="soft_delete"),
            beaver_habit(tags=["a", " ", "b", 3], star=True, chips=["x", "y"], records=records),
            {"id": "7"},
            "no habit",
        ],
        "backup": {"telegram_chat_id": "1"},
    }

    report = import_here(write_json(tmp_path / "habits.json", document))

    assert said_of(workspace, "Sit") == [(MONDAY, State.DONE, None, "![](photo.jpg)")]
    assert left_out(report) == {
        ("habits", "deleted in Beaver Habits"): 1,
        ("habits", "without a name"): 2,
        ("further tags", "a habit is in one practice area"): 1,
        ("stars", "Selfcare marks no favourites"): 1,
        ("prepared notes", "Selfcare has none"): 2,
        ("pictures in notes", "they are not in the file"): 1,
        ("days unticked again", "they say no more than empty ones"): 2,
        ("entries", "without a readable day or value"): 3,
        ("entries", "a second one for the same day"): 1,
        ("settings of backups", "they belong to Beaver Habits"): 1,
    }


def test_habits_without_ids_are_known_again_by_their_names_and_order(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    habits = [beaver_habit("Sit"), beaver_habit("Sit"), beaver_habit("Walk")]
    for habit in habits:
        del habit["id"]
    path = write_json(tmp_path / "habits.json", {"habits": habits})

    assert import_here(path).habits == 3
    again = import_here(path)

    assert (again.habits, again.unchanged) == (0, 3)
