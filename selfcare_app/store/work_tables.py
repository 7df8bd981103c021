"""The tables of the work day together; loaded only where something asks for one."""

from typing import Any

from selfcare_app.domain.hold import Hold
from selfcare_app.domain.kept_by_log import KeptByLog
from selfcare_app.domain.notice import Fired
from selfcare_app.domain.record import Record
from selfcare_app.domain.workhours import DayHours, WeekdayHours
from selfcare_app.domain.worklog import Activity, WorkLog
from selfcare_app.store.db import Database
from selfcare_app.store.work_log import ActivityTable, WorkLogTable
from selfcare_app.store.work_plan import DayHoursTable, WeekdayHoursTable
from selfcare_app.store.work_reminders import FiredTable, HoldTable, KeptByLogTable


class WorkTables:
    """One repository a table of the work day, over an open database."""

    def __init__(self, database: Database) -> None:
        self.weekday_hours = WeekdayHoursTable(database)
        self.day_hours = DayHoursTable(database)
        self.logs = WorkLogTable(database)
        self.activity = ActivityTable(database)
        self.holds = HoldTable(database)
        self.fired = FiredTable(database)
        self.kept_by_log = KeptByLogTable(database)
        # Any: which table goes with which record cannot be said in a dict's type.
        self.of_kind: dict[type, Any] = {
            WeekdayHours: self.weekday_hours,
            DayHours: self.day_hours,
            WorkLog: self.logs,
            Activity: self.activity,
            Hold: self.holds,
            Fired: self.fired,
            KeptByLog: self.kept_by_log,
        }

    def everything(self) -> list[Record]:
        """All that is kept of work days, the plan first."""
        return [record for table in self.of_kind.values() for record in table.all()]
