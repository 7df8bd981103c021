"""Paints a habit's timer into the day's control: the round button, the time, what to log."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import RADIUS, Theme
from selfcare_app.ui.today.geometry import ControlGeometry, Part
from selfcare_app.ui.today.state import HabitRow
from selfcare_app.ui.today.timer_words import clock_words, log_words, timer_line

Align = Qt.AlignmentFlag
ICON = 16
LARGEST_ICON = 24


class Ink(NamedTuple):
    """What a timer is painted with."""

    theme: Theme
    icons: Icons
    strong: QFont
    caption: QFont
    factor: float


def paint_round_button(
    painter: QPainter, geometry: ControlGeometry, row: HabitRow, ink: Ink
) -> None:
    """The button that starts and pauses the timer, in the colour of the habit's area."""
    rect = geometry.rect_of(Part.TIMER)
    if not rect.isValid():
        return
    colour = ink.theme.area(row.habit.hue)
    running = row.timer is not None and row.timer.running
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(ink.theme.tint(row.habit.hue) if running else QColor(ink.theme.surface))
    painter.drawEllipse(QRectF(rect).adjusted(0.8, 0.8, -0.8, -0.8))
    size = min(LARGEST_ICON, round(ICON * ink.factor))
    _draw_icon(painter, rect, "pause" if running else "play", colour, size, ink)


def paint_timing(
    painter: QPainter, geometry: ControlGeometry, row: HabitRow, seconds: float, ink: Ink
) -> None:
    """A timer that has counted `seconds`: the button that logs them, the time, what is asked."""
    theme, frame = ink.theme, geometry.rect_of(Part.STOP)
    painter.setPen(QPen(QColor(theme.outline), 1))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    metrics = QFontMetrics(ink.strong)
    room = frame.width() - ICON - 16
    words = metrics.elidedText(log_words(seconds), Qt.TextElideMode.ElideRight, room)
    width = metrics.horizontalAdvance(words)
    left = frame.left() + (frame.width() - width - ICON - 5) // 2
    mark = QRect(left, frame.top(), ICON, frame.height())
    _draw_icon(painter, mark, "check", QColor(theme.text), ICON, ink)
    painter.setFont(ink.strong)
    painter.setPen(QColor(theme.text))
    beside = QRect(mark.right() + 6, frame.top(), width + 4, frame.height())
    painter.drawText(beside, Align.AlignVCenter | Align.AlignLeft, words)
    _paint_time(painter, geometry.beside, row, seconds, ink)


def _paint_time(painter: QPainter, rect: QRect, row: HabitRow, seconds: float, ink: Ink) -> None:
    upper, lower = QFontMetrics(ink.strong).height(), QFontMetrics(ink.caption).height()
    top = rect.top() + (rect.height() - upper - lower) // 2
    painter.setFont(ink.strong)
    painter.setPen(QColor(ink.theme.text))
    line = QRect(rect.left(), top, rect.width(), upper)
    painter.drawText(line, Align.AlignVCenter | Align.AlignLeft, clock_words(seconds))
    painter.setFont(ink.caption)
    painter.setPen(QColor(ink.theme.text_second))
    line = QRect(rect.left(), top + upper, rect.width(), lower)
    words = QFontMetrics(ink.caption).elidedText(
        timer_line(row, seconds), Qt.TextElideMode.ElideRight, rect.width()
    )
    painter.drawText(line, Align.AlignVCenter | Align.AlignLeft, words)


def _draw_icon(
    painter: QPainter, rect: QRect, name: str, colour: QColor, size: int, ink: Ink
) -> None:
    pixmap = ink.icons.pixmap(name, size, colour, painter.device().devicePixelRatioF())
    left, top = (rect.width() - size) / 2, (rect.height() - size) / 2
    painter.drawPixmap(QPointF(rect.topLeft()) + QPointF(left, top), pixmap)
