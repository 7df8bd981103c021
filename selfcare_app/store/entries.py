"""The table of entries: one row a habit and day."""

from datetime import date

from selfcare_app.domain.entry import Entry, EntryHistory, State
from selfcare_app.store.db import Database, Row
from selfcare_app.store.saving import removing, saving

_SAVE = saving("entry", "habit_id, day, state, value, note", "habit_id, day")
_SELECT = "SELECT habit_id, day, state, value, note FROM entry WHERE NOT deleted"


class EntryTable:
    """Reads and writes entries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, habit_id: str, day: date) -> Entry | None:
        """The entry of that habit and day, None where there is none."""
        row = self._database.row(
            f"{_SELECT} AND habit_id = ? AND day = ?", (habit_id, day.toordinal())
        )
        return _entry(row) if row else None

    def between(self, habit_id: str, first: date, last: date) -> list[Entry]:
        """One habit's entries on the days `first` to `last`, both included, oldest first."""
        rows = self._database.rows(
            f"{_SELECT} AND habit_id = ? AND day BETWEEN ? AND ? ORDER BY day",
            (habit_id, first.toordinal(), last.toordinal()),
        )
        return [_entry(row) for row in rows]

    def days_logged(self, first: date, last: date) -> set[date]:
        """The days `first` to `last`, both included, with an entry of any habit that is kept."""
        # CROSS JOIN keeps the order: a few days of each habit, not all days of all of them.
        rows = self._database.rows(
            "SELECT DISTINCT entry.day FROM habit CROSS JOIN entry ON entry.habit_id = habit.id "
            "WHERE NOT habit.deleted AND NOT entry.deleted AND entry.day BETWEEN ? AND ?",
            (first.toordinal(), last.toordinal()),
        )
        return {date.fromordinal(day) for (day,) in rows}

    def of(self, habit_id: str) -> list[Entry]:
        """All entries of one habit, oldest first."""
        rows = self._database.rows(f"{_SELECT} AND habit_id = ? ORDER BY day", (habit_id,))
        return [_entry(row) for row in rows]

    def history(self, habit_id: str) -> EntryHistory:
        """One habit's entries as columns, oldest first."""
        rows = self._database.rows(
            "SELECT day, state, value FROM entry WHERE habit_id = ? AND NOT deleted ORDER BY day",
            (habit_id,),
        )
        columns = list(zip(*rows, strict=True))
        return EntryHistory(*columns) if columns else EntryHistory()

    def save_all(self, entries: list[Entry], modified_at: int) -> None:
        """Insert `entries` or write them over the rows of their habits and days."""
        self._database.change_many(_SAVE, [_values(entry, modified_at) for entry in entries])

    def remove(self, entry: Entry, modified_at: int) -> None:
        """Mark the row of `entry` as deleted; its words are not kept."""
        self._database.change(
            removing("entry", "habit_id, day", "state = NULL, value = NULL, note = ''"),
            (modified_at, entry.habit_id, entry.day.toordinal()),
        )


def _values(entry: Entry, modified_at: int) -> tuple[object, ...]:
    state = entry.state and str(entry.state)
    return entry.habit_id, entry.day.toordinal(), state, entry.value, entry.note, modified_at


def _entry(row: Row) -> Entry:
    habit_id, day, state, value, note = row
    return Entry(habit_id, date.fromordinal(day), State(state) if state else None, value, note)
