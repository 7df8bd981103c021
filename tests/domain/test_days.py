"""Which day it is, and days, weeks and months as numbers."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.days import (
    check_loggable,
    day_at,
    iso_weekday_of,
    month_length_of,
    month_start_of,
    next_day_start,
    parse_day,
    week_start_of,
)
from selfcare_app.domain.errors import BadInput

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("hour", "minute", "day_start_hour", "day"),
    [(2, 59, 3, 22), (3, 0, 3, 23), (0, 0, 0, 23), (23, 59, 6, 23), (5, 59, 6, 22)],
)
def test_before_the_day_start_hour_it_is_still_the_day_before(
    hour: int, minute: int, day_start_hour: int, day: int
) -> None:
    now = datetime(2026, 11, 23, hour, minute)
    assert day_at(now, day_start_hour) == date(2026, 11, day)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_clock_change_does_not_move_the_day_start(day: date) -> None:
    now = datetime(day.year, day.month, day.day, 3, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert day_at(now, 3) == day
    assert day_at(now - timedelta(minutes=1), 3) == day - timedelta(days=1)


def test_the_day_is_that_of_the_wall_clock_and_not_of_utc() -> None:
    assert day_at(datetime(2026, 11, 23, 4, tzinfo=UTC), 3) == TODAY


def test_the_next_day_begins_at_the_day_start_hour() -> None:
    assert next_day_start(datetime(2026, 11, 23, 12), 3) == datetime(2026, 11, 24, 3)
    assert next_day_start(datetime(2026, 11, 23, 2, 59), 3) == datetime(2026, 11, 23, 3)
    assert next_day_start(datetime(2026, 12, 31, 3), 3) == datetime(2027, 1, 1, 3)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)), st.integers(0, 6))
def test_the_next_day_start_lies_ahead_and_begins_the_next_day(
    now: datetime, day_start_hour: int
) -> None:
    begins = next_day_start(now, day_start_hour)
    assert timedelta(0) < begins - now <= timedelta(days=1)
    assert day_at(begins, day_start_hour) == day_at(now, day_start_hour) + timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        (" Yesterday ", date(2026, 11, 22)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2026-11-24", date(2026, 11, 24)),
    ],
)
def test_days_are_read_as_typed(text: str, day: date) -> None:
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["", "2026-02-29", "2026-13-01", "20261123", "2026-W48-1", "23.11.2026", "tomorrow", "x" * 10],
)
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="There is no day"):
        parse_day(text, TODAY)


def test_a_long_wrong_day_is_not_repeated_in_full() -> None:
    with pytest.raises(BadInput) as refused:
        parse_day("9" * 10_000, TODAY)
    assert len(str(refused.value)) < 200


def test_a_day_to_come_is_refused() -> None:
    check_loggable(TODAY, TODAY)
    with pytest.raises(BadInput, match="That day has not come yet"):
        check_loggable(TODAY + timedelta(days=1), TODAY)


def test_a_day_too_long_ago_is_taken_for_mistyped() -> None:
    check_loggable(date(1900, 1, 1), TODAY)
    with pytest.raises(BadInput, match="0026-11-24 is too long ago"):
        check_loggable(date(26, 11, 24), TODAY)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(1, 7))
def test_weeks_begin_on_the_weekday_set(day: date, first_weekday: int) -> None:
    begin = date.fromordinal(week_start_of(day.toordinal(), first_weekday))
    assert begin.isoweekday() == first_weekday
    assert 0 <= (day - begin).days < 7
    assert iso_weekday_of(day.toordinal()) == day.isoweekday()


@pytest.mark.parametrize(
    ("day", "length"),
    [
        (date(2015, 2, 28), 28),
        (date(2016, 2, 1), 29),
        (date(2100, 2, 3), 28),
        (date(2015, 4, 30), 30),
        (date(2015, 12, 31), 31),
    ],
)
def test_months_have_their_lengths(day: date, length: int) -> None:
    assert month_length_of(day.toordinal()) == length
    assert month_start_of(day.toordinal()) == day.replace(day=1).toordinal()
