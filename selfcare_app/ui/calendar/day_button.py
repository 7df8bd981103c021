"""A day of the month calendar, and the shapes that tell how much of it was kept."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from selfcare_app.services.month import DayCount
from selfcare_app.ui.calendar.state import Look, look_of, share_of
from selfcare_app.ui.calendar.words import spoken_day
from selfcare_app.ui.theme import RADIUS, Theme, font, mixed, text_factor

WIDTH, HEIGHT = 42, 44
"""At the usual text size, in logical pixels."""
DIAMETER = 11.0
LEAST_SHARE, MOST_SHARE = 0.15, 0.85
"""So that some can be told from none and from all."""
MOVES = frozenset(
    (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    )
)


class DayButton(QAbstractButton):
    """Shows one day; a click chooses it, and the keys lead to others."""

    moved = Signal(QKeyEvent)
    """A key that leads to another day."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.day = date.min
        self.count: DayCount | None = None
        self._of_month = self._today = self._looked_at = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_day(
        self, day: date, count: DayCount | None, today: date, looked_at: date, month: int
    ) -> None:
        """Show `day` with its `count`, None where it has not come yet; `looked_at` is the day
        that the page shows, `month` the number of the month that the calendar shows."""
        self.day, self.count = day, count
        self._today, self._looked_at = day == today, day == looked_at
        self._of_month = day.month == month
        self.setEnabled(count is not None)
        words = spoken_day(day, count, today)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Larger with the text."""
        return QSize(WIDTH, HEIGHT) * text_factor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that lead to other days; Enter chooses this one, as Space does."""
        if Qt.Key(event.key()) in MOVES:
            self.moved.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that a click would choose it."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the number and the shape below it."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        self._paint_ground(painter, room)
        written = font("body")
        written.setBold(self._today)
        painter.setFont(written)
        faint = self.count is None or not self._of_month
        painter.setPen(QColor(theme.text_hint if faint else theme.text))
        metrics = painter.fontMetrics()
        mark = DIAMETER * text_factor()
        gap = 2.0
        top = room.top() + (room.height() - metrics.height() - gap - mark) / 2
        line = QRectF(room.left(), top, room.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(self.day.day))
        if self.count is not None:
            centre = QPointF(room.center().x(), line.bottom() + gap + mark / 2)
            draw_look(painter, centre, self.count, theme)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, RADIUS, RADIUS)
        painter.end()

    def _paint_ground(self, painter: QPainter, room: QRectF) -> None:
        theme = self._theme
        ground = None
        if self._looked_at:
            ground = QColor(theme.selected)
        elif self.isEnabled() and self.underMouse():
            ground = QColor(theme.hover)
        elif self.count is not None and self._of_month:
            ground = mixed(QColor(theme.primary), theme.surface, 0.12 * share_of(self.count))
        painter.setPen(QPen(QColor(theme.outline), 1) if self._today else Qt.PenStyle.NoPen)
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room, RADIUS, RADIUS)


def draw_look(painter: QPainter, centre: QPointF, count: DayCount, theme: Theme) -> None:
    """Draw how much was kept: a disc, part of one, a ring, a dash, a dot."""
    factor = text_factor()
    radius = DIAMETER / 2 * factor
    full = QColor(theme.primary)
    painter.setPen(Qt.PenStyle.NoPen)
    look = look_of(count)
    match look:
        case Look.ALL:
            painter.setBrush(full)
            painter.drawEllipse(centre, radius, radius)
        case Look.SOME | Look.NONE:
            colour = full if look is Look.SOME else QColor(theme.outline)
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(QColor(theme.surface))
            painter.drawEllipse(centre, radius - 0.7, radius - 0.7)
            if look is Look.SOME:
                share = min(max(share_of(count), LEAST_SHARE), MOST_SHARE)
                inside = QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(full)
                painter.drawPie(inside, 90 * 16, round(-share * 360 * 16))
        case Look.NOTED:
            half = QPointF(3.5 * factor, 0)
            painter.setPen(
                QPen(QColor(theme.text_second), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            painter.drawLine(centre - half, centre + half)
        case Look.FREE:
            painter.setBrush(QColor(theme.faint))
            painter.drawEllipse(centre, 1.5, 1.5)
