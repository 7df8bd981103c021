"""Prints the charts' figures on 50 habits × 10 years; started by `tests.benchmarks.window`."""

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from selfcare_app.paths import data_folder, database_file, resources
from selfcare_app.services.workspace import open_workspace
from selfcare_app.ui.charts.span import Span
from selfcare_app.ui.charts.year_map import YearMap
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.progress.board import ChartBoard
from selfcare_app.ui.progress.page import ProgressPage
from selfcare_app.ui.progress.questions.strength import StrengthCard
from selfcare_app.ui.progress.questions.totals import TotalsCard
from selfcare_app.ui.progress.shown import Shown
from selfcare_app.ui.theme import LIGHT, palette, style_sheet
from tests.benchmarks.window_memory import resident

RUNS = 15
FRAMES = 60
BOARDS = 100

Said = tuple[str, float, str, float]


def figures(application: QApplication, window: MainWindow) -> Iterator[Said]:
    """Title, value, unit and bound of each figure."""
    window.pages.load_charts()
    while not window.pages.charts_loaded:
        application.processEvents()
    yield from _first_paint(application, window)
    page = window.pages.progress
    assert page is not None
    yield from _year(application, page)
    yield from _zooming(application, page)
    yield from _memory(application, page)


def _milliseconds(application: QApplication, act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    application.processEvents()
    return (perf_counter() - begin) * 1000


def _until_ready(application: QApplication, page: ProgressPage) -> None:
    while not page.ready:
        application.processEvents()
    application.processEvents()


def _first_paint(application: QApplication, window: MainWindow) -> Iterator[Said]:
    """From the click that opens the page until it stands, and until all charts in view do."""
    begin = perf_counter()
    window.show_page("progress")
    application.processEvents()
    painted = (perf_counter() - begin) * 1000
    page = window.pages.progress
    assert page is not None
    _until_ready(application, page)
    whole = (perf_counter() - begin) * 1000
    yield "charts: click on Progress → page painted", painted, "ms", 100
    yield "charts: click on Progress → every chart in view painted", whole, "ms", 100
    habits = [habit for habit in (page.model.habit_at(row) for row in range(60)) if habit]
    switches = [
        _milliseconds(application, lambda chosen=habit: page.show_habit(chosen.id))  # type: ignore[misc]
        for habit in habits[:RUNS]
    ]
    yield "charts: another habit → every chart in view painted, median", median(switches), "ms", 100


def _year(application: QApplication, page: ProgressPage) -> Iterator[Said]:
    """The heat map alone: made and painted, then one day of it changed."""
    workspace = page.subject.board.cards[0].shown
    assert workspace is not None
    statistics = workspace.progress.statistics
    made: list[YearMap] = []

    def make() -> None:
        chart = YearMap(str)
        chart.resize(800, 130)
        chart.show_statistics(statistics, LIGHT)
        chart.show()
        made.append(chart)

    first = [_milliseconds(application, make) for _ in range(RUNS)]
    yield "heat map of a year: made and painted, median", median(first), "ms", 25
    chart = made[-1]
    days = list(chart.layout_of_days.grid.days)
    timeline = statistics.timeline
    marks = bytearray(timeline.marks)

    def change(number: int) -> None:
        from selfcare_app.domain.value import replace
        from selfcare_app.services.stats import HabitStatistics

        day = days[-2 - number % 300]
        index = day - timeline.first
        marks[index] = ord("R") if marks[index] != ord("R") else ord("K")
        chart.show_statistics(HabitStatistics(replace(timeline, marks=bytes(marks)), 2), LIGHT)

    cells = [
        _milliseconds(application, lambda n=number: change(n))  # type: ignore[misc]
        for number in range(FRAMES)
    ]
    yield "heat map of a year: one day changed and painted, median", median(cells), "ms", 6
    for each in made:
        each.close()
        each.deleteLater()


def _zooming(application: QApplication, page: ProgressPage) -> Iterator[Said]:
    """Zooming into ten years of the line and of weekly totals, and moving along them."""
    page.header.show_reach(Span.ALL)
    page.subject.area.verticalScrollBar().setValue(0)
    _until_ready(application, page)
    strength = page.subject.board.card(StrengthCard).chart
    totals = page.subject.board.card(TotalsCard).chart
    for title, window, zoom in (
        ("the line of ten years", strength.seen_days, strength.zoom),
        ("ten years of weeks", totals.window_of_bars, totals.zoom),
    ):
        zooms, moves = [], []
        for frame in range(FRAMES):
            factor = 0.93 if frame < FRAMES // 2 else 1 / 0.93
            middle = (window.first + window.last) / 2

            def step(by: float = factor, at: float = middle) -> None:
                window.zoom(by, at)  # noqa: B023  # called at once
                zoom.changed.emit()  # noqa: B023

            zooms.append(_milliseconds(application, step))
        window.go_home()
        window.zoom(0.5, window.first)
        zoom.changed.emit()
        for _ in range(FRAMES):

            def move() -> None:
                window.pan(window.width / FRAMES)  # noqa: B023
                zoom.changed.emit()  # noqa: B023

            moves.append(_milliseconds(application, move))
        window.go_home()
        zoom.changed.emit()
        yield f"zooming {title}: a frame, median", median(zooms), "ms", 20
        yield f"moving along {title}: a frame, median", median(moves), "ms", 20


def _memory(application: QApplication, page: ProgressPage) -> Iterator[Said]:
    """How much more memory there is after every chart was opened and closed many times."""
    shown = page.subject.board.cards[0].shown
    assert shown is not None
    icons = Icons(Path(resources()) / "icons")

    def open_and_close() -> None:
        board = ChartBoard(str, icons)
        board.resize(900, 1800)
        board.set_view(board.rect())
        board.show_figures(Shown(shown.progress, shown.reach, LIGHT), library=True)
        board.show()
        while board.catch_up(library=True):
            pass
        application.processEvents()
        board.close()
        board.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        application.processEvents()

    for _ in range(10):  # Fonts, icons and caches are there after that.
        open_and_close()
    gc.collect()
    before = resident()
    for _ in range(BOARDS):
        open_and_close()
    gc.collect()
    yield (
        f"memory after opening and closing every chart {BOARDS} times",
        resident() - before,
        "MB",
        5,
    )


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
    for figure in figures(application, window):
        sys.stdout.write("\t".join(map(str, figure)) + "\n")
        sys.stdout.flush()
    window.close()


if __name__ == "__main__":
    run()
