"""One closing step: its words, to be typed over, and buttons to move it and to take it away."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.work_options import BREATH_STEP, TOMORROW_STEP
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, give_font

LONGEST_STEP = 200
"""Characters; a step is a line."""


def what_comes_with(step: str) -> str:
    """What the wrap-up brings to `step`; empty for one that is only ticked."""
    if step == tr(TOMORROW_STEP):
        return tr("with a line to write")
    if step == tr(BREATH_STEP):
        return tr("with the breathing guide")
    return ""


class ClosingRow(QWidget):
    """Shows the step in its place; the steps that the wrap-up brings something to keep their
    words, by which it knows them."""

    renamed = Signal(str)
    """The words that the person typed in place of the step's."""
    moved = Signal(int)
    """The step is to go one place up (−1) or down (1)."""
    removed = Signal()
    """The step is to go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = ""
        self.field = QLineEdit(self)
        self.field.setMaxLength(LONGEST_STEP)
        self.field.editingFinished.connect(self.keep_typed)
        self._words, self.comes_with = QLabel(self), QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.comes_with.setProperty("role", "second")
        give_font(self.comes_with, "caption")
        self.up, self.down, self.remove = (QPushButton(self) for _ in range(3))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.field)
        for label in (self._words, self.comes_with):
            label.setWordWrap(True)
            label.setContentsMargins(10, 0, 0, 0)
            words.addWidget(label)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addLayout(words, 1)
        for button in (self.up, self.down, self.remove):
            button.setProperty("role", "bare")
            button.setAutoDefault(False)
            line.addWidget(button)
        # As shortcuts: a button would take the arrows for itself.
        for button, key, by in ((self.up, "Alt+Up", -1), (self.down, "Alt+Down", 1)):
            button.clicked.connect(partial(self._move, by))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move, by))
        self.remove.clicked.connect(self.removed)

    def show_step(self, step: str, place: int, count: int) -> None:
        """Show `step`, the one at `place` (0 is the first) of `count`."""
        if step != self.step:
            self.step = step
            self.field.setText(step)
            self.field.setCursorPosition(0)
        comes_with = what_comes_with(step)
        self._words.setText(step)
        self.comes_with.setText(comes_with)
        self.field.setVisible(not comes_with)
        self._words.setVisible(bool(comes_with))
        self.comes_with.setVisible(bool(comes_with))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < count - 1)
        self.field.setAccessibleName(tr("Step {number}", number=place + 1))
        for button, words in (
            (self.up, tr("Move “{step}” up", step=step)),
            (self.down, tr("Move “{step}” down", step=step)),
            (self.remove, tr("Remove “{step}”", step=step)),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        for button, name in ((self.up, "up"), (self.down, "down"), (self.remove, "close")):
            button.setIcon(icons.icon(name, theme.text, disabled=theme.faint))

    def keep_typed(self) -> None:
        """Say that the step was typed over, if it was; typed empty, it stays what it was."""
        typed = " ".join(self.field.text().split())
        if typed and typed != self.step:
            self.renamed.emit(typed)
        self.field.setText(self.step)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at, in order."""
        return self.field, self.up, self.down, self.remove

    def take_focus(self, part: int) -> None:
        """Put the focus on the one of `stops` with that number or, where that cannot have it
        just now, on one beside it."""
        beside = {0: (0, 2, 1, 3), 1: (1, 2, 3), 2: (2, 1, 3), 3: (3,)}[part]
        stops = [self.stops[each] for each in beside]
        next(stop for stop in stops if stop.isEnabled() and not stop.isHidden()).setFocus()

    def part_with(self, widget: QWidget | None) -> int | None:
        """The number of `widget` among `stops`; None where it is none of them."""
        return self.stops.index(widget) if widget in self.stops else None

    def _move(self, by: int, _checked: bool = False) -> None:
        self.keep_typed()
        self.moved.emit(by)
