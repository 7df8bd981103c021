"""Days of a habit as a strip of pixels: for stretches in which a day has no room for a cell.

What a day's cell tells by its shape the strip tells by height: done fills it, partly fills its
lower half, rest is a line in its middle, open a line at its foot.
"""

from functools import cache

from PySide6.QtGui import QImage

from selfcare_app.ui.charts.day_look import LOOKS, DayLook
from selfcare_app.ui.theme import Theme

_GROUND, _FULL, _QUIET, _LINE = range(4)


def look_strip(looks: bytes, height: int, hue: str, theme: Theme) -> QImage:
    """The picture of one habit's days, a pixel wide each and `height` high; `looks` are numbers
    in `LOOKS`."""
    pixels = b"".join(looks.translate(table) for table in _tables(height))
    image = QImage(pixels, len(looks), height, len(looks), QImage.Format.Format_Indexed8)
    colours = (theme.surface, theme.area(hue).name(), theme.fill(hue).name(), theme.outline)
    image.setColorTable([_rgb(colour) for colour in colours])
    # Qt would go on reading `pixels`, which are gone by then.
    return image.copy()


def _rgb(colour: str) -> int:
    return 0xFF000000 | int(colour[1:], 16)


@cache
def _tables(height: int) -> tuple[bytes, ...]:
    """For each row of pixels a table for `bytes.translate` from looks to colours."""
    return tuple(
        bytes(_colour(look, row, height) for look in LOOKS).ljust(256, bytes([_GROUND]))
        for row in range(height)
    )


def _colour(look: DayLook, row: int, height: int) -> int:
    match look:
        case DayLook.DONE | DayLook.MORE:
            return _FULL
        case DayLook.PARTLY:
            return _FULL if row >= height // 2 else _QUIET
        case DayLook.COVERED:
            return _FULL if row in (0, height - 1) else _QUIET
        case DayLook.REST:
            return _FULL if row in (height // 2 - 1, height // 2) else _GROUND
        case DayLook.OPEN | DayLook.STILL_OPEN:
            return _LINE if row == height - 1 else _GROUND
        case DayLook.FREE:
            return _GROUND
