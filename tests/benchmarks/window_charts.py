"""Prints the charts' figures on 50 habits × 10 years; started by `tests.benchmarks.window`."""

import gc
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from selfcare_app.domain.entry import State
from selfcare_app.paths import data_folder, database_file, resources
from selfcare_app.services.workspace import open_workspace
from selfcare_app.ui.charts.practice_map import PracticeMap
from selfcare_app.ui.charts.span import Span
from selfcare_app.ui.charts.year_map import YearMap
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.progress.habit_board import HabitBoard
from selfcare_app.ui.progress.page import ProgressPage
from selfcare_app.ui.progress.practices.board import PracticesBoard
from selfcare_app.ui.progress.practices.days import DaysCard
from selfcare_app.ui.progress.questions.strength import StrengthCard
from selfcare_app.ui.progress.questions.totals import TotalsCard
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
    yield from _all_practices(application, page)
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


class _Cells(QWidget):
    """As little as shows so many cells: no program of ours in it."""

    def __init__(self, across: int, down: int) -> None:
        super().__init__()
        self.resize(across * 2, down * 18)
        self._cells = [QRect(x * 2, y * 18, 2, 14) for y in range(down) for x in range(across)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill each cell."""
        painter = QPainter(self)
        colour = QColor("#3F7BDD")
        for cell in self._cells:
            painter.fillRect(cell, colour)
        painter.end()


def _all_practices(application: QApplication, page: ProgressPage) -> Iterator[Said]:
    """All habits × days: the page, the map of a year, and one change of it."""
    page.header.spans.buttons[0].click()
    begin = perf_counter()
    page.show_whole("practices")
    application.processEvents()
    yield "all practices: click → page painted", (perf_counter() - begin) * 1000, "ms", 100
    _until_ready(application, page)
    page.header.spans.buttons[2].click()
    application.processEvents()
    cells = _Cells(365, 50)
    cells.show()
    application.processEvents()
    bare = median(_milliseconds(application, cells.repaint) for _ in range(RUNS))
    cells.close()
    card = page.subject.board.card(DaysCard)
    page.subject.area.ensureWidgetVisible(card)
    application.processEvents()
    _until_ready(application, page)
    chart = card.chart
    shown = chart.map

    def draw() -> None:
        made = PracticeMap()
        made.resize(chart.size())
        made.show_map(shown, LIGHT)
        made.grab()

    ours = median(_milliseconds(application, draw) for _ in range(RUNS))
    yield "map of all habits, 18,250 cells: made and painted, median", ours, "ms", 30
    yield "map of all habits against as many bare cells", ours / bare, "×", 1.5
    journal = page._workspace.journal
    habit = shown.rows[0].habit_id
    kept = page._workspace.records.habit(habit)
    assert kept is not None
    states = cycle((State.REST, State.DONE, State.NOT_DONE))

    def change() -> None:
        journal.mark_days([(kept, page._workspace.today())], next(states))

    changes = [_milliseconds(application, change) for _ in range(FRAMES)]
    yield "all practices: click → committed → charts painted, median", median(changes), "ms", 17


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
    all_shown = page.subject.board.cards[0].shown
    page.show_habit(all_shown.practices.habits[0].id)
    shown = page.subject.board.cards[0].shown
    icons = Icons(Path(resources()) / "icons")

    def open_and_close() -> None:
        for board, figures in (
            (HabitBoard(str, icons), shown),
            (PracticesBoard(lambda habit, day: "", icons), all_shown),
        ):
            board.resize(900, 2800)
            board.set_view(board.rect())
            board.show_figures(figures, library=True)
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
