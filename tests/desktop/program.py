"""The whole program with a clock and a zone that a test moves, and which looks each second.

    python -m tests.desktop.program CONTROL [WORDS …]

CONTROL is a file with the seconds to add to the computer's clock, and the name of a zone.
"""

import os
import sys
import time
from datetime import datetime
from pathlib import Path

from selfcare_app import cli
from selfcare_app.app import window
from selfcare_app.commands import places
from selfcare_app.services.passphrase import FileKey
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.reminders import clock


class ControlledClock:
    """Follows the file."""

    def __init__(self, control: Path) -> None:
        self._control = control

    def milliseconds(self) -> int:
        """The instant that it is to be."""
        ahead, zone = self._control.read_text().split()
        os.environ["TZ"] = zone
        time.tzset()
        return round((time.time() + float(ahead)) * 1000)

    def wall(self) -> datetime:
        """What the clock on the wall shows."""
        return datetime.fromtimestamp(self.milliseconds() / 1000)

    def open(self, path: Path, key: FileKey | None = None) -> Workspace:
        """The workspace with this clock."""
        return open_workspace(path, self.wall, self.milliseconds, key)


def main() -> int:
    """Run the program."""
    opened = ControlledClock(Path(sys.argv[1])).open
    for module in (window, places):
        module.open_workspace = opened  # type: ignore[attr-defined]  # in place of its own clocks
    clock.TICK_SECONDS = 1
    return cli.main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
