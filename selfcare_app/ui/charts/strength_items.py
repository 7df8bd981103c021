"""What pyqtgraph draws of the strength line, within the axes of one plot."""

from typing import Any

import numpy
import pyqtgraph
from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.date_ticks import date_ticks
from selfcare_app.ui.charts.library import GraphicsView
from selfcare_app.ui.charts.line_state import NOTHING, Line, Rest, seen_rests, thinned
from selfcare_app.ui.theme import Theme, font

_TICK_LENGTH = 4
_WIDEST_TICK = "88 Mmm 88"


class StrengthItems:
    """The ground under the line, rests, the line itself, its end, and what points at a day."""

    def __init__(self, view: GraphicsView) -> None:
        # pyqtgraph has no types. Its PlotItem would bring a control panel that takes four
        # times as long to make as all the rest.
        self._plot: Any = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False)
        self._left: Any = pyqtgraph.AxisItem("left", linkView=self._plot)
        self._bottom: Any = pyqtgraph.AxisItem("bottom", linkView=self._plot)
        layout: Any = pyqtgraph.GraphicsLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addItem(self._left, 0, 0)
        layout.addItem(self._plot, 0, 1)
        layout.addItem(self._bottom, 1, 1)
        view.setCentralItem(layout)  # type: ignore[attr-defined]  # pyqtgraph's own
        self.area = ""
        self._grid = [pyqtgraph.InfiniteLine(height, angle=0) for height in (50, 100)]
        self._ground = pyqtgraph.PlotCurveItem(pen=None, fillLevel=0)
        self._line = pyqtgraph.PlotCurveItem(antialias=True)
        self._end = pyqtgraph.ScatterPlotItem(size=9, pen=None, antialias=True, useCache=False)
        self._end_words = pyqtgraph.TextItem(anchor=(0.75, 1.25))
        self._crosshair = pyqtgraph.InfiniteLine(angle=90)
        self._ring = pyqtgraph.ScatterPlotItem(size=9, antialias=True, useCache=False)
        self._rests: list[QGraphicsRectItem] = []
        self._rest_words: list[Any] = []
        self._surface = self._text = QColor()
        self._line_height = 0.0
        self._frame: tuple[float, ...] = ()
        self._shown_rests: tuple[object, ...] = ()
        self._tick_room = 48.0
        self._whole: Line = NOTHING
        self._days = self._heights = numpy.zeros(0)
        shown = (self._ground, *self._grid, self._line, self._end, self._end_words)
        for depth, item in enumerate((*shown, self._crosshair, self._ring)):
            item.setZValue(2 * depth)
            self._plot.addItem(item, ignoreBounds=True)
        self.point_at(None)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme` and the fonts of the present text size."""
        self._frame = self._shown_rests = ()
        self._surface, self._text = QColor(theme.surface), QColor(theme.text_second)
        for line in self._grid:
            line.setPen(_pen(theme.grid, 1))
        self._crosshair.setPen(_pen(theme.text_hint, 1, Qt.PenStyle.DashLine))
        self._end_words.setColor(theme.text)
        self._end_words.setFont(font("body", QFont.Weight.DemiBold))
        left, bottom = self._left, self._bottom
        heights = [(height, QLocale().toString(height)) for height in (0, 50, 100)]
        left.setTicks([heights])
        for axis in (left, bottom):
            axis.setTextPen(QColor(theme.text_second))
            axis.setStyle(tickFont=font("caption"), tickTextOffset=6)
        left.setPen(QPen(Qt.PenStyle.NoPen))
        left.setTickPen(QPen(Qt.PenStyle.NoPen))
        bottom.setPen(_pen(theme.outline, 1))
        bottom.setStyle(tickLength=_TICK_LENGTH)
        self._line_height = QFontMetricsF(font("body")).height()
        # The ends of two neighbours need some air between them.
        self._tick_room = QFontMetricsF(font("caption")).horizontalAdvance(_WIDEST_TICK) + 8
        bottom.setHeight(self._line_height + 2 * _TICK_LENGTH)

    def set_area(self, theme: Theme, area: str) -> None:
        """Take the colours of the practice area `area`."""
        self.area = area
        self._ground.setBrush(theme.tint(area))
        self._line.setPen(_pen(theme.area(area), 2))
        self._end.setBrush(theme.area(area))
        self._ring.setPen(_pen(theme.area(area), 2))
        self._ring.setBrush(QColor(theme.surface))

    def draw(
        self,
        line: Line,
        span: tuple[float, float],
        first_weekday: int,
        year: int,
        width: int,
        height: int,
    ) -> None:
        """Draw what of `line` lies between the day numbers `span` into `width` × `height` pixels;
        what stays as it was is left alone."""
        self._draw_line(line, span, width)
        top = self._top_of(height)
        frame = (*span, top, width, first_weekday, year)
        if frame != self._frame:
            self._frame = frame
            # A little room at the end for the dot.
            after = (span[1] - span[0]) * 0.02
            self._plot.setRange(xRange=(span[0], span[1] + after), yRange=(0, top), padding=0)
            self._bottom.setTicks([self._ticks(span, first_weekday, year, width)])
        self._draw_rests(_with_words(seen_rests(line, *span), span), top)

    def _draw_line(self, line: Line, span: tuple[float, float], width: int) -> None:
        if line is not self._whole:
            self._whole = line
            self._days, self._heights = numpy.array(line.places), numpy.array(line.heights)
        inside = line.between(*span)
        count = len(line.places)
        # One point beyond each end, so that the line goes on to the edge; and a point on every
        # second pixel: more would only make the line slower to draw.
        around = range(max(0, inside.start - 1), min(count, inside.stop + 1))
        some = thinned(around, width // 2)
        numbers = numpy.minimum(numpy.arange(some.start, some.stop, some.step), count - 1)
        days, heights = self._days[numbers], self._heights[numbers]
        self._ground.setData(days, heights)
        self._line.setData(days, heights)
        ends = inside.stop == count and bool(inside)
        self._end.setData(self._days[-1:] if ends else [], self._heights[-1:] if ends else [])
        words = QLocale().toString(round(line.heights[-1])) if ends else ""
        if words != self._end_words.toPlainText():
            self._end_words.setText(words)
        if ends:
            self._end_words.setPos(line.places[-1], line.heights[-1])

    def _top_of(self, height: int) -> float:
        """How high the axis reaches, so that the words of rests fit above 100."""
        above = self._line_height + 8
        axis = self._line_height + 2 * _TICK_LENGTH
        return 100 * (height - axis) / max(1.0, height - axis - above)

    def _draw_rests(self, rests: list[tuple[Rest, bool]], top: float) -> None:
        if (rests, top) == self._shown_rests:
            return
        self._shown_rests = (rests, top)
        for item in (*self._rests, *self._rest_words):
            self._plot.removeItem(item)
        self._rests, self._rest_words = [], []
        for rest, told in rests:
            gap = QGraphicsRectItem(QRectF(rest.first, 0, rest.last - rest.first + 1, 100))
            gap.setPen(QPen(Qt.PenStyle.NoPen))
            gap.setBrush(self._surface)
            gap.setZValue(1)
            self._plot.addItem(gap, ignoreBounds=True)
            self._rests.append(gap)
            if told:
                words = pyqtgraph.TextItem(tr("rest"), color=self._text, anchor=(0.5, 0.5))
                words.setFont(font("caption"))
                words.setPos((rest.first + rest.last + 1) / 2, (100 + top) / 2)
                self._plot.addItem(words, ignoreBounds=True)
                self._rest_words.append(words)

    def _ticks(
        self, span: tuple[float, float], first_weekday: int, year: int, width: int
    ) -> list[tuple[int, str]]:
        """Day numbers with their words, as many as there is room for."""
        first, last = span
        most = max(1, int(width // self._tick_room))
        ticks = date_ticks(round(first), round(last), most, first_weekday, year)
        # Too near the end there is no room for its words.
        near = (last - first) * self._tick_room / 2 / max(1, width)
        return [(tick.day, tick.words) for tick in ticks if last - tick.day >= near]

    def day_at(self, point: QPointF) -> float:
        """The day number at `point` in the scene, which may lie beside the line."""
        place: QPointF = self._plot.mapSceneToView(point)
        return place.x()

    def place_of(self, day: float, height: float) -> QPointF:
        """Where in the scene that point of the line lies."""
        place: QPointF = self._plot.mapViewToScene(QPointF(day, height))
        return place

    def point_at(self, place: tuple[float, float] | None) -> None:
        """Put the crosshair and the ring at a day number and height, or away."""
        self._crosshair.setVisible(place is not None)
        self._ring.setVisible(place is not None)
        if place is not None:
            self._crosshair.setPos(place[0])
            self._ring.setData([place[0]], [place[1]])


def _with_words(rests: tuple[Rest, ...], span: tuple[float, float]) -> list[tuple[Rest, bool]]:
    """Each rest, and whether there is room to say so above it."""
    first, last = span
    room = (last - first) * 0.06
    free_from = first
    found = []
    for rest in rests:
        middle = (rest.first + rest.last + 1) / 2
        told = middle - room >= free_from and middle + room <= last
        if told:
            free_from = middle + room
        found.append((rest, told))
    return found


def _pen(colour: QColor | str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen as wide on screen as said, whatever the axes stretch."""
    pen = QPen(QColor(colour), width, style)
    pen.setCosmetic(True)
    return pen
