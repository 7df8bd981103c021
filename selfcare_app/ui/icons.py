"""The program's own line drawings, in whatever colour they are asked for."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

PLACEHOLDER = "currentColor"
"""What the drawings say for their colour."""


class Icons:
    """Draws the SVG files of one folder; each drawing is made once a size, colour and scale."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawing = cache(self._read)
        self._pixmap = cache(self._draw)

    def pixmap(self, name: str, size: int, colour: QColor | str, scale: float = 1.0) -> QPixmap:
        """The drawing `name`, `size` logical pixels wide and high, for a screen of that scale."""
        return self._pixmap(name, size, QColor(colour).name(), scale)

    def icon(
        self, name: str, colour: QColor | str, size: int = 16, disabled: QColor | str | None = None
    ) -> QIcon:
        """The drawing as an icon for a button, as sharp as the sharpest screen needs."""
        made = QIcon()
        screens = QGuiApplication.screens()
        scale = max((screen.devicePixelRatio() for screen in screens), default=1.0)
        made.addPixmap(self.pixmap(name, size, colour, scale))
        if disabled is not None:
            made.addPixmap(self.pixmap(name, size, disabled, scale), QIcon.Mode.Disabled)
        return made

    def _read(self, name: str) -> str:
        return (self._folder / f"{name}.svg").read_text(encoding="utf-8")

    def _draw(self, name: str, size: int, colour: str, scale: float) -> QPixmap:
        drawing = self._drawing(name).replace(PLACEHOLDER, colour)
        pixels = round(size * scale)
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap
