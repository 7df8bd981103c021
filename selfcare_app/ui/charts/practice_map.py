"""All habits × days: a row a habit, a column a day, however many there are."""

from collections.abc import Callable, Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.domain.value import Value
from selfcare_app.ui.charts.date_axis import DateAxis
from selfcare_app.ui.charts.day_look import LOOKS, DayLook, draw_stamp
from selfcare_app.ui.charts.look_strip import look_strip
from selfcare_app.ui.charts.painted import ChoosableChart, caption_height
from selfcare_app.ui.charts.span import FEWEST_DAYS
from selfcare_app.ui.charts.zoom import Zoom, ZoomWindow
from selfcare_app.ui.theme import Theme, font

_GAP = 8.0
_NARROWEST_CELL = 9.0
"""Pixels from day to day below which cells become a strip."""
_LARGEST_CELL = 16.0
_SHARE = 0.82
"""Of a row's height that cells and strips take."""
_MOST_NAME = 0.28
"""Of the width that names take."""
_ROW_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class MapRow(Value):
    """A habit, and the look of each of its days as a number in `LOOKS`."""

    habit_id: str
    name: str
    hue: str
    looks: bytes


class DayMap(Value):
    """Rows over the day numbers `days`, of which `home` is the chosen range."""

    rows: Sequence[MapRow]
    days: range
    home: range
    words: Callable[[int, int], str]
    """All about a day of a habit, by the row's number and the day number."""
    axis: DateAxis


NO_MAP = DayMap((), range(0), range(0), lambda row, day: "", DateAxis(1, 0))


