"""Removing for good, so that not even the file's unused parts tell of it.

What the file held is overwritten, but an older text may still stand in a part that was free
before, and in the log: `Database.rewrite` takes that away too.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from selfcare_app.domain.erasure import Erasure
from selfcare_app.domain.setting import kept_by_log_key, silence_key
from selfcare_app.store.db import Database

_SECONDS_A_DAY = 86_400
_UNIX_EPOCH = 719_163
"""1970-01-01 as a day number."""
_HOLD_DAY = f"(start_at + start_offset * 60) / {_SECONDS_A_DAY} + {_UNIX_EPOCH}"
"""The day of a hold on the clock by which it began."""
_NOTES = ("entry", "check_in", "day_hours")
_DAYS_OF_A_HABIT = ("entry", "timer", "kept_by_log")
_DAYS_OF_ALL = ("check_in", "day_hours", "work_log", "activity", "fired")
_TABLES_OF_A_HABIT = ("entry", "pause", "reminder", "timer", "kept_by_log")


def remove_habit_rows(database: Database, habit_id: str) -> None:
    """Remove the habit and whatever belongs to it, marked as deleted or not; all or nothing."""
    with _overwriting(database):
        for table in _TABLES_OF_A_HABIT:
            database.change(f"DELETE FROM {table} WHERE habit_id = ?", (habit_id,))
        for key in (silence_key(habit_id), kept_by_log_key(habit_id)):
            database.change("DELETE FROM setting WHERE key = ?", (key,))
        database.change("DELETE FROM habit WHERE id = ?", (habit_id,))


def remove_days(database: Database, erasure: Erasure) -> None:
    """Remove what `erasure` names, marked as deleted or not; all or nothing.

    Pauses that lie in it wholly go; of others only the note does.
    """
    days = (erasure.first.toordinal(), erasure.last.toordinal())
    habit: tuple[str, ...] = ()
    of_habit = ""
    if erasure.habit_id is not None:
        habit, of_habit = (erasure.habit_id,), " AND habit_id = ?"
    with _overwriting(database):
        if erasure.notes_only:
            _remove_notes(database, days, habit, of_habit)
            return
        for table in _DAYS_OF_A_HABIT:
            database.change(
                f"DELETE FROM {table} WHERE day BETWEEN ? AND ?{of_habit}", (*days, *habit)
            )
        database.change(
            f"DELETE FROM pause WHERE first >= ? AND last <= ?{of_habit}", (*days, *habit)
        )
        _remove_notes_of_pauses(database, days, habit, of_habit)
        if erasure.habit_id is None:
            for table in _DAYS_OF_ALL:
                database.change(f"DELETE FROM {table} WHERE day BETWEEN ? AND ?", days)
            database.change(f"DELETE FROM hold WHERE {_HOLD_DAY} BETWEEN ? AND ?", days)


def remove_everything(database: Database) -> None:
    """Remove every row that is the person's; all or nothing."""
    tables = database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'former_key'"
    )
    with _overwriting(database):
        database.change("PRAGMA defer_foreign_keys = ON")
        for (table,) in tables:
            database.change(f'DELETE FROM "{table}"')


def _remove_notes(
    database: Database, days: tuple[int, int], habit: tuple[str, ...], of_habit: str
) -> None:
    for table in _NOTES[:1] if habit else _NOTES:
        database.change(
            f"UPDATE {table} SET note = '' WHERE day BETWEEN ? AND ?{of_habit}", (*days, *habit)
        )
    # An entry that was nothing but its note.
    database.change(
        "DELETE FROM entry WHERE state IS NULL AND value IS NULL AND note = '' "
        f"AND NOT deleted AND day BETWEEN ? AND ?{of_habit}",
        (*days, *habit),
    )
    _remove_notes_of_pauses(database, days, habit, of_habit)
    if not habit:
        database.change(
            "DELETE FROM check_in WHERE energy IS NULL AND mood IS NULL AND strain IS NULL "
            "AND note = '' AND NOT deleted AND day BETWEEN ? AND ?",
            days,
        )
        database.change("UPDATE work_log SET tomorrow = '' WHERE day BETWEEN ? AND ?", days)


def _remove_notes_of_pauses(
    database: Database, days: tuple[int, int], habit: tuple[str, ...], of_habit: str
) -> None:
    database.change(
        f"UPDATE pause SET note = '' WHERE last >= ? AND first <= ?{of_habit}", (*days, *habit)
    )


@contextmanager
def _overwriting(database: Database) -> Iterator[None]:
    """One transaction, in which what is removed is overwritten."""
    database.row("PRAGMA secure_delete = ON")
    with database.writing():
        yield
