"""The ring of the breathing guide."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.ui.theme import Theme, font, text_factor

HUE = "mindfulness"
SIZE = 220
"""At the usual text size, in logical pixels."""
LARGEST = 300
SMALLEST_SHARE = 0.62
"""Of the full ring, when the breath is out: the words still fit inside."""
THICK, THIN = 5.0, 1.4


class Ring(QWidget):
    """Grows and shrinks with the breath, words and a number in it; or stands still."""

    def __init__(self, parent: QWidget, theme: Callable[[], Theme]) -> None:
        """`theme` tells the colours of the moment."""
        super().__init__(parent)
        self._theme = theme
        self._words, self._below = "", ""
        self._fullness = 0.0
        self.still = False
        """Whether it stands still."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_moment(self, words: str, below: str, fullness: float) -> None:
        """Show `words`, what stands `below` them, and how full the lungs are (0–1)."""
        if words != self._words:
            self.setAccessibleName(words)
        self._words, self._below, self._fullness = words, below, fullness
        self.update()

    @property
    def words(self) -> str:
        """What stands in the ring."""
        return self._words

    @property
    def below(self) -> str:
        """What stands below the words: the number of the second."""
        return self._below

    @property
    def share(self) -> float:
        """How large the ring is against the full one, 0–1."""
        if self.still:
            return 1.0
        return SMALLEST_SHARE + (1 - SMALLEST_SHARE) * self._fullness

    def sizeHint(self) -> QSize:
        """Larger with the text, as far as a small window has room."""
        size = min(LARGEST, round(SIZE * text_factor()))
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, then what stands in it."""
        theme = self._theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QRectF(self.rect()).center()
        full = min(self.width(), self.height()) / 2 - THICK
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self.still:
            painter.setPen(QPen(QColor(theme.divider), THIN))
            painter.drawEllipse(centre, full, full)
        painter.setPen(QPen(theme.area(HUE), THICK))
        painter.setBrush(theme.tint(HUE))
        painter.drawEllipse(centre, full * self.share, full * self.share)
        self._paint_words(painter, centre, full * SMALLEST_SHARE)
        painter.end()

    def _paint_words(self, painter: QPainter, centre: QPointF, room: float) -> None:
        """Write in the middle, no wider than the smallest ring, 2 × `room`, allows."""
        theme = self._theme()
        lines = [(self._words, font("sentence"), theme.text)]
        if self._below:
            lines.append((self._below, font("page"), theme.text_second))
        width = 2 * room - 4 * THICK
        heights = [QFontMetrics(each).height() for _, each, _ in lines]
        top = centre.y() - sum(heights) / 2
        for (words, written, colour), height in zip(lines, heights, strict=True):
            wide = QFontMetrics(written).horizontalAdvance(words)
            if wide > width:
                written.setPointSizeF(written.pointSizeF() * width / wide)
            painter.setFont(written)
            painter.setPen(QColor(colour))
            line = QRectF(centre.x() - room, top, 2 * room, height)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
            top += height
