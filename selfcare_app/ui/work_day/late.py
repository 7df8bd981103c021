"""Asks why one works on, from the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.theme import text_factor
from selfcare_app.ui.work_day.reasons import ReasonPicker

WIDTH = 420
"""At the usual text size."""


class LateDialog(QDialog):
    """The reasons over the window; Esc leaves everything as it was."""

    chosen = Signal(str)
    """The reason, as chosen or typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Working late"))
        self.reasons = ReasonPicker(self)
        self.reasons.chosen.connect(self._on_chosen)
        self.reasons.left.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.addWidget(self.reasons)
        self.setMinimumWidth(round(WIDTH * max(1.0, text_factor())))

    def begin(self) -> None:
        """Show it over the window."""
        self.open()
        self.reasons.begin()

    def _on_chosen(self, reason: str) -> None:
        self.accept()
        self.chosen.emit(reason)
