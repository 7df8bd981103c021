"""pyqtgraph arrives late, beside the event loop, and nothing else waits for it."""

import logging
import subprocess
import sys

from selfcare_app.ui.charts.loader import ChartLoader

WITHOUT_CHARTS = """
import sys
import selfcare_app.ui.progress.page, selfcare_app.ui.charts.loader, selfcare_app.ui.wording
print([name for name in ("pyqtgraph", "numpy") if name in sys.modules])
"""

MADE_IN_THREAD = """
import enum, sys, threading
from PySide6.QtWidgets import QApplication
from selfcare_app.ui.charts.loader import ChartLoader
application = QApplication([])
made, usual = [], enum.EnumType.__new__
def note(kind, *named, **more):
    new = usual(kind, *named, **more)
    if threading.current_thread() is not threading.main_thread():
        made.append(new)
    return new
loader = ChartLoader()
loader.loaded.connect(application.quit)
loader.start()
enum.EnumType.__new__ = note
application.exec()
ours = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg")
print([str(each) for each in made if each.__module__ in ours])
"""


def test_the_window_starts_without_pyqtgraph_and_numpy():
    answer = subprocess.run(
        [sys.executable, "-c", WITHOUT_CHARTS], capture_output=True, text=True, timeout=60
    )
    assert answer.stdout == "[]\n", answer.stderr


def test_the_charts_tell_when_they_are_ready(qtbot):
    loader = ChartLoader()
    assert not loader.ready
    with qtbot.waitSignal(loader.loaded, timeout=20_000):
        loader.start()
    assert loader.ready
    assert "pyqtgraph" in sys.modules


def test_no_class_of_qt_is_made_beside_the_window():
    # PySide makes its classes when they are first asked for, and is not prepared for two
    # threads that do so at once: that ended the program at about every 25th start.
    answer = subprocess.run(
        [sys.executable, "-c", MADE_IN_THREAD], capture_output=True, text=True, timeout=60
    )
    assert answer.stdout == "[]\n", answer.stderr


def test_starting_twice_loads_once(qtbot):
    loader = ChartLoader()
    loaded: list[None] = []
    loader.loaded.connect(lambda: loaded.append(None))
    loader.start()
    loader.start()
    loader.wait()
    qtbot.waitUntil(lambda: bool(loaded))
    assert len(loaded) == 1


def test_a_damaged_installation_is_said_calmly_and_logged(qtbot, caplog):
    loader = ChartLoader(("selfcare_app.ui.charts.not_there",))
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(loader.failed):
        loader.start()
    assert loader.broken
    assert not loader.ready
    assert "not_there" in caplog.text
