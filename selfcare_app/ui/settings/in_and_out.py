"""Import and export in the Settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.transfer.recognise import importable_formats
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.button_line import ButtonLine
from selfcare_app.ui.settings.section import help_label
from selfcare_app.ui.transfer.open import Transfers


class InAndOut(QWidget):
    """Two buttons, and what can be imported."""

    told = Signal(str)
    """A sentence about what was done."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.transfers = Transfers(self, workspace)
        self.transfers.told.connect(self.told)
        words = help_label(
            tr(
                "Import takes {formats}; you see what would come before anything is kept, and "
                "one undo takes it back. Export writes everything into one file.",
                formats=importable_formats(),
            ),
            self,
        )
        self.take_in = QPushButton(tr("Import from a file…"), self)
        self.take_in.setAccessibleDescription(words.text())
        self.take_in.clicked.connect(self.transfers.ask_for_file)
        self.take_out = QPushButton(tr("Export everything…"), self)
        self.take_out.clicked.connect(self.transfers.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words)
        column.addWidget(ButtonLine((self.take_in, self.take_out), self))
