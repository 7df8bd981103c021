"""Averages of check-ins over two weeks, and changes that are clear."""

from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.drift import (
    Answers,
    Average,
    Change,
    Question,
    answers_to,
    averages,
    change,
)

MONDAY = date(2026, 1, 5)
FIRST = MONDAY.toordinal()


def said(values: list[int | None]) -> Answers:
    """Answers from a Monday on, None for a day without one."""
    given_on = [(FIRST + day, value) for day, value in enumerate(values) if value is not None]
    return Answers([day for day, _ in given_on], [value for _, value in given_on])


def points(answers: Answers) -> list[Average]:
    return [point for line in averages(answers) for point in line]


def test_each_question_has_answers_of_its_own():
    check_ins = [
        CheckIn(MONDAY, energy=2, strain=5),
        CheckIn(MONDAY + timedelta(1), note="Only words"),
        CheckIn(MONDAY + timedelta(2), energy=4, mood=1),
    ]
    assert answers_to(Question.ENERGY, check_ins) == ([FIRST, FIRST + 2], [2, 4])
    assert answers_to(Question.MOOD, check_ins) == ([FIRST + 2], [1])
    assert answers_to(Question.STRAIN, check_ins) == ([FIRST], [5])


@given(st.lists(st.none() | st.integers(1, 5), max_size=80))
def test_an_average_is_the_mean_of_two_weeks_with_seven_answers_or_more(values):
    wanted = []
    for number, value in enumerate(values):
        window = [each for each in values[max(0, number - 13) : number + 1] if each is not None]
        if value is not None and len(window) >= 7:
            wanted.append(Average(FIRST + number, pytest.approx(fmean(window))))
    assert points(said(values)) == wanted


@given(st.lists(st.none() | st.integers(1, 5), max_size=120))
def test_no_line_reaches_over_more_than_a_week_of_silence(values):
    answers = said(values)
    for line in averages(answers):
        assert line
        for earlier, later in pairwise(line):
            between = [day for day in answers.days if earlier.day < day < later.day]
            assert later.day - earlier.day <= 8
            assert not between


def test_gaps_stay_gaps():
    week = [3, 3, 3, 3, 3, 3, 3]
    assert len(averages(said([*week, *[None] * 7, 3]))) == 1
    assert len(averages(said([*week, *week, *[None] * 8, *week, *week]))) == 2


def test_the_first_average_needs_seven_answers():
    assert averages(said([1, 2, 3, 4, 5, 1])) == []
    assert averages(said([1, 2, 3, 4, 5, 1, 5])) == [[Average(FIRST + 6, 3.0)]]


def of_weeks(*means: tuple[int, int, int]) -> list[int | None]:
    """Three answers in each week."""
    return [value for week in means for value in (*week, None, None, None, None)]


def test_a_clear_change_has_an_interval_without_zero():
    values = of_weeks((2, 2, 3), (2, 2, 2), (3, 2, 2), (4, 4, 4), (4, 4, 5), (4, 5, 4))
    found = change(said(values), range(FIRST, FIRST + 42), 1)
    assert found is not None
    assert found.clear
    assert found[3:] == (3, 3)
    assert found.by == pytest.approx(38 / 9 - 20 / 9)
    # By hand: both halves have the variance 1/27, so the error is √(2/81) with 4 degrees of
    # freedom, and t is 2.776.
    assert found.high - found.by == pytest.approx(2.776 * (2 / 81) ** 0.5)
    assert found.by - found.low == pytest.approx(2.776 * (2 / 81) ** 0.5)


def test_noise_is_no_clear_change():
    values = of_weeks((2, 2, 2), (5, 5, 5), (3, 3, 3), (3, 3, 4), (2, 2, 2), (5, 5, 5))
    found = change(said(values), range(FIRST, FIRST + 42), 1)
    assert found is not None
    assert not found.clear


def test_what_never_varies_is_compared_exactly():
    values = of_weeks(*[(3, 3, 3)] * 3, *[(2, 2, 2)] * 3)
    assert change(said(values), range(FIRST, FIRST + 42), 1) == Change(-1, -1, -1, 3, 3)
    even = of_weeks(*[(3, 3, 3)] * 6)
    found = change(said(even), range(FIRST, FIRST + 42), 1)
    assert found == Change(0, 0, 0, 3, 3)
    assert not found.clear


def test_many_weeks_use_the_last_value_of_the_table():
    values = of_weeks(*[(2, 3, 3), (3, 3, 3)] * 60)
    found = change(said(values), range(FIRST, FIRST + 7 * 120), 1)
    assert found is not None
    assert found[3:] == (60, 60)
    assert not found.clear


@pytest.mark.parametrize(
    ("values", "days"),
    [
        ([], range(0)),
        ([3] * 35, range(FIRST, FIRST + 35)),
        ([*of_weeks(*([(3, 3, 3)] * 5)), 3, 3], range(FIRST, FIRST + 42)),
        ([3] * 42, range(FIRST + 1, FIRST + 42)),
    ],
)
def test_too_few_weeks_say_nothing(values, days):
    assert change(said(values), days, 1) is None


def test_weeks_begin_where_the_person_says():
    days = range(FIRST + 6, FIRST + 6 + 42)
    assert change(said([3] * 60), days, 7) is not None
    assert change(said([3] * 60), days, 1) is None
