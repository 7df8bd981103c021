"""The question for the passphrase when the program starts."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from selfcare_app.services.key_store import KeyStore
from selfcare_app.services.passphrase import new_key
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.lock.opening import OpeningWindow
from tests.services.keys import KeysInMemory, keys

__all__ = ["keys"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WORDS = "quiet river stone lamp"


@pytest.fixture
def opening(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> OpeningWindow:
    workspace.encryption.use(new_key(WORDS))
    path = workspace.database.path
    workspace.close()
    window = OpeningWindow(QPixmap(8, 8), path, KeyStore(tmp_path))
    qtbot.addWidget(window)
    window.open()
    return window


def test_it_opens_with_the_passphrase(opening: OpeningWindow, qtbot: QtBot) -> None:
    assert opening.focusWidget() is opening.cover.field
    qtbot.keyClicks(opening.cover.field, WORDS)
    with qtbot.waitSignal(opening.accepted):
        qtbot.keyClick(opening.cover.field, Qt.Key.Key_Return)
    assert opening.key is not None


def test_whoever_leaves_gets_nothing(opening: OpeningWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opening.rejected):
        opening.cover.leave.click()
    assert opening.key is None


def test_the_key_is_kept_by_the_system_where_that_is_ticked(
    keys: KeysInMemory, opening: OpeningWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(opening.keep.isVisible)
    opening.keep.click()
    qtbot.keyClicks(opening.cover.field, WORDS)
    with qtbot.waitSignal(opening.accepted):
        opening.cover.button.click()
    assert KeyStore(tmp_path).key() == opening.key
    assert opening.problem == ""


def test_a_key_store_that_refuses_is_told_once_the_window_stands(
    keys: KeysInMemory, opening: OpeningWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(opening.keep.isVisible)
    opening.keep.click()
    keys.locked = True
    qtbot.keyClicks(opening.cover.field, WORDS)
    with qtbot.waitSignal(opening.accepted):
        opening.cover.button.click()
    assert opening.key is not None
    assert "did not take the key" in opening.problem


def test_without_a_key_store_there_is_nothing_to_tick(opening: OpeningWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not opening._looking.busy)
    assert not opening.keep.isVisible()
