"""Colours and type of the window, light and dark, as plain values handed to whatever paints."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from selfcare_app.domain.area import AREA_KEYS, Area

MARGIN = 24
"""Around a page, in logical pixels; other spaces are 4, 8, 12, 14 and 16."""
RADIUS = 6
CARD_RADIUS = 8


class Theme(NamedTuple):
    """One set of colours; each as #RRGGBB. Area colours are for data and icons, never text."""

    dark: bool
    window: str
    surface: str
    rail: str
    sunk: str
    hover: str
    pressed: str
    selected: str
    selected_page: str
    today_band: str
    divider: str
    grid: str
    outline: str
    text: str
    text_second: str
    text_hint: str
    primary: str
    on_primary: str
    focus: str
    faint: str
    past: str
    """Time past the end of the work day, hatched on `past_ground`."""
    past_ground: str
    areas: dict[str, str]
    """By the keys of practice areas."""
    colours: dict[str, str]
    """By the names that areas and habits of one's own choose from."""

    def area(self, hue: str) -> QColor:
        """The colour that `hue` stands for: the key of a practice area or the name of a colour.

        A colour written as #RRGGBB, such as from an import, is shown as the nearest of the set.
        """
        found = self.areas.get(hue) or self.colours.get(hue)
        return QColor(found or self.colours[_nearest(hue)])

    def with_areas(self, areas: Iterable[Area]) -> "Theme":
        """The same colours that know those of the person's own among `areas` too."""
        own = {area.key: area.colour for area in areas if area.colour is not None}
        known = {key: colour for key, colour in self.areas.items() if key in AREA_KEYS}
        known |= {key: self.area(colour).name() for key, colour in own.items()}
        return self if known == self.areas else self._replace(areas=known)

    def tint(self, key: str) -> QColor:
        """The area's colour as a quiet ground for text."""
        return mixed(self.area(key), self.surface, 0.14 if self.dark else 0.10)

    def fill(self, key: str) -> QColor:
        """The area's colour as a fill that wants an outline of the area's full colour."""
        return mixed(self.area(key), self.surface, 0.30 if self.dark else 0.26)

    def thread(self, key: str) -> QColor:
        """The area's colour as a line behind cells."""
        return mixed(self.area(key), self.surface, 0.58 if self.dark else 0.55)

    def strong(self, key: str) -> QColor:
        """The area's colour for more than was asked."""
        return mixed(self.area(key), "#FFFFFF" if self.dark else "#1F2430", 0.55)


@cache
def _nearest(hue: str) -> str:
    """The name of the colour of the set that is nearest to `hue`."""
    if not hue.startswith("#"):
        return "slate"
    # Imported here: few bring colours from elsewhere, and the first picture needs none.
    from selfcare_app.ui.colours import nearest

    # As it looks in the light, so that the theme does not change which one it is.
    return nearest(hue, LIGHT.colours) or "slate"


def mixed(colour: QColor, ground: str, share: float) -> QColor:
    """`share` (0–1) of `colour` mixed into `ground`."""
    under = QColor(ground)
    return QColor.fromRgbF(
        colour.redF() * share + under.redF() * (1 - share),
        colour.greenF() * share + under.greenF() * (1 - share),
        colour.blueF() * share + under.blueF() * (1 - share),
    )


