"""Streaks of weeks, of months and of covered days."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.coverage import covered_days
from selfcare_app.domain.entry import Pause, State
from selfcare_app.domain.period import periods
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek
from selfcare_app.domain.streak import streaks
from selfcare_app.domain.value import replace
from tests.domain.strategies import TODAY, Case, ago, amounts, at_least, at_most, logged, yes_no

THREE_A_WEEK = TimesPerWeek(3)
FRIDAY = date(2015, 1, 23)


def lengths(case: Case) -> list[int]:
    return [run.length for run in streaks(case.timeline()).all]


def covered_ago(case: Case) -> set[int]:
    timeline = case.timeline()
    flags = enumerate(covered_days(timeline), start=timeline.first)
    return {timeline.as_of - day for day, flag in flags if flag}


# Weeks; TODAY is a Sunday, so that seven letters are a week.


def test_weeks_in_which_enough_was_kept_count() -> None:
    assert lengths(logged(yes_no(THREE_A_WEEK), "YYY    " + " YY  Y ")) == [2]
    assert lengths(logged(yes_no(THREE_A_WEEK), "YYY    " + " YY    " + "YYYYYYY")) == [1, 1]


def test_the_running_week_ends_nothing_and_counts_once_reached() -> None:
    running = logged(yes_no(THREE_A_WEEK), "YYY    " + "Y    ", as_of=FRIDAY)
    assert streaks(running.timeline()).current == 1
    reached = running.with_entry(FRIDAY, State.DONE).with_entry(ago(3), State.DONE)
    found = streaks(reached.timeline())
    assert found.current == 2
    assert found.all[-1].end == FRIDAY


def test_rest_lowers_what_a_week_asks_for() -> None:
    assert lengths(logged(yes_no(THREE_A_WEEK), "YYY    " + "RRRRRYY")) == [2]
    assert lengths(logged(yes_no(THREE_A_WEEK), "YYY    " + "RRRRYY " + "YYY    ")) == [1, 1]


def test_a_week_of_rest_bridges() -> None:
    assert lengths(logged(yes_no(THREE_A_WEEK), "YYY    " + "RRRRRRR" + "YYY    ")) == [2]
    pause = Pause("holiday", None, ago(13), ago(7))
    case = logged(yes_no(THREE_A_WEEK), "YYY    " + "       " + "YYY    ")
    assert lengths(replace(case, pauses=(pause,))) == [2]


def test_a_week_begins_on_the_day_that_is_set() -> None:
    case = logged(yes_no(THREE_A_WEEK), "YY    Y")
    assert lengths(case) == [1]
    assert lengths(replace(case, first_weekday=7)) == []
    first, last = periods(replace(case, first_weekday=7).timeline())
    assert (first.begin, first.end) == (ago(7).toordinal(), ago(1).toordinal())
    assert (last.begin, last.running) == (TODAY.toordinal(), True)


def test_the_sum_of_a_week_reaches_its_target() -> None:
    habit = at_least(60, THREE_A_WEEK)
    assert lengths(amounts(habit, [50.0, None, 10.0, None, None, None, None])) == [1]
    assert lengths(amounts(habit, [50.0, None, 9.0, None, None, None, None])) == []


def test_rest_does_not_lower_the_target_of_a_week() -> None:
    assert lengths(amounts(at_least(60, THREE_A_WEEK), [59.0] + [State.REST] * 6)) == []


def test_a_week_stays_within_its_limit_only_if_an_amount_says_so() -> None:
    habit = at_most(5, THREE_A_WEEK)
    assert lengths(amounts(habit, [2.0, 3.0, None, None, None, None, None])) == [1]
    assert lengths(amounts(habit, [2.0, 4.0, None, None, None, None, None])) == []
    assert lengths(amounts(habit, [State.NOT_DONE] + [None] * 6)) == []


def test_months_have_their_own_lengths() -> None:
    case = Case(yes_no(TimesPerMonth(1), date(2015, 2, 10)), as_of=date(2016, 2, 29))
    bounds = [(found.end - found.begin + 1) for found in periods(case.timeline())]
    assert bounds == [28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29]


def test_months_in_a_row_count() -> None:
    case = Case(yes_no(TimesPerMonth(2), date(2014, 10, 1)))
    for day in ((2014, 11, 1), (2014, 11, 30), (2014, 12, 5), (2014, 12, 6), (2015, 1, 2)):
        case = case.with_entry(date(*day), State.DONE)
    (run,) = streaks(case.timeline()).all
    assert (run.start, run.end, run.length) == (date(2014, 11, 1), date(2014, 12, 31), 2)
    assert streaks(case.timeline()).alive


def test_a_month_asked_for_more_days_than_it_has_takes_all_of_them() -> None:
    case = Case(yes_no(TimesPerMonth(31), date(2015, 2, 1)), as_of=date(2015, 3, 1))
    for day in range(1, 29):
        case = case.with_entry(date(2015, 2, day), State.DONE)
    assert streaks(case.timeline()).current == 1


# Rolling windows.


def test_a_done_day_covers_the_days_after_it() -> None:
    assert covered_ago(logged(yes_no(TimesInDays(1, 3)), "Y     ")) == {5, 4, 3}


def test_no_day_to_come_is_covered() -> None:
    assert covered_ago(logged(yes_no(TimesInDays(1, 7)), "Y ")) == {1, 0}


def test_a_done_day_is_always_covered() -> None:
    assert covered_ago(logged(yes_no(TimesInDays(2, 3)), "Y    Y")) == {5, 0}


def test_an_overlapping_stretch_slides_into_the_past() -> None:
    # Today covers today and on; the one of two days ago gives its surplus to the day before it.
    assert covered_ago(logged(yes_no(TimesInDays(1, 3)), "   Y Y")) == {0, 1, 2, 3}
    # As far as its newest done day stays inside.
    assert covered_ago(logged(yes_no(TimesInDays(2, 4)), "    YYY")) == {0, 1, 2, 3, 4}


def test_saying_no_costs_no_more_than_silence() -> None:
    silent = logged(yes_no(TimesInDays(1, 3)), "Y  Y")
    said = silent.with_entry(ago(1), State.NOT_DONE)
    assert covered_ago(silent) == covered_ago(said)
    assert streaks(silent.timeline()).current == streaks(said.timeline()).current == 4


def test_a_rest_bridges_covered_days_and_adds_nothing() -> None:
    assert lengths(logged(yes_no(TimesInDays(1, 2)), "Y RRY ")) == [4]
    assert lengths(logged(yes_no(TimesInDays(1, 2)), "YRRRY ")) == [3]


def test_an_uncovered_day_ends_the_streak_but_an_open_today_does_not() -> None:
    assert lengths(logged(yes_no(TimesInDays(1, 2)), "Y  Y ")) == [2, 2]
    open_today = logged(yes_no(TimesInDays(1, 2)), "Y  ")
    assert streaks(open_today.timeline()).current == 2
    assert streaks(open_today.with_entry(TODAY, State.NOT_DONE).timeline()).current == 0


@pytest.mark.parametrize(
    ("days", "done", "covered"),
    [
        (30, date(2014, 2, 10), 28),
        (31, date(2014, 2, 10), 28),
        (30, date(2014, 1, 10), 31),
        (31, date(2014, 4, 30), 31),  # a month's last day belongs to the next
        (30, date(2014, 3, 31), 30),
        (31, date(2014, 1, 31), 28),
        (29, date(2014, 2, 10), 29),
        (32, date(2014, 2, 10), 32),
    ],
)
def test_thirty_or_thirty_one_days_mean_a_month(days: int, done: date, covered: int) -> None:
    case = Case(yes_no(TimesInDays(1, days), done)).with_entry(done, State.DONE)
    assert lengths(case) == [covered]


def test_an_amount_covers_while_it_lies_in_the_window() -> None:
    case = amounts(at_least(10, TimesInDays(1, 3)), [6.0, 4.0, None, None, None])
    assert covered_ago(case) == {3, 2}


def test_a_limit_is_kept_in_windows_that_hold_an_amount() -> None:
    case = amounts(at_most(5, TimesInDays(1, 2)), [5.0, None, None, 3.0, 3.0])
    assert covered_ago(case) == {4, 3, 1}


def test_nothing_is_covered_before_the_habit_began() -> None:
    case = Case(at_least(0, TimesInDays(1, 3), ago(1)))
    assert covered_ago(case) == {1, 0}
    assert covered_ago(Case(at_least(0, TimesInDays(1, 3), ago(-9)))) == set()


def test_the_first_days_of_the_calendar_can_be_logged() -> None:
    first = date(1, 1, 2)
    case = Case(yes_no(TimesInDays(1, 9), first), as_of=first + timedelta(days=3))
    case = case.with_entry(first, State.DONE).with_entry(case.as_of, State.DONE)
    assert covered_ago(case) == {0, 1, 2, 3, 4}
