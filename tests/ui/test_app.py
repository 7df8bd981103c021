"""The window as a program: pictures, the first paint, faults, colours."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.app.window import open_window, window_on
from selfcare_app.domain.habit import Habit
from selfcare_app.services.settings import THEME
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.store.db import StoreError, open_database
from selfcare_app.ui.theme import DARK, LIGHT


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = open_workspace(tmp_path / "data" / "selfcare.db", lambda: datetime(2026, 11, 23, 12))
    yield made
    made.close()


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[None]:
    """Leave the application's looks to other tests as they were."""
    palette, sheet = QPalette(qapp.palette()), qapp.styleSheet()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def selfcare(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ) | {
        "QT_QPA_PLATFORM": "offscreen",
        "SELFCARE_DATA_DIR": str(folder),
    }
    command = [sys.executable, "-m", "selfcare_app", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def test_every_page_is_drawn_without_a_display(tmp_path: Path) -> None:
    done = selfcare("demo", "--screenshot", str(tmp_path / "pictures"), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    pictures = sorted((tmp_path / "pictures").iterdir())
    pages = ("boundaries", "check-ins", "practices", "progress", "settings", "today", "welcome")
    names = [f"{page}-{theme}.png" for page in pages for theme in ("dark", "light")]
    assert [picture.name for picture in pictures] == names
    for picture in pictures:
        image = QImage(str(picture))
        assert (image.width(), image.height()) == (1180, 760)
        theme = DARK if "dark" in picture.name else LIGHT
        assert image.pixelColor(1178, 758).name().upper() == theme.window


def test_the_person_s_own_data_is_not_touched_by_the_pictures(tmp_path: Path) -> None:
    selfcare("demo", "--screenshot", str(tmp_path / "pictures"), folder=tmp_path / "own")
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize("words", [("--exit-after-paint",), ("demo", "--exit-after-paint")])
def test_the_window_opens_paints_and_ends(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = selfcare(*words, folder=tmp_path / "own")
    assert done.returncode == 0, done.stderr


def test_a_newer_database_is_said_in_one_line(tmp_path: Path) -> None:
    database = open_database(tmp_path / "selfcare.db")
    with database.writing():
        database.change("PRAGMA user_version = 999")
    database.close()
    done = selfcare("--exit-after-paint", folder=tmp_path)
    assert done.returncode == 2
    assert "newer Selfcare" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    with pytest.raises(StoreError):
        open_window(tmp_path / "selfcare.db", exit_after_paint=True, made_up=False)


def test_colours_follow_the_setting(
    qapp: QApplication, workspace: Workspace, qtbot: QtBot, undressed: None
) -> None:
    workspace.journal.add_habit(Habit("", "Sit", date(2026, 11, 1)))
    workspace.settings.set(THEME, "dark")
    window = window_on(qapp, workspace)
    qtbot.addWidget(window)
    assert qapp.palette().window().color().name().upper() == DARK.window
    workspace.settings.set(THEME, "light")
    again = window_on(qapp, workspace)
    qtbot.addWidget(again)
    assert qapp.palette().window().color().name().upper() == LIGHT.window
