"""Paints the calendar of a year: cells, months above, weekdays at the left."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from selfcare_app.domain.value import Value
from selfcare_app.ui.charts.day_look import DayLook, draw_look
from selfcare_app.ui.charts.library import GraphicsObject
from selfcare_app.ui.charts.year_grid import YearGrid
from selfcare_app.ui.theme import LIGHT, Theme, font

CELL_SHARE = 12 / 14
"""Of a cell's pitch that the cell itself takes."""


class CalendarLayout(Value):
    """Where cells lie: `left` and `top` of the first, `pitch` from one to the next, in pixels."""

    grid: YearGrid
    left: int = 0
    top: int = 0
    pitch: int = 14

    def rect_of(self, day: int) -> QRectF:
        """The cell of day number `day`."""
        column, row = self.grid.place_of(day)
        size = round(self.pitch * CELL_SHARE)
        return QRectF(self.left + column * self.pitch, self.top + row * self.pitch, size, size)

    def day_at(self, point: QPointF) -> int | None:
        """The day number under `point`."""
        column = int((point.x() - self.left) // self.pitch)
        row = int((point.y() - self.top) // self.pitch)
        return self.grid.day_at(column, row)

    def days_in(self, exposed: QRectF) -> range:
        """Day numbers of the weeks that reach into `exposed`."""
        first = int((exposed.left() - self.left) // self.pitch)
        last = int((exposed.right() - self.left) // self.pitch)
        begin = self.grid.first + 7 * max(0, first)
        return range(begin, min(self.grid.first + 7 * (last + 1), self.grid.last + 1))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of everything, labels included."""
        return self.left + self.grid.weeks * self.pitch, self.top + 7 * self.pitch


class CalendarItem(GraphicsObject):
    """The painted calendar; each look is drawn once and stamped into its cells."""

    def __init__(self) -> None:
        super().__init__()
        # Without it Qt calls every part exposed, and one changed day would repaint the year.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.layout = CalendarLayout(YearGrid(7, 1, 1))
        self.looks: dict[int, DayLook] = {}
        """By day number."""
        self.focused: int | None = None
        self._theme = LIGHT
        self._area = ""
        self._stamps: dict[DayLook, QPixmap] = {}

    def show_days(
        self, layout: CalendarLayout, looks: dict[int, DayLook], area: str, theme: Theme
    ) -> None:
        """Paint those days; only what differs from before is painted anew."""
        if (layout, area, theme) == (self.layout, self._area, self._theme):
            for day in looks:
                if looks[day] is not self.looks.get(day):
                    self.update(layout.rect_of(day).adjusted(-2, -2, 2, 2))
        else:
            self.prepareGeometryChange()
            self.layout, self._area, self._theme = layout, area, theme
            self._stamps.clear()
            self.update()
        self.looks = looks

    def set_focused(self, day: int | None) -> None:
        """Draw the focus ring around `day`."""
        for changed in {self.focused, day} - {None}:
            self.update(self.layout.rect_of(changed or 0).adjusted(-4, -4, 4, 4))
        self.focused = day

    def boundingRect(self) -> QRectF:
        """Qt asks where it paints."""
        width, height = self.layout.size
        return QRectF(0, 0, width + 4, height + 4)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint what lies in the exposed part."""
        exposed: QRectF = option.exposedRect
        if exposed.top() < self.layout.top - 4 or exposed.left() < self.layout.left - 4:
            self._paint_labels(painter)
        scale = painter.device().devicePixelRatioF()
        stamps = {look: self._stamp(look, scale) for look in DayLook}
        for day in self.layout.days_in(exposed):
            place = self.layout.rect_of(day).topLeft() - QPointF(1, 1)
            painter.drawPixmap(place, stamps[self.looks[day]])
        if self.focused is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self.layout.rect_of(self.focused).adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, 4, 4)

    def _stamp(self, look: DayLook, scale: float) -> QPixmap:
        made = self._stamps.get(look)
        if made is None or made.devicePixelRatioF() != scale:
            size = round(self.layout.pitch * CELL_SHARE)
            made = QPixmap(round((size + 2) * scale), round((size + 2) * scale))
            made.setDevicePixelRatio(scale)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_look(painter, QRectF(1, 1, size, size), look, self._area, self._theme)
            painter.end()
            self._stamps[look] = made
        return made

    def _paint_labels(self, painter: QPainter) -> None:
        painter.setFont(font("caption"))
        painter.setPen(QColor(self._theme.text_second))
        metrics = QFontMetricsF(painter.font())
        layout = self.layout
        free_from = float(layout.left)
        for column, first in layout.grid.months():
            left = layout.left + column * layout.pitch
            words = month_words(first)
            if left < free_from or left + metrics.horizontalAdvance(words) > layout.size[0] + 4:
                continue
            painter.drawText(QPointF(left, metrics.ascent()), words)
            free_from = left + metrics.horizontalAdvance(words) + 3
        every = 1 if layout.pitch >= metrics.height() else 2
        middle = (layout.pitch * CELL_SHARE + metrics.capHeight()) / 2
        for row, weekday in list(enumerate(layout.grid.weekdays()))[::every]:
            baseline = layout.top + row * layout.pitch + middle
            painter.drawText(QPointF(0, baseline), weekday_words(weekday))


def month_words(first: date) -> str:
    """The month in short; January with its year."""
    wanted = "MMM yyyy" if first.month == 1 else "MMM"
    return QLocale().toString(QDate(first.year, first.month, first.day), wanted)


def weekday_words(weekday: int) -> str:
    """ISO weekday `weekday` in short, as it stands alone."""
    return QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat)


def label_room() -> tuple[int, int]:
    """Width of the weekdays' names and height of the months', gaps included."""
    metrics = QFontMetricsF(font("caption"))
    widest = max(metrics.horizontalAdvance(weekday_words(weekday)) for weekday in range(1, 8))
    return round(widest) + 10, round(metrics.height()) + 5
