"""The rail at the left: one button a page, and one for whatever else the keys can do."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import CARD_RADIUS, Theme, font, text_factor

WIDTH, FOLDED_WIDTH = 88, 64
ICON = 22


class RailButton(QAbstractButton):
    """An icon above its word."""

    def __init__(
        self, name: str, words: str, theme: Theme, icons: Icons, *, page: bool = True
    ) -> None:
        """`page` says that it stands for a page, one of which is the current one."""
        super().__init__()
        self.name = name
        self.theme, self._icons = theme, icons
        self.folded = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCheckable(page)
        self.setAutoExclusive(page)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Room for icon and word."""
        words = 0 if self.folded else QFontMetrics(font("caption")).height() + 4
        return QSize(_width(self.folded), max(44, ICON + words + 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and word; the current page's stands on a ground with an ink bar."""
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.rect().adjusted(8, 0, -8, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            chosen = theme.selected_page if self.isChecked() else theme.hover
            painter.setBrush(QColor(chosen))
            painter.drawRoundedRect(ground, CARD_RADIUS, CARD_RADIUS)
        if self.isChecked():
            painter.setBrush(QColor(theme.primary))
            painter.drawRect(QRect(ground.left(), ground.top() + 12, 3, ground.height() - 24))
        ink = theme.text if self.isChecked() else theme.text_second
        scale = self.devicePixelRatioF()
        line = 0 if self.folded else QFontMetrics(font("caption")).height() + 4
        top = (self.height() - ICON - line) // 2
        pixmap = self._icons.pixmap(self.name, ICON, ink, scale)
        painter.drawPixmap((self.width() - ICON) // 2, top, pixmap)
        if not self.folded:
            weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
            painter.setFont(font("caption", weight))
            painter.setPen(QColor(ink))
            where = QRect(0, top + ICON + 4, self.width(), line)
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter, self.text())
        if self.hasFocus():
            painter.setPen(QColor(theme.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for inset in (1, 2):
                ring = ground.adjusted(inset, inset, -inset, -inset)
                painter.drawRoundedRect(ring, CARD_RADIUS, CARD_RADIUS)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover ground."""
        self.update()
        super().enterEvent(event)


def _width(folded: bool) -> int:
    return FOLDED_WIDTH if folded else round(WIDTH * max(1.0, text_factor()))


class Rail(QWidget):
    """The pages to choose from; the last one stands at the foot, below what opens a menu."""

    page_chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Pages"))
        self.buttons = [
            RailButton("today", tr("Today"), theme, icons),
            RailButton("progress", tr("Progress"), theme, icons),
            RailButton("boundaries", tr("Boundaries"), theme, icons),
            RailButton("settings", tr("Settings"), theme, icons),
        ]
        self.more = RailButton("menu", tr("More"), theme, icons, page=False)
        self.more.setToolTip(tr("Find anything, breathe, undo, keys"))
        self.more.setAccessibleDescription(self.more.toolTip())
        self.more.clicked.connect(self._open_menu)
        self._groups: tuple[Sequence[QAction], ...] = ()
        for button in self.buttons:
            button.clicked.connect(lambda _=False, name=button.name: self.page_chosen.emit(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(4)
        *upper, last = self.buttons
        for button in upper:
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.more)
        column.addWidget(last)
        self.show_current("today")
        self.setFixedWidth(_width(folded=False))

    def show_current(self, name: str) -> None:
        """Mark that page as the one shown."""
        for button in self.buttons:
            button.setChecked(button.name == name)

    def fold(self, folded: bool) -> None:
        """Show icons alone, or icons with words, in the present text size."""
        self.setFixedWidth(_width(folded))
        for button in (*self.buttons, self.more):
            button.folded = folded
            button.updateGeometry()

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        for button in (*self.buttons, self.more):
            button.theme = theme
            button.update()

    def offer(self, *groups: Sequence[QAction]) -> None:
        """Have the menu offer these actions, a line between the groups."""
        self._groups = groups

    def menu(self) -> QMenu:
        """What can be done on every page, for whoever works with the mouse; not open yet."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in self._groups:
            menu.addActions(group)
            menu.addSeparator()
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        foot = self.more.mapToGlobal(self.more.rect().bottomRight())
        menu.popup(foot - QPoint(0, menu.sizeHint().height()))
