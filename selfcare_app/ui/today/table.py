"""The Today page's table: every day of every habit by mouse and entirely by keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTableView, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.today.columns import size_columns, size_rows
from selfcare_app.ui.today.delegate import Fonts
from selfcare_app.ui.today.dragging import RowDrag
from selfcare_app.ui.today.editing import EditingDelegate
from selfcare_app.ui.today.focus_table import FocusTable
from selfcare_app.ui.today.geometry import Part, menu_rect
from selfcare_app.ui.today.header import DaysHeader
from selfcare_app.ui.today.model import NAME_COLUMN, TodayModel
from selfcare_app.ui.today.selecting import DaySelection
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


class TodayTable(FocusTable):
    """Shows the days; says what the person wants, which the page then does."""

    acted = Signal(int, int, str)
    """Row, column and one of: toggle, log, rest, not_done, clear, note, more, less, timer (run
    or pause it), stop_timer, discard_timer."""
    dropped = Signal(object, object)
    """The habit whose row was dragged, and the `Place` that it was dragged to."""
    menu_wanted = Signal(int, int, QPoint)
    """Row, column and where on the screen the menu shall open."""

    _chosen_from: tuple[int, int] | None = None
    """The day that was pressed with Shift held, while the button is down."""

    def __init__(self, model: TodayModel, theme: Theme, icons: Icons) -> None:
        super().__init__()
        # A viewport of Qt's own would be unknown to Python; asking for it the first time makes
        # PySide go through all its classes, which takes as long as painting the page.
        self.setViewport(QWidget())
        # Then Qt moves what is painted already when the table scrolls.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._model = model
        self.painter_of_cells = EditingDelegate(model, theme, icons)
        self.days_header = DaysHeader(model, self.painter_of_cells, theme, self)
        self.setModel(model)
        self.setItemDelegate(self.painter_of_cells)
        self.selection = DaySelection(self, model, self.painter_of_cells)
        self.drag = RowDrag(self, model)
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
        self.follow_rows()
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

    def _on_reset(self) -> None:
        self.clearSpans()
        for number, row in enumerate(self._model.rows):
            if isinstance(row, GroupRow):
                self.setSpan(number, 0, 1, self._model.columnCount())
        size_rows(self, self._model, self.painter_of_cells)
        size_columns(self, self._model, self.painter_of_cells)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a day or on a part of the control acts at once."""
        index = self.indexAt(event.position().toPoint())
        row = self._row(index.row())
        if row is None:
            self._press_heading(index, event)
            return
        if event.button() == Qt.MouseButton.LeftButton and self._choose(index, event):
            return
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.selection.clear()
        if 1 <= index.column() <= len(self._model.days):
            self.acted.emit(index.row(), index.column(), "toggle")
        elif index.column() == self._model.control_column:
            self._press_control(row, index, event.position().toPoint())
        elif self._on_menu(index, event.position().toPoint()):
            where = self.viewport().mapToGlobal(menu_rect(self.visualRect(index)).bottomLeft())
            self.menu_wanted.emit(index.row(), index.column(), where)
        elif index.column() == NAME_COLUMN and self._model.in_own_order:
            self.drag.press(row.habit, event.position().toPoint())

    def _press_heading(self, index: QModelIndex, event: QMouseEvent) -> None:
        group = self._model.group_at(index.row())
        if group and group.foldable and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.focus_cell(index.row(), NAME_COLUMN)
            self.fold_wanted.emit(group.area.key, not group.folded)

    def _choose(self, index: QModelIndex, event: QMouseEvent) -> bool:
        """Choose days by Shift or Ctrl and a click; whether it was one."""
        place = (index.row(), index.column())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not (shift or control) or not self.selection.is_day(index.column()):
            return False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if shift:
            self.selection.reach(place)
            self._chosen_from = place
        else:
            self.selection.toggle(place)
        self.focus_cell(*place)
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put a dragged row down."""
        super().mouseReleaseEvent(event)
        self._chosen_from = None
        moved = self.drag.release()
        if moved is not None:
            self.dropped.emit(*moved)

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
        if event.buttons() & Qt.MouseButton.LeftButton:
            if self._chosen_from is not None:
                self._choose_up_to(self.indexAt(position))
                return
            if self.drag.move(position):
                return
        self._hover(self.rowAt(position.y()))
        self.viewport().setCursor(self._cursor_at(position))

    def _choose_up_to(self, index: QModelIndex) -> None:
        place = (index.row(), index.column())
        if self._row(index.row()) is None or not self.selection.is_day(index.column()):
            return
        if self._chosen_from and place != self._chosen_from:
            # Dragged, so it is no click that widens what was chosen before.
            self.selection.begin(self._chosen_from)
            self.selection.reach(place)
            self.focus_cell(*place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the rows, and where a dragged one would go."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.painter_of_cells.theme.surface))
        painter.end()
        super().paintEvent(event)
        if self.drag.active:
            painter = QPainter(self.viewport())
            self.drag.paint(painter, self.painter_of_cells.theme)
            painter.end()

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
        elif group := self._model.group_at(index.row()):
            hand = group.foldable
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
            if (index.row(), index.column()) not in self.selection.cells:
                self.selection.clear()
            self.menu_wanted.emit(index.row(), index.column(), where)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names take the free width."""
        super().resizeEvent(event)
        size_columns(self, self._model, self.painter_of_cells)
