"""Zooming and moving within a chart's data: by wheel, by dragging, by keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

STEP = 0.8
"""What one notch of the wheel, or one key, leaves of the stretch that is seen."""
_NOTCH = 120
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: STEP,
    Qt.Key.Key_Equal: STEP,
    Qt.Key.Key_Minus: 1 / STEP,
}
_PAN_KEYS = {Qt.Key.Key_Left: -0.25, Qt.Key.Key_Right: 0.25}
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ZoomWindow:
    """Which stretch of the data is seen, from `first` to `last` in the chart's own unit; it
    never leaves the data, and comes back `home` to the range that was chosen."""

    def __init__(self, narrowest: float) -> None:
        """`narrowest` is the shortest stretch that is worth seeing."""
        self.narrowest = narrowest
        self.limits = self.home = (0.0, 1.0)
        self.first, self.last = self.home

    @property
    def at_home(self) -> bool:
        """Whether the chosen range is seen, unchanged."""
        return (self.first, self.last) == self.home

    @property
    def width(self) -> float:
        """How much is seen."""
        return self.last - self.first

    def set_data(self, limits: tuple[float, float], home: tuple[float, float]) -> None:
        """Take other data and another range; who has zoomed stays where the data allows."""
        stays = not self.at_home and home == self.home
        self.limits = min(limits[0], home[0]), max(limits[1], home[1])
        self.home = home
        if stays:
            self._look_at(self.first, self.width)
        else:
            self.first, self.last = home

    def go_home(self) -> bool:
        """See the chosen range again; whether that changes anything."""
        return self._see(*self.home)

    def zoom(self, factor: float, at: float) -> bool:
        """See `factor` times as much, with `at` where it is; whether that changes anything."""
        widest = self.limits[1] - self.limits[0]
        width = min(max(self.width * factor, min(self.narrowest, self.width)), widest)
        share = (at - self.first) / self.width
        return self._look_at(at - share * width, width)

    def pan(self, by: float) -> bool:
        """Move by that much; whether that changes anything."""
        return self._look_at(self.first + by, self.width)

    def show(self, first: float, last: float) -> bool:
        """Move no further than needed to see `first` to `last`; whether that was needed."""
        if first < self.first:
            return self.pan(first - self.first)
        return last > self.last and self.pan(last - self.last)

    def _look_at(self, first: float, width: float) -> bool:
        low, high = self.limits
        width = min(width, high - low)
        first = min(max(first, low), high - width)
        return self._see(first, first + width)

    def _see(self, first: float, last: float) -> bool:
        before = (self.first, self.last)
        self.first, self.last = first, last
        return before != (first, last)


class Zoom(QObject):
    """Brings wheel, mouse and keys of a chart to its window.

    The wheel scrolls on while the page is being scrolled: a chart that comes to lie beneath
    the mouse takes it only once the mouse has moved. What changes nothing goes on to the page.
    """

    changed = Signal()
    """Another stretch is seen."""

    def __init__(
        self,
        chart: QWidget,
        surface: QWidget,
        window: ZoomWindow,
        room: Callable[[], tuple[float, float]],
    ) -> None:
        """`chart` has the focus, `surface` gets the mouse; `room` tells the left and right edge
        of what is drawn, in pixels."""
        super().__init__(chart)
        self.chart, self._surface = chart, surface
        self._window, self._room = window, room
        self._pressed: QPoint | None = None
        self._first_then = 0.0
        self._dragging = False
        self._place: QPoint | None = None
        for watched in {chart, surface}:
            watched.installEventFilter(self)

    def value_at(self, x: float) -> float:
        """What lies at pixel `x`."""
        left, right = self._room()
        return self._window.first + (x - left) / max(1.0, right - left) * self._window.width

    def x_of(self, value: float) -> float:
        """The pixel at which `value` lies."""
        left, right = self._room()
        share = (value - self._window.first) / self._window.width
        return left + share * (right - left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what zooms and moves; leave everything else to the chart."""
        if watched is self._surface:
            if isinstance(event, QWheelEvent):
                return self._on_wheel(event)
            if isinstance(event, QMouseEvent):
                return self._on_mouse(event)
            if event.type() == QEvent.Type.Enter:
                self._place = self._surface.mapToGlobal(QPoint())
        if watched is self.chart and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._on_key(event)
        return False

    def _tell(self, changed: bool) -> bool:
        if changed:
            self.changed.emit()
        return changed

    def _on_wheel(self, event: QWheelEvent) -> bool:
        place = self._surface.mapToGlobal(QPoint())
        if self._place is None:
            self._place = place
        turned = event.angleDelta()
        if place != self._place or not (turned.x() or turned.y()):
            return False
        if turned.x() or event.modifiers() & _SHIFT:
            notches = (turned.x() or turned.y()) / _NOTCH
            taken = self._tell(self._window.pan(-notches * self._window.width / 10))
        else:
            at = self.value_at(event.position().x())
            taken = self._tell(self._window.zoom(STEP ** (turned.y() / _NOTCH), at))
        if taken:
            event.accept()
        return taken

    def _on_mouse(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonDblClick:
                self._tell(self._window.go_home())
                return True
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._pressed, self._first_then = point, self._window.first
            case QEvent.Type.MouseMove:
                self._place = self._surface.mapToGlobal(QPoint())
                if self._pressed is not None:
                    return self._on_drag(point)
            case QEvent.Type.MouseButtonRelease:
                dragged, self._pressed, self._dragging = self._dragging, None, False
                return dragged
        return False

    def _on_drag(self, point: QPoint) -> bool:
        assert self._pressed is not None
        moved = point.x() - self._pressed.x()
        if not self._dragging and abs(moved) < QApplication.startDragDistance():
            return False
        self._dragging = True
        left, right = self._room()
        first = self._first_then - moved / max(1.0, right - left) * self._window.width
        self._tell(self._window.pan(first - self._window.first))
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        window, key = self._window, Qt.Key(event.key())
        middle = (window.first + window.last) / 2
        if key in _ZOOM_KEYS:
            self._tell(window.zoom(_ZOOM_KEYS[key], middle))
        elif key == Qt.Key.Key_0:
            self._tell(window.go_home())
        elif key in _PAN_KEYS and event.modifiers() & _SHIFT:
            self._tell(window.pan(_PAN_KEYS[key] * window.width))
        else:
            return False
        event.accept()
        return True
