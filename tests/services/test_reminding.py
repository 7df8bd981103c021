"""The reminders of a running program: noted on disk, true to what was said and seen."""

from datetime import timedelta

import pytest

from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.reminder import Reminder
from selfcare_app.services.settings import Declaration
from selfcare_app.services.work_settings import (
    ACTIVITY_SEEN,
    BREAK_REMINDER,
    NUDGES,
    START_REMINDER,
)
from tests.services.office import MONDAY, TUESDAY, Office

YEAR = MONDAY - timedelta(days=300)


@pytest.fixture
def planned(office: Office) -> Office:
    office.workspace.journal.set_work_hours(range(1, 6), parse_hours("09:00-18:00")[0], YEAR)
    return office


def names(office: Office, seen_ago: int | None = None) -> list[str]:
    """What comes at a tick."""
    seen_at = None if seen_ago is None else office.now - seen_ago
    return [notice.name for notice in office.work.reminding.tick(seen_at).show]


def run(office: Office, clock: str, seen_ago: int | None = None) -> list[str]:
    """What comes up to that time of the same day, ticking every half minute."""
    before = office.now
    target = office.at(MONDAY, clock)
    found = []
    for now in range(before + 30, target + 1, 30):
        office.now = now
        found += names(office, seen_ago)
    return found


def test_what_was_brought_is_on_disk_and_does_not_come_after_a_restart(planned: Office) -> None:
    planned.at(MONDAY, "17:29")
    assert run(planned, "17:31") == ["before_end"]
    planned.restart()
    assert run(planned, "17:50") == []
    assert planned.workspace.journal.history.next_undo is None


def test_a_reminder_put_off_comes_back(planned: Office) -> None:
    planned.at(MONDAY, "17:29")
    run(planned, "17:31")
    planned.work.snooze(MONDAY, 5)
    assert run(planned, "17:40") == ["snooze:1"]


def test_killed_during_overrun_the_day_closes_at_the_last_heartbeat(planned: Office) -> None:
    planned.at(MONDAY, "17:50")
    run(planned, "18:25")
    planned.restart()
    planned.at(TUESDAY, "08:30")
    assert planned.work.reminding.woke_up()
    assert names(planned) == []
    assert not planned.work.reminding.woke_up()
    day = planned.work.day(MONDAY)
    assert (day.overrun, day.on_time) == (25, False)


def test_restarted_after_a_sleep_over_the_end_one_quiet_word_comes(planned: Office) -> None:
    planned.at(MONDAY, "16:00")
    run(planned, "16:20")
    planned.restart()
    planned.at(MONDAY, "19:30")
    found = planned.work.reminding.tick()
    assert ([notice.name for notice in found.show], found.late) == (["end"], True)
    assert planned.work.day(MONDAY).overrun is None
    planned.at(TUESDAY, "09:00")
    assert planned.work.day(MONDAY).overrun == 0


def test_idle_past_the_end_is_left_in_peace_and_is_no_overrun(planned: Office) -> None:
    planned.at(MONDAY, "17:50")
    assert run(planned, "18:02", seen_ago=0) == ["before_end", "end"]
    seen_at = planned.now
    for minutes in range(10, 120, 10):
        planned.now = seen_at + minutes * 60
        assert planned.work.reminding.tick(seen_at).show == ()
    planned.at(TUESDAY, "09:00")
    assert planned.work.day(MONDAY).overrun == 2


def test_listening_in_session_is_being_there(planned: Office) -> None:
    planned.at(MONDAY, "17:25")
    planned.work.start_session(50)
    started = planned.now
    for minutes in range(1, 50):
        planned.now = started + minutes * 60
        assert planned.work.reminding.tick(started).show == ()
    planned.at(TUESDAY, "09:00")
    assert planned.work.day(MONDAY).overrun == 14


def untouched(office: Office, start: int, clock: str) -> list[str]:
    """What comes up to that time while nothing is touched since `start`."""
    found = []
    for now in range(office.now + 30, office.at(MONDAY, clock) + 1, 30):
        office.now = now
        found += [notice.name for notice in office.work.reminding.tick(start).show]
    return found


def break_minutes(office: Office) -> int:
    """The breaks of Monday, looked back at on Tuesday."""
    now = office.now
    office.at(TUESDAY, "09:00")
    found = office.work.day(MONDAY).break_minutes
    office.now = now
    return found


def test_time_in_which_nothing_was_touched_can_be_counted_as_work(planned: Office) -> None:
    start = planned.at(MONDAY, "09:00")
    planned.work.reminding.tick(start)
    assert untouched(planned, start, "10:20") == [f"still:{start}"]
    planned.work.reminding.tick(planned.now)
    assert break_minutes(planned) == 80
    planned.work.was_working(MONDAY, start)
    assert break_minutes(planned) == 0
    planned.workspace.journal.undo()
    assert break_minutes(planned) == 80


def test_answered_at_once_no_break_comes_of_it(planned: Office) -> None:
    start = planned.at(MONDAY, "09:00")
    planned.work.reminding.tick(start)
    planned.at(MONDAY, "10:00")
    planned.work.was_working(MONDAY, start)
    planned.at(MONDAY, "10:01")
    planned.work.reminding.tick(planned.now)
    assert break_minutes(planned) == 0


