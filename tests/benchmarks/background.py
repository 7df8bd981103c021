"""The program without its window: how often it wakes up, and what that costs (Linux)."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from selfcare_app.domain.hours_text import parse_hours
from tests.benchmarks.data import make_workspace
from tests.benchmarks.figures import Figure

SETTLING = 130.0
"""Seconds after the start before anything is counted: until then Qt tidies its cache of
pictures."""
MEASURED = 120.0
SAMPLE = 0.25
"""Seconds between two looks at the process; what happens in one is one wake-up."""
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def figures() -> Iterator[Figure]:
    """A day of work with 20 habits × 3 years, in two quiet minutes."""
    with TemporaryDirectory() as folder:
        workspace = make_workspace(Path(folder), habits=20, days=3 * 365)
        hours, _ = parse_hours("0:00-23:59")
        workspace.journal.set_work_hours(range(1, 8), hours, workspace.today())
        workspace.close()
        environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
        words = ["-m", "selfcare_app", "--data-dir", folder, "--in-background"]
        with subprocess.Popen([sys.executable, *words], env=environment) as program:
            time.sleep(SETTLING)
            before, wakes = _milliseconds_used(program.pid), _wakes(program.pid)
            used = _milliseconds_used(program.pid) - before
            program.terminate()
    minutes = MEASURED / 60
    yield Figure("in the background: wake-ups a minute", wakes / minutes, "", 2)
    yield Figure("in the background: processor time a minute", used / minutes, "ms", 20)


def _wakes(process: int) -> int:
    """How often the process woke up in the time that is measured."""
    found, awake, before = 0, False, _switches(process)
    for _ in range(round(MEASURED / SAMPLE)):
        time.sleep(SAMPLE)
        now = _switches(process)
        found += now != before and not awake
        awake, before = now != before, now
    return found


def _switches(process: int) -> int:
    """How often its threads have gone to sleep so far."""
    statuses = Path(f"/proc/{process}/task").glob("*/status")
    lines = (line for each in statuses for line in each.read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("voluntary"))


def _milliseconds_used(process: int) -> float:
    """Processor time so far, its own and the system's for it."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / _TICKS