LIGHT = Theme(
    dark=False,
    window="#FAFAF7",
    surface="#FFFFFF",
    rail="#F2F0E9",
    sunk="#F5F3EC",
    hover="#F5F3EC",
    pressed="#EAE6DA",
    selected="#EFEBE0",
    selected_page="#E9E5D9",
    today_band="#F4F1E7",
    divider="#E5E2D9",
    grid="#ECE9E1",
    outline="#8A877E",
    text="#1F2430",
    text_second="#535966",
    text_hint="#686D78",
    primary="#2E3A52",
    on_primary="#FFFFFF",
    focus="#1F2430",
    faint="#B9B6AC",
    past="#B8620E",
    past_ground="#FBEBD8",
    areas={
        "mindfulness": "#3F7BDD",
        "movement": "#8A4A12",
        "boundaries": "#5430A6",
        "hobbies": "#C56A8A",
        "support": "#1F5B54",
        "reflection": "#94863A",
    },
    colours={
        "azure": "#3F7BDD",
        "umber": "#8A4A12",
        "violet": "#5430A6",
        "rose": "#C56A8A",
        "pine": "#1F5B54",
        "moss": "#94863A",
        "slate": "#606A85",
        "amber": "#C65D00",
    },
)
DARK = Theme(
    dark=True,
    window="#14171C",
    surface="#1B1F26",
    rail="#101318",
    sunk="#171A20",
    hover="#222731",
    pressed="#2B313C",
    selected="#282E39",
    selected_page="#282E39",
    today_band="#242A34",
    divider="#2E343E",
    grid="#262B34",
    outline="#7C8492",
    text="#E8EAED",
    text_second="#B0B6C1",
    text_hint="#949BA8",
    primary="#CDD6E8",
    on_primary="#14171C",
    focus="#F4EBD7",
    faint="#4C5360",
    past="#F0A24B",
    past_ground="#3A2C1C",
    areas={
        "mindfulness": "#4F8FE6",
        "movement": "#A87A48",
        "boundaries": "#E4C6F1",
        "hobbies": "#D93A86",
        "support": "#5AE2A5",
        "reflection": "#CFAF2A",
    },
    colours={
        "azure": "#4F8FE6",
        "umber": "#A87A48",
        "violet": "#E4C6F1",
        "rose": "#D93A86",
        "pine": "#5AE2A5",
        "moss": "#CFAF2A",
        "slate": "#A9B2BC",
        "amber": "#F08A5D",
    },
)

USUAL_TEXT_HEIGHT = 17.0
"""In logical pixels."""
_FACTORS = {
    "caption": 0.88,
    "body": 1.0,
    "habit": 1.04,
    "card": 1.08,
    "sentence": 1.15,
    "page": 1.6,
}
_WEIGHTS = {
    "habit": QFont.Weight.Medium,
    "card": QFont.Weight.DemiBold,
    "sentence": QFont.Weight.Medium,
    "page": QFont.Weight.DemiBold,
}


def font(role: str, weight: QFont.Weight | None = None) -> QFont:
    """The system's font in the size of `role`: caption, body, habit, card, sentence or page."""
    made = QFont(QApplication.font())
    made.setPointSizeF(made.pointSizeF() * _FACTORS[role])
    made.setWeight(weight or _WEIGHTS.get(role, QFont.Weight.Normal))
    return made


_ROLE, _WEIGHT = "text_role", "text_weight"
"""Properties under which a widget remembers how `give_font` dressed it."""


def give_font(widget: QWidget, role: str, weight: QFont.Weight | None = None) -> None:
    """Give `widget` the font of `role`, and again whenever the text size changes."""
    widget.setProperty(_ROLE, role)
    widget.setProperty(_WEIGHT, None if weight is None else weight.value)
    widget.setFont(font(role, weight))


def take_fonts(root: QWidget) -> None:
    """Dress what `give_font` dressed, `root` and all in it, in the present text size."""
    for widget in (root, *root.findChildren(QWidget)):
        role, weight = widget.property(_ROLE), widget.property(_WEIGHT)
        if role is not None:
            widget.setFont(font(role, None if weight is None else QFont.Weight(weight)))


def text_factor() -> float:
    """The height of the system's text against the one that the pages were drawn with."""
    return QFontMetricsF(font("body")).height() / USUAL_TEXT_HEIGHT


