"""The strength of a habit as a line, 0 to 100."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from selfcare_app.domain.stretch import Grain, Mean
from selfcare_app.domain.words import tr
from selfcare_app.services.progress import HabitProgress
from selfcare_app.ui.announce import announce
from selfcare_app.ui.charts.chart_view import ChartView
from selfcare_app.ui.charts.ink_label import InkLabel
from selfcare_app.ui.charts.line_state import (
    NOTHING,
    Line,
    LineState,
    home_of,
    seen_of,
    whole_line,
)
from selfcare_app.ui.charts.span import FEWEST_DAYS, Reach, Span
from selfcare_app.ui.charts.strength_items import StrengthItems
from selfcare_app.ui.charts.zoom import Zoom, ZoomWindow
from selfcare_app.ui.theme import Theme, font

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -7,
    Qt.Key.Key_PageDown: 7,
}


class StrengthChart(ChartView):
    """The score line; with the focus, the arrow keys point at one day after the other."""

    def __init__(self, words_of: Callable[[Mean], str], parent: QWidget | None = None) -> None:
        """`words_of` tells of a day, or of a stretch of days, and its strength (0–1)."""
        super().__init__(parent)
        self._words_of = words_of
        self._progress: HabitProgress | None = None
        self._theme: Theme | None = None
        self._reach: Reach = Span.THREE_MONTHS
        self._grain = Grain.DAY
        self._line: Line = NOTHING
        self._number: int | None = None
        self._items = StrengthItems(self)
        self._label = InkLabel(self.scene())
        self.seen_days = ZoomWindow(FEWEST_DAYS)
        self.zoom = Zoom(self, self.viewport(), self.seen_days, self._room)
        self.zoom.changed.connect(self._on_zoomed)
        self.setAccessibleName(tr("Strength"))

    @property
    def state(self) -> LineState:
        """What is drawn."""
        return seen_of(self._line, self.seen_days.first, self.seen_days.last)

    @property
    def day(self) -> date | None:
        """The last day of what is pointed at."""
        if self._number is None:
            return None
        return date.fromordinal(self._line.points[self._number].end)

    @property
    def label(self) -> str:
        """What the label says; empty while there is none."""
        return self._label.text

    def show_progress(
        self,
        progress: HabitProgress,
        theme: Theme,
        reach: Reach = Span.THREE_MONTHS,
        grain: Grain = Grain.DAY,
    ) -> None:
        """Draw the line of `progress` in the range `reach`."""
        habit = progress.habit
        other = self._progress is None or habit.id != self._progress.habit.id
        if other or (reach, grain) != (self._reach, self._grain):
            self._point_at(None)
        if theme is not self._theme or habit.hue != self._items.area:
            self._items.set_area(theme, habit.hue)
        self._progress, self._reach, self._grain = progress, reach, grain
        self._line = whole_line(progress, grain)
        home = home_of(progress, self._line, reach)
        everything = home_of(progress, self._line, Span.ALL)
        if other:
            self.seen_days.go_home()
        self.seen_days.set_data(everything, home)
        if theme is not self._theme:
            self._theme = theme
            self.take_fonts()
        self._draw()

    def take_fonts(self) -> None:
        """Use the fonts of the present text size, and the colours of the theme."""
        if self._theme is None:
            return
        self.setBackgroundBrush(QColor(self._theme.surface))
        self._label.set_theme(self._theme)
        self._items.set_theme(self._theme)
        self.setMinimumHeight(round(QFontMetricsF(font("caption")).height() * 9))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw as many points as there are pixels."""
        super().resizeEvent(event)
        # pyqtgraph's base class sends one while it is still being made.
        if hasattr(self, "seen_days"):
            self._point_at(None)
            self._draw()

    def _room(self) -> tuple[float, float]:
        window = self.seen_days
        return self._items.place_of(window.first, 0).x(), self._items.place_of(window.last, 0).x()

    def _on_zoomed(self) -> None:
        self._point_at(None)
        self._draw()

    def _draw(self) -> None:
        if self._progress is None or self._theme is None:
            return
        timeline, window = self._progress.timeline, self.seen_days
        year = date.fromordinal(timeline.as_of).year
        span = (window.first, window.last)
        self._items.draw(
            self._line, span, timeline.first_weekday, year, self.width(), self.height()
        )
        # Without a line there is nothing that the keys could point at.
        some = bool(self._line.points)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if some else Qt.FocusPolicy.NoFocus)
        gone = self._number is not None and self._number >= len(self._line.points)
        self._point_at(None if gone else self._number)

    # Pointing at days

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the day under the mouse."""
        point = self.mapToScene(event.position().toPoint())
        inside = self._line.between(self.seen_days.first, self.seen_days.last)
        number = self._line.nearest(self._items.day_at(point)) if inside else None
        if number is not None:
            number = min(max(number, inside[0]), inside[-1])
        self._point_at(number)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing, unless the keys do."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the last day that is seen."""
        super().focusInEvent(event)
        inside = self._line.between(self.seen_days.first, self.seen_days.last)
        if event.reason() != Qt.FocusReason.MouseFocusReason and inside:
            self._point_at(inside[-1])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point at another day; Home and End go to the first and last one that is seen."""
        window = self.seen_days
        inside = self._line.between(window.first, window.last)
        key = Qt.Key(event.key())
        ours = key in _STEPS or key in (Qt.Key.Key_Home, Qt.Key.Key_End)
        if not inside or not ours:
            event.ignore()
            return
        number = (inside[-1] if self._number is None else self._number) + _STEPS.get(key, 0)
        if key == Qt.Key.Key_Home:
            number = inside[0]
        elif key == Qt.Key.Key_End:
            number = inside[-1]
        number = min(max(number, 0), len(self._line.points) - 1)
        place = self._line.places[number]
        if window.show(place, place):
            self._draw()
        self._point_at(number)
        announce(self, self._label.text)

    def _point_at(self, number: int | None) -> None:
        self._number = number
        if number is None:
            self._items.point_at(None)
            self._label.hide()
            return
        place, height = self._line.places[number], self._line.heights[number]
        self._items.point_at((place, height))
        words = self._words_of(self._line.points[number])
        bounds = QRectF(0, 0, self.width(), self.height())
        self._label.show_at(self._items.place_of(place, height), words, bounds)
