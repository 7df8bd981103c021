"""The backups on the Settings page: where they go, when the last was made, the way back."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.backups import Backup, Backups, Made, backups_of
from selfcare_app.services.settings import BACKUP_FOLDER
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.aside import Aside
from selfcare_app.ui.backups.words import moment_words, size_words
from selfcare_app.ui.form import Sentence
from selfcare_app.ui.settings.section import help_label
from selfcare_app.ui.theme import text_factor

_SIDE_BY_SIDE = 400
"""From this width on, at the usual text size, two buttons stand side by side."""


class _Seen(NamedTuple):
    latest: Backup | None
    reachable: bool


class BackupsWidget(QWidget):
    """Chooses the folder, makes a backup now, leads back to one."""

    problem = Signal(str)
    """A sentence about what could not be done."""
    told = Signal(str)
    """A word that something was done."""
    replaced = Signal()
    """All content was replaced: everything is to be shown anew."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._looking, self._making = Aside(self), Aside(self)
        self._look_again = False
        self._looking.done.connect(self._on_seen)
        self._making.done.connect(self._on_made)
        self._making.failed.connect(self._on_not_made)
        title = QLabel(tr(BACKUP_FOLDER.title), self)
        # A field rather than a label: a path has no places to wrap at, and may be selected.
        self.path = QLineEdit(self)
        self.path.setReadOnly(True)
        self.path.setAccessibleName(title.text())
        title.setBuddy(self.path)
        words = help_label(tr(BACKUP_FOLDER.help), self)
        self.path.setAccessibleDescription(words.text())
        self.note = Sentence(self)
        self.last = QLabel(self)
        self.last.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (title, self.path, words, self.note):
            column.addWidget(part)
        self._lines = (self._folder_buttons(), self._backup_buttons())
        column.addLayout(self._lines[0])
        column.addSpacing(8)
        column.addWidget(self.last)
        column.addLayout(self._lines[1])
        self._show_folder(backups_of(workspace))

    def _folder_buttons(self) -> QBoxLayout:
        self.choose = QPushButton(tr("Choose folder…"), self)
        self.choose.clicked.connect(self._ask_for_folder)
        self.usual = QPushButton(tr("Use the usual folder"), self)
        self.usual.clicked.connect(lambda: self.use(None))
        return _line(self.choose, self.usual)

    def _backup_buttons(self) -> QBoxLayout:
        self.now = QPushButton(tr("Back up now"), self)
        self.now.clicked.connect(self._on_now)
        self.go_back = QPushButton(tr("Go back to a backup…"), self)
        self.go_back.clicked.connect(self._on_go_back)
        return _line(self.now, self.go_back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put buttons side by side where there is room for them."""
        super().resizeEvent(event)
        beside = self.width() >= _SIDE_BY_SIDE * text_factor()
        direction = (
            QBoxLayout.Direction.LeftToRight if beside else (QBoxLayout.Direction.TopToBottom)
        )
        for line in self._lines:
            line.setDirection(direction)

    @property
    def busy(self) -> bool:
        """Whether something is being looked at or made."""
        return self._looking.busy or self._making.busy

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what there is now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the folder, and look at what is in it, as they are now."""
        try:
            backups = backups_of(self._workspace)
        except KnownError as error:
            self.problem.emit(str(error))
            return
        self._show_folder(backups)
        self._look_again = self._looking.busy
        if not self._looking.busy:
            self._looking.start(partial(_look_at, backups))

    def use(self, folder: Path | None) -> None:
        """Have backups go to `folder` from now on, or to the usual one for None."""
        had_focus = self.window().focusWidget() is self.usual
        try:
            self._workspace.settings.set_folder(BACKUP_FOLDER, folder)
        except KnownError as error:
            self.problem.emit(str(error))
        self.refresh()
        if had_focus and self.usual.isHidden():
            self.choose.setFocus()

    def _show_folder(self, backups: Backups) -> None:
        self.path.setText(str(backups.folders[0]))
        self.path.setCursorPosition(0)
        self.usual.setVisible(backups.chosen is not None)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, tr(BACKUP_FOLDER.title))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.use(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_seen(self, seen: _Seen) -> None:
        if self._look_again:
            # Something changed while it looked.
            self.refresh()
        self.note.say(
            ""
            if seen.reachable
            else tr("It cannot be reached now. Meanwhile backups go to the usual folder.")
        )
        if seen.latest is None:
            self.last.setText(tr("No backup was made yet."))
            return
        self.last.setText(
            tr(
                "Last backup: {moment} ({size})",
                moment=moment_words(seen.latest.made, self._workspace.now().date()),
                size=size_words(seen.latest.size),
            )
        )

    def _on_now(self) -> None:
        if self._making.busy:
            return
        try:
            backups, now = backups_of(self._workspace), self._workspace.now()
        except KnownError as error:
            self.problem.emit(str(error))
            return
        self._making.start(lambda: backups.make_by_hand(now))
        self.now.setText(tr("Backing up…"))

    def _on_made(self, made: Made) -> None:
        self.now.setText(tr("Back up now"))
        self.told.emit(tr("Backed up as “{file}”.", file=made.file.name))
        if made.note:
            self.problem.emit(made.note)
        self.refresh()

    def _on_not_made(self, error: KnownError) -> None:
        self.now.setText(tr("Back up now"))
        self.problem.emit(str(error))

    def _on_go_back(self) -> None:
        # Imported here: seldom wanted.
        from selfcare_app.ui.backups.going_back import GoingBackDialog

        try:
            dialog = GoingBackDialog(self._workspace, backups_of(self._workspace), self)
        except KnownError as error:
            self.problem.emit(str(error))
            return
        dialog.accepted.connect(self._on_gone_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_gone_back(self) -> None:
        self.replaced.emit()
        self.told.emit(tr("Everything is as it was then. What was there before is kept."))
        self.refresh()


def _look_at(backups: Backups) -> _Seen:
    found = backups.found()
    return _Seen(found[0] if found else None, backups.chosen is None or backups.chosen.is_dir())


def _line(*buttons: QPushButton) -> QBoxLayout:
    line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    line.setSpacing(8)
    for button in buttons:
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    line.addStretch(1)
    return line
