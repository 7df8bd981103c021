"""Bringing back what can be saved of a damaged database."""

from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from selfcare_app.domain.keeping import Origin
from selfcare_app.domain.setting import value_of
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.paths import backup_folder
from selfcare_app.services.backups import Backup, Backups
from selfcare_app.services.settings import BACKUP_FOLDER, DAY_START_HOUR, folder_in
from selfcare_app.services.workspace import looks_emptied
from selfcare_app.store import rescue
from selfcare_app.store.addresses import log_of
from selfcare_app.store.contents import Contents, contents_of
from selfcare_app.store.db import (
    DamagedDatabase,
    Database,
    NeedsPassphrase,
    StoreError,
    faults_in_words,
    open_to_read,
)
from selfcare_app.store.file_key import FileKey
from selfcare_app.store.former_keys import former_keys
from selfcare_app.store.rescue import build, copy_of, put_in_place
from selfcare_app.store.salvage import MILLISECONDS_OF_A_DAY, salvage
from selfcare_app.store.settings import SettingTable

__all__ = ["Contents", "DamagedDatabase"]

_PREFIX = ".rescue-"
_ASIDE = "*-before-version-*.db"
"""Copies from before the database changed its form."""


class Prospect(Value):
    """What a rescue would bring, built already and waiting in a folder of its own."""

    folder: Path
    key: FileKey | None
    backup: Backup | None
    """The newest that can be used; None where there is none."""
    saved: Contents
    """What was read from the damaged file itself."""
    together: Contents
    """What there will be."""
    unnamed: int
    """Habits of which only entries were found; they get a new name."""
    new: Path
    damaged: Path
    """A copy of the damaged file as it was looked at."""
    state: tuple[object, ...]
    """What tells whether that was changed since."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to go on with: it would be a new beginning."""
        return self.backup is None and self.together == Contents(0, 0, 0, None, None)


