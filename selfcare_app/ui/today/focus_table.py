"""Moving about the Today page's table by keyboard: the focus ring, headings, several days."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from selfcare_app.ui.today.dragging import RowDrag
from selfcare_app.ui.today.editing import EditingDelegate
from selfcare_app.ui.today.model import NAME_COLUMN, TodayModel
from selfcare_app.ui.today.moves import is_stop, moved, nearest_stop, next_stop
from selfcare_app.ui.today.selecting import DaySelection
from selfcare_app.ui.today.state import HabitRow
from selfcare_app.ui.today.steady_table import SteadyTable

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
Move = QAbstractItemView.CursorAction
MOVES = (
    Key.Key_Left,
    Key.Key_Right,
    Key.Key_Up,
    Key.Key_Down,
    Key.Key_Home,
    Key.Key_End,
    Key.Key_PageUp,
    Key.Key_PageDown,
)
ON_HEADING = (Key.Key_Left, Key.Key_Right, Key.Key_Return, Key.Key_Enter, Key.Key_Space)
"""Keys that fold and unfold a group."""


class _Focus(NamedTuple):
    """Where the focus was, so that it can be found again in other rows."""

    habit_id: str | None
    area: str
    row: int
    column: int
    days: int


class FocusTable(SteadyTable):
    """Up and Down go from habit to habit; headings that are folded are stops on the way, and
    Left of a habit's name lies its heading. The focus stays with its habit when rows change."""

    fold_wanted = Signal(str, bool)
    """The key of a practice area, and whether its group shall be folded."""

    _model: TodayModel
    painter_of_cells: EditingDelegate
    selection: DaySelection
    drag: RowDrag
    _column = 0
    """Where the focus was last in a habit's row."""
    _kept: _Focus | None = None

    def follow_rows(self) -> None:
        """Keep the focus with its habit from now on; to be called once the model is set."""
        self._model.modelAboutToBeReset.connect(self._keep_focus)
        self._model.modelReset.connect(self._find_focus)

    def current_cell(self) -> tuple[int, int] | None:
        """Row and column of the focus; None where there is none."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def focus_cell(self, row: int, column: int) -> None:
        """Move the focus ring there."""
        self.setCurrentIndex(self._model.index(row, column))

    def _row(self, number: int) -> HabitRow | None:
        row = self._model.rows[number] if 0 <= number < len(self._model.rows) else None
        return row if isinstance(row, HabitRow) else None

    def _keep_focus(self) -> None:
        number, column = self.currentIndex().row(), self.currentIndex().column()
        row, group = self._row(number), self._model.group_at(number)
        days = len(self._model.days)
        self._kept = None
        if row is not None:
            self._kept = _Focus(row.habit.id, row.habit.area, number, column, days)
        elif group is not None:
            self._kept = _Focus(None, group.area.key, number, NAME_COLUMN, days)

    def _find_focus(self) -> None:
        """Go to where the habit stands now, to its heading if that is folded, or else to what
        stands in its place."""
        if self._kept is None or not self._model.rows:
            return
        kept, model = self._kept, self._model
        number = model.row_of(kept.habit_id) if kept.habit_id else model.heading_of(kept.area)
        heading = model.heading_of(kept.area)
        if number is None and heading is not None and is_stop(model.rows[heading]):
            number = heading
        if number is None:
            last = len(model.rows) - 1
            number = nearest_stop(model.rows, min(kept.row, last), down=True)
        if self._row(number) is None:
            self.focus_cell(number, NAME_COLUMN)
            return
        column = self._column if kept.habit_id is None else kept.column
        # Days are counted from the last one, which is the one looked at.
        shift = len(model.days) - kept.days if column > NAME_COLUMN else 0
        self.focus_cell(number, max(NAME_COLUMN, column + shift))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that a heading listens to from shortcuts that are about days."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            heading = self._model.group_at(self.currentIndex().row())
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if heading is not None and plain and Key(event.key()) in ON_HEADING:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold groups, choose several days, or move the focus ring."""
        number, key = self.currentIndex().row(), Key(event.key())
        if self._model.group_at(number) is not None and key in ON_HEADING:
            self._press_on_heading(number, key)
        elif key == Key.Key_Escape and (self.drag.habit or self.selection.cells):
            self.drag.cancel()
            self.selection.clear()
        else:
            before = self.current_cell()
            super().keyPressEvent(event)
            if key in MOVES:
                wider = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.selection.follow_keys(before, self.current_cell() if wider else None)

    def _press_on_heading(self, number: int, key: Qt.Key) -> None:
        group = self._model.group_at(number)
        if group is None or not group.foldable:
            return
        if key == Key.Key_Right and not group.folded:
            self.focus_cell(number + 1, self._column)
        elif key != Key.Key_Left or not group.folded:
            self.fold_wanted.emit(group.area.key, not group.folded)

    def moveCursor(
        self, move: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Up and Down stop at habits and folded headings, Left of a name at its heading; Home
        and End go to the first and the last day."""
        rows, current = self._model.rows, self.currentIndex()
        row = self._row(current.row())
        if row is not None and move == Move.MoveLeft and current.column() == NAME_COLUMN:
            heading = self._model.heading_of(row.habit.area)
            return current if heading is None else self._model.index(heading, NAME_COLUMN)
        if current.isValid() and move in (Move.MoveUp, Move.MoveDown):
            there = next_stop(rows, current.row(), -1 if move == Move.MoveUp else 1)
            return current if there is None else self._stop(there)
        if move in (Move.MoveHome, Move.MoveEnd):
            whole = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            found = moved(rows, len(self._model.days), move, current.row(), whole=whole)
            return current if found is None else self._model.index(*found)
        index = super().moveCursor(move, modifiers)
        if not index.isValid() or move not in (Move.MovePageUp, Move.MovePageDown):
            return index
        return self._stop(nearest_stop(rows, index.row(), down=move == Move.MovePageDown))

    def _stop(self, number: int) -> QModelIndex:
        return self._model.index(number, self._column if self._row(number) else NAME_COLUMN)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Move the focus ring."""
        super().currentChanged(current, previous)
        if self._row(current.row()) is not None:
            self._column = current.column()
        self._show_focus(self.hasFocus())
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self.visualRect(index).adjusted(-6, -6, 6, 6))

    def _show_focus(self, shown: bool) -> None:
        self.painter_of_cells.focused = self.current_cell() if shown else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring, on the first habit's control where it was nowhere yet."""
        if not self.currentIndex().isValid():
            # Before Qt does, which would go to the first heading.
            count = self._model.rowCount()
            first = next((n for n in range(count) if self._row(n)), 0 if count else None)
            if first is not None:
                self.focus_cell(first, self._model.control_column if self._row(first) else 0)
        super().focusInEvent(event)
        self._show_focus(True)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(event)
        self._show_focus(False)
        self.viewport().update()
