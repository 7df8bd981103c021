"""A program that writes is killed at random moments; what it said it saved has to be there."""

import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from threading import Timer
from time import perf_counter

from selfcare_app.services.workspace import Workspace
from tests.endurance.writer import day_of, open_to_write, prepare

WRITES = 500
"""How many the program would do if it were let alone."""
_PATIENCE = 60.0
"""Seconds after which a program that hangs is ended; then too little has been written."""
_REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Killed:
    """What was found after one kill."""

    acknowledged: int
    """Writes that the program said it saved, by this kill."""
    unsaid: int
    """Writes that were saved, but not said so any more: 0 or 1."""
    log_bytes: int
    """What stood in SQLite's log when the next program came, which has to recover it."""


class Kills:
    """Kills one program after another, each writing on into the same database."""

    def __init__(self, path: Path, seed: int) -> None:
        self._path, self._random = path, Random(seed)
        self.saved = 0
        """Writes that are in the database."""
        with closing(open_to_write(path)) as workspace:
            prepare(workspace)

    def kill_one(self) -> Killed:
        """Start a program, kill it at a random moment, and look at what is there."""
        acknowledged = self._write_until_killed()
        log = self._path.with_name(f"{self._path.name}-wal")
        log_bytes = log.stat().st_size if log.exists() else 0
        with closing(open_to_write(self._path)) as workspace:
            workspace.database.check()
            saved = check_content(workspace, self.saved + acknowledged)
        killed = Killed(acknowledged, saved - self.saved - acknowledged, log_bytes)
        self.saved = saved
        return killed

    def _write_until_killed(self) -> int:
        """How many writes it acknowledged."""
        words = ["-m", "tests.endurance.writer", self._path, self.saved, WRITES]
        wanted = self._random.randrange(WRITES)
        with subprocess.Popen(
            [sys.executable, *map(str, words)], stdout=subprocess.PIPE, text=True, cwd=_REPOSITORY
        ) as program:
            assert program.stdout is not None
            watch = Timer(_PATIENCE, program.kill)
            watch.start()
            begin, seen = perf_counter(), 0
            while seen < wanted and program.stdout.readline():
                seen += 1
            # Anywhere between that acknowledgement and the one after the next.
            end = perf_counter() + 2 * self._random.random() * (perf_counter() - begin) / (seen + 1)
            while perf_counter() < end:
                pass
            program.kill()
            seen += sum(line.endswith("\n") for line in program.stdout)
            watch.cancel()
        assert seen >= wanted, f"it wrote {seen} times and hung, or ended by itself"
        return seen


def check_content(workspace: Workspace, acknowledged: int) -> int:
    """Raise AssertionError unless all of so many writes are there, whole, and nothing else but
    perhaps the next one; returns how many there are."""
    amounts = [
        {entry.day: entry.value for entry in workspace.records.entries_of(habit.id)}
        for habit in workspace.records.habits()
    ]
    for saved in (acknowledged, acknowledged + 1):
        expected = {day_of(number): float(number + 1) for number in range(saved)}
        if all(each == expected for each in amounts):
            return saved
    raise AssertionError(
        f"{acknowledged} writes were acknowledged; found {[len(each) for each in amounts]} days"
    )
