"""The passphrase in Settings: whether there is one, and everything that can be done about it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.passphrase import FileKey, recovery_key
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.aside import Aside
from selfcare_app.ui.button_line import ButtonLine
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.form import Sentence
from selfcare_app.ui.lock.copies import CopiesInLine
from selfcare_app.ui.lock.passphrase_dialog import PassphraseDialog
from selfcare_app.ui.lock.recovery import RecoveryDialog
from selfcare_app.ui.settings.section import RING, help_label


class PassphraseWidget(QWidget):
    """Says whether the data is locked, and lets that be changed."""

    problem = Signal(str)
    """A sentence about what could not be done."""
    told = Signal(str)
    """A word that something was done."""
    changed = Signal()
    """There is a passphrase now, or another, or none."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._encryption = workspace, workspace.encryption
        self.words = help_label("", self)
        self.set = QPushButton(self)
        self.set.clicked.connect(self._on_set)
        self.show_key = QPushButton(tr("Recovery key…"), self)
        self.show_key.clicked.connect(self._on_show_key)
        self.remove = QPushButton(tr("Take it away…"), self)
        self.remove.setAccessibleName(tr("Take the passphrase away"))
        self.remove.clicked.connect(self._on_remove)
        self.keep = CheckBox(tr("Open by itself while I am signed in to this computer"), self)
        self.keep.toggled.connect(self._on_keep)
        self._no_store = help_label(
            tr("This system has no key store that could keep the key."), self
        )
        self.sentence = Sentence(self)
        self.copies = CopiesInLine(self._encryption, self)
        self.copies.left.connect(self._on_left)
        self._looking = Aside(self)
        self._looking.done.connect(self._on_store_known)
        self._store_present = False
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        buttons = ButtonLine((self.set, self.show_key, self.remove), self)
        buttons.setContentsMargins(RING, 0, 0, 0)
        for label in (self.words, self._no_store, self.sentence):
            label.setContentsMargins(RING, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(buttons)
        for part in (self.keep, self._no_store, self.sentence):
            column.addWidget(part)

    def showEvent(self, event: QShowEvent) -> None:
        """See, beside the event loop, whether the system has a key store."""
        super().showEvent(event)
        if not self._looking.busy:
            self._looking.start(lambda: self._encryption.key_store.present)

    def refresh(self) -> None:
        """Show how things are now."""
        locked = self._encryption.key is not None
        self.words.setText(
            tr("Your data and its backups are locked with a passphrase.")
            if locked
            else tr(
                "Your data is not locked: whoever can use this computer as you can read it. With "
                "a passphrase it is encrypted, backups too."
            )
        )
        self.set.setText(tr("Change the passphrase…") if locked else tr("Set a passphrase…"))
        self.show_key.setVisible(locked)
        self.remove.setVisible(locked)
        self.keep.setVisible(locked and self._store_present)
        self._no_store.setVisible(locked and not self._store_present)
        self.keep.blockSignals(True)
        self.keep.setChecked(self._encryption.key_store.in_use)
        self.keep.blockSignals(False)

    def _on_store_known(self, present: object) -> None:
        self._store_present = bool(present)
        self.refresh()

    def _on_keep(self, wanted: bool) -> None:
        try:
            self._encryption.keep_in_key_store(wanted)
        except KnownError as error:
            self.problem.emit(str(error))
        self.refresh()

    def _on_set(self) -> None:
        locked = self._encryption.key is not None
        PassphraseDialog(
            self,
            tr("Change the passphrase") if locked else tr("Set a passphrase"),
            tr(
                "Four words that do not belong together make a good one. A forgotten passphrase "
                "means lost data; you get a recovery key to print in the next step."
            ),
            tr("Change it") if locked else tr("Lock my data"),
            key=self._encryption.key,
            chooses=True,
            use=self._use,
        ).ask(self._show_key)

    def _on_remove(self) -> None:
        PassphraseDialog(
            self,
            tr("Take the passphrase away"),
            tr(
                "Your data and its backups are written anew, open to whoever can use this "
                "computer as you."
            ),
            tr("Take it away"),
            key=self._encryption.key,
            chooses=False,
            use=lambda _: self._use(None),
        ).ask(lambda: self.told.emit(tr("Your data is no longer locked.")))

    def _on_show_key(self) -> None:
        PassphraseDialog(
            self,
            tr("Show the recovery key"),
            tr("Whoever has it and your data can read that, so it is shown to you alone."),
            tr("Show it"),
            key=self._encryption.key,
            chooses=False,
            use=lambda _: None,
        ).ask(self._show_key)

    def _use(self, key: FileKey | None) -> None:
        try:
            self._encryption.use(key)
        finally:
            self.refresh()
            self.changed.emit()
            self.sentence.say("")
            self.copies.begin()

    def _show_key(self) -> None:
        key = self._encryption.key
        assert key is not None
        RecoveryDialog(self, recovery_key(key), self._workspace.today()).open()

    def _on_left(self, left: list[Path]) -> None:
        sentences = [
            tr(
                "“{folder}” cannot be reached now: the backups there are as they were before. "
                "They follow when Selfcare is started while the folder is there.",
                folder=path,
            )
            for path in left
            if not path.exists()
        ]
        names = ", ".join(path.name for path in left if path.exists())
        if names:
            sentences.append(
                tr(
                    "These copies could not be written anew, and are as they were before: "
                    "{names}. They lie in the data folder or with the backups; delete them there "
                    "if they are of no use any more.",
                    names=names,
                )
            )
        self.sentence.say(" ".join(sentences))
