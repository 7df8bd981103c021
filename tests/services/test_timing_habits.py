"""Timers count by the clock, add up, and their stop can be taken back."""

from collections.abc import Callable
from datetime import date

import pytest

from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.timer import LONGEST_SECONDS, Timer, seconds_counted
from selfcare_app.services.journal import Journal
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.tables import Tables

TODAY = date(2026, 11, 23)
TOMORROW = date(2026, 11, 24)


class Instant:
    """UTC milliseconds that stand still until they are set."""

    def __init__(self) -> None:
        self.now = 1_000_000

    def __call__(self) -> int:
        return self.now

    def pass_minutes(self, minutes: float) -> None:
        self.now += round(minutes * 60_000)


@pytest.fixture
def instant() -> Instant:
    return Instant()


@pytest.fixture
def journal(workspace: Workspace, instant: Instant) -> Journal:
    return Journal(Tables(workspace.database), instant, lambda: TODAY)


@pytest.fixture
def sit(journal: Journal) -> Habit:
    habit = Habit(
        "", "Sit", TODAY, kind=Kind.MEASURED, target=5, direction=Direction.AT_LEAST, unit="min"
    )
    return journal.add_habit(habit)


def logged(workspace: Workspace, habit: Habit) -> float | None:
    return workspace.records.entry(habit.id, TODAY).value


def test_what_was_done_is_logged_when_the_timer_stops(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(3)
    journal.pause_timer(sit)
    instant.pass_minutes(60)
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(1.5)
    assert journal.stop_timer(sit) == 4.5
    assert logged(workspace, sit) == 4.5
    assert workspace.records.timers() == []


def test_several_timers_on_one_day_add_up(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    for _ in range(3):
        journal.start_timer(sit, TODAY)
        instant.pass_minutes(2)
        journal.stop_timer(sit)
    assert logged(workspace, sit) == 6


def test_starting_or_pausing_twice_changes_nothing(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.pause_timer(sit)
    assert workspace.records.timers() == []
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(1)
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(1)
    journal.pause_timer(sit)
    journal.pause_timer(sit)
    (timer,) = workspace.records.timers()
    assert (timer.seconds, timer.running) == (120, False)


def test_a_stop_that_is_taken_back_gives_back_what_was_counted(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(4)
    journal.stop_timer(sit)
    instant.pass_minutes(30)
    journal.undo()
    assert logged(workspace, sit) is None
    assert workspace.records.timers() == [Timer(sit.id, TODAY, 240.0)]
    journal.redo()
    assert (logged(workspace, sit), workspace.records.timers()) == (4, [])


def test_stopping_what_never_ran_or_only_for_a_moment_logs_nothing(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    assert journal.stop_timer(sit) == 0
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(0.02)
    assert journal.stop_timer(sit) == 0
    assert workspace.records.entries_of(sit.id) == []
    assert workspace.records.timers() == []


def test_a_discarded_timer_logs_nothing(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(9)
    journal.discard_timer(sit)
    assert (workspace.records.timers(), logged(workspace, sit)) == ([], None)


def test_a_clock_that_is_set_back_takes_nothing_away(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(2)
    journal.pause_timer(sit)
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(-600)
    assert journal.stop_timer(sit) == 2


def test_a_forgotten_timer_counts_no_more_than_a_day() -> None:
    assert seconds_counted(Timer("sit", TODAY, 5, 0), 10**12) == LONGEST_SECONDS


def test_only_minutes_can_be_timed_and_only_days_that_have_come(
    workspace: Workspace, journal: Journal, sit: Habit
) -> None:
    read = journal.add_habit(Habit("", "Read", TODAY))
    with pytest.raises(BadInput, match="for habits in minutes"):
        journal.start_timer(read, TODAY)
    with pytest.raises(BadInput, match="has not come yet"):
        journal.start_timer(sit, TOMORROW)
    assert workspace.records.timers() == []


def test_minutes_done_otherwise_add_up_with_those_of_the_timer(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(2)
    journal.stop_timer(sit)
    journal.log_minutes(sit, TODAY, 4.5)
    assert logged(workspace, sit) == 6.5
    journal.undo()
    assert logged(workspace, sit) == 2


def test_minutes_go_to_habits_in_minutes_and_to_days_that_have_come(
    workspace: Workspace, journal: Journal, sit: Habit
) -> None:
    read = journal.add_habit(Habit("", "Read", TODAY))
    with pytest.raises(BadInput, match="Only habits in minutes"):
        journal.log_minutes(read, TODAY, 3)
    with pytest.raises(BadInput, match="has not come yet"):
        journal.log_minutes(sit, TOMORROW, 3)
    assert workspace.records.entries_of(sit.id) == []


def test_what_the_person_corrects_is_logged_instead_of_what_was_counted(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(500)
    assert journal.stop_timer(sit, 20) == 20
    assert (logged(workspace, sit), workspace.records.timers()) == (20, [])


def test_a_clock_set_back_while_it_is_watched_takes_nothing_away(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(12)
    journal.follow_clock()
    instant.pass_minutes(-60)
    journal.follow_clock()
    instant.pass_minutes(3)
    assert journal.stop_timer(sit) == 15


def test_a_clock_set_back_is_no_change_of_the_person_s_to_be_undone(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    started = len(journal.history._done)
    instant.pass_minutes(12)
    journal.follow_clock()
    instant.pass_minutes(-60)
    journal.follow_clock()
    assert len(journal.history._done) == started
    journal.undo()
    assert workspace.records.timers() == []


def test_a_clock_set_back_before_the_start_and_unwatched_still_takes_nothing_away(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(-600)
    later = Journal(Tables(workspace.database), instant, lambda: TODAY)
    later.follow_clock()
    instant.pass_minutes(4)
    assert later.stop_timer(sit) == 4


def test_a_clock_set_back_on_a_full_disk_is_mended_with_the_next_look(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(12)
    journal.follow_clock()
    instant.pass_minutes(-60)
    workspace.database.row("PRAGMA query_only = 1")
    with pytest.raises(KnownError):
        journal.follow_clock()
    workspace.database.row("PRAGMA query_only = 0")
    journal.follow_clock()
    assert journal.stop_timer(sit) == 12


def test_a_timer_that_stands_still_does_not_mind_the_clock(
    workspace: Workspace, journal: Journal, sit: Habit, instant: Instant
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(12)
    journal.pause_timer(sit)
    instant.pass_minutes(-60)
    journal.follow_clock()
    assert workspace.records.timers() == [Timer(sit.id, TODAY, 720.0)]


@pytest.mark.parametrize("put_away", [Journal.archive_habit, Journal.delete_habit])
def test_a_timer_stands_still_while_its_habit_is_put_away(
    workspace: Workspace,
    journal: Journal,
    sit: Habit,
    instant: Instant,
    put_away: Callable[[Journal, Habit], None],
) -> None:
    journal.start_timer(sit, TODAY)
    instant.pass_minutes(3)
    put_away(journal, sit)
    instant.pass_minutes(600)
    journal.bring_back(sit)
    assert journal.stop_timer(sit) == 3
    assert logged(workspace, sit) == 3
