"""How a day is drawn in the calendar of a year: told apart by shape before colour."""

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from selfcare_app.domain.amount import millionths
from selfcare_app.domain.schedule import DaySchedule
from selfcare_app.domain.timeline import (
    FREE,
    FREE_KEPT,
    FREE_NOT_KEPT,
    FREE_PARTLY,
    KEPT,
    NOT_KEPT,
    OPEN,
    PARTLY,
    REST,
)
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.ui.theme import Theme

MUCH_MORE = 2
"""From how many times the target on a day stands out."""


class DayLook(Enum):
    """What a day's cell shows."""

    DONE = auto()
    MORE = auto()
    """Much more than was asked."""
    PARTLY = auto()
    REST = auto()
    OPEN = auto()
    STILL_OPEN = auto()
    """Today, as long as nothing is logged."""
    COVERED = auto()
    """Not logged; what was done on the days around it reaches over it."""
    FREE = auto()


_LOOKS = {
    KEPT: DayLook.DONE,
    FREE_KEPT: DayLook.DONE,
    PARTLY: DayLook.PARTLY,
    FREE_PARTLY: DayLook.PARTLY,
    REST: DayLook.REST,
    NOT_KEPT: DayLook.OPEN,
    FREE_NOT_KEPT: DayLook.OPEN,
    FREE: DayLook.FREE,
}


def look_of(statistics: HabitStatistics, day: int) -> DayLook:
    """The look of day number `day`; days outside the habit's life look free."""
    timeline = statistics.timeline
    mark = timeline.mark_on(day)
    if mark is None or (mark == OPEN and day < timeline.start):
        return DayLook.FREE
    if mark == OPEN:
        return _look_of_open(statistics, day)
    look = _LOOKS[mark]
    if look is DayLook.DONE and _much_more(statistics, day):
        return DayLook.MORE
    return look


LOOKS = tuple(DayLook)
"""By the numbers that `looks_in` gives."""
_NUMBER = {look: number for number, look in enumerate(LOOKS)}


def _table(looks: Mapping[int, DayLook]) -> bytes:
    """For `bytes.translate`: the number of the look of each mark, free for all others."""
    free = _NUMBER[DayLook.FREE]
    return bytes(_NUMBER[looks[mark]] if mark in looks else free for mark in range(256))


_OF_DAYS = _table({**_LOOKS, OPEN: DayLook.OPEN})
_OF_OTHERS = _table(_LOOKS)


def looks_in(statistics: HabitStatistics, days: range) -> bytes:
    """The looks of all day numbers `days` at once, as numbers in `LOOKS`. Much more than was
    asked is not told apart."""
    timeline = statistics.timeline
    free = bytes([_NUMBER[DayLook.FREE]])
    begin, stop = max(days.start, timeline.first), min(days.stop, timeline.as_of + 1)
    if begin >= stop:
        return free * len(days)
    some = slice(begin - timeline.first, stop - timeline.first)
    marks = timeline.marks[some]
    if isinstance(timeline.habit.schedule, DaySchedule):
        found = bytearray(marks.translate(_OF_DAYS))
        if stop > timeline.as_of and marks[-1] == OPEN:
            found[-1] = _NUMBER[DayLook.STILL_OPEN]
    else:
        found = bytearray(marks.translate(_OF_OTHERS))
        covered = statistics.covered[some]
        for index in range(len(marks)):
            if covered[index] and marks[index] == OPEN:
                found[index] = _NUMBER[DayLook.COVERED]
    for index in range(min(timeline.start, stop) - begin):
        if marks[index] == OPEN:
            found[index] = free[0]
    return (free * (begin - days.start) + bytes(found)).ljust(len(days), free)


def _look_of_open(statistics: HabitStatistics, day: int) -> DayLook:
    timeline = statistics.timeline
    if not isinstance(timeline.habit.schedule, DaySchedule):
        # Any day would do, so no single one stands open.
        return DayLook.COVERED if statistics.covered[day - timeline.first] else DayLook.FREE
    return DayLook.STILL_OPEN if day == timeline.as_of else DayLook.OPEN


def _much_more(statistics: HabitStatistics, day: int) -> bool:
    habit = statistics.habit
    if not habit.measured or habit.at_most or not habit.target:
        return False
    amount = statistics.timeline.amounts[day - statistics.timeline.first]
    return amount >= MUCH_MORE * millionths(habit.target)


def draw_look(painter: QPainter, cell: QRectF, look: DayLook, area: str, theme: Theme) -> None:
    """Draw a day of a habit of practice area `area` into the square `cell`."""
    full = theme.area(area)
    match look:
        case DayLook.DONE:
            _draw_square(painter, cell, full, None)
        case DayLook.MORE:
            _draw_square(painter, cell, theme.strong(area), None)
        case DayLook.PARTLY:
            _draw_left_half(painter, cell, full)
            _draw_square(painter, cell, None, QPen(full, 1.3))
        case DayLook.REST:
            painter.setPen(QPen(full, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            half = QPointF(cell.width() * 0.34, 0)
            painter.drawLine(cell.center() - half, cell.center() + half)
        case DayLook.OPEN:
            _draw_square(painter, cell, None, QPen(QColor(theme.outline), 1.0))
        case DayLook.STILL_OPEN:
            _draw_square(painter, cell, None, QPen(full, 1.8))
        case DayLook.COVERED:
            _draw_square(painter, cell, theme.fill(area), QPen(full, 1.0))
        case DayLook.FREE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.faint))
            painter.drawEllipse(cell.center(), 1.1, 1.1)


def draw_stamp(look: DayLook, area: str, size: float, scale: float, theme: Theme) -> QPixmap:
    """A day drawn once, to be stamped into many cells of `size` pixels, for a screen of that
    `scale`; it has a pixel of air around it."""
    made = QPixmap(round((size + 2) * scale), round((size + 2) * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_look(painter, QRectF(1, 1, size, size), look, area, theme)
    painter.end()
    return made


def _rounding(cell: QRectF) -> float:
    return cell.width() * 0.2


def _draw_square(
    painter: QPainter, cell: QRectF, ground: QColor | None, border: QPen | None
) -> None:
    painter.setPen(border or Qt.PenStyle.NoPen)
    painter.setBrush(ground or Qt.BrushStyle.NoBrush)
    inset = border.widthF() / 2 if border else 0.0
    square = cell.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(square, _rounding(cell), _rounding(cell))


def _draw_left_half(painter: QPainter, cell: QRectF, colour: QColor) -> None:
    square = QPainterPath()
    square.addRoundedRect(cell, _rounding(cell), _rounding(cell))
    painter.save()
    painter.setClipRect(QRectF(cell.left(), cell.top(), cell.width() / 2, cell.height()))
    painter.fillPath(square, colour)
    painter.restore()
