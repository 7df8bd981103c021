"""Where arrows, Home, End and the Page keys lead in the Today page's table."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView

from selfcare_app.ui.today.state import GroupRow, HabitRow, Row

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
    if not habits or move not in (_Move.MoveHome, _Move.MoveEnd):
        return None
    home = move is _Move.MoveHome
    if whole:
        row = habits[0] if home else habits[-1]
    elif row not in habits:
        return None
    return row, FIRST_DAY if home else last_day


def next_stop(rows: Sequence[Row], row: int, step: int) -> int | None:
    """The next row down (`step` 1) or up (−1) where the focus stops; None where there is none."""
    end = len(rows) if step > 0 else -1
    return next((there for there in range(row + step, end, step) if is_stop(rows[there])), None)


def nearest_stop(rows: Sequence[Row], row: int, *, down: bool) -> int:
    """Where the focus stops at `row` or beyond it that way, or else the last stop that way."""
    stops = [number for number, each in enumerate(rows) if is_stop(each)]
    if down:
        return next((number for number in stops if number >= row), stops[-1])
    return next((number for number in reversed(stops) if number <= row), stops[0])


def is_stop(row: Row) -> bool:
    """Whether the arrows stop there: at habits, and at headings whose habits are folded away."""
    return not isinstance(row, GroupRow) or row.folded
