"""A program that writes through the journal and says on standard output what is on disk.

    python -m tests.endurance.writer DATABASE FIRST COUNT

Each write says the same amount of three habits on one day, so that half of one would show. Two
writes in a row are about the same day: rows are made, and rows are written over.
"""

import os
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.services.workspace import Workspace, open_workspace

NOW = datetime(2026, 11, 23, 16, 20)
_FIRST_DAY = date(1950, 1, 1)
_NAMES = ("one", "two", "three")


def open_to_write(path: Path) -> Workspace:
    """The database at `path`, on a day that stands."""
    return open_workspace(path, lambda: NOW)


def prepare(workspace: Workspace) -> None:
    """Make the habits."""
    for name in _NAMES:
        workspace.journal.add_habit(
            Habit(
                "",
                name,
                _FIRST_DAY,
                kind=Kind.MEASURED,
                target=1,
                direction=Direction.AT_LEAST,
                unit="min",
            )
        )


def day_of(number: int) -> date:
    """The day that write `number`, counted from 0, is about."""
    return _FIRST_DAY + timedelta(days=number // 2)


def write(workspace: Workspace, number: int) -> None:
    """Do write `number`, counted from 0."""
    habits = workspace.records.habits()
    workspace.journal.log_days([(habit, day_of(number)) for habit in habits], number + 1)


def main(words: list[str]) -> int:
    """Write, and acknowledge each write once it is saved."""
    path, first, count = Path(words[0]), int(words[1]), int(words[2])
    workspace = open_to_write(path)
    for number in range(first, first + count):
        write(workspace, number)
        os.write(1, f"{number}\n".encode())
    workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
