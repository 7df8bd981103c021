"""The card that takes over what another tracker kept: looked at first, then kept."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.transfer.recognise import importable_formats
from selfcare_app.services.transfer.report import ImportReport
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.announce import announce
from selfcare_app.ui.welcome.parts import TitledCard, text_label


class ImportCard(TitledCard):
    """Asks for a file, tells what would come from it, and brings it in."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(tr("Import from another tracker"), parent)
        self._workspace = workspace
        self._path: Path | None = None
        self._kept = False
        self.words = text_label("", "caption", "second")
        self.choose = QPushButton(tr("Choose a file…"))
        self.bring_in = QPushButton(tr("Import"))
        self.bring_in.setProperty("role", "primary")
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setProperty("role", "quiet")
        self.choose.clicked.connect(self._ask_for_file)
        self.bring_in.clicked.connect(self._on_import)
        self.cancel.clicked.connect(self.begin_anew)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.bring_in, self.choose, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addWidget(self.title)
        self.column.addWidget(self.words)
        self.column.addSpacing(4)
        self.column.addLayout(buttons)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forget the file that was looked at."""
        self._path, self._kept = None, False
        self._show(
            tr(
                "Takes {formats}. You see what would come before anything is kept.",
                formats=importable_formats(),
            )
        )

    def refresh(self) -> None:
        """Something was changed: what is said of an import that was kept may be so no longer."""
        if self._kept:
            self.begin_anew()

    def look_at(self, path: Path) -> None:
        """Tell what the file at `path` would bring, and offer to bring it in."""
        report = self._run(path, dry_run=True)
        if report is not None:
            self._path = path if report.adds else None
            self._show(tr("“{file}”", file=path.name), *report.lines())
            if self._path is not None:
                self.bring_in.setFocus()

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, tr("Import from another tracker"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        habits, every = tr("Habit files"), tr("All files")
        dialog.setNameFilters([f"{habits} (*.db *.zip *.csv *.json)", f"{every} (*)"])
        dialog.fileSelected.connect(lambda name: self.look_at(Path(name)))
        dialog.open()

    def _on_import(self) -> None:
        path = self._path
        if path is None:
            return
        report = self._run(path, dry_run=False)
        if report is not None:
            self._path, self._kept = None, True
            self._show(*report.lines(), tr("“Start” leads to it."))

    def _run(self, path: Path, *, dry_run: bool) -> ImportReport | None:
        """The report; None, with the reason shown, where the file cannot be imported."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return import_file(self._workspace, path, dry_run)
        except KnownError as error:
            self._path = None
            self._show(str(error))
            return None
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _show(self, *lines: str) -> None:
        words = "\n".join(lines)
        self.words.setText(words)
        # Before what had the focus is hidden, so that it does not go elsewhere.
        if self.bring_in.hasFocus() or self.cancel.hasFocus():
            self.choose.setFocus()
        waiting = self._path is not None
        self.bring_in.setVisible(waiting)
        self.cancel.setVisible(waiting)
        self.choose.setText(tr("Another file…") if waiting else tr("Choose a file…"))
        announce(self.words, words)
