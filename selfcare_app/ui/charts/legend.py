"""What the cells of the year mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import DaySchedule, TimesInDays
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.day_look import MUCH_MORE, DayLook, draw_look
from selfcare_app.ui.theme import Theme, font
from selfcare_app.ui.wording import amount_words

_CELL = 12
_GAP = 6
_BETWEEN = 14


def legend_of(habit: Habit) -> list[tuple[DayLook, str]]:
    """The looks that days of `habit` can have, with their words."""
    looks = [(DayLook.DONE, tr("done"))]
    if habit.measured and not habit.at_most and habit.target:
        looks = [
            (DayLook.DONE, amount_words(habit, habit.target)),
            (
                DayLook.MORE,
                tr("{amount} or more", amount=amount_words(habit, MUCH_MORE * habit.target)),
            ),
            (DayLook.PARTLY, tr("partly")),
        ]
    looks.append((DayLook.REST, tr("rest")))
    if isinstance(habit.schedule, TimesInDays):
        looks.append((DayLook.COVERED, tr("covered")))
    by_day = isinstance(habit.schedule, DaySchedule)
    looks.append((DayLook.OPEN, tr("open") if by_day else tr("not done")))
    return looks


class Legend(QWidget):
    """Cells with their words in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks: list[tuple[DayLook, str]] = []
        self._area = ""
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_habit(self, habit: Habit, theme: Theme) -> None:
        """Explain the cells of `habit`."""
        shown = (legend_of(habit), habit.hue, theme)
        if shown == (self._looks, self._area, self._theme):
            return
        self._looks, self._area, self._theme = shown
        self.setAccessibleName(", ".join(words for _, words in self._looks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        metrics = QFontMetricsF(font("caption"))
        words = sum(metrics.horizontalAdvance(words) + 1 for _, words in self._looks)
        cells = len(self._looks) * (_CELL + _GAP) + max(0, len(self._looks) - 1) * _BETWEEN
        return QSize(round(words + cells) + 2, max(_CELL + 4, round(metrics.height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint cells and words."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption"))
        metrics = QFontMetricsF(painter.font())
        left = 1.0
        for look, words in self._looks:
            cell = QRectF(left, (self.height() - _CELL) // 2, _CELL, _CELL)
            draw_look(painter, cell, look, self._area, self._theme)
            left += _CELL + _GAP
            painter.setPen(QColor(self._theme.text_second))
            width = metrics.horizontalAdvance(words) + 1
            room = QRectF(left, 0, width, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            left += width + _BETWEEN
        painter.end()
