"""The way back to the first start."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.settings.section import help_label


class FirstStart(QWidget):
    """Offers to show the first start again, and says that nothing is lost by it."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        words = help_label(
            tr(
                "Choose from the ready-made habits once more, or import from another tracker. "
                "What you have stays as it is."
            ),
            self,
        )
        self.button = QPushButton(tr("Show the first start again"), self)
        self.button.setAccessibleDescription(words.text())
        self.button.clicked.connect(self.wanted)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words)
        column.addLayout(line)
