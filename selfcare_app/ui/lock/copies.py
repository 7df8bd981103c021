"""Backups and other copies brought in line with the passphrase, while the window goes on."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from selfcare_app.services.encryption import Encryption
from selfcare_app.ui.aside import Aside


class CopiesInLine(QObject):
    """Does what is still to be done to copies; what cannot be done now waits for the next start."""

    left = Signal(list)
    """Files that could not be written anew and tell what they did before, and folders that could
    not be reached."""
    finished = Signal()
    """Nothing more is to be done just now."""

    def __init__(self, encryption: Encryption, parent: QObject) -> None:
        super().__init__(parent)
        self._encryption = encryption
        self._trying = Aside(self)
        self._trying.done.connect(self._on_changed)
        self._again = False

    def begin(self) -> None:
        """Begin, if there is anything to do; the passphrase may have changed since."""
        if self._trying.busy:
            self._again = True
            return
        work = self._encryption.copies_to_change()
        if work is None:
            self.finished.emit()
        else:
            self._trying.start(work.change)

    def _on_changed(self, left: object) -> None:
        assert isinstance(left, list)
        if self._again:
            self._again = False
            self.begin()
            return
        if left:
            self.left.emit([Path(file) for file in left])
        else:
            self._encryption.copies_changed()
        self.finished.emit()
