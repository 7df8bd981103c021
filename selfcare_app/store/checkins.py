"""The table of check-ins: one row a day."""

from datetime import date

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.store.db import Database, Row
from selfcare_app.store.saving import removing, saving

_COLUMNS = "day, energy, mood, strain, note"
_SAVE = saving("check_in", _COLUMNS, "day")


class CheckInTable:
    """Reads and writes check-ins."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[CheckIn]:
        """Every check-in, the earliest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM check_in WHERE NOT deleted ORDER BY day"
        )
        return [_check_in(row) for row in rows]

    def find(self, day: date) -> CheckIn | None:
        """The check-in of that day, None where there is none."""
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM check_in WHERE day = ? AND NOT deleted", (day.toordinal(),)
        )
        return _check_in(row) if row else None

    def save_all(self, check_ins: list[CheckIn], modified_at: int) -> None:
        """Insert `check_ins` or write them over the rows of their days."""
        rows = [(*_values(check_in), modified_at) for check_in in check_ins]
        self._database.change_many(_SAVE, rows)

    def remove(self, check_in: CheckIn, modified_at: int) -> None:
        """Mark the row of `check_in` as deleted; its words are not kept."""
        self._database.change(
            removing("check_in", "day", "energy = NULL, mood = NULL, strain = NULL, note = ''"),
            (modified_at, check_in.day.toordinal()),
        )


def _values(check_in: CheckIn) -> tuple[object, ...]:
    answers = check_in.energy, check_in.mood, check_in.strain
    return check_in.day.toordinal(), *answers, check_in.note


def _check_in(row: Row) -> CheckIn:
    day, energy, mood, strain, note = row
    return CheckIn(date.fromordinal(day), energy, mood, strain, note)
