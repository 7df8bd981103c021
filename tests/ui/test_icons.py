"""The program's line drawings: each is there, can be drawn, and takes the colour asked for."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtSvg import QSvgRenderer

from selfcare_app.domain.area import AREA_KEYS
from selfcare_app.paths import resources
from selfcare_app.ui.icons import PLACEHOLDER, Icons
from selfcare_app.ui.theme import DARK, LIGHT

FOLDER = resources() / "icons"
DRAWINGS = sorted(FOLDER.glob("*.svg"))
ACTIONS = ("add", "minus", "previous", "next", "calendar", "check", "undo", "redo", "note", "rest")
OTHERS = ("today", "progress", "partly", "more", "table", "close", "settings", "app")


@pytest.fixture
def icons(qapp) -> Icons:
    return Icons(FOLDER)


def strongest(icons: Icons, name: str, size: int, colour: str) -> QColor:
    """The colour of the drawing's most opaque pixel."""
    image = icons.pixmap(name, size, colour).toImage()
    pixels = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    return max(pixels, key=QColor.alpha)


@pytest.mark.parametrize("name", [*AREA_KEYS, *ACTIONS, *OTHERS])
def test_every_drawing_that_the_window_names_is_there(name):
    assert (FOLDER / f"{name}.svg").is_file()


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_every_drawing_can_be_drawn_at_every_size(icons, drawing: Path):
    assert QSvgRenderer(str(drawing)).isValid()
    for size in (16, 18, 22):
        assert strongest(icons, drawing.stem, size, LIGHT.text).alpha() > 128


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("area", AREA_KEYS)
def test_an_area_is_drawn_in_its_own_colour(icons, area, theme):
    drawn, wanted = strongest(icons, area, 44, theme.areas[area]), theme.area(area)
    for part in (QColor.red, QColor.green, QColor.blue):
        assert abs(part(drawn) - part(wanted)) <= 3


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_line_drawings_share_one_pen_and_reach_for_nothing_outside(drawing: Path):
    text = drawing.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert "href" not in text
    if drawing.stem != "app":
        assert f'stroke="{PLACEHOLDER}"' in text
        assert 'stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"' in text


def test_a_drawing_is_sharp_on_a_fine_screen(icons):
    pixmap = icons.pixmap("add", 16, LIGHT.text, 2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (32, 16.0)
