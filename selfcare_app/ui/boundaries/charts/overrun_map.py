"""Weeks × weekdays: how far past its planned end each day went, told by shape and number too."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.hours import WorkDay
from selfcare_app.ui.boundaries.charts.shown import HUE, HoursShown, told
from selfcare_app.ui.charts.painted import ChoosableChart, caption_height
from selfcare_app.ui.progress.questions.weekdays import weekday_name
from selfcare_app.ui.theme import Theme, font, mixed
from selfcare_app.ui.wording import short_date_words

_GAP = 8.0
_AIR = 2.0
"""Between two cells."""
_WIDEST_CELL = 64.0
_FULL = 90
"""Minutes past the end at which a cell is filled, and as strong as any."""
_STRONGEST = 0.5
"""Share of the colour of a full cell, on which numbers can still be read."""
_ROW_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OverrunMap(ChoosableChart):
    """A row a weekday, a column a week.

    Where there is room a cell holds its minutes; where there is not, it is filled from below,
    the higher the later. On time is a pale cell with an outline.
    """

    day_chosen = Signal(object)
    """A date that the person wants to correct."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: HoursShown | None = None

    def show_days(self, shown: HoursShown) -> None:
        """Show other days."""
        self._shown = shown
        self.show_in(shown.theme, HUE)

    @property
    def _rows(self) -> int:
        return len(self._shown.weeks.weekdays) if self._shown else 0

    @property
    def _columns(self) -> int:
        return len(self._shown.weeks.weeks) if self._shown else 0

    def count(self) -> int:
        """How many cells there are, row by row."""
        return self._rows * self._columns

    def day_of(self, number: int) -> WorkDay | None:
        """The day of a cell; None for one to come."""
        assert self._shown is not None
        row, column = divmod(number, self._columns)
        return self._shown.weeks.weeks[column][1][row]

    def words_at(self, number: int) -> str:
        """All about a day."""
        assert self._shown is not None
        day = self.day_of(number)
        return tr("not come yet") if day is None else told(self._shown, day)

    def rect_of(self, number: int) -> QRectF:
        """Where a cell is painted."""
        row, column = divmod(number, self._columns)
        wide, high = self._cell()
        left = self._left() + column * wide
        return QRectF(left, row * high, wide, high).adjusted(_AIR, _AIR, -_AIR, -_AIR)

    def number_at(self, point: QPointF) -> int | None:
        """The cell in whose place `point` lies."""
        wide, high = self._cell()
        column, row = int((point.x() - self._left()) // wide), int(point.y() // high)
        inside = 0 <= column < self._columns and 0 <= row < self._rows
        return row * self._columns + column if inside else None

    def step(self, key: Qt.Key, number: int) -> int | None:
        """Left and right go from week to week, up and down from weekday to weekday."""
        if key not in _ROW_STEPS:
            return super().step(key, number)
        moved = number + _ROW_STEPS[key] * self._columns
        return moved if 0 <= moved < self.count() else number

    def choose(self, number: int) -> None:
        """Ask to correct the day."""
        day = self.day_of(number)
        if day is not None:
            self.day_chosen.emit(day.day)

    def sizeHint(self) -> QSize:
        """As high as all rows and the dates below."""
        rows = max(5, self._rows)
        return QSize(280, round((rows + 1) * (caption_height() + 8)))

    def minimumSizeHint(self) -> QSize:
        """The same: a row that is cut off says nothing."""
        return QSize(160, self.sizeHint().height())

    # Places

    def _left(self) -> float:
        metrics = QFontMetricsF(font("caption"))
        names = [weekday_name(weekday, short=True) for weekday in range(1, 8)]
        return max(map(metrics.horizontalAdvance, names)) + _GAP

    def _cell(self) -> tuple[float, float]:
        wide = (self.width() - self._left() - 2) / max(1, self._columns)
        high = (self.height() - caption_height() - _GAP) / max(1, self._rows)
        return min(wide, _WIDEST_CELL), min(high, 2.2 * caption_height())

    # Painting

    def paint_parts(self, painter: QPainter, theme: Theme) -> None:
        """Paint weekdays, cells and dates."""
        if self._shown is None or not self.count():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption"))
        wide, high = self._cell()
        metrics = QFontMetricsF(painter.font())
        numbered = wide - 2 * _AIR >= metrics.horizontalAdvance("+888")
        painter.setPen(QColor(theme.text_second))
        for row, weekday in enumerate(self._shown.weeks.weekdays):
            place = QRectF(0, row * high, self._left(), high)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter, weekday_name(weekday, short=True)
            )
        for number in range(self.count()):
            day = self.day_of(number)
            if day is not None and day.tells:
                _paint_cell(painter, theme, self.rect_of(number), day, numbered=numbered)
        self._paint_dates(painter, theme)

    def _paint_dates(self, painter: QPainter, theme: Theme) -> None:
        assert self._shown is not None
        metrics = QFontMetricsF(painter.font())
        painter.setPen(QColor(theme.text_second))
        wide, high = self._cell()
        baseline = self._rows * high + metrics.ascent() + 3
        free_from = 0.0
        for column, (begin, _) in enumerate(self._shown.weeks.weeks):
            words = short_date_words(begin, self._shown.today)
            length = metrics.horizontalAdvance(words)
            left = self._left() + column * wide + max(_AIR, (wide - length) / 2)
            if left < free_from or left + length > self.width():
                continue
            free_from = left + length + _GAP
            painter.drawText(QPointF(left, baseline), words)


def _paint_cell(
    painter: QPainter, theme: Theme, place: QRectF, day: WorkDay, *, numbered: bool
) -> None:
    middle = Qt.AlignmentFlag.AlignCenter
    if day.known:
        minutes = day.worked.overrun or 0
        share = min(1.0, minutes / _FULL) if day.late else 0.0
        colour = QColor(theme.past) if day.late else theme.area(HUE)
        ground = mixed(colour, theme.surface, _STRONGEST * share) if day.late else theme.tint(HUE)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(ground if numbered or not day.late else QColor(theme.past_ground))
        box = place.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 2, 2)
        if numbered:
            painter.setPen(QColor(theme.text))
            painter.drawText(place, middle, f"+{minutes}" if minutes else "0")
        elif share:
            filled = QRectF(box)
            filled.setTop(box.bottom() - box.height() * share)
            painter.fillRect(filled, colour)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if day.unknown:
        painter.setPen(QPen(QColor(theme.outline), 1))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    elif day.off:
        painter.setPen(QPen(QColor(theme.outline), 2))
        half = QPointF(min(5.0, place.width() / 3), 0)
        painter.drawLine(place.center() - half, place.center() + half)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.outline))
        painter.drawEllipse(place.center(), 1.5, 1.5)
