"""Import and export, from the action or the button to the dialog, which is imported when it is
wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace

if TYPE_CHECKING:
    from selfcare_app.ui.transfer.export_dialog import ExportDialog
    from selfcare_app.ui.transfer.import_dialog import ImportDialog


class Transfers(QObject):
    """Opens what takes data in and out."""

    told = Signal(str)
    """A sentence about what was done."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        super().__init__(parent)
        self._parent, self._workspace = parent, workspace

    def ask_for_file(self) -> None:
        """Ask which file is to be imported."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._parent, tr("Import from a file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        habits, every = tr("Habit files"), tr("All files")
        dialog.setNameFilters([f"{habits} (*.db *.zip *.json *.csv)", f"{every} (*)"])
        dialog.fileSelected.connect(lambda name: self.look_at(Path(name)))
        dialog.open()

    def look_at(self, path: Path) -> "ImportDialog":
        """Tell what the file at `path` would bring, and offer to bring it in."""
        from selfcare_app.ui.transfer.import_dialog import ImportDialog

        dialog = ImportDialog(self._parent, self._workspace, path)
        dialog.told.connect(self.told)
        dialog.look()
        return dialog

    def export(self) -> "ExportDialog":
        """Ask in which form everything is to be written, and where to."""
        from selfcare_app.ui.transfer.export_dialog import ExportDialog

        dialog = ExportDialog(self._parent, self._workspace)
        dialog.told.connect(self.told)
        dialog.open()
        return dialog
