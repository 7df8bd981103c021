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

from selfcare_app.domain.words import tr
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.ui.charts.announce import announce
from selfcare_app.ui.charts.chart_view import ChartView
from selfcare_app.ui.charts.ink_label import InkLabel
from selfcare_app.ui.charts.line_state import NOTHING, LineState, line_state
from selfcare_app.ui.charts.span import Span
from selfcare_app.ui.charts.strength_items import StrengthItems
from selfcare_app.ui.theme import Theme, font

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -7,
    Qt.Key.Key_PageDown: 7,
}


class StrengthChart(ChartView):
    """The score line; with the focus, the arrow keys point at one day after the other."""

    def __init__(self, words_of: Callable[[date, int], str], parent: QWidget | None = None) -> None:
        """`words_of` tells of a day and its strength (0–100)."""
        super().__init__(parent)
        self._words_of = words_of
        self._statistics: HabitStatistics | None = None
        self._theme: Theme | None = None
        self._span = Span.THREE_MONTHS
        self._state = NOTHING
        self._day: int | None = None
        self._items = StrengthItems(self)
        self._label = InkLabel(self.scene())
        self.setAccessibleName(tr("Strength"))

    @property
    def state(self) -> LineState:
        """What is drawn."""
        return self._state

    @property
    def day(self) -> date | None:
        """The day that is pointed at."""
        return None if self._day is None else date.fromordinal(self._day)

    @property
    def label(self) -> str:
        """What the label says; empty while there is none."""
        return self._label.text

    def show_statistics(self, statistics: HabitStatistics, theme: Theme) -> None:
        """Draw the line of `statistics`."""
        habit = statistics.habit
        if self._statistics is None or habit.id != self._statistics.habit.id:
            self._point_at(None)
        if theme is not self._theme or habit.hue != self._items.area:
            self._items.set_area(theme, habit.hue)
        self._statistics = statistics
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

    def show_span(self, span: Span) -> None:
        """Look back as far as `span` says."""
        self._span = span
        self._point_at(None)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw as many points as there are pixels."""
        super().resizeEvent(event)
        # pyqtgraph's base class sends one while it is still being made.
        if hasattr(self, "_label"):
            self._point_at(None)
            self._draw()

    def _draw(self) -> None:
        if self._statistics is None or self._theme is None:
            return
        self._state = line_state(self._statistics, self._span)
        first_weekday = self._statistics.timeline.first_weekday
        self._items.draw(self._state, first_weekday, self.width(), self.height())
        # Without a line there is nothing that the keys could point at.
        some = bool(self._state.days)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if some else Qt.FocusPolicy.NoFocus)
        if self._day not in self._state.days:
            self._point_at(None)
        elif self._day is not None:
            self._point_at(self._day)

    # Pointing at days

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the day under the mouse."""
        point = self.mapToScene(event.position().toPoint())
        self._point_at(self._nearest(self._items.day_at(point)))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing, unless the keys do."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the last day."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._state.days:
            self._point_at(self._state.days[-1])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point at another day; Home and End go to the first and last one."""
        days = self._state.days
        key = Qt.Key(event.key())
        if not days or (key not in _STEPS and key not in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            event.ignore()
            return
        day = days[-1] if self._day is None else self._day + _STEPS.get(key, 0)
        if key == Qt.Key.Key_Home:
            day = days[0]
        elif key == Qt.Key.Key_End:
            day = days[-1]
        self._point_at(self._nearest(day))
        announce(self, self._label.text)

    def _nearest(self, day: int) -> int | None:
        days = self._state.days
        return min(max(day, days[0]), days[-1]) if days else None

    def _point_at(self, day: int | None) -> None:
        self._day = day
        if day is None or not self._state.days:
            self._items.point_at(None)
            self._label.hide()
            return
        height = self._state.height_on(day)
        self._items.point_at((day, height))
        place = self._items.place_of(day, height)
        words = self._words_of(date.fromordinal(day), round(height))
        self._label.show_at(place, words, QRectF(0, 0, self.width(), self.height()))
