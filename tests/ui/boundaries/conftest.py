"""Cards of the Boundaries page, on work days with a clock that the test moves."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QFont, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.paths import resources
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.look import dress
from selfcare_app.ui.theme import LIGHT
from tests.services.office import Office

Shown = TypeVar("Shown", bound=QWidget)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Work days with a clock and a zone that the test moves; it is Monday 23 November 2026."""
    opened = Office(tmp_path / "office" / "selfcare.db")
    yield opened
    opened.workspace.close()


@pytest.fixture
def icons(qapp: object) -> Icons:
    return Icons(resources() / "icons")


@pytest.fixture
def in_britain() -> Iterator[None]:
    """Dates and times as they are written there."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The application in the colours and sizes that a person has; left as it was."""
    font, palette, sheet = QFont(qapp.font()), QPalette(qapp.palette()), qapp.styleSheet()
    dress(qapp, LIGHT)
    yield
    # The test's own windows are closed by now, and shall not follow any more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def shown(qtbot: QtBot, dressed: None) -> Callable[[Shown], Shown]:
    """Shows a widget in the active window, so that it can have the focus."""

    def show(widget: Shown) -> Shown:
        qtbot.addWidget(widget)
        widget.resize(360, 600)
        widget.show()
        QTest.qWaitForWindowActive(widget)
        return widget

    return show
