"""Where the days of a year lie."""

from datetime import date

import pytest

from selfcare_app.ui.charts.year_grid import YearGrid

LAST = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(("first_weekday", "row"), [(1, 2), (7, 3), (6, 4)])
def test_weeks_begin_on_the_day_that_the_person_chose(first_weekday, row):
    grid = YearGrid(LAST.toordinal(), 53, first_weekday)
    assert grid.place_of(LAST.toordinal()) == (52, row)
    assert date.fromordinal(grid.first).isoweekday() == first_weekday
    assert grid.weekdays()[0] == first_weekday


def test_every_day_is_found_again_at_its_place():
    grid = YearGrid(LAST.toordinal(), 27, 1)
    assert all(grid.day_at(*grid.place_of(day)) == day for day in grid.days)


def test_there_is_no_day_beyond_today_and_beside_the_calendar():
    grid = YearGrid(LAST.toordinal(), 53, 1)
    assert grid.day_at(52, 3) is None
    assert grid.day_at(53, 0) is None
    assert grid.day_at(-1, 0) is None
    assert grid.day_at(0, 7) is None


def test_each_month_stands_over_the_week_in_which_it_begins():
    grid = YearGrid(LAST.toordinal(), 53, 1)
    months = list(grid.months())
    assert [first.month for _, first in months] == [12, *range(1, 12)]
    assert all(grid.place_of(first.toordinal())[0] == column for column, first in months)
