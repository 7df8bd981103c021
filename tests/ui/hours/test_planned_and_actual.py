"""Planned and actual hours as a chart: where its bars lie, and how it is read without a mouse."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor

from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.instants import Moment, Span, instant_of
from selfcare_app.domain.workhours import DayHours
from selfcare_app.domain.worklog import Activity
from selfcare_app.ui.boundaries.charts.days_layout import DaysLayout, Ground, grounds_of
from selfcare_app.ui.boundaries.charts.planned import PlannedCard
from selfcare_app.ui.boundaries.charts.shown import clock_words
from selfcare_app.ui.theme import DARK, LIGHT
from tests.services.office import BERLIN, MONDAY, Office
from tests.ui.hours.conftest import day, log, shown_of

LEFT = Qt.MouseButton.LeftButton


def layout_of(office: Office, weeks: int = 4, width: float = 760) -> DaysLayout:
    return DaysLayout(shown_of(office, weeks).weeks, width, 240)


def colours(chart) -> set[str]:
    image = chart.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.fixture
def chart(show, board):
    def shown():
        show()
        return board.card(PlannedCard).chart

    return shown


# Where things lie


def test_bars_stand_on_their_times_with_the_time_past_the_end_above(qapp, lived):
    layout = layout_of(lived)
    assert layout.times == list(range(8 * 60, 20 * 60 + 1, 120))
    late = next(n for n, each in enumerate(layout.columns) if each.day.day == day(0, 2))
    past = layout.columns[late].day.past
    bar = layout.bar_of(late, *past)
    assert past == (1080, 1130)
    assert bar.bottom() == pytest.approx(layout.y_of(1080), abs=1)
    assert bar.top() == pytest.approx(layout.y_of(1130), abs=1)
    assert layout.place_of(late).bottom() == pytest.approx(layout.y_of(540), abs=1)
    assert layout.number_at(layout.middle_of(late), 40) == late
    assert layout.number_at(2, 40) is None
    gap = (layout.left_of(0, 5) + layout.left_of(1, 0)) / 2
    assert layout.number_at(gap, 40) is None


def test_days_off_in_a_row_share_one_ground_and_those_for_other_reasons_do_not(qapp, lived):
    columns = layout_of(lived).columns
    assert grounds_of(columns) == [Ground(5, 9, "Autumn leave"), Ground(13, 13, "unwell")]
    lived.workspace.journal.take_days_off(day(1, 3), day(1, 3), "moving")
    found = grounds_of(layout_of(lived).columns)
    assert [each.words for each in found] == ["Autumn leave", "moving", "Autumn leave", "unwell"]


def test_a_night_goes_on_beyond_midnight(qapp, lived):
    lived.workspace.journal.plan_day(DayHours(day(3, 5), parse_hours("20:00-04:00")[0]))
    log(lived, day(3, 5), "20:00-05:00")
    layout = layout_of(lived)
    assert layout.times[-1] >= 29 * 60
    assert layout.columns[-1].day.past == (28 * 60, 29 * 60)
    assert clock_words(28 * 60) == "04:00 +1"


def test_many_weeks_keep_inside_and_without_any_day_there_is_still_an_axis(qapp, lived, tmp_path):
    layout = layout_of(lived, 26, 400)
    last = layout.place_of(len(layout.columns) - 1)
    assert layout.left < layout.place_of(0).left() < last.right() < 400
    other = Office(tmp_path / "empty.db")
    empty = layout_of(other)
    assert (empty.columns, empty.times[0], empty.times[-1]) == ([], 480, 1080)
    other.workspace.close()


# What is seen


def test_time_past_the_end_is_hatched_and_only_there_is_its_colour(show, chart, lived):
    drawn = chart()
    assert {LIGHT.past, LIGHT.past_ground} <= {each.upper() for each in colours(drawn)}
    for late in (day(0, 2), day(3, 3)):
        log(lived, late, "09:00-18:05")
    assert LIGHT.past_ground not in {each.upper() for each in colours(drawn)}


def test_it_takes_the_colours_of_the_night(chart, lived, board):
    drawn = chart()
    board.set_theme(DARK)
    found = {each.upper() for each in colours(drawn)}
    assert DARK.past_ground in found
    assert LIGHT.surface not in found
    assert QColor(DARK.surface).name().upper() in found


def test_every_kind_of_day_is_painted_at_every_width(qtbot, chart, lived, board):
    lived.work.log_day(day(3, 1), None)
    lived.at(day(3, 2), "18:40")
    lived.work.log_day(day(3, 2), None)
    lived.work.done_for_today()
    lived.at(MONDAY, "16:20")
    log(lived, day(2, 6), "10:00-12:00")
    log(lived, day(2, 4), "10:00-11:00")
    at = [instant_of(day(3, 4), minute, BERLIN) for minute in (540, 1080, 1200, 1230)]
    lived.work.log_day(day(3, 4), None)
    first, last = Moment(at[0], 60), Moment(at[3], 60)
    away = (Span(at[1], at[2]),)
    lived.workspace.journal.note_activity(Activity(day(3, 4), first, last, away))
    drawn = chart()
    assert board.planned.legend.words[-1] == "end not known"
    for weeks in (4, 26):
        board.show_weeks(weeks)
        qtbot.waitUntil(lambda: board.ready)
        for width in (1044, 500):
            board.resize(width, 640)
            # Whatever goes wrong while it is painted fails the test.
            found = {each.upper() for each in colours(drawn)}
            assert {LIGHT.past, LIGHT.sunk, LIGHT.outline} <= found


# How it is read


def test_the_keys_go_from_day_to_day_and_the_label_tells_of_it(qtbot, chart, lived):
    drawn = chart()
    drawn.setFocus(Qt.FocusReason.TabFocusReason)
    assert drawn.day.day == day(3, 5)
    assert drawn.label == "Fri 20 Nov · worked 09:00–17:55 · planned 09:00–18:00 · on time"
    qtbot.keyClick(drawn, Qt.Key.Key_Left)
    qtbot.keyClick(drawn, Qt.Key.Key_Left)
    assert drawn.label == (
        "Wed 18 Nov · worked 09:00–19:10 · planned 09:00–18:00 · 1 h 10 min past the end · "
        "client crisis"
    )
    qtbot.keyClick(drawn, Qt.Key.Key_Home)
    qtbot.keyClick(drawn, Qt.Key.Key_Left)
    assert drawn.day.day == day(0, 1)
    qtbot.keyClick(drawn, Qt.Key.Key_End)
    qtbot.keyClick(drawn, Qt.Key.Key_Right)
    assert drawn.day.day == day(3, 5)
    drawn.clearFocus()
    assert drawn.label == ""


def test_days_off_and_days_without_an_end_say_so(qtbot, chart, lived):
    lived.work.log_day(day(3, 5), None)
    lived.work.log_day(day(3, 4), None)
    drawn = chart()
    drawn.setFocus(Qt.FocusReason.TabFocusReason)
    assert drawn.label == "Fri 20 Nov · planned 09:00–18:00 · when it ended is not known"
    for _ in range(6):
        qtbot.keyClick(drawn, Qt.Key.Key_Left)
    assert drawn.label == "Thu 12 Nov · unwell"


def test_the_mouse_points_and_a_click_or_enter_asks_to_correct_the_day(qtbot, chart, lived, board):
    drawn = chart()
    wanted = []
    board.correct_wanted.connect(wanted.append)
    layout = drawn.layout_of_days
    late = next(n for n, each in enumerate(layout.columns) if each.day.day == day(0, 2))
    point = layout.place_of(late).center().toPoint()
    qtbot.mouseMove(drawn.viewport(), point)
    qtbot.waitUntil(lambda: drawn.day is not None)
    assert "50 min past the end · notes" in drawn.label
    QCoreApplication.sendEvent(drawn, QEvent(QEvent.Type.Leave))
    assert drawn.day is None
    qtbot.mouseClick(drawn.viewport(), LEFT, pos=point)
    drawn.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(drawn, Qt.Key.Key_Right)
    qtbot.keyClick(drawn, Qt.Key.Key_Return)
    assert wanted == [day(0, 2), day(0, 3)]


def test_it_has_a_name_that_sums_up_and_no_menu_of_its_own(chart, lived):
    drawn = chart()
    assert drawn.accessibleName() == "Planned and actual, last four weeks"
    assert drawn.accessibleDescription().startswith(
        "12 of 14 days ended on time, 26 Oct – 20 Nov. 6 days off are left out."
    )
    assert drawn.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


def test_a_day_that_is_corrected_is_drawn_anew_and_pointing_stays(qtbot, chart, lived):
    drawn = chart()
    drawn.setFocus(Qt.FocusReason.TabFocusReason)
    log(lived, day(3, 5), "09:00-18:30")
    assert drawn.label.endswith("30 min past the end")


def test_keys_that_it_has_no_use_for_go_on_to_the_page(qtbot, chart, board, lived):
    drawn = chart()
    asked = []
    board.keyPressEvent = lambda event: asked.append(event.key())
    drawn.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(drawn, Qt.Key.Key_Up)
    assert asked == [Qt.Key.Key_Up]
    assert drawn.day.day == day(3, 5)


def test_without_a_day_there_is_nothing_to_point_at(chart, office, board):
    office.workspace.journal.undo()
    drawn = chart()
    assert drawn.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert (drawn.day, drawn.label) == (None, "")
    found = {each.upper() for each in colours(drawn)}
    assert LIGHT.text_second in found
    assert LIGHT.grid not in found
    assert board.planned.legend.words == ()
