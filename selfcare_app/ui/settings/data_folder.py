"""Where the person's data lies, with the ways to get there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.settings.section import help_label


class DataFolder(QWidget):
    """Shows the path of the data folder, opens the folder, copies the path."""

    problem = Signal(str)
    """A sentence about what could not be done."""
    told = Signal(str)
    """A word that something was done."""

    def __init__(
        self,
        folder: Path,
        parent: QWidget,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        """`open_url` opens a folder in the system's file manager and tells whether it could."""
        super().__init__(parent)
        self._folder = folder.absolute()
        self._open_url = open_url
        title = QLabel(tr("Data folder"), self)
        # A field rather than a label: a path has no places to wrap at, and may be selected.
        self.path = QLineEdit(str(self._folder), self)
        self.path.setReadOnly(True)
        self.path.setCursorPosition(0)
        self.path.setAccessibleName(title.text())
        title.setBuddy(self.path)
        self.open = QPushButton(tr("Open folder"), self)
        self.open.clicked.connect(self._on_open)
        self.copy = QPushButton(tr("Copy path"), self)
        self.copy.clicked.connect(self._on_copy)
        words = help_label(
            tr(
                "All that you write lies here, on this computer alone. "
                "To use another folder, start with “selfcare --data-dir FOLDER”."
            ),
            self,
        )
        self.path.setAccessibleDescription(words.text())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (title, self.path, words):
            column.addWidget(part)
        column.addLayout(buttons)

    def _on_open(self) -> None:
        if not self._open_url(QUrl.fromLocalFile(str(self._folder))):
            self.problem.emit(
                tr("The folder could not be opened from here. “Copy path” tells where it is.")
            )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder))
        self.told.emit(tr("The path of the data folder was copied."))
