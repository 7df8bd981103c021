"""A list of a few things, each with a sentence and what can be done with it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.errors import KnownError
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.form import Sentence
from selfcare_app.ui.theme import give_font


class Deed(NamedTuple):
    """A button: its words, the words for a screen reader, and what it does."""

    words: str
    name: str
    act: Callable[[], object]


class Item(NamedTuple):
    """One thing in the list."""

    title: str
    details: str
    deeds: tuple[Deed, ...]


class RecordList(QWidget):
    """Shows items one below the other, or one sentence where there is none."""

    def __init__(self, nothing: str, parent: QWidget) -> None:
        """`nothing` is said where the list is empty."""
        super().__init__(parent)
        self._nothing = nothing
        self._lines: list[QWidget] = []
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show `items` in place of those before; the focus stays where it was in the list."""
        at = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), None)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.buttons = []
        self._lines = [self._line(item, last=item is items[-1]) for item in items]
        if not items:
            label = QLabel(self._nothing, self)
            label.setProperty("role", "second")
            label.setWordWrap(True)
            self._lines = [label]
        for line in self._lines:
            self._column.addWidget(line)
            line.show()
        if at is not None and self.buttons:
            self.buttons[min(at, len(self.buttons) - 1)].setFocus()

    def _line(self, item: Item, *, last: bool) -> QWidget:
        line = QFrame(self)
        if not last:
            line.setProperty("role", "line")
        words = QVBoxLayout()
        words.setSpacing(1)
        title = QLabel(item.title, line)
        give_font(title, "habit")
        details = QLabel(item.details, line)
        give_font(details, "caption")
        details.setProperty("role", "second")
        for label in (title, details):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            words.addWidget(label)
        details.setVisible(bool(item.details))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for deed in item.deeds:
            button = QPushButton(deed.words, line)
            button.setAccessibleName(deed.name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=deed.act: act())
            row.addWidget(button)
            self.buttons.append(button)
        return line


class KeptRecords(QWidget):
    """A section that lists records and what can be done with each.

    Whoever shows it calls `refresh` when something was changed elsewhere, such as by undo.
    """

    changed = Signal()
    """Something was changed here."""

    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.sentence = Sentence(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def refresh(self) -> None:
        """Show the records as they are now."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is true now."""
        super().showEvent(event)
        self.refresh()

    def try_to(self, act: Callable[[], object]) -> None:
        """Do what the person asked; where it cannot be done, say so. Then show what is true."""
        self.sentence.say("")
        try:
            act()
        except KnownError as error:
            self.sentence.say(str(error))
        self.refresh()
        self.changed.emit()
