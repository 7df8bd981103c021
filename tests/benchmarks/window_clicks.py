"""Prints the window's figures on 50 habits × 10 years; started by `tests.benchmarks.window`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfcare_app.app.data_care import DataCare
from selfcare_app.paths import data_folder, database_file, resources
from selfcare_app.services.workspace import open_workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import LIGHT, palette, style_sheet

CLICKS = 40


def figures(
    application: QApplication, window: MainWindow, care: DataCare
) -> Iterator[tuple[str, float, str, int]]:
    """Title, value, unit and bound of each figure."""
    gap, made = _largest_gaps(application, window)
    yield "charts arriving: largest gap in the event loop while loading", gap, "ms", 30
    yield "charts arriving: largest gap while the page is shown", made, "ms", 30
    gap, whole = _largest_gap_of_backup(application, care)
    yield "the day's backup: largest gap in the event loop", gap, "ms", 30
    yield "the day's backup beside the window, from look to end", whole, "ms", 300
    _set_side_by_side(window)
    clicks = [_click(application, window, number) for number in range(CLICKS)]
    yield "click → committed → cell and chart repainted, median", median(clicks), "ms", 17
    window.pages.today.show_day(window.pages.today.day - timedelta(days=3640))
    late = [_click(application, window, number) for number in range(CLICKS)]
    yield "the same ten years back, median", median(late), "ms", 20


def _set_side_by_side(window: MainWindow) -> None:
    """Show both pages at once, so that both are painted after a click."""
    window.pages.removeWidget(window.pages.today)
    window.pages.today.setParent(None)
    window.pages.today.resize(1092, 760)
    window.pages.today.show()


def _largest_gaps(application: QApplication, window: MainWindow) -> tuple[float, float]:
    """The longest that the event loop stood still while pyqtgraph was loaded and the Progress
    page made, and while that was shown and painted, in milliseconds."""
    with _gaps() as gaps:
        window.pages.load_charts()
        # The page is made then, in two turns.
        while window.pages.progress is None or not window.pages.progress.subjects:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        loading = max(gaps)
        gaps.clear()
        window.show_page("progress")
        while not window.pages.current.ready:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QTest.qWait(50)
        return loading, max(gaps)


def _largest_gap_of_backup(application: QApplication, care: DataCare) -> tuple[float, float]:
    """The longest that the event loop stood still while the data was looked at and its backup
    made, and how long that took, in milliseconds."""
    with _gaps() as gaps:
        begin = perf_counter()
        care.look()
        while care.busy:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return max(gaps), (perf_counter() - begin) * 1000


@contextmanager
def _gaps() -> Iterator[list[float]]:
    """Fills a list with the milliseconds between one turn of the event loop and the next."""
    gaps: list[float] = []
    last = perf_counter()

    def tick() -> None:
        nonlocal last
        now = perf_counter()
        gaps.append((now - last) * 1000)
        last = now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(1)
    yield gaps
    timer.stop()


def _click(application: QApplication, window: MainWindow, number: int) -> float:
    """Click yesterday of one habit on the Today page; milliseconds until both its cell and,
    on the Progress page, its charts are painted."""
    table, model = window.pages.today.table, window.pages.today.model
    habits = [row for row in range(model.rowCount()) if model.habit_at(row)]
    row = habits[number % len(habits)]
    habit = model.habit_at(row)
    page = window.pages.progress
    assert habit is not None and page is not None
    page.show_habit(habit.id)
    index = model.index(row, model.control_column - 2)
    table.scrollTo(index)
    application.processEvents()
    centre = table.visualRect(index).center()
    begin = perf_counter()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
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
    application.processEvents()
    for figure in figures(application, window, DataCare(workspace, window)):
        sys.stdout.write("\t".join(map(str, figure)) + "\n")
    window.pages.today.close()
    window.close()


if __name__ == "__main__":
    run()
