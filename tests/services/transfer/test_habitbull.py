from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Direction, Kind
from selfcare_app.domain.schedule import EVERY_DAY
from selfcare_app.services.transfer import limits
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import everything
from tests.services.transfer.conftest import Import, left_out, said_of, told
from tests.services.transfer.loop_files import table
from tests.services.transfer.other_files import HABITBULL_COLUMNS, write_habitbull

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)
EVERY_DAY_HERE = (
    "HabitBull’s export does not tell how often a habit is planned; "
    "here all of them are planned every day."
)


def test_an_export_is_read_with_all_that_it_tells(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [
        ("Sit", "Ten minutes", "Mindfulness", "2026-11-16", "1", "slow"),
        ("Walk", "", "Out of doors", "2026-11-17", "30", ""),
        ("Sit", "Ten minutes", "Mindfulness", "2026-11-17", "0", ""),
        ("Walk", "", "Out of doors", "2026-11-18", "1", ""),
        ("Walk", "", "Out of doors", "2026-11-19", "0", ""),
    ]

    report = import_here(write_habitbull(tmp_path / "habits.csv", rows))

    assert (report.format, report.habits, report.entries, report.areas) == (
        "habitbull-csv",
        2,
        5,
        1,
    )
    assert report.skipped == []
    sit, walk = workspace.records.habits()
    assert (sit.name, sit.kind, sit.schedule, sit.notes) == (
        "Sit",
        Kind.YES_NO,
        EVERY_DAY,
        "Ten minutes",
    )
    assert (sit.area, sit.created) == ("mindfulness", MONDAY)
    assert (walk.kind, walk.target, walk.direction) == (Kind.MEASURED, 1.0, Direction.AT_LEAST)
    assert workspace.records.area(walk.area).title == "Out of doors"
    assert said_of(workspace, "Sit") == [
        (MONDAY, State.DONE, None, "slow"),
        (TUESDAY, State.NOT_DONE, None, ""),
    ]
    assert said_of(workspace, "Walk") == [
        (TUESDAY, State.DONE, 30.0, ""),
        (WEDNESDAY, State.DONE, 1.0, ""),
        (date(2026, 11, 19), State.NOT_DONE, 0.0, ""),
    ]
    assert told(report) == [
        EVERY_DAY_HERE,
        "“Walk” has amounts, but the file does not tell their target or unit; "
        "here it is at least 1.",
    ]


def test_a_number_far_below_0_says_nothing_of_the_day_but_its_comment_stays(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [
        ("Sit", "", "", "2026-11-16", "-2150000000", ""),
        ("Sit", "", "", "2026-11-17", "-2150000000", "away"),
        ("Sit", "", "", "2026-11-18", "", "ill"),
        ("Walk", "", "", "2026-11-16", "2", ""),
        ("Walk", "", "", "2026-11-17", "-2150000001", "away"),
    ]

    report = import_here(write_habitbull(tmp_path / "habits.csv", rows))

    assert said_of(workspace, "Sit") == [
        (TUESDAY, None, None, "away"),
        (WEDNESDAY, None, None, "ill"),
    ]
    assert said_of(workspace, "Walk") == [
        (MONDAY, State.DONE, 2.0, ""),
        (TUESDAY, None, None, "away"),
    ]
    assert report.skipped == []


def test_a_fraction_makes_a_habit_one_with_amounts(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [
        ("Walk", "", "", "2026-11-16", "0.5", ""),
        ("Walk", "", "", "2026-11-17", "0,75", ""),
    ]

    import_here(write_habitbull(tmp_path / "habits.csv", rows))

    assert [said[2] for said in said_of(workspace, "Walk")] == [0.5, 0.75]


@pytest.mark.parametrize(
    ("days", "expected", "warning"),
    [
        (["11/16/2026", "11/5/2026"], [date(2026, 11, 5), MONDAY], None),
        (
            ["5/11/2026", "16/11/2026"],
            [date(2026, 11, 5), MONDAY],
            "Days in the file were read as day/month/year; look whether they are right.",
        ),
        (
            ["5/11/2026", "6/11/2026"],
            [date(2026, 5, 11), date(2026, 6, 11)],
            "Days in the file were read as month/day/year; look whether they are right.",
        ),
        (
            ["5/11/2026", "16/11/2026", "11/16/2026"],
            [date(2026, 5, 11), MONDAY],
            "Days in the file were read as month/day/year; look whether they are right.",
        ),
    ],
    ids=["month first", "day first", "either", "both"],
)
def test_days_with_slashes_are_read_alike_in_the_whole_file_and_a_guess_is_told(
    days: list[str],
    expected: list[date],
    warning: str | None,
    tmp_path: Path,
    workspace: Workspace,
    import_here: Import,
) -> None:
    rows = [("Sit", "", "", day, "1", "") for day in days]

    report = import_here(write_habitbull(tmp_path / "habits.csv", rows))

    assert [said[0] for said in said_of(workspace, "Sit")] == expected
    assert told(report) == [*([warning] if warning else []), EVERY_DAY_HERE]


def test_what_cannot_be_read_is_left_out_and_counted(tmp_path: Path, import_here: Import) -> None:
    rows = [
        ("Sit", "", "", "2026-11-16", "1", ""),
        ("Sit", "", "", "2026-11-16", "0", ""),
        ("Sit", "", "", "2026-02-30", "1", ""),
        ("Sit", "", "", "16.11.2026", "1", ""),
        ("Sit", "", "", "2026-11-17", "often", ""),
        ("Sit", "", "", "1066-10-14", "1", ""),
        ("Sit", "", "", "2026-12-24", "1", ""),
        ("Walk", "", "", "2026-11-16", "1e14", ""),
        ("Sit", "", ""),
    ]

    report = import_here(write_habitbull(tmp_path / "habits.csv", rows))

    assert report.entries == 1
    assert left_out(report) == {
        ("entries", "a second one for the same day"): 1,
        ("entries", "without a readable day or value"): 4,
        ("entries", "before 1900"): 1,
        ("entries", "their day has not come yet"): 1,
        ("entries", "an amount below 0 or too large to keep"): 1,
    }


def test_habits_of_one_name_stay_two_and_this_is_told(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [
        ("Sit", "", "Home", "2026-11-16", "1", ""),
        ("Sit", "", "Work", "2026-11-17", "1", ""),
        ("Sit", "", "Home", "2026-11-18", "1", ""),
    ]
    path = write_habitbull(tmp_path / "habits.csv", rows)

    report = import_here(path)

    home, work = workspace.records.habits()
    assert [entry.day for entry in workspace.records.entries_of(home.id)] == [MONDAY, WEDNESDAY]
    assert [entry.day for entry in workspace.records.entries_of(work.id)] == [TUESDAY]
    assert sum("more than once" in warning for warning in told(report)) == 1
    assert import_here(path).unchanged == 5


def test_older_names_of_columns_and_another_order_do_not_matter(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    columns = ("HabitName", "HabitDescription", "Date", "Notes", "Value")
    path = tmp_path / "habits.csv"

    import_here(write_habitbull(path, [("Sit", "", "2026-11-16", "slow", "1")], columns))

    assert said_of(workspace, "Sit") == [(MONDAY, State.DONE, None, "slow")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_unicode_is_read(
    encoding: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [HABITBULL_COLUMNS, ("Müßiggang 🌿", "", "", "2026-11-16", "1", "schön")]
    (tmp_path / "habits.csv").write_text(table(rows, "\r\n"), encoding=encoding)

    report = import_here(tmp_path / "habits.csv")

    assert said_of(workspace, "Müßiggang 🌿") == [(MONDAY, State.DONE, None, "schön")]
    assert told(report) == [EVERY_DAY_HERE]


def test_an_old_western_encoding_is_read_and_told(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [HABITBULL_COLUMNS, ("Müßiggang", "", "", "2026-11-16", "1", "schön")]
    (tmp_path / "habits.csv").write_bytes(table(rows).encode("latin-1"))

    report = import_here(tmp_path / "habits.csv")

    assert said_of(workspace, "Müßiggang") == [(MONDAY, State.DONE, None, "schön")]
    assert told(report)[0].startswith("The file is not written in UTF-8")


@pytest.mark.parametrize(
    "content",
    [
        ",".join(HABITBULL_COLUMNS).encode() + b'\nSit,"' + b"n" * 200_000,
        "\ufeffHabitName,HabitDescription\nSit".encode("utf-16-le") + b"\x00",
    ],
    ids=["an endless cell", "half a letter"],
)
def test_a_file_that_is_no_table_is_refused(
    content: bytes, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    (tmp_path / "habits.csv").write_bytes(content)

    with pytest.raises(BadInput, match=r"“habits\.csv” cannot be read: it is damaged"):
        import_here(tmp_path / "habits.csv")
    assert everything(workspace) == []


def test_more_lines_than_anyone_has_are_refused(
    tmp_path: Path,
    workspace: Workspace,
    import_here: Import,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("selfcare_app.services.transfer.habitbull.MOST_ENTRIES", 3)
    rows = [("Sit", "", "", f"2026-11-0{day}", "1", "") for day in range(1, 5)]
    path = write_habitbull(tmp_path / "habits.csv", rows)

    with pytest.raises(BadInput, match=f"takes up to 1,000 habits and {limits.MOST_ENTRIES:,}"):
        import_here(path)
    assert everything(workspace) == []
