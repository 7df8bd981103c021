"""How a day is drawn: one small figure for each state, told apart by shape before colour."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from selfcare_app.ui.theme import Theme
from selfcare_app.ui.today.state import Line, Shape

DIAMETER = 14.0
"""Of a full day, in logical pixels at the usual text size."""


def draw_shape(
    painter: QPainter,
    centre: QPointF,
    shape: Shape,
    colours: tuple[QColor, QColor, QColor],
    theme: Theme,
    factor: float = 1.0,
) -> None:
    """Draw a day at `centre`.

    `colours` are the full colour of the area, a quiet fill of it, and the ground beneath,
    which hides the thread inside a ring.
    """
    full, fill, ground = colours
    radius = DIAMETER / 2 * factor
    painter.setPen(Qt.PenStyle.NoPen)
    match shape:
        case Shape.DONE:
            painter.setBrush(full)
            painter.drawEllipse(centre, radius, radius)
        case Shape.PARTLY:
            _ring(painter, centre, radius, full, 1.6, ground)
            inside = QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(full)
            painter.drawPie(inside, 90 * 16, 180 * 16)
        case Shape.REST:
            length = 9 * factor / 2
            painter.setBrush(ground)
            painter.drawEllipse(centre, radius, radius)
            painter.setPen(QPen(full, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(centre - QPointF(length, 0), centre + QPointF(length, 0))
        case Shape.OPEN:
            _ring(painter, centre, radius, QColor(theme.outline), 1.4, ground)
        case Shape.STILL_OPEN:
            _ring(painter, centre, radius, full, 2.0, ground)
        case Shape.COVERED:
            _ring(painter, centre, radius * 0.6, full, 1.2, fill)
        case Shape.FREE:
            painter.setBrush(QColor(theme.faint))
            painter.drawEllipse(centre, 1.5, 1.5)


def _ring(
    painter: QPainter, centre: QPointF, radius: float, colour: QColor, width: float, inside: QColor
) -> None:
    painter.setPen(QPen(colour, width))
    painter.setBrush(inside)
    painter.drawEllipse(centre, radius - width / 2, radius - width / 2)


def draw_thread(
    painter: QPainter, start: QPointF, end: QPointF, line: Line, colour: QColor
) -> None:
    """Draw a streak's thread from `start` to `end`."""
    if line is Line.NONE:
        return
    if line is Line.SOLID:
        # A filled rectangle on whole pixels leaves no seam from one day to the next.
        left, right = round(start.x()), round(end.x())
        painter.fillRect(QRect(left, round(start.y()) - 1, right - left, 2), colour)
        return
    pen = QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    painter.drawLine(start, end)
