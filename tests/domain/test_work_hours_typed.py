"""Work hours as they are typed, and the plan that they make."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.hours_text import hours_text, parse_hours, parse_weekdays
from selfcare_app.domain.work_record import WorkRecord
from selfcare_app.domain.workhours import (
    DayHours,
    Interval,
    PlannedDay,
    WeekdayHours,
    WorkPlan,
    checked_day_hours,
    joined,
)

MONDAY, TUESDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 29)
MORNING, NIGHT = Interval(540, 780), Interval(1320, 1800)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("09:00-13:00", (MORNING,)),
        (" 9:00 – 13.00 ", (MORNING,)),
        ("22:00-06:00,09:00-13:00", (MORNING, NIGHT)),
        ("22:00-00:00", (Interval(1320, 1440),)),
        ("22:00-24:00", (Interval(1320, 1440),)),
        ("24:00-01:00", (Interval(0, 60),)),
        ("09:00-13:00,13:00-14:00", (MORNING, Interval(780, 840))),
        ("off", ()),
        (" OFF ", ()),
    ],
)
def test_hours_are_understood_as_they_are_typed(text: str, hours: tuple[Interval, ...]) -> None:
    assert parse_hours(text) == (hours, False)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("09:00-25:00", "“25:00” in “09:00-25:00” is not a time of day"),
        ("09:00-24:30", "“24:30” in"),
        ("09:60-10:00", "“09:60” in"),
        ("nine-10:00", "“nine” in"),
        ("09:00-09:00", "09:00-09:00 ends when it starts; give it a later end"),
        ("00:00-24:00", "ends when it starts"),
        ("09:00", "“09:00” is not a time of work; write it such as 09:00-13:00"),
        ("09:00-10:00-11:00", "is not a time of work"),
        ("", "is not a time of work"),
        ("08:00-20:01,20:00-08:00", "must be shorter than a whole day"),
    ],
)
def test_hours_that_cannot_be_are_refused_in_words(text: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        parse_hours(text)


def test_overlapping_hours_are_joined_and_it_is_said() -> None:
    assert parse_hours("11:00-15:00,09:00-12:00,10:00-10:30") == ((Interval(540, 900),), True)
    assert joined(iter([MORNING, MORNING])) == ((MORNING,), True)


intervals = st.tuples(st.integers(0, 1439), st.integers(1, 1439)).map(
    lambda pair: Interval(pair[0], pair[0] + pair[1])
)


@given(st.lists(intervals, max_size=4))
def test_hours_are_read_back_as_they_were_written(typed: list[Interval]) -> None:
    try:
        hours, _ = joined(typed)
    except BadInput:
        return
    assert parse_hours(hours_text(hours)) == (hours, False)
    covered = {m for each in typed for m in range(each.start, each.end)}
    assert covered == {m for each in hours for m in range(each.start, each.end)}


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (1440, 1500), (5, 5), (5, 4), (0, 1440)])
def test_an_interval_that_cannot_be_is_a_fault(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="There is no interval"):
        Interval(start, end)


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("mon-thu", {1, 2, 3, 4}),
        ("Monday", {1}),
        ("mon, wed", {1, 3}),
        ("fri-mon", {5, 6, 7, 1}),
        ("sun", {7}),
        ("daily", {1, 2, 3, 4, 5, 6, 7}),
    ],
)
def test_weekdays_are_understood_as_they_are_typed(text: str, weekdays: set[int]) -> None:
    assert parse_weekdays(text) == weekdays


@pytest.mark.parametrize("text", ["", "mo", "someday", "mon-tue-wed", "monkey", "mon,,tue"])
def test_weekdays_that_are_none_are_refused_in_words(text: str) -> None:
    with pytest.raises(BadInput, match="are not days of the week; write them such as mon-thu"):
        parse_weekdays(text)


def test_a_change_of_hours_counts_from_its_day_on() -> None:
    plan = WorkPlan([WeekdayHours(1, date(2026, 11, 30), (NIGHT,)), WeekdayHours(1, MONDAY, ())])
    assert plan.on(date(2026, 11, 16)) == PlannedDay(date(2026, 11, 16))
    assert plan.on(MONDAY).hours == ()
    assert plan.on(date(2026, 11, 30)).hours == (NIGHT,)
    assert plan.on(TUESDAY).hours == ()


def test_a_day_off_leaves_the_week_as_it_is() -> None:
    plan = WorkPlan(
        [WeekdayHours(day, MONDAY, (MORNING,)) for day in (1, 2)],
        [DayHours(MONDAY, (), "by the sea"), DayHours(SUNDAY, (NIGHT,))],
    )
    assert plan.on(MONDAY) == PlannedDay(MONDAY, (), "by the sea", chosen_off=True)
    assert plan.on(MONDAY).off
    assert plan.on(TUESDAY) == PlannedDay(TUESDAY, (MORNING,))
    assert plan.on(SUNDAY) == PlannedDay(SUNDAY, (NIGHT,))


def test_a_holiday_is_off_unless_the_day_itself_says_otherwise() -> None:
    week = [WeekdayHours(day, MONDAY, (MORNING,)) for day in (1, 2)]
    holidays = dict.fromkeys([MONDAY, TUESDAY, SUNDAY], "Feast")
    plan = WorkPlan(week, [DayHours(TUESDAY, (NIGHT,))], holidays)
    assert plan.on(MONDAY) == PlannedDay(MONDAY, (), "Feast", chosen_off=True)
    assert plan.on(TUESDAY) == PlannedDay(TUESDAY, (NIGHT,))
    assert plan.on(SUNDAY) == PlannedDay(SUNDAY, ())


def test_a_plan_knows_whether_it_says_anything() -> None:
    assert not WorkPlan()
    assert WorkPlan([WeekdayHours(1, MONDAY)])
    assert WorkPlan([], [DayHours(MONDAY)])


def test_a_note_that_cannot_be_kept_is_refused_in_words() -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        checked_day_hours(DayHours(MONDAY, (), "\0"))


def test_a_kind_of_record_must_say_its_key() -> None:
    with pytest.raises(NotImplementedError):
        _ = WorkRecord().key
