"""Choosing a passphrase, and showing that one knows it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.passphrase import FileKey, check_fits, check_passphrase, new_key
from selfcare_app.ui.aside import Aside
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.form import FormDialog, Sentence


class PassphraseDialog(FormDialog):
    """Asks for the passphrase there is, a new one, or both, and then does something with it."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        words: str,
        act: str,
        *,
        key: FileKey | None,
        chooses: bool,
        use: Callable[[FileKey | None], object],
    ) -> None:
        """`key` is the one in force, to be known first. With `chooses` a new passphrase is
        typed, and `use` gets its key, else `key`. It may raise KnownError, which is told."""
        super().__init__(parent, title)
        self._key, self._chooses, self._use = key, chooses, use
        self.words = QLabel(words, self)
        self.words.setWordWrap(True)
        self.column.insertWidget(1, self.words)
        self.current = self._field(tr("Passphrase now")) if key is not None else None
        self.new = self._field(tr("New passphrase")) if chooses else None
        self.again = self._field(tr("Once more")) if chooses else None
        self.shown = CheckBox(tr("Show what I type"), self)
        self.shown.toggled.connect(self._on_shown)
        self.column.addWidget(self.shown)
        self.sentence = Sentence(self, "problem")
        self.column.addWidget(self.sentence)
        self._trying = Aside(self)
        self._trying.done.connect(self._on_known)
        self._trying.failed.connect(self._on_failed)
        self.finish(act, self.current or self.new)
        self._act_words = act

    def _field(self, title: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field(title, field)
        return field

    def _on_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.current, self.new, self.again):
            if field is not None:
                field.setEchoMode(mode)

    def check(self) -> bool:
        """Look at what was typed, and try it beside the event loop; accepts only later."""
        if self._trying.busy or not self._fits_together():
            return False
        key = self._key
        current = self.current.text() if self.current is not None else ""
        new = self.new.text() if self.new is not None else None

        def work() -> FileKey | None:
            if key is not None:
                check_fits(key, current)
            return key if new is None else new_key(new)

        self.sentence.say("")
        self._trying.start(work)
        self._tell()
        return False

    def _fits_together(self) -> bool:
        if self.new is None or self.again is None:
            return True
        new = self.new
        if not self.checked(new, lambda: check_passphrase(new.text())):
            return False
        if new.text() != self.again.text():
            self.say_problem(self.again, tr("The two are not the same."))
            return False
        return True

    def _tell(self) -> None:
        busy = self._trying.busy
        self.act.setEnabled(not busy)
        self.act.setText(tr("One moment…") if busy else self._act_words)

    def _on_failed(self, error: KnownError) -> None:
        self._tell()
        field = self.current
        assert field is not None
        self.say_problem(field, str(error))
        field.selectAll()

    def _on_known(self, key: object) -> None:
        assert key is None or isinstance(key, FileKey)
        if not self.isVisible():
            # The window was locked meanwhile: nothing changes, or is shown, behind its cover.
            self._tell()
            return
        try:
            self._use(key)
        except KnownError as error:
            self._tell()
            self.sentence.say(str(error))
            return
        self.accept()
