"""Whether an open database is still the file that lies under its name.

SQLite goes on writing into a file that was deleted, and nobody would find it again.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from selfcare_app.domain.words import tr
from selfcare_app.store.addresses import log_of

_HAS_MOVED = 20
"""SQLite's own number for this question, on which its header says nothing more; a system whose
open files cannot be moved away, such as Windows, leaves it unanswered."""


def has_moved(file_control: Callable[[str, int, int], bool]) -> bool:
    """Ask the connection with that `file_control`: it knows which file it opened."""
    # Imported here because a command that is over at once never asks.
    from array import array

    answer = array("i", [0])
    file_control("main", _HAS_MOVED, answer.buffer_info()[0])
    return bool(answer[0])


def gone_words(folder: Path) -> str:
    """What to say where it has."""
    return tr(
        "The data folder “{folder}” is gone or was replaced, so nothing can be saved. "
        "Put it back, or start Selfcare again.",
        folder=folder,
    )


class OwnLog:
    """The log beside an open database.

    SQLite leaves it when its database has moved meanwhile. Beside another file under the same
    name, such as a copy that the person put there, it would be taken for what was written
    last, and spoil it.
    """

    def __init__(self, path: Path) -> None:
        self._database, self._log = path, log_of(path)
        self._log_seen: tuple[int, int] | None = None
        self._database_seen: tuple[int, int] | None = None

    def remember(self) -> None:
        """Note which files they are, while the database is in its place."""
        self._log_seen = _identity_of(self._log)
        self._database_seen = _identity_of(self._database)

    def remove_stale(self) -> None:
        """Once the database is closed, remove its log from beside another file."""
        there = _identity_of(self._database)
        if there is None or there == self._database_seen:
            return
        if self._log_seen is not None and _identity_of(self._log) == self._log_seen:
            with suppress(OSError):
                self._log.unlink()


def _identity_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