class Rescue:
    """Looks what can be brought back, and brings it back; nothing is done to the damaged file
    before `finish`."""

    def __init__(self, path: Path, key: FileKey | None = None) -> None:
        """`path` is the damaged database; `key` opens it where it is locked."""
        self.path, self.key = path, key

    @property
    def locked_backup(self) -> Path | None:
        """The newest backup where it needs a passphrase that is not known yet; None where the
        damaged file itself is plain."""
        if self.key is not None or _begins_plainly(self.path):
            return None
        found = self._backups((), None).found()
        return found[0].file if found and found[0].locked else None

    def prospect(self, instant: int, chosen: Path | None = None) -> Prospect:
        """What a rescue would bring, now at `instant` (UTC milliseconds); takes some seconds
        for ten years of entries.

        `chosen` is a backup that a person chose from anywhere; otherwise the newest that can
        be used is taken. To be ended with `finish` or `give_up`. Raises StoreError where the
        disk does not take it, or `chosen` cannot be used.
        """
        with faults_in_words(self.path):
            for left in self.path.parent.glob(f"{_PREFIX}*"):  # A power cut ended that one.
                rmtree(left, ignore_errors=True)
            folder = Path(mkdtemp(prefix=_PREFIX, dir=self.path.parent))
        try:
            return self._prospect(folder, instant, chosen)
        except BaseException:
            rmtree(folder, ignore_errors=True)
            raise

    def finish(self, prospect: Prospect, now: datetime, database: Database | None = None) -> Path:
        """Let what was built take the damaged file's place, and return where that is kept.

        `database` is the damaged one where it is open here; it goes on with the new file.
        Raises StoreError, with nothing lost, where the disk does not do it, or the file was
        changed since it was looked at.
        """
        if _state_of(self.path) != prospect.state:
            raise StoreError(tr("“{file}” was changed meanwhile; look again.", file=self.path.name))
        kept = _free_name(self.path, now)
        if database is not None:
            database.close()
        try:
            put_in_place(prospect.new, self.path, prospect.damaged, kept)
        finally:
            if database is not None:
                database.reopen(prospect.key)
        self.give_up(prospect)
        return kept

    @staticmethod
    def give_up(prospect: Prospect) -> None:
        """Remove what was built."""
        rmtree(prospect.folder, ignore_errors=True)

    def _prospect(self, folder: Path, instant: int, chosen: Path | None) -> Prospect:
        damaged, worked_on = folder / "damaged.db", folder / "working.db"
        state = _state_of(self.path)
        copy_of(self.path, damaged)
        copy_of(damaged, worked_on)
        with closing(
            salvage(worked_on, self.key, folder, instant + MILLISECONDS_OF_A_DAY)
        ) as salvaged:
            saved = contents_of(salvaged)
            found = self._found(salvaged) if chosen is None else iter([self._at(chosen)])
            for backup in found:
                try:
                    with closing(open_to_read(backup.file, backup.key)) as source:
                        built = build(folder, self.key, salvaged, source)
                    break
                except StoreError:
                    if chosen is not None:
                        raise
            else:
                backup, built = None, build(folder, self.key, salvaged, None)
        return Prospect(
            folder,
            self.key,
            backup,
            saved,
            built.contents,
            built.unnamed,
            built.file,
            damaged,
            state,
        )

    def _at(self, file: Path) -> Backup:
        """The backup `file`, looked into; raises StoreError where it cannot be used."""
        backups = self._backups((), None)
        backup = backups.at(file)
        looked_into = None if backup is None else backups.looked_into(backup)
        if looked_into is None or looked_into.problem:
            sentence = tr("“{file}” is not a backup of Selfcare.", file=file.name)
            raise StoreError(sentence if looked_into is None else looked_into.problem)
        if looked_into.contents is None:
            raise NeedsPassphrase(tr("“{file}” is locked with a passphrase.", file=file.name))
        return looked_into

    def _found(self, salvaged: Database) -> Iterator[Backup]:
        """Backups that can be used, the best first: the newest, but what was left behind by
        going back last of all."""
        former = tuple(former_keys(salvaged))
        backups = self._backups(former, _chosen_folder(salvaged))
        if backups.chosen is None:
            backups = self._backups(former, self._folder_in_newest(backups))
        aside = filter(None, map(backups.at, sorted(self.path.parent.glob(_ASIDE))))
        found = [*backups.found(), *aside]
        found.sort(key=lambda backup: backup.made, reverse=True)
        found.sort(key=lambda backup: backup.origin is Origin.BEFORE_GOING_BACK)
        for backup in found:
            looked_into = backups.looked_into(backup)
            if looked_into.contents is not None:
                yield looked_into

    def _folder_in_newest(self, backups: Backups) -> Path | None:
        """The folder for backups that the newest of the usual ones knows of."""
        for backup in backups.found():
            looked_into = backups.looked_into(backup)
            if looked_into.contents is not None:
                with (
                    suppress(StoreError),
                    closing(open_to_read(backup.file, looked_into.key)) as database,
                ):
                    return _chosen_folder(database)
        return None

    def _backups(self, former: tuple[FileKey, ...], chosen: Path | None) -> Backups:
        usual = backup_folder(self.path.parent)
        return Backups(self.path, self.key, former, usual, chosen, DAY_START_HOUR.default)


def is_damaged(path: Path, key: FileKey | None) -> bool:
    """Whether the database at `path` cannot be read as a whole, or is gone from its file.

    Raises NeedsPassphrase or WrongKey for a locked one, StoreError for one that is not ours,
    newer than the program, or not there.
    """
    return looks_emptied(path) or rescue.is_damaged(path, key)


def _chosen_folder(database: Database) -> Path | None:
    kept = SettingTable(database).find(BACKUP_FOLDER.key)
    return None if kept is None else folder_in(value_of(kept))


def _begins_plainly(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"


def _state_of(path: Path) -> tuple[object, ...]:
    """What changes with a database file or its log."""
    with faults_in_words(path):
        found = [file.stat() for file in (path, log_of(path)) if file.exists()]
    return tuple((each.st_size, each.st_mtime_ns) for each in found)


def _free_name(path: Path, now: datetime) -> Path:
    """Where the damaged file is to be kept."""
    name = f"{path.stem}-damaged-{now:%Y-%m-%d-%H%M%S}"
    kept, number = path.with_name(f"{name}.db"), 2
    while kept.exists():
        kept, number = path.with_name(f"{name}-{number}.db"), number + 1
    return kept
