"""Numbers that a correct implementation meets, checked one by one."""

from datetime import date

import pytest

from selfcare_app.domain.coverage import covered_days
from selfcare_app.domain.entry import State
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.domain.score import multiplier_of, rolling_sums, scores, step
from tests.domain.strategies import TODAY, Case, ago, amounts, at_least, at_most, logged, yes_no

TWENTY_DAYS = [
    0.655747, 0.636894, 0.617008, 0.596033, 0.573910, 0.550574, 0.525961, 0.5, 0.472617, 0.443734,
    0.413270, 0.381137, 0.347244, 0.311495, 0.273788, 0.234017, 0.192067, 0.147820, 0.101149,
    0.051922, 0.0, 0.0, 0.0,
]  # fmt: skip


def newest_first(case: Case) -> list[float]:
    return scores(case.timeline())[::-1]


@pytest.mark.parametrize(
    ("times", "days", "completion", "expected"),
    [
        (1, 1, 1.0, [0.051922, 0.525961, 0.762981]),
        (1, 1, 0.0, [0.0, 0.474039, 0.711058]),
        (1, 3, 1.0, [0.030314, 0.515157, 0.757578]),
        (1, 3, 0.0, [0.0, 0.484842, 0.727263]),
    ],
)
def test_one_step_from_nothing_a_half_and_three_quarters(
    times: int, days: int, completion: float, expected: list[float]
) -> None:
    found = [step(score, times, days, completion) for score in (0.0, 0.5, 0.75)]
    assert found == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("times", "days", "half_life"), [(1, 1, 13), (3, 7, 19.9), (1, 7, 34.4), (1, 30, 71.2)]
)
def test_a_day_weighs_half_after_the_half_life(times: int, days: int, half_life: float) -> None:
    assert multiplier_of(times, days) ** half_life == pytest.approx(0.5, abs=1e-3)


def test_twenty_days_of_a_daily_habit() -> None:
    case = logged(yes_no(), "   " + "Y" * 20)
    assert newest_first(case) == pytest.approx(TWENTY_DAYS, abs=1e-6)


def test_rests_leave_the_score_where_it_was() -> None:
    case = logged(yes_no(), "Y" * 20)
    for day in (5, 10, 11):
        case = case.with_entry(ago(day), State.REST)
    found = newest_first(case)
    expected = {0: 0.596033, 5: 0.472617, 6: 0.472617, 10: 0.347244, 11: 0.347244, 12: 0.347244}
    assert {day: found[day] for day in expected} == pytest.approx(expected, abs=1e-6)
    assert found[19] == pytest.approx(0.051922, abs=1e-6)


def test_two_units_a_day_count_as_a_tick_where_two_are_asked() -> None:
    case = amounts(at_least(2), [None, None, None] + [2.0] * 20)
    assert newest_first(case) == pytest.approx(TWENTY_DAYS, abs=1e-6)


def test_two_times_in_three_days() -> None:
    case = logged(yes_no(TimesInDays(2, 3)), "YYNNYYYNNY")
    expected = [0.2557, 0.2226, 0.1991, 0.1746, 0.1379, 0.0995, 0.0706, 0.0515, 0.0315, 0.0107]
    assert newest_first(case)[:10] == pytest.approx(expected, abs=5e-5)


def test_once_in_three_days_done_4_9_and_10_days_ago() -> None:
    case = logged(yes_no(TimesInDays(1, 3)), "YY    Y    ")
    timeline = case.timeline()
    covered = {
        timeline.as_of - day
        for day, flag in enumerate(covered_days(timeline), start=timeline.first)
        if flag
    }
    assert covered == {2, 3, 7, 8, 11, 12} | {4, 9, 10}


M = 0.5 ** (1 / 13)


@pytest.mark.parametrize("schedule", [EVERY_DAY, TimesInDays(4, 4), TimesPerWeek(7)])
def test_as_many_times_as_days_is_every_day(schedule: Schedule) -> None:
    case = logged(yes_no(schedule), "YNY", as_of=date(2015, 1, 7))  # Monday to Wednesday
    assert scores(case.timeline())[-1] == pytest.approx((1 - M) * M * M + (1 - M), abs=1e-12)


