"""The day's backup comes by itself while the program runs, and trouble is said once a day."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.app import data_care as module
from selfcare_app.app.background import Background
from selfcare_app.app.data_care import RETRY, DataCare
from selfcare_app.app.window import _care_for_data
from selfcare_app.domain.habit import Habit
from selfcare_app.paths import backup_folder
from selfcare_app.services.backups import Backups
from selfcare_app.services.settings import BACKUP_FOLDER
from selfcare_app.store.db import DamagedDatabase, StoreError
from selfcare_app.ui.main_window import MainWindow
from tests.services.office import MONDAY, TUESDAY, Office

# Screens without a window manager do not raise windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def care(office: Office, sit: Habit, qapp: QApplication) -> DataCare:
    return DataCare(office.workspace, qapp)


def look(care: DataCare, qtbot: QtBot) -> None:
    care.look()
    qtbot.waitUntil(lambda: not care.busy)


def daily(office: Office) -> list[str]:
    folder = backup_folder(office.workspace.folder)
    return sorted(file.name for file in folder.glob("selfcare-daily-*.db"))


def said(care: DataCare) -> list[str]:
    sentences: list[str] = []
    care.told.connect(sentences.append)
    return sentences


def test_there_is_a_backup_of_each_day_on_which_the_program_runs(
    care: DataCare, office: Office, qtbot: QtBot
) -> None:
    sentences = said(care)
    look(care, qtbot)
    assert [name[:25] for name in daily(office)] == ["selfcare-daily-2026-11-23"]
    care.look()
    assert not care.busy
    office.at(TUESDAY, "02:00")
    care.look()
    assert not care.busy
    office.at(TUESDAY, "03:01")
    look(care, qtbot)
    assert [name[:25] for name in daily(office)][1:] == ["selfcare-daily-2026-11-24"]
    assert sentences == []


def test_it_comes_after_the_start_and_with_the_clock(
    qapp: QApplication, window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    quits = qapp.quitOnLastWindowClosed()
    background = Background(qapp, window, office.workspace, made_up=False)
    background.started.connect(lambda: _care_for_data(background, window, office.workspace))
    with qtbot.waitSignal(background.started):
        background.start()
    [care] = background.findChildren(DataCare)
    qtbot.waitUntil(lambda: len(daily(office)) == 1 and not care.busy)
    office.at(TUESDAY, "09:00")
    background.look_now()
    qtbot.waitUntil(lambda: len(daily(office)) == 2)
    qtbot.waitUntil(lambda: not care.busy)
    background.stop()
    background.deleteLater()
    qapp.setQuitOnLastWindowClosed(quits)


def test_trouble_is_told_once_a_day_and_tried_again(
    care: DataCare, office: Office, qtbot: QtBot
) -> None:
    sentences = said(care)
    folder = backup_folder(office.workspace.folder)
    folder.write_text("in the way")
    look(care, qtbot)
    assert len(sentences) == 1
    assert sentences[0].startswith("Today’s backup could not be made. ")
    office.now += RETRY // 1000 - 1
    care.look()
    assert not care.busy
    office.now += 1
    look(care, qtbot)
    assert len(sentences) == 1
    folder.unlink()
    office.now += RETRY // 1000
    look(care, qtbot)
    assert len(daily(office)) == 1
    folder.rename(folder.with_name("aside"))
    folder.write_text("in the way")
    office.at(TUESDAY, "09:00")
    look(care, qtbot)
    assert len(sentences) == 2


def test_a_stick_that_is_not_there_is_told(
    care: DataCare, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    office.workspace.settings.set_folder(BACKUP_FOLDER, tmp_path / "stick")
    (tmp_path / "stick").rmdir()
    sentences = said(care)
    look(care, qtbot)
    assert len(daily(office)) == 1
    assert [sentence.partition(", ")[2] for sentence in sentences] == [
        "so the backup went to the usual folder."
    ]
    office.at(MONDAY, "18:00")
    care.look()
    assert len(sentences) == 1


def test_damage_is_told_and_no_backup_made_of_it(
    care: DataCare, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Backups, "database_is_sound", lambda _: False)
    sentences = said(care)
    with qtbot.waitSignal(care.damaged):
        care.look()
    assert daily(office) == []
    assert sentences == []


@pytest.mark.parametrize(("error", "told"), [(DamagedDatabase, 0), (StoreError, 1)])
def test_what_goes_wrong_before_the_thread_is_told_too(
    care: DataCare, monkeypatch: pytest.MonkeyPatch, error: type[StoreError], told: int
) -> None:
    def fail(_: object) -> None:
        raise error("The disk is busy.", *([Path("x")] if told == 0 else []))

    monkeypatch.setattr(module, "backups_of", fail)
    sentences, damages = said(care), []
    care.damaged.connect(lambda: damages.append(1))
    care.look()
    assert not care.busy
    assert len(sentences) == told
    assert len(damages) == 1 - told
