"""The program's own line drawings, in whatever colour they are asked for."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from selfcare_app.domain.area import AREA_KEYS
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr

HABIT_ICONS = (
    "habit-leaf",
    "habit-sun",
    "habit-moon",
    "habit-heart",
    "habit-cup",
    "habit-book",
    "habit-pen",
    "habit-music",
    "habit-bike",
    "habit-water",
    "habit-speech",
    "habit-star",
)
"""The drawings that a habit can have instead of its area's."""
PLACEHOLDER = "currentColor"
"""What the drawings say for their colour."""


def area_icon(key: str) -> str:
    """The drawing of the practice area `key`; those of the person's own share a plain one."""
    return key if key in AREA_KEYS else "area"


def habit_icon(habit: Habit) -> str:
    """The drawing of `habit`: its own if it is one of ours, or else its area's."""
    return habit.icon if habit.icon in HABIT_ICONS else area_icon(habit.area)


def habit_icon_title(name: str) -> str:
    """What one of `HABIT_ICONS` shows, in a word."""
    words = (
        tr("Leaf"),
        tr("Sun"),
        tr("Moon"),
        tr("Heart"),
        tr("Cup"),
        tr("Book"),
        tr("Pen"),
        tr("Music"),
        tr("Bicycle"),
        tr("Water"),
        tr("Talk"),
        tr("Star"),
    )
    return words[HABIT_ICONS.index(name)]


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
