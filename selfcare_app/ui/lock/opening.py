"""The first thing that is seen of locked data when the program starts."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.key_store import KeyStore
from selfcare_app.services.passphrase import FileKey, key_of_data
from selfcare_app.ui.aside import Aside
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.lock.cover import LockCover
from selfcare_app.ui.theme import text_factor


class OpeningWindow(QDialog):
    """Asks for the passphrase of the database at a path until it opens, or the person leaves."""

    def __init__(self, sign: QPixmap, path: Path, key_store: KeyStore) -> None:
        super().__init__()
        self.setWindowTitle(tr("Selfcare"))
        self._key_store = key_store
        self.key: FileKey | None = None
        """What opens it, once the dialog is accepted."""
        self.problem = ""
        """What the system's key store did not do, to be told once the window stands."""
        self.cover = LockCover(sign, lambda typed: key_of_data(path, typed), self)
        self.cover.opened.connect(self._on_opened)
        self.cover.quit_wanted.connect(self.reject)
        self.keep = CheckBox(tr("Open by itself while I am signed in to this computer"), self)
        self.keep.setToolTip(tr("The system’s key store keeps the key."))
        self.keep.setAccessibleDescription(self.keep.toolTip())
        self.keep.hide()
        self.cover.add(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cover)
        self._looking = Aside(self)
        self._looking.done.connect(lambda present: self.keep.setVisible(bool(present)))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the person type at once; meanwhile see whether the system has a key store."""
        super().showEvent(event)
        self.cover.take_focus()
        if not self._looking.busy:
            self._looking.start(lambda: self._key_store.present)

    def bring_forward(self, _: str) -> None:
        """Stand before other windows: another start asks for the program."""
        self.raise_()
        self.activateWindow()

    def sizeHint(self) -> QSize:
        """Room around the one field."""
        factor = max(1.0, text_factor())
        return QSize(round(520 * factor), round(420 * factor))

    def _on_opened(self, key: object) -> None:
        assert isinstance(key, FileKey)
        self.key = key
        if self.keep.isChecked():
            try:
                self._key_store.keep(key)
            except KnownError as error:
                self.problem = str(error)
        self.accept()
