"""A person's database with everything that the program can do to it."""

import os
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from selfcare_app.domain.days import day_at, next_day_start
from selfcare_app.paths import backup_folder
from selfcare_app.services.history import Change
from selfcare_app.services.journal import Journal
from selfcare_app.services.records import Records
from selfcare_app.services.settings import BACKUP_FOLDER, DAY_START_HOUR, Settings
from selfcare_app.services.week import first_weekday_here
from selfcare_app.store.db import DamagedDatabase as DamagedDatabase
from selfcare_app.store.db import Database, damaged_words, milliseconds_now, open_database
from selfcare_app.store.file_key import FileKey, salt_of
from selfcare_app.store.tables import Tables

if TYPE_CHECKING:
    from selfcare_app.services.copies import Places
    from selfcare_app.services.encryption import Encryption
    from selfcare_app.services.page_memory import PageMemory
    from selfcare_app.services.stats import Statistics
    from selfcare_app.services.work_days import WorkDays


class Workspace:
    """The services over one open database; both the window and the command line start here."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime] = datetime.now,
        clock: Callable[[], int] = milliseconds_now,
    ) -> None:
        """`now` tells local wall-clock time, `clock` the instant in UTC milliseconds."""
        self._now = now
        self._clock = clock
        self.database = database
        self._tables = tables = Tables(database)
        self.journal = Journal(tables, clock, self.today)
        self.settings = Settings(
            tables.settings, self.journal, lambda: first_weekday_here(os.environ)
        )
        self.records = Records(tables, self.journal)
        # Before anyone who shows figures: they must not find those from before the change.
        self.journal.listen(self._drop_figures)

    @cached_property
    def statistics(self) -> "Statistics":
        """The figures of every habit."""
        # Imported here because most commands need no figures.
        from selfcare_app.services.stats import Statistics

        return Statistics(self.records, self.settings, self.today)

    @cached_property
    def work(self) -> "WorkDays":
        """Work hours: the plan, the log and what follows from both."""
        # Imported here because `selfcare today` has nothing to do with them.
        from selfcare_app.services.work_days import WorkDays

        return WorkDays(
            self._tables, self.journal, self.settings, self.records, lambda: self._clock() // 1000
        )

    @property
    def tells_of_work(self) -> bool:
        """Whether there is anything about work hours to show: cheap, unlike `work`."""
        return self._tables.tell_of_work()

    @cached_property
    def memory(self) -> "PageMemory":
        """How the pages were left."""
        # Imported here because no command needs it.
        from selfcare_app.services.page_memory import PageMemory

        return PageMemory(self._tables.settings, self.journal)

    @cached_property
    def encryption(self) -> "Encryption":
        """Whether and how all of it is locked with a passphrase."""
        # Imported here because no command needs it.
        from selfcare_app.services.encryption import Encryption
        from selfcare_app.services.key_store import KeyStore

        return Encryption(self.database, KeyStore(self.folder), self._places_of_copies)

    def copies(self) -> list[Path]:
        """The copies of the database that the program knows of, such as backups."""
        # Imported here because hardly any command needs it.
        from selfcare_app.services.copies import copies_in
        from selfcare_app.store.former_keys import former_keys

        keys = (self.database.key, *former_keys(self.database))
        return copies_in(self._places_of_copies(), keys)

    def delete_copies(self, files: Iterable[Path]) -> None:
        """Delete `files`, which are among `copies`, and what a power cut left of others.

        Raises KnownError that names those which could not be deleted.
        """
        # Imported here, as above.
        from selfcare_app.services.copies import delete_copies, remove_begun

        remove_begun(self._places_of_copies())
        delete_copies(files)

    def _places_of_copies(self) -> "Places":
        """Where copies may lie: the usual folder once there is one, and the chosen one."""
        # Imported here, as above.
        from selfcare_app.services.copies import Places

        usual, chosen = backup_folder(self.folder), self.settings.folder(BACKUP_FOLDER)
        own = (self.folder, usual) if usual.is_dir() else (self.folder,)
        if chosen is None or chosen in own:
            return Places(own)
        habits = (*self.records.habits(archived=True), *self.records.deleted_habits())
        return Places(own, (chosen,), frozenset(habit.id for habit in habits))

    def _drop_figures(self, change: Change) -> None:
        if "statistics" in self.__dict__:
            self.statistics.drop(change)

    @property
    def folder(self) -> Path:
        """Where the person's data lies."""
        return self.database.path.parent

    def now(self) -> datetime:
        """The time on the wall, without a zone."""
        return self._now()

    def today(self) -> date:
        """The day that it is now."""
        return day_at(self._now(), self.settings.get(DAY_START_HOUR))

    def instant(self) -> int:
        """The present instant in UTC milliseconds, by which timers count."""
        return self._clock()

    def seconds_until_tomorrow(self) -> float:
        """Seconds until the next day begins, by the wall clock."""
        now = self._now()
        return (next_day_start(now, self.settings.get(DAY_START_HOUR)) - now).total_seconds()

    def changed_elsewhere(self) -> bool:
        """Whether another program, such as the command line, wrote since this was last asked;
        if so, everything is read anew from then on."""
        if not self.database.changed_elsewhere():
            return False
        self.forget_caches()
        return True

    def check_in_place(self) -> None:
        """Raise StoreError if the person's data is gone from where it was opened."""
        self.database.check_in_place()

    def forget_caches(self) -> None:
        """Read everything anew from then on."""
        self.settings.forget_cache()
        self.records.forget_cache()
        self.statistics.forget_cache()
        if "work" in self.__dict__:
            self.work.forget_cache()

    def replaced(self) -> None:
        """Note that all content was replaced: read it anew, and let earlier changes rest."""
        self.journal.history.clear()
        self.forget_caches()

    def opened_again(self) -> "Workspace":
        """The same database by a connection of its own, such as for another thread; to be
        closed by whoever asked. Raises StoreError."""
        database = open_database(self.database.path, self.database.key)
        return Workspace(database, self._now, self._clock)

    def close(self) -> None:
        """Close the database; safe to call twice."""
        self.database.close()


def is_locked(path: Path) -> bool:
    """Whether the database at `path` needs a passphrase; no where there is none."""
    return salt_of(path) is not None


def looks_emptied(path: Path) -> bool:
    """Whether the database at `path` is empty although there are backups of it: after a power
    cut, some disks give back nothing of a file that was being written."""
    log = path.with_name(f"{path.name}-wal")
    if not path.is_file() or path.stat().st_size or (log.is_file() and log.stat().st_size):
        return False
    # Imported here: the file is hardly ever empty.
    from selfcare_app.domain.keeping import read_name

    return any(read_name(file.name) for file in backup_folder(path.parent).glob("*.db"))


def open_workspace(
    path: Path,
    now: Callable[[], datetime] = datetime.now,
    clock: Callable[[], int] = milliseconds_now,
    key: FileKey | None = None,
) -> Workspace:
    """Open the database at `path`, making it where there is none; `key` opens a locked one.

    Raises DamagedDatabase where it cannot be read, or is empty although there are backups of
    it; StoreError for other reasons.
    """
    if looks_emptied(path):
        raise DamagedDatabase(damaged_words(path), path)
    return Workspace(open_database(path, key), now, clock)
