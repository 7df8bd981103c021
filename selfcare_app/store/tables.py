"""All tables together: records of any kind found, saved or removed by their keys."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from selfcare_app.domain.area import Area
from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.record import Key, Record, key_of
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.timer import Timer
from selfcare_app.store.areas import AreaTable
from selfcare_app.store.checkins import CheckInTable
from selfcare_app.store.db import Database
from selfcare_app.store.entries import EntryTable
from selfcare_app.store.habits import HabitTable
from selfcare_app.store.pauses import PauseTable
from selfcare_app.store.reminders import ReminderTable
from selfcare_app.store.settings import SettingTable
from selfcare_app.store.timers import TimerTable

if TYPE_CHECKING:
    from selfcare_app.store.work_tables import WorkTables

_TELL_OF_WORK = "SELECT " + " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} WHERE NOT deleted)"
    for table in ("weekday_hours", "day_hours", "hold")
)

MANY = 20
"""From so many days of a habit on, reading all its entries beats asking for each."""


class Tables:
    """One repository a table over an open database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.areas = AreaTable(database)
        self.habits = HabitTable(database)
        self.entries = EntryTable(database)
        self.pauses = PauseTable(database)
        self.reminders = ReminderTable(database)
        self.timers = TimerTable(database)
        self.check_ins = CheckInTable(database)
        self.settings = SettingTable(database)
        # Any: which table goes with which record cannot be said in a dict's type. Habits
        # come before what refers to them when many are saved.
        self._table_of: dict[type, Any] = {
            Area: self.areas,
            Habit: self.habits,
            Entry: self.entries,
            Pause: self.pauses,
            Reminder: self.reminders,
            Timer: self.timers,
            CheckIn: self.check_ins,
            Setting: self.settings,
        }

    @cached_property
    def work(self) -> "WorkTables":
        """The tables of the work day."""
        # Imported here because `selfcare today` and most clicks have nothing to do with them.
        from selfcare_app.store.work_tables import WorkTables

        return WorkTables(self.database)

    def tell_of_work(self) -> bool:
        """Whether any work hours, session or pause are kept; asked without loading their rules."""
        row = self.database.row(_TELL_OF_WORK)
        return row is not None and bool(row[0])

    # Any: as for the dict in which it looks.
    def _table(self, kind: type) -> Any:
        return self._table_of.get(kind) or self.work.of_kind[kind]

    def find_all(self, keys: Iterable[Key]) -> dict[Key, Record]:
        """The records with those keys as they are now; keys of none are left out."""
        found: dict[Key, Record] = {}
        days_of: dict[str, list[date]] = defaultdict(list)
        for kind, *identity in keys:
            if kind is Entry:
                habit_id, day = identity
                days_of[habit_id].append(day)  # type: ignore[index, arg-type]  # a Key is untyped
            elif record := self._table(kind).find(*identity):  # type: ignore[arg-type]  # the same
                found[kind, *identity] = record
        for habit_id, days in days_of.items():
            found |= {key_of(entry): entry for entry in self._entries_on(habit_id, days)}
        return found

    def _entries_on(self, habit_id: str, days: list[date]) -> Iterable[Entry]:
        if len(days) < MANY:
            return filter(None, (self.entries.find(habit_id, day) for day in days))
        wanted = set(days)
        return (entry for entry in self.entries.of(habit_id) if entry.day in wanted)

    def save_all(self, records: Iterable[Record], modified_at: int) -> None:
        """Insert `records` or write them over those with their keys."""
        by_kind: dict[type, list[Record]] = defaultdict(list)
        for record in records:
            by_kind[type(record)].append(record)
        for kind, table in self._table_of.items():
            if kind in by_kind:
                table.save_all(by_kind.pop(kind), modified_at)
        for kind, others in by_kind.items():
            self._table(kind).save_all(others, modified_at)

    def remove_all(self, records: Iterable[Record], modified_at: int) -> None:
        """Mark `records` as deleted."""
        for record in records:
            self._table(type(record)).remove(record, modified_at)
