"""A week as in the design, on a Monday afternoon."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.services.settings import WEEK_START
from tests.services.office import MONDAY, Office

BEGAN = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = Office(tmp_path / "selfcare.db")
    opened.workspace.settings.set(WEEK_START, 1)
    for weekdays, text in (
        ((1, 2, 4), "9:00-18:00"),
        ((3,), "9:00-13:00,14:00-18:00"),
        ((5,), "9:00-15:00"),
    ):
        opened.workspace.journal.set_work_hours(weekdays, parse_hours(text)[0], BEGAN)
    opened.at(MONDAY, "16:20")
    yield opened
    opened.workspace.close()
