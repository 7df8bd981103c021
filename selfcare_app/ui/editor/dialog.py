"""The habit editor: one form for a new habit and for one that is changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.words import tr
from selfcare_app.ui.announce import announce
from selfcare_app.ui.editor.form import Draft, HabitForm, Surroundings
from selfcare_app.ui.theme import font, text_factor

WIDTH, HEIGHT = 540, 640
"""At the usual text size, in logical pixels; less where the screen is smaller."""
SIDE = 24


class HabitEditor(QDialog):
    """Lets a habit be written; saves it through `save` and stays open where that fails."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        around: Surroundings,
        save: Callable[[Draft], object],
        preview: Callable[[Draft], str] = lambda draft: "",
    ) -> None:
        """`save` keeps what was typed, or raises KnownError. `preview` says in words what it
        would do to the past; nothing where it would do nothing."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._save, self._preview = save, preview
        self._touched = self._warned = False
        heading = QLabel(title, self)
        heading.setFont(font("card"))
        heading.setContentsMargins(SIDE, 0, SIDE, 0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget(self)
        self._scroll.setWidget(content)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SIDE, 2, SIDE, 8)
        self.form = HabitForm(around, content)
        inside.addWidget(self.form)
        self.preview = _sentences(self, "note")
        self.problem = _sentences(self, "problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 18)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot())
        self.form.changed.connect(self._on_changed)
        self.resize(self.sizeHint())

    def _foot(self) -> QVBoxLayout:
        self.save = QPushButton(tr("Save"), self)
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self._on_cancel)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        foot = QVBoxLayout()
        foot.setContentsMargins(SIDE, 0, SIDE, 0)
        foot.setSpacing(12)
        foot.addWidget(self.preview)
        foot.addWidget(self.problem)
        foot.addLayout(buttons)
        return foot

    def begin(self) -> None:
        """Open it, without holding up whoever asked, with the focus on the name."""
        self.open()
        self.form.name.text.setFocus()

    def show_habit(self, habit: Habit, reminders: Sequence[Reminder] = ()) -> None:
        """Show `habit`, to be changed; that by itself is nothing to be saved."""
        self.form.show_habit(habit, reminders)
        self._touched = False

    def sizeHint(self) -> QSize:
        """As drawn, larger for larger text, and never larger than the screen has room for."""
        factor = max(1.0, text_factor())
        room = self.screen().availableSize()
        return QSize(
            min(round(WIDTH * factor), room.width() - 40),
            min(round(HEIGHT * factor), room.height() - 80),
        )

    def reject(self) -> None:
        """Close without saving; once something was typed, only when asked a second time."""
        if self._touched and not self._warned:
            self._warned = True
            self._say(tr("What you changed is not saved yet. Esc once more closes without saving."))
            return
        super().reject()

    def _on_cancel(self) -> None:
        self._touched = False
        self.reject()

    def _on_save(self) -> None:
        if not self.form.check():
            return
        try:
            self._save(self.form.draft())
        except KnownError as error:
            self._say(str(error))
            return
        self.accept()

    def _on_changed(self) -> None:
        self._touched, self._warned = True, False
        self.problem.hide()
        try:
            words = self._preview(self.form.draft())
        except BadInput:
            # Half typed; it is said beside the field when it is to be saved.
            return
        if words != self.preview.text():
            self.preview.setText(words)
            self.preview.setVisible(bool(words))
            announce(self.preview, words)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        announce(self.problem, sentence)


def _sentences(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setFont(font("body"))
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.hide()
    return label
