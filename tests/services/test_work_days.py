"""What is said of work hours is kept, told again and can be taken back."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from selfcare_app.domain.entry import State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.hours_text import parse_hours, parse_interval
from selfcare_app.domain.instants import instant_of, moment_at
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.value import replace
from selfcare_app.domain.workhours import DayHours
from selfcare_app.domain.worklog import Activity
from selfcare_app.services.settings import DECLARATIONS, UNLISTED
from selfcare_app.services.work_settings import ON_TIME, WORK_DECLARATIONS, WORK_HOURS
from selfcare_app.services.zone import system_zone
from tests.services.conftest import everything
from tests.services.office import BERLIN, MONDAY, TUESDAY, Office

YEAR = date(2026, 1, 1)
OFFICE_HOURS = parse_hours("09:00-13:00,14:00-18:00")[0]


@pytest.fixture
def planned(office: Office) -> Office:
    """Work from Monday to Friday."""
    office.workspace.journal.set_work_hours(range(1, 6), OFFICE_HOURS, YEAR)
    return office


def test_every_verb_of_work_hours_can_be_taken_back(planned: Office) -> None:
    journal, work = planned.workspace.journal, planned.work
    done = [
        lambda: journal.set_work_hours([1], (), MONDAY),
        lambda: journal.plan_day(DayHours(TUESDAY, OFFICE_HOURS)),
        lambda: journal.take_days_off(MONDAY, TUESDAY, "by the sea"),
        lambda: journal.follow_the_week(MONDAY, TUESDAY),
        lambda: work.log_day(MONDAY, parse_interval("09:00-18:30"), "notes"),
        lambda: work.log_day(MONDAY, None),
        lambda: work.correct_day(MONDAY, parse_interval("09:00-18:20"), ["call", "notes"]),
        lambda: work.work_on(MONDAY, "client crisis"),
        lambda: work.set_reasons(MONDAY, ["admin", "notes"]),
        lambda: work.keep_wrap_up(MONDAY, ["The last note"], "call back"),
        lambda: work.snooze(MONDAY, 5),
        lambda: work.start_session(50),
        lambda: work.pause_until(datetime(2026, 11, 24, 8)),
        lambda: work.stop_holding(HoldKind.PAUSE),
        lambda: work.done_for_today(["One breath"], "sleep", "notes"),
        lambda: work.work_on_after_all(MONDAY),
        lambda: work.options.set_closing_steps(["Close the door"]),
        lambda: work.options.set_holiday_place("DE-BY"),
    ]
    for number, act in enumerate(done):
        before = everything(planned.workspace)
        planned.now += 60
        act()
        after = everything(planned.workspace)
        assert after != before, number
        journal.undo()
        assert everything(planned.workspace) == before, number
        journal.redo()
        assert everything(planned.workspace) == after, number


def test_a_corrected_day_has_other_times_and_reasons_or_stays_as_it_was(planned: Office) -> None:
    work = planned.work
    work.log_day(MONDAY, parse_interval("09:00-18:30"), "notes")
    work.correct_day(MONDAY, parse_interval("09:00-18:05"), ["admin", "call"])
    assert (work.day(MONDAY).overrun, work.day(MONDAY).reasons) == (5, ("admin", "call"))
    before = everything(planned.workspace)
    with pytest.raises(BadInput, match="word or two"):
        work.correct_day(MONDAY, parse_interval("09:00-19:00"), ["call", " "])
    with pytest.raises(BadInput, match="not come yet"):
        work.correct_day(TUESDAY, parse_interval("09:00-19:00"), [])
    assert everything(planned.workspace) == before
    work.correct_day(MONDAY, None, [])
    assert (work.day(MONDAY).end, work.day(MONDAY).reasons) == (None, ())


def test_hours_can_be_planned_for_a_day_and_given_back_to_the_week(planned: Office) -> None:
    journal, work = planned.workspace.journal, planned.work
    journal.plan_day(DayHours(MONDAY, parse_hours("12:00-21:00")[0], "late"))
    assert work.plan().on(MONDAY).note == "late"
    shift = work.shift(MONDAY)
    assert shift is not None
    assert shift.minutes == 540
    journal.take_days_off(MONDAY, TUESDAY)
    assert work.shift(TUESDAY) is None
    journal.follow_the_week(MONDAY, TUESDAY)
    assert work.plan().on(MONDAY).hours == OFFICE_HOURS


def test_days_off_that_cannot_be_are_refused_in_words(office: Office) -> None:
    journal = office.workspace.journal
    with pytest.raises(BadInput, match="on or after the first"):
        journal.take_days_off(TUESDAY, MONDAY)
    with pytest.raises(BadInput, match="more than a year"):
        journal.take_days_off(MONDAY, MONDAY + timedelta(days=366))


def test_a_day_is_told_as_planned_and_as_it_was(planned: Office) -> None:
    work = planned.work
    work.log_day(MONDAY, parse_interval("09:02-18:41"), "notes")
    day = work.day(MONDAY)
    assert (day.overrun, day.on_time, day.reasons) == (41, False, ("notes",))
    planned.workspace.settings.set(ON_TIME, 30)
    assert not work.day(MONDAY).on_time
    assert [each.planned.day for each in work.days(MONDAY, TUESDAY)] == [MONDAY, TUESDAY]
    with pytest.raises(BadInput, match="has not come yet"):
        work.log_day(TUESDAY, None)


def test_hours_logged_on_a_day_off_are_kept_without_an_overrun(planned: Office) -> None:
    planned.workspace.journal.take_days_off(MONDAY, MONDAY)
    planned.work.log_day(MONDAY, parse_interval("10:00-12:00"))
    day = planned.work.day(MONDAY)
    assert (day.planned_minutes, day.overrun, day.on_time) == (0, None, None)
    assert day.end is not None


def test_after_midnight_an_overnight_shift_is_still_the_day_before(planned: Office) -> None:
    planned.workspace.journal.plan_day(DayHours(MONDAY, parse_hours("22:00-06:00")[0]))
    planned.at(TUESDAY, "06:40")
    assert planned.work.done_for_today() == MONDAY
    assert planned.work.day(MONDAY).overrun == 40


def test_what_is_left_for_tomorrow_waits_there_the_next_morning(planned: Office) -> None:
    work = planned.work
    planned.at(MONDAY, "17:50")
    work.keep_wrap_up(MONDAY, [], "call b", continued=True)
    work.keep_wrap_up(MONDAY, ["One breath"], "call back", continued=True)
    assert work.log(MONDAY).steps == ("One breath",)
    assert work.left_for(TUESDAY) == ""
    planned.at(MONDAY, "18:05")
    work.done_for_today(["The last note"])
    assert work.log(MONDAY).steps == ("The last note",)
    assert work.left_for(TUESDAY) == work.left_for(TUESDAY + timedelta(days=3)) == "call back"
    assert work.left_for(MONDAY) == ""


def test_the_closing_steps_are_the_person_s_own(office: Office) -> None:
    options = office.work.options
    assert options.closing_steps() == ("The last note", "Tomorrow’s first thing", "One breath")
    options.set_closing_steps(["  Close the\tdoor ", " "])
    assert options.closing_steps() == ("Close the door",)
    options.set_closing_steps([])
    assert options.closing_steps() == ()
    with pytest.raises(BadInput, match="Up to 12 steps"):
        options.set_closing_steps(["a"] * 13)
    with pytest.raises(BadInput, match="cannot be read"):
        options.set_closing_steps(["\0"])
    with pytest.raises(BadInput, match="“One breath” is among the steps already"):
        options.set_closing_steps(["One breath", " One  breath"])


def test_options_that_make_no_sense_are_as_if_they_were_never_chosen(office: Office) -> None:
    records = [
        Setting("closing_steps", "[1]"),
        *(
            Setting(f"kept_by_log.{habit}", day)
            for habit, day in (("a", "5"), ("b", '"soon"'), ("c", '"2026-11-23"'))
        ),
        Setting("public_holidays", '"Atlantis"'),
    ]
    office.workspace.journal.add_records("From a file", records)
    options = office.work.options
    assert len(options.closing_steps()) == 3
    assert options.kept_habits() == {"c": MONDAY}
    assert options.holidays() == {}
    office.workspace.journal.add_records("Again", [Setting("public_holidays", "7")])
    assert options.holiday_place() == ""


@pytest.mark.parametrize("rubbish", ["", "{", '"', "NaN", "[" * 100_000])
def test_options_that_are_no_json_are_as_if_they_were_never_chosen(
    planned: Office, rubbish: str
) -> None:
    keys = ("closing_steps", "kept_by_log.a", "public_holidays", "on_time")
    records = [Setting(key, rubbish) for key in keys]
    planned.workspace.journal.add_records("From elsewhere", records)
    planned.restart()
    options = planned.work.options
    assert len(options.closing_steps()) == 3
    assert options.kept_habits() == options.holidays() == {}
    planned.work.log_day(MONDAY, parse_interval("09:00-18:10"))
    assert planned.work.day(MONDAY).on_time
    assert set(records) <= set(everything(planned.workspace))
    options.set_closing_steps(["Close the door"])
    assert options.closing_steps() == ("Close the door",)


def test_public_holidays_are_days_off_once_they_are_wanted(planned: Office) -> None:
    epiphany = date(2027, 1, 6)
    assert planned.work.plan().on(epiphany).hours
    planned.work.options.set_holiday_place("de-by")
    assert planned.work.plan().on(epiphany).chosen_off
    planned.work.options.set_holiday_place("")
    assert planned.work.plan().on(epiphany).hours
    with pytest.raises(BadInput, match="no holidays of “Atlantis”"):
        planned.work.options.set_holiday_place("Atlantis")


def test_without_the_package_public_holidays_say_what_they_need(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "holidays", None)
    with pytest.raises(BadInput, match=r"install selfcare\[holidays\]"):
        office.work.options.set_holiday_place("DE")


def test_a_session_and_a_pause_hold_reminders_and_can_end_early(planned: Office) -> None:
    work = planned.work
    planned.at(MONDAY, "10:00")
    assert f"{work.start_session(50).wall:%H:%M}" == "10:50"
    planned.at(MONDAY, "10:30")
    assert f"{work.start_session(60).wall:%H:%M}" == "11:30"
    assert f"{work.pause_until(datetime(2026, 11, 24, 8)).wall:%d %H:%M}" == "24 08:00"
    assert {hold.kind for hold in work.holds()} == {HoldKind.SESSION, HoldKind.PAUSE}
    planned.at(MONDAY, "11:00")
    assert work.stop_holding(HoldKind.SESSION)
    assert not work.stop_holding(HoldKind.SESSION)
    planned.at(MONDAY, "12:00")
    day = work.day(MONDAY)
    assert (day.sessions, day.session_minutes) == (2, 60)
    assert work.day(TUESDAY).sessions == 0
    with pytest.raises(BadInput, match="over already"):
        work.pause_until(datetime(2026, 11, 23, 11))


def test_a_session_that_ends_as_it_starts_was_none(planned: Office) -> None:
    planned.work.start_session(50)
    planned.work.stop_holding(HoldKind.SESSION)
    assert planned.work.day(MONDAY).sessions == 0


def test_the_preview_tells_what_the_plan_will_bring(planned: Office) -> None:
    found = planned.work.preview(MONDAY, TUESDAY)
    assert [(str(notice.kind), notice.day) for notice in found] == [
        *(("before_end", MONDAY), ("end", MONDAY)),
        *(("before_end", TUESDAY), ("end", TUESDAY)),
    ]


# Habits that the log keeps.


@pytest.fixture
def stopped(planned: Office) -> Habit:
    """“Stopped at my time”, kept by the log since Monday; one more that was deleted since."""
    journal = planned.workspace.journal
    habit, other = (journal.add_habit(Habit("", name, YEAR)) for name in ("Stopped", "Other"))
    for each in (habit, other):
        planned.work.options.keep_habit(each.id, MONDAY)
    journal.delete_habit(other)
    return habit


def state_of(office: Office, habit: Habit, day: date = MONDAY) -> State | None:
    return office.workspace.records.entry(habit.id, day).state


def test_the_log_keeps_the_habit_and_one_undo_takes_back_both(
    planned: Office, stopped: Habit
) -> None:
    planned.at(MONDAY, "18:10")
    planned.work.done_for_today()
    assert state_of(planned, stopped) is State.DONE
    planned.workspace.journal.undo()
    assert state_of(planned, stopped) is None
    assert planned.work.day(MONDAY).end is None


def test_a_correction_of_the_log_corrects_the_habit(planned: Office, stopped: Habit) -> None:
    planned.work.log_day(MONDAY, parse_interval("09:00-18:41"))
    assert state_of(planned, stopped) is State.NOT_DONE
    planned.work.log_day(MONDAY, parse_interval("09:00-18:04"))
    assert state_of(planned, stopped) is State.DONE


def test_the_person_s_word_about_a_habit_stands(planned: Office, stopped: Habit) -> None:
    planned.work.log_day(MONDAY, parse_interval("09:00-18:41"))
    planned.workspace.journal.log_entry(stopped, MONDAY)
    planned.work.log_day(MONDAY, parse_interval("09:00-19:41"))
    assert state_of(planned, stopped) is State.DONE
    planned.workspace.journal.clear(stopped, MONDAY)
    planned.work.log_day(MONDAY, parse_interval("09:00-18:00"))
    assert state_of(planned, stopped) is None


def test_a_day_that_nobody_ended_keeps_the_habit_once_it_is_over(
    planned: Office, stopped: Habit
) -> None:
    start, end = (
        moment_at(instant_of(MONDAY, minute, BERLIN), BERLIN) for minute in (540, 18 * 60 + 5)
    )
    planned.workspace.journal.note_activity(Activity(MONDAY, start, end))
    planned.at(MONDAY, "23:00")
    planned.work.settle()
    assert state_of(planned, stopped) is None
    planned.at(TUESDAY, "08:00")
    undone = planned.workspace.journal.history.next_undo
    planned.work.settle()
    assert state_of(planned, stopped) is State.DONE
    assert state_of(planned, stopped, MONDAY - timedelta(days=1)) is None
    assert planned.workspace.journal.history.next_undo is undone
    planned.work.settle()
    assert state_of(planned, stopped) is State.DONE


def test_a_habit_that_the_log_keeps_no_longer_is_left_alone(
    planned: Office, stopped: Habit
) -> None:
    planned.work.options.keep_habit(stopped.id, None)
    planned.work.log_day(MONDAY, parse_interval("09:00-18:04"))
    assert state_of(planned, stopped) is None


def test_a_habit_that_was_put_away_is_left_alone_until_it_comes_back(
    planned: Office, stopped: Habit
) -> None:
    planned.workspace.journal.archive_habit(stopped)
    planned.work.log_day(MONDAY, parse_interval("09:00-18:04"))
    planned.at(TUESDAY, "20:00")
    planned.work.settle()
    assert planned.workspace.records.entries_of(stopped.id) == []
    planned.workspace.journal.bring_back(stopped)
    planned.work.log_day(TUESDAY, parse_interval("09:00-18:04"))
    assert state_of(planned, stopped, TUESDAY) is State.DONE


def test_a_habit_that_came_to_be_measured_is_left_alone(planned: Office, stopped: Habit) -> None:
    measured = replace(stopped, kind=Kind.MEASURED, direction=Direction.AT_MOST, target=9.0)
    planned.workspace.journal.edit_habit(measured)
    planned.work.log_day(MONDAY, parse_interval("09:00-18:41"))
    planned.at(TUESDAY, "08:00")
    planned.work.settle()
    assert planned.workspace.records.entries_of(stopped.id) == []


# Settings, caches, the zone.


def test_every_setting_of_work_hours_is_declared_with_words_for_its_values() -> None:
    keys = [each.key for each in (*DECLARATIONS, *UNLISTED, *WORK_DECLARATIONS)]
    assert len(keys) == len(set(keys))
    for declaration in WORK_DECLARATIONS:
        assert declaration.section == WORK_HOURS
        assert declaration.default in declaration.allowed
        if declaration.words:
            assert len(declaration.words) == len(declaration.allowed)


def test_what_another_program_planned_is_seen(planned: Office) -> None:
    assert planned.work.plan().on(MONDAY).hours == OFFICE_HOURS
    with planned.workspace.database.writing():
        planned.workspace.database.change("UPDATE weekday_hours SET hours = 'off'")
    assert planned.work.plan().on(MONDAY).hours == OFFICE_HOURS
    planned.workspace.forget_caches()
    assert planned.work.plan().on(MONDAY).hours == ()


@pytest.fixture
def zone_variable() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    os.environ.pop("TZ", None)
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("zone_variable")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system keeps its zone elsewhere")
def test_the_system_s_zone_is_noticed_as_it_changes() -> None:
    for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe"):
        os.environ["TZ"] = name
        here, there = system_zone(), ZoneInfo(name)
        for start in (datetime(2026, 3, 28), datetime(2026, 10, 24), datetime(2026, 4, 4)):
            for quarter in range(3 * 96):
                wall = start + timedelta(minutes=15 * quarter)
                assert (
                    wall.replace(tzinfo=here).utcoffset() == wall.replace(tzinfo=there).utcoffset()
                )
                instant = wall.replace(tzinfo=UTC)
                shown = instant.astimezone(here)
                assert shown.replace(tzinfo=None) == instant.astimezone(there).replace(tzinfo=None)
                assert shown.utcoffset() == instant.astimezone(there).utcoffset()


def test_the_system_s_zone_tells_no_more_than_it_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "tzset", raising=False)
    zone = system_zone()
    assert (zone.utcoffset(None), zone.dst(None), zone.tzname(None)) == (None, None, None)
