"""The whole window, dressed as a person has it, on a workspace with two habits."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.app.window import window_on
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import TimesPerWeek
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.settings.page import SettingsPage


@pytest.fixture
def paint(workspace: Workspace) -> Habit:
    schedule = TimesPerWeek(2)
    return workspace.journal.add_habit(
        Habit("", "Watercolour", date(2026, 11, 1), area="hobbies", schedule=schedule)
    )


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[None]:
    """Leave the application's looks to other tests as they were."""
    font, palette, sheet = QFont(qapp.font()), QPalette(qapp.palette()), qapp.styleSheet()
    yield
    # The test's own windows are closed by now, and shall not follow any more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationFontChange.value)


@pytest.fixture
def window(
    qapp: QApplication,
    qtbot: QtBot,
    undressed: None,
    workspace: Workspace,
    sit: Habit,
    paint: Habit,
) -> MainWindow:
    """The window, shown with its Today page."""
    made = window_on(qapp, workspace)
    qtbot.addWidget(made)
    made.resize(1180, 760)
    made.show()
    return made


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    """The Settings page, shown in the window."""
    window.show_page("settings")
    assert window.pages.settings is not None
    return window.pages.settings
