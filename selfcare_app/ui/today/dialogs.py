"""The small dialog of the Today page: a day's note."""

from datetime import date

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import LONGEST_TEXT, Habit, check_text
from selfcare_app.domain.words import tr
from selfcare_app.ui.theme import font
from selfcare_app.ui.wording import day_words


class _Dialog(QDialog):
    """A form with a sentence for what cannot be used, and Save and Cancel."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(10)
        self.form.setHorizontalSpacing(14)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        heading = QLabel(title)
        heading.setFont(font("card"))
        heading.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(heading)
        column.addLayout(self.form)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        column.addWidget(self.sentence)

    def _finish(self, first: QWidget) -> None:
        """Add the buttons, last in the tab order, and put the focus on `first`."""
        buttons = QDialogButtonBox()
        save = buttons.addButton(tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("role", "primary")
        save.setDefault(True)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(buttons)
        first.setFocus()

    def _on_save(self) -> None:
        try:
            self.check()
        except BadInput as error:
            self.sentence.setText(str(error))
            self.sentence.show()
            return
        self.accept()

    def check(self) -> None:
        """Raise BadInput where what was typed cannot be used."""
        raise NotImplementedError


class NoteDialog(_Dialog):
    """Asks for the note of one habit on one day."""

    def __init__(self, parent: QWidget, habit: Habit, day: date, note: str) -> None:
        title = tr("“{habit}” on {day}", habit=habit.name, day=day_words(day))
        super().__init__(parent, title)
        self.setMinimumWidth(420)
        self.field = QPlainTextEdit(note)
        self.field.setAccessibleName(tr("Note"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(110)
        hint = QLabel(tr("Write about you. Leave out anything that could identify a client."))
        hint.setFont(font("caption"))
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self.form.addRow(self.field)
        self.form.addRow(hint)
        self._finish(self.field)

    @property
    def note(self) -> str:
        """The note as typed."""
        return self.field.toPlainText().strip()[: LONGEST_TEXT + 1]

    def check(self) -> None:
        """Raise BadInput where what was typed cannot be used."""
        check_text(self.note)
