import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.area import DEFAULT_AREA
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import LONGEST_NAME, LONGEST_TEXT, Direction, Habit, Kind
from selfcare_app.domain.schedule import EVERY_DAY, Schedule, TimesInDays
from selfcare_app.services.transfer.report import Skipped
from selfcare_app.services.workspace import Workspace
from tests.services.transfer.conftest import Import
from tests.services.transfer.loop_files import habit, measured, repetition, write_backup

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)


def only_habit(workspace: Workspace) -> Habit:
    (found,) = workspace.records.habits(archived=True)
    return found


def entries_of_only_habit(workspace: Workspace) -> list[tuple[date, State | None, float | None]]:
    entries = workspace.records.entries_of(only_habit(workspace).id)
    return [(entry.day, entry.state, entry.value) for entry in entries]


def reasons(skipped: list[Skipped]) -> dict[tuple[str, str], int]:
    return {(part.what, part.why): part.count for part in skipped}


@pytest.mark.parametrize("key", ["id", "_id"])
@pytest.mark.parametrize("version", range(9, 26))
def test_a_backup_of_every_version_is_read(
    version: int, key: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_backup(
        tmp_path / "loop.db",
        [
            habit(1, "Sit", description="Did you sit?", question="Did you sit?", archived=1),
            habit(2, "Call", freq_num=2, freq_den=14),
        ],
        [repetition(1, MONDAY), repetition(2, TUESDAY), repetition(2, WEDNESDAY)],
        version,
        key,
    )

    report = import_here(path)

    assert (report.format, report.habits, report.entries) == ("loop-db", 2, 3)
    assert report.skipped == []
    sit, call = workspace.records.habits(archived=True)
    assert (sit.name, sit.cue, sit.notes, sit.archived) == ("Sit", "Did you sit?", "", True)
    assert (call.name, call.schedule, call.archived) == ("Call", TimesInDays(2, 14), False)
    assert workspace.records.entries_of(sit.id) == [Entry(sit.id, MONDAY, State.DONE)]
    assert [entry.day for entry in workspace.records.entries_of(call.id)] == [TUESDAY, WEDNESDAY]
    assert (sit.created, call.created) == (MONDAY, TUESDAY)


def test_a_habit_keeps_all_that_loop_knows_of_it(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    row = measured(
        7,
        "Read",
        question="After supper?",
        description="In bed",
        target_type=1,
        target_value=2.5,
        unit="hours",
        color=3,
        uuid="a1b2",
        freq_num=1,
        freq_den=7,
    )

    import_here(write_backup(tmp_path / "loop.db", [row]))

    read = only_habit(workspace)
    assert read == Habit(
        id=read.id,
        name="Read",
        created=workspace.today(),
        area=DEFAULT_AREA,
        kind=Kind.MEASURED,
        schedule=TimesInDays(1, 7),
        target=2.5,
        direction=Direction.AT_MOST,
        unit="hours",
        cue="After supper?",
        notes="In bed",
        colour="#FF8F00",
        position=0,
        origin="loop:a1b2",
    )


def test_values_of_a_yes_no_habit_become_states(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    days = [date(2026, 11, day) for day in range(1, 7)]
    values = [-1, 0, 1, 2, 3, 1000]
    rows = [repetition(1, day, value) for day, value in zip(days, values, strict=True)]

    report = import_here(write_backup(tmp_path / "loop.db", [habit(1)], rows))

    assert entries_of_only_habit(workspace) == [
        (days[1], State.NOT_DONE, None),
        (days[3], State.DONE, None),
        (days[4], State.REST, None),
    ]
    assert reasons(report.skipped) == {
        ("days ticked by Loop itself", "Selfcare works them out anew"): 1,
        ("entries", "a value that yes/no habits do not have"): 1,
    }


def test_values_of_a_measured_habit_are_thousandths_but_three_is_a_rest(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    days = [date(2026, 11, day) for day in range(1, 9)]
    values = [-1, 0, 1, 2, 3, 2500, -5, 10**18]
    rows = [repetition(1, day, value) for day, value in zip(days, values, strict=True)]

    report = import_here(write_backup(tmp_path / "loop.db", [measured(1)], rows))

    assert entries_of_only_habit(workspace) == [
        (days[1], State.NOT_DONE, 0.0),
        (days[2], State.DONE, 0.001),
        (days[3], State.DONE, 0.002),
        (days[4], State.REST, None),
        (days[5], State.DONE, 2.5),
    ]
    assert reasons(report.skipped) == {
        ("entries", "an amount below 0 or too large to keep"): 2,
    }


def test_notes_are_kept_even_on_days_that_loop_does_not_know(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [
        repetition(1, MONDAY, 2, "By the window 🌿"),
        repetition(1, TUESDAY, -1, "שקט"),
        repetition(1, WEDNESDAY, 2, "n" * (LONGEST_TEXT + 1)),
    ]

    report = import_here(write_backup(tmp_path / "loop.db", [habit(1)], rows))

    sit = only_habit(workspace)
    entries = workspace.records.entries_of(sit.id)
    assert entries[0] == Entry(sit.id, MONDAY, State.DONE, note="By the window 🌿")
    assert entries[1] == Entry(sit.id, TUESDAY, note="שקט")
    assert len(entries[2].note) == LONGEST_TEXT
    assert reasons(report.skipped) == {("ends of notes", "longer than 100000 characters"): 1}


@pytest.mark.parametrize(
    ("times", "days", "schedule"),
    [
        (1, 1, EVERY_DAY),
        (7, 7, EVERY_DAY),
        (3, 7, TimesInDays(3, 7)),
        (1, 30, TimesInDays(1, 30)),
        (2, 5, TimesInDays(2, 5)),
        (None, None, EVERY_DAY),
    ],
)
def test_how_often_is_kept(
    times: int | None,
    days: int | None,
    schedule: Schedule,
    tmp_path: Path,
    workspace: Workspace,
    import_here: Import,
) -> None:
    path = write_backup(tmp_path / "loop.db", [habit(1, freq_num=times, freq_den=days)])

    report = import_here(path)

    assert only_habit(workspace).schedule == schedule
    assert len(report.warnings) == 1  # of the practice area


@pytest.mark.parametrize(("times", "days"), [(3, 1), (0, 7), (-1, 5), (1, 1000), (10**15, 7)])
def test_a_frequency_that_makes_no_sense_becomes_every_day_and_is_told(
    times: int, days: int, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    report = import_here(write_backup(tmp_path / "l.db", [habit(1, freq_num=times, freq_den=days)]))

    assert only_habit(workspace).schedule == EVERY_DAY
    assert any(f"{times} times in {days} days" in warning for warning in report.warnings)


@pytest.mark.parametrize("target", [-1.0, float("inf"), 1e300])
def test_a_target_that_makes_no_sense_becomes_0_and_is_told(
    target: float, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    report = import_here(write_backup(tmp_path / "l.db", [measured(1, target_value=target)]))

    assert only_habit(workspace).target == 0.0
    assert "“Walk” has no usable target; here it is 0." in report.warnings


@pytest.mark.parametrize(
    ("number", "colour"),
    [
        (0, "#D32F2F"),
        (19, "#AAAAAA"),
        (20, None),
        (-2937041, "#D32F2F"),  # signed ARGB, as before version 14
        (-(2**40), None),
        (None, None),
        (2.5, None),
    ],
)
def test_colours_are_kept(
    number: object, colour: str | None, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(write_backup(tmp_path / "loop.db", [habit(1, color=number)]))

    assert only_habit(workspace).colour == colour


def test_habits_stand_in_loops_order_after_those_that_are_here(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    workspace.journal.add_habit(Habit("", "Mine", workspace.today()))
    rows = [habit(1, "Third", position=5), habit(2, "First", position=-1), habit(3, "Second")]

    import_here(write_backup(tmp_path / "loop.db", rows))

    names = [kept.name for kept in workspace.records.habits()]
    assert names == ["Mine", "First", "Second", "Third"]


def test_a_name_of_ten_thousand_characters_is_cut_and_kept_in_the_notes(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    name = "Breathe 🌬️ " * 1000
    path = write_backup(tmp_path / "loop.db", [habit(1, name, description="Slowly")])

    report = import_here(path)

    kept = only_habit(workspace)
    assert len(kept.name) <= LONGEST_NAME
    assert kept.name.startswith("Breathe 🌬️ Breathe")
    assert kept.notes == f"{name.strip()}\n\nSlowly"
    assert any("more than 200 characters" in warning for warning in report.warnings)


@pytest.mark.parametrize("name", ["", "  \n ", None])
def test_a_habit_without_a_name_gets_one_and_is_told(
    name: str | None, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    report = import_here(write_backup(tmp_path / "loop.db", [habit(1) | {"name": name}]))

    assert only_habit(workspace).name == "Unnamed habit"
    assert any("has no name" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    "name", ["נשימה עמוקה", "呼吸", "🧘🏽‍♀️", "Müßiggang", "'); DROP TABLE habit;"]
)
def test_names_of_all_scripts_are_kept(
    name: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    import_here(write_backup(tmp_path / "loop.db", [habit(1, name)]))

    assert only_habit(workspace).name == name


def test_text_that_is_no_utf_8_is_read_as_far_as_it_goes(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_backup(tmp_path / "loop.db", [habit(1, "plain")])
    path.write_bytes(path.read_bytes().replace(b"plain", "pl\xe4in".encode("latin-1")))

    import_here(path)

    assert only_habit(workspace).name == "pl\ufffdin"


def test_two_habits_of_one_name_stay_two(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [repetition(1, MONDAY), repetition(2, TUESDAY)]
    path = write_backup(tmp_path / "loop.db", [habit(1, "Sit"), habit(2, "Sit")], rows)

    report = import_here(path)

    assert report.habits == 2
    days = [
        [entry.day for entry in workspace.records.entries_of(kept.id)]
        for kept in workspace.records.habits()
    ]
    assert days == [[MONDAY], [TUESDAY]]


def test_reminders_are_told_not_to_be_carried_over(tmp_path: Path, import_here: Import) -> None:
    rows = [habit(1, reminder_hour=18, reminder_min=0), habit(2)]

    report = import_here(write_backup(tmp_path / "loop.db", rows))

    assert reasons(report.skipped) == {("reminders", "they stay with Loop on the phone"): 1}


def test_rows_that_cannot_be_read_are_left_out_and_counted(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    tomorrow = date(2026, 11, 24)
    rows = [
        repetition(1, MONDAY),
        repetition(1, MONDAY, 0),
        repetition(1, tomorrow),
        repetition(9, MONDAY),
        repetition(1, TUESDAY) | {"timestamp": None},
        repetition(1, TUESDAY) | {"timestamp": 10**18},
        repetition(1, TUESDAY) | {"timestamp": -(10**17)},
        repetition(1, TUESDAY) | {"value": "two"},
        repetition(1, TUESDAY) | {"value": 2.5},
    ]
    habits = [habit(1), habit(2, type=2)]

    report = import_here(write_backup(tmp_path / "loop.db", habits, rows, version=21))

    assert entries_of_only_habit(workspace) == [(MONDAY, State.DONE, None)]
    assert reasons(report.skipped) == {
        ("habits", "of a kind that is not known"): 1,
        ("entries", "a second one for the same day"): 1,
        ("entries", "their day has not come yet"): 1,
        ("entries", "their habit is not in the file"): 1,
        ("entries", "without a readable day or value"): 5,
    }


def test_whole_numbers_kept_as_decimals_are_read(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_backup(tmp_path / "loop.db", [habit(1)], [repetition(1, MONDAY)])
    path.write_bytes(path.read_bytes().replace(b"timestamp INTEGER", b"timestamp REAL   "))

    import_here(path)

    assert entries_of_only_habit(workspace) == [(MONDAY, State.DONE, None)]


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        (26, "“loop.db” is a Loop backup of version 26, newer than this Selfcare knows (up to 25)"),
        (8, "“loop.db” is a Loop backup of version 8, older than Selfcare knows (from 9)"),
        (0, "“loop.db” is a Loop backup of version 0, older than Selfcare knows (from 9)"),
    ],
)
def test_another_version_is_refused_in_one_sentence(
    version: int, sentence: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_backup(tmp_path / "loop.db", [habit(1)], [], version)

    with pytest.raises(BadInput) as refused:
        import_here(path)

    assert str(refused.value).startswith(sentence)
    assert workspace.records.habits() == []


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_the_backup_itself_is_left_as_it_was(
    mode: str, tmp_path: Path, import_here: Import
) -> None:
    folder = tmp_path / "phone?"
    folder.mkdir()
    path = write_backup(folder / "loop #1 %41.db", [habit(1)], [repetition(1, MONDAY)])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
    before = path.read_bytes()

    import_here(path)

    assert path.read_bytes() == before
    assert list(folder.iterdir()) == [path]


def test_rows_that_still_stand_in_a_log_beside_the_backup_are_read(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_backup(tmp_path / "loop.db", [habit(1)])
    with closing(sqlite3.connect(path)) as loop:
        loop.execute("PRAGMA journal_mode = WAL")
        loop.execute("INSERT INTO Repetitions (habit, timestamp, value) VALUES (1, 0, 2)")
        loop.commit()

        import_here(path)

    assert entries_of_only_habit(workspace) == [(date(1970, 1, 1), State.DONE, None)]
