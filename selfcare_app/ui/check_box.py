"""A box to tick, with a check in the ink of the theme."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

_CHECK = (QPointF(0.25, 0.53), QPointF(0.42, 0.69), QPointF(0.75, 0.33))
"""The stroke's corners in a box of 1 × 1."""
_STROKE = 0.1
"""The stroke's width against the box's."""


class CheckBox(QCheckBox):
    """A check box that paints its own check: the style sheet draws the box, without one.

    It grows with the text. No wider than its words, so that a click beside them does nothing.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def box(self) -> QRectF:
        """Where the box lies, in the widget's own pixels."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        return QRectF(self.style().subElementRect(part, option, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box and words, then the check."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        box = self.box()
        ink = self.palette().color(QPalette.ColorRole.HighlightedText)
        pen = QPen(ink, max(1.8, box.width() * _STROKE))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawPolyline(
            QPolygonF(
                [
                    box.topLeft() + QPointF(corner.x() * box.width(), corner.y() * box.height())
                    for corner in _CHECK
                ]
            )
        )
        painter.end()
