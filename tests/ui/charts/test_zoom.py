"""Zooming and moving within a chart's data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from selfcare_app.ui.charts.bar_chart import BarChart
from selfcare_app.ui.charts.bars import Bar, Bars, Label, axis_steps
from selfcare_app.ui.charts.span import Span
from selfcare_app.ui.charts.strength import StrengthChart
from selfcare_app.ui.charts.zoom import ZoomWindow
from tests.ui.charts.conftest import TODAY, days_ago

FACTORS = st.floats(0.1, 10)
PLACES = st.floats(-50, 150)


@given(
    st.lists(st.tuples(st.sampled_from(["zoom", "pan", "show", "home"]), FACTORS, PLACES)),
    st.floats(0, 60),
    st.floats(1, 40),
)
def test_whatever_is_done_the_window_stays_within_the_data(acts, first, width):
    window = ZoomWindow(7)
    window.set_data((0, 100), (first, first + width))
    for act, factor, place in acts:
        before = window.first, window.last
        match act:
            case "zoom":
                changed = window.zoom(factor, place)
            case "pan":
                changed = window.pan(place)
            case "show":
                changed = window.show(place, place)
            case _:
                changed = window.go_home()
        assert -1e-9 <= window.first <= window.last <= 100 + 1e-9
        assert window.width >= min(7, width) - 1e-9
        assert changed == ((window.first, window.last) != before)
    window.go_home()
    assert window.at_home


def test_zooming_keeps_what_is_under_the_mouse_where_it_is():
    window = ZoomWindow(7)
    window.set_data((0, 100), (20, 60))
    window.zoom(0.5, 30)
    assert (window.first, window.last) == (25, 45)


def test_who_has_zoomed_stays_there_while_data_is_added():
    window = ZoomWindow(7)
    window.set_data((0, 100), (70, 100))
    window.zoom(0.5, 80)
    seen = window.first, window.last
    window.set_data((0, 101), (70, 100))
    assert (window.first, window.last) == seen
    window.set_data((0, 101), (71, 101))
    assert window.at_home, "another range was chosen, or another day has begun"


def turn(chart, notches, x, modifiers=Qt.KeyboardModifier.NoModifier):
    """Turn the wheel over `chart`; whether the chart took it."""
    surface = chart.viewport() if hasattr(chart, "viewport") else chart
    point = QPointF(x, 50)
    event = QWheelEvent(
        point,
        surface.mapToGlobal(point),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(surface, event)
    return event.isAccepted()


def drag(qtbot, chart, first, last):
    surface = chart.viewport() if hasattr(chart, "viewport") else chart
    qtbot.mousePress(surface, Qt.MouseButton.LeftButton, pos=QPoint(first, 50))
    for x in range(first, last, 10 if last > first else -10):
        qtbot.mouseMove(surface, QPoint(x, 50))
    qtbot.mouseMove(surface, QPoint(last, 50))
    qtbot.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=QPoint(last, 50))


@pytest.fixture
def strength(qtbot, make_progress, theme):
    chart = StrengthChart(lambda point: str(point.end))
    chart.resize(400, 220)
    qtbot.addWidget(chart)
    chart.show_progress(make_progress(letters="K" * 400), theme, Span.THREE_MONTHS)
    chart.show()
    return chart


@pytest.fixture
def bars(qtbot, theme):
    chart = BarChart()
    chart.resize(400, 220)
    qtbot.addWidget(chart)
    chart.show_bars(
        Bars(
            100,
            (80, 100),
            lambda number: Bar(number, str(number), target=50.0),
            lambda number: f"bar {number}",
            lambda seen, most: [Label(number, str(number)) for number in seen][:most],
            str,
            zooms=True,
        ),
        theme,
        "mindfulness",
    )
    chart.show()
    return chart


def seen_by(chart):
    window = getattr(chart, "seen_days", None) or chart.window_of_bars
    return window.first, window.last


@pytest.fixture(params=["strength", "bars"])
def chart(request):
    return request.getfixturevalue(request.param)


def test_the_wheel_zooms_in_and_out_within_the_data(chart):
    home = seen_by(chart)
    assert turn(chart, 1, 200)
    first, last = seen_by(chart)
    assert home[0] < first < last < home[1]
    while turn(chart, -1, 200):
        pass
    everything = seen_by(chart)
    assert everything[0] < home[0]
    assert not turn(chart, -1, 200), "what changes nothing is left to the page"
    assert seen_by(chart) == everything


def test_the_wheel_with_shift_moves(chart):
    home = seen_by(chart)
    assert turn(chart, 1, 200, Qt.KeyboardModifier.ShiftModifier)
    first, last = seen_by(chart)
    assert first < home[0]
    assert last - first == pytest.approx(home[1] - home[0])


def test_a_chart_that_is_scrolled_under_the_mouse_lets_the_page_scroll_on(qtbot, bars):
    assert turn(bars, 1, 200)
    seen = seen_by(bars)
    bars.move(0, 40)
    assert not turn(bars, 1, 200)
    assert seen_by(bars) == seen
    qtbot.mouseMove(bars, QPoint(210, 60))
    assert turn(bars, 1, 200)


def test_dragging_moves_along_and_a_double_click_goes_back(qtbot, chart):
    home = seen_by(chart)
    drag(qtbot, chart, 100, 300)
    first, last = seen_by(chart)
    assert first < home[0]
    assert last - first == pytest.approx(home[1] - home[0])
    surface = chart.viewport() if hasattr(chart, "viewport") else chart
    qtbot.mouseDClick(surface, Qt.MouseButton.LeftButton, pos=QPoint(200, 50))
    assert seen_by(chart) == home


def test_a_click_that_shakes_moves_nothing(qtbot, chart):
    home = seen_by(chart)
    drag(qtbot, chart, 200, 202)
    assert seen_by(chart) == home


def test_the_keys_zoom_move_and_go_back(qtbot, chart):
    home = seen_by(chart)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    first, last = seen_by(chart)
    assert home[0] < first < last < home[1]
    qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert seen_by(chart)[0] < first
    qtbot.keyClick(chart, Qt.Key.Key_0)
    assert seen_by(chart) == home
    qtbot.keyClick(chart, Qt.Key.Key_Minus)
    assert seen_by(chart)[0] < home[0]


def test_pointing_with_the_keys_brings_earlier_days_into_view(qtbot, strength):
    strength.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: strength.day == TODAY)
    qtbot.keyClick(strength, Qt.Key.Key_Home)
    assert strength.day == days_ago(90)
    qtbot.keyClick(strength, Qt.Key.Key_Left)
    assert strength.day == days_ago(91)
    assert seen_by(strength)[0] == days_ago(91).toordinal()


def test_pointing_at_bars_tells_of_them(qtbot, bars):
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: bars.label == "bar 99")
    for key, number in (("Home", 0), ("Left", 0), ("Right", 1), ("End", 99)):
        qtbot.keyClick(bars, getattr(Qt.Key, f"Key_{key}"))
        assert bars.label == f"bar {number}"
        assert number in bars.seen
    qtbot.mouseMove(bars, bars.rect_of(85).center().toPoint())
    assert bars.label == "bar 85"
    bars.clearFocus()
    assert bars.label == ""
    assert not bars.grab().isNull()


@given(st.floats(0, 1e15), st.integers(1, 8), st.booleans())
def test_an_axis_has_few_round_heights_and_reaches_the_highest_bar(highest, most, whole):
    steps = axis_steps(highest, most, whole=whole)
    assert steps[0] == 0
    assert steps[-1] >= highest or steps[-1] == pytest.approx(highest)
    assert 2 <= len(steps) <= most + 2
    if whole:
        assert all(step == round(step) for step in steps)
