"""The workspace: which day it is, and what others wrote meanwhile."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from selfcare_app.domain.habit import Habit
from selfcare_app.services.settings import DAY_START_HOUR
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.store.db import StoreError
from tests.services.conftest import Clock
from tests.services.office import Office

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("hour", "now", "day"),
    [
        (3, datetime(2026, 11, 24, 2, 59, 59), date(2026, 11, 23)),
        (3, datetime(2026, 11, 24, 3), date(2026, 11, 24)),
        (0, datetime(2026, 11, 24), date(2026, 11, 24)),
        (6, datetime(2026, 1, 1, 5, 59), date(2025, 12, 31)),
    ],
)
def test_before_the_day_start_hour_it_is_still_yesterday(
    workspace: Workspace, clock: Clock, hour: int, now: datetime, day: date
) -> None:
    workspace.settings.set(DAY_START_HOUR, hour)
    clock.now = now
    assert workspace.today() == day
    until = workspace.seconds_until_tomorrow()
    assert 0 < until <= 24 * 3600
    clock.now = now + timedelta(seconds=until)
    assert workspace.today() == day + timedelta(days=1)


def test_what_others_wrote_is_seen_once_it_was_noticed(
    workspace: Workspace, elsewhere: Workspace
) -> None:
    assert workspace.records.habits() == []
    assert not workspace.changed_elsewhere()
    habit = elsewhere.journal.add_habit(Habit("", "Sit", TODAY))
    elsewhere.journal.log_entry(habit, TODAY)
    assert workspace.changed_elsewhere()
    assert workspace.records.habits() == [habit]
    assert workspace.statistics.of(habit).streaks.current == 1
    assert not workspace.changed_elsewhere()


def test_what_was_logged_is_there_the_next_day(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "deep" / "er" / "selfcare.db"
    first = open_workspace(path, clock)
    habit = first.journal.add_habit(Habit("", "Sit", TODAY))
    first.journal.log_entry(habit, TODAY)
    first.close()
    first.close()
    clock.now += timedelta(days=1)
    second = open_workspace(path, clock)
    assert second.statistics.of(habit).streaks.current == 1
    second.close()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError):
        open_workspace(tmp_path / "file" / "selfcare.db")


def test_the_folder_of_the_data_can_be_told(workspace: Workspace, tmp_path: Path) -> None:
    assert workspace.folder == tmp_path / "data"


def test_a_workspace_knows_cheaply_whether_there_is_anything_to_tell_of_work(
    office: Office,
) -> None:
    assert not office.workspace.tells_of_work
    office.work.start_session(25)
    assert office.workspace.tells_of_work
    office.workspace.journal.undo()
    assert not office.workspace.tells_of_work
