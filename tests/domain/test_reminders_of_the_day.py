"""When reminders come: every stage, and every trap that clocks, zones and sleep set."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.hold import Hold, HoldKind
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.instants import Moment, instant_of, moment_at, wall_clock
from selfcare_app.domain.notice import NoticeKind, Rules, in_quiet_hours, next_wall_time
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.scheduler import Situation, due, preview
from selfcare_app.domain.shift import day_end, day_of, shift_of
from selfcare_app.domain.value import replace
from selfcare_app.domain.workhours import DayHours, WeekdayHours, WorkPlan
from selfcare_app.domain.worklog import WorkLog
from tests.domain.desk import BERLIN, LONG_AGO, MONDAY, NEW_YORK, Desk, every_day

OFFICE = every_day("09:00-13:00,14:00-17:00")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def clocks(plan: WorkPlan, day: date, rules: Rules | None = None) -> list[str]:
    """What the plan brings on a day, by the clock on the wall."""
    return [
        f"{wall_clock(notice.at, BERLIN):%d. %H:%M%z} {notice.name}"
        for notice in preview(plan, BERLIN, rules or Rules(), day, day)
    ]


# The three stages, snoozed, held and silenced.


def test_the_end_comes_in_three_stages() -> None:
    desk = Desk(OFFICE, "08:00").run_until("18:00")
    assert desk.shown == [
        *("16:30 before_end", "17:00 end", "17:20 past_end:1", "17:40 past_end:2"),
        "18:00 past_end:3",
    ]


def test_start_and_breaks_are_told_where_that_was_chosen() -> None:
    desk = Desk(OFFICE, "08:00", rules=Rules(starts=True, breaks=True)).run_until("14:30")
    assert desk.shown == ["09:00 start", "13:00 break:1"]


def test_intervals_that_touch_have_no_break_between_them() -> None:
    plan = every_day("09:00-13:00,13:00-17:00")
    assert clocks(plan, MONDAY, Rules(breaks=True)) == [
        "23. 16:30+0100 before_end",
        "23. 17:00+0100 end",
    ]
    shift = shift_of(MONDAY, plan.on(MONDAY).hours, BERLIN)
    assert shift is not None
    assert len(shift.spans) == 2


def test_no_stage_comes_that_was_switched_off() -> None:
    desk = Desk(OFFICE, "08:00", rules=Rules(before=0, every=0)).run_until("19:00")
    assert desk.shown == ["17:00 end"]


def test_a_reminder_never_comes_before_its_day_starts() -> None:
    assert clocks(every_day("09:00-09:20"), MONDAY)[0] == "23. 09:00+0100 before_end"


def test_past_the_end_reminders_stop_after_six_hours() -> None:
    desk = Desk(OFFICE, "22:55").run_until("02:00", days=1)
    assert desk.shown[-1] == "23:00 past_end:18"


def test_a_reminder_put_off_comes_back_as_the_stage_that_it_is_then() -> None:
    desk = Desk(OFFICE, "16:00").run_until("16:30")
    desk.snooze(15)
    desk.run_until("16:50")
    desk.snooze(5)
    desk.run_until("16:58")
    desk.snooze(5)
    desk.run_until("17:25")
    kinds = [(text, notice.kind) for text, notice in desk.brought[1:]]
    assert kinds == [
        ("16:45 snooze:1", NoticeKind.BEFORE_END),
        ("16:55 snooze:2", NoticeKind.BEFORE_END),
        ("17:03 snooze:3", NoticeKind.END),
        ("17:20 past_end:1", NoticeKind.PAST_END),
    ]
    assert [notice.name for notice in desk.passed] == ["end"]


def test_late_in_the_evening_a_reminder_put_off_says_how_late_it_is() -> None:
    desk = Desk(OFFICE, "17:35")
    desk.snooze(15)
    desk.run_until("17:52")
    assert desk.brought[-1][1].kind is NoticeKind.PAST_END


def test_putting_off_has_its_bound_in_words() -> None:
    desk = Desk(OFFICE, "16:31")
    for _ in range(3):
        desk.snooze(5)
    with pytest.raises(BadInput, match="That was 3 times today; wrap up, or work on"):
        desk.snooze(5)
    with pytest.raises(BadInput, match="5, 15 or 30 minutes"):
        desk.snooze(7)


def test_a_reminder_put_off_at_midnight_comes_back_on_the_same_shift() -> None:
    desk = Desk(every_day("16:00-23:50"), "23:40").run_until("23:59")
    desk.snooze(15)
    desk.run_until("00:20", days=1)
    assert desk.shown[-1] == "00:14 snooze:1"
    assert desk.brought[-1][1].day == MONDAY


def test_in_session_everything_waits_and_the_newest_and_highest_comes_after_it() -> None:
    desk = Desk(OFFICE, "16:20")
    desk.in_session(50)
    desk.run_until("17:09")
    assert desk.shown == []
    desk.run_until("17:15")
    assert desk.shown == ["17:10 end"]
    assert [notice.name for notice in desk.passed] == ["before_end"]


def test_after_a_session_a_break_is_offered_where_that_was_chosen() -> None:
    desk = Desk(OFFICE, "10:00", rules=Rules(breaks=True))
    desk.in_session(50)
    desk.in_session(10, HoldKind.PAUSE)
    desk.run_until("11:30")
    assert desk.shown == ["10:50 break:hold 0"]


def test_after_a_session_outside_work_hours_nothing_is_offered() -> None:
    desk = Desk(OFFICE, "07:00", rules=Rules(breaks=True))
    desk.in_session(50)
    assert desk.run_until("08:00").shown == []


def test_what_lost_its_sense_while_it_was_held_is_logged_and_not_brought() -> None:
    desk = Desk(OFFICE, "16:20", rules=Rules(every=0))
    desk.in_session(39, HoldKind.PAUSE)
    desk.run_until("16:58")
    desk.in_session(4)
    desk.run_until("17:05")
    assert desk.shown == ["17:02 end"]


def test_done_for_today_silences_everything_until_the_next_work_day() -> None:
    desk = Desk(OFFICE, "16:00")
    desk.reminders = [Reminder("r", "walk", 20 * 60)]
    desk.open_habits = {"walk"}
    desk.done()
    desk.run_until("15:59", days=1)
    assert desk.shown == []
    desk.run_until("20:30")
    assert desk.shown[:2] == ["16:30 before_end", "17:00 end"]
    assert desk.shown[-1] == "20:20 past_end:10"
    assert "20:00 habit:r" in desk.shown


def test_a_day_that_was_ended_by_hand_is_silent() -> None:
    desk = Desk(OFFICE, "16:00")
    end = moment_at(desk.now, BERLIN)
    desk.logs[MONDAY] = WorkLog(MONDAY, end=end)
    assert desk.run_until("18:00").shown == []


# Every row of the table of cases.


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_five_o_clock_stays_five_o_clock_whatever_the_season(day: date) -> None:
    before, after = (clocks(OFFICE, day + timedelta(days=step)) for step in (-1, 1))
    assert [text[4:9] for text in before] == [text[4:9] for text in after] == ["16:30", "17:00"]
    assert [text[4:9] for text in clocks(OFFICE, day)] == ["16:30", "17:00"]


@pytest.mark.parametrize(("day", "minutes"), [(SPRING, 7 * 60), (AUTUMN, 9 * 60), (MONDAY, 480)])
def test_lengths_count_real_time_on_the_nights_when_the_clocks_change(
    day: date, minutes: int
) -> None:
    hours = parse_hours("22:00-06:00")[0]
    shift = shift_of(day - timedelta(days=1), hours, BERLIN)
    assert shift is not None
    assert shift.minutes == minutes


def test_a_time_that_does_not_exist_comes_an_hour_later() -> None:
    assert clocks(every_day("22:00-02:30"), SPRING - timedelta(days=1))[-1] == "29. 03:30+0200 end"


def test_a_time_that_comes_twice_comes_once_the_first_time() -> None:
    plan = every_day("22:00-02:30")
    assert clocks(plan, AUTUMN - timedelta(days=1))[-1] == "25. 02:30+0200 end"
    desk = Desk(plan, "22:00", AUTUMN - timedelta(days=1), rules=Rules(every=0))
    desk.run_until("04:00", days=1)
    assert desk.shown == ["02:00 before_end", "02:30 end"]


def test_hours_that_the_clocks_leave_out_bring_nothing() -> None:
    assert clocks(every_day("02:30-03:10"), SPRING) == []


def test_in_another_zone_the_new_local_hours_count_and_nothing_comes_again() -> None:
    desk = Desk(OFFICE, "16:00").run_until("17:05")
    desk.zone = NEW_YORK
    desk.run_until("17:00")
    names = [text.partition(" ")[2] for text in desk.shown]
    assert names.count("before_end") == names.count("end") == 1
    desk.run_until("17:00", days=1)
    assert desk.shown[-2:] == ["16:30 before_end", "17:00 end"]


def test_the_log_keeps_the_offset_of_where_a_day_was_lived() -> None:
    desk = Desk(OFFICE, "09:00").run_until("17:05")
    desk.zone = NEW_YORK
    desk.sleep_until("17:00", days=1)
    day = desk.day()
    assert day.end is not None
    assert f"{day.end.wall:%H:%M}" == "17:05"
    assert (day.planned_minutes, day.overrun, day.on_time) == (420, 5, True)


def test_asleep_over_the_end_there_is_one_quiet_word_on_waking_and_no_overrun() -> None:
    desk = Desk(OFFICE, "16:00").run_until("16:20")
    desk.sleep_until("19:30")
    assert desk.shown == ["19:30 end"]
    assert desk.tick() == due(OFFICE, BERLIN, Rules(), Situation(now=0))
    desk.run_until("19:32")
    desk.sleep_until("08:00", days=1)
    assert desk.day().overrun == 2
    assert f"{desk.brought[0][1].end}" == str(instant_of(MONDAY, 17 * 60, BERLIN))


def test_a_word_that_comes_after_a_sleep_is_marked_as_late() -> None:
    desk = Desk(OFFICE, "16:00")
    desk.now = instant_of(MONDAY, 18 * 60, BERLIN)
    assert desk.tick().late


def test_of_several_after_waking_the_newest_and_highest_comes_and_the_others_are_logged() -> None:
    desk = Desk(OFFICE, "08:00", rules=Rules(starts=True, breaks=True, quiet=(0, 0)))
    desk.reminders = [Reminder("a", "sit", 8 * 60 + 30), Reminder("b", "walk", 16 * 60 + 45)]
    desk.open_habits = {"sit", "walk"}
    desk.sleep_until("16:50")
    assert desk.shown == ["16:50 before_end"]
    assert sorted(notice.name for notice in desk.passed) == [
        *("break:1", "habit:a", "habit:b", "start"),
    ]


def test_after_a_night_asleep_yesterday_s_end_is_logged_and_not_brought() -> None:
    desk = Desk(OFFICE, "16:00").run_until("16:55")
    desk.sleep_until("08:30", days=1)
    assert desk.shown == ["16:30 before_end"]
    assert "end" in [notice.name for notice in desk.passed]


def test_a_clock_set_back_brings_nothing_again_and_makes_no_negative_overrun() -> None:
    desk = Desk(OFFICE, "16:00").run_until("17:30")
    desk.set_clock("16:00")
    desk.run_until("17:30")
    names = [text.partition(" ")[2] for text in desk.shown]
    assert names == ["before_end", "end", "past_end:1"]
    desk.done()
    assert desk.day().overrun == 30
    desk.logs[MONDAY] = replace(desk.logs[MONDAY], done=Moment(desk.now - 4 * 3600, 60))
    assert desk.day().overrun == 0


def test_a_day_off_is_silent_but_for_one_word_when_somebody_works_on_it() -> None:
    plan = every_day("09:00-17:00", DayHours(MONDAY))
    desk = Desk(plan, "12:00").run_until("18:00")
    assert desk.shown == ["12:10 day_off"]
    idle = Desk(plan, "12:00")
    idle.active = False
    assert idle.run_until("18:00").shown == []


def test_a_weekday_without_hours_is_silent() -> None:
    plan = WorkPlan([WeekdayHours(2, LONG_AGO, parse_hours("09:00-17:00")[0])])
    assert Desk(plan, "08:00").run_until("20:00").shown == []


def test_an_overnight_interval_belongs_to_the_day_on_which_it_starts() -> None:
    plan = every_day("22:00-06:00")
    tuesday = MONDAY + timedelta(days=1)
    for clock, day in (("22:00", MONDAY), ("30:30", MONDAY), ("33:59", MONDAY), ("34:00", tuesday)):
        hours, _, minutes = clock.partition(":")
        at = instant_of(MONDAY, int(hours) * 60 + int(minutes), BERLIN)
        assert day_of(at, plan, BERLIN, 3) == day
    desk = Desk(plan, "22:00").run_until("06:00", days=1)
    assert {notice.day for _, notice in desk.brought} == {MONDAY}


def test_a_shift_may_begin_soon_after_the_night_before() -> None:
    plan = every_day("22:00-06:00,08:00-10:00")
    at = instant_of(MONDAY, 24 * 60 + 8 * 60, BERLIN)
    assert day_of(at, plan, BERLIN, 3) == MONDAY + timedelta(days=1)
    assert day_of(at - 1, plan, BERLIN, 3) == MONDAY
    early = WorkPlan([WeekdayHours(2, LONG_AGO, parse_hours("02:00-09:00")[0])])
    assert day_end(early, MONDAY, BERLIN, 3) == instant_of(MONDAY, 26 * 60, BERLIN)


def test_a_pause_does_not_end_at_midnight() -> None:
    desk = Desk(every_day("16:00-23:50"), "23:00")
    desk.in_session(120, HoldKind.PAUSE)
    assert desk.run_until("00:59", days=1).shown == []
    assert desk.run_until("01:01").shown == ["01:00 past_end:3"]


def test_hours_edited_during_the_day_count_at_once_and_past_reminders_stay_past() -> None:
    desk = Desk(OFFICE, "16:00").run_until("16:40")
    desk.plan = every_day("09:00-20:00")
    desk.run_until("18:00")
    assert desk.shown == ["16:30 before_end"]
    desk.plan = every_day("09:00-17:45")
    desk.tick()
    assert desk.shown[1:] == ["18:00 end"]


def test_an_interval_ends_with_the_minute_before_its_end() -> None:
    assert in_quiet_hours(22 * 60, (22 * 60, 7 * 60))
    assert in_quiet_hours(7 * 60 - 1, (22 * 60, 7 * 60))
    assert not in_quiet_hours(7 * 60, (22 * 60, 7 * 60))
    assert in_quiet_hours(13 * 60, (13 * 60, 14 * 60))
    assert not in_quiet_hours(14 * 60, (13 * 60, 14 * 60))
    assert not in_quiet_hours(5, (5, 5))
    desk = Desk(OFFICE, "16:00")
    desk.in_session(60)
    assert desk.run_until("17:00").shown == ["17:00 end"]


def test_sunday_is_the_seventh_day() -> None:
    sunday = WorkPlan([WeekdayHours(7, LONG_AGO, parse_hours("09:00-17:00")[0])])
    assert len(clocks(sunday, SPRING)) == 2
    assert clocks(sunday, SPRING + timedelta(days=1)) == []


def test_after_a_crash_during_overrun_the_day_closes_at_the_last_heartbeat() -> None:
    desk = Desk(OFFICE, "09:00").run_until("17:45")
    desk.last_tick = max(each.last.at for each in desk.activity.values())
    desk.sleep_until("08:00", days=1)
    day = desk.day()
    assert day.end is not None
    assert f"{day.end.wall:%H:%M}" == "17:45"
    assert (day.overrun, day.on_time) == (45, False)


def test_a_pause_survives_the_computer_s_sleep() -> None:
    desk = Desk(OFFICE, "16:00")
    desk.in_session(120, HoldKind.PAUSE)
    desk.sleep_until("17:30")
    assert desk.shown == []
    assert desk.run_until("18:01").shown == ["18:00 past_end:3"]


def test_a_hold_outlives_a_clock_set_back_but_not_one_that_was_years_ahead() -> None:
    hold = Hold("h", HoldKind.SESSION, Moment(10_000), Moment(13_000))
    assert hold.holds(10_000)
    assert hold.holds(9_000)
    assert not hold.holds(13_000)
    assert not hold.holds(6_999)


def test_idle_at_the_desk_inside_work_hours_does_not_end_the_day() -> None:
    desk = Desk(OFFICE, "09:00").run_until("11:00")
    desk.active = False
    desk.run_until("16:00")
    desk.active = True
    desk.run_until("17:02")
    desk.active = False
    desk.run_until("04:00", days=1)
    day = desk.day()
    assert (day.overrun, day.break_minutes) == (2, 300)
    asked = f"12:00 still:{instant_of(MONDAY, 11 * 60, BERLIN)}"
    assert desk.shown == [asked, "16:30 before_end", "17:00 end"]


def test_whoever_touches_nothing_for_an_hour_is_asked_once_whether_they_still_work() -> None:
    desk = Desk(OFFICE, "09:00").run_until("10:00")
    desk.active = False
    assert desk.run_until("10:59").shown == []
    assert [text[:11] for text in desk.run_until("13:00").shown] == ["11:00 still"]
    desk.active = True
    desk.run_until("14:10")
    desk.active = False
    assert [text[:11] for text in desk.run_until("16:00").shown] == ["11:00 still", "15:10 still"]


def test_nobody_is_asked_in_session_while_paused_or_outside_work_hours() -> None:
    early = Desk(OFFICE, "07:00").run_until("07:30")
    early.active = False
    assert early.run_until("09:30").shown == []
    late = Desk(OFFICE, "16:10").run_until("16:15")
    late.active = False
    assert "still" not in " ".join(late.run_until("18:30").shown)
    held = Desk(OFFICE, "09:00").run_until("10:00")
    held.active = False
    held.holds = [Hold("h", HoldKind.PAUSE, Moment(held.now), Moment(held.now + 3 * 3600))]
    assert held.run_until("12:59").shown == []


def test_after_a_sleep_nobody_is_asked_whether_they_worked() -> None:
    desk = Desk(OFFICE, "09:00").run_until("10:00")
    desk.active = False
    desk.sleep_until("12:00")
    assert desk.shown == []
    assert [notice.name[:5] for notice in desk.passed] == ["still"]


def test_the_program_starts_late_in_the_evening_without_calling_it_overrun() -> None:
    desk = Desk(OFFICE, "19:00")
    desk.last_tick = None
    desk.tick()
    assert desk.shown == ["19:00 end"]


# Reminders of habits.


def test_a_time_typed_is_the_next_that_comes() -> None:
    now = wall_clock(instant_of(MONDAY, 15 * 60, BERLIN), BERLIN)
    assert f"{next_wall_time(now, 15 * 60 + 1):%d %H:%M}" == "23 15:01"
    assert f"{next_wall_time(now, 15 * 60):%d %H:%M}" == "24 15:00"
