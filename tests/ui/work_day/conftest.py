"""A week of work from nine to six, and the window, with a clock that the test moves."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.paths import resources
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.reminders.open import Reminders
from selfcare_app.ui.theme import LIGHT
from tests.services.office import MONDAY, Office

YEAR = MONDAY - timedelta(days=300)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = Office(tmp_path / "office" / "selfcare.db")
    opened.at(MONDAY, "16:20")
    yield opened
    opened.workspace.close()


@pytest.fixture
def planned(office: Office) -> Office:
    office.workspace.journal.set_work_hours(range(1, 6), parse_hours("9:00-18:00")[0], YEAR)
    return office


@pytest.fixture
def sit(office: Office) -> Habit:
    return office.workspace.journal.add_habit(Habit("", "Sit and breathe", YEAR))


@pytest.fixture
def open_on(office: Office, sit: Habit, qtbot: QtBot) -> Callable[[], MainWindow]:
    def open_window() -> MainWindow:
        window = MainWindow(office.workspace, LIGHT, Icons(resources() / "icons"))
        qtbot.addWidget(window)
        window.resize(1180, 760)
        window.show()
        QTest.qWaitForWindowActive(window)
        return window

    return open_window


@pytest.fixture
def window(planned: Office, open_on: Callable[[], MainWindow]) -> MainWindow:
    return open_on()


class Screen:
    """Whether the computer's screen is locked."""

    locked = False

    def __call__(self) -> bool:
        return self.locked


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def reminders(window: MainWindow, office: Office, screen: Screen) -> Iterator[Reminders]:
    icons = Icons(resources() / "icons")
    made = Reminders(
        office.workspace, window.work_day.deeds, lambda: (LIGHT, icons), screen, window
    )
    yield made
    made.close()
