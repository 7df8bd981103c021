"""The table of pauses."""

from datetime import date

from selfcare_app.domain.entry import Pause
from selfcare_app.store.db import Database, Row
from selfcare_app.store.saving import removing, saving

_COLUMNS = "id, habit_id, first, last, note"
_SAVE = saving("pause", _COLUMNS, "id")


class PauseTable:
    """Reads and writes pauses."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Pause]:
        """Every pause, the earliest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM pause WHERE NOT deleted ORDER BY first, last, id"
        )
        return [_pause(row) for row in rows]

    def find(self, pause_id: str) -> Pause | None:
        """The pause with that id, None where there is none."""
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM pause WHERE id = ? AND NOT deleted", (pause_id,)
        )
        return _pause(row) if row else None

    def save_all(self, pauses: list[Pause], modified_at: int) -> None:
        """Insert `pauses` or write them over the rows with their ids."""
        self._database.change_many(_SAVE, [(*_values(pause), modified_at) for pause in pauses])

    def remove(self, pause: Pause, modified_at: int) -> None:
        """Mark the row of `pause` as deleted."""
        self._database.change(
            removing("pause", "id", "note = ''"),
            (modified_at, pause.id),
        )


def _values(pause: Pause) -> tuple[object, ...]:
    first, last = pause.first.toordinal(), pause.last.toordinal()
    return pause.id, pause.habit_id, first, last, pause.note


def _pause(row: Row) -> Pause:
    identity, habit_id, first, last, note = row
    return Pause(identity, habit_id, date.fromordinal(first), date.fromordinal(last), note)
