"""Months side by side, weekdays below each other, and a circle for how often."""

from collections.abc import Callable, Sequence
from math import ceil, floor, sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.tally import MonthTally, Tally
from selfcare_app.domain.value import Value
from selfcare_app.ui.charts.date_ticks import month_ticks
from selfcare_app.ui.charts.painted import PaintedChart, caption_height
from selfcare_app.ui.charts.zoom import Zoom, ZoomWindow
from selfcare_app.ui.theme import Theme, font

FEWEST_MONTHS = 3
_GAP = 8.0


class Bubbles(Value):
    """Months with their counts by weekday; the months of the chosen range are `home`."""

    months: Sequence[MonthTally]
    home: tuple[int, int]
    weekdays: Sequence[str]
    """Their names in short, from the top."""
    words: Callable[[int, int], str]
    """All about a weekday of a month, both by number."""
    year: int
    """The year that goes without saying."""


NO_BUBBLES = Bubbles((), (0, 0), (), lambda month, weekday: "", 0)


class MonthBubbles(PaintedChart):
    """A circle for each weekday of each month: the more days were kept, the larger; filled
    where all were that were asked for, a small ring where none was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bubbles: Bubbles = NO_BUBBLES
        self._most = 1
        self._left = 0.0
        self._line = caption_height()
        self.window_of_months = ZoomWindow(FEWEST_MONTHS)
        self.zoom = Zoom(self, self, self.window_of_months, self._room)
        self.zoom.changed.connect(self.update)

    def show_bubbles(self, bubbles: Bubbles, theme: Theme, hue: str) -> None:
        """Show other months."""
        self.bubbles = bubbles
        counts = [tally.done for month in bubbles.months for tally in month.weekdays]
        self._most = max([1, *counts])
        metrics = QFontMetricsF(font("caption"))
        self._line = metrics.height()
        widest = max(map(metrics.horizontalAdvance, bubbles.weekdays), default=0.0)
        self._left = widest + _GAP
        home = float(bubbles.home[0]), float(max(bubbles.home[1], bubbles.home[0] + 1))
        self.window_of_months.set_data((0.0, float(len(bubbles.months))), home)
        self.show_in(theme, hue)

    @property
    def seen(self) -> range:
        """Numbers of the months that are seen at least in part."""
        window = self.window_of_months
        first = max(0, floor(window.first))
        return range(first, max(first, min(len(self.bubbles.months), ceil(window.last))))

    def count(self) -> int:
        """How many circles there are: seven a month, one month after the other."""
        return 7 * len(self.bubbles.months)

    def words_at(self, number: int) -> str:
        """All about a circle."""
        return self.bubbles.words(*divmod(number, 7))

    def step(self, key: Qt.Key, number: int) -> int | None:
        """Left and right go from month to month, up and down from weekday to weekday."""
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                moved = number + (7 if key == Qt.Key.Key_Right else -7)
                return moved if 0 <= moved < self.count() else number
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                row = number % 7 + (1 if key == Qt.Key.Key_Down else -1)
                return number // 7 * 7 + min(max(row, 0), 6)
        return super().step(key, number)

    def bring_into_view(self, number: int) -> None:
        """Move a circle's month into what is seen."""
        month = number // 7
        if self.window_of_months.show(month, month + 1):
            self.update()

    def number_at(self, point: QPointF) -> int | None:
        """The circle in whose place `point` lies."""
        left, right = self._room()
        month = floor(self.zoom.value_at(point.x()))
        row = floor(point.y() / self._row_height())
        if not (left <= point.x() < right and month in self.seen and 0 <= row < 7):
            return None
        return month * 7 + row

    def rect_of(self, number: int) -> QRectF:
        """Where a circle is painted."""
        month, row = divmod(number, 7)
        tally = self.bubbles.months[month].weekdays[row]
        left, right = self.zoom.x_of(month), self.zoom.x_of(month + 1)
        room = max(2.0, min(right - left, self._row_height(), 34.0) - 3)
        size = max(4.0, room * sqrt(tally.done / self._most)) if tally.done else min(4.0, room)
        centre = QPointF((left + right) / 2, (row + 0.5) * self._row_height())
        return QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)

    def sizeHint(self) -> QSize:
        """Room for seven rows."""
        return QSize(280, round(caption_height() * 1.45 * 7 + caption_height() + _GAP))

    def minimumSizeHint(self) -> QSize:
        """The same: circles in lower rows could not be told apart."""
        return QSize(160, self.sizeHint().height())

    def _room(self) -> tuple[float, float]:
        return self._left, self.width() - 2.0

    def _row_height(self) -> float:
        return (self.height() - self._line - _GAP) / 7

    def paint_parts(self, painter: QPainter, theme: Theme) -> None:
        """Paint names and circles."""
        painter.setFont(font("caption"))
        painter.setPen(QColor(theme.text_second))
        left, right = self._room()
        high = self._row_height()
        for row, words in enumerate(self.bubbles.weekdays):
            place = QRectF(0, row * high, left - _GAP, high)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_months(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(left, 0, right - left + 2, self.height()))
        for month in self.seen:
            for row, tally in enumerate(self.bubbles.months[month].weekdays):
                self._paint_circle(painter, theme, tally, self.rect_of(month * 7 + row))
        painter.setClipping(False)

    def _paint_circle(self, painter: QPainter, theme: Theme, tally: Tally, place: QRectF) -> None:
        if tally.done:
            full = theme.area(self.hue)
            painter.setPen(QPen(full, 1))
            all_kept = tally.kept == tally.asked
            painter.setBrush(full if all_kept else theme.fill(self.hue))
            painter.drawEllipse(place)
        elif tally.asked:
            painter.setPen(QPen(QColor(theme.outline), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place)

    def _paint_months(self, painter: QPainter) -> None:
        months, seen = self.bubbles.months, self.seen
        if not seen:
            return
        metrics = QFontMetricsF(painter.font())
        left, right = self._room()
        most = max(1, int((right - left) // (metrics.horizontalAdvance("Mmm 8888") + 6)))
        first, last = months[seen[0]].begin, months[seen[-1]].begin
        number_of = {months[number].begin: number for number in seen}
        free_from = 0.0
        for tick in month_ticks(first, last, most, self.bubbles.year):
            number = number_of.get(tick.day)
            if number is None:
                continue
            middle = (self.zoom.x_of(number) + self.zoom.x_of(number + 1)) / 2
            width = metrics.horizontalAdvance(tick.words)
            start = middle - width / 2
            if middle < left or start < free_from or start + width > self.width():
                continue
            free_from = start + width + 6
            painter.drawText(QPointF(start, self.height() - metrics.descent()), tick.words)
