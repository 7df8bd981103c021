"""One quiet line about a habit that fell silent."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr

SHORTEST_LINE = 40
"""So many letters of the words stand in one line beside the buttons, or these go below."""


class SilenceLine(QFrame):
    """Offers to change the habit, to pause or to archive it, or to leave it for now."""

    edit_wanted = Signal(object)
    pause_wanted = Signal(object)
    archive_wanted = Signal(object)
    put_off_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.habit: Habit | None = None
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        self._buttons.addStretch(1)
        self.edit = self._button(tr("Change…"), self.edit_wanted)
        self.pause = self._button(tr("Pause…"), self.pause_wanted)
        self.archive = self._button(tr("Archive"), self.archive_wanted)
        self.later = self._button(tr("Not now"), self.put_off_wanted)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(14, 8, 10, 8)
        self._line.setSpacing(8)
        self._line.addWidget(self.words, 1)
        self._line.addLayout(self._buttons)
        self.hide()

    def _button(self, words: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(lambda: wanted.emit(self.habit))
        self._buttons.addWidget(button)
        return button

    def show_habit(self, habit: Habit | None) -> None:
        """Ask about `habit`; ask nothing for None."""
        self.habit = habit
        self.setVisible(habit is not None)
        if habit is None:
            return
        words = tr(
            "“{name}” has been quiet for two weeks. Make it smaller, move it, pause or archive it?",
            name=habit.name,
        )
        self.words.setText(words)
        self.setAccessibleName(words)
        for button in (self.edit, self.pause, self.archive, self.later):
            button.setAccessibleName(tr("{act} “{habit}”", act=button.text(), habit=habit.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons go below the words where it is narrow."""
        super().resizeEvent(event)
        letters = SHORTEST_LINE * self.words.fontMetrics().averageCharWidth()
        narrow = event.size().width() < self._buttons.sizeHint().width() + letters
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if narrow else way.LeftToRight)
