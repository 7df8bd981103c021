"""What a database holds, counted in a moment."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from selfcare_app.domain.value import Value
from selfcare_app.store.db import APPLICATION_ID, Database
from selfcare_app.store.faults import DamagedDatabase, damaged_words, sound_statements

_MARK_AT = 68
"""Where in a plain file SQLite keeps the application's mark."""


class Contents(Value):
    """What a database holds, without what is marked as deleted."""

    habits: int
    """Archived ones too."""
    entries: int
    check_ins: int
    first: date | None
    """The first day of which anything was logged; None where nothing was."""
    last: date | None


def contents_of(database: Database) -> Contents:
    """What `database`, of this version or an older one, holds; raises DamagedDatabase
    where it cannot be read."""
    counts, days = [], []
    with sound_statements(database.path, database.key):
        for columns in (
            "count(*), NULL, NULL FROM habit",
            "count(*), min(day), max(day) FROM entry",
            "count(*), min(day), max(day) FROM check_in",
        ):
            row = database.row(f"SELECT {columns} WHERE NOT deleted")
            assert row is not None
            counts.append(row[0])
            days += [day for day in row[1:] if day is not None]
    try:
        dates = sorted(date.fromordinal(day) for day in days)
    except (ValueError, OverflowError) as error:
        raise DamagedDatabase(damaged_words(database.path), database.path, database.key) from error
    habits, entries, check_ins = counts
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return Contents(habits, entries, check_ins, first, last)


def is_as_at_first(database: Database) -> bool:
    """Whether nothing was ever kept in `database` that a person would miss."""
    row = database.row(
        "SELECT EXISTS (SELECT 1 FROM habit) OR EXISTS (SELECT 1 FROM check_in) "
        "OR EXISTS (SELECT 1 FROM weekday_hours)"
    )
    return row is not None and not row[0]


def holds_one_of(database: Database, habit_ids: Collection[str]) -> bool:
    """Whether one of those habits is, or was, in `database`."""
    with sound_statements(database.path, database.key):
        return any(identity in habit_ids for (identity,) in database.rows("SELECT id FROM habit"))


def is_marked_as_ours(path: Path) -> bool:
    """Whether the file at `path` says that it is a plain database of ours; raises OSError."""
    with path.open("rb") as file:
        start = file.read(_MARK_AT + 4)
    return start.startswith(b"SQLite format 3\x00") and start[_MARK_AT:] == (
        APPLICATION_ID.to_bytes(4)
    )
