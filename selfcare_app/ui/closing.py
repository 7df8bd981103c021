"""What becomes of the program when its window is closed: asked once, then as the person said."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.theme import give_font, text_factor

WIDTH = 440
"""At the usual text size."""


class ClosingDialog(QDialog):
    """Asks whether to stay in the background; Esc leaves the window open."""

    def __init__(self, parent: QWidget, *, has_tray: bool) -> None:
        """`has_tray` says that an icon will stand in the tray meanwhile."""
        super().__init__(parent)
        self.setWindowTitle(tr("Close the window"))
        self.stays = False
        """Whether the person wants it to stay; settled once the dialog is accepted."""
        heading = QLabel(tr("Let reminders come while the window is closed?"), self)
        give_font(heading, "card")
        where = tr("Its icon in the tray opens the window again.")
        if not has_tray:
            where = tr("Starting Selfcare again opens the window.")
        self.about = QLabel(tr("Selfcare can go on quietly in the background.") + " " + where, self)
        hint = QLabel(tr("You will not be asked again; Settings keeps your answer."), self)
        hint.setProperty("role", "second")
        give_font(hint, "caption")
        for label in (heading, self.about, hint):
            label.setWordWrap(True)
        self.stay = QPushButton(tr("Keep running"), self)
        self.stay.setProperty("role", "primary")
        self.stay.setDefault(True)
        self.quit = QPushButton(tr("Quit"), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.stay, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.quit, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.stay.clicked.connect(self._on_stay)
        self.quit.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.about)
        column.addWidget(hint)
        column.addWidget(buttons)
        self.setMinimumWidth(round(WIDTH * max(1.0, text_factor())))

    def _on_stay(self) -> None:
        self.stays = True
        self.accept()
