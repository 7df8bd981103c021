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
        self.prepareGeometryChange()
        place, self._text = label_place(point, text, bounds, QFontMetricsF(self._font))
        self._size = QRectF(0, 0, place.width(), place.height())
        self.setPos(place.topLeft())
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
        painter.setFont(self._font)
        _paint(painter, self._size, self._text, self._ground, self._ink)


def label_place(
    point: QPointF, text: str, bounds: QRectF, metrics: QFontMetricsF
) -> tuple[QRectF, str]:
    """Where a label at `point` lies within `bounds`, and how much of `text` there is room for."""
    most = bounds.width() - 2 * _PADDING.x()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
    width = metrics.horizontalAdvance(shown) + 2 * _PADDING.x()
    height = metrics.height() + 2 * _PADDING.y()
    left = min(max(point.x() - width / 2, bounds.left()), bounds.right() - width)
    top = point.y() - height - _GAP
    if top < bounds.top():
        top = min(point.y() + _GAP, bounds.bottom() - height)
    return QRectF(round(left), round(top), width, height), shown


def paint_label(painter: QPainter, point: QPointF, text: str, bounds: QRectF, theme: Theme) -> None:
    """Paint a label at `point` into a chart that paints itself."""
    painter.setFont(font("caption"))
    place, shown = label_place(point, text, bounds, QFontMetricsF(painter.font()))
    _paint(painter, place, shown, QColor(theme.text), QColor(theme.window))


def _paint(painter: QPainter, place: QRectF, text: str, ground: QColor, ink: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
