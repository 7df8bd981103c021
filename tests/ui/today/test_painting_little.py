"""The Today page: what a click changes is painted anew, and nothing else."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication

from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from tests.ui.steps import click, focus


class _Painted(QObject):
    """Gathers what is painted anew of a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def test_a_click_leaves_the_other_rows_as_they_are(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    others = [
        workspace.journal.add_habit(Habit("", f"Something small {number}", sit.created))
        for number in range(6)
    ]
    table, model = window.pages.today.table, window.pages.today.model
    focus(window, sit, 3)
    QApplication.processEvents()
    click(window, sit, 3)  # The first change brings the bar to undo it, which lies over the table.
    QApplication.processEvents()
    painted = _Painted()
    table.viewport().installEventFilter(painted)
    click(window, sit, 3)
    QApplication.processEvents()
    row, column = model.row_of(sit.id), len(model.days) - 3
    assert row is not None
    assert painted.region.contains(table.visualRect(model.index(row, column)).center())
    for habit in others[1:]:
        other = model.row_of(habit.id)
        assert other is not None
        assert not painted.region.intersects(table.visualRect(model.index(other, column)))
