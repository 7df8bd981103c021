"""A box to choose from a list, with an arrow in the ink of the theme."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

ARROW = 4.0
"""Half the arrow's width, in logical pixels."""


class Choice(QComboBox):
    """A combo box that paints its own arrow: the style sheet's box has none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the arrow at its end."""
        super().paintEvent(event)
        paint_arrow(self)


class PageChoice(Choice):
    """A box that leaves the wheel to the page: scrolling must not choose anything."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


def paint_arrow(box: QWidget) -> None:
    """Paint at the end of `box`, while it paints itself, the arrow that opens it."""
    painter = QPainter(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(box.palette().text().color(), 1.5))
    rightwards = box.layoutDirection() is Qt.LayoutDirection.LeftToRight
    centre = QPointF(box.width() - 14 if rightwards else 14, box.height() / 2)
    low, high = QPointF(0, ARROW / 2), QPointF(ARROW, -ARROW / 2)
    painter.drawPolyline(
        QPolygonF([centre - QPointF(ARROW, ARROW / 2), centre + low, centre + high])
    )
    painter.end()
