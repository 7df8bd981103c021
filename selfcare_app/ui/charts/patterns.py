"""Fills that are told apart without colour, for areas that lie upon each other."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from selfcare_app.ui.theme import Theme

PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.VerPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.DiagCrossPattern,
)


def paint_pattern(painter: QPainter, room: QRectF, hue: str, pattern: int, theme: Theme) -> None:
    """Fill `room` with the pattern of that number, on a quiet ground and with an outline."""
    full = theme.area(hue)
    style = PATTERNS[pattern % len(PATTERNS)]
    if style is not Qt.BrushStyle.SolidPattern:
        painter.fillRect(room, theme.fill(hue))
    painter.setBrush(QBrush(full, style))
    painter.setPen(QPen(full, 1))
    painter.drawRect(room)
