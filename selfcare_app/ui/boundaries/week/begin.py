"""From which day on a change of the week holds."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.day_field import DayField
from selfcare_app.ui.theme import give_font

_NOW, _LATER = 0, 1


class BeginChoice(QWidget):
    """Today, as it goes on by itself, or a day that the person chooses."""

    changed = Signal()
    """Another day was chosen."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        words = QLabel(tr("Changes apply"), self)
        words.setProperty("role", "second")
        give_font(words, "caption")
        self.choice = Choice(self)
        self.choice.addItems([tr("from today"), tr("from a day on")])
        self.choice.setAccessibleName(words.text())
        self.day = DayField(today, self)
        self.day.setAccessibleName(tr("First day of the changes"))
        self.day.hide()
        self.choice.activated.connect(self._on_chosen)
        self.day.dateChanged.connect(lambda _: self.changed.emit())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (words, self.choice, self.day):
            line.addWidget(part)
        line.addStretch(1)

    @property
    def first(self) -> date:
        """The first day on which a change holds."""
        return self.day.day if self.choice.currentIndex() == _LATER else self._today

    def show_today(self, today: date) -> None:
        """Go on to a new day."""
        self._today = today

    def _on_chosen(self, number: int) -> None:
        self.day.setVisible(number == _LATER)
        if number == _NOW:
            self.day.show_day(self._today)
        self.changed.emit()
