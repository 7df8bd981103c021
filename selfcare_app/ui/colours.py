"""The colours of one's own in words, and which of them is nearest to any other colour."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtGui import QColor

from selfcare_app.domain.words import tr


def colour_title(name: str) -> str:
    """The name of a colour of the set on screen."""
    return {
        "azure": tr("Azure"),
        "umber": tr("Umber"),
        "violet": tr("Violet"),
        "rose": tr("Rose"),
        "pine": tr("Pine"),
        "moss": tr("Moss"),
        "slate": tr("Slate"),
        "amber": tr("Amber"),
    }[name]


def nearest(colour: str, colours: Mapping[str, str]) -> str | None:
    """The name of the one of `colours` that looks most like `colour`; None where it is none."""
    wanted = _lab(colour)
    if wanted is None:
        return None

    def distance(name: str) -> float:
        other = _lab(colours[name])
        assert other is not None
        return sum((a - b) ** 2 for a, b in zip(wanted, other, strict=True))

    return min(colours, key=distance)


@cache
def _lab(colour: str) -> tuple[float, float, float] | None:
    """CIE L*a*b*, in which equal distances look about equally far."""
    parsed = QColor.fromString(colour)
    if not parsed.isValid():
        return None
    red, green, blue = map(_linear, (parsed.redF(), parsed.greenF(), parsed.blueF()))
    x = _curved((0.4125 * red + 0.3576 * green + 0.1804 * blue) / 0.9505)
    y = _curved(0.2127 * red + 0.7152 * green + 0.0722 * blue)
    z = _curved((0.0193 * red + 0.1192 * green + 0.9503 * blue) / 1.0888)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _curved(part: float) -> float:
    return float(part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116)
