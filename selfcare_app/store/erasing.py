"""Removing a habit for good, so that not even the file's unused parts tell of it."""

from selfcare_app.domain.setting import kept_by_log_key, silence_key
from selfcare_app.store.db import Database

_TABLES_OF_A_HABIT = ("entry", "pause", "reminder", "timer", "kept_by_log")


def remove_habit_rows(database: Database, habit_id: str) -> None:
    """Remove the habit and whatever belongs to it, marked as deleted or not; all or nothing.

    What the file held of it is overwritten, but an older text may still stand in a part
    that was free before, and in the log: `Database.rewrite` takes that away too.
    """
    database.row("PRAGMA secure_delete = ON")
    with database.writing():
        for table in _TABLES_OF_A_HABIT:
            database.change(f"DELETE FROM {table} WHERE habit_id = ?", (habit_id,))
        for key in (silence_key(habit_id), kept_by_log_key(habit_id)):
            database.change("DELETE FROM setting WHERE key = ?", (key,))
        database.change("DELETE FROM habit WHERE id = ?", (habit_id,))
