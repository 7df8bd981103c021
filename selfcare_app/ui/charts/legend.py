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
    """Cells with their words, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks: list[tuple[DayLook, str]] = []
        self._area = ""
        self._theme: Theme | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

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
        """As wide as its words in one line."""
        return QSize(round(sum(self._widths())) + 2, self._line_height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest of its words."""
        return QSize(round(max(self._widths(), default=0.0)) + 2, self._line_height())

    def hasHeightForWidth(self) -> bool:
        """Where it is narrow it takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        lines = {top for top, _ in self._places(width)}
        return max(1, len(lines)) * self._line_height()

    def _line_height(self) -> int:
        return max(_CELL + 4, round(QFontMetricsF(font("caption")).height()))

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(font("caption"))
        return [
            _CELL + _GAP + metrics.horizontalAdvance(words) + 1 + _BETWEEN
            for _, words in self._looks
        ]

    def _places(self, width: int) -> list[tuple[int, float]]:
        """Top and left of each cell."""
        places = []
        top, left = 0, 1.0
        for needed in self._widths():
            if left > 1 and left + needed - _BETWEEN > width:
                top, left = top + self._line_height(), 1.0
            places.append((top, left))
            left += needed
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint cells and words."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption"))
        high = self._line_height()
        places = self._places(self.width())
        for (look, words), (top, left) in zip(self._looks, places, strict=True):
            cell = QRectF(left, top + (high - _CELL) // 2, _CELL, _CELL)
            draw_look(painter, cell, look, self._area, self._theme)
            painter.setPen(QColor(self._theme.text_second))
            room = QRectF(left + _CELL + _GAP, top, self.width(), high)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
