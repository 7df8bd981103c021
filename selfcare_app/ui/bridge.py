"""Carries the journal's changes to the window as a Qt signal."""

from PySide6.QtCore import QObject, Signal

from selfcare_app.services.journal import Journal


class Bridge(QObject):
    """Says `changed(Change)` after each change, once it is on disk."""

    changed = Signal(object)

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        journal.listen(self.changed.emit)
