"""The headline: 18 of 24 planned days."""

from datetime import date

from selfcare_app.domain.consistency import Consistency, consistency
from selfcare_app.domain.entry import State
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek, Weekdays
from selfcare_app.domain.value import replace
from tests.domain.strategies import TODAY, Case, ago, amounts, at_least, logged, yes_no


def of(case: Case) -> tuple[int, int]:
    found = consistency(case.timeline())
    return found.kept, found.planned


def test_thirty_days_are_looked_at() -> None:
    assert consistency(logged(yes_no(), "Y" * 40).timeline()) == Consistency(30, 30, "days")


def test_nothing_before_the_start_counts() -> None:
    assert of(logged(yes_no(), "YNY")) == (2, 3)
    assert of(Case(yes_no(created=ago(-3)))) == (0, 0)
    assert of(Case(yes_no(TimesInDays(1, 3), created=ago(-3)))) == (0, 0)


def test_rest_is_not_planned() -> None:
    assert of(logged(yes_no(), "YRRY")) == (2, 2)


def test_today_counts_once_it_has_an_entry() -> None:
    assert of(logged(yes_no(), "YY ")) == (2, 2)
    assert of(logged(yes_no(), "YYN")) == (2, 3)


def test_unplanned_days_do_not_count_even_where_kept() -> None:
    case = logged(yes_no(Weekdays(frozenset({5}))), "YYY")  # Friday to Sunday
    assert of(case) == (1, 1)


def test_a_part_is_planned_and_not_kept() -> None:
    assert of(amounts(at_least(20), [20.0, 5.0])) == (1, 2)


def test_covered_days_count_as_kept() -> None:
    assert of(logged(yes_no(TimesInDays(1, 3)), "Y    Y")) == (4, 6)
    assert of(logged(yes_no(TimesInDays(1, 3)), "Y R Y ")) == (3, 4)


def test_eight_complete_weeks_are_looked_at() -> None:
    week = "Y      "
    case = logged(yes_no(TimesPerWeek(1)), week * 10, as_of=TODAY)
    assert of(replace(case, as_of=ago(6))) == (9, 9)  # Monday, already kept: the running week
    without = {day: entry for day, entry in case.entries.items() if day < ago(6)}
    assert of(replace(case, entries=without, as_of=ago(6))) == (8, 8)


def test_a_week_of_rest_is_left_out() -> None:
    case = logged(yes_no(TimesPerWeek(1)), "Y      " + "RRRRRRR" + "       " + "       ")
    assert of(case) == (1, 2)


def test_a_week_begun_before_the_start_counts_only_where_reached() -> None:
    assert of(logged(yes_no(TimesPerWeek(2)), "YY  " + "       ")) == (1, 1)
    assert of(logged(yes_no(TimesPerWeek(2)), "Y   " + "       ")) == (0, 0)


def test_six_complete_months_are_looked_at() -> None:
    case = Case(yes_no(TimesPerMonth(1), date(2014, 1, 1)))
    for month in range(1, 13):
        case = case.with_entry(date(2014, month, 3), State.DONE)
    assert consistency(case.timeline()) == Consistency(6, 6, "months")
    assert of(case.with_entry(TODAY, State.DONE)) == (7, 7)
