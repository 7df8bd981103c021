"""Work days of a workspace with a clock and a zone that the test moves."""

from datetime import date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from selfcare_app.domain.instants import instant_of, wall_clock
from selfcare_app.services.work_days import WorkDays
from selfcare_app.services.workspace import Workspace, open_workspace

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


class Office:
    """A workspace, its work days, and the clock on the wall."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.zone: tzinfo = BERLIN
        self.now = 0
        self.at(MONDAY, "09:00")
        self.workspace: Workspace = self._open()

    @property
    def work(self) -> WorkDays:
        return self.workspace.work

    def at(self, day: date, clock: str) -> int:
        """Let it be `clock` on `day`; returns the instant."""
        hours, _, minutes = clock.partition(":")
        self.now = instant_of(day, int(hours) * 60 + int(minutes), self.zone)
        return self.now

    def restart(self) -> None:
        """End the program as a crash would, and start it again."""
        self.workspace.close()
        self.workspace = self._open()

    def _open(self) -> Workspace:
        opened = open_workspace(self.path, self._wall, lambda: self.now * 1000)
        opened.work.zone = lambda: self.zone
        return opened

    def _wall(self) -> datetime:
        return wall_clock(self.now, self.zone).replace(tzinfo=None)
