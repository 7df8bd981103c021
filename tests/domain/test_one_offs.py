"""Days planned by themselves stand together where they follow on and are alike."""

from datetime import date

from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.one_offs import OneOffs, one_offs
from selfcare_app.domain.workhours import DayHours

LATE = parse_hours("9:00-20:00")[0]


def day(number: int) -> date:
    return date(2026, 12, number)


def test_days_that_follow_on_and_are_alike_are_one_span() -> None:
    days = [
        DayHours(day(3), (), "leave"),
        DayHours(day(1), (), "leave"),
        DayHours(day(2), (), "leave"),
        DayHours(day(4), (), "unwell"),
        DayHours(day(5), LATE, "unwell"),
        DayHours(day(8), LATE, "unwell"),
    ]
    assert one_offs(days, day(1)) == [
        OneOffs(day(1), day(3), (), "leave"),
        OneOffs(day(4), day(4), (), "unwell"),
        OneOffs(day(5), day(5), LATE, "unwell"),
        OneOffs(day(8), day(8), LATE, "unwell"),
    ]


def test_a_span_that_lasts_is_told_from_its_first_day() -> None:
    days = [DayHours(day(number)) for number in (1, 2, 3)]
    assert one_offs(days, day(3)) == [OneOffs(day(1), day(3))]
    assert one_offs(days, day(4)) == []
    assert one_offs([], day(1)) == []


def test_a_span_knows_its_days() -> None:
    assert OneOffs(day(1), day(3)).days == [day(1), day(2), day(3)]
