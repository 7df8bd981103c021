"""Small charts below each other on one axis of days: a dot a day, and an average as a line."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.checkin import SCALE
from selfcare_app.domain.drift import Answers, Average
from selfcare_app.domain.value import Value
from selfcare_app.ui.charts.date_axis import DateAxis
from selfcare_app.ui.charts.line_state import thinned
from selfcare_app.ui.charts.painted import PaintedChart, caption_height
from selfcare_app.ui.charts.span import FEWEST_DAYS
from selfcare_app.ui.charts.zoom import Zoom, ZoomWindow
from selfcare_app.ui.theme import Theme, font

_GAP = 8.0
_DOT = 6.0
_SMALL_DOT = 3.0
_MANY = 3.0
"""Pixels from day to day below which dots are small."""
_BETWEEN = 0.9
"""Between two charts, in lines of text."""
_PLOT = 4.2
"""The height of a chart at the least, in lines of text."""
_HUE = "reflection"


class DriftRow(Value):
    """One of the charts: what is asked, what the ends of the scale mean, and what was said."""

    title: str
    scale: str
    answers: Answers
    averages: Sequence[Sequence[Average]]


class Drift(Value):
    """The charts, and the day numbers that can be pointed at, of which the chosen range goes
    from the first to the second of `home`."""

    rows: Sequence[DriftRow]
    days: Sequence[int]
    limits: tuple[int, int]
    home: tuple[int, int]
    words: Callable[[int], str]
    """All about a day, by its number among `days`."""
    axis: DateAxis


NO_DRIFT = Drift((), (), (0, 1), (0, 1), str, DateAxis(1, 0))


class DriftChart(PaintedChart):
    """Daily answers with their average, a chart for each question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drift: Drift = NO_DRIFT
        self.seen_days = ZoomWindow(FEWEST_DAYS)
        self.zoom = Zoom(self, self, self.seen_days, self._room)
        self.zoom.changed.connect(self.update)
        self._left = 0.0
        self._line = caption_height()

    def show_drift(self, drift: Drift, theme: Theme) -> None:
        """Show other answers."""
        self.drift = drift
        metrics = QFontMetricsF(font("caption"))
        self._line = metrics.height()
        self._left = metrics.horizontalAdvance("5") + _GAP
        first, last = drift.limits
        home = drift.home
        # A day takes half a unit to both sides of its number.
        self.seen_days.set_data((first - 0.5, last + 0.5), (home[0] - 0.5, home[1] + 0.5))
        self.show_in(theme, _HUE)

    @property
    def seen(self) -> range:
        """Numbers of the days that are seen."""
        window, days = self.seen_days, self.drift.days
        return range(bisect_right(days, window.first), bisect_left(days, window.last))

    def count(self) -> int:
        """How many days there are to point at."""
        return len(self.drift.days)

    def words_at(self, number: int) -> str:
        """All about a day."""
        return self.drift.words(number)

    def number_at(self, point: QPointF) -> int | None:
        """The day nearest to `point` among those that are seen."""
        left, right = self._room()
        seen = self.seen
        if not seen or not (left <= point.x() <= right and 0 <= point.y() < self.height()):
            return None
        day = self.zoom.value_at(point.x())
        return min(seen, key=lambda number: abs(self.drift.days[number] - day))

    def rect_of(self, number: int) -> QRectF:
        """A day in all charts."""
        x = self.zoom.x_of(self.drift.days[number])
        top = self._plot_of(0).top()
        return QRectF(x - 2, top, 4, self._plot_of(len(self.drift.rows) - 1).bottom() - top)

    def bring_into_view(self, number: int) -> None:
        """Move a day into what is seen."""
        day = self.drift.days[number]
        if self.seen_days.show(day - 0.5, day + 0.5):
            self.update()

    def sizeHint(self) -> QSize:
        """Room for every chart."""
        rows = max(1, len(self.drift.rows))
        lines = rows * (1 + _PLOT + _BETWEEN) + 1
        return QSize(320, round(caption_height() * lines + _GAP))

    def minimumSizeHint(self) -> QSize:
        """The same: lower charts would say little."""
        return QSize(160, self.sizeHint().height())

    # Places

    def _room(self) -> tuple[float, float]:
        return self._left, self.width() - 6.0

    def _plot_of(self, row: int) -> QRectF:
        """Where the chart with that number lies, without its title."""
        whole = self.height() - self._line - _GAP
        height = whole / max(1, len(self.drift.rows))
        left, right = self._room()
        top = row * height + self._line * 1.3 + _DOT / 2
        bottom = (row + 1) * height - self._line * (_BETWEEN - 0.3) - _DOT / 2
        return QRectF(left, top, right - left, bottom - top)

    def _y_of(self, plot: QRectF, value: float) -> float:
        return plot.bottom() - (value - SCALE[0]) / (SCALE[-1] - SCALE[0]) * plot.height()

    # Painting

    def paint_parts(self, painter: QPainter, theme: Theme) -> None:
        """Paint every chart and the axis of days."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in enumerate(self.drift.rows):
            plot = self._plot_of(number)
            self._paint_frame(painter, theme, plot, row)
            painter.save()
            painter.setClipRect(plot.adjusted(-1, -_DOT, 1 + _DOT / 2, _DOT))
            self._paint_dots(painter, theme, plot, row.answers)
            self._paint_averages(painter, theme, plot, row.averages)
            painter.restore()
        self._paint_days(painter, theme)

    def _paint_frame(self, painter: QPainter, theme: Theme, plot: QRectF, row: DriftRow) -> None:
        heading = font("caption", QFont.Weight.DemiBold)
        painter.setFont(heading)
        painter.setPen(QColor(theme.text))
        baseline = plot.top() - self._line * 0.3 - _DOT / 2 - QFontMetricsF(heading).descent()
        painter.drawText(QPointF(0, baseline), row.title)
        beside = QFontMetricsF(heading).horizontalAdvance(row.title) + _GAP
        painter.setFont(font("caption"))
        painter.setPen(QColor(theme.text_second))
        painter.drawText(QPointF(beside, baseline), row.scale)
        for value in (SCALE[0], (SCALE[0] + SCALE[-1]) // 2, SCALE[-1]):
            y = round(self._y_of(plot, value)) + 0.5
            painter.setPen(QColor(theme.text_second))
            place = QRectF(0, y - self._line / 2, self._left - _GAP, self._line)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, side, str(value))
            lowest = value == SCALE[0]
            painter.setPen(QPen(QColor(theme.outline if lowest else theme.grid), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))

    def _paint_dots(self, painter: QPainter, theme: Theme, plot: QRectF, answers: Answers) -> None:
        window = self.seen_days
        seen = answers.between(floor(window.first), ceil(window.last))
        left, pitch = self.zoom.x_of(0), self.zoom.x_of(1) - self.zoom.x_of(0)
        heights = [self._y_of(plot, value) for value in SCALE]
        small = pitch < _MANY
        # Where dots lie upon each other, one of them is enough.
        places = dict.fromkeys(
            (round(left + pitch * day) if small else left + pitch * day, value)
            for day, value in zip(*seen, strict=True)
        )
        points = [QPointF(x, heights[value - SCALE[0]]) for x, value in places]
        full = theme.area(self.hue)
        if small:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(full, _SMALL_DOT, c=Qt.PenCapStyle.SquareCap))
            painter.drawPoints(points)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            return
        painter.setPen(QPen(full, 1))
        painter.setBrush(theme.fill(self.hue))
        for point in points:
            painter.drawEllipse(point, _DOT / 2, _DOT / 2)

    def _paint_averages(
        self,
        painter: QPainter,
        theme: Theme,
        plot: QRectF,
        lines: Sequence[Sequence[Average]],
    ) -> None:
        painter.setPen(QPen(QColor(theme.text), 2, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        first, last = self.seen_days.first, self.seen_days.last
        # More points than pixels would only take time.
        step = max(1, floor(1 / max(1e-6, self.zoom.x_of(1) - self.zoom.x_of(0))))
        for line in lines:
            low = max(0, bisect_left(line, (first,)) - 1)
            high = min(len(line), bisect_left(line, (last,)) + 1)
            run = [
                QPointF(self.zoom.x_of(line[number].day), self._y_of(plot, line[number].value))
                for number in thinned(range(low, high), (high - low) // step)
                if number < len(line)
            ]
            if len(run) == 1:
                painter.drawPoint(run[0])
            painter.drawPolyline(run)

    def _paint_days(self, painter: QPainter, theme: Theme) -> None:
        window = self.seen_days
        days = round(window.first + 0.5), round(window.last - 0.5)
        self.drift.axis.paint(painter, theme, self.zoom, days)
