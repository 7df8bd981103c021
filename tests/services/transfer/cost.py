"""What importing a file costs, in a process of its own: `python -m tests.services.transfer.cost`.

Prints one line of JSON: what came of it, seconds, and megabytes at the most.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from selfcare_app.domain.errors import BadInput
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.workspace import open_workspace

ROOT = Path(__file__).parents[3]


def cost_of_importing(path: Path) -> dict[str, Any]:
    """`outcome` (habits and entries, or the sentence), `unchanged`, `seconds`, `megabytes`."""
    command = [sys.executable, "-m", __spec__.name, str(path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert said.returncode == 0, said.stderr
    found: dict[str, Any] = json.loads(said.stdout)
    return found


def _main(path: Path) -> None:
    with TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder) / "selfcare.db")
        start = monotonic()
        outcome: object
        try:
            report = import_file(workspace, path, dry_run=False)
            outcome = [report.habits, report.entries]
        except BadInput as error:
            outcome = str(error)
        seconds = monotonic() - start
        unchanged = workspace.records.everything() == []
        workspace.close()
    print(  # noqa: T201  # what the process that started this one reads
        json.dumps(
            {
                "outcome": outcome,
                "unchanged": unchanged,
                "seconds": seconds,
                "megabytes": _most_megabytes(),
            }
        )
    )


def _most_megabytes() -> float:
    """The most memory that this process had; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    # Not by getrusage, which counts the process from which this one was forked as well.
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
