from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import State
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.services.workspace import Workspace
from tests.services.transfer.conftest import Import, left_out, said_of, told
from tests.services.transfer.other_files import (
    REWIRE_TABLES,
    rewire_habit,
    write_database,
    write_rewire,
)

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
PUT_AWAY = "Habits that were put away in Rewire are here as running ones."


def check_in(habit: object, day: str, kind: int = 2) -> dict[str, object]:
    return {"habit_id": habit, "date": day, "type": kind}


def test_a_backup_is_read_with_all_that_it_tells(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_rewire(
        tmp_path / "rewire.db",
        habits=[rewire_habit(1, "Sit", description="Quietly"), rewire_habit(2, "Walk")],
        checkins=[check_in(1, "20261116"), check_in(1, "20261117"), check_in(2, "20261117")],
        reminders=[{"habit_id": 1, "time": 20 * 60 + 15, "active_days": "0,6"}],
    )

    report = import_here(path)

    assert (report.format, report.habits, report.entries) == ("rewire-db", 2, 3)
    assert (report.skipped, told(report)) == ([], [PUT_AWAY])
    sit, _ = workspace.records.habits()
    assert (sit.name, sit.notes, sit.created, sit.schedule) == ("Sit", "Quietly", MONDAY, EVERY_DAY)
    assert said_of(workspace, "Sit") == [
        (MONDAY, State.DONE, None, ""),
        (TUESDAY, State.DONE, None, ""),
    ]
    (reminder,) = workspace.records.reminders(sit.id)
    assert reminder == Reminder(reminder.id, sit.id, 20 * 60 + 15, frozenset({1, 7}))


@pytest.mark.parametrize(
    ("columns", "schedule", "warning"),
    [
        ({"active_days": "0, 2,4"}, Weekdays(frozenset({1, 3, 5})), "Look whether the weekdays"),
        ({"active_days": ""}, EVERY_DAY, "How often “Sit” was planned is not clear"),
        ({"schedule": 1, "days": 3, "period": 0}, TimesPerWeek(3), None),
        ({"schedule": 1, "days": 4, "period": 1}, TimesPerMonth(4), None),
        ({"schedule": 1, "days": 9, "period": 2}, TimesInDays(9, 365), None),
        ({"schedule": 1, "days": 8, "period": 0}, EVERY_DAY, "How often “Sit”"),
        ({"schedule": 1, "days": 8, "period": 5}, EVERY_DAY, "How often “Sit”"),
        ({"schedule": 2, "repeating_count": 5}, TimesInDays(1, 5), None),
        ({"schedule": 2, "repeating_count": 1}, EVERY_DAY, None),
        ({"schedule": 2, "repeating_count": None}, EVERY_DAY, "How often “Sit”"),
        ({"schedule": 7}, EVERY_DAY, "How often “Sit”"),
    ],
)
def test_its_schedules_become_ours_and_what_is_doubtful_is_told(
    columns: dict[str, object],
    schedule: Schedule,
    warning: str | None,
    tmp_path: Path,
    workspace: Workspace,
    import_here: Import,
) -> None:
    report = import_here(write_rewire(tmp_path / "r.db", habits=[rewire_habit(1, **columns)]))

    assert workspace.records.habits()[0].schedule == schedule
    doubts = [words for words in told(report) if words != PUT_AWAY]
    assert len(doubts) == (warning is not None)
    assert warning is None or doubts[0].startswith(warning)


def test_what_cannot_be_kept_is_left_out_and_counted(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_rewire(
        tmp_path / "rewire.db",
        habits=[rewire_habit(1), rewire_habit(1, "Twin"), rewire_habit(0) | {"_id": None}],
        checkins=[
            check_in(1, "20261116"),
            check_in(1, "20261116"),
            check_in(1, "20261117", kind=1),
            check_in(1, "20261118", kind=3),
            check_in(1, "2026-11-19"),
            check_in(1, "20261341"),
            check_in(1, "２０２６１１１６"),
            check_in(9, "20261116"),
            check_in("one", "20261116"),
        ],
        reminders=[
            {"habit_id": 1, "time": 1440, "active_days": "0"},
            {"habit_id": 1, "time": 600, "active_days": "7"},
            {"habit_id": None, "time": 600, "active_days": "0"},
        ],
    )

    report = import_here(path)

    assert said_of(workspace, "Sit") == [(MONDAY, State.DONE, None, "")]
    assert left_out(report) == {
        ("habits", "without a key of their own"): 2,
        ("reminders", "without a readable time, weekday or habit"): 3,
        ("entries", "a second one for the same day"): 1,
        ("entries", "not marked as done, and what else they say is unknown"): 2,
        ("entries", "without a readable day or value"): 3,
        ("entries", "their habit is not in the file"): 2,
    }


def test_a_backup_without_reminders_is_read(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    tables = {name: columns for name, columns in REWIRE_TABLES.items() if name != "REMINDERS"}

    report = import_here(
        write_database(tmp_path / "rewire.db", tables, {"HABITS": [rewire_habit(1)]})
    )

    assert (report.habits, report.reminders, report.skipped) == (1, 0, [])
