"""Prints how the Today page scrolls with 200 habits; started by `tests.benchmarks.window`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from selfcare_app.paths import data_folder, database_file, resources
from selfcare_app.services.workspace import open_workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import LIGHT, palette, style_sheet

SIZE = 1600, 1000
"""Large, so that many rows and 28 days are painted at once."""
FRAMES = 150
STEP = 24
"""Pixels a frame, as a touchpad gives them."""
LONGEST = 20
"""Milliseconds that a frame may take at 50 frames a second."""


def figures(
    application: QApplication, window: MainWindow
) -> Iterator[tuple[str, float, str, float]]:
    """Title, value, unit and bound of each figure."""
    down = [_scroll(application, window, -STEP) for _ in range(FRAMES)]
    up = [_scroll(application, window, STEP) for _ in range(FRAMES)]
    frames = sorted((*down, *up))
    slow = frames[len(frames) * 95 // 100]
    yield (
        "scroll with 200 habits: a frame (20 ms: 50 a second), median",
        median(frames),
        "ms",
        LONGEST,
    )
    yield "scroll with 200 habits: 95 of 100 frames within", slow, "ms", LONGEST
    bar = window.pages.today.table.verticalScrollBar()
    whole = [_repaint(application, window, place) for place in range(0, bar.maximum(), 700)]
    yield "all of that table painted anew, median", median(whole), "ms", 2 * LONGEST
    yield "a scrolled frame against all painted anew", median(frames) / median(whole), "×", 0.5


def _scroll(application: QApplication, window: MainWindow, pixels: int) -> float:
    """Turn the wheel over the habits; milliseconds until the frame is painted."""
    table = window.pages.today.table
    viewport = table.viewport()
    centre = viewport.rect().center()
    before = table.verticalScrollBar().value()
    event = QWheelEvent(
        QPointF(centre),
        QPointF(viewport.mapToGlobal(centre)),
        QPoint(0, pixels),
        QPoint(0, pixels * 2),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    begin = perf_counter()
    application.sendEvent(viewport, event)
    application.processEvents()
    taken = (perf_counter() - begin) * 1000
    assert table.verticalScrollBar().value() != before
    return taken


def _repaint(application: QApplication, window: MainWindow, place: int) -> float:
    """Jump there, so that nothing of the picture before can be kept; milliseconds until it is
    painted."""
    table = window.pages.today.table
    begin = perf_counter()
    table.verticalScrollBar().setValue(place)
    table.viewport().update()
    application.processEvents()
    return (perf_counter() - begin) * 1000


def run() -> None:
    """Measure on the database of the data folder."""
    application = QApplication(sys.argv)
    application.setStyle("Fusion")
    application.setPalette(palette(LIGHT))
    application.setStyleSheet(style_sheet(LIGHT))
    workspace = open_workspace(database_file(data_folder(None)))
    window = MainWindow(workspace, LIGHT, Icons(Path(resources()) / "icons"))
    window.resize(*SIZE)
    window.show()
    application.processEvents()
    for figure in figures(application, window):
        sys.stdout.write("\t".join(map(str, figure)) + "\n")
    window.close()


if __name__ == "__main__":
    run()
