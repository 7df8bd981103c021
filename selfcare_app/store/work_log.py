"""The tables of the work day as it was: what the person said, and what the computer saw."""

import json
from datetime import date

from selfcare_app.domain.instants import Moment, Span
from selfcare_app.domain.worklog import Activity, WorkLog
from selfcare_app.store.db import Database, Row
from selfcare_app.store.saving import removing, saving

_LOG_COLUMNS = (
    "day, start_at, start_offset, end_at, end_offset, done_at, done_offset, "
    "reasons, snoozed, steps, tomorrow"
)
_LOGS = f"SELECT {_LOG_COLUMNS} FROM work_log WHERE NOT deleted"
_SAVE_LOG = saving("work_log", _LOG_COLUMNS, "day")
_ACTIVITY_COLUMNS = "day, first_at, first_offset, last_at, last_offset, away"
_ACTIVITY = f"SELECT {_ACTIVITY_COLUMNS} FROM activity WHERE NOT deleted"
_SAVE_ACTIVITY = saving("activity", _ACTIVITY_COLUMNS, "day")
_BETWEEN = "day BETWEEN ? AND ? ORDER BY day"


class WorkLogTable:
    """Reads and writes what the person said of work days."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[WorkLog]:
        """Every day of which something was said, the earliest first."""
        return [_log(row) for row in self._database.rows(f"{_LOGS} ORDER BY day")]

    def between(self, first: date, last: date) -> list[WorkLog]:
        """Those of the days `first` to `last`, both included, the earliest first."""
        days = first.toordinal(), last.toordinal()
        return [_log(row) for row in self._database.rows(f"{_LOGS} AND {_BETWEEN}", days)]

    def find(self, day: date) -> WorkLog | None:
        """What was said of `day`, None where nothing was."""
        row = self._database.row(f"{_LOGS} AND day = ?", (day.toordinal(),))
        return _log(row) if row else None

    def save_all(self, logs: list[WorkLog], modified_at: int) -> None:
        """Insert `logs` or write them over the rows of their days."""
        rows = [(*_log_values(log), modified_at) for log in logs]
        self._database.change_many(_SAVE_LOG, rows)

    def remove(self, log: WorkLog, modified_at: int) -> None:
        """Mark the row of `log` as deleted; its words are not kept."""
        self._database.change(
            removing("work_log", "day", "reasons = '[]', steps = '[]', tomorrow = ''"),
            (modified_at, log.day.toordinal()),
        )


class ActivityTable:
    """Reads and writes what the computer saw of work days."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Activity]:
        """Every day on which something was seen, the earliest first."""
        return [_activity(row) for row in self._database.rows(f"{_ACTIVITY} ORDER BY day")]

    def between(self, first: date, last: date) -> list[Activity]:
        """Those of the days `first` to `last`, both included, the earliest first."""
        days = first.toordinal(), last.toordinal()
        return [_activity(row) for row in self._database.rows(f"{_ACTIVITY} AND {_BETWEEN}", days)]

    def find(self, day: date) -> Activity | None:
        """What was seen on `day`, None where nothing was."""
        row = self._database.row(f"{_ACTIVITY} AND day = ?", (day.toordinal(),))
        return _activity(row) if row else None

    def save_all(self, days: list[Activity], modified_at: int) -> None:
        """Insert `days` or write them over their rows."""
        rows = [(*_activity_values(each), modified_at) for each in days]
        self._database.change_many(_SAVE_ACTIVITY, rows)

    def remove(self, activity: Activity, modified_at: int) -> None:
        """Mark the row of `activity` as deleted; the times in it are not kept."""
        self._database.change(
            removing("activity", "day", "away = '[]', last_at = first_at"),
            (modified_at, activity.day.toordinal()),
        )


def _log_values(log: WorkLog) -> tuple[object, ...]:
    moments = [
        part
        for moment in (log.start, log.end, log.done)
        for part in ((moment.at, moment.offset) if moment else (None, None))
    ]
    lists = [json.dumps(each, ensure_ascii=False) for each in (log.reasons, log.snoozed, log.steps)]
    return log.day.toordinal(), *moments, *lists, log.tomorrow


def _log(row: Row) -> WorkLog:
    day, start_at, start_offset, end_at, end_offset, done_at, done_offset, *lists, tomorrow = row
    reasons, snoozed, steps = (tuple(json.loads(each)) for each in lists)
    return WorkLog(
        date.fromordinal(day),
        _moment(start_at, start_offset),
        _moment(end_at, end_offset),
        _moment(done_at, done_offset),
        reasons,
        snoozed,
        steps,
        tomorrow,
    )


def _moment(at: int | None, offset: int | None) -> Moment | None:
    return None if at is None or offset is None else Moment(at, offset)


def _activity_values(activity: Activity) -> tuple[object, ...]:
    first, last = activity.first, activity.last
    away = json.dumps([(span.start, span.end) for span in activity.away])
    return activity.day.toordinal(), first.at, first.offset, last.at, last.offset, away


def _activity(row: Row) -> Activity:
    day, first_at, first_offset, last_at, last_offset, away = row
    return Activity(
        date.fromordinal(day),
        Moment(first_at, first_offset),
        Moment(last_at, last_offset),
        tuple(Span(*each) for each in json.loads(away)),
    )
