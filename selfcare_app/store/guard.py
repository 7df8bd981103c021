"""What reading a database file that nobody vouches for may cost."""

from collections.abc import Callable
from time import monotonic
from typing import Protocol

LONGEST_SECONDS = 4.0
"""That SQLite may be busy with such a file; the largest that can be imported takes less than 1."""

_STEPS_BETWEEN_LOOKS = 10_000
# The numbers by which SQLite names its limits: https://sqlite.org/c3ref/c_limit_attached.html
_LENGTH, _SQL_LENGTH, _EXPRESSION_DEPTH, _COMPOUND_SELECT = 0, 1, 3, 4
_OPERATIONS, _ATTACHED, _PATTERN_LENGTH, _TRIGGER_DEPTH, _WORKER_THREADS = 5, 7, 8, 10, 11
_MOST = {
    _LENGTH: 8_000_000,
    _SQL_LENGTH: 100_000,
    _EXPRESSION_DEPTH: 50,
    _COMPOUND_SELECT: 20,
    _OPERATIONS: 25_000,
    _ATTACHED: 0,
    _PATTERN_LENGTH: 100,
    _TRIGGER_DEPTH: 1,
    _WORKER_THREADS: 0,
}


class Guarded(Protocol):
    """What of a connection is needed to set bounds to it."""

    def limit(self, limit: int, most: int, /) -> int:
        """Set one of SQLite's limits; returns the former one."""

    def set_progress_handler(self, give_up: Callable[[], bool] | None, steps: int, /) -> None:
        """Ask `give_up` each so many steps whether to stop what is going on."""


class Guard:
    """Bounds for one connection, whose time begins to count at once."""

    def __init__(self) -> None:
        self._until = monotonic() + LONGEST_SECONDS

    def put_on(self, connection: Guarded) -> None:
        """Set the bounds, before anything is read: the driver then breaks off by itself."""
        for limit, most in _MOST.items():
            connection.limit(limit, most)
        connection.set_progress_handler(lambda: monotonic() > self._until, _STEPS_BETWEEN_LOOKS)
