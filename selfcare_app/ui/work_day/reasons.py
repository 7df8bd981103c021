"""Why one works on: a usual reason by one click, or words of one's own."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.theme import give_font


def usual_reasons() -> tuple[str, ...]:
    """Reasons that are offered to everybody."""
    return tr("client crisis"), tr("notes"), tr("admin")


class ReasonPicker(QWidget):
    """Offers the usual reasons, and a line for any other."""

    chosen = Signal(str)
    """The reason, as chosen or typed; perhaps empty."""
    left = Signal()
    """The person would rather not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        heading = QLabel(tr("What keeps you?"), self)
        give_font(heading, "card")
        privacy = QLabel(tr("Kept in your log; leave out who a client is."), self)
        privacy.setProperty("role", "second")
        privacy.setWordWrap(True)
        give_font(privacy, "caption")
        usual = QHBoxLayout()
        usual.setSpacing(8)
        self.buttons = [QPushButton(reason, self) for reason in usual_reasons()]
        for button in self.buttons:
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._on_usual, button))
            usual.addWidget(button, 1)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("in a word or two"))
        self.field.setAccessibleName(tr("Another reason"))
        self.field.setMaxLength(200)
        self.back = QPushButton(tr("Back"), self)
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.left)
        self.work_on = QPushButton(tr("Work on"), self)
        self.work_on.setProperty("role", "primary")
        self.work_on.setEnabled(False)
        self.work_on.clicked.connect(self._on_typed)
        self.field.textChanged.connect(lambda text: self.work_on.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._on_typed)
        typed = QHBoxLayout()
        typed.setSpacing(8)
        typed.addWidget(self.field, 1)
        typed.addWidget(self.work_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addLayout(usual)
        column.addLayout(typed)
        foot = QHBoxLayout()
        foot.addWidget(privacy, 1)
        foot.addWidget(self.back)
        column.addLayout(foot)

    def begin(self) -> None:
        """Begin anew, with the focus on the first reason."""
        self.field.clear()
        self.buttons[0].setFocus()

    def _on_usual(self, button: QPushButton, _checked: bool = False) -> None:
        self.chosen.emit(button.text())

    def _on_typed(self) -> None:
        if self.field.text().strip():
            self.chosen.emit(self.field.text())
