"""Going back to a backup: which one, what is in it, and then for certain."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.services.backups import Backup, Backups, contents_now, go_back
from selfcare_app.services.passphrase import key_that_opens
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.announce import announce
from selfcare_app.ui.aside import Aside
from selfcare_app.ui.backups.contents_table import ContentsTable
from selfcare_app.ui.backups.words import details_words, moment_words
from selfcare_app.ui.form import FormDialog, Sentence
from selfcare_app.ui.theme import give_font, text_factor

WIDTH, HEIGHT, SHORTEST_LIST = 520, 520, 96
"""At the usual text size."""


class GoingBackDialog(QDialog):
    """Lists the backups with a preview of each, and goes back to one after asking."""

    def __init__(self, workspace: Workspace, backups: Backups, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Go back to a backup"))
        self.setModal(True)
        self._workspace = workspace
        self._backups = backups
        self._today = workspace.now().date()
        self._looked_into: dict[Path, Backup] = {}
        self.certain: CertainDialog | None = None
        """What is asked before going back, while it is asked."""
        self._finding, self._looking = Aside(self), Aside(self)
        self._finding.done.connect(self._on_found)
        self._looking.done.connect(self._on_looked_into)
        self._looking.failed.connect(self._on_not_opened)
        self._lay_out()
        self._show_preview()
        self._finding.start(self._backups.found)

    @property
    def busy(self) -> bool:
        """Whether it is still looking for backups or into one."""
        return self._finding.busy or self._looking.busy

    def _lay_out(self) -> None:
        heading = QLabel(self.windowTitle(), self)
        give_font(heading, "card")
        about = Sentence(self)
        about.say(tr("What is there now is kept as a backup first, so you can come back to it."))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Backups"))
        self.list.setUniformItemSizes(True)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(lambda _: self.go.click())
        self.words = QLabel(tr("Looking for backups…"), self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.table = ContentsTable(self)
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(tr("Its passphrase or recovery key"))
        self.passphrase.setAccessibleName(self.passphrase.placeholderText())
        self.passphrase.returnPressed.connect(self._open_locked)
        self.unlock = QPushButton(tr("Open"), self)
        self.unlock.setAutoDefault(False)
        self.unlock.clicked.connect(self._open_locked)
        self.problem = Sentence(self, "problem")
        opening = QHBoxLayout()
        opening.setSpacing(8)
        opening.addWidget(self.passphrase, 1)
        opening.addWidget(self.unlock)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for part in (heading, about):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        column.addWidget(self.table)
        column.addLayout(opening)
        column.addWidget(self.problem)
        column.addLayout(self._buttons())
        self.list.setFocus()
        factor = max(1.0, text_factor())
        self.list.setMinimumHeight(round(SHORTEST_LIST * factor))
        self.setMinimumWidth(round(WIDTH * factor))
        self.resize(round(WIDTH * factor), round(HEIGHT * factor))

    def _buttons(self) -> QHBoxLayout:
        self.other = QPushButton(tr("Another file…"), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.go = QPushButton(tr("Go back…"), self)
        self.go.setProperty("role", "primary")
        for button, act in (
            (self.other, self._ask_for_file),
            (self.cancel, self.reject),
            (self.go, self._ask_for_certain),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.other)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.go)
        return line

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen in the list, looked into if that was done."""
        item = self.list.currentItem()
        if item is None:
            return None
        backup: Backup = item.data(Qt.ItemDataRole.UserRole)
        return self._looked_into.get(backup.file, backup)

    def add(self, backup: Backup) -> QListWidgetItem:
        """Add `backup` at the end of the list."""
        words = moment_words(backup.made, self._today, begins=True)
        words = f"{words}\n{details_words(backup)}"
        item = QListWidgetItem(words, self.list)
        item.setData(Qt.ItemDataRole.UserRole, backup)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", ", "))
        return item

    def _on_found(self, found: list[Backup]) -> None:
        for backup in found:
            self.add(backup)
        if found:
            self.list.setCurrentRow(0)
        else:
            self.words.setText(tr("There is no backup yet."))

    def _on_chosen(self) -> None:
        self.passphrase.clear()
        self.problem.say("")
        self._show_preview()
        self._look_into_chosen()

    def _look_into_chosen(self) -> None:
        """Look into the backup that is chosen, once the one before is done."""
        backup = self.chosen
        if backup is None or backup.file in self._looked_into or self._looking.busy:
            return
        self._looking.start(partial(self._backups.looked_into, backup))

    def _on_looked_into(self, backup: Backup) -> None:
        self._looked_into[backup.file] = backup
        if backup.key is not None:
            # Others may be locked with the same.
            former = tuple(dict.fromkeys((*self._backups.former, backup.key)))
            self._backups = replace(self._backups, former=former)
        self._show_preview()
        if self.chosen is not None:
            self._look_into_chosen()
        announce(self.words, self.table.accessibleName() or self.words.text())

    def _show_preview(self) -> None:
        backup = self.chosen
        looked_into = backup is not None and backup.file in self._looked_into
        contents = None if backup is None else backup.contents
        needs = looked_into and backup is not None and backup.needs_passphrase
        self.words.setText(self._words(backup, looked_into=looked_into))
        self.words.setVisible(contents is None)
        self.table.setVisible(contents is not None)
        for part in (self.passphrase, self.unlock):
            part.setVisible(needs)
            part.setEnabled(not self._looking.busy)
        self.go.setEnabled(contents is not None)
        if contents is not None:
            try:
                self.table.show_difference(contents, contents_now(self._workspace), self._today)
            except KnownError as error:
                self.problem.say(str(error))

    def _words(self, backup: Backup | None, *, looked_into: bool) -> str:
        if backup is None:
            return self.words.text()
        if not looked_into:
            return tr("Looking into it…")
        if backup.problem:
            return backup.problem
        return tr("It is locked with another passphrase than your data is now.")

    def _open_locked(self) -> None:
        backup, typed = self.chosen, self.passphrase.text()
        if backup is None or not typed or self._looking.busy:
            return
        self.problem.say("")
        backups = self._backups
        # Making a key of a passphrase takes a while, on purpose.
        self._looking.start(lambda: backups.looked_into(backup, key_that_opens(backup.file, typed)))
        self._show_preview()

    def _on_not_opened(self, error: KnownError) -> None:
        self.problem.say(str(error))
        self._show_preview()
        self.passphrase.setFocus()
        self.passphrase.selectAll()
        announce(self.problem, str(error))

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, tr("Go back to a backup"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        backups, every = tr("Backups"), tr("All files")
        dialog.setNameFilters([f"{backups} (*.db)", f"{every} (*)"])
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def take(self, file: Path) -> None:
        """Choose the backup `file`, which lies somewhere else."""
        backup = self._backups.at(file)
        if backup is None:
            self.problem.say(tr("“{file}” is not a backup of Selfcare.", file=file.name))
            return
        self.list.setCurrentItem(self.add(backup))
        self.list.setFocus()

    def _ask_for_certain(self) -> None:
        backup = self.chosen
        if backup is None or backup.contents is None:
            return
        locked = self._backups.key is not None
        moment = moment_words(backup.made, self._today)
        self.certain = certain = CertainDialog(self, moment, backup, locked=locked)
        certain.accepted.connect(lambda: self._go_back(backup))
        certain.finished.connect(certain.deleteLater)
        certain.open()

    def _go_back(self, backup: Backup) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            go_back(self._workspace, backup)
        except KnownError as error:
            self.problem.say(str(error))
            announce(self.problem, str(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.accept()


class CertainDialog(FormDialog):
    """Asks once more, in plain words, before everything is replaced."""

    def __init__(self, parent: QWidget, moment: str, backup: Backup, *, locked: bool) -> None:
        """`moment` says when `backup` was made, `locked` whether the data is now."""
        super().__init__(parent, tr("Go back to the backup of {moment}?", moment=moment))
        sentences = [
            tr("Everything will be as it was then. What was logged since is not in it."),
            tr("What is there now is kept as a backup first; it appears in this list."),
        ]
        if locked and not backup.locked:
            sentences.append(tr("Your data stays locked with your present passphrase."))
        if backup.locked and not locked:
            sentences.append(tr("Your data stays without a passphrase, as it is now."))
        self.words = QLabel("\n\n".join(sentences), self)
        self.words.setWordWrap(True)
        self.column.addWidget(self.words)
        self.finish(tr("Go back"), None)
        # Enter shall not go back by haste; without another default the box would take the first.
        self.act.setAutoDefault(False)
        self.cancel.setDefault(True)
