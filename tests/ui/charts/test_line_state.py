"""What the strength line shows before it is drawn."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.ui.charts.line_state import (
    LineState,
    line_state,
    month_ticks,
    thinned,
    week_ticks,
)
from selfcare_app.ui.charts.span import Span
from tests.ui.charts.conftest import TODAY, days_ago

DAYS = st.integers(date(2000, 1, 1).toordinal(), date(2040, 1, 1).toordinal())


def test_the_line_ends_yesterday_until_today_has_an_entry(make_statistics):
    open_today = line_state(make_statistics(letters="KKKO"), Span.ALL)
    logged_today = line_state(make_statistics("Walk", letters="KKKK"), Span.ALL)
    assert open_today.days[-1] == days_ago(1).toordinal()
    assert logged_today.days[-1] == TODAY.toordinal()


def test_its_last_height_is_the_strength_that_the_window_shows(make_statistics):
    for letters in ("KKRKNKO", "KKRKNKK"):
        statistics = make_statistics(letters, letters=letters)
        state = line_state(statistics, Span.FOUR_WEEKS)
        assert state.heights[-1] == statistics.score_so_far * 100


def test_it_looks_back_as_far_as_was_chosen(make_statistics):
    statistics = make_statistics(letters="K" * 400)
    lengths = [len(line_state(statistics, span).days) for span in Span]
    assert lengths == [28, 91, 365, 400]


def test_it_begins_with_the_first_entry(workspace, make_habit):
    habit = make_habit(letters="OOOOKKK")
    state = line_state(workspace.statistics.of(habit), Span.FOUR_WEEKS)
    assert state.days[0] == days_ago(2).toordinal()
    assert state.first == days_ago(6).toordinal()


def test_without_an_entry_there_is_no_line(make_statistics):
    assert not line_state(make_statistics(letters="OOO"), Span.ALL).days


def test_long_rests_are_marked_and_the_line_holds_through_them(make_statistics):
    state = line_state(make_statistics(letters="K" * 20 + "R" * 9 + "KRK"), Span.ALL)
    [rest] = state.rests
    assert (rest.first, rest.last) == (days_ago(11).toordinal(), days_ago(3).toordinal())
    assert state.height_on(rest.last) == state.height_on(rest.first - 1)


@given(st.integers(1, 4000), st.integers(1, 500))
def test_a_thinned_line_keeps_its_ends_and_stays_within_the_pixels(count, most):
    state = LineState(0, count - 1, range(count), [float(day % 100) for day in range(count)], ())
    days, heights = thinned(state, most)
    assert (days[0], days[-1]) == (0, count - 1)
    assert len(days) == len(heights) <= most + 1
    assert all(height == state.height_on(day) for day, height in zip(days, heights, strict=True))


@given(DAYS, st.integers(30, 4000), st.integers(3, 20))
def test_month_ticks_are_first_days_of_months_and_do_not_crowd(first, length, most):
    ticks = month_ticks(first, first + length, most)
    assert len(ticks) <= most
    assert all(date.fromordinal(day).day == 1 for day in ticks)
    assert all(first <= day <= first + length for day in ticks)


@given(DAYS, st.integers(7, 40), st.integers(1, 7))
def test_week_ticks_are_the_days_on_which_weeks_begin(first, length, first_weekday):
    ticks = week_ticks(first, first + length, first_weekday)
    assert ticks
    assert all(date.fromordinal(day).isoweekday() == first_weekday for day in ticks)
    assert all(first <= day <= first + length for day in ticks)
