"""What is seen of locked data: nothing but a field for the passphrase."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.ui.aside import Aside
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.form import Sentence
from selfcare_app.ui.theme import give_font, text_factor

ICON = 56
"""Pixels of the program's own sign."""
_WIDTH = 380
"""Of the column, at the usual text size."""


class LockCover(QWidget):
    """Asks for the passphrase, or, where there is none, only for a press of the button."""

    opened = Signal(object)
    """What `open_with` returned for what was typed; None where nothing had to be typed."""
    quit_wanted = Signal()

    def __init__(
        self, sign: QPixmap, open_with: Callable[[str], object] | None, parent: QWidget
    ) -> None:
        """`open_with` takes what was typed, in a thread of its own, and raises KnownError where
        that does not open; None where there is no passphrase."""
        super().__init__(parent)
        self._open_with = open_with
        self._trying = Aside(self)
        self._trying.done.connect(self.opened)
        self._trying.failed.connect(self._on_failed)
        icon = QLabel(self)
        icon.setPixmap(sign)
        icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.heading = QLabel(tr("Selfcare is locked"), self)
        give_font(self.heading, "page")
        self.heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("Passphrase"))
        self.field.setPlaceholderText(tr("Passphrase or recovery key"))
        self.shown = CheckBox(tr("Show what I type"), self)
        self.shown.toggled.connect(self._on_shown)
        self.sentence = Sentence(self, "problem")
        self.button = QPushButton(self)
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self._on_pressed)
        self.field.returnPressed.connect(self._on_pressed)
        self.leave = QPushButton(tr("Quit Selfcare"), self)
        self.leave.clicked.connect(self.quit_wanted)
        self._lay_out(icon)
        self._tell()
        if open_with is None:
            for part in (self.field, self.shown):
                part.hide()

    def _lay_out(self, icon: QLabel) -> None:
        column = QWidget(self)
        column.setFixedWidth(round(_WIDTH * max(1.0, text_factor())))
        self.column = QVBoxLayout(column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        for part in (icon, self.heading, self.field, self.sentence, self.shown):
            self.column.addWidget(part)
        self.column.addSpacing(4)
        self.column.addLayout(buttons)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 24, 24, 24)
        around.addStretch(2)
        around.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)

    def add(self, part: QWidget) -> None:
        """Add something below the field, such as a choice that goes with opening."""
        self.column.insertWidget(self.column.count() - 2, part)

    def take_focus(self) -> None:
        """Let the person type at once."""
        (self.button if self._open_with is None else self.field).setFocus()

    def say(self, sentence: str) -> None:
        """Tell, below the field, why it is still locked."""
        self.sentence.say(sentence)
        self.field.setAccessibleDescription(sentence)

    def _tell(self) -> None:
        """Show whether something is being tried."""
        busy = self._trying.busy
        self.field.setReadOnly(busy)
        self.button.setEnabled(not busy)
        words = tr("Open") if self._open_with is not None else tr("Show my data again")
        self.button.setText(tr("One moment…") if busy else words)

    def _on_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.field.setEchoMode(mode.Normal if shown else mode.Password)

    def _on_pressed(self) -> None:
        if self._open_with is None:
            self.opened.emit(None)
        elif not self.field.text():
            self.field.setFocus()
        elif not self._trying.busy:
            typed, open_with = self.field.text(), self._open_with
            self.say("")
            self._trying.start(lambda: open_with(typed))
            self._tell()

    def _on_failed(self, error: KnownError) -> None:
        self._tell()
        self.say(str(error))
        self.field.selectAll()
        self.field.setFocus()
