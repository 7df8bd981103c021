"""Prints the palette's figures on 200 habits; started by `tests.benchmarks.window`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfcare_app.paths import data_folder, database_file, resources
from selfcare_app.services.workspace import open_workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.palette.palette import Palette
from selfcare_app.ui.theme import LIGHT, palette, style_sheet

KEYS = (
    *map(ord, "HABIT"),
    *[Qt.Key.Key_Backspace] * 4,
    *map(ord, "IT 17"),
    Qt.Key.Key_Down,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_End,
    *[Qt.Key.Key_Backspace] * 6,
    *map(ord, "MOVE"),
    Qt.Key.Key_End,
    Qt.Key.Key_Home,
    *[Qt.Key.Key_Backspace] * 4,
    *map(ord, "QZX"),
    *[Qt.Key.Key_Backspace] * 3,
)
ROUNDS = 5


def figures(application: QApplication, window: MainWindow) -> Iterator[tuple[str, float, str, int]]:
    """Title, value, unit and bound of each figure."""
    opened = [_open(application, window) for _ in range(ROUNDS)]
    yield "palette with 200 habits: Ctrl+K → painted, median", median(opened), "ms", 100
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = window.overlays.open
    assert isinstance(found, Palette)
    keys = [_key(application, found, key) for _ in range(ROUNDS) for key in KEYS]
    assert not found.field.text()
    yield "palette with 200 habits: key → list repainted, median", median(keys), "ms", 16
    yield "palette with 200 habits: key → list repainted, largest", max(keys), "ms", 16
    window.overlays.close()


def _open(application: QApplication, window: MainWindow) -> float:
    begin = perf_counter()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    application.processEvents()
    taken = (perf_counter() - begin) * 1000
    assert window.overlays.open is not None
    window.overlays.close()
    application.processEvents()
    return taken


def _key(application: QApplication, found: Palette, key: int) -> float:
    """Press a key in the search field; milliseconds until all that it changed is painted."""
    begin = perf_counter()
    QTest.keyClick(found.field, Qt.Key(key))
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
    window.resize(1180, 760)
    window.show()
    QTest.qWaitForWindowActive(window)
    for figure in figures(application, window):
        sys.stdout.write("\t".join(map(str, figure)) + "\n")
    window.close()


if __name__ == "__main__":
    run()
