"""The end of the breathing guide: what was done, and the habit that it may be logged to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.theme import give_font


class Outcome(QWidget):
    """Says how long it was; logs nothing unless a habit is picked."""

    left = Signal(object)
    """The Habit that was picked, or None."""

    def __init__(self, parent: QWidget, habits: Sequence[Habit], chosen: str | None) -> None:
        """Offers `habits`, first the one with the id `chosen`."""
        super().__init__(parent)
        self.habits = list(habits)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        give_font(self.sentence, "sentence")
        label = QLabel(tr("Add the minutes to"), self)
        self.choice = Choice(self)
        self.choice.addItem(tr("no habit"))
        self.choice.addItems([habit.name for habit in self.habits])
        self.choice.setAccessibleName(label.text())
        self.choice.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(12)
        label.setBuddy(self.choice)
        ids = [habit.id for habit in self.habits]
        self.choice.setCurrentIndex(ids.index(chosen) + 1 if chosen in ids else 0)
        self.button = QPushButton(self)
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self._on_clicked)
        self.choice.currentIndexChanged.connect(self._name_button)
        self._name_button()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addWidget(label)
        column.addWidget(self.choice)
        column.addStretch(2)
        column.addLayout(buttons)

    def _name_button(self) -> None:
        self.button.setText(tr("Log") if self.choice.currentIndex() else tr("Close"))

    def _on_clicked(self) -> None:
        number = self.choice.currentIndex()
        self.left.emit(self.habits[number - 1] if number else None)
