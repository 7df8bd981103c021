"""The note of one habit on one day, kept with every key as it is typed."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.announce import announce
from selfcare_app.ui.theme import give_font, text_factor
from selfcare_app.ui.wording import day_words

WIDTH, HEIGHT = 460, 320
"""At the usual text size, in logical pixels."""
LINES = 5
"""Of the field, at least."""


class NoteEditor(QDialog):
    """Lets a note be written; there is nothing to save, since each key is kept at once."""

    def __init__(self, window: QWidget, workspace: Workspace, habit: Habit, day: date) -> None:
        super().__init__(window)
        title = tr("“{habit}” on {day}", habit=habit.name, day=day_words(day, workspace.today()))
        # The title of a window is shown by others, such as the task bar.
        self.setWindowTitle(tr("Note"))
        self.setModal(True)
        self._workspace, self._habit, self._day = workspace, habit, day
        self._first = self._kept = workspace.records.entry(habit.id, day).note
        heading = QLabel(title, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        give_font(heading, "card")
        self._warned = False
        """Whether the person knows that closing would lose keys."""
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName(tr("Note on {what}", what=title))
        self.field.setTabChangesFocus(True)
        self.field.setPlainText(self._first)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.hint = self._quiet(
            tr("Write about you. Leave out anything that could identify a client.")
        )
        self.field.setAccessibleDescription(self.hint.text())
        self.problem = QLabel(self)
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.state = self._quiet(tr("Kept as you type."))
        self.button = QPushButton(tr("Close"), self)
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self.accept)
        self._lay_out(heading)
        self.field.textChanged.connect(self._keep)

    def _quiet(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("role", "hint")
        label.setWordWrap(True)
        give_font(label, "caption")
        return label

    def _lay_out(self, heading: QLabel) -> None:
        self.field.setMinimumHeight(self.field.fontMetrics().height() * LINES)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(self.field, 1)
        column.addWidget(self.problem)
        column.addWidget(self.hint)
        column.addLayout(foot)

    def sizeHint(self) -> QSize:
        """Larger with the text; as high as its words need."""
        width = round(WIDTH * text_factor())
        layout = self.layout()
        needed = layout.heightForWidth(width) if layout is not None else 0
        return QSize(width, max(round(HEIGHT * text_factor()), needed))

    def begin(self) -> None:
        """Show it over its window, with the cursor at the note's end."""
        self.resize(self.sizeHint())
        self.open()
        self.field.setFocus()

    def _keep(self) -> None:
        """Keep the note as it is; one undo takes back all that was typed since it was opened."""
        note = self.field.toPlainText().strip()
        if note == self._kept:
            return
        continued = self._kept != self._first
        journal = self._workspace.journal
        try:
            journal.set_note(self._habit, self._day, note, continued=continued)
        except KnownError as error:
            self._say_problem(str(error))
            return
        self._kept = note
        if not self.problem.isHidden():
            self._warned = False
            self.button.setText(tr("Close"))
            self.problem.hide()
            self.state.setText(tr("Kept as you type."))

    def _say_problem(self, sentence: str) -> None:
        """Say why the latest keys are not kept yet; the next one tries again."""
        if sentence != self.problem.text() or self.problem.isHidden():
            self.problem.setText(sentence)
            self.problem.show()
            self.state.setText(tr("The latest words are not kept yet."))
            announce(self.problem, sentence)

    def done(self, result: int) -> None:
        """Close; where keys could not be kept, not before the person says so twice."""
        self._keep()
        if self.field.toPlainText().strip() != self._kept and not self._warned:
            self._warned = True
            self.button.setText(tr("Close all the same"))
            return
        super().done(result)
