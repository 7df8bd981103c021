"""The last weeks' work days: what counts, what is left out, and what they come to."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.hours_text import parse_hours, parse_interval
from selfcare_app.domain.instants import Moment, Span, instant_of, moment_at
from selfcare_app.domain.workhours import DayHours
from selfcare_app.domain.worklog import Activity
from selfcare_app.services.hours import (
    FEWEST_DAYS,
    WorkDay,
    WorkWeeks,
    last_weeks,
    seen_times,
    work_day,
)
from selfcare_app.services.settings import WEEK_START
from tests.services.office import BERLIN, MONDAY, Office

BEGIN = date(2026, 10, 26)
"""The Monday of the fourth week before MONDAY."""


def day(week: int, weekday: int) -> date:
    """The ISO weekday of the week with that number, from BEGIN on."""
    return BEGIN + timedelta(days=7 * week + weekday - 1)


@pytest.fixture
def planned(office: Office) -> Office:
    """Work from Monday to Friday, nine to six, from the week before BEGIN on."""
    hours, _ = parse_hours("09:00-13:00,14:00-18:00")
    office.workspace.settings.set(WEEK_START, 1)
    office.workspace.journal.set_work_hours(range(1, 6), hours, BEGIN - timedelta(days=7))
    office.at(MONDAY, "16:20")
    return office


def found(office: Office, on: date, weeks: int = 4) -> WorkDay:
    return next(each for each in last_weeks(office.workspace, weeks).days if each.day == on)


def log(office: Office, on: date, text: str, reason: str | None = None) -> None:
    office.work.log_day(on, parse_interval(text), reason)


def see(office: Office, on: date, first: str, last: str, *away: tuple[str, str]) -> None:
    """Let the computer have seen somebody at those times, and nobody during `away`."""

    def at(clock: str) -> Moment:
        hours, _, minutes = clock.partition(":")
        return moment_at(instant_of(on, int(hours) * 60 + int(minutes), BERLIN), BERLIN)

    gone = tuple(Span(at(start).at, at(end).at) for start, end in away)
    office.workspace.journal.note_activity(Activity(on, at(first), at(last), gone))


def test_a_week_that_has_only_begun_leaves_its_place_to_the_one_before(planned: Office) -> None:
    weeks = last_weeks(planned.workspace, 4)
    assert (weeks.days[0].day, weeks.days[-1].day) == (BEGIN, day(3, 7))
    planned.work.done_for_today()
    weeks = last_weeks(planned.workspace, 4)
    assert (weeks.days[0].day, weeks.days[-1].day) == (day(1, 1), MONDAY)
    assert [len(days) for _, days in weeks.weeks] == [5, 5, 5, 5]
    assert weeks.weeks[-1] == (MONDAY, [weeks.days[-1], None, None, None, None])


def test_a_late_day_is_counted_and_its_time_past_the_end_told(planned: Office) -> None:
    log(planned, day(0, 2), "08:50-18:50", "notes")
    late = found(planned, day(0, 2))
    assert (late.planned, late.started, late.ended) == ((540, 1080), 530, 1130)
    assert (late.late, late.past, late.known, late.unknown) == (True, (1080, 1130), True, False)
    log(planned, day(0, 3), "09:00-18:10")
    fair = found(planned, day(0, 3))
    assert (fair.late, fair.past, fair.ended) == (False, None, 1090)


def test_time_away_after_the_planned_end_is_no_time_past_it(planned: Office) -> None:
    see(planned, day(0, 2), "09:00", "21:30", ("18:00", "21:00"))
    late = found(planned, day(0, 2))
    assert (late.worked.overrun, late.ended, late.past) == (30, 1290, (1260, 1290))


def test_days_off_are_left_out_but_not_those_that_were_free_anyway(planned: Office) -> None:
    planned.workspace.journal.take_days_off(day(1, 1), day(1, 7), "Autumn leave")
    weeks = last_weeks(planned.workspace, 4)
    assert weeks.off == 5
    assert weeks.unknown == 15
    leave = found(planned, day(1, 3))
    assert (leave.off, leave.note, leave.planned, leave.usually) == (
        True,
        "Autumn leave",
        None,
        (540, 1080),
    )
    assert not found(planned, day(1, 6)).off
    assert weeks.weekdays == [1, 2, 3, 4, 5]


def test_a_computer_used_on_a_free_day_is_no_work_unless_the_person_says_so(
    planned: Office,
) -> None:
    saturday = day(2, 6)
    see(planned, saturday, "10:00", "15:00")
    assert not found(planned, saturday).tells
    assert found(planned, saturday).ended is None
    log(planned, saturday, "10:00-12:00")
    weeks = last_weeks(planned.workspace, 4)
    assert (weeks.unplanned, len(weeks.known), weeks.unknown) == (1, 0, 20)
    assert (found(planned, saturday).started, found(planned, saturday).ended) == (600, 720)
    assert (found(planned, saturday).past, found(planned, saturday).usually) == (None, None)
    assert weeks.weekdays == [1, 2, 3, 4, 5, 6]


def test_a_night_goes_beyond_midnight_and_a_flight_never_backwards(planned: Office) -> None:
    planned.workspace.journal.plan_day(DayHours(day(0, 5), parse_hours("22:00-06:00")[0]))
    log(planned, day(0, 5), "22:00-06:30")
    night = found(planned, day(0, 5))
    assert (night.planned, night.ended, night.past) == ((1320, 1800), 1830, (1800, 1830))
    start = instant_of(day(0, 1), 9 * 60, BERLIN)
    flight = Activity(day(0, 1), Moment(start, 60), Moment(start + 3600, -540))
    planned.workspace.journal.note_activity(flight)
    flown = found(planned, day(0, 1))
    assert (flown.started, flown.ended) == (540, 540)


def test_a_day_with_an_end_alone_is_known(planned: Office) -> None:
    planned.at(day(3, 5), "18:30")
    planned.work.done_for_today()
    planned.at(MONDAY, "16:20")
    friday = found(planned, day(3, 5))
    assert (friday.known, friday.started, friday.ended) == (True, None, 1110)
    assert friday.past == (1080, 1110)


def test_before_anything_was_planned_there_is_nothing_to_say(office: Office) -> None:
    weeks = last_weeks(office.workspace, 4)
    assert (weeks.telling, weeks.weekdays, weeks.off, weeks.unknown) == ([], [], 0, 0)
    assert [days for _, days in weeks.weeks] == [[], [], [], []]
    assert WorkWeeks((), 1).weeks == []


def test_overrun_by_weekday_reasons_and_the_sum_of_it(planned: Office) -> None:
    log(planned, day(0, 2), "09:00-18:50", "notes")
    log(planned, day(1, 2), "09:00-18:10")
    log(planned, day(2, 3), "09:00-19:10", "client crisis")
    planned.work.set_reasons(day(2, 3), ["client crisis", "notes"])
    log(planned, day(3, 4), "09:00-19:00")
    weeks = last_weeks(planned.workspace, 4)
    assert [(each.weekday, each.days, each.average) for each in weeks.by_weekday] == [
        (1, 0, 0.0),
        (2, 2, 30.0),
        (3, 1, 70.0),
        (4, 1, 60.0),
        (5, 0, 0.0),
    ]
    assert weeks.reasons == [("notes", 2), ("client crisis", 1)]
    assert [each.day for each in weeks.late] == [day(0, 2), day(2, 3), day(3, 4)]
    assert (weeks.on_time, len(weeks.known), weeks.without_reason) == (1, 4, 1)
    assert not weeks.enough


def test_fourteen_days_are_enough_and_longer_ranges_hold_more(planned: Office) -> None:
    for number in range(FEWEST_DAYS):
        log(planned, day(number // 5, number % 5 + 1), "09:00-18:00")
    assert last_weeks(planned.workspace, 4).enough
    log(planned, BEGIN - timedelta(days=3), "09:00-18:00")
    assert len(last_weeks(planned.workspace, 4).known) == FEWEST_DAYS
    assert len(last_weeks(planned.workspace, 8).known) == FEWEST_DAYS + 1
    assert len(last_weeks(planned.workspace, 8).weeks) == 8


def test_weeks_begin_when_the_person_says(planned: Office) -> None:
    planned.workspace.settings.set(WEEK_START, 7)
    planned.workspace.journal.set_work_hours([7], parse_hours("10:00-12:00")[0], BEGIN)
    weeks = last_weeks(planned.workspace, 4)
    assert weeks.weekdays == [7, 1, 2, 3, 4, 5]
    assert weeks.weeks[-1][0] == day(3, 7)


def test_a_corrected_day_still_tells_what_was_seen(planned: Office) -> None:
    see(planned, day(0, 2), "09:00", "18:30")
    log(planned, day(0, 2), "08:00-18:05")
    said, seen = (tell(planned.workspace, day(0, 2)) for tell in (work_day, seen_times))
    assert (said.started, said.ended, said.late) == (480, 1085, False)
    assert (seen.started, seen.ended, seen.late) == (540, 1110, True)
