"""What small forms have in common: fields with a sentence beside them, two buttons."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr
from selfcare_app.ui.theme import give_font, text_factor

WIDTH = 420
"""Of a form at the usual text size."""


class Sentence(QLabel):
    """A sentence that wraps, in the size of captions; gone while it is empty."""

    def __init__(self, parent: QWidget, role: str = "second") -> None:
        super().__init__(parent)
        give_font(self, "caption")
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, words: str) -> None:
        """Show `words`."""
        self.setText(words)
        self.setVisible(bool(words))


class FormDialog(QDialog):
    """A form whose fields each have room for a sentence about what cannot be used."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(round(WIDTH * max(1.0, text_factor())))
        self._problems: dict[QWidget, QLabel] = {}
        self.heading = QLabel(title, self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        give_font(self.heading, "card")
        self.heading.setWordWrap(True)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(8)
        self.form.setHorizontalSpacing(14)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(14)
        self.column.addWidget(self.heading)
        self.column.addLayout(self.form)

    def add_field(self, title: str, field: QWidget) -> None:
        """Add `field`, called `title`, with room beneath it for what cannot be used."""
        field.setAccessibleName(title)
        problem = QLabel(self)
        problem.setTextFormat(Qt.TextFormat.PlainText)
        problem.setWordWrap(True)
        problem.hide()
        self._problems[field] = problem
        self.form.addRow(title, field)
        self.form.addRow("", problem)
        self.form.setRowVisible(problem, False)

    def problem_of(self, field: QWidget) -> str:
        """What is said beside `field`; empty where nothing is."""
        return self._problems[field].text()

    def say_problem(self, field: QWidget, words: str) -> None:
        """Say beside `field` what cannot be used, and take the focus there; nothing for ""."""
        label = self._problems[field]
        label.setText(words)
        label.setVisible(bool(words))
        self.form.setRowVisible(label, bool(words))
        field.setAccessibleDescription(words)
        if words:
            field.setFocus()

    def finish(self, act: str, first: QWidget | None) -> None:
        """Add the buttons, `act` and Cancel, and put the focus on `first`, or on Cancel."""
        buttons = QDialogButtonBox(self)
        self.act = QPushButton(act)
        self.act.setProperty("role", "primary")
        buttons.addButton(self.act, QDialogButtonBox.ButtonRole.AcceptRole)
        self.act.setDefault(True)
        self.cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.cancel.setAutoDefault(False)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self.column.addWidget(buttons)
        (first or self.cancel).setFocus()

    def ask(self, when_accepted: Callable[[], object]) -> None:
        """Open, and do `when_accepted` if the person says so; gone afterwards.

        Unlike `exec` this lets the dialog be put aside while the window is locked.
        """
        self.accepted.connect(when_accepted)
        self.finished.connect(self.deleteLater)
        self.open()

    def event(self, event: QEvent) -> bool:
        """Grow with what is said: sentences wrap, and Qt asks for their height too late."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            needed = self.column.totalHeightForWidth(self.width())
            if self.height() < needed:
                self.resize(self.width(), needed)
        return handled

    def _on_accepted(self) -> None:
        for field in self._problems:
            self.say_problem(field, "")
        if self.check():
            self.accept()

    def check(self) -> bool:
        """Whether what was typed can be used; says what cannot beside its field."""
        return True

    def checked(self, field: QWidget, check: object) -> bool:
        """Whether calling `check` raises no BadInput; what it says is said beside `field`."""
        assert callable(check)
        try:
            check()
        except BadInput as error:
            self.say_problem(field, str(error))
            return False
        return True
