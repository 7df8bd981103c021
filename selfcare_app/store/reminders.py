"""The table of reminders of habits."""

from selfcare_app.domain.reminder import EVERY_WEEKDAY, Reminder
from selfcare_app.store.db import Database, Row
from selfcare_app.store.saving import removing, saving

_SELECT = "SELECT id, habit_id, minute, weekdays FROM reminder WHERE NOT deleted"
_SAVE = saving("reminder", "id, habit_id, minute, weekdays", "id")


class ReminderTable:
    """Reads and writes reminders."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Reminder]:
        """Every reminder, by time of day."""
        return [_reminder(row) for row in self._database.rows(f"{_SELECT} ORDER BY minute, id")]

    def find(self, reminder_id: str) -> Reminder | None:
        """The reminder with that id, None where there is none."""
        row = self._database.row(f"{_SELECT} AND id = ?", (reminder_id,))
        return _reminder(row) if row else None

    def save_all(self, reminders: list[Reminder], modified_at: int) -> None:
        """Insert `reminders` or write them over the rows with their ids."""
        self._database.change_many(
            _SAVE, [(*_values(reminder), modified_at) for reminder in reminders]
        )

    def remove(self, reminder: Reminder, modified_at: int) -> None:
        """Mark the row of `reminder` as deleted."""
        self._database.change(
            removing("reminder", "id"),
            (modified_at, reminder.id),
        )


def _values(reminder: Reminder) -> tuple[object, ...]:
    bits = sum(1 << weekday - 1 for weekday in reminder.weekdays)
    return reminder.id, reminder.habit_id, reminder.minute, bits


def _reminder(row: Row) -> Reminder:
    identity, habit_id, minute, bits = row
    weekdays = frozenset(day for day in EVERY_WEEKDAY if bits >> day - 1 & 1)
    return Reminder(identity, habit_id, minute, weekdays)
