"""Where the parts of the day's control lie, for painting and for the mouse alike."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from selfcare_app.ui.today.state import Control, ControlKind, HabitRow

CONTROL_WIDTH = 106
INDENT = 20
"""From the column's left edge to the control."""
GAP = 9


class Part(Enum):
    """What the mouse can meet in the day's control."""

    MINUS = auto()
    VALUE = auto()
    PLUS = auto()
    BUTTON = auto()
    LOG_ANYWAY = auto()
    TIMER = auto()
    """Starts and pauses the timer."""
    STOP = auto()
    """Stops the timer and logs what it counted."""


class ControlGeometry(NamedTuple):
    """The rectangles of one control within its table cell."""

    frame: QRect
    beside: QRect
    parts: tuple[tuple[Part, QRect], ...]

    def part_at(self, position: QPoint) -> Part | None:
        """What lies under `position`."""
        return next((part for part, rect in self.parts if rect.contains(position)), None)

    def rect_of(self, part: Part) -> QRect:
        """Where `part` lies; an empty rectangle where the control has no such part."""
        return next((rect for found, rect in self.parts if found is part), QRect())


def row_geometry(row: HabitRow, cell: QRect, factor: float = 1.0) -> ControlGeometry:
    """Lay out the control of `row` in its table cell, with the timer that it may have; `factor`
    is the text size against the usual."""
    if row.timer is None and not row.can_start:
        return control_geometry(row.control, cell, factor)
    size = min(cell.height() - 6, round(32 * factor))
    top = cell.top() + (cell.height() - size) // 2
    button = QRect(cell.right() - size + 1, top, size, size)
    room = cell.adjusted(0, 0, -size - 4, 0)
    if row.timer is None:
        frame, beside, parts = control_geometry(row.control, room, factor)
    else:
        frame = QRect(cell.left() + INDENT, top, round(CONTROL_WIDTH * factor), size)
        left = frame.right() + GAP
        beside = QRect(left, cell.top(), room.right() - left, cell.height())
        parts = ((Part.STOP, frame),)
    return ControlGeometry(frame, beside, (*parts, (Part.TIMER, button)))


def control_geometry(control: Control, cell: QRect, factor: float = 1.0) -> ControlGeometry:
    """Lay out `control` in its table cell; `factor` is the text size against the usual."""
    height = min(cell.height() - 6, round(32 * factor))
    width = round(CONTROL_WIDTH * factor)
    top = cell.top() + (cell.height() - height) // 2
    left = cell.left() + INDENT
    if control.kind is ControlKind.NEXT:
        plus = QRect(cell.right() - height - 8, top, height, height)
        beside = QRect(left, top, plus.left() - left - 4, height)
        return ControlGeometry(QRect(), beside, ((Part.LOG_ANYWAY, plus),))
    frame = QRect(left, top, width, height)
    beside = QRect(
        frame.right() + GAP, cell.top(), cell.right() - frame.right() - GAP, cell.height()
    )
    if control.kind is ControlKind.MARK:
        return ControlGeometry(frame, beside, ((Part.BUTTON, frame),))
    third = round(32 * factor)
    minus = QRect(frame.left(), top, third, height)
    plus = QRect(frame.right() - third + 1, top, third, height)
    value = QRect(minus.right() + 1, top, plus.left() - minus.right() - 1, height)
    parts = ((Part.MINUS, minus), (Part.VALUE, value), (Part.PLUS, plus))
    return ControlGeometry(frame, beside, parts)


def menu_rect(cell: QRect) -> QRect:
    """Where a name's cell has its “…” while the mouse is over the row."""
    return QRect(cell.right() - 27, cell.top() + (cell.height() - 26) // 2, 24, 26)
