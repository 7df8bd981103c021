"""A habit is drawn in the colour and with the icon that were chosen for it, or its area's."""

from datetime import date

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.domain.area import COLOURS, Area
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.value import replace
from selfcare_app.paths import resources
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.colours import colour_title, nearest
from selfcare_app.ui.icons import HABIT_ICONS, Icons, area_icon, habit_icon, habit_icon_title
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK, LIGHT, Theme

DAY = date(2026, 11, 1)


@pytest.fixture
def narrow(qtbot: QtBot, workspace: Workspace, sit: Habit) -> MainWindow:
    """The window on one habit of the area that is drawn in azure."""
    window = MainWindow(workspace, LIGHT, Icons(resources() / "icons"))
    qtbot.addWidget(window)
    window.resize(1180, 760)
    window.show()
    QApplication.processEvents()
    return window


def inks_left_of_the_name(window: MainWindow, habit: Habit) -> set[str]:
    """The colours that stand in the row of `habit` before its name."""
    table, model = window.pages.today.table, window.pages.today.model
    row = model.row_of(habit.id)
    assert row is not None
    rect = table.visualRect(model.index(row, 0)).adjusted(2, 6, 0, -6)
    rect.setWidth(34)
    QApplication.processEvents()
    image = table.viewport().grab(rect).toImage()
    return {
        QColor(image.pixel(x, y)).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def luminance(colour: QColor) -> float:
    """As WCAG 2.2 defines it."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", COLOURS)
def test_every_colour_stands_out_from_the_page(theme: Theme, name: str) -> None:
    for ground in (theme.surface, theme.window, theme.today_band, theme.hover):
        assert contrast(theme.area(name), QColor(ground)) >= 3


def test_a_chosen_icon_stands_beside_the_name(
    narrow: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    assert LIGHT.colours["azure"] not in inks_left_of_the_name(narrow, sit)
    workspace.journal.edit_habit(replace(sit, icon="habit-leaf"))
    assert LIGHT.colours["azure"] in inks_left_of_the_name(narrow, sit)
    workspace.journal.edit_habit(replace(sit, icon="habit-leaf", colour="amber"))
    assert LIGHT.colours["amber"] in inks_left_of_the_name(narrow, sit)
    narrow.set_theme(DARK)
    assert DARK.colours["amber"] in inks_left_of_the_name(narrow, sit)


def test_an_icon_of_another_program_is_not_drawn(
    narrow: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.edit_habit(replace(sit, icon="🏃"))
    assert LIGHT.colours["azure"] not in inks_left_of_the_name(narrow, sit)


def test_a_colour_of_one_s_own_is_drawn_before_that_of_the_area(sit: Habit) -> None:
    assert LIGHT.area(sit.hue).name().upper() == LIGHT.areas["mindfulness"]
    assert LIGHT.area(replace(sit, colour="rose").hue).name().upper() == LIGHT.colours["rose"]


@pytest.mark.parametrize(
    ("from_elsewhere", "like"),
    [
        ("#3F7BDD", "azure"),
        ("#2196F3", "azure"),
        ("#FF9800", "amber"),
        ("#F06292", "rose"),
        ("#7A7A7A", "slate"),
        ("no colour", "slate"),
        ("#zzzzzz", "slate"),
    ],
)
def test_a_colour_from_elsewhere_is_drawn_as_the_nearest_of_ours(
    from_elsewhere: str, like: str
) -> None:
    for theme in (LIGHT, DARK):
        assert theme.area(from_elsewhere).name().upper() == theme.colours[like]


def test_what_is_no_colour_is_near_none() -> None:
    assert nearest("quickly", LIGHT.colours) is None


def test_a_theme_follows_the_areas_that_there_are() -> None:
    roof = Area("roof", "Roof", colour="amber")
    known = LIGHT.with_areas([roof])
    assert known.area("roof").name().upper() == LIGHT.colours["amber"]
    assert known.with_areas([]).areas == LIGHT.areas


def test_every_icon_has_a_drawing_and_a_name() -> None:
    titles = [habit_icon_title(name) for name in HABIT_ICONS]
    assert len(set(titles)) == len(HABIT_ICONS)
    for name in (*HABIT_ICONS, "area"):
        assert (resources() / "icons" / f"{name}.svg").is_file()
    assert len({colour_title(name) for name in COLOURS}) == len(COLOURS)


def test_a_habit_without_an_icon_has_that_of_its_area(sit: Habit) -> None:
    assert habit_icon(sit) == "mindfulness"
    assert habit_icon(replace(sit, icon="habit-sun")) == "habit-sun"
    assert habit_icon(replace(sit, area="one of mine")) == area_icon("one of mine") == "area"
