"""Several days chosen at once, to say the same of all of them."""

from datetime import date

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from selfcare_app.domain.habit import Habit
from selfcare_app.ui.today.delegate import TodayDelegate
from selfcare_app.ui.today.model import TodayModel

Flag = QItemSelectionModel.SelectionFlag
Place = tuple[int, int]
"""Row and column."""


class DaySelection:
    """The days chosen in `table`; Qt's own selection holds them, so that screen readers know."""

    def __init__(self, table: QTableView, model: TodayModel, painter: TodayDelegate) -> None:
        self._table, self._model, self._painter = table, model, painter
        self._anchor: Place | None = None
        """Where a range begins."""
        table.selectionModel().selectionChanged.connect(self._on_changed)
        model.modelReset.connect(self._forget)

    @property
    def cells(self) -> frozenset[Place]:
        """Row and column of each day chosen."""
        return self._painter.selected

    def days(self) -> list[tuple[Habit, date]]:
        """The days chosen, habit by habit, the earliest first."""
        found = ((self._model.habit_at(row), column) for row, column in sorted(self.cells))
        return [(habit, self._model.day_of(column)) for habit, column in found if habit]

    def is_day(self, column: int) -> bool:
        """Whether days of that column can be chosen."""
        return 1 <= column <= len(self._model.days)

    def clear(self) -> None:
        """Choose nothing any more."""
        self._anchor = None
        if self.cells:
            self._table.selectionModel().clearSelection()

    def begin(self, place: Place) -> None:
        """Let a range begin at `place`, with nothing chosen yet."""
        self.clear()
        self._anchor = place

    def reach(self, place: Place) -> None:
        """Choose all days between where the range begins, or the focus ring, and `place`."""
        if self._anchor is None:
            current = self._table.currentIndex()
            self._anchor = (current.row(), current.column()) if current.isValid() else place
        last_day = len(self._model.days)
        rows = sorted((self._anchor[0], place[0]))
        left, right = sorted(min(max(1, at), last_day) for at in (self._anchor[1], place[1]))
        chosen = QItemSelection()
        for row in range(rows[0], rows[1] + 1):
            if self._model.habit_at(row) is not None:
                chosen.select(self._model.index(row, left), self._model.index(row, right))
        self._table.selectionModel().select(chosen, Flag.ClearAndSelect)

    def toggle(self, place: Place) -> None:
        """Choose that day too, or no more; a range begins there from now on."""
        self._anchor = place
        self._table.selectionModel().select(self._model.index(*place), Flag.Toggle)

    def follow_keys(self, before: Place | None, reached: Place | None) -> None:
        """The focus ring went from `before` and, with Shift, reached `reached`; without, nothing
        is chosen any more."""
        if reached is None:
            self.clear()
            return
        if self._anchor is None:
            self._anchor = before
        self.reach(reached)

    def _on_changed(self) -> None:
        chosen = self._table.selectionModel().selectedIndexes()
        self._painter.selected = frozenset((index.row(), index.column()) for index in chosen)
        self._table.viewport().update()

    def _forget(self) -> None:
        self._anchor = None
        self._painter.selected = frozenset()
