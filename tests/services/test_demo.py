"""The made-up year: the same each time, plausible, varied, and accepted by every rule."""

from datetime import date, datetime, timedelta

import pytest

from selfcare_app.domain.checkin import CheckIn, checked_check_in
from selfcare_app.domain.entry import Entry, Pause, State, checked_entry, checked_pause
from selfcare_app.domain.habit import Habit, checked_habit
from selfcare_app.domain.instants import instant_of
from selfcare_app.domain.record import key_of
from selfcare_app.services.demo import DAYS, fill_with_made_up_year, made_up_records
from selfcare_app.services.hours import last_weeks
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import Clock

MONDAY = date(2026, 11, 23)
WEEK = [MONDAY + timedelta(days=offset) for offset in range(7)]
LEAP_DAY = date(2028, 2, 29)


@pytest.mark.parametrize("today", [*WEEK, LEAP_DAY])
def test_made_up_records_keep_every_rule(today: date) -> None:
    records = made_up_records(today)
    habits = {habit.id: checked_habit(habit) for habit in records if isinstance(habit, Habit)}
    assert len({key_of(record) for record in records}) == len(records)
    for record in records:
        match record:
            case Entry():
                checked_entry(record, habits[record.habit_id])
                assert not record.empty
                assert today - timedelta(days=DAYS) < record.day <= today
            case Pause():
                checked_pause(record)
            case CheckIn():
                checked_check_in(record)
                assert record.day <= today


def test_the_same_day_gives_the_same_year() -> None:
    assert made_up_records(MONDAY) == made_up_records(MONDAY)


@pytest.mark.parametrize("today", WEEK)
def test_the_year_is_varied_on_any_day_of_the_week(
    workspace: Workspace, clock: Clock, today: date
) -> None:
    clock.now = datetime(today.year, today.month, today.day, 16, 20)
    fill_with_made_up_year(workspace)
    figures = [workspace.statistics.of(habit) for habit in workspace.records.habits()]
    assert len({each.streaks.current for each in figures}) >= 5
    assert len({round(each.score, 1) for each in figures}) >= 3
    sit = next(each for each in figures if each.habit.name == "Sit and breathe")
    assert (sit.consistency.kept, sit.consistency.planned) == (25, 29)
    assert sit.streaks.current == 17
    assert sit.streaks.best(1)[0].length > 17


def test_the_year_has_a_holiday_lapses_rests_notes_and_a_busy_month() -> None:
    records = made_up_records(MONDAY)
    entries = [record for record in records if isinstance(record, Entry)]
    holiday = next(pause for pause in records if isinstance(pause, Pause) and not pause.habit_id)
    assert (holiday.last - holiday.first).days == 13
    assert not any(holiday.first <= entry.day <= holiday.last for entry in entries)
    assert {entry.state for entry in entries} == set(State)
    assert any(entry.note for entry in entries)
    assert any(record.archived for record in records if isinstance(record, Habit))

    def in_month_ending(back: int) -> int:
        last = MONDAY - timedelta(days=back)
        return sum(last - timedelta(days=30) < entry.day <= last for entry in entries)

    assert in_month_ending(57) < 0.75 * in_month_ending(140)


def test_today_is_partly_logged() -> None:
    records = made_up_records(MONDAY)
    today = [record for record in records if isinstance(record, Entry) and record.day == MONDAY]
    assert [entry.value for entry in today] == [5, 10, 3, None]
    assert CheckIn(MONDAY, energy=3, mood=4) in records


@pytest.mark.parametrize("today", WEEK)
def test_the_year_has_work_days_of_which_about_one_in_seven_is_late(
    workspace: Workspace, clock: Clock, today: date
) -> None:
    clock.now = datetime(today.year, today.month, today.day, 16, 20)
    workspace.work._now = lambda: instant_of(today, 16 * 60 + 20, workspace.work.zone())
    fill_with_made_up_year(workspace)
    weeks = last_weeks(workspace, 51)
    assert len(weeks.known) > 200
    assert 0.08 < len(weeks.late) / len(weeks.known) < 0.25
    assert weeks.weekdays == [1, 2, 3, 4, 5]
    assert {"notes", "client crisis"} <= {reason for reason, _ in weeks.reasons}
    assert 0 < weeks.unknown < 20
    four = last_weeks(workspace, 4)
    eight = last_weeks(workspace, 8)
    assert {"Autumn leave", "unwell"} <= {day.note for day in eight.days if day.off}
    assert four.enough
    assert four.late
    ahead = [workspace.work.plan().on(today + timedelta(days=days)) for days in range(1, 40)]
    assert {"evening group", "training day", "winter break"} <= {each.note for each in ahead}


def test_a_day_of_which_a_habit_says_that_work_stopped_in_time_is_not_late(
    workspace: Workspace,
) -> None:
    fill_with_made_up_year(workspace)
    habits = workspace.records.habits()
    stopped = next(habit for habit in habits if habit.name == "Stopped at my time")
    days = workspace.work.days(MONDAY - timedelta(days=DAYS - 1), MONDAY - timedelta(days=1))
    late = [worked.planned.day for worked in days if worked.on_time is False]
    entries = [workspace.records.entry(stopped.id, day) for day in late]
    assert len(late) > 20
    assert not any(entry.state is State.DONE for entry in entries)
