"""Planned and actual work hours of the last weeks, a bar a day."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from selfcare_app.services.hours import WorkDay
from selfcare_app.ui.announce import announce
from selfcare_app.ui.boundaries.charts.days_item import DaysItem
from selfcare_app.ui.boundaries.charts.days_layout import DaysLayout
from selfcare_app.ui.boundaries.charts.shown import HoursShown, told
from selfcare_app.ui.charts.chart_view import ChartView
from selfcare_app.ui.charts.ink_label import InkLabel

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PlannedAndActual(ChartView):
    """Bars from when work started to when it ended, what lies past the planned end hatched.

    The mouse or, with the focus, the arrow keys point at a day, and a label tells of it; a
    click or Enter asks to correct it.
    """

    day_chosen = Signal(object)
    """A date that the person wants to correct."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: HoursShown | None = None
        self._layout: DaysLayout | None = None
        self._pointed: int | None = None
        self._pressed: int | None = None
        self._item = DaysItem()
        self.scene().addItem(self._item)
        self._label = InkLabel(self.scene())

    @property
    def layout_of_days(self) -> DaysLayout | None:
        """Where the days lie, in the viewport's pixels; None while there are none to show."""
        return self._layout

    @property
    def day(self) -> WorkDay | None:
        """The day that the label tells of."""
        if self._pointed is None or self._layout is None:
            return None
        return self._layout.columns[self._pointed].day

    @property
    def label(self) -> str:
        """What the label says; empty while there is none."""
        return self._label.text

    def show_days(self, shown: HoursShown) -> None:
        """Show other days."""
        self._shown = shown
        self.setBackgroundBrush(QColor(shown.theme.surface))
        self._label.set_theme(shown.theme)
        self._lay_out()
        # Without a day there is nothing that the keys could point at.
        policy = Qt.FocusPolicy.StrongFocus if self._count() else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def sizeHint(self) -> QSize:
        """Room for some weeks."""
        return QSize(420, 240)

    def minimumSizeHint(self) -> QSize:
        """Below that, days could not be told apart."""
        return QSize(220, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the days the room that there is."""
        super().resizeEvent(event)
        # pyqtgraph's base class sends one while it is still being made.
        if hasattr(self, "_item"):
            self._lay_out()

    def _lay_out(self) -> None:
        if self._shown is None:
            return
        width, height = float(self.width()), float(self.height())
        self._layout = DaysLayout(self._shown.weeks, width, height)
        self._item.show_days(self._shown, self._layout, height)
        stays = self._pointed is not None and self._pointed < self._count()
        self._point_at(self._pointed if stays else None)

    def _count(self) -> int:
        return len(self._layout.columns) if self._layout else 0

    def _number_at(self, point: QPointF) -> int | None:
        return self._layout.number_at(point.x(), point.y()) if self._layout else None

    # Pointing at days

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the day under the mouse."""
        self._point_at(self._number_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click begins, and go on from there with the keys."""
        self._pressed = self._number_at(event.position())
        self._point_at(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask to correct the day that was clicked."""
        number, pressed = self._number_at(event.position()), self._pressed
        self._pressed = None
        if number is not None and number == pressed:
            self._choose(number)

    def _choose(self, number: int) -> None:
        assert self._layout is not None
        self.day_chosen.emit(self._layout.columns[number].day.day)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing, unless the keys do."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the last day."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._count():
            self._point_at(self._count() - 1 if self._pointed is None else self._pointed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point at another day; Home and End go to the first and last one, Enter corrects."""
        key, last = Qt.Key(event.key()), self._count() - 1
        number = last if self._pointed is None else self._pointed
        if key in _CHOOSING and self._pointed is not None:
            self._choose(number)
            return
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            number = 0 if key == Qt.Key.Key_Home else last
        elif key in _STEPS:
            number = min(max(number + _STEPS[key], 0), last)
        else:
            event.ignore()
            return
        if last >= 0:
            self._point_at(number)
            announce(self, self._label.text)

    def _point_at(self, number: int | None) -> None:
        self._pointed = number
        self._item.point_at(number, focused=self.hasFocus())
        if number is None or self._layout is None or self._shown is None:
            self._label.hide()
            return
        place = self._layout.place_of(number)
        bounds = QRectF(0, 0, self.width(), self.height())
        words = told(self._shown, self._layout.columns[number].day)
        self._label.show_at(QPointF(place.center().x(), place.top()), words, bounds)
