"""The command line as whole processes, against a bare interpreter."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.data import make_workspace
from tests.benchmarks.figures import Figure, milliseconds_of

RUNS = 15
REPOSITORY = Path(__file__).parents[2]
BARE = "import argparse, json, sqlite3"
# What the installed console script does.
SELFCARE_TODAY = (
    "import sys; from selfcare_app.cli import run; sys.argv = ['selfcare', 'today']; run()"
)


def figures() -> Iterator[Figure]:
    """`selfcare today` with 20 habits × 3 years, both commands in turn."""
    with TemporaryDirectory() as folder:
        make_workspace(Path(folder), habits=20, days=3 * 365).close()
        environment = _environment(Path(folder))
        pairs = [
            (_milliseconds(SELFCARE_TODAY, environment), _milliseconds(BARE, environment))
            for _ in range(RUNS + 1)
        ][1:]  # The first writes the byte code.
    yield Figure("selfcare today", median(ours for ours, _ in pairs), "ms", 100)
    ratio = median(ours / bare for ours, bare in pairs)
    yield Figure("selfcare today against a bare interpreter", ratio, "×", 2)


def _environment(folder: Path) -> dict[str, str]:
    """As an installed program finds it: with its byte code kept."""
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment | {
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "SELFCARE_DATA_DIR": str(folder),
    }


def _milliseconds(code: str, environment: dict[str, str]) -> float:
    def start() -> None:
        subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            cwd=REPOSITORY,
            stdout=subprocess.DEVNULL,
            check=True,
        )

    return milliseconds_of(start)
