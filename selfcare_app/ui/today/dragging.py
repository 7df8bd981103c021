"""A habit's row dragged by its name to another place."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QTableView

from selfcare_app.domain.habit import Habit
from selfcare_app.ui.theme import Theme
from selfcare_app.ui.today.arranging import Place
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.state import GroupRow

EDGE = 24
"""So near to the table's upper or lower edge it scrolls while a row is dragged."""
SCROLL_STEP, SCROLL_MILLISECONDS = 12, 30
LINE_LEFT = 20


class Drop(NamedTuple):
    """Where the row would go, and where the line is painted that says so."""

    place: Place
    y: int


class RowDrag:
    """Follows the mouse from pressing a name until it is let go."""

    def __init__(self, table: QTableView, model: TodayModel) -> None:
        self._table, self._model = table, model
        self.habit: Habit | None = None
        """Whose name was pressed."""
        self._pressed_at = self._position = QPoint()
        self._drop: Drop | None = None
        self._scrolling = QTimer(table)
        self._scrolling.setInterval(SCROLL_MILLISECONDS)
        self._scrolling.timeout.connect(self._scroll)
        model.modelReset.connect(self.cancel)

    @property
    def active(self) -> bool:
        """Whether a row is being dragged."""
        return self._drop is not None

    def press(self, habit: Habit, position: QPoint) -> None:
        """Note that the name of `habit` was pressed there; no drag yet."""
        self.habit, self._pressed_at = habit, position

    def move(self, position: QPoint) -> bool:
        """Follow the mouse; whether a row is being dragged."""
        far = (position - self._pressed_at).manhattanLength()
        if self.habit is None or not (self.active or far >= QApplication.startDragDistance()):
            return False
        self._position = position
        self._drop = self._drop_at(position)
        self._scrolling.start()
        self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._table.viewport().update()
        return True

    def release(self) -> tuple[Habit, Place] | None:
        """Let go; which habit goes where, None where none was dragged."""
        habit, drop = self.habit, self._drop
        self.cancel()
        return (habit, drop.place) if habit and drop else None

    def cancel(self) -> None:
        """Leave the row where it is."""
        shown = self.active
        self.habit = self._drop = None
        self._scrolling.stop()
        if shown:  # Else every click would paint the whole table.
            self._table.viewport().update()

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the line where the row would go."""
        if self._drop is None:
            return
        y, ink = self._drop.y, QColor(theme.focus)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 2))
        painter.drawLine(LINE_LEFT, y, self._table.viewport().width() - 8, y)
        painter.setBrush(QColor(theme.surface))
        painter.drawEllipse(QPointF(LINE_LEFT, y), 4, 4)

    def _drop_at(self, position: QPoint) -> Drop:
        rows = self._model.rows
        number = self._table.rowAt(max(0, position.y()))
        if number < 0:
            number = len(rows) - 1
        top, height = self._table.rowViewportPosition(number), self._table.rowHeight(number)
        above = position.y() < top + height // 2
        row = rows[number]
        if not isinstance(row, GroupRow):
            area, neighbour = row.habit.area, row.habit.id
            if above:
                return Drop(Place(area, before=neighbour), max(1, top))
            return Drop(Place(area, after=neighbour), top + height)
        previous = rows[number - 1] if number and above else None
        if isinstance(previous, GroupRow):
            return Drop(Place(previous.area.key), top)
        if previous is not None:
            return Drop(Place(previous.habit.area, after=previous.habit.id), top)
        following = rows[number + 1] if number + 1 < len(rows) else None
        if following is None or isinstance(following, GroupRow):
            return Drop(Place(row.area.key), top + height)
        return Drop(Place(row.area.key, before=following.habit.id), top + height)

    def _scroll(self) -> None:
        y, height = self._position.y(), self._table.viewport().height()
        step = SCROLL_STEP * ((y > height - EDGE) - (y < EDGE))
        if step:
            bar = self._table.verticalScrollBar()
            bar.setValue(bar.value() + step)
            self._drop = self._drop_at(self._position)
            self._table.viewport().update()
