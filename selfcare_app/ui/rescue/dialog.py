"""Leads through bringing back what can be saved of a damaged database."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.passphrase import FileKey, key_that_opens
from selfcare_app.services.rescue import Prospect, Rescue
from selfcare_app.ui.announce import announce
from selfcare_app.ui.aside import Aside
from selfcare_app.ui.backups.contents_table import ContentsTable
from selfcare_app.ui.backups.words import moment_words
from selfcare_app.ui.form import Sentence
from selfcare_app.ui.theme import give_font, text_factor

WIDTH, WIDEST = 560, 860
"""At the usual text size, and at any: some screens are small."""


class RescueDialog(QDialog):
    """Says what happened, shows what there would be, and does it when the person says so.

    Nothing is changed before that; leaving it changes nothing either.
    """

    rescued = Signal(str)
    """A sentence about what was done; the dialog is accepted then."""

    def __init__(
        self,
        rescue: Rescue,
        finish: Callable[[Prospect], Path],
        clock: Callable[[], int],
        today: date,
        parent: QWidget | None = None,
        *,
        leave: str,
    ) -> None:
        """`finish` puts what was built in the place of the damaged file and returns where that
        is kept, or raises KnownError. `clock` tells the instant in UTC milliseconds. `leave`
        names the button that leaves everything as it is."""
        super().__init__(parent)
        self.setWindowTitle(tr("Selfcare"))
        self.setModal(True)
        self._rescue, self._finish, self._clock, self._today = rescue, finish, clock, today
        self.prospect: Prospect | None = None
        """What there would be, once that is known."""
        self._left = Event()
        self._aside = Aside(self)
        self._aside.done.connect(self._on_looked)
        self._aside.failed.connect(self._on_failed)
        self._lay_out(leave)
        self._ask_or_look()

    @property
    def key(self) -> FileKey | None:
        """What the data is locked with, once that is known."""
        return self._rescue.key

    @property
    def busy(self) -> bool:
        """Whether it looks what can be saved."""
        return self._aside.busy

    def _lay_out(self, leave: str) -> None:
        heading = QLabel(tr("Part of your data cannot be read"), self)
        give_font(heading, "card")
        file = self._rescue.path.name
        about = QLabel(
            tr(
                "The file “{file}” is damaged; a power cut or a worn disk can do that. Nothing "
                "was changed yet, and whatever you choose, the file is kept as it is.",
                file=file,
            ),
            self,
        )
        self.words = QLabel(self)
        self.table = ContentsTable(self)
        self.note = Sentence(self)
        self.problem = Sentence(self, "problem")
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(tr("Passphrase or recovery key"))
        self.passphrase.setAccessibleName(self.passphrase.placeholderText())
        self.passphrase.returnPressed.connect(self._on_unlock)
        self.unlock = self._button(tr("Open"), self._on_unlock)
        self.unlock.setProperty("role", "primary")
        opening = QHBoxLayout()
        opening.setSpacing(8)
        opening.addWidget(self.passphrase, 1)
        opening.addWidget(self.unlock)
        self.other = self._button(tr("Another backup…"), self._ask_for_file)
        self.without = self._button(tr("Go on without them"), self.look)
        self.leave = self._button(leave, self.reject)
        self.use = self._button("", self._on_use)
        self.use.setProperty("role", "primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.other, self.without, self.leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for label in (heading, about, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        for part in (heading, about, self.words, self.table, self.note):
            column.addWidget(part)
        column.addLayout(opening)
        column.addWidget(self.problem)
        column.addStretch(1)
        column.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        self._column = column
        self.setMinimumWidth(min(WIDEST, round(WIDTH * max(1.0, text_factor()))))

    def event(self, event: QEvent) -> bool:
        """Be as high as the words need: sentences wrap, and Qt asks for their height too late."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            needed = self._column.totalHeightForWidth(self.width())
            if self.height() < needed:
                self.resize(self.width(), needed)
        return handled

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    # Looking

    def _ask_or_look(self) -> None:
        """Ask for the passphrase of backups where that is needed; otherwise look at once."""
        locked = self._rescue.locked_backup
        if locked is None:
            self.look()
            return
        self._show(asks=True)
        self.words.setText(
            tr("Your backups are locked with a passphrase. With it, they can be brought back.")
        )
        self.passphrase.setFocus()

    def look(self, chosen: Path | None = None) -> None:
        """Look what can be saved, with the backup `chosen` or the newest that can be used."""
        if self._aside.busy:
            return
        self._give_up()
        rescue, instant, left = self._rescue, self._clock(), self._left

        def act() -> Prospect | None:
            found = rescue.prospect(instant, chosen)
            if left.is_set():
                rescue.give_up(found)
                return None
            return found

        self._aside.start(act)
        self._show()
        self.words.setText(tr("Looking what can be saved… This may take a few seconds."))

    def _on_looked(self, result: object) -> None:
        if isinstance(result, Rescue):
            # The passphrase opened a backup, so it opens the data as well.
            self._rescue = result
            self.look()
        elif isinstance(result, Prospect):
            self.prospect = result
            self._show_prospect(result)

    def _on_failed(self, error: KnownError) -> None:
        asking = self.passphrase.isVisible()
        self._show(asks=asking)
        self.problem.say(str(error))
        if asking:
            self.passphrase.setFocus()
            self.passphrase.selectAll()
        else:
            self.words.setText("")
            self.use.setText(tr("Look again"))
            self.use.show()
        announce(self.problem, str(error))

    def _show(self, *, asks: bool = False) -> None:
        """Show what goes with looking or, with `asks`, with asking for a passphrase."""
        self.problem.say("")
        self.note.say("")
        self.table.hide()
        self.use.hide()
        for part in (self.passphrase, self.unlock, self.without):
            part.setVisible(asks)
        self._wait(False)
        self.other.setEnabled(not self._aside.busy)

    def _wait(self, waiting: bool) -> None:
        """Let nothing be typed or pressed while a passphrase is tried."""
        self.passphrase.setReadOnly(waiting)
        for button in (self.unlock, self.without, self.other):
            button.setEnabled(not waiting)

    def _show_prospect(self, found: Prospect) -> None:
        self._show()
        titles, columns = [tr("Saved from the file"), tr("Together")], [found.saved, found.together]
        if found.backup is not None:
            titles.insert(0, tr("Newest backup"))
            columns.insert(0, found.backup.contents or found.saved)
        self.table.show_columns(titles, columns, self._today)
        self.table.setVisible(not found.empty)
        self.words.setText(_words(found, self._today))
        self.use.setText(_act_words(found))
        self.use.show()
        self.use.setFocus()
        if found.unnamed:
            self.note.say(
                tr(
                    "Some entries have lost the name of their habit; it is called “Rescued "
                    "habit”, and you can rename it."
                )
            )
        announce(self.words, f"{self.words.text()} {self.table.accessibleName()}")

    # Acting

    def _on_unlock(self) -> None:
        typed, locked = self.passphrase.text(), self._rescue.locked_backup
        if not typed or locked is None or self._aside.busy:
            return
        path = self._rescue.path
        # Making a key of a passphrase takes a while, on purpose.
        self._aside.start(lambda: Rescue(path, key_that_opens(locked, typed)))
        self.problem.say("")
        self._wait(True)

    def _on_use(self) -> None:
        if self.prospect is None:
            self.look()
            return
        try:
            kept = self._finish(self.prospect)
        except KnownError as error:
            self.problem.say(str(error))
            announce(self.problem, str(error))
            return
        self.prospect = None
        self.rescued.emit(
            tr("Your data is back. The damaged file is kept as “{file}”.", file=kept.name)
        )
        self.accept()

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, tr("Another backup"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        backups, every = tr("Backups"), tr("All files")
        dialog.setNameFilters([f"{backups} (*.db)", f"{every} (*)"])
        dialog.fileSelected.connect(lambda name: self.look(Path(name)))
        dialog.open()

    def reject(self) -> None:
        """Leave everything as it is."""
        self._left.set()
        self._give_up()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As leaving by the button."""
        self._left.set()
        self._give_up()
        super().closeEvent(event)

    def _give_up(self) -> None:
        if self.prospect is not None:
            self._rescue.give_up(self.prospect)
            self.prospect = None


def _words(found: Prospect, today: date) -> str:
    if found.backup is not None:
        moment = moment_words(found.backup.made, today)
        return tr(
            "There is a backup of {moment}. What could be saved of the damaged file and is "
            "newer, or not in the backup, is added to it.",
            moment=moment,
        )
    if found.empty:
        return tr(
            "Nothing could be read of the file, and there is no backup beside it. If you have "
            "one elsewhere, such as on a stick, choose it now."
        )
    return tr("There is no backup beside it, but some of the file could be read.")


def _act_words(found: Prospect) -> str:
    if found.backup is not None:
        return tr("Use the backup and what could be saved")
    return tr("Start anew") if found.empty else tr("Use what could be saved")
