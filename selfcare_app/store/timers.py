"""The table of timers: one row a habit."""

from datetime import date

from selfcare_app.domain.timer import Timer
from selfcare_app.store.db import Database, Row
from selfcare_app.store.saving import removing, saving

_SELECT = "SELECT habit_id, day, seconds, started_at FROM timer WHERE NOT deleted"
_SAVE = saving("timer", "habit_id, day, seconds, started_at", "habit_id")


class TimerTable:
    """Reads and writes timers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Timer]:
        """Every timer that is running or paused."""
        return [_timer(row) for row in self._database.rows(f"{_SELECT} ORDER BY habit_id")]

    def find(self, habit_id: str) -> Timer | None:
        """The timer of that habit, None where there is none."""
        row = self._database.row(f"{_SELECT} AND habit_id = ?", (habit_id,))
        return _timer(row) if row else None

    def save_all(self, timers: list[Timer], modified_at: int) -> None:
        """Insert `timers` or write them over the rows of their habits."""
        self._database.change_many(_SAVE, [(*_values(timer), modified_at) for timer in timers])

    def remove(self, timer: Timer, modified_at: int) -> None:
        """Mark the row of `timer` as deleted."""
        self._database.change(
            removing("timer", "habit_id", "seconds = 0, started_at = NULL"),
            (modified_at, timer.habit_id),
        )


def _values(timer: Timer) -> tuple[object, ...]:
    return timer.habit_id, timer.day.toordinal(), timer.seconds, timer.started_at


def _timer(row: Row) -> Timer:
    habit_id, day, seconds, started_at = row
    return Timer(habit_id, date.fromordinal(day), seconds, started_at)
