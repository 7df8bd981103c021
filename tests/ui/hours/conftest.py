"""Work days of four weeks, and the board that shows them."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from selfcare_app.domain.hours_text import parse_hours, parse_interval
from selfcare_app.paths import resources
from selfcare_app.services.hours import last_weeks
from selfcare_app.services.settings import WEEK_START
from selfcare_app.ui.boundaries.charts.board import HoursBoard
from selfcare_app.ui.boundaries.charts.shown import HoursShown
from selfcare_app.ui.bridge import Bridge
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import LIGHT
from tests.services.office import MONDAY, Office

BEGIN = date(2026, 10, 26)
"""The Monday of the fourth week before MONDAY."""


def day(week: int, weekday: int) -> date:
    """The ISO weekday of the week with that number, from BEGIN on."""
    return BEGIN + timedelta(days=7 * week + weekday - 1)


def log(office: Office, on: date, text: str, reason: str | None = None) -> None:
    office.work.log_day(on, parse_interval(text), reason)


def shown_of(office: Office, weeks: int = 4) -> HoursShown:
    """What the charts are given."""
    return HoursShown(last_weeks(office.workspace, weeks), office.work.today(), 10, LIGHT)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def icons(qapp: object) -> Icons:
    return Icons(resources() / "icons")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Work from nine to six on weekdays, planned since long ago; it is Monday afternoon."""
    opened = Office(tmp_path / "selfcare.db")
    opened.workspace.settings.set(WEEK_START, 1)
    hours, _ = parse_hours("09:00-18:00")
    opened.workspace.journal.set_work_hours(range(1, 6), hours, date(2026, 1, 1))
    opened.at(MONDAY, "16:20")
    yield opened
    opened.workspace.close()


@pytest.fixture
def lived(office: Office) -> Office:
    """As in the design: one week of leave, one day unwell, and two later days of fourteen."""
    journal = office.workspace.journal
    journal.take_days_off(day(1, 1), day(1, 7), "Autumn leave")
    journal.take_days_off(day(2, 4), day(2, 4), "unwell")
    for week in (0, 2, 3):
        for weekday in range(1, 6):
            if (week, weekday) != (2, 4):
                log(office, day(week, weekday), "09:00-17:55")
    log(office, day(0, 2), "09:00-18:50", "notes")
    log(office, day(3, 3), "09:00-19:10", "client crisis")
    return office


@pytest.fixture
def board(qtbot: QtBot, office: Office, icons: Icons) -> HoursBoard:
    """The board, not yet shown, told of every change."""
    bridge = Bridge(office.workspace.journal)
    made = HoursBoard(office.workspace, LIGHT, icons)
    made.resize(1044, 640)
    qtbot.addWidget(made)
    bridge.setParent(made)
    bridge.changed.connect(lambda _: made.refresh())
    made.loader.wait()
    return made


@pytest.fixture
def show(qtbot: QtBot, board: HoursBoard) -> Callable[[], HoursBoard]:
    """Shows the board and waits for its charts."""

    def shown() -> HoursBoard:
        board.show()
        board.activateWindow()
        qtbot.waitUntil(lambda: board.ready and board.isActiveWindow())
        return board

    return shown
