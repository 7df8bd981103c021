"""An empty workspace and a window on it, as at the first start."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.app.window import window_on
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.welcome.page import WelcomePage


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = open_workspace(tmp_path / "data" / "selfcare.db", lambda: datetime(2026, 11, 23, 16, 20))
    yield made
    made.close()


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[None]:
    """Leaves colours and style sheet as they were."""
    palette, sheet = qapp.palette(), qapp.styleSheet()
    yield
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


@pytest.fixture
def start_program(
    qapp: QApplication, workspace: Workspace, qtbot: QtBot, undressed: None
) -> Callable[[], MainWindow]:
    def start() -> MainWindow:
        window = window_on(qapp, workspace)
        qtbot.addWidget(window)
        window.resize(1180, 760)
        window.show()
        return window

    return start


@pytest.fixture
def window(start_program: Callable[[], MainWindow]) -> MainWindow:
    return start_program()


@pytest.fixture
def page(window: MainWindow) -> WelcomePage:
    assert window.pages.welcome is not None
    return window.pages.welcome
