"""Days, notes and everything erased for good: gone from the file, and from what undo remembers."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause
from selfcare_app.domain.erasure import Erasure
from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.hold import Hold
from selfcare_app.domain.instants import wall_clock
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.timer import Timer
from selfcare_app.domain.worklog import WorkLog
from selfcare_app.services.backup import back_up
from selfcare_app.services.settings import GRACE_DAYS
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.db import StoreError
from tests.services.conftest import everything
from tests.services.test_erasing import bytes_on_disk

TODAY = date(2026, 11, 23)
SECRET = "Zwetschgenmus"


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Sit", ago(30)))


@pytest.fixture
def walk(workspace: Workspace) -> Habit:
    measured = {"kind": Kind.MEASURED, "target": 20, "direction": Direction.AT_LEAST, "unit": "min"}
    return workspace.journal.add_habit(Habit("", "Walk", ago(30), **measured))


@pytest.fixture
def month(workspace: Workspace, sit: Habit, walk: Habit) -> Workspace:
    """Ten days with something of every kind, each with a note."""
    journal = workspace.journal
    for back in range(10):
        journal.log_entry(sit, ago(back), note=f"{SECRET} {back}")
        journal.set_note(walk, ago(back), f"{SECRET} alone {back}")
        journal.check_in(CheckIn(ago(back), energy=3, note=f"{SECRET} check-in {back}"))
        journal.keep_work_log("Logged", WorkLog(ago(back), tomorrow=f"{SECRET} tomorrow"), {})
    journal.pause(sit, ago(6), ago(5), f"{SECRET} pause")
    journal.pause(None, ago(8), ago(2), f"{SECRET} long pause")
    journal.start_timer(walk, ago(5))
    journal.plan_days(ago(5), ago(5), (), f"{SECRET} ill")
    return workspace


def test_not_one_byte_of_erased_notes_is_left_and_the_rest_stays(
    month: Workspace, sit: Habit
) -> None:
    month.journal.erase_days(Erasure(ago(9), TODAY, notes_only=True))
    assert SECRET.encode() not in bytes_on_disk(month)
    states = [entry.state for entry in month.records.entries_of(sit.id)]
    assert states.count("done") == 10
    assert [each.energy for each in month.records.check_ins()] == [3] * 10
    assert len(month.records.pauses()) == 2


def test_an_entry_that_was_nothing_but_its_note_is_gone_with_it(
    month: Workspace, walk: Habit
) -> None:
    month.journal.erase_days(Erasure(ago(3), ago(3), walk.id, notes_only=True))
    assert [entry.day for entry in month.records.entries_of(walk.id)] == [
        ago(back) for back in range(9, -1, -1) if back != 3
    ]


def test_one_note_of_one_habit_goes_alone(month: Workspace, sit: Habit, walk: Habit) -> None:
    month.journal.erase_days(Erasure(ago(3), ago(3), sit.id, notes_only=True))
    on_disk = bytes_on_disk(month)
    assert f"{SECRET} 3".encode() not in on_disk
    for kept in (f"{SECRET} 2", f"{SECRET} alone 3", f"{SECRET} check-in 3"):
        assert kept.encode() in on_disk
    entry = month.records.entry(sit.id, ago(3))
    assert (entry.state, entry.note) == ("done", "")


def test_erased_days_are_gone_with_everything_that_is_about_them(
    month: Workspace, sit: Habit
) -> None:
    month.journal.erase_days(Erasure(ago(6), ago(3)))
    kept = everything(month)
    days = {record.day for record in kept if isinstance(record, Entry | CheckIn | WorkLog)}
    assert days == {ago(back) for back in (9, 8, 7, 2, 1, 0)}
    assert not [record for record in kept if isinstance(record, Timer)]
    (pause,) = (record for record in kept if isinstance(record, Pause))
    assert (pause.first, pause.last, pause.note) == (ago(8), ago(2), "")
    assert not month.work.one_offs()
    on_disk = bytes_on_disk(month)
    assert f"{SECRET} 3".encode() not in on_disk
    assert f"{SECRET} 7".encode() in on_disk


def test_days_of_one_habit_leave_all_others_alone(
    month: Workspace, sit: Habit, walk: Habit
) -> None:
    month.journal.erase_days(Erasure(ago(9), TODAY, sit.id))
    assert month.records.entries_of(sit.id) == []
    assert len(month.records.entries_of(walk.id)) == 10
    assert len(month.records.check_ins()) == 10
    assert [pause.habit_id for pause in month.records.pauses()] == [None]


def test_a_session_of_an_erased_day_is_gone(month: Workspace) -> None:
    month.work.start_session(50)
    today = wall_clock(month.work.moment().at, month.work.zone()).date()
    month.journal.erase_days(Erasure(ago(9000), today - timedelta(days=1)))
    assert [record for record in everything(month) if isinstance(record, Hold)]
    month.journal.erase_days(Erasure(today, today))
    assert not [record for record in everything(month) if isinstance(record, Hold)]


def test_undo_passes_over_what_was_erased(month: Workspace, sit: Habit) -> None:
    month.settings.set(GRACE_DAYS, 0)
    month.journal.erase_days(Erasure(ago(9), TODAY))
    titles = []
    while (change := month.journal.undo()) is not None:
        titles.append(change.title)
    assert titles == ["Setting “Grace days”", "“Walk” added", "“Sit” added"]


def test_undo_still_takes_back_what_was_about_other_days_and_habits(
    month: Workspace, sit: Habit, walk: Habit
) -> None:
    month.journal.erase_days(Erasure(ago(9), ago(4), sit.id))
    while month.journal.undo() is not None:
        pass
    assert everything(month) == []


def test_figures_follow_at_once(month: Workspace, sit: Habit) -> None:
    assert month.statistics.of(sit).streaks.current == 10
    month.journal.erase_days(Erasure(ago(9), ago(1)))
    assert month.statistics.of(sit).streaks.current == 1


def test_everything_is_everything(month: Workspace) -> None:
    month.settings.set(GRACE_DAYS, 0)
    month.journal.erase_everything()
    assert everything(month) == []
    assert month.settings.get(GRACE_DAYS) == GRACE_DAYS.default
    assert month.journal.undo() is None
    assert SECRET.encode() not in bytes_on_disk(month)
    assert month.journal.add_habit(Habit("", "Anew", TODAY)).name == "Anew"


@pytest.mark.parametrize(
    "erase",
    [
        lambda journal: journal.erase_days(Erasure(ago(9), TODAY)),
        lambda journal: journal.erase_days(Erasure(ago(9), TODAY, notes_only=True)),
        lambda journal: journal.erase_everything(),
    ],
)
def test_what_cannot_be_erased_stays_wholly(
    month: Workspace, erase: Callable[[object], object]
) -> None:
    before = everything(month)
    month.database.row("PRAGMA query_only = ON")
    with pytest.raises(StoreError):
        erase(month.journal)
    month.database.row("PRAGMA query_only = OFF")
    assert everything(month) == before
    assert month.journal.undo() is not None


def test_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(BadInput, match="turn them round"):
        Erasure(TODAY, ago(1))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.integers(0, 12), st.integers(0, 12), st.booleans(), st.booleans())
def test_nothing_of_the_range_is_left_and_nothing_else_goes(
    month: Workspace, one: int, other: int, notes_only: bool, of_one: bool
) -> None:
    first, last = ago(max(one, other)), ago(min(one, other))
    habit = month.records.habits()[0] if of_one else None
    erasure = Erasure(first, last, habit and habit.id, notes_only)
    before = everything(month)
    month.journal.erase_days(erasure)
    after = everything(month)

    def outside(record: object) -> bool:
        if isinstance(record, Entry):
            return not erasure.covers(record.day) or (
                of_one and record.habit_id != erasure.habit_id
            )
        if isinstance(record, CheckIn | WorkLog):
            return of_one or not erasure.covers(record.day)
        return isinstance(record, Habit | Setting)

    assert [each for each in after if outside(each)] == [each for each in before if outside(each)]
    for record in after:
        if isinstance(record, Entry | CheckIn) and not outside(record):
            assert notes_only
            assert record.note == ""


def test_copies_that_the_program_knows_of_are_deleted(month: Workspace, tmp_path: Path) -> None:
    for name in ("backups/selfcare-2026-11-22.db", "selfcare-before-version-3.db"):
        back_up(month, month.folder / name)
    for log in ("-wal", "-journal"):
        (month.folder / f"selfcare-before-version-3.db{log}").touch()
    (month.folder / ".rescue-1").mkdir()
    (month.folder / ".rescue-1" / "working.db").write_text("cut off by the power")
    (month.folder / "backups" / "letter.txt").write_text("Dear Ann")
    assert len(month.copies()) == 2
    month.delete_copies(month.copies())
    assert month.copies() == []
    left = {file.name for file in month.folder.rglob("*") if file.is_file()}
    assert left == {"selfcare.db", "selfcare.db-wal", "selfcare.db-shm", "letter.txt"}


def test_copies_that_cannot_be_deleted_are_named(
    month: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        back_up(month, month.folder / f"selfcare-{name}.db")
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name == "selfcare-one.db":
            raise PermissionError
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(KnownError, match=r"could not be deleted: selfcare-one\.db\."):
        month.delete_copies(month.copies())
    assert [file.name for file in month.copies()] == ["selfcare-one.db"]
