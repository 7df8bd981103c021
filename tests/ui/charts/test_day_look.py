"""A day's look tells what became of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from selfcare_app.domain.entry import Pause
from selfcare_app.domain.schedule import TimesInDays, TimesPerWeek, Weekdays
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.ui.charts.day_look import LOOKS, DayLook, draw_look, look_of, looks_in
from selfcare_app.ui.charts.legend import legend_of
from selfcare_app.ui.charts.look_strip import look_strip
from selfcare_app.ui.theme import DARK, LIGHT
from tests.domain.strategies import ago, cases
from tests.ui.charts.conftest import TODAY, days_ago


def looks(statistics, count):
    first = TODAY.toordinal() - count + 1
    return [look_of(statistics, first + offset).name for offset in range(count)]


def test_each_state_has_a_look_of_its_own(make_statistics):
    statistics = make_statistics(letters="KRNOO")
    assert looks(statistics, 6) == ["FREE", "DONE", "REST", "OPEN", "OPEN", "STILL_OPEN"]


def test_amounts_look_partly_done_or_much_more(make_statistics):
    statistics = make_statistics(amounts=(10, 20, 39, 40, 0), target=20)
    assert looks(statistics, 5) == ["PARTLY", "DONE", "DONE", "MORE", "OPEN"]


def test_less_is_never_much_more_where_at_most_is_asked(make_statistics):
    statistics = make_statistics(amounts=(0, 2, 9), target=2, at_most=True)
    assert looks(statistics, 3) == ["DONE", "DONE", "OPEN"]


def test_unplanned_days_are_free(make_statistics):
    # 23 November 2026 is a Monday.
    statistics = make_statistics(letters="OOOK", schedule=Weekdays(frozenset({1})))
    assert looks(statistics, 3) == ["FREE", "FREE", "DONE"]


def test_no_day_of_a_weekly_habit_stands_open(make_statistics):
    statistics = make_statistics(letters="KOOO", schedule=TimesPerWeek(2))
    assert looks(statistics, 4) == ["DONE", "FREE", "FREE", "FREE"]


def test_covered_days_look_other_than_logged_ones(make_statistics):
    statistics = make_statistics(letters="KOOKOO", schedule=TimesInDays(1, 3))
    assert looks(statistics, 6) == ["DONE", "COVERED", "COVERED", "DONE", "COVERED", "COVERED"]


def test_a_pause_looks_like_rest(workspace, make_habit):
    habit = make_habit(letters="KOOK")
    workspace.journal.add_records("Pause", [Pause("p", habit.id, days_ago(2), days_ago(1))])
    assert looks(workspace.statistics.of(habit), 4) == ["DONE", "REST", "REST", "DONE"]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_looks_differ_even_without_colour(theme):
    drawn = {look: _in_grey(look, theme) for look in DayLook}
    assert len(set(drawn.values())) == len(DayLook)


def _in_grey(look, theme):
    image = QImage(14, 14, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.surface))
    painter = QPainter(image)
    draw_look(painter, QRectF(1, 1, 12, 12), look, "support", theme)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(grey.constBits())


def test_the_legend_says_what_the_cells_mean(make_habit):
    def words(habit):
        return [words for _, words in legend_of(habit)]

    assert words(make_habit()) == ["done", "rest", "open"]
    measured = make_habit("Walk", target=20)
    assert words(measured) == ["20 min", "40 min or more", "partly", "rest", "open"]
    rolling = make_habit("Swim", schedule=TimesInDays(1, 3))
    assert words(rolling) == ["done", "rest", "covered", "not done"]


def told_at_once(statistics, days):
    return [LOOKS[number] for number in looks_in(statistics, days)]


@given(cases(), st.integers(-5, 150), st.integers(0, 160))
def test_all_looks_at_once_are_those_of_each_day(case, oldest, length):
    statistics = HabitStatistics(case.timeline(), 0)
    first = ago(oldest).toordinal()
    days = range(first, first + length)
    each = [look_of(statistics, day) for day in days]
    wanted = [DayLook.DONE if look is DayLook.MORE else look for look in each]
    assert told_at_once(statistics, days) == wanted


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_strips_tell_by_height_what_cells_tell_by_shape(theme):
    states = {DayLook.DONE, DayLook.PARTLY, DayLook.REST, DayLook.OPEN, DayLook.COVERED}
    grey = {
        look: tuple(QColor(strip.pixel(0, row)).lightness() for row in range(strip.height()))
        for look in (*states, DayLook.FREE)
        for strip in [look_strip(bytes([LOOKS.index(look)]), 15, "movement", theme)]
    }
    assert len(set(grey.values())) == len(grey)
    ground, full = grey[DayLook.FREE][0], grey[DayLook.DONE][0]
    assert set(grey[DayLook.FREE]) == {ground}
    assert set(grey[DayLook.DONE]) == {full}
    assert grey[DayLook.PARTLY][7:] == (full,) * 8
    assert full not in grey[DayLook.PARTLY][:7]
    assert grey[DayLook.REST].count(full) == 2
    assert grey[DayLook.OPEN][:-1] == (ground,) * 14
    assert grey[DayLook.OPEN][-1] != ground
