"""Prints how fast the editor opens beside 200 habits; started by `tests.benchmarks.window`."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout

from selfcare_app.paths import data_folder, database_file, resources
from selfcare_app.services.workspace import open_workspace
from selfcare_app.ui.editor.open import HabitEditing
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import LIGHT, palette, style_sheet

ROUNDS = 15
BOUND = 100


class Painted(QObject):
    """Notes that anything of a widget was painted."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def figures(application: QApplication, window: MainWindow) -> Iterator[tuple[str, float, str, int]]:
    """Title, value, unit and bound of each figure."""
    editing = window.editing
    habit = next(habit for habit in window.pages.today.model.habit_rows() if habit.habit.measured)
    bare = median(_open(application, lambda: _bare(window)) for _ in range(ROUNDS))
    first = _open(application, editing.add)
    new = median(_open(application, editing.add) for _ in range(ROUNDS))
    kept = median(_open(application, lambda: _edit(editing, habit.habit.id)) for _ in range(ROUNDS))
    among = "editor with 200 habits"
    yield "a bare dialog → painted, median", bare, "ms", BOUND
    yield f"{among}: the first time → painted", first, "ms", BOUND
    yield f"{among}: new habit → painted, median", new, "ms", BOUND
    yield f"{among}: habit to be changed → painted, median", kept, "ms", BOUND
    yield f"{among}, against what it may take", max(first, new, kept) / BOUND, "×", 1


def _open(application: QApplication, open_dialog: Callable[[], QDialog]) -> float:
    """Milliseconds from the wish to the painted dialog, which is closed again."""
    painted = Painted()
    begin = perf_counter()
    dialog = open_dialog()
    dialog.installEventFilter(painted)
    application.processEvents()
    taken = (perf_counter() - begin) * 1000
    assert painted.seen
    dialog.done(0)
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.processEvents()
    return taken


def _edit(editing: HabitEditing, habit_id: str) -> QDialog:
    editor = editing.edit(habit_id)
    assert editor is not None
    return editor


def _bare(window: MainWindow) -> QDialog:
    """As little as is a dialog: a line of text."""
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(QLabel("Name"))
    dialog.resize(540, 640)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


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
