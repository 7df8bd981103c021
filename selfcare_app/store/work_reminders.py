"""The tables about reminders: those done with, times in which they are held, and habits that
the log keeps."""

from datetime import date

from selfcare_app.domain.entry import State
from selfcare_app.domain.hold import Hold, HoldKind
from selfcare_app.domain.instants import Moment
from selfcare_app.domain.kept_by_log import KeptByLog
from selfcare_app.domain.notice import Fired
from selfcare_app.store.db import Database, Row
from selfcare_app.store.saving import removing, saving

_FIRED = "SELECT day, name, at, shown FROM fired WHERE NOT deleted"
_SAVE_FIRED = saving("fired", "day, name, at, shown", "day, name")
_HOLD_COLUMNS = "id, kind, start_at, start_offset, until_at, until_offset"
_HOLDS = f"SELECT {_HOLD_COLUMNS} FROM hold WHERE NOT deleted"
_SAVE_HOLD = saving("hold", _HOLD_COLUMNS, "id")
_KEPT = "SELECT habit_id, day, state FROM kept_by_log WHERE NOT deleted"
_SAVE_KEPT = saving("kept_by_log", "habit_id, day, state", "habit_id, day")


class FiredTable:
    """Reads and writes which reminders are done with."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Fired]:
        """Every reminder that is done with, the earliest day first."""
        return [_fired(row) for row in self._database.rows(f"{_FIRED} ORDER BY day, at, name")]

    def since(self, day: date) -> list[Fired]:
        """Those of `day` and later ones."""
        rows = self._database.rows(f"{_FIRED} AND day >= ? ORDER BY day", (day.toordinal(),))
        return [_fired(row) for row in rows]

    def find(self, day: date, name: str) -> Fired | None:
        """The reminder `name` of `day`, None where it is not done with."""
        row = self._database.row(f"{_FIRED} AND day = ? AND name = ?", (day.toordinal(), name))
        return _fired(row) if row else None

    def save_all(self, fired: list[Fired], modified_at: int) -> None:
        """Insert `fired` or write them over the rows with their keys."""
        rows = [
            (each.day.toordinal(), each.name, each.at, int(each.shown), modified_at)
            for each in fired
        ]
        self._database.change_many(_SAVE_FIRED, rows)

    def remove(self, fired: Fired, modified_at: int) -> None:
        """Mark the row of `fired` as deleted."""
        self._database.change(
            removing("fired", "day, name"),
            (modified_at, fired.day.toordinal(), fired.name),
        )


class HoldTable:
    """Reads and writes times in session and pauses of reminders."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Hold]:
        """Every one, the earliest first."""
        return [_hold(row) for row in self._database.rows(f"{_HOLDS} ORDER BY start_at, id")]

    def since(self, at: int) -> list[Hold]:
        """Those that end after the instant `at`, the earliest first."""
        rows = self._database.rows(f"{_HOLDS} AND until_at > ? ORDER BY start_at, id", (at,))
        return [_hold(row) for row in rows]

    def find(self, hold_id: str) -> Hold | None:
        """The one with that id, None where there is none."""
        row = self._database.row(f"{_HOLDS} AND id = ?", (hold_id,))
        return _hold(row) if row else None

    def save_all(self, holds: list[Hold], modified_at: int) -> None:
        """Insert `holds` or write them over the rows with their ids."""
        rows = [
            (
                *(hold.id, hold.kind, hold.start.at, hold.start.offset),
                *(hold.until.at, hold.until.offset, modified_at),
            )
            for hold in holds
        ]
        self._database.change_many(_SAVE_HOLD, rows)

    def remove(self, hold: Hold, modified_at: int) -> None:
        """Mark the row of `hold` as deleted."""
        self._database.change(
            removing("hold", "id"),
            (modified_at, hold.id),
        )


class KeptByLogTable:
    """Reads and writes what the log itself wrote into habits."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[KeptByLog]:
        """Every mark, the earliest first."""
        rows = self._database.rows(f"{_KEPT} ORDER BY day, habit_id")
        return [_kept_by_log(row) for row in rows]

    def find(self, habit_id: str, day: date) -> KeptByLog | None:
        """The mark on that habit and day, None where there is none."""
        row = self._database.row(
            f"{_KEPT} AND habit_id = ? AND day = ?", (habit_id, day.toordinal())
        )
        return _kept_by_log(row) if row else None

    def save_all(self, marks: list[KeptByLog], modified_at: int) -> None:
        """Insert `marks` or write them over the rows with their keys."""
        rows = [(each.habit_id, each.day.toordinal(), each.state, modified_at) for each in marks]
        self._database.change_many(_SAVE_KEPT, rows)

    def remove(self, mark: KeptByLog, modified_at: int) -> None:
        """Mark the row of `mark` as deleted."""
        self._database.change(
            removing("kept_by_log", "habit_id, day"),
            (modified_at, mark.habit_id, mark.day.toordinal()),
        )


def _fired(row: Row) -> Fired:
    day, name, at, shown = row
    return Fired(date.fromordinal(day), name, at, bool(shown))


def _hold(row: Row) -> Hold:
    identity, kind, start_at, start_offset, until_at, until_offset = row
    start, until = Moment(start_at, start_offset), Moment(until_at, until_offset)
    return Hold(identity, HoldKind(kind), start, until)


def _kept_by_log(row: Row) -> KeptByLog:
    habit_id, day, state = row
    return KeptByLog(habit_id, date.fromordinal(day), State(state))
