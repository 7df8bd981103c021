"""The habits of one practice area, side by side as far as there is room."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from selfcare_app.domain.area import Area, area_title
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, font, text_factor
from selfcare_app.ui.welcome.habit_card import HabitCard

_ICON = 17
GAP = 8
"""Between cards."""
MOST_COLUMNS = 3


class AreaGroup(QWidget):
    """An area's icon and title, and its cards in a grid."""

    def __init__(self, area: Area, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.area = area
        self.cards: list[HabitCard] = []
        self._theme, self._icons = theme, icons
        self._columns = MOST_COLUMNS
        # A grid gives no room to columns without anything: these stand in for cards.
        self._stand_ins = [QWidget(self) for _ in range(MOST_COLUMNS)]
        self.setAccessibleName(area_title(area))
        self._icon = QLabel(self)
        title = QLabel(area_title(area), self)
        title.setFont(font("caption", QFont.Weight.DemiBold))
        heading = QHBoxLayout()
        heading.setSpacing(GAP)
        heading.addWidget(self._icon)
        heading.addWidget(title, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(heading)
        column.addLayout(self._grid)
        self.set_theme(theme)

    def add(self, card: HabitCard) -> None:
        """Put `card` after the others."""
        self.cards.append(card)
        self.arrange(self._columns)

    def arrange(self, columns: int) -> None:
        """Show the cards in that many columns, each as wide as any other."""
        self._columns = columns
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column, stand_in in enumerate(self._stand_ins):
            stand_in.setVisible(len(self.cards) <= column < columns)
            self._grid.addWidget(stand_in, 0, column)
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def widest(self) -> int:
        """The width that the card with the longest words wants, in pixels."""
        return max(card.sizeHint().width() for card in self.cards)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        scale = self.devicePixelRatioF()
        size = round(_ICON * max(1.0, text_factor()))
        self._icon.setPixmap(
            self._icons.pixmap(self.area.key, size, theme.area(self.area.key), scale)
        )
        for card in self.cards:
            card.set_theme(theme)
