"""An import, looked at before anything is kept."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer.beside import Imported, import_beside, take_over
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.transfer.waiting import WaitingDialog

_LINES = 12


class ImportDialog(WaitingDialog):
    """Tells what a file would bring, and brings it in where the person wants that."""

    told = Signal(str)
    """A word that nothing in the file was new."""

    def __init__(self, parent: QWidget, workspace: Workspace, path: Path) -> None:
        super().__init__(parent, tr("Import of “{file}”", file=path.name), tr("Import"))
        self._workspace, self._path = workspace, path
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(tr("What would come of it"))
        self.report.setMinimumHeight(self.report.fontMetrics().lineSpacing() * _LINES)
        self.column.addWidget(self.report)
        self.act.clicked.connect(self._on_act)

    def look(self) -> None:
        """Open, and tell what would come."""
        self.open()
        self.report.setPlainText(tr("Reading the file…"))
        self.work(
            lambda how_far: import_beside(self._workspace, self._path, True, how_far),
            self._show_report,
        )

    def _on_act(self) -> None:
        self.work(
            lambda how_far: import_beside(self._workspace, self._path, False, how_far),
            self._take_over,
        )

    def _show_report(self, looked_at: object) -> None:
        assert isinstance(looked_at, Imported)
        report = looked_at.report
        self.report.setPlainText("\n".join(report.lines()))
        self.act.setEnabled(report.adds)
        (self.act if report.adds else self.cancel).setFocus()
        if not report.adds:
            self.cancel.setText(tr("Close"))

    def _take_over(self, imported: object) -> None:
        assert isinstance(imported, Imported)
        self.accept()
        # The bar at the foot of the window then says so, with the way back.
        take_over(self._workspace, imported)
        if imported.change is None:
            self.told.emit(tr("There is nothing new in the file."))

    def _on_failed(self, error: KnownError) -> None:
        super()._on_failed(error)
        self.report.clear()
        self.report.setPlainText(self.sentence.text())
        self.act.setEnabled(False)
