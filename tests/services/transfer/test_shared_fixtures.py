"""Real files of other trackers, which are kept beside the project where they are kept."""

from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Direction, Habit
from selfcare_app.domain.schedule import EVERY_DAY, TimesInDays
from selfcare_app.services.transfer.report import ImportReport, Skipped
from selfcare_app.services.workspace import Workspace
from tests.services.transfer.conftest import Import

FOLDER = Path(__file__).parents[4] / "shared" / "fixtures"


def real_file(name: str, app: str = "loop") -> Path:
    path = FOLDER / app / name
    if not path.is_file():
        pytest.skip(f"needs ../shared/fixtures/{app}/{name}")
    return path


def states(workspace: Workspace, habit: Habit) -> dict[str, State | float | None]:
    """What was said of each day: the amount where there is one, else the state."""
    return {
        entry.day.isoformat(): entry.state if entry.value is None else entry.value
        for entry in workspace.records.entries_of(habit.id)
    }


def counts(report: ImportReport) -> tuple[str, int, int]:
    return report.format, report.habits, report.entries


def test_a_backup_of_version_21(workspace: Workspace, import_here: Import) -> None:
    report = import_here(real_file("021.db"))

    assert counts(report) == ("loop-db", 1, 3)
    assert report.skipped == []
    (hello,) = workspace.records.habits()
    assert (hello.name, hello.schedule, hello.created) == (
        "Hello world",
        EVERY_DAY,
        date(2017, 6, 19),
    )
    assert states(workspace, hello) == {
        "2017-06-19": State.DONE,
        "2017-06-20": State.DONE,
        "2017-06-21": State.DONE,
    }
    assert counts(import_here(real_file("021.db"))) == ("loop-db", 0, 0)


def test_a_backup_of_version_22(workspace: Workspace, import_here: Import) -> None:
    report = import_here(real_file("022.db"))

    assert counts(report) == ("loop-db", 2, 1)
    assert [(part.what, part.count) for part in report.skipped] == [("reminders", 1)]
    work_out, test = workspace.records.habits()
    assert (work_out.name, work_out.cue, work_out.notes) == ("Work out", "Did you work out?", "")
    assert states(workspace, work_out) == {"2020-01-01": State.DONE}
    assert (test.name, states(workspace, test)) == ("Test", {})


def test_a_csv_export(workspace: Workspace, import_here: Import) -> None:
    report = import_here(real_file("csv_export_golden.zip"))

    assert counts(report) == ("loop-csv", 2, 9)
    assert report.skipped == [
        Skipped("days ticked by Loop itself", "Selfcare works them out anew", 3)
    ]
    meditate, wake_up = workspace.records.habits()
    assert (meditate.schedule, meditate.colour) == (EVERY_DAY, "#FF8F00")
    assert (wake_up.schedule, wake_up.colour) == (TimesInDays(2, 3), "#00897B")
    said = states(workspace, wake_up)
    done = [day for day, state in said.items() if state is State.DONE]
    assert done == [f"2015-01-{day}" for day in (16, 17, 20, 21, 22, 25)]
    assert said["2015-01-24"] is State.NOT_DONE
    entry = workspace.records.entry(wake_up.id, date(2015, 1, 19))
    assert entry == Entry(wake_up.id, date(2015, 1, 19), note='"Vacation"')


def test_a_csv_export_with_amounts(workspace: Workspace, import_here: Import) -> None:
    report = import_here(real_file("loop_csv_2.3.1.zip"))

    assert counts(report) == ("loop-csv", 3, 7)
    assert report.skipped == []
    someone, value, yes_no = workspace.records.habits(archived=True)
    assert (someone.archived, someone.notes) == (True, "77")
    assert (value.target, value.direction, value.unit) == (12.0, Direction.AT_MOST, "unit")
    assert value.schedule == TimesInDays(1, 30)
    assert states(workspace, value) == {"2026-07-02": 30.0, "2026-07-03": 3.0, "2026-07-04": 12.0}
    assert states(workspace, yes_no) == {
        "2026-07-01": State.NOT_DONE,
        "2026-07-02": State.DONE,
        "2026-07-03": State.NOT_DONE,
        "2026-07-04": State.DONE,
    }
    assert workspace.records.entry(value.id, date(2026, 7, 2)).note == "hi"


def test_an_export_of_habitbull(workspace: Workspace, import_here: Import) -> None:
    report = import_here(real_file("habitbull.csv", "others"))

    assert counts(report) == ("habitbull-csv", 4, 14)
    assert report.skipped == [Skipped("entries", "a second one for the same day", 4)]
    dragons, sleep, pushup, spirit = workspace.records.habits()
    assert [workspace.records.area(kept.area).title for kept in (dragons, sleep)] == [
        "Diet & Food",
        "Time Management",
    ]
    assert (spirit.notes, dragons.created) == (
        "transcend ego, practice compassion, smile and breath",
        date(2016, 3, 18),
    )
    assert workspace.records.entry(dragons.id, date(2016, 3, 18)).note == "text"
    assert set(states(workspace, pushup)) == {f"2016-03-{day}" for day in (15, 16, 18, 21)}
    assert counts(import_here(real_file("habitbull.csv", "others"))) == ("habitbull-csv", 0, 0)


def test_a_backup_of_tickmate(workspace: Workspace, import_here: Import) -> None:
    report = import_here(real_file("tickmate.db", "others"))

    assert counts(report) == ("tickmate-db", 3, 68)
    assert [(part.what, part.count) for part in report.skipped] == [
        ("icons", 3),
        ("times of day of entries", 37),
    ]
    sport, love, vegan = workspace.records.habits()
    assert [kept.name for kept in (sport, love, vegan)] == ["Sport", "I love you", "Vegan"]
    assert (sport.notes, sport.measured) == ("Practiced my favourite sport", False)
    assert states(workspace, sport)["2016-03-20"] is State.DONE
    assert (vegan.target, vegan.unit) == (1.0, "times")
    assert sum(entry.value or 0 for entry in workspace.records.entries_of(vegan.id)) == 57
    assert counts(import_here(real_file("tickmate.db", "others"))) == ("tickmate-db", 0, 0)
