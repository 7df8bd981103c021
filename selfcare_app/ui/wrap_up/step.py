"""One closing step: a box to tick, and what belongs to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from selfcare_app.domain.words import tr
from selfcare_app.services.work_options import BREATH_STEP, TOMORROW_STEP
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.theme import give_font

INDENT = 30


class Step(QFrame):
    """A step that can be ticked or left out."""

    changed = Signal()
    """It was ticked or unticked, or something was typed."""

    def __init__(self, words: str, details: str = "") -> None:
        super().__init__()
        self.setProperty("role", "step")
        self.words = words
        self.box = CheckBox(words, self)
        give_font(self.box, "habit")
        self.box.toggled.connect(self.changed)
        self.details = QLabel(details, self)
        self.details.setProperty("role", "second")
        self.details.setContentsMargins(INDENT, 0, 0, 0)
        give_font(self.details, "caption")
        self.details.setVisible(bool(details))
        if details:
            self.box.setAccessibleDescription(details)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 12, 10)
        self.column.setSpacing(2)
        self.column.addWidget(self.box)
        self.column.addWidget(self.details)


class TomorrowStep(Step):
    """What comes first on the next work day, in one line."""

    def __init__(self, words: str) -> None:
        super().__init__(words, tr("One line, nothing about a client"))
        self.field = QLineEdit(self)
        self.field.setAccessibleName(words)
        self.field.setMaxLength(500)
        self.field.textEdited.connect(self._on_edited)
        line = QHBoxLayout()
        line.setContentsMargins(INDENT, 4, 0, 0)
        line.addWidget(self.field)
        self.column.addLayout(line)

    def _on_edited(self, text: str) -> None:
        # Written is done: nobody has to tick it as well.
        self.box.setChecked(bool(text.strip()))
        self.changed.emit()


class BreathStep(Step):
    """A minute of slow breathing with the guide."""

    wanted = Signal()
    """The guide is to be opened."""

    def __init__(self, words: str, seconds: tuple[int, int]) -> None:
        """`seconds` to breathe in and out, as the guide is set."""
        super().__init__(words, tr("One minute of slow breathing"))
        self.start = QPushButton(tr("Start"), self)
        self.start.setAccessibleName(tr("Start the breathing guide"))
        self.start.setAutoDefault(False)
        self.start.clicked.connect(self.wanted)
        rhythm = QLabel(
            tr("{in_} s in, {out} s out · stop if dizzy", in_=seconds[0], out=seconds[1]), self
        )
        rhythm.setProperty("role", "second")
        give_font(rhythm, "caption")
        line = QHBoxLayout()
        line.setContentsMargins(INDENT, 4, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.start)
        line.addWidget(rhythm, 1)
        self.column.addLayout(line)


def step_for(words: str, seconds: tuple[int, int]) -> Step:
    """The step that fits what the person wrote."""
    if words == tr(TOMORROW_STEP):
        return TomorrowStep(words)
    if words == tr(BREATH_STEP):
        return BreathStep(words, seconds)
    return Step(words)
