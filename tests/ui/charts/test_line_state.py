"""What the strength line shows before it is drawn."""

from datetime import date
from statistics import fmean

from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.stretch import Grain
from selfcare_app.services.progress import HabitProgress
from selfcare_app.ui.charts.date_ticks import date_ticks, month_ticks
from selfcare_app.ui.charts.line_state import line_state, thinned, whole_line
from selfcare_app.ui.charts.span import Dates, Span
from tests.ui.charts.conftest import TODAY, days_ago

DAYS = st.integers(date(2000, 1, 1).toordinal(), date(2040, 1, 1).toordinal())


def height_on(state, day):
    return state.heights[state.days.index(day)]


def test_the_line_ends_yesterday_until_today_has_an_entry(make_progress):
    open_today = line_state(make_progress(letters="KKKO"), Span.ALL)
    logged_today = line_state(make_progress("Walk", letters="KKKK"), Span.ALL)
    assert open_today.days[-1] == days_ago(1).toordinal()
    assert logged_today.days[-1] == TODAY.toordinal()


def test_its_last_height_is_the_strength_that_the_window_shows(make_progress):
    for letters in ("KKRKNKO", "KKRKNKK"):
        progress = make_progress(letters, letters=letters)
        state = line_state(progress, Span.FOUR_WEEKS)
        assert state.heights[-1] == progress.statistics.score_so_far * 100


def test_it_looks_back_as_far_as_was_chosen(make_progress):
    progress = make_progress(letters="K" * 400)
    lengths = [len(line_state(progress, span).days) for span in Span]
    assert lengths == [28, 91, 365, 400]


def test_it_begins_with_the_first_entry(workspace, make_habit):
    habit = make_habit(letters="OOOOKKK")
    state = line_state(HabitProgress(workspace.statistics.of(habit)), Span.FOUR_WEEKS)
    assert state.days[0] == days_ago(2).toordinal()
    assert state.first == days_ago(6).toordinal()


def test_without_an_entry_there_is_no_line(make_progress):
    assert not line_state(make_progress(letters="OOO"), Span.ALL).days


def test_long_rests_are_marked_and_the_line_holds_through_them(make_progress):
    state = line_state(make_progress(letters="K" * 20 + "R" * 9 + "KRK"), Span.ALL)
    [rest] = state.rests
    assert (rest.first, rest.last) == (days_ago(11).toordinal(), days_ago(3).toordinal())
    assert height_on(state, rest.last) == height_on(state, rest.first - 1)


def test_any_two_dates_can_be_the_range(make_progress):
    progress = make_progress(letters="K" * 60)
    first, last = days_ago(40).toordinal(), days_ago(30).toordinal()
    state = line_state(progress, Dates(first, last))
    assert (state.first, state.last) == (first, last)
    assert state.days == list(range(first, last + 1))
    assert not line_state(progress, Dates(first - 99, first - 70)).days


def test_coarser_lines_begin_with_the_first_stretch_that_reaches_into_the_range(make_progress):
    progress = make_progress(letters="K" * 60)
    weeks = line_state(progress, Span.FOUR_WEEKS, Grain.WEEK)
    assert weeks.days[0] >= days_ago(27).toordinal()
    assert len(weeks.days) == 5
    [year] = line_state(progress, Span.FOUR_WEEKS, Grain.YEAR).points
    assert year.value == fmean(progress.statistics.scores)


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(1, 500))
def test_a_thinned_line_reaches_its_ends_and_stays_within_the_pixels(start, length, most):
    found = thinned(range(start, start + length), most)
    assert len(found) <= most + 2
    if length:
        assert found[0] <= start
        assert found[-1] >= start + length - 1


@given(st.integers(0, 3000), st.integers(300, 3000), st.integers(10, 500), st.integers(0, 50))
def test_a_line_that_is_moved_goes_through_the_same_points(start, length, most, by):
    before = set(thinned(range(start, start + length), most))
    after = thinned(range(start + by, start + by + length), most)
    shared = [number for number in after if start <= number < start + length]
    assert set(shared) <= before


def test_the_point_nearest_to_the_mouse_is_found(make_progress):
    line = whole_line(make_progress(letters="K" * 10))
    first = line.places[0]
    assert [line.nearest(first + by) for by in (-5, 0.4, 0.6, 99)] == [0, 0, 1, 9]
    assert whole_line(make_progress("New")).nearest(5) is None


@given(DAYS, st.integers(0, 8000), st.integers(1, 20), st.integers(1, 7))
def test_ticks_do_not_crowd_and_lie_on_the_axis(first, length, most, first_weekday):
    last = first + length
    for ticks in (
        date_ticks(first, last, most, first_weekday, 2026),
        month_ticks(first, last, most, 2026),
    ):
        days = [tick.day for tick in ticks]
        assert len(days) <= max(1, most * 3 // 2)
        assert days == sorted(set(days))
        assert all(first <= day <= last for day in days)


@given(DAYS, st.integers(300, 8000), st.integers(3, 20))
def test_over_long_stretches_they_are_first_days_of_months(first, length, most):
    ticks = month_ticks(first, first + length, most, 2026)
    assert all(date.fromordinal(tick.day).day == 1 for tick in ticks)


def words_of_ticks(first, last, most=6):
    ticks = date_ticks(first.toordinal(), last.toordinal(), most, 1, 2026)
    return [tick.words for tick in ticks]


def test_ticks_name_days_weeks_months_or_years(qapp):
    assert words_of_ticks(date(2026, 11, 19), date(2026, 11, 22)) == [
        "19 Nov",
        "20 Nov",
        "21 Nov",
        "22 Nov",
    ]
    assert words_of_ticks(date(2026, 11, 1), date(2026, 11, 30)) == [
        "2 Nov",
        "9 Nov",
        "16 Nov",
        "23 Nov",
        "30 Nov",
    ]
    assert words_of_ticks(date(2025, 11, 20), date(2026, 3, 20)) == [
        "Dec 2025",
        "Jan 2026",
        "Feb",
        "Mar",
    ]
    assert words_of_ticks(date(2016, 11, 20), date(2026, 11, 20)) == [
        "2018",
        "2020",
        "2022",
        "2024",
        "2026",
    ]
