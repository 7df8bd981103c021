"""The offer to delete backups and other copies along with what is erased."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.form import Sentence

MOST_NAMES = 4
"""So many copies are named; a tool tip names all."""


class CopiesToo(QWidget):
    """A box to tick, with the copies that are meant; nothing where there are none."""

    def __init__(self, copies: list[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self._copies = copies
        count = len(copies)
        self.box = CheckBox(
            tr("Delete the one copy as well")
            if count == 1
            else tr("Delete the {count} copies as well", count=count),
            self,
        )
        self.names = Sentence(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self.names)
        names = [file.name for file in copies]
        shown = ", ".join(names[:MOST_NAMES])
        if count > MOST_NAMES:
            shown = tr("{names} and others", names=shown)
        if count:
            self.names.say(tr("Backups and the like, which still hold it: {names}", names=shown))
            self.names.setToolTip("\n".join(names))
            self.box.setAccessibleDescription(self.names.text())
        else:
            self.hide()

    @property
    def chosen(self) -> list[Path]:
        """The copies that are to be deleted."""
        return self._copies if self.box.isChecked() else []
