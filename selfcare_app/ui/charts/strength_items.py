"""What pyqtgraph draws of the strength line, within the axes of one plot."""

from datetime import date
from typing import Any

import pyqtgraph
from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.library import GraphicsView
from selfcare_app.ui.charts.line_state import LineState, month_ticks, thinned, week_ticks
from selfcare_app.ui.theme import Theme, font

_TICK_LENGTH = 4
_TICK_ROOM = 48
"""Pixels that a tick and its words take at the least."""


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
        self._end = pyqtgraph.ScatterPlotItem(size=9, pen=None, antialias=True)
        self._end_words = pyqtgraph.TextItem(anchor=(0.75, 1.25))
        self._crosshair = pyqtgraph.InfiniteLine(angle=90)
        self._ring = pyqtgraph.ScatterPlotItem(size=9, antialias=True)
        self._rests: list[QGraphicsRectItem] = []
        self._rest_words: list[Any] = []
        self._surface = self._text = QColor()
        self._line_height = 0.0
        self._frame: tuple[float, ...] = ()
        self._shown_rests: tuple[object, ...] = ()
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
        bottom.setHeight(self._line_height + 2 * _TICK_LENGTH)

    def set_area(self, theme: Theme, area: str) -> None:
        """Take the colours of the practice area `area`."""
        self.area = area
        self._ground.setBrush(theme.tint(area))
        self._line.setPen(_pen(theme.area(area), 2))
        self._end.setBrush(theme.area(area))
        self._ring.setPen(_pen(theme.area(area), 2))
        self._ring.setBrush(QColor(theme.surface))

    def draw(self, state: LineState, first_weekday: int, width: int, height: int) -> None:
        """Draw `state` into `width` × `height` pixels; what stays as it was is left alone."""
        # A point on every second pixel: more would only make the line slower to draw.
        days, heights = thinned(state, width // 2)
        self._ground.setData(days, heights)
        self._line.setData(days, heights)
        self._end.setData(days[-1:], heights[-1:])
        words = QLocale().toString(round(heights[-1])) if heights else ""
        if words != self._end_words.toPlainText():
            self._end_words.setText(words)
        if days:
            self._end_words.setPos(days[-1], heights[-1])
        top = self._top_of(height)
        frame = (state.first, state.last, top, width, first_weekday)
        if frame != self._frame:
            self._frame = frame
            # A little room at the end for the dot.
            after = (state.last - state.first) * 0.02
            self._plot.setRange(
                xRange=(state.first, state.last + after), yRange=(0, top), padding=0
            )
            self._bottom.setTicks([_ticks(state, first_weekday, width)])
        if (state.rests, frame) != self._shown_rests:
            self._shown_rests = (state.rests, frame)
            self._draw_rests(state, top)

    def _top_of(self, height: int) -> float:
        """How high the axis reaches, so that the words of rests fit above 100."""
        above = self._line_height + 8
        axis = self._line_height + 2 * _TICK_LENGTH
        return 100 * (height - axis) / max(1.0, height - axis - above)

    def _draw_rests(self, state: LineState, top: float) -> None:
        for item in (*self._rests, *self._rest_words):
            self._plot.removeItem(item)
        self._rests, self._rest_words = [], []
        free_from = float(state.first)
        for rest in state.rests:
            gap = QGraphicsRectItem(QRectF(rest.first, 0, rest.last - rest.first + 1, 100))
            gap.setPen(QPen(Qt.PenStyle.NoPen))
            gap.setBrush(self._surface)
            gap.setZValue(1)
            self._plot.addItem(gap, ignoreBounds=True)
            self._rests.append(gap)
            middle = (rest.first + rest.last + 1) / 2
            room = (state.last - state.first) * 0.06
            if middle - room < free_from or middle + room > state.last:
                continue
            free_from = middle + room
            words = pyqtgraph.TextItem(tr("rest"), color=self._text, anchor=(0.5, 0.5))
            words.setFont(font("caption"))
            words.setPos(middle, (100 + top) / 2)
            self._plot.addItem(words, ignoreBounds=True)
            self._rest_words.append(words)

    def day_at(self, point: QPointF) -> int:
        """The day number nearest to `point` in the scene, which may lie beside the line."""
        place: QPointF = self._plot.mapSceneToView(point)
        return round(place.x())

    def place_of(self, day: int, height: float) -> QPointF:
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


def _ticks(state: LineState, first_weekday: int, width: int) -> list[tuple[int, str]]:
    """Day numbers with their words: weeks, months or years, as many as there is room for."""
    first, last = state.first, state.last
    most = width // _TICK_ROOM
    if last - first <= 5 * 7:
        ticks, pattern = week_ticks(first, last, first_weekday), "d MMM"
    else:
        ticks = month_ticks(first, last, most)
        pattern = "MMM" if last - first <= 3 * 366 else "yyyy"
    # Too near the end there is no room for its words.
    return [(day, _tick_words(day, pattern)) for day in ticks if (last - day) * 25 > last - first]


def _pen(colour: QColor | str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen as wide on screen as said, whatever the axes stretch."""
    pen = QPen(QColor(colour), width, style)
    pen.setCosmetic(True)
    return pen


def _tick_words(day: int, pattern: str) -> str:
    then = date.fromordinal(day)
    return QLocale().toString(QDate(then.year, then.month, then.day), pattern)
