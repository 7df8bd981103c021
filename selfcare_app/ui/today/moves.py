"""Where Home, End and the Page keys lead in the Today page's table."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView

from selfcare_app.ui.today.state import HabitRow, Row

_Move = QAbstractItemView.CursorAction
FIRST_DAY = 1
"""The column of the earliest day shown."""


def moved(
    rows: Sequence[Row], last_day: int, move: _Move, row: int, *, whole: bool
) -> tuple[int, int] | None:
    """The row and column that `move` leads to from `row`; None where Qt knows better.

    Home and End go to the first and the last day, and with `whole` (Ctrl) to those of the
    first and the last habit. `last_day` is the column of the last day.
    """
    habits = [number for number, each in enumerate(rows) if isinstance(each, HabitRow)]
    if not habits:
        return None
    if move is _Move.MoveHome:
        return habits[0] if whole else row, FIRST_DAY
    if move is _Move.MoveEnd:
        return habits[-1] if whole else row, last_day
    return None


def nearest_habit(rows: Sequence[Row], row: int, *, down: bool) -> int:
    """The row of a habit at `row` or, on a heading, beyond it; the last that way if none is."""
    habits = [number for number, each in enumerate(rows) if isinstance(each, HabitRow)]
    if down:
        return next((number for number in habits if number >= row), habits[-1])
    return next((number for number in reversed(habits) if number <= row), habits[0])
