"""The Boundaries page put together."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.hours_text import parse_interval
from selfcare_app.paths import resources
from selfcare_app.services.first_start import welcome_wanted
from selfcare_app.ui.boundaries.page import BoundariesPage
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK, LIGHT
from tests.services.office import MONDAY, Office
from tests.ui.boundaries.designed import BEGAN, british, office

__all__ = ["british", "office"]

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> MainWindow:
    office.workspace.journal.add_habit(Habit("", "Stopped at my time", BEGAN, area="boundaries"))
    assert not welcome_wanted(office.workspace)
    made = MainWindow(office.workspace, LIGHT, Icons(resources() / "icons"))
    qtbot.addWidget(made)
    made.resize(1180, 760)
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def show(window: MainWindow, qtbot: QtBot) -> Callable[[], BoundariesPage]:
    def shown() -> BoundariesPage:
        QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        page = window.pages.boundaries
        assert page is not None
        qtbot.waitUntil(lambda: page.ready, timeout=20_000)
        return page

    return shown


def test_a_key_shows_it_and_the_rail_marks_it(
    window: MainWindow, show: Callable[[], BoundariesPage]
) -> None:
    page = show()
    assert window.pages.current is page
    marked = [button.name for button in window.rail.buttons if button.isChecked()]
    assert marked == ["boundaries"]


def test_the_head_says_how_the_weeks_went_and_when_today_ends(
    office: Office, show: Callable[[], BoundariesPage]
) -> None:
    for number in (3, 4, 5):
        day = MONDAY - timedelta(days=number)
        if day.isoweekday() < 6:
            office.work.log_day(day, parse_interval("9:00-17:55"))
    page = show()
    words = page.header.sentence.text()
    assert words.endswith("ended on time in the last four weeks. Today’s boundary is 18:00.")


def test_it_pauses_until_the_next_work_day_and_back(
    office: Office, show: Callable[[], BoundariesPage]
) -> None:
    page = show()
    QTest.mouseClick(page.header.pause, Left)
    assert [hold.kind for hold in office.work.holds()] == [HoldKind.PAUSE]
    assert "paused until tomorrow 09:00" in page.header.sentence.text()
    QTest.mouseClick(page.header.pause, Left)
    assert office.work.holds() == []


@pytest.mark.parametrize(
    ("off", "words"), [(True, "Today is a day off."), (False, "No work is planned today.")]
)
def test_the_head_says_so_where_there_is_no_work_today(
    office: Office, show: Callable[[], BoundariesPage], off: bool, words: str
) -> None:
    if off:
        office.workspace.journal.take_days_off(MONDAY, MONDAY)
    else:
        office.workspace.journal.set_work_hours([1], (), BEGAN)
    assert words in show().header.sentence.text()


def test_a_change_elsewhere_is_shown_and_undo_too(
    window: MainWindow, office: Office, show: Callable[[], BoundariesPage]
) -> None:
    page = show()
    office.workspace.journal.take_days_off(MONDAY + timedelta(days=4), MONDAY + timedelta(days=4))
    assert len(page.one_offs.coming.rows) == 1
    window.taking_back.undo()
    assert page.one_offs.coming.rows == []


def test_what_changed_while_it_was_hidden_is_there_on_coming_back(
    window: MainWindow, office: Office, show: Callable[[], BoundariesPage]
) -> None:
    page = show()
    window.show_page("today")
    office.workspace.journal.set_work_hours([1], (), MONDAY)
    assert page.week.rows[1].field.text() == "9:00–18:00"
    window.show_page("boundaries")
    assert page.week.rows[1].field.text() == "Off"


def test_a_day_is_corrected_from_the_charts(
    office: Office, show: Callable[[], BoundariesPage], qtbot: QtBot
) -> None:
    page = show()
    friday = MONDAY - timedelta(days=3)
    dialog = page.correct_day(friday)
    dialog.times.setText("9:00-15:50")
    dialog.act.click()
    assert office.work.day(friday).overrun == 50
    qtbot.waitUntil(lambda: page.ready)
    assert "0 of 1 day" in page.header.sentence.text()


def test_in_a_narrow_window_the_cards_stand_below_each_other(
    window: MainWindow, show: Callable[[], BoundariesPage]
) -> None:
    page = show()
    assert page.reminders.mapTo(page, page.reminders.rect().topLeft()).x() > page.week.width()
    window.resize(900, 600)
    window.layout().activate()
    QTest.qWait(0)
    content = page.scroll_area.widget()
    assert page.reminders.mapTo(content, page.reminders.rect().topLeft()).x() < 60
    assert page.scroll_area.horizontalScrollBar().maximum() == 0


def test_other_colours_reach_every_part(
    window: MainWindow, show: Callable[[], BoundariesPage]
) -> None:
    page = show()
    before = page.week.grab().toImage()
    window.set_theme(DARK)
    assert page.week.grab().toImage() != before
