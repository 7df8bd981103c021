from datetime import date
from pathlib import Path

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Direction, Kind
from selfcare_app.domain.schedule import EVERY_DAY
from selfcare_app.services.workspace import Workspace
from tests.services.transfer.conftest import Import, left_out, said_of, told
from tests.services.transfer.other_files import (
    TICKMATE_TABLES,
    tick,
    track,
    write_database,
    write_tickmate,
)

NEW_YEAR, NEW_YEARS_EVE = date(2026, 1, 1), date(2025, 12, 31)
EVERY_DAY_HERE = (
    "Tickmate does not tell how often a habit is planned; here all of them are planned every day."
)


def test_a_backup_is_read_with_all_that_it_tells(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_tickmate(
        tmp_path / "tickmate.db",
        tracks=[
            track(1, "Sit", description="Quietly", order=2, color=0x26A69A),
            track(2, "Old", order=1, enabled=0),
        ],
        # Months count from 0.
        ticks=[tick(1, NEW_YEAR), tick(1, NEW_YEARS_EVE), tick(2, NEW_YEAR)],
        groups=[{"_id": 1, "name": "Quiet time"}, {"_id": 2, "name": "movement"}],
        track2groups=[{"_track_id": 1, "_group_id": 1}, {"_track_id": 2, "_group_id": 2}],
    )

    report = import_here(path)

    assert (report.format, report.habits, report.entries, report.areas) == ("tickmate-db", 2, 3, 1)
    assert (report.skipped, told(report)) == ([], [EVERY_DAY_HERE])
    old, sit = workspace.records.habits(archived=True)
    assert (sit.name, sit.notes, sit.colour, sit.created) == (
        "Sit",
        "Quietly",
        "#26A69A",
        NEW_YEARS_EVE,
    )
    assert (sit.kind, sit.schedule, sit.archived) == (Kind.YES_NO, EVERY_DAY, False)
    assert (old.archived, old.colour, old.area) == (True, None, "movement")
    assert workspace.records.area(sit.area).title == "Quiet time"
    assert [said[:2] for said in said_of(workspace, "Sit")] == [
        (NEW_YEARS_EVE, State.DONE),
        (NEW_YEAR, State.DONE),
    ]


def test_a_track_that_is_ticked_several_times_a_day_counts_them(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_tickmate(
        tmp_path / "tickmate.db",
        tracks=[track(1, "Water", multiple_entries_per_day=1)],
        ticks=[tick(1, NEW_YEAR), tick(1, NEW_YEARS_EVE), tick(1, NEW_YEAR)],
    )

    import_here(path)

    (water,) = workspace.records.habits()
    assert (water.target, water.direction, water.unit) == (1.0, Direction.AT_LEAST, "times")
    assert said_of(workspace, "Water") == [
        (NEW_YEARS_EVE, State.DONE, 1.0, ""),
        (NEW_YEAR, State.DONE, 2.0, ""),
    ]


def test_what_cannot_be_kept_is_left_out_and_counted(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_tickmate(
        tmp_path / "tickmate.db",
        tracks=[
            track(1, icon="leaf", color=2**30),
            track(2, "Water", multiple_entries_per_day=1),
            track(1, "Twin", order=9),
            track(3, "Keyless", _id=None),
        ],
        ticks=[
            tick(1, NEW_YEAR, has_time_info=1),
            tick(1, NEW_YEAR),
            tick(1, NEW_YEAR) | {"day": 32},
            tick(1, NEW_YEAR, month="May"),
            tick(2, NEW_YEAR, year=10**17),
            tick(9, NEW_YEAR),
            tick(9, NEW_YEAR, _track_id=None),
        ],
        groups=[
            {"_id": 1, "name": "Home", "description": "Sweet"},
            {"_id": 2, "name": "Work"},
            {"_id": 3, "name": " "},
        ],
        track2groups=[
            {"_track_id": 1, "_group_id": 1},
            {"_track_id": 1, "_group_id": 2},
            {"_track_id": 2, "_group_id": 3},
            {"_track_id": 2, "_group_id": 4},
            {"_track_id": "one", "_group_id": 1},
        ],
    )

    report = import_here(path)

    kept = {habit.name: habit.colour for habit in workspace.records.habits()}
    assert kept == {"Sit": None, "Water": None}
    assert said_of(workspace, "Sit") == [(NEW_YEAR, State.DONE, None, "")]
    assert left_out(report) == {
        ("descriptions of groups", "practice areas have none"): 1,
        ("further groups", "a habit is in one practice area"): 1,
        ("memberships in groups", "their group is not in the file"): 3,
        ("icons", "Selfcare has icons of its own"): 1,
        ("habits", "without a key of their own"): 2,
        ("times of day of entries", "an entry is about the whole day"): 1,
        ("entries", "a second one for the same day"): 1,
        ("entries", "without a readable day or value"): 3,
        ("entries", "their habit is not in the file"): 2,
    }


def test_a_backup_from_before_groups_and_colours_is_read(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    tables = {
        "tracks": ("_id", "name", "description", "icon", "enabled"),
        "ticks": TICKMATE_TABLES["ticks"][:5],
    }
    rows = [{name: value for name, value in track(1).items() if name in tables["tracks"]}]

    report = import_here(
        write_database(
            tmp_path / "tickmate.db", tables, {"tracks": rows, "ticks": [tick(1, NEW_YEAR)]}
        )
    )

    assert (report.habits, report.entries, report.skipped) == (1, 1, [])