def test_a_weekly_habit_counts_two_weeks_back() -> None:
    # 3 a week doubled: 6 in 14 days. The first tick is 1/6 of what was asked, the second 2/6.
    m = 0.5 ** ((3 / 7) ** 0.5 / 13)
    case = logged(yes_no(TimesPerWeek(3)), "YY", as_of=date(2015, 1, 6))
    expected = (1 - m) / 6 * m + (1 - m) * 2 / 6
    assert scores(case.timeline())[-1] == pytest.approx(expected, abs=1e-12)


def test_a_monthly_habit_counts_sixty_days_back() -> None:
    m = 0.5 ** ((1 / 30) ** 0.5 / 13)
    case = logged(yes_no(TimesPerMonth(1)), "Y" + " " * 60, as_of=date(2015, 3, 2))
    series = scores(case.timeline())
    assert series[-2] == pytest.approx((1 - m**60) / 2, abs=1e-9)
    assert series[-1] == pytest.approx((1 - m**60) / 2 * m, abs=1e-9)


def test_a_measured_window_is_not_doubled() -> None:
    m = 0.5 ** ((1 / 3) ** 0.5 / 13)
    case = amounts(at_least(10, TimesInDays(1, 3)), [5.0, None, None, None])
    expected = (1 - m**3) / 2 * m
    assert scores(case.timeline())[-1] == pytest.approx(expected, abs=1e-12)


def test_unplanned_days_leave_the_score_unless_something_was_said() -> None:
    sunday = logged(yes_no(Weekdays(frozenset({5, 6}))), "YY ")
    assert newest_first(sunday)[0] == newest_first(sunday)[1]
    extra = sunday.with_entry(TODAY, State.DONE)
    assert newest_first(extra)[0] == pytest.approx(1 - M**3, abs=1e-12)


def test_at_most_starts_full_and_does_not_move_in_silence() -> None:
    # 9 against a target of 2 is more than twice too much: nothing of it counts.
    case = amounts(at_most(2), [9.0] + [None] * 30)
    assert newest_first(case)[0] == pytest.approx(M, abs=1e-12)
    assert newest_first(amounts(at_most(2), [None, 2.0, 0.0]))[0] == 1.0


@pytest.mark.parametrize(("amount", "part"), [(2.0, 1.0), (3.0, 0.5), (3.5, 0.25), (4.0, 0.0)])
def test_at_most_counts_less_the_further_above_the_target(amount: float, part: float) -> None:
    case = amounts(at_most(2), [amount])
    assert newest_first(case)[0] == pytest.approx(M + (1 - M) * part, abs=1e-12)


def test_at_most_nothing() -> None:
    assert newest_first(amounts(at_most(0), [0.0]))[0] == 1.0
    assert newest_first(amounts(at_most(0), [0.1]))[0] == pytest.approx(M, abs=1e-12)


def test_at_most_said_without_an_amount_does_not_move() -> None:
    case = amounts(at_most(2), [9.0, State.NOT_DONE, State.DONE])
    assert newest_first(case) == [newest_first(case)[2]] * 3


def test_at_least_nothing_is_done_from_the_first_entry_on() -> None:
    series = scores(amounts(at_least(0), [None, 0.0, None]).timeline())
    assert series == pytest.approx([0.0, 1 - M, 1 - M**2], abs=1e-12)
    assert scores(amounts(at_least(0), [None, None]).timeline()) == [0.0, 0.0]


def test_a_part_of_the_target_counts_in_part() -> None:
    assert newest_first(amounts(at_least(20), [5.0]))[0] == pytest.approx((1 - M) / 4, abs=1e-12)


def test_decimals_add_up_exactly() -> None:
    case = amounts(at_least(0.9, TimesInDays(1, 3)), [0.7, 0.1, 0.1])
    assert covered_days(case.timeline())[-1] == 1


def test_rolling_sums_hold_the_day_itself() -> None:
    assert list(rolling_sums([1, 2, 3, 4], 1)) == [1, 2, 3, 4]
    assert list(rolling_sums([1, 2, 3, 4], 2)) == [1, 3, 5, 7]
    assert list(rolling_sums([1, 2], 9)) == [1, 3]
