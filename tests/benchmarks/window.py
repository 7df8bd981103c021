"""The window: start to first paint, click to screen, charts arriving, memory.

Whole processes on the offscreen platform, so that no display server's time is measured.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.data import make_workspace
from tests.benchmarks.figures import Figure, milliseconds_of

RUNS = 15
REPOSITORY = Path(__file__).parents[2]
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, QApplication.quit)
application = QApplication(sys.argv)
window = Window()
window.resize(1180, 760)
window.show()
application.exec()
"""
# As little as shows a table of painted cells and text: no program of ours in it.
BARE_TABLE = """
import sys
from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QMainWindow, QStyledItemDelegate, QTableView, QWidget
class Model(QAbstractTableModel):
    def rowCount(self, parent):
        return 20
    def columnCount(self, parent):
        return 14
class Delegate(QStyledItemDelegate):
    def paint(self, painter, option, index):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(option.rect)
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, "14")
class Table(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)
application = QApplication(sys.argv)
application.setStyle("Fusion")
window = QMainWindow()
table, model, delegate = Table(), Model(), Delegate()
table.setViewport(QWidget())
table.setModel(model)
table.setItemDelegate(delegate)
window.setCentralWidget(table)
window.resize(1180, 760)
window.show()
application.exec()
"""
# What the installed console script does.
OURS = """
import sys
from selfcare_app.cli import run
sys.argv = ["selfcare", "--exit-after-paint"]
run()
"""
# A module of these in a process that has begun as the program does.
AS_STARTED = """
import gc, runpy, sys
import PySide6.QtCore
from selfcare_app.cli import OBJECTS_BETWEEN_SEARCHES
from selfcare_app.desktop.qt_libraries import import_plainly
gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
import_plainly()
runpy.run_module(sys.argv[1], run_name="__main__", alter_sys=True)
"""


def figures() -> Iterator[Figure]:
    """All figures of the window."""
    with TemporaryDirectory() as bytecode, TemporaryDirectory() as folder:
        make_workspace(Path(folder), habits=20, days=3 * 365).close()
        environment = _environment(Path(folder), bytecode)
        yield from _start(environment)
        # Loads the charts too, so that their byte code is there for the clicks.
        yield from _said_by("tests.benchmarks.window_memory", environment)
        with TemporaryDirectory() as other:
            make_workspace(Path(other), habits=50, days=3652).close()
            environment = _environment(Path(other), bytecode)
            yield from _said_by("tests.benchmarks.window_clicks", environment)
            yield from _said_by("tests.benchmarks.window_charts", environment)
        with TemporaryDirectory() as many:
            make_workspace(Path(many), habits=200, days=60).close()
            environment = _environment(Path(many), bytecode)
            yield from _said_by("tests.benchmarks.window_palette", environment)
            yield from _said_by("tests.benchmarks.window_editor", environment)
            yield from _said_by("tests.benchmarks.window_scroll", environment)


def _start(environment: dict[str, str]) -> Iterator[Figure]:
    rounds = [
        [_milliseconds(code, environment) for code in (BARE, BARE_TABLE, OURS)]
        for _ in range(RUNS + 1)
    ][1:]  # The first writes the byte code.
    bare, table, ours = (median(column) for column in zip(*rounds, strict=True))
    yield Figure("bare QMainWindow, start to paint", bare, "ms", 143)
    yield Figure("a bare table with text, start to paint", table, "ms", 186)
    yield Figure("start to painted Today page", ours, "ms", 186)
    ratio = median(table / bare for bare, table, _ in rounds)
    yield Figure("a bare table with text against a bare window", ratio, "×", 1.3)
    ratio = median(ours / bare for bare, _, ours in rounds)
    yield Figure("start to painted Today page against a bare window", ratio, "×", 1.3)
    ratio = median(ours / table for _, table, ours in rounds)
    yield Figure("start to painted Today page against a bare table", ratio, "×", 1.3)


def _said_by(module: str, environment: dict[str, str]) -> Iterator[Figure]:
    """The figures that a process of its own prints, one a line, parts set apart by tabs."""
    done = subprocess.run(
        [sys.executable, "-c", AS_STARTED, module],
        env=environment,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    for line in done.stdout.splitlines():
        title, value, unit, bound = line.split("\t")
        yield Figure(title, float(value), unit, float(bound))


def _environment(folder: Path, bytecode: str) -> dict[str, str]:
    """As an installed program finds it: with its byte code kept."""
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment | {
        "PYTHONPYCACHEPREFIX": bytecode,
        "SELFCARE_DATA_DIR": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
    }


def _milliseconds(code: str, environment: dict[str, str]) -> float:
    def start() -> None:
        command = [sys.executable, "-c", code]
        subprocess.run(
            command, env=environment, cwd=REPOSITORY, check=True, stderr=subprocess.DEVNULL
        )

    return milliseconds_of(start)
