"""The calendar of a year of a habit, a cell a day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.ui.announce import announce
from selfcare_app.ui.charts.calendar_item import CalendarItem, CalendarLayout, label_room
from selfcare_app.ui.charts.chart_view import ChartView
from selfcare_app.ui.charts.day_look import look_of
from selfcare_app.ui.charts.ink_label import InkLabel
from selfcare_app.ui.charts.year_grid import (
    WEEKS_IN_HALF_YEAR,
    WEEKS_IN_YEAR,
    YearGrid,
    grid_of_year,
)
from selfcare_app.ui.theme import Theme, text_factor

SMALLEST_PITCH = 13
USUAL_PITCH = 14
LARGEST_PITCH = 20
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_PageUp: -28,
    Qt.Key.Key_PageDown: 28,
}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class YearMap(ChartView):
    """A heat map of the year up to today or of a calendar year, in two rows where there is less
    room.

    With the focus, arrow keys move from day to day and a label tells of the day; a click or
    Enter asks to correct it.
    """

    day_chosen = Signal(object)
    """A date that the person wants to correct."""

    def __init__(self, words_of: Callable[[date], str], parent: QWidget | None = None) -> None:
        """`words_of` tells all about a day of the habit that is shown."""
        super().__init__(parent)
        self._words_of = words_of
        self._statistics: HabitStatistics | None = None
        self._theme: Theme | None = None
        self._day: int | None = None
        self._year: int | None = None
        self._pressed: int | None = None
        self._item = CalendarItem()
        self.scene().addItem(self._item)
        self._label = InkLabel(self.scene())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(label_room()[1] + 7 * USUAL_PITCH + 4)
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

    @property
    def year(self) -> int | None:
        """The calendar year shown; None for the one that ends today."""
        return self._year

    def show_year(self, year: int | None) -> None:
        """Show that calendar year; None for the year that ends today."""
        self._look_at(None)
        self._item.set_focused(None)
        self._year = year
        self._lay_out()

    def place_of(self, day: date) -> QRectF:
        """Where `day` lies, which must be among those shown, in the viewport's pixels."""
        return self._item.layout.rect_of(day.toordinal())

    def look_on(self, day: date) -> str:
        """The name of the look of `day`, empty where it is not shown."""
        look = self._item.looks.get(day.toordinal())
        return look.name if look else ""

    def show_statistics(self, statistics: HabitStatistics, theme: Theme) -> None:
        """Show the days of `statistics`."""
        if theme is not self._theme:
            self.setBackgroundBrush(QColor(theme.surface))
            self._label.set_theme(theme)
        if self._statistics is None or statistics.habit.id != self._statistics.habit.id:
            self._look_at(None)
        self._statistics, self._theme = statistics, theme
        self._lay_out()
        if self._day is not None:
            self._look_at(self._day if self._day in self._item.looks else None)

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
        layout = self._layout(self._statistics)
        grid = layout.grid
        looks = {day: look_of(self._statistics, day) for day in grid.days}
        self._item.show_days(layout, looks, self._statistics.habit.hue, self._theme)
        height = layout.size[1] + 4
        if height != self.height():
            self.setFixedHeight(height)

    def _layout(self, statistics: HabitStatistics) -> CalendarLayout:
        timeline = statistics.timeline
        left, top = label_room()
        room = self.width() - left - 2
        grid = YearGrid(timeline.as_of, WEEKS_IN_YEAR, timeline.first_weekday)
        if self._year is not None:
            grid = grid_of_year(self._year, timeline.as_of, timeline.first_weekday)
        smallest = round(SMALLEST_PITCH * min(max(text_factor(), 1.0), LARGEST_PITCH / USUAL_PITCH))
        across = max(WEEKS_IN_YEAR, grid.weeks)
        if room < across * smallest:
            across = WEEKS_IN_HALF_YEAR
        pitch = max(SMALLEST_PITCH, min(LARGEST_PITCH, room // across))
        return CalendarLayout(grid, left, top, pitch, across)

    # Pointing at days

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the day under the mouse."""
        self._look_at(self._item.layout.day_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day under the mouse, and on from there with the keys."""
        self._pressed = self._item.layout.day_at(event.position())
        self._go_to(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask to correct the day that was clicked."""
        day = self._item.layout.day_at(event.position())
        if day is not None and day == self._pressed:
            self._choose(day)
        self._pressed = None

    def _choose(self, day: int) -> None:
        self.day_chosen.emit(date.fromordinal(day))

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
        """Move from day to day; Home and End go to the first and last one, Enter corrects."""
        grid = self._item.layout.grid
        first = grid.days.start
        day = self._item.focused or grid.last
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            self._go_to(first)
        elif key == Qt.Key.Key_End:
            self._go_to(grid.last)
        elif key in _STEPS:
            self._go_to(min(max(day + _STEPS[key], first), grid.last))
        elif key in _CHOOSING:
            self._go_to(day)
            self._choose(day)
            return
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
