"""Single days of the plan as a person thinks of them: ranges that are alike are one thing."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.one_offs import MOST_DAYS, OneOff, days_of, one_offs, to_take_back
from selfcare_app.domain.workhours import DayHours, Interval

FIRST = date(2026, 12, 24)
LATE = (Interval(9 * 60, 20 * 60),)


def days(number: int) -> list[date]:
    return [FIRST + timedelta(days=each) for each in range(number)]


def test_days_that_follow_each_other_and_are_alike_are_one_range() -> None:
    statements = [DayHours(day, (), "Winter break") for day in days(9)]
    whole = OneOff(FIRST, date(2027, 1, 1), (), "Winter break")
    assert one_offs(reversed(statements)) == [whole]
    assert one_offs([]) == []


def test_other_hours_another_note_or_a_day_between_make_it_another() -> None:
    first, second, third, _, fifth = days(5)
    statements = [
        DayHours(first, LATE, "group"),
        DayHours(second, LATE, "course"),
        DayHours(third, (), "course"),
        DayHours(fifth, (), "course"),
    ]
    assert one_offs(statements) == [
        OneOff(first, first, LATE, "group"),
        OneOff(second, second, LATE, "course"),
        OneOff(third, third, (), "course"),
        OneOff(fifth, fifth, (), "course"),
    ]


def test_no_range_is_longer_than_what_can_be_taken_back_at_once() -> None:
    found = one_offs(DayHours(day) for day in days(MOST_DAYS + 1))
    assert [len(days_of(each.first, each.last)) for each in found] == [MOST_DAYS, 1]


def test_a_range_has_its_first_day_its_last_and_those_between() -> None:
    begin, *between, last, after = days(5)
    whole = OneOff(begin, last)
    assert all(whole.has(day) for day in (begin, *between, last))
    assert not whole.has(after)
    assert not whole.has(begin - timedelta(days=1))


@pytest.mark.parametrize(("today", "first"), [(-1, 0), (0, 0), (1, 1), (4, 4), (5, 0)])
def test_of_a_range_that_runs_only_what_is_to_come_is_taken_back(today: int, first: int) -> None:
    begin, *_, last = days(5)
    back = to_take_back(OneOff(begin, last, LATE, "group"), begin + timedelta(days=today))
    assert back == OneOff(begin + timedelta(days=first), last, LATE, "group")


def test_a_range_ends_on_or_after_its_first_day_and_within_a_year() -> None:
    assert days_of(FIRST, FIRST) == [FIRST]
    with pytest.raises(BadInput, match="on or after the first"):
        days_of(FIRST, FIRST - timedelta(days=1))
    with pytest.raises(BadInput, match="more than a year"):
        days_of(FIRST, FIRST + timedelta(days=MOST_DAYS))
