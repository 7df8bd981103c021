"""Paints the calendar of a year: cells, months above, weekdays at the left."""

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from selfcare_app.domain.value import Value
from selfcare_app.ui.charts.date_ticks import month_words
from selfcare_app.ui.charts.day_look import DayLook, draw_stamp
from selfcare_app.ui.charts.library import GraphicsObject
from selfcare_app.ui.charts.year_grid import WEEKS_IN_YEAR, YearGrid
from selfcare_app.ui.theme import LIGHT, Theme, font

CELL_SHARE = 12 / 14
"""Of a cell's pitch that the cell itself takes."""
ROW_GAP = 6
"""Between two rows of weeks."""


class CalendarLayout(Value):
    """Where cells lie: `left` and `top` of the first, `pitch` from one to the next, in pixels;
    `across` weeks in a row, below which the others go on."""

    grid: YearGrid
    left: int = 0
    top: int = 0
    pitch: int = 14
    across: int = WEEKS_IN_YEAR + 1

    @property
    def rows(self) -> int:
        """How many rows of weeks there are."""
        return -(-self.grid.weeks // self.across)

    @property
    def row_height(self) -> int:
        """The height of seven days with the months above, gap included."""
        return self.top + 7 * self.pitch + (ROW_GAP if self.rows > 1 else 0)

    def corner_of(self, column: int) -> tuple[int, int]:
        """Left and top of the first day of a week."""
        row, across = divmod(column, self.across)
        return self.left + across * self.pitch, row * self.row_height + self.top

    def rect_of(self, day: int) -> QRectF:
        """The cell of day number `day`."""
        column, weekday = self.grid.place_of(day)
        left, top = self.corner_of(column)
        size = round(self.pitch * CELL_SHARE)
        return QRectF(left, top + weekday * self.pitch, size, size)

    def corners(self) -> dict[int, QPointF]:
        """The top left corner of every cell, by day number."""
        found = {}
        days = self.grid.days
        for column in range(self.grid.weeks):
            left, top = self.corner_of(column)
            begin = self.grid.first + 7 * column
            for day in range(max(begin, days.start), min(begin + 7, days.stop)):
                found[day] = QPointF(left, top + (day - begin) * self.pitch)
        return found

    def day_at(self, point: QPointF) -> int | None:
        """The day number under `point`."""
        across = int((point.x() - self.left) // self.pitch)
        row = int(point.y() // self.row_height)
        weekday = int((point.y() - row * self.row_height - self.top) // self.pitch)
        if not (0 <= across < self.across and 0 <= row < self.rows):
            return None
        return self.grid.day_at(row * self.across + across, weekday)

    def days_in(self, exposed: QRectF) -> range:
        """Day numbers of the weeks that reach into `exposed`; all where they take several rows."""
        days = self.grid.days
        if self.rows > 1:
            return days
        first = int((exposed.left() - self.left) // self.pitch)
        last = int((exposed.right() - self.left) // self.pitch)
        begin = max(self.grid.first + 7 * max(0, first), days.start)
        return range(begin, min(self.grid.first + 7 * (last + 1), days.stop))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of everything, labels included."""
        weeks = min(self.grid.weeks, self.across)
        height = self.rows * self.row_height - (ROW_GAP if self.rows > 1 else 0)
        return self.left + weeks * self.pitch, height


class CalendarItem(GraphicsObject):
    """The painted calendar; each look is drawn once and stamped into its cells."""

    def __init__(self) -> None:
        super().__init__()
        # Without it Qt calls every part exposed, and one changed day would repaint the year.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.layout = CalendarLayout(YearGrid(7, 1, 1))
        self.looks: dict[int, DayLook] = {}
        """By day number."""
        self._stamp_places: dict[int, QPointF] = {}
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
            # A stamp has a pixel of air around it.
            air = QPointF(1, 1)
            self._stamp_places = {day: place - air for day, place in layout.corners().items()}
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
        beside = exposed.left() < self.layout.left - 4 or self.layout.rows > 1
        if beside or exposed.top() < self.layout.top - 4:
            self._paint_labels(painter)
        scale = painter.device().devicePixelRatioF()
        stamps = {look: self._stamp(look, scale) for look in DayLook}
        for day in self.layout.days_in(exposed):
            painter.drawPixmap(self._stamp_places[day], stamps[self.looks[day]])
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
            made = draw_stamp(look, self._area, size, scale, self._theme)
            self._stamps[look] = made
        return made

    def _paint_labels(self, painter: QPainter) -> None:
        painter.setFont(font("caption"))
        painter.setPen(QColor(self._theme.text_second))
        metrics = QFontMetricsF(painter.font())
        layout = self.layout
        free_from, row_before = 0.0, 0
        for column, first in layout.grid.months():
            left, top = layout.corner_of(column)
            row = column // layout.across
            words = month_words(first, with_year=first.month == 1)
            if row != row_before:
                free_from, row_before = 0.0, row
            right = left + metrics.horizontalAdvance(words)
            if left < free_from or right > layout.size[0] + 4:
                continue
            painter.drawText(QPointF(left, top - layout.top + metrics.ascent()), words)
            free_from = right + 3
        every = 1 if layout.pitch >= metrics.height() else 2
        middle = (layout.pitch * CELL_SHARE + metrics.capHeight()) / 2
        for top in range(layout.top, layout.size[1], layout.row_height):
            for number, weekday in list(enumerate(layout.grid.weekdays()))[::every]:
                baseline = top + number * layout.pitch + middle
                painter.drawText(QPointF(0, baseline), weekday_words(weekday))


def weekday_words(weekday: int) -> str:
    """ISO weekday `weekday` in short, as it stands alone."""
    return QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat)


def label_room() -> tuple[int, int]:
    """Width of the weekdays' names and height of the months', gaps included."""
    metrics = QFontMetricsF(font("caption"))
    widest = max(metrics.horizontalAdvance(weekday_words(weekday)) for weekday in range(1, 8))
    return round(widest) + 6, round(metrics.height()) + 5
