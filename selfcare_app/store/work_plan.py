"""The tables of planned work hours: by weekday from a day on, and for single days."""

from datetime import date

from selfcare_app.domain.hours_text import hours_text, parse_hours
from selfcare_app.domain.workhours import DayHours, WeekdayHours
from selfcare_app.store.db import Database, Row
from selfcare_app.store.saving import removing, saving

_WEEKDAYS = "SELECT weekday, first, hours FROM weekday_hours WHERE NOT deleted"
_SAVE_WEEKDAY = saving("weekday_hours", "weekday, first, hours", "weekday, first")
_DAYS = "SELECT day, hours, note FROM day_hours WHERE NOT deleted"
_SAVE_DAY = saving("day_hours", "day, hours, note", "day")


class WeekdayHoursTable:
    """Reads and writes what is planned by the week."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[WeekdayHours]:
        """Every statement, the earliest first."""
        rows = self._database.rows(f"{_WEEKDAYS} ORDER BY first, weekday")
        return [_weekday_hours(row) for row in rows]

    def find(self, weekday: int, first: date) -> WeekdayHours | None:
        """The statement about `weekday` that begins on `first`, None where there is none."""
        row = self._database.row(
            f"{_WEEKDAYS} AND weekday = ? AND first = ?", (weekday, first.toordinal())
        )
        return _weekday_hours(row) if row else None

    def save_all(self, statements: list[WeekdayHours], modified_at: int) -> None:
        """Insert `statements` or write them over the rows with their keys."""
        self._database.change_many(
            _SAVE_WEEKDAY,
            [
                (each.weekday, each.first.toordinal(), hours_text(each.hours), modified_at)
                for each in statements
            ],
        )

    def remove(self, statement: WeekdayHours, modified_at: int) -> None:
        """Mark the row of `statement` as deleted."""
        self._database.change(
            removing("weekday_hours", "weekday, first"),
            (modified_at, statement.weekday, statement.first.toordinal()),
        )


class DayHoursTable:
    """Reads and writes what is planned for single days."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[DayHours]:
        """Every statement, the earliest day first."""
        return [_day_hours(row) for row in self._database.rows(f"{_DAYS} ORDER BY day")]

    def find(self, day: date) -> DayHours | None:
        """The statement about `day`, None where there is none."""
        row = self._database.row(f"{_DAYS} AND day = ?", (day.toordinal(),))
        return _day_hours(row) if row else None

    def save_all(self, statements: list[DayHours], modified_at: int) -> None:
        """Insert `statements` or write them over the rows of their days."""
        self._database.change_many(
            _SAVE_DAY,
            [
                (each.day.toordinal(), hours_text(each.hours), each.note, modified_at)
                for each in statements
            ],
        )

    def remove(self, statement: DayHours, modified_at: int) -> None:
        """Mark the row of `statement` as deleted; its words are not kept."""
        self._database.change(
            removing("day_hours", "day", "note = ''"),
            (modified_at, statement.day.toordinal()),
        )


def _weekday_hours(row: Row) -> WeekdayHours:
    weekday, first, hours = row
    return WeekdayHours(weekday, date.fromordinal(first), parse_hours(hours)[0])


def _day_hours(row: Row) -> DayHours:
    day, hours, note = row
    return DayHours(date.fromordinal(day), parse_hours(hours)[0], note)
