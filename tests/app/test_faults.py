"""A fault of the program: said calmly, and shown to the last word that would be shared."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app import __version__
from selfcare_app.app.faults import report_faults
from selfcare_app.ui.fault_box import FaultBox

Key = Qt.Key
PRIVATE = "a note about supper"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where faults are written down from now on."""
    for place, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(place, name, getattr(place, name))
    report_faults(tmp_path / "selfcare.log")
    return tmp_path / "selfcare.log"


def go_wrong() -> None:
    supper = PRIVATE
    try:
        raise ValueError(supper)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)


def boxes() -> list[FaultBox]:
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, FaultBox)]


@pytest.fixture
def box(qapp: QApplication, log: Path, qtbot: QtBot) -> Iterator[FaultBox]:
    QGuiApplication.clipboard().setText("what was there before")
    go_wrong()
    [shown] = boxes()
    qtbot.waitExposed(shown)
    yield shown
    shown.close()
    shown.deleteLater()
    QGuiApplication.clipboard().clear()


def test_it_is_said_once_and_written_down_each_time(box: FaultBox, log: Path) -> None:
    go_wrong()
    assert boxes() == [box]
    assert "is safe" in box.words.text()
    assert str(log) in box.words.text()
    assert log.read_text(encoding="utf-8").count("ValueError") == 2


def test_nothing_private_is_in_the_log_or_on_the_screen(box: FaultBox, log: Path) -> None:
    seen = [box.heading.text(), box.words.text(), box.about.text(), box.field.toPlainText()]
    for text in (*seen, log.read_text(encoding="utf-8")):
        assert "supper" not in text


def test_the_report_stands_there_in_full_and_cannot_be_changed(box: FaultBox) -> None:
    report = box.field.toPlainText()
    assert f"Selfcare {__version__}" in report
    assert f"Qt {qVersion()}" in report
    for part in ("Python ", "SQLite ", "System ", "ValueError\n  test_faults.py, line "):
        assert part in report
    assert box.field.isVisible()
    QTest.keyClicks(box.field, "x")
    for key in (Key.Key_Delete, Key.Key_Backspace):
        QTest.keyClick(box.field, key)
    assert box.field.toPlainText() == report


def test_what_is_copied_is_what_is_seen_and_nothing_is_copied_unasked(box: FaultBox) -> None:
    assert QGuiApplication.clipboard().text() == "what was there before"
    box.copy.click()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == box.field.toPlainText()
    assert copied.formats() == ["text/plain"]
    assert box.copied.text() == "Copied."


def test_a_part_of_it_can_be_chosen_and_copied_by_keys(box: FaultBox) -> None:
    box.field.setFocus()
    QTest.keyClick(box.field, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box.field, Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(box.field, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"Selfcare {__version__}"


def test_all_of_it_is_done_by_keyboard(box: FaultBox, qtbot: QtBot) -> None:
    QTest.qWaitForWindowActive(box)
    stops = []
    for _ in range(4):
        stop = QApplication.focusWidget()
        assert stop is not None
        stops.append(stop)
        QTest.keyClick(stop, Key.Key_Tab)
    assert stops == [box.close_button, box.field, box.copy, box.close_button]
    box.copy.setFocus()
    QTest.keyClick(box.copy, Key.Key_Space)
    assert QGuiApplication.clipboard().text() == box.field.toPlainText()
    box.field.setFocus()
    with qtbot.waitSignal(box.accepted):
        QTest.keyClick(box.field, Key.Key_Return)
    assert not box.isVisible()


def test_escape_closes_it(box: FaultBox) -> None:
    QTest.keyClick(box, Key.Key_Escape)
    assert not box.isVisible()


def test_a_screen_reader_knows_what_stands_there(box: FaultBox) -> None:
    said = {
        widget: QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        for widget in (box.field, box.copy, box.close_button)
    }
    assert list(said.values()) == ["Report", "Copy report", "Close"]
    assert "nothing that you wrote is in it" in box.field.accessibleDescription()


def test_where_the_log_cannot_be_written_the_report_can_still_be_copied(
    qapp: QApplication, log: Path, qtbot: QtBot
) -> None:
    log.mkdir()
    go_wrong()
    [box] = boxes()
    qtbot.addWidget(box)
    assert "kept in" not in box.words.text()
    assert "ValueError" in box.field.toPlainText()


def test_what_goes_wrong_beside_the_window_is_written_down_alone(
    qapp: QApplication, log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise KeyError(PRIVATE)

    class Thing:
        def __del__(self) -> None:
            raise LookupError(PRIVATE)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    Thing()
    written = log.read_text(encoding="utf-8")
    assert "KeyError\n" in written
    assert "LookupError\n" in written
    assert boxes() == []
    # A desktop may keep what is written there.
    for text in (written, *capfd.readouterr()):
        assert "supper" not in text