def palette(theme: Theme) -> QPalette:
    """The palette that standard widgets paint themselves with."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.sunk),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.text_hint),
        (role.Button, theme.surface),
        (role.ButtonText, theme.text),
        (role.Highlight, theme.primary),
        (role.HighlightedText, theme.on_primary),
        (role.ToolTipBase, theme.text),
        (role.ToolTipText, theme.window),
        (role.Link, theme.text),
        (role.Mid, theme.divider),
        (role.Accent, theme.primary),
    ):
        made.setColor(which, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, which, QColor(theme.faint))
    return made


def style_sheet(theme: Theme) -> str:
    """The few rules for standard widgets that a palette cannot say.

    Parts are told apart by the dynamic property `role`: card, page, rail, button kinds.
    """
    return f"""
    QToolTip {{ background: {theme.text}; color: {theme.window}; border: 0; padding: 4px 8px; }}
    QFrame[role="card"] {{ background: {theme.surface}; border: 1px solid {theme.divider};
        border-radius: {CARD_RADIUS}px; }}
    QFrame[role="line"] {{ border: 0; border-bottom: 1px solid {theme.divider}; }}
    QFrame[role="divider"] {{ background: {theme.divider}; border: 0; }}
    QFrame[role="overlay"] {{ background: {theme.surface}; border: 1px solid {theme.outline};
        border-radius: {CARD_RADIUS}px; }}
    QFrame[role="readable"] {{ border: 2px solid transparent; border-radius: {RADIUS}px; }}
    QFrame[role="readable"]:focus {{ border-color: {theme.focus}; }}
    QLabel[role="key"] {{ background: {theme.sunk}; color: {theme.text};
        border: 1px solid {theme.divider}; border-radius: 4px; padding: 1px 6px; }}
    QWidget[role="page"] {{ background: {theme.window}; }}
    QWidget[role="rail"] {{ background: {theme.rail}; border-right: 1px solid {theme.divider}; }}
    QLabel[role="second"] {{ color: {theme.text_second}; }}
    QLabel[role="hint"] {{ color: {theme.text_hint}; }}
    QPushButton {{ background: {theme.surface}; color: {theme.text};
        border: 1px solid {theme.outline}; border-radius: {RADIUS}px; padding: 6px 12px;
        outline: none; }}
    QPushButton:hover {{ background: {theme.hover}; }}
    QPushButton:pressed {{ background: {theme.pressed}; }}
    QPushButton:disabled {{ border-color: {theme.divider}; color: {theme.faint}; }}
    QPushButton:focus {{ border: 2px solid {theme.focus}; padding: 5px 11px; }}
    QPushButton[role="primary"], QPushButton:checked {{ background: {theme.primary};
        color: {theme.on_primary}; border-color: {theme.primary}; }}
    QPushButton[role="primary"]:disabled {{ background: {theme.surface}; color: {theme.faint};
        border-color: {theme.divider}; }}
    QPushButton[role="primary"]:focus, QPushButton:checked:focus {{
        border: 2px solid {theme.focus}; }}
    QPushButton[role="quiet"] {{ border-color: transparent; background: transparent; }}
    QPushButton[role="quiet"]:focus {{ border: 2px solid {theme.focus}; }}
    QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {{ background: {theme.surface};
        color: {theme.text}; border: 1px solid {theme.outline}; border-radius: {RADIUS}px;
        padding: 5px 9px; selection-background-color: {theme.primary};
        selection-color: {theme.on_primary}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {{
        border: 2px solid {theme.focus}; padding: 4px 8px; }}
    QCheckBox {{ color: {theme.text}; spacing: 8px; padding: 2px 3px;
        border: 2px solid transparent; border-radius: {RADIUS}px; outline: none;
        min-height: 18px; }}
    QCheckBox:focus {{ border-color: {theme.focus}; }}
    QCheckBox:disabled {{ color: {theme.faint}; }}
    QCheckBox::indicator {{ width: 0.94em; height: 0.94em; background: {theme.surface};
        border: 1px solid {theme.outline}; border-radius: 4px; }}
    QCheckBox::indicator:hover {{ background: {theme.hover}; }}
    QCheckBox::indicator:checked {{ background: {theme.primary}; border-color: {theme.primary}; }}
    QCheckBox::indicator:disabled {{ border-color: {theme.divider}; }}
    QCheckBox::indicator:checked:disabled {{ background: {theme.faint}; }}
    QPushButton[role="icon"] {{ padding: 6px 7px; }}
    QPushButton[role="icon"]:focus {{ padding: 5px 6px; }}
    QPushButton[role="bare"] {{ border-color: transparent; background: transparent;
        padding: 6px 7px; }}
    QPushButton[role="bare"]:hover {{ background: {theme.hover}; }}
    QPushButton[role="bare"]:focus {{ border: 2px solid {theme.focus}; padding: 5px 6px; }}
    QPushButton[role="scale"] {{ border-radius: 0; border-left-width: 0; padding: 5px 0;
        min-width: 31px; min-height: 20px; }}
    QPushButton[role="scale"][place="first"] {{ border-left-width: 1px;
        border-top-left-radius: {RADIUS}px; border-bottom-left-radius: {RADIUS}px; }}
    QPushButton[role="scale"][place="last"] {{ border-top-right-radius: {RADIUS}px;
        border-bottom-right-radius: {RADIUS}px; }}
    QPushButton[role="scale"]:focus {{ border: 2px solid {theme.focus}; padding: 4px 0; }}
    QFrame[role="strip"] {{ background: {theme.surface}; border: 0;
        border-bottom: 1px solid {theme.outline}; }}
    QFrame[role="undo-bar"] {{ background: {theme.text}; border-radius: {RADIUS}px; }}
    QFrame[role="undo-bar"] QLabel {{ color: {theme.window}; }}
    QFrame[role="undo-bar"] QPushButton {{ background: transparent; color: {theme.window};
        border-color: {theme.window}; padding: 3px 12px; }}
    QLabel[role="problem"] {{ background: {theme.sunk}; color: {theme.text}; padding: 5px 9px;
        border: 0; border-left: 3px solid {theme.text}; }}
    QLabel[role="note"] {{ background: {theme.sunk}; color: {theme.text}; padding: 8px 12px;
        border: 1px solid {theme.divider}; border-radius: {RADIUS}px; }}
    QFrame[role="inset"] {{ background: {theme.sunk}; border: 1px solid {theme.divider};
        border-radius: {RADIUS}px; }}
    QPushButton[role="weekday"] {{ padding: 6px 2px; }}
    QPushButton[role="weekday"]:focus {{ padding: 5px 1px; }}
    QPushButton[role="fold"] {{ border-color: transparent; background: transparent;
        padding: 6px 4px; text-align: left; }}
    QPushButton[role="fold"]:checked {{ color: {theme.text}; }}
    QPushButton[role="fold"]:focus {{ border: 2px solid {theme.focus}; padding: 5px 3px; }}
    QDateEdit::drop-down {{ border: 0; width: 24px; }}
    QProgressBar {{ background: {theme.sunk}; border: 1px solid {theme.divider};
        border-radius: 4px; max-height: 8px; }}
    QProgressBar::chunk {{ background: {theme.primary}; border-radius: 3px; }}
    QListWidget {{ background: {theme.surface}; border: 1px solid {theme.outline};
        border-radius: {RADIUS}px; padding: 2px; outline: none; }}
    QListWidget:focus {{ border: 2px solid {theme.focus}; padding: 1px; }}
    QListWidget::item {{ border-radius: 4px; padding: 5px 8px; }}
    QListWidget::item:hover {{ background: {theme.hover}; }}
    QListWidget::item:selected {{ background: {theme.primary}; color: {theme.on_primary}; }}
    QTableView, QHeaderView {{ background: transparent; border: 0; }}
    QFileDialog QHeaderView {{ background: {theme.sunk}; color: {theme.text}; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 24px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
    QScrollBar {{ background: transparent; border: 0; margin: 0; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {theme.faint}; border-radius: 3px; margin: 3px; }}
    QScrollBar::handle:hover {{ background: {theme.outline}; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QMenu {{ background: {theme.surface}; color: {theme.text};
        border: 1px solid {theme.divider}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.selected}; }}
    QMenu::item:disabled {{ color: {theme.faint}; }}
    """
