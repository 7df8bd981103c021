"""The program beside its window, without a real desktop: what brings and shows reminders."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.app.background import Background
from selfcare_app.services.work_settings import ACTIVITY_SEEN
from selfcare_app.ui.main_window import MainWindow
from tests.services.office import MONDAY, Office

# Screens without a window manager do not raise windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def start(
    qapp: QApplication, window: MainWindow, office: Office, qtbot: QtBot
) -> Iterator[Callable[[], Background]]:
    quits = qapp.quitOnLastWindowClosed()
    made: list[Background] = []

    def started() -> Background:
        background = Background(qapp, window, office.workspace, made_up=False)
        made.append(background)
        with qtbot.waitSignal(background.started):
            background.start()
        return background

    yield started
    for background in made:
        background.stop()
        background.deleteLater()
    qapp.setQuitOnLastWindowClosed(quits)


def test_it_runs_once_all_parts_have_begun(start: Callable[[], Background]) -> None:
    background = start()
    assert background.running
    assert background.clock.looks_in > 0
    background.stop()
    assert not background.running
    assert background.clock.looks_in == 0


def test_what_is_due_comes_up_in_a_window_of_its_own(
    start: Callable[[], Background], office: Office
) -> None:
    background = start()
    office.at(MONDAY, "18:00")
    background.look_now()
    assert background.reminders.window is not None
    assert background.reminders.window.isVisible()
    background.stop()
    assert background.reminders.window is None


def test_the_strip_follows_the_clock(
    start: Callable[[], Background], office: Office, window: MainWindow
) -> None:
    background = start()
    office.at(MONDAY, "17:50")
    background.look_now()
    assert window.work_day.strip is not None
    assert window.work_day.strip.details.text().startswith("10 min left")
    window.hide()
    office.at(MONDAY, "17:55")
    background.look_now()
    assert window.work_day.strip.details.text().startswith("10 min left")
    background.show_window()
    assert window.work_day.strip.details.text().startswith("5 min left")


def test_a_minimised_window_comes_up_again(
    start: Callable[[], Background], window: MainWindow
) -> None:
    background = start()
    window.showMinimized()
    background.show_window()
    assert not window.isMinimized()


def test_with_activity_off_nothing_of_it_is_asked_or_kept(
    start: Callable[[], Background], office: Office
) -> None:
    office.workspace.settings.set(ACTIVITY_SEEN, False)
    background = start()
    background.look_now()
    office.at(MONDAY, "17:00")
    assert office.work.day(MONDAY).start is None


def test_after_it_stopped_nothing_is_looked_at(
    start: Callable[[], Background], office: Office
) -> None:
    background = start()
    background.stop()
    office.at(MONDAY, "18:00")
    background.look_now()
    assert "reminders" not in vars(background)
