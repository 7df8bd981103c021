import zipfile
from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Direction, Kind
from selfcare_app.domain.schedule import EVERY_DAY, TimesInDays
from selfcare_app.services.transfer.report import Skipped
from selfcare_app.services.workspace import Workspace
from tests.services.transfer.conftest import Import
from tests.services.transfer.loop_files import (
    HABIT_COLUMNS,
    csv_habit,
    csv_measured,
    table,
    write_export,
    write_zip,
)

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)

Said = tuple[date, State | None, float | None, str]


def entries_of(workspace: Workspace, name: str) -> list[Said]:
    (found,) = (kept for kept in workspace.records.habits(archived=True) if kept.name == name)
    entries = workspace.records.entries_of(found.id)
    return [(entry.day, entry.state, entry.value, entry.note) for entry in entries]


def test_an_export_is_read_with_all_that_it_tells(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    habits = [
        csv_habit(1, "Sit", Question="Did you sit?", Color="#ff8f00", Archived="true"),
        csv_measured(
            2,
            "Mail",
            Description="After supper",
            TargetType="AT_MOST",
            TargetValue="1.5",
            FrequencyNumerator="1",
            FrequencyDenominator="7",
        ),
    ]
    days = {
        "001 Sit": [("2026-11-17", "NO", "A cold, alas"), ("2026-11-16", "YES_MANUAL", "")],
        "002 Mail": [("2026-11-16", "1500", "")],
    }

    report = import_here(write_export(tmp_path / "loop.zip", habits, days))

    assert (report.format, report.habits, report.entries) == ("loop-csv", 2, 3)
    assert report.skipped == []
    sit, mail = workspace.records.habits(archived=True)
    assert (sit.kind, sit.schedule, sit.cue) == (Kind.YES_NO, EVERY_DAY, "Did you sit?")
    assert (sit.archived, sit.colour, sit.created) == (True, "#FF8F00", MONDAY)
    assert (mail.target, mail.direction, mail.unit) == (1.5, Direction.AT_MOST, "km")
    assert (mail.schedule, mail.notes) == (TimesInDays(1, 7), "After supper")
    assert workspace.records.entries_of(sit.id) == [
        Entry(sit.id, MONDAY, State.DONE),
        Entry(sit.id, TUESDAY, State.NOT_DONE, note="A cold, alas"),
    ]
    assert entries_of(workspace, "Mail") == [(MONDAY, State.DONE, 1.5, "")]


def test_days_that_loop_worked_out_itself_are_no_entries_but_their_notes_are_kept(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [
        ("2026-11-20", "SKIP", ""),
        ("2026-11-19", "YES_AUTO", ""),
        ("2026-11-18", "YES_AUTO", '"Off"'),
        ("2026-11-17", "UNKNOWN", ""),
        ("2026-11-16", "UNKNOWN", "Away"),
    ]

    report = import_here(write_export(tmp_path / "l.zip", [csv_habit(1)], {"001 Sit": rows}))

    assert entries_of(workspace, "Sit") == [
        (MONDAY, None, None, "Away"),
        (WEDNESDAY, None, None, '"Off"'),
        (date(2026, 11, 20), State.REST, None, ""),
    ]
    assert report.skipped == [
        Skipped("days ticked by Loop itself", "Selfcare works them out anew", 2)
    ]


def test_words_in_a_measured_habit_are_the_thousandths_that_loop_spelled_out(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    words = ("NO", "YES_AUTO", "YES_MANUAL", "SKIP", "UNKNOWN", "2500")
    rows = [(f"2026-11-0{day}", word, "") for day, word in enumerate(words, start=1)]

    report = import_here(write_export(tmp_path / "l.zip", [csv_measured(1)], {"001 Walk": rows}))

    assert [said[1:3] for said in entries_of(workspace, "Walk")] == [
        (State.NOT_DONE, 0.0),
        (State.DONE, 0.001),
        (State.DONE, 0.002),
        (State.REST, None),
        (State.DONE, 2.5),
    ]
    assert report.skipped == []


def test_an_old_export_lacks_columns_headings_and_words(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    habits = [
        ("Position", "Name", "Description", "NumRepetitions", "Interval", "Color"),
        ("001", "Sit", "Did you sit?", "3", "7", "#00897B"),
        ("002", "Short row"),
    ]
    files = {
        "Habits.csv": table(habits, newline="\r\n"),
        "001 Sit/Checkmarks.csv": "2026-11-18,2\r\n\r\n2026-11-17,0\r\n2026-11-16,1\r\n",
        "002 Short row/Checkmarks.csv": "",
    }

    import_here(write_zip(tmp_path / "loop.zip", files))

    sit, short = workspace.records.habits()
    assert (sit.schedule, sit.cue, sit.notes) == (TimesInDays(3, 7), "Did you sit?", "")
    assert entries_of(workspace, "Sit") == [
        (TUESDAY, State.NOT_DONE, None, ""),
        (WEDNESDAY, State.DONE, None, ""),
    ]
    assert (short.schedule, short.colour) == (EVERY_DAY, None)


def test_without_folders_the_table_of_all_habits_is_read(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    habits = [csv_habit(1, "Sit, then walk"), csv_measured(2)]
    names = [HABIT_COLUMNS, *([row[name] for name in HABIT_COLUMNS] for row in habits)]
    files = {
        "Habits.csv": table(names),
        # Loop writes names without quotes there, and a comma at each end.
        "Checkmarks.csv": "Date,Sit, then walk,Walk,\n"
        "2026-11-17,YES_MANUAL,UNKNOWN,\n"
        "2026-11-16,SKIP,2500,\n"
        "2026-11-15,NO\n",
    }

    report = import_here(write_zip(tmp_path / "loop.zip", files))

    assert [said[:2] for said in entries_of(workspace, "Sit, then walk")] == [
        (date(2026, 11, 15), State.NOT_DONE),
        (MONDAY, State.REST),
        (TUESDAY, State.DONE),
    ]
    assert entries_of(workspace, "Walk") == [(MONDAY, State.DONE, 2.5, "")]
    assert report.skipped == [Skipped("entries", "without a readable day or value", 1)]


def test_what_cannot_be_read_is_left_out_and_counted(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    habits = [csv_habit(1), csv_habit(2, "Odd", Type="COLOURS"), csv_measured(3)]
    rows = [
        ("2026-11-16", "YES_MANUAL", ""),
        ("2026-11-16", "NO", ""),
        ("2026-02-30", "NO", ""),
        ("16/11/2026", "NO", ""),
        ("2026-11-17", "MAYBE", ""),
        ("2026-11-17",),
        ("2026-11-24", "NO", ""),
    ]
    days = {"001 Sit": rows, "002 Odd": rows}

    report = import_here(write_export(tmp_path / "loop.zip", habits, days))

    assert entries_of(workspace, "Sit") == [(MONDAY, State.DONE, None, "")]
    assert {(part.what, part.why): part.count for part in report.skipped} == {
        ("habits", "of a kind that is not known"): 1,
        ("entries", "a second one for the same day"): 1,
        ("entries", "without a readable day or value"): 4,
        ("entries", "their day has not come yet"): 1,
        ("files of entries", "their habit is not in the file"): 1,
        ("habits' entries", "they are not in the file"): 1,
    }


def test_a_target_that_is_no_number_becomes_0_and_is_told(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    habits = [csv_measured(1, TargetValue="a lot")]

    report = import_here(write_export(tmp_path / "loop.zip", habits, {}))

    assert workspace.records.habits()[0].target == 0.0
    assert "“Walk” has no usable target; here it is 0." in report.warnings


def test_habits_of_one_name_are_told_apart_by_their_order_and_this_is_told(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    habits = [csv_habit(1), csv_habit(2), csv_measured(3, "Sit")]
    days = {
        "001 Sit": [("2026-11-16", "YES_MANUAL", "")],
        "002 Sit": [("2026-11-17", "YES_MANUAL", "")],
    }
    path = write_export(tmp_path / "loop.zip", habits, days)

    report = import_here(path)

    assert report.habits == 3
    assert sum("more than once" in warning for warning in report.warnings) == 1
    first, second, _ = workspace.records.habits()
    assert [entry.day for entry in workspace.records.entries_of(first.id)] == [MONDAY]
    assert [entry.day for entry in workspace.records.entries_of(second.id)] == [TUESDAY]
    assert import_here(path).unchanged == 5


def test_a_newer_export_with_habits_in_another_order_only_adds_what_is_new(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    monday, tuesday = ("2026-11-16", "YES_MANUAL", ""), ("2026-11-17", "YES_MANUAL", "")
    sit, call = csv_habit(1, "Sit"), csv_habit(2, "Call")
    import_here(write_export(tmp_path / "a.zip", [sit, call], {"001 Sit": [monday]}))
    moved = [csv_habit(1, "Draw"), csv_habit(2, "Call"), csv_habit(3, "Sit")]

    report = import_here(write_export(tmp_path / "b.zip", moved, {"003 Sit": [tuesday, monday]}))

    assert (report.habits, report.entries) == (1, 1)
    assert [said[0] for said in entries_of(workspace, "Sit")] == [MONDAY, TUESDAY]


def test_marks_at_the_start_of_a_file_and_windows_line_ends_do_not_matter(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    files = {
        "Habits.csv": "\ufeffPosition,Name\r\n001,Atmen 🌬️\r\n",
        "001 Atmen/Checkmarks.csv": "\ufeffDate,Value,Notes\r\n2026-11-16,YES_MANUAL,gut\r\n",
    }

    report = import_here(write_zip(tmp_path / "loop.zip", files))

    assert entries_of(workspace, "Atmen 🌬️") == [(MONDAY, State.DONE, None, "gut")]
    assert not any("UTF-8" in warning for warning in report.warnings)


def test_a_file_in_an_old_western_encoding_is_read_and_told(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    files = {
        "Habits.csv": "Position,Name\n001,Müßiggang\n".encode("latin-1"),
        "001 M/Checkmarks.csv": "Date,Value,Notes\n2026-11-16,NO,schön\n".encode("latin-1"),
    }

    report = import_here(write_zip(tmp_path / "loop.zip", files))

    assert entries_of(workspace, "Müßiggang") == [(MONDAY, State.NOT_DONE, None, "schön")]
    assert sum("not written in UTF-8" in warning for warning in report.warnings) == 1


@pytest.mark.parametrize(
    "habits",
    [
        "",
        "nonsense\nand more",
        'Position,Name\n001,"' + "n" * 200_000,
        "Position,Name\n001" + ',"\n"' * 200_000,
    ],
    ids=["empty", "no columns", "an endless cell", "an endless row"],
)
def test_a_list_of_habits_that_is_none_is_refused(
    habits: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_zip(tmp_path / "loop.zip", {"Habits.csv": habits})

    with pytest.raises(BadInput, match=r"“loop\.zip” cannot be read: it is damaged or incomplete"):
        import_here(path)

    assert workspace.records.habits() == []


def test_names_of_files_in_the_zip_lead_nowhere(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    files = {
        "Habits.csv": "Position,Name\n001,Sit\n",
        "../001 Sit/Checkmarks.csv": "2026-11-16,2\n",
        "/001 Sit/Checkmarks.csv": "2026-11-16,2\n",
        "001 ../../Sit/Checkmarks.csv": "2026-11-16,2\n",
    }
    before = sorted(tmp_path.parent.iterdir())

    report = import_here(write_zip(tmp_path / "loop.zip", files))

    assert (report.habits, report.entries) == (1, 0)
    assert sorted(tmp_path.parent.iterdir()) == before


def test_a_zip_that_unfolds_to_far_too_much_is_refused(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = tmp_path / "loop.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Habits.csv", b"0" * (65 * 1024 * 1024))
    assert path.stat().st_size < 100_000

    with pytest.raises(BadInput, match="is too large to be a habit tracker’s file"):
        import_here(path)


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_of_another_kind_is_refused(
    compression: int, tmp_path: Path, import_here: Import
) -> None:
    path = tmp_path / "loop.zip"
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("Habits.csv", "Position,Name\n001,Sit\n")

    with pytest.raises(BadInput, match="cannot be read"):
        import_here(path)