class PracticeMap(ChoosableChart):
    """A cell for each day of each habit; a click, or Enter, asks to correct it."""

    day_chosen = Signal(str, int, QRectF)
    """The id of a habit, a day number to correct, and where it stands in the chart."""
    form_changed = Signal()
    """Cells may have become strips, or strips cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map: DayMap = NO_MAP
        self.seen_days = ZoomWindow(FEWEST_DAYS)
        self.zoom = Zoom(self, self, self.seen_days, self._room)
        self.zoom.changed.connect(self._on_zoomed)
        self._stamps: dict[tuple[DayLook, str, float, float], QPixmap] = {}
        self._line = caption_height()
        self._names = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_map(self, shown: DayMap, theme: Theme) -> None:
        """Show other days."""
        metrics = QFontMetricsF(font("caption"))
        if len(shown.rows) != len(self.map.rows) or metrics.height() != self._line:
            self.updateGeometry()
        if theme is not self.theme or metrics.height() != self._line:
            self._stamps.clear()
        self.map, self._line = shown, metrics.height()
        self._names = max((metrics.horizontalAdvance(row.name) for row in shown.rows), default=0)
        self.seen_days.set_data(
            (float(shown.days.start), float(max(shown.days.stop, shown.days.start + 1))),
            (float(shown.home.start), float(max(shown.home.stop, shown.home.start + 1))),
        )
        self.show_in(theme, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room for a day."""
        super().resizeEvent(event)
        self.form_changed.emit()

    def _on_zoomed(self) -> None:
        self.form_changed.emit()
        self.update()

    @property
    def seen(self) -> range:
        """The day numbers that are seen at least in part."""
        days = self.map.days
        first, last = floor(self.seen_days.first), ceil(self.seen_days.last)
        return range(max(days.start, first), max(days.start, min(days.stop, last)))

    @property
    def as_cells(self) -> bool:
        """Whether days have room for cells."""
        return self._pitch() >= _NARROWEST_CELL

    def count(self) -> int:
        """How many cells there are, row by row."""
        return len(self.map.rows) * len(self.map.days)

    def words_at(self, number: int) -> str:
        """All about a day of a habit."""
        row, day = divmod(number, len(self.map.days))
        return self.map.words(row, self.map.days[day])

    def rect_of(self, number: int) -> QRectF:
        """Where a cell is painted."""
        row, index = divmod(number, len(self.map.days))
        day = self.map.days[index]
        left, right = self.zoom.x_of(day), self.zoom.x_of(day + 1)
        high = self._row_height()
        size = self._cell_size()
        if not self.as_cells:
            top = row * high + (high - self._strip_height()) / 2
            return QRectF(left, top, max(1.0, right - left), self._strip_height())
        centre = QPointF((left + right) / 2, (row + 0.5) * high)
        return QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)

    def number_at(self, point: QPointF) -> int | None:
        """The cell in whose place `point` lies."""
        left, right = self._room()
        row, day = int(point.y() // self._row_height()), floor(self.zoom.value_at(point.x()))
        inside = left <= point.x() < right and 0 <= row < len(self.map.rows)
        if not inside or day not in self.seen:
            return None
        return row * len(self.map.days) + day - self.map.days.start

    def step(self, key: Qt.Key, number: int) -> int | None:
        """Left and right go from day to day, up and down from habit to habit; Home and End to
        the ends of the row."""
        row, index = divmod(number, len(self.map.days))
        last = len(self.map.days) - 1
        if key in _ROW_STEPS:
            row = min(max(row + _ROW_STEPS[key], 0), len(self.map.rows) - 1)
        else:
            moved = {
                Qt.Key.Key_Left: max(index - 1, 0),
                Qt.Key.Key_Right: min(index + 1, last),
                Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: last,
            }.get(key)
            if moved is None:
                return None
            index = moved
        return row * len(self.map.days) + index

    def start(self) -> int:
        """The first habit's last day."""
        return len(self.map.days) - 1

    def bring_into_view(self, number: int) -> None:
        """Move a day into what is seen."""
        day = self.map.days[number % len(self.map.days)]
        if self.seen_days.show(day, day + 1):
            self.update()

    def sizeHint(self) -> QSize:
        """As high as all rows and the names of days below."""
        rows = max(1, len(self.map.rows)) * self._row_height()
        return QSize(400, round(rows + caption_height() + _GAP))

    def minimumSizeHint(self) -> QSize:
        """The same: a row that is cut off says nothing."""
        return QSize(160, self.sizeHint().height())

    def choose(self, number: int) -> None:
        """Ask to correct the day."""
        row, index = divmod(number, len(self.map.days))
        habit_id = self.map.rows[row].habit_id
        self.day_chosen.emit(habit_id, self.map.days[index], self.rect_of(number))

    # Places

    def _room(self) -> tuple[float, float]:
        names = min(self._names, self.width() * _MOST_NAME)
        return names + _GAP, self.width() - 4.0

    def _row_height(self) -> float:
        return max(18.0, self._line + 3)

    def _strip_height(self) -> int:
        return round(self._row_height() * _SHARE)

    def _pitch(self) -> float:
        return self.zoom.x_of(1) - self.zoom.x_of(0)

    def _cell_size(self) -> float:
        return round(min(self._pitch() * _SHARE, self._row_height() * _SHARE, _LARGEST_CELL))

    # Painting

    def paint_parts(self, painter: QPainter, theme: Theme) -> None:
        """Paint names, and the days that are seen of the rows that are seen."""
        left, right = self._room()
        high = self._row_height()
        first = max(0, floor(self.exposed.top() / high))
        rows = range(first, min(len(self.map.rows), ceil((self.exposed.bottom() + 1) / high)))
        painter.setFont(font("caption"))
        painter.setPen(QColor(theme.text))
        for number in rows:
            place = QRectF(0, number * high, left - _GAP, high)
            name = painter.fontMetrics().elidedText(
                self.map.rows[number].name, Qt.TextElideMode.ElideRight, round(place.width()) + 1
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        painter.save()
        painter.setClipRect(QRectF(left, 0, right - left, self.height()))
        for number in rows:
            if self.as_cells:
                self._paint_cells(painter, theme, number)
            else:
                self._paint_strip(painter, theme, number)
        painter.restore()
        days = round(self.seen_days.first), round(self.seen_days.last) - 1
        self.map.axis.paint(painter, theme, self.zoom, days, 0.5)

    def _paint_cells(self, painter: QPainter, theme: Theme, number: int) -> None:
        row, size = self.map.rows[number], self._cell_size()
        scale = self.devicePixelRatioF()
        high = self._row_height()
        top = round((number + 0.5) * high - size / 2) - 1
        for day in self.seen:
            look = LOOKS[row.looks[day - self.map.days.start]]
            middle = self.zoom.x_of(day + 0.5)
            key = (look, row.hue, size, scale)
            stamp = self._stamps.get(key)
            if stamp is None:
                stamp = self._stamps[key] = draw_stamp(*key, theme)
            painter.drawPixmap(QPointF(round(middle - size / 2) - 1, top), stamp)

    def _paint_strip(self, painter: QPainter, theme: Theme, number: int) -> None:
        seen, days, high = self.seen, self.map.days, self._strip_height()
        if not seen:
            return
        # Several days a pixel become their mixture.
        dense = self._pitch() < 1
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, dense)
        left, right = self.zoom.x_of(seen.start), self.zoom.x_of(seen.stop)
        top = round(number * self._row_height() + (self._row_height() - high) / 2)
        row = self.map.rows[number]
        looks = row.looks[seen.start - days.start : seen.stop - days.start]
        strip = look_strip(looks, high, row.hue, theme)
        painter.drawImage(QRectF(left, top, right - left, high), strip)
