"""All tables together: any record found, saved or removed by its key."""

from typing import Any

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.record import Key, Record
from selfcare_app.domain.setting import Setting
from selfcare_app.store.checkins import CheckInTable
from selfcare_app.store.db import Database
from selfcare_app.store.entries import EntryTable
from selfcare_app.store.habits import HabitTable
from selfcare_app.store.pauses import PauseTable
from selfcare_app.store.settings import SettingTable


class Tables:
    """One repository a table over an open database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.habits = HabitTable(database)
        self.entries = EntryTable(database)
        self.pauses = PauseTable(database)
        self.check_ins = CheckInTable(database)
        self.settings = SettingTable(database)
        # Any: which table goes with which record cannot be said in a dict's type.
        self._table_of: dict[type, Any] = {
            Habit: self.habits,
            Entry: self.entries,
            Pause: self.pauses,
            CheckIn: self.check_ins,
            Setting: self.settings,
        }

    def find(self, key: Key) -> Record | None:
        """The record with that key as it is now, None where there is none."""
        kind, *identity = key
        assert isinstance(kind, type)
        found: Record | None = self._table_of[kind].find(*identity)
        return found

    def save(self, record: Record, modified_at: int) -> None:
        """Insert `record` or write it over the one with its key."""
        self._table_of[type(record)].save(record, modified_at)

    def remove(self, record: Record, modified_at: int) -> None:
        """Mark `record` as deleted."""
        self._table_of[type(record)].remove(record, modified_at)
