"""What all charts that pyqtgraph draws have in common."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from selfcare_app.ui.charts.library import GraphicsView
from selfcare_app.ui.theme import Theme


class ChartView(GraphicsView):
    """A chart that is looked at: it takes the focus, and neither drags, zooms nor scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setMouseTracking(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep pyqtgraph from dragging."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep pyqtgraph from dragging."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which scrolls."""
        event.ignore()

    def paint_on(self, painter: QPainter, theme: Theme) -> None:
        """Paint all of it elsewhere, such as on paper."""
        self.render(painter, QRectF(self.rect()), self.rect())

    def close(self) -> bool:
        """Close as other widgets do; pyqtgraph's own way deletes items that are still in use."""
        return QGraphicsView.close(self)
