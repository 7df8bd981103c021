"""The small dark label beside the day that is pointed at."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from selfcare_app.ui.theme import Theme, font

_PADDING = QPointF(10, 5)
_GAP = 10.0


class InkLabel(QGraphicsItem):
    """One line of text on ink, in the scene's coordinates, always inside the given bounds."""

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__()
        self._text = ""
        self._font = font("caption")
        self._ground = self._ink = QColor()
        self._size = QRectF()
        self.setZValue(1000)
        self.hide()
        scene.addItem(self)

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._text if self.isVisible() else ""

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme` and the font of the present text size."""
        self._ground, self._ink = QColor(theme.text), QColor(theme.window)
        self._font = font("caption")
        self.update()

    def show_at(self, point: QPointF, text: str, bounds: QRectF) -> None:
        """Say `text` above `point`, or below where there is no room above."""
        metrics = QFontMetricsF(self._font)
        most = bounds.width() - 2 * _PADDING.x()
        self.prepareGeometryChange()
        self._text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
        width = metrics.horizontalAdvance(self._text) + 2 * _PADDING.x()
        height = metrics.height() + 2 * _PADDING.y()
        self._size = QRectF(0, 0, width, height)
        left = min(max(point.x() - width / 2, bounds.left()), bounds.right() - width)
        top = point.y() - height - _GAP
        if top < bounds.top():
            top = min(point.y() + _GAP, bounds.bottom() - height)
        self.setPos(round(left), round(top))
        self.show()

    def boundingRect(self) -> QRectF:
        """Qt asks where it paints."""
        return self._size

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the label."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(self._size, 4, 4)
        painter.setPen(self._ink)
        painter.setFont(self._font)
        painter.drawText(self._size, Qt.AlignmentFlag.AlignCenter, self._text)
