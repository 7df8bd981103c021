"""A weekday's hours as bars on the scale, whose ends are dragged or moved by keys."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import Hours, Interval
from selfcare_app.ui.announce import announce
from selfcare_app.ui.boundaries.week.draft import (
    FINE,
    SNAP,
    Grip,
    Part,
    drawn,
    moved,
    snapped,
    stepped,
    with_interval,
)
from selfcare_app.ui.boundaries.week.scale import Scale
from selfcare_app.ui.boundaries.week.words import grip_words, row_words
from selfcare_app.ui.theme import Theme, font

AREA = "boundaries"
_BAR, _END, _RADIUS = 20.0, 6.0, 3.0
"""Height of a bar, width of its darker ends, roundness of its corners."""
_REACH = 8.0
"""Pixels around an end within which it is taken hold of."""
EDGE = 14
"""Pixels that the scale leaves free at both sides, for the focus ring of an end."""


class OneOff:
    """Hours of a single day of this week in place of the week's, and how they are called."""

    def __init__(self, hours: Hours, words: str) -> None:
        self.hours, self.words = hours, words


class RowBar(QWidget):
    """Tab goes through the ends; ← and → move one, Del takes its interval away. A drag is
    settled when it is let go; Esc puts it back."""

    settled = Signal(object, bool)
    """Intervals, perhaps overlapping, and whether that goes on from the change before."""

    def __init__(self, weekday: int, theme: Callable[[], Theme], parent: QWidget) -> None:
        """`weekday` is ISO; `theme` tells the colours of the moment."""
        super().__init__(parent)
        self.weekday, self._theme = weekday, theme
        self._scale = Scale()
        self._hours: Hours = ()
        self.one_off: OneOff | None = None
        self.now: int | None = None
        """The minute that it is, in the row of today."""
        self.grip: Grip | None = None
        """The end that has the focus."""
        self._drag: Interval | None = None
        self._dragged: Grip | None = None
        self._begun = 0.0
        self._going_on = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a row of the week."""
        return QSize(360, max(34, round(QFontMetricsF(font("body")).height() + 16)))

    def show_hours(self, hours: Hours, bounds: tuple[int, int]) -> None:
        """Show `hours` on a scale between the two minutes of `bounds`."""
        self._hours = hours
        self._scale = Scale(*bounds, width=1.0)
        if self.grip is not None and self.grip.number >= len(hours):
            self.grip = Grip(len(hours) - 1, Part.END) if hours else None
        self.setToolTip("" if self.one_off is None else self.one_off.words)
        self._say()
        self.update()

    @property
    def scale(self) -> Scale:
        """The scale at the present width."""
        return replace(self._scale, width=float(self.width() - 2 * EDGE))

    def grip_place(self, grip: Grip) -> QPointF:
        """Where an end stands, in the widget's own pixels."""
        interval = self._hours[grip.number]
        minute = interval.end if grip.part is Part.END else interval.start
        return QPointF(EDGE + self.scale.place(minute), self.height() / 2)

    # By keys

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the ends before the focus goes on."""
        ends = self._ends()
        if self.grip in ends:
            place = ends.index(self.grip) + (1 if forward else -1)
            if 0 <= place < len(ends):
                self._hold(ends[place])
                return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first end, or, coming backwards, with the last."""
        super().focusInEvent(event)
        ends = self._ends()
        backwards = event.reason() is Qt.FocusReason.BacktabFocusReason
        if ends and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._hold(ends[-1 if backwards else 0])
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the ends."""
        super().focusOutEvent(event)
        self._going_on = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the end that has the focus, or take its interval away."""
        key, grip = event.key(), self.grip
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = self._dragged = None
            self.update()
        elif grip is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            way = 1 if key == Qt.Key.Key_Right else -1
            interval = self._hours[grip.number]
            other = stepped(interval, grip.part, way, FINE if fine else SNAP)
            if other != interval:
                self._settle(grip.number, other)
        elif grip is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._going_on = False
            self._settle(grip.number, None)
        else:
            super().keyPressEvent(event)

    # By the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an end or a bar, or begin to draw a new one."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._going_on = False
        place = event.position().x()
        self._begun = self.scale.minute(place - EDGE)
        self._dragged = self._under(place)
        if self._dragged is not None:
            self._drag = self._hours[self._dragged.number]
            part = self._dragged.part
            self._hold(Grip(self._dragged.number, Part.END if part is Part.WHOLE else part))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        place = event.position().x()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.setCursor(_cursor(self._under(place)))
            return
        minute = self.scale.minute(place - EDGE)
        if self._dragged is None:
            self._drag = drawn(self._begun, minute)
        else:
            interval = self._hours[self._dragged.number]
            goal = minute
            if self._dragged.part is Part.WHOLE:
                goal = interval.start + minute - self._begun
            self._drag = moved(interval, self._dragged.part, snapped(goal))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Settle what was dragged."""
        drag, dragged = self._drag, self._dragged
        self._drag = self._dragged = None
        self.update()
        if drag is None:
            return
        number = len(self._hours) if dragged is None else dragged.number
        if dragged is None or drag != self._hours[number]:
            self._settle(number, drag)

    def _under(self, place: float) -> Grip | None:
        """What lies at `place`: an end before the bar itself."""
        found: Grip | None = None
        for number, interval in enumerate(self._hours):
            left, right = (EDGE + self.scale.place(each) for each in (interval.start, interval.end))
            reach = min(_REACH, (right - left) / 3)
            if abs(place - right) <= max(reach, _END):
                return Grip(number, Part.END)
            if abs(place - left) <= max(reach, _END):
                return Grip(number, Part.START)
            if left < place < right:
                found = Grip(number, Part.WHOLE)
        return found

    def _settle(self, number: int, interval: Interval | None) -> None:
        going_on, self._going_on = self._going_on, interval is not None
        if interval is not None and self.grip is not None:
            # The interval may have another number once all are in order.
            later = sum(each.start < interval.start for each in self._rest(number))
            self.grip = Grip(later, self.grip.part)
        self.settled.emit(with_interval(self._hours, number, interval), going_on)

    def _rest(self, number: int) -> list[Interval]:
        return [each for place, each in enumerate(self._hours) if place != number]

    def _ends(self) -> list[Grip]:
        return [
            Grip(number, part)
            for number in range(len(self._hours))
            for part in (Part.START, Part.END)
        ]

    def _hold(self, grip: Grip) -> None:
        self.grip, self._going_on = grip, False
        self._say()
        self.update()

    def _say(self) -> None:
        words = row_words(self.weekday, self._hours)
        if self.grip is not None and self.hasFocus():
            interval = self._hours[self.grip.number]
            words = grip_words(self.weekday, interval, self.grip.part)
            if words != self.accessibleName():
                announce(self, words)
        self.setAccessibleName(words)

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines of the hours, the bars, and what is once."""
        theme, scale = self._theme(), self.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(EDGE, 0)
        painter.setPen(QPen(QColor(theme.divider), 1))
        for minute in scale.ticks():
            place = round(scale.place(minute)) + 0.5
            painter.drawLine(QPointF(place, 0), QPointF(place, self.height()))
        shown = self._shown()
        for interval in shown:
            self._paint_bar(painter, self._bar(interval, scale), theme)
        self._paint_one_off(painter, scale, theme, shown)
        if self.now is not None and scale.first <= self.now <= scale.last:
            painter.setPen(QPen(QColor(theme.text), 1.6))
            place = scale.place(self.now)
            painter.drawLine(QPointF(place, 1), QPointF(place, self.height() - 1))
        if self.hasFocus():
            self._paint_ring(painter, scale, theme)
        painter.end()

    def _shown(self) -> list[Interval]:
        if self._drag is None:
            return list(self._hours)
        if self._dragged is None:
            return [*self._hours, self._drag]
        return [*self._rest(self._dragged.number), self._drag]

    def _bar(self, interval: Interval, scale: Scale) -> QRectF:
        left, right = scale.place(interval.start), scale.place(interval.end)
        return QRectF(left, (self.height() - _BAR) / 2, right - left, _BAR)

    @staticmethod
    def _paint_bar(painter: QPainter, bar: QRectF, theme: Theme) -> None:
        painter.setPen(QPen(theme.area(AREA), 1))
        painter.setBrush(theme.fill(AREA))
        painter.drawRoundedRect(bar, _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.area(AREA))
        end = min(_END, bar.width() / 3)
        for left in (bar.left(), bar.right() - end):
            painter.drawRoundedRect(QRectF(left, bar.top(), end, bar.height()), 2, 2)

    def _paint_one_off(
        self, painter: QPainter, scale: Scale, theme: Theme, shown: list[Interval]
    ) -> None:
        painter.setFont(font("caption"))
        metrics = QFontMetricsF(painter.font())
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        room = scale.width + EDGE
        if self.one_off is None:
            if not shown:
                painter.setPen(QColor(theme.text_second))
                words = tr("Off")
                middle = (scale.width - metrics.horizontalAdvance(words)) / 2
                painter.drawText(QPointF(middle, base), words)
            return
        painter.setPen(QPen(theme.area(AREA), 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for interval in self.one_off.hours:
            painter.drawRoundedRect(self._bar(interval, scale), _RADIUS, _RADIUS)
        ends = [scale.place(each.end) for each in (*self.one_off.hours, *shown)]
        wide = metrics.horizontalAdvance(self.one_off.words)
        left = max([*ends, 0.0]) + 8
        if left + wide > room:
            # The tool tip has it all the same.
            return
        painter.setPen(QColor(theme.text_second))
        painter.drawText(QPointF(left, base), self.one_off.words)

    def _paint_ring(self, painter: QPainter, scale: Scale, theme: Theme) -> None:
        painter.setPen(QPen(QColor(theme.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.grip is None:
            painter.drawRoundedRect(QRectF(-EDGE + 1, 1, self.width() - 2, self.height() - 2), 6, 6)
            return
        interval = self._hours[self.grip.number] if self._drag is None else self._drag
        minute = interval.end if self.grip.part is Part.END else interval.start
        inwards = -_END / 2 if self.grip.part is Part.END else _END / 2
        centre = scale.place(minute) + inwards
        high = min(28.0, self.height() - 3.0)
        painter.drawRoundedRect(QRectF(centre - 8, (self.height() - high) / 2, 16, high), 5, 5)


def _cursor(grip: Grip | None) -> Qt.CursorShape:
    if grip is None:
        return Qt.CursorShape.CrossCursor
    whole = grip.part is Part.WHOLE
    return Qt.CursorShape.OpenHandCursor if whole else Qt.CursorShape.SizeHorCursor
