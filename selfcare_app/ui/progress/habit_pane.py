"""The left side of the Progress page: the habits to choose from."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from selfcare_app.domain.words import tr
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.progress.habit_list import HabitList, HabitListModel
from selfcare_app.ui.theme import Theme, font

_WIDTH = 228


class HabitPane(QFrame):
    """The list of habits, and below it what its figures mean."""

    def __init__(self, model: HabitListModel, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("habits")
        self.list = HabitList(model, theme, icons)
        self._foot = QLabel(tr("Planned days kept,\nlast 30 days"))
        self._foot.setProperty("role", "second")
        self._foot.setContentsMargins(8, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 10, 14)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self.set_theme(theme, icons)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Take the colours of `theme`."""
        self.setStyleSheet(
            f"#habits {{ border: 0; border-right: 1px solid {theme.divider}; }}"
            f"QListView {{ background: {theme.window}; border: 0; outline: 0; }}"
        )
        self.list.set_theme(theme, icons)

    def fit(self, factor: float) -> None:
        """Be as wide as text asks that is `factor` times the usual size."""
        self._foot.setFont(font("caption"))
        self.setFixedWidth(round(_WIDTH * factor))
        self.list.scheduleDelayedItemsLayout()
