"""A part of a card that is folded away until it is wanted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.settings.section import RING
from selfcare_app.ui.theme import Theme


class Fold(QWidget):
    """A button that shows and hides what is below it."""

    def __init__(self, title: str, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.button = QPushButton(title, self)
        self.button.setProperty("role", "fold")
        self.button.setCheckable(True)
        self.button.setAutoDefault(False)
        self.button.toggled.connect(self._show_content)
        self.content = QWidget(self)
        """What is folded away; to be the parent of what it is filled with."""
        self._content = QVBoxLayout(self.content)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.content)
        self._show_content(False)

    def fill(self, widget: QWidget, *, rings: bool = False) -> None:
        """Fold `widget` away, below what is folded away already; with `rings` it keeps the room
        for those of its boxes itself."""
        line = QHBoxLayout()
        line.setContentsMargins(0 if rings else RING, 0, 0, 0)
        line.addWidget(widget)
        self._content.addLayout(line)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self._theme, self._icons = theme, icons
        self._draw()

    def _show_content(self, shown: bool) -> None:
        self.content.setVisible(shown)
        self.button.setAccessibleDescription(tr("shown") if shown else tr("folded away"))
        self._draw()

    def _draw(self) -> None:
        name = "unfolded" if self.button.isChecked() else "next"
        self.button.setIcon(self._icons.icon(name, self._theme.text))
