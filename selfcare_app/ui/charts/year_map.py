"""The calendar of a habit's last year, a cell a day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.ui.charts.announce import announce
from selfcare_app.ui.charts.calendar_item import CalendarItem, CalendarLayout, label_room
from selfcare_app.ui.charts.chart_view import ChartView
from selfcare_app.ui.charts.day_look import look_of
from selfcare_app.ui.charts.ink_label import InkLabel
from selfcare_app.ui.charts.year_grid import WEEKS_IN_HALF_YEAR, WEEKS_IN_YEAR, YearGrid
from selfcare_app.ui.theme import Theme

SMALLEST_PITCH = 14
LARGEST_PITCH = 20
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_PageUp: -28,
    Qt.Key.Key_PageDown: 28,
}


class YearMap(ChartView):
    """A heat map of a year, or of half a year where there is less room.

    With the focus, arrow keys move from day to day and a label tells of the day.
    """

    def __init__(self, words_of: Callable[[date], str], parent: QWidget | None = None) -> None:
        """`words_of` tells all about a day of the habit that is shown."""
        super().__init__(parent)
        self._words_of = words_of
        self._statistics: HabitStatistics | None = None
        self._theme: Theme | None = None
        self._day: int | None = None
        self._item = CalendarItem()
        self.scene().addItem(self._item)
        self._label = InkLabel(self.scene())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(label_room()[1] + 7 * SMALLEST_PITCH + 4)
        self.setAccessibleName(tr("The year"))

    @property
    def layout_of_days(self) -> CalendarLayout:
        """Where the days lie, in the viewport's pixels."""
        return self._item.layout

    @property
    def day(self) -> date | None:
        """The day that the label tells of."""
        return None if self._day is None else date.fromordinal(self._day)

    @property
    def label(self) -> str:
        """What the label says; empty while there is none."""
        return self._label.text

    def look_on(self, day: date) -> str:
        """The name of the look of `day`, empty where it is not shown."""
        look = self._item.looks.get(day.toordinal())
        return look.name if look else ""

    def show_statistics(self, statistics: HabitStatistics, theme: Theme) -> None:
        """Show the year that ends with the last day of `statistics`."""
        if theme is not self._theme:
            self.setBackgroundBrush(QColor(theme.surface))
            self._label.set_theme(theme)
        if self._statistics is None or statistics.habit.id != self._statistics.habit.id:
            self._look_at(None)
        self._statistics, self._theme = statistics, theme
        self._lay_out()
        if self._day is not None:
            self._look_at(self._day)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        if self._theme is not None:
            self._label.set_theme(self._theme)
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many weeks as there is room for."""
        super().resizeEvent(event)
        # pyqtgraph's base class sends one while it is still being made.
        if hasattr(self, "_item"):
            self._lay_out()

    def _lay_out(self) -> None:
        if self._statistics is None or self._theme is None:
            return
        timeline = self._statistics.timeline
        left, top = label_room()
        room = self.width() - left - 6
        weeks = WEEKS_IN_YEAR if room >= WEEKS_IN_YEAR * SMALLEST_PITCH else WEEKS_IN_HALF_YEAR
        pitch = max(SMALLEST_PITCH, min(LARGEST_PITCH, room // weeks))
        grid = YearGrid(timeline.as_of, weeks, timeline.first_weekday)
        layout = CalendarLayout(grid, left, top, pitch)
        looks = {day: look_of(self._statistics, day) for day in grid.days}
        self._item.show_days(layout, looks, self._statistics.habit.hue, self._theme)
        height = layout.size[1] + 4
        if height != self.height():
            self.setFixedHeight(height)

    # Pointing at days

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the day under the mouse."""
        self._look_at(self._item.layout.day_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day under the mouse, and on from there with the keys."""
        self._go_to(self._item.layout.day_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the day that has the focus."""
        super().leaveEvent(event)
        self._look_at(self._item.focused)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the last day."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._item.looks:
            self._go_to(self._day or self._item.layout.grid.last)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the label away."""
        super().focusOutEvent(event)
        self._go_to(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from day to day; Home and End go to the first and last one."""
        grid = self._item.layout.grid
        day = self._item.focused or grid.last
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            self._go_to(grid.first)
        elif key == Qt.Key.Key_End:
            self._go_to(grid.last)
        elif key in _STEPS:
            self._go_to(min(max(day + _STEPS[key], grid.first), grid.last))
        else:
            event.ignore()
            return
        announce(self, self._label.text)

    def _go_to(self, day: int | None) -> None:
        self._item.set_focused(day)
        self._look_at(day)

    def _look_at(self, day: int | None) -> None:
        self._day = day
        if day is None:
            self._label.hide()
            return
        point = self._item.layout.rect_of(day).center()
        bounds = QRectF(0, 0, self.width(), self.height())
        self._label.show_at(QPointF(point), self._words_of(date.fromordinal(day)), bounds)
