"""Any day can be looked at; the days go on by themselves."""

from datetime import date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.paths import resources
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import LIGHT
from selfcare_app.ui.today.geometry import Part
from tests.ui.conftest import Clock
from tests.ui.steps import MONDAY, click, click_part, focus, words_at


def test_any_past_day_can_be_looked_at_and_logged(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    window.pages.today.header.previous.click()
    assert window.pages.today.header.title.text() == "Sunday 22 November"
    assert window.pages.today.header.next.isEnabled()
    click_part(window, sit, Part.BUTTON)
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=1)).state is State.DONE
    long_ago = date(2016, 2, 29)
    window.pages.today.show_day(long_ago)
    click(window, sit, 0)
    assert workspace.records.entry(sit.id, long_ago).state is State.DONE
    window.pages.today.header.today.click()
    assert window.pages.today.day == MONDAY
    assert not window.pages.today.header.next.isEnabled()


def test_everything_is_there_the_next_day(
    window: MainWindow, workspace: Workspace, sit: Habit, clock: Clock, qtbot: QtBot
) -> None:
    click(window, sit, 0)
    window.pages.today.check_in.energy.buttons[2].click()
    window.close()
    workspace.close()
    clock.now += timedelta(days=1)
    again = open_workspace(workspace.database.path, clock)
    second = MainWindow(again, LIGHT, Icons(resources() / "icons"))
    qtbot.addWidget(second)
    row = second.pages.today.model.row_of(sit.id)
    assert row is not None
    yesterday = words_at(second, row, len(second.pages.today.model.days) - 1)
    assert yesterday == "Monday 23 November, Sit and breathe, done"
    assert again.records.check_in(MONDAY) == CheckIn(MONDAY, energy=3)
    again.close()


def test_the_day_rolls_over_by_itself(window: MainWindow, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 24, 2, 59, 59)
    window.check_day()
    assert window.pages.today.day == MONDAY
    assert window._day_timer.interval() == 1_500
    clock.now = datetime(2026, 11, 24, 3, 0)
    window._day_timer.timeout.emit()
    assert window.pages.today.header.title.text() == "Tuesday 24 November"


def test_a_past_day_that_is_looked_at_stays_when_the_day_rolls_over(
    window: MainWindow, clock: Clock
) -> None:
    past = MONDAY - timedelta(days=4)
    window.pages.today.show_day(past)
    clock.now += timedelta(days=1)
    window.check_day()
    assert window.pages.today.day == past


def test_what_another_program_wrote_is_seen_on_coming_back(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    elsewhere = open_workspace(workspace.database.path, lambda: Clock.now)
    elsewhere.journal.log_entry(sit, MONDAY)
    elsewhere.close()
    assert workspace.changed_elsewhere()
    window.refresh(None)
    row, column = focus(window, sit, 0)
    assert words_at(window, row, column).endswith("done")


@pytest.mark.parametrize(("width", "days"), [(900, 7), (1180, 14), (1600, 28)])
def test_as_many_days_are_shown_as_fit(window: MainWindow, width: int, days: int) -> None:
    window.resize(width, 760)
    assert len(window.pages.today.model.days) == days
    assert window.pages.today.model.day == MONDAY
