"""The Today page's table: every day of every habit by mouse and entirely by keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTableView, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.today.columns import size_columns, size_rows
from selfcare_app.ui.today.delegate import Fonts
from selfcare_app.ui.today.editing import EditingDelegate
from selfcare_app.ui.today.geometry import Part, menu_rect
from selfcare_app.ui.today.header import DaysHeader
from selfcare_app.ui.today.model import NAME_COLUMN, TodayModel
from selfcare_app.ui.today.moves import moved, nearest_habit
from selfcare_app.ui.today.state import GroupRow, HabitRow

ACTION_OF_DIGIT = {Qt.Key.Key_1: "log", Qt.Key.Key_0: "not_done"}
"""For yes/no habits; on measured ones a digit begins an amount."""
ACTION_OF_PART = {
    Part.MINUS: "less",
    Part.PLUS: "more",
    Part.BUTTON: "toggle",
    Part.LOG_ANYWAY: "log",
    Part.TIMER: "timer",
    Part.STOP: "stop_timer",
}
Index = QModelIndex | QPersistentModelIndex


class TodayTable(QTableView):
    """Shows the days; says what the person wants, which the page then does."""

    acted = Signal(int, int, str)
    """Row, column and one of: toggle, log, rest, not_done, clear, note, more, less, timer (run
    or pause it), stop_timer, discard_timer, breathe."""
    menu_wanted = Signal(int, int, QPoint)
    """Row, column and where on the screen the menu shall open."""

    def __init__(self, model: TodayModel, theme: Theme, icons: Icons) -> None:
        super().__init__()
        # A viewport of Qt's own would be unknown to Python; asking for it the first time makes
        # PySide go through all its classes, which takes as long as painting the page.
        self.setViewport(QWidget())
        self._model = model
        self.painter_of_cells = EditingDelegate(model, theme, icons)
        self.days_header = DaysHeader(model, self.painter_of_cells, theme, self)
        self.setModel(model)
        self.setItemDelegate(self.painter_of_cells)
        self.setHorizontalHeader(self.days_header)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Habits and days"))
        model.modelReset.connect(self._on_reset)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme` and the present text size."""
        self.painter_of_cells.theme = self.days_header.theme = theme
        fonts = Fonts.current()
        if fonts != self.painter_of_cells.fonts:
            self.painter_of_cells.fonts = fonts
            size_rows(self, self._model, self.painter_of_cells)
            size_columns(self, self._model, self.painter_of_cells)
            self.updateGeometries()
            self.updateEditorGeometries()
        self.viewport().update()
        self.days_header.viewport().update()

    def contents_height(self) -> int:
        """Pixels that all rows and the header take."""
        rows = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        return rows + self.days_header.sizeHint().height()

    def current_cell(self) -> tuple[int, int] | None:
        """Row and column of the focus; None where there is none."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def focus_cell(self, row: int, column: int) -> None:
        """Move the focus ring there."""
        self.setCurrentIndex(self._model.index(row, column))

    def edit_at(self, row: int, column: int, first: str = "") -> None:
        """Open the field for an amount, `first` typed into it already: in the day's own cell,
        or in the control for columns that are no day."""
        if not 1 <= column <= len(self._model.days):
            column = self._model.control_column
        index = self._model.index(row, column)
        self.edit(index)
        field = self.indexWidget(index)
        if first and isinstance(field, QLineEdit):
            # Qt selects what stands in a field; the next digit must not replace the first.
            field.setText(first)

    def ask_to_correct(self, row: int, text: str) -> None:
        """Open the field with the minutes that a forgotten timer counted."""
        self.painter_of_cells.correcting = text
        self.edit_at(row, self._model.control_column)
        if self.state() != QAbstractItemView.State.EditingState:
            self.painter_of_cells.correcting = None

    def _on_reset(self) -> None:
        self.clearSpans()
        for number, row in enumerate(self._model.rows):
            if isinstance(row, GroupRow):
                self.setSpan(number, 0, 1, self._model.columnCount())
        size_rows(self, self._model, self.painter_of_cells)
        size_columns(self, self._model, self.painter_of_cells)

    def _row(self, number: int) -> HabitRow | None:
        row = self._model.rows[number] if 0 <= number < len(self._model.rows) else None
        return row if isinstance(row, HabitRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit begins an amount, and says done or not done of a yes/no habit."""
        cell = self.current_cell()
        row = self._row(cell[0]) if cell else None
        typed = event.text()
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        amount = typed and (typed.isdigit() or typed in ".,") and not event.modifiers() & held
        if cell is None or row is None or not amount:
            super().keyPressEvent(event)
        elif row.habit.measured:
            self.edit_at(*cell, typed)
        elif action := ACTION_OF_DIGIT.get(Qt.Key(event.key())):
            self.acted.emit(*cell, action)

    def moveCursor(
        self, move: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last day; Page keys end on a habit."""
        rows, row = self._model.rows, self.currentIndex().row()
        whole = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        there = moved(rows, len(self._model.days), move, row, whole=whole)
        if there is not None:
            return self._model.index(*there)
        index = super().moveCursor(move, modifiers)
        page_keys = (move.MovePageUp, move.MovePageDown)
        if not index.isValid() or move not in page_keys:
            return index
        row = nearest_habit(rows, index.row(), down=move is move.MovePageDown)
        return self._model.index(row, index.column())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a day or on a part of the control acts at once."""
        index = self.indexAt(event.position().toPoint())
        row = self._row(index.row())
        if row is None:
            return
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if 1 <= index.column() <= len(self._model.days):
            self.acted.emit(index.row(), index.column(), "toggle")
        elif index.column() == self._model.control_column:
            self._press_control(row, index, event.position().toPoint())
        elif self._on_menu(index, event.position().toPoint()):
            where = self.viewport().mapToGlobal(menu_rect(self.visualRect(index)).bottomLeft())
            self.menu_wanted.emit(index.row(), index.column(), where)

    def _on_menu(self, index: QModelIndex, position: QPoint) -> bool:
        named = index.column() == NAME_COLUMN
        return named and menu_rect(self.visualRect(index)).contains(position)

    def _press_control(self, row: HabitRow, index: QModelIndex, position: QPoint) -> None:
        part = self.painter_of_cells.geometry(row, self.visualRect(index)).part_at(position)
        if part is Part.VALUE:
            self.edit_at(index.row(), index.column())
        elif part is not None:
            self.acted.emit(index.row(), index.column(), ACTION_OF_PART[part])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks are two clicks."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the row under the mouse, and where a click would act."""
        position = event.position().toPoint()
        self._hover(self.rowAt(position.y()))
        self.viewport().setCursor(self._cursor_at(position))

    def _cursor_at(self, position: QPoint) -> Qt.CursorShape:
        index = self.indexAt(position)
        row = self._row(index.row())
        hand = False
        if row and 1 <= index.column() <= len(self._model.days):
            hand = True
        elif row and index.column() == self._model.control_column:
            geometry = self.painter_of_cells.geometry(row, self.visualRect(index))
            hand = geometry.part_at(position) is not None
        elif row:
            hand = self._on_menu(index, position)
        return Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor

    def _hover(self, number: int) -> None:
        before = self.painter_of_cells.hovered_row
        if number == before:
            return
        self.painter_of_cells.hovered_row = number
        for row in (before, number):
            if row >= 0:
                top, height = self.rowViewportPosition(row), self.rowHeight(row)
                self.viewport().update(0, top, self.viewport().width(), height)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the day under the mouse, or under the focus ring for the menu key."""
        index = self.indexAt(event.pos())
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            where = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if self._row(index.row()) is not None:
            self.menu_wanted.emit(index.row(), index.column(), where)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Move the focus ring."""
        super().currentChanged(current, previous)
        self._show_focus(self.hasFocus())
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self.visualRect(index).adjusted(-6, -6, 6, 6))

    def _show_focus(self, shown: bool) -> None:
        self.painter_of_cells.focused = self.current_cell() if shown else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring, on the day's control where it was nowhere yet."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() or self._row(self.currentIndex().row()) is None:
            first = next((n for n in range(self._model.rowCount()) if self._row(n)), None)
            if first is not None:
                self.focus_cell(first, self._model.control_column)
        self._show_focus(True)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(event)
        self._show_focus(False)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names take the free width."""
        super().resizeEvent(event)
        size_columns(self, self._model, self.painter_of_cells)
