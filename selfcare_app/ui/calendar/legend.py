"""What the shapes of the month calendar stand for."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from selfcare_app.services.month import DayCount
from selfcare_app.ui.calendar.day_button import DIAMETER, draw_look
from selfcare_app.ui.calendar.state import Look
from selfcare_app.ui.calendar.words import look_words
from selfcare_app.ui.theme import Theme, font, text_factor

_EXAMPLES = {
    Look.ALL: DayCount(2, 2, True),
    Look.SOME: DayCount(2, 1, True),
    Look.NONE: DayCount(1, 0, False),
    Look.NOTED: DayCount(0, 0, True),
    Look.FREE: DayCount(0, 0, False),
}


class Legend(QWidget):
    """Each shape with its word."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for number, look in enumerate(Look):
            if number:
                line.addStretch(1)
            words = QLabel(look_words(look), self)
            words.setProperty("role", "second")
            words.setFont(font("caption"))
            line.addWidget(_Shape(self, look, theme))
            line.addWidget(words)


class _Shape(QWidget):
    def __init__(self, parent: QWidget, look: Look, theme: Theme) -> None:
        super().__init__(parent)
        self._look, self._theme = look, theme
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        size = round((DIAMETER + 3) * text_factor())
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_look(painter, QPointF(self.rect().center()), _EXAMPLES[self._look], self._theme)
        painter.end()
