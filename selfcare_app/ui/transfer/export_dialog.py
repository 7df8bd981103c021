"""An export: in which form, where to, and who can read it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.transfer.beside import export_beside
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.paper.place import ask_where, saved_words
from selfcare_app.ui.transfer.waiting import WaitingDialog

ENDINGS = {"json": "json", "csv": "zip", "sqlite": "db"}
"""How a file of each format ends."""


class ExportDialog(WaitingDialog):
    """Writes everything into one file that other programs can read."""

    told = Signal(str)
    """A sentence about the file that was written."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        super().__init__(parent, tr("Export everything"), tr("Choose where…"))
        self._workspace = workspace
        self.form = Choice(self)
        for words, format in (
            (tr("Complete, to be imported again (.json)"), "json"),
            (tr("Tables for a spreadsheet, and for other trackers (.zip)"), "csv"),
            (tr("A database for other programs (.db)"), "sqlite"),
        ):
            self.form.addItem(words, format)
        self.form.setAccessibleName(tr("Form of the export"))
        self.words = QLabel(
            tr("Anyone who opens the file can read it, also where your data has a passphrase."),
            self,
        )
        self.words.setWordWrap(True)
        self.column.addWidget(self.form)
        self.column.addWidget(self.words)
        self.act.clicked.connect(self._on_act)

    def _on_act(self) -> None:
        ending = ENDINGS[self.form.currentData()]
        name = f"Selfcare {self._workspace.today()}.{ending}"
        ask_where(self, tr("Export everything"), name, ending, self.save)

    def save(self, path: Path) -> None:
        """Write the file at `path`."""
        format = self.form.currentData()

        def tell(_: object) -> None:
            self.accept()
            self.told.emit(saved_words(path))

        self.work(lambda how_far: export_beside(self._workspace, path, format, how_far), tell)
