"""Bars side by side, with what was asked for as a dashed line; wide rows can be zoomed."""

from collections.abc import Callable
from math import ceil, floor
from statistics import multimode

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from selfcare_app.ui.charts.bars import NO_BARS, Bar, Bars, Shape, axis_steps
from selfcare_app.ui.charts.painted import PaintedChart, caption_height
from selfcare_app.ui.charts.patterns import paint_pattern
from selfcare_app.ui.charts.zoom import Zoom, ZoomWindow
from selfcare_app.ui.theme import Theme, font

FEWEST_SEEN = 4
"""Bars that are seen at the least."""
_WIDEST_BAR = 48.0
_SHARE = 0.62
"""Of its place that a bar takes."""
_GAP = 8.0
_NARROW = 6.0
"""Pixels from bar to bar below which targets are drawn as one line."""


class BarChart(PaintedChart):
    """Bars over an axis that names them, beside one that tells their heights."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: Bars = NO_BARS
        self._known: dict[int, Bar] = {}
        self.window_of_bars = ZoomWindow(FEWEST_SEEN)
        self.zoom = Zoom(self, self, self.window_of_bars, self._room)
        self.zoom.changed.connect(self._on_zoomed)
        self._heights: list[float] = [0.0, 1.0]
        self._left = 0.0
        self._line = caption_height()

    def show_bars(self, bars: Bars, theme: Theme, hue: str) -> None:
        """Show other bars."""
        self.bars = bars
        self._known.clear()
        home = float(bars.home[0]), float(max(bars.home[1], bars.home[0] + 1))
        limits = (0.0, float(bars.count)) if bars.zooms else home
        self.window_of_bars.set_data(limits, home)
        self._fit_axis()
        self.show_in(theme, hue)

    def _bar(self, number: int) -> Bar:
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self.bars.bar(number)
        return known

    @property
    def seen(self) -> range:
        """Numbers of the bars that are seen at least in part."""
        window = self.window_of_bars
        first = max(0, floor(window.first))
        return range(first, max(first, min(self.bars.count, ceil(window.last))))

    def count(self) -> int:
        """How many bars there are to point at: all, if they can be brought into view."""
        return self.bars.count

    def words_at(self, number: int) -> str:
        """All about a bar."""
        return self.bars.words(number)

    def number_at(self, point: QPointF) -> int | None:
        """The bar whose place `point` lies in, at whatever height."""
        left, right = self._room()
        number = floor(self.zoom.value_at(point.x()))
        inside = left <= point.x() < right and 0 <= point.y() < self.height()
        return number if inside and number in self.seen else None

    def rect_of(self, number: int) -> QRectF:
        """Where a bar is painted."""
        left, right = self.zoom.x_of(number), self.zoom.x_of(number + 1)
        width = max(1.0, min((right - left) * _SHARE, _WIDEST_BAR))
        base, top = self._base(), self._y_of(self._bar(number).value)
        return QRectF((left + right - width) / 2, top, width, base - top)

    def bring_into_view(self, number: int) -> None:
        """Move a bar into what is seen."""
        if self.window_of_bars.show(number, number + 1):
            self._on_zoomed()

    def sizeHint(self) -> QSize:
        """Room for an axis and some height."""
        return QSize(280, round(caption_height() * 10))

    def minimumSizeHint(self) -> QSize:
        """The same: lower bars would say little."""
        return QSize(160, self.sizeHint().height())

    def _on_zoomed(self) -> None:
        self._fit_axis()
        self.update()

    def _fit_axis(self) -> None:
        """Choose heights for the axis that fit what is seen, and the room that they take."""
        seen = [self._bar(number) for number in self.seen]
        highest = max((max(bar.value, bar.target or 0.0) for bar in seen), default=0.0)
        full = self.bars.full
        self._heights = [0.0, full] if full else axis_steps(highest, 4, whole=self.bars.whole)
        metrics = QFontMetricsF(font("caption"))
        self._line = metrics.height()
        words = [self.bars.height_words(height) for height in self._heights]
        self._left = max(map(metrics.horizontalAdvance, words), default=0.0) + _GAP

    # Places

    def _room(self) -> tuple[float, float]:
        return self._left, self.width() - 2.0

    def _base(self) -> float:
        return self.height() - self._line - _GAP

    def _y_of(self, height: float) -> float:
        top = self._line + 4
        return self._base() - height / self._heights[-1] * (self._base() - top)

    # Painting

    def paint_parts(self, painter: QPainter, theme: Theme) -> None:
        """Paint axes and bars."""
        painter.setFont(font("caption"))
        self._paint_heights(painter, theme)
        left, right = self._room()
        painter.save()
        painter.setClipRect(QRectF(left, 0, right - left + 2, self._base() + 1))
        self._paint_bars(painter, theme)
        self._paint_targets(painter, theme)
        self._paint_values(painter, theme)
        painter.restore()
        painter.setPen(QPen(QColor(theme.outline), 1))
        painter.drawLine(QPointF(left, self._base()), QPointF(right, self._base()))
        self._paint_labels(painter, theme)

    def _paint_heights(self, painter: QPainter, theme: Theme) -> None:
        metrics = QFontMetricsF(painter.font())
        left, right = self._room()
        for height in self._heights:
            y = round(self._y_of(height)) + 0.5
            if height:
                painter.setPen(QPen(QColor(theme.grid), 1))
                painter.drawLine(QPointF(left, y), QPointF(right, y))
            painter.setPen(QColor(theme.text_second))
            place = QRectF(0, y - metrics.height() / 2, left - _GAP, metrics.height())
            right_side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, right_side, self.bars.height_words(height))

    def _paint_bars(self, painter: QPainter, theme: Theme) -> None:
        full, part = theme.area(self.hue), theme.fill(self.hue)
        fills = {Shape.FULL: QBrush(full), Shape.PART: QBrush(part), Shape.OUTLINE: QBrush()}
        thin, thick = QPen(full, 1), QPen(full, 1.6)
        # Too narrow for an outline: then the fill alone has to be seen.
        narrow = {**fills, Shape.PART: QBrush(theme.thread(self.hue)), Shape.OUTLINE: QBrush(full)}
        for number in self.seen:
            bar = self._bar(number)
            if not bar.value:
                continue
            place = self.rect_of(number)
            if bar.parts:
                _paint_stack(painter, theme, bar, place, self._y_of)
                continue
            if place.width() < 3:
                painter.fillRect(place, narrow[bar.shape])
                continue
            painter.setBrush(fills[bar.shape])
            painter.setPen(thick if bar.shape is Shape.OUTLINE else thin)
            left, right = round(place.left()) + 0.5, round(place.right()) - 0.5
            painter.drawRect(QRectF(left, place.top() + 0.5, right - left, place.height()))

    def _paint_targets(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(QPen(QColor(theme.text), 1.4, Qt.PenStyle.DashLine))
        if self.zoom.x_of(1) - self.zoom.x_of(0) < _NARROW:
            self._paint_usual_target(painter)
            return
        run: list[QPointF] = []
        for number in self.seen:
            target = self._bar(number).target
            if target is None:
                _paint_run(painter, run)
                continue
            y = self._y_of(target)
            left, right = self.zoom.x_of(number), self.zoom.x_of(number + 1)
            run += [QPointF(left, y), QPointF(right, y)]
        _paint_run(painter, run)

    def _paint_usual_target(self, painter: QPainter) -> None:
        """One line where every single dip would only be noise."""
        targets = [bar.target for bar in map(self._bar, self.seen) if bar.target]
        if targets:
            y = self._y_of(multimode(targets)[-1])
            left, right = self._room()
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _paint_values(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(font("caption", QFont.Weight.DemiBold))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(QColor(theme.text))
        seen = list(self.seen)
        if not self.bars.all_above and seen:
            highest = max(seen, key=lambda number: self._bar(number).value)
            seen = sorted({highest, seen[-1]})
        free_from = 0.0
        for number in seen:
            bar, place = self._bar(number), self.rect_of(number)
            width = metrics.horizontalAdvance(bar.above)
            left = min(place.center().x() - width / 2, self.width() - width)
            bottom = place.top() - metrics.descent() - 1
            if left < free_from or self._covers(number, left, left + width, bottom):
                continue
            free_from = left + width + 4
            painter.drawText(QPointF(left, bottom), bar.above)
        painter.setFont(font("caption"))

    def _covers(self, number: int, left: float, right: float, bottom: float) -> bool:
        """Whether words above a bar would lie on other bars."""
        first = max(self.seen.start, floor(self.zoom.value_at(left)))
        last = min(self.seen.stop - 1, floor(self.zoom.value_at(right)))
        others = [each for each in range(first, last + 1) if each != number]
        return any(self._y_of(self._bar(each).value) < bottom for each in others)

    def _paint_labels(self, painter: QPainter, theme: Theme) -> None:
        metrics = QFontMetricsF(painter.font())
        left, right = self._room()
        most = max(1, int((right - left) // (metrics.horizontalAdvance(self.bars.label_room) + 6)))
        painter.setPen(QColor(theme.text_second))
        baseline = self.height() - metrics.descent()
        free_from = 0.0
        for label in self.bars.labels(self.seen, most):
            middle = (self.zoom.x_of(label.number) + self.zoom.x_of(label.number + 1)) / 2
            width = metrics.horizontalAdvance(label.words)
            start = max(middle - width / 2, 0.0)
            if not left <= middle <= right or start < free_from:
                continue
            start = min(start, self.width() - width)
            free_from = start + width + 6
            painter.drawText(QPointF(start, baseline), label.words)


def _paint_run(painter: QPainter, run: list[QPointF]) -> None:
    """One line through all points of `run`, which is empty afterwards."""
    if run:
        painter.drawPolyline(run)
        run.clear()


def _paint_stack(
    painter: QPainter, theme: Theme, bar: Bar, place: QRectF, y_of: Callable[[float], float]
) -> None:
    """The parts of `bar` above each other; `y_of` tells where a height lies."""
    low, left, right = 0.0, round(place.left()) + 0.5, round(place.right()) - 0.5
    for part in bar.parts:
        bottom, top = round(y_of(low)) + 0.5, round(y_of(low + part.value)) + 0.5
        low += part.value
        room = QRectF(left, top, max(1.0, right - left), bottom - top)
        if place.width() < 3:
            painter.fillRect(room, theme.area(part.hue))
        else:
            paint_pattern(painter, room, part.hue, part.pattern, theme)
