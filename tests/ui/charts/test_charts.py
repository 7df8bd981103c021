"""The charts as widgets: what they show, by mouse and by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor

from selfcare_app.domain.schedule import TimesInDays
from selfcare_app.ui.charts.span import Span
from selfcare_app.ui.charts.streak_bars import BestStreaks, StreakBar, fitting, streak_bars
from selfcare_app.ui.charts.strength import StrengthChart
from selfcare_app.ui.charts.year_map import YearMap
from selfcare_app.ui.theme import DARK, LIGHT
from tests.ui.charts.conftest import TODAY, days_ago


@pytest.fixture
def year(qtbot):
    chart = YearMap(lambda day: f"about {day}")
    chart.resize(800, 140)
    qtbot.addWidget(chart)
    return chart


@pytest.fixture
def strength(qtbot):
    chart = StrengthChart(lambda point: f"{point.end} at {round(point.value * 100)}")
    chart.resize(400, 220)
    qtbot.addWidget(chart)
    return chart


def centre_of(year, day):
    return year.layout_of_days.rect_of(day.toordinal()).center().toPoint()


def colour_at(widget, point):
    return widget.grab().toImage().pixelColor(point).name()


def test_the_year_ends_today_and_shows_each_day(year, make_statistics, theme):
    year.show_statistics(make_statistics(letters="KRNO"), theme)
    assert [year.look_on(days_ago(back)) for back in (3, 2, 1, 0)] == [
        "DONE",
        "REST",
        "OPEN",
        "STILL_OPEN",
    ]
    assert year.look_on(days_ago(364)) == "FREE"
    assert year.look_on(TODAY + timedelta(days=1)) == ""


def test_a_done_day_has_the_colour_of_its_area(year, make_statistics, theme):
    year.show_statistics(make_statistics(letters="KO", area="support"), theme)
    year.show()
    assert colour_at(year, centre_of(year, days_ago(1))) == theme.area("support").name()


def test_covered_cells_have_a_quiet_fill(year, make_statistics, theme):
    statistics = make_statistics(letters="KO", schedule=TimesInDays(1, 3))
    year.show_statistics(statistics, theme)
    assert colour_at(year, centre_of(year, TODAY)) == theme.fill("mindfulness").name()


def test_where_there_is_little_room_the_year_takes_two_rows_of_larger_cells(
    year, make_statistics, theme
):
    year.show_statistics(make_statistics(letters="K"), theme)
    assert (year.layout_of_days.rows, year.layout_of_days.pitch) == (1, 14)
    year.resize(500, 140)
    year.show()
    assert year.layout_of_days.rows == 2
    assert year.layout_of_days.pitch > 14
    width, height = year.layout_of_days.size
    assert width <= year.width()
    assert height <= year.height()
    for day in year.layout_of_days.grid.days:
        centre = year.layout_of_days.rect_of(day).center()
        assert year.layout_of_days.day_at(centre) == day
    assert year.layout_of_days.day_at(QPointF(60, 9999)) is None


def test_the_mouse_tells_of_the_day_beneath_it(qtbot, year, make_statistics, theme):
    year.show_statistics(make_statistics(letters="KKKK"), theme)
    year.show()
    qtbot.mouseMove(year.viewport(), centre_of(year, days_ago(9)))
    assert year.label == f"about {days_ago(9)}"
    qtbot.mouseMove(year.viewport(), QPoint(2, 2))
    assert year.label == ""


def test_the_arrow_keys_go_from_day_to_day(qtbot, year, make_statistics, theme):
    year.show_statistics(make_statistics(letters="KKKK"), theme)
    year.show()
    year.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: year.day == TODAY)
    for key, back in (("Up", 1), ("Left", 8), ("PageUp", 36), ("Right", 29), ("End", 0)):
        qtbot.keyClick(year, getattr(Qt.Key, f"Key_{key}"))
        assert year.day == days_ago(back)
        assert year.label == f"about {days_ago(back)}"
    qtbot.keyClick(year, Qt.Key.Key_Down)
    assert year.day == TODAY, "there is nothing after today"
    year.clearFocus()
    assert year.label == ""


def test_only_the_changed_day_is_painted_anew(qtbot, year, workspace, make_habit, theme):
    habit = make_habit(letters="KO")
    year.show_statistics(workspace.statistics.of(habit), theme)
    year.show()
    workspace.journal.log_entry(habit, TODAY)
    year.show_statistics(workspace.statistics.of(habit), theme)
    assert year.look_on(TODAY) == "DONE"
    assert colour_at(year, centre_of(year, TODAY)) == theme.area("mindfulness").name()


def test_other_colours_are_taken_at_once(year, strength, make_progress):
    progress = make_progress(letters="KK")
    for theme in (LIGHT, DARK):
        year.show_statistics(progress.statistics, theme)
        strength.show_progress(progress, theme)
    for chart in (year, strength):
        corner = QPoint(chart.width() - 1, chart.height() - 1)
        assert colour_at(chart, corner) == QColor(DARK.surface).name()
    assert colour_at(year, centre_of(year, TODAY)) == DARK.area("mindfulness").name()


def test_the_arrow_keys_point_along_the_line(qtbot, strength, make_progress, theme):
    progress = make_progress(letters="K" * 60)
    strength.show_progress(progress, theme, Span.FOUR_WEEKS)
    strength.show()
    strength.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: strength.day == TODAY)
    for key, back in (("Left", 1), ("PageUp", 8), ("Right", 7), ("Home", 27), ("End", 0)):
        qtbot.keyClick(strength, getattr(Qt.Key, f"Key_{key}"))
        assert strength.day == days_ago(back)
        score = progress.statistics.scores[-1 - back]
        assert strength.label == f"{days_ago(back).toordinal()} at {round(score * 100)}"


def test_the_mouse_points_at_the_nearest_day(qtbot, strength, make_progress, theme):
    strength.show_progress(make_progress(letters="K" * 60), theme)
    strength.show()
    qtbot.mouseMove(strength.viewport(), QPoint(1, 100))
    assert strength.day == days_ago(59)
    qtbot.mouseMove(strength.viewport(), QPoint(398, 100))
    assert strength.day == TODAY


def test_a_line_without_days_takes_no_focus(strength, make_progress, theme):
    strength.show_progress(make_progress(letters="OO"), theme)
    assert strength.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not strength.grab().isNull()


def test_best_streaks_come_longest_first_with_the_running_one_marked(make_progress):
    bars = streak_bars(make_progress(letters="KKKKNNKKNNKKK"))
    assert [(bar.length_words, bar.dates, bar.current) for bar in bars] == [
        ("4 days", "11 Nov – 14 Nov", False),
        ("3 days", "21 Nov – today", True),
        ("2 days", "17 Nov – 18 Nov", False),
    ]


def test_a_year_is_named_where_it_is_not_this_one(make_progress):
    [best, *_] = streak_bars(make_progress(letters="K" * 5 + "N" * 400 + "OO"))
    assert best.dates == "13 Oct – 17 Oct 2025"


def test_the_running_streak_is_never_left_out():
    bars = [StreakBar("", length, "", current=length == 1) for length in (9, 8, 7, 1)]
    assert [bar.length for bar in fitting(bars, 2)] == [9, 1]
    assert [bar.length for bar in fitting(bars, 9)] == [9, 8, 7, 1]
    assert [bar.length for bar in fitting(bars[:3], 2)] == [9, 8]


def test_a_screen_reader_hears_the_streaks(qtbot, make_progress, theme):
    chart = BestStreaks()
    qtbot.addWidget(chart)
    chart.show_progress(make_progress(letters="KKNNK"), theme)
    assert chart.accessibleName() == "Best streaks"
    assert chart.accessibleDescription() == "2 days, 19 Nov – 20 Nov; 1 day, 23 Nov – today, now"
    assert not chart.grab().isNull()