def test_without_any_activity_there_is_nothing_to_count(planned: Office) -> None:
    before = planned.workspace.journal.history.next_undo
    planned.work.was_working(MONDAY, 0)
    assert planned.workspace.journal.history.next_undo is before


def test_with_activity_off_the_log_relies_on_what_is_said(planned: Office) -> None:
    planned.workspace.settings.set(ACTIVITY_SEEN, False)
    planned.at(MONDAY, "17:50")
    assert run(planned, "18:01") == ["before_end", "end"]
    planned.at(TUESDAY, "09:00")
    assert planned.work.day(MONDAY).end is None


@pytest.mark.parametrize(("declaration", "name"), [(START_REMINDER, "start")])
def test_what_was_switched_on_comes(
    planned: Office, declaration: Declaration[bool], name: str
) -> None:
    planned.workspace.settings.set(declaration, True)
    planned.workspace.settings.set(BREAK_REMINDER, True)
    planned.at(MONDAY, "08:59")
    assert run(planned, "09:01") == [name]


def test_a_habit_comes_only_while_the_day_waits_for_it(planned: Office) -> None:
    journal = planned.workspace.journal
    every_morning = Reminder("", "", 8 * 60)
    kinds = {"kind": Kind.MEASURED, "target": 20.0, "unit": "min"}
    least = Habit("", "Walk", YEAR, direction=Direction.AT_LEAST, **kinds)
    most = Habit("", "Screen", YEAR, direction=Direction.AT_MOST, **kinds)
    habits = {
        name: journal.add_habit(Habit("", name, YEAR) if habit is None else habit, [every_morning])
        for name, habit in {
            **dict.fromkeys(["open", "done", "not done", "rest", "paused", "put away"]),
            "partly": least,
            "under": most,
        }.items()
    }
    journal.add_habit(Habit("", "without reminder", YEAR))
    journal.log_entry(habits["done"], MONDAY)
    journal.mark_not_done(habits["not done"], MONDAY)
    journal.rest(habits["rest"], MONDAY)
    journal.pause(habits["paused"], MONDAY, TUESDAY)
    journal.archive_habit(habits["put away"])
    journal.log_entry(habits["partly"], MONDAY, 10)
    journal.log_entry(habits["under"], MONDAY, 10)
    planned.at(MONDAY, "08:00")
    found = planned.work.reminding.tick()
    brought = {notice.habit_id for notice in found.show}
    assert brought == {habits["open"].id, habits["partly"].id}
    planned.workspace.settings.set(NUDGES, 2)
    assert planned.work.reminding.tick().show == ()


def test_a_habit_put_off_comes_again_and_leaves_nothing_to_undo(planned: Office) -> None:
    journal = planned.workspace.journal
    habits = [
        journal.add_habit(Habit("", name, YEAR), [Reminder("", "", 10 * 60)])
        for name in ("Sit", "Walk")
    ]
    planned.at(MONDAY, "10:00")
    assert len(names(planned)) == 2
    undone = journal.history.next_undo
    at = [planned.work.reminding.come_later(habit.id) for habit in habits]
    assert at == [planned.now + 30 * 60] * 2
    assert journal.history.next_undo is undone
    planned.restart()
    planned.workspace.journal.log_entry(habits[1], MONDAY)
    assert run(planned, "10:29") == []
    assert run(planned, "10:31") == [f"later:{habits[0].id}:{at[0]}"]
    planned.at(TUESDAY, "11:00")
    planned.work.reminding.come_later(habits[1].id, 5)
    assert planned.workspace.settings.value("reminders_later") == {
        habits[1].id: planned.now + 5 * 60
    }


@pytest.mark.parametrize("kept", ["7", '{"x": "y"}'])
def test_a_list_of_habits_put_off_that_makes_no_sense_does_no_harm(
    planned: Office, kept: str
) -> None:
    planned.workspace.journal.keep_quietly("reminders_later", kept)
    planned.at(MONDAY, "17:29")
    assert run(planned, "17:31") == ["before_end"]


def test_a_row_of_the_fired_set_that_nobody_knows_does_no_harm(planned: Office) -> None:
    with planned.workspace.database.writing():
        planned.workspace.database.change(
            "INSERT INTO fired (day, name, at, shown, modified_at) VALUES (?, '?:x', -9, 0, 1)",
            (MONDAY.toordinal(),),
        )
    planned.at(MONDAY, "17:29")
    assert run(planned, "17:31") == ["before_end"]


def test_a_sign_of_the_person_leaves_figures_and_plan_at_hand(planned: Office) -> None:
    workspace = planned.workspace
    habit = workspace.journal.add_habit(Habit("", "Sit", YEAR))
    figures, plan = workspace.statistics.of(habit), planned.work.plan()
    planned.at(MONDAY, "17:31")
    assert names(planned) == ["before_end"]
    assert workspace.statistics.of(habit) is figures
    assert planned.work.plan() is plan
