"""The backups of a person's data: made every day, found again, and not more than are of use."""

import platform
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from zlib import crc32

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.keeping import CopyName, Origin, made_on, read_name, superfluous
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.words import tr
from selfcare_app.paths import backup_folder
from selfcare_app.services.backup import dated_backup, restore
from selfcare_app.services.settings import BACKUP_FOLDER, DAY_START_HOUR, check_folder
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.backup import back_up
from selfcare_app.store.contents import Contents, contents_of, is_as_at_first, is_marked_as_ours
from selfcare_app.store.db import (
    DamagedDatabase,
    StoreError,
    WrongKey,
    check_restorable,
    open_to_read,
)
from selfcare_app.store.file_key import FileKey, salt_of
from selfcare_app.store.former_keys import former_keys

__all__ = ["Contents", "DamagedDatabase"]

TROUBLE_SAID = "backup_trouble_said"
"""The key under which the day is kept on which the person last heard of trouble with backups."""
_DATABASES = "*.db"


class Backup(Value):
    """One file that may be gone back to."""

    file: Path
    origin: Origin | None
    """None where a person named it."""
    made: datetime
    """Local time."""
    size: int
    """In bytes."""
    locked: bool
    """Whether it is encrypted."""
    key: FileKey | None = None
    """What opens a locked one; None where that is not known (yet)."""
    contents: Contents | None = None
    """None until it was looked into, and where that cannot be done."""
    problem: str = ""
    """Why it cannot be gone back to."""

    @property
    def needs_passphrase(self) -> bool:
        """Whether it was looked into and none of the known keys opens it."""
        return self.locked and self.key is None and not self.problem


class Made(Value):
    """A backup that was made."""

    file: Path
    note: str = ""
    """A sentence about why it does not lie where it was wanted."""


class Backups(Value):
    """Where backups go, and all that making and finding them takes: it may be handed to a
    thread, and works beside the open database."""

    database: Path
    key: FileKey | None
    """What the database is locked with."""
    former: tuple[FileKey, ...]
    """What backups may still be locked with."""
    usual: Path
    chosen: Path | None
    """The folder that the person chose, reachable or not."""
    day_start_hour: int

    def database_is_sound(self) -> bool:
        """Whether all of the database itself can be read; takes some 20 to 40 ms.

        Raises StoreError where it cannot be opened for another reason.
        """
        try:
            with closing(open_to_read(self.database, self.key, in_use=True)) as database:
                database.check()
        except DamagedDatabase:
            return False
        return True

    def make_daily(self, now: datetime, today: date) -> Made | None:
        """Make the backup of `today`, and remove those that need not be kept any longer; None
        where it is made already, or there is nothing to keep yet.

        Raises StoreError where none could be made.
        """
        names = [file.name for file in self._files()]
        if made_on(names, self.computer, today, self.day_start_hour) or self._nothing_there():
            return None
        name = str(CopyName(Origin.DAILY, now.replace(microsecond=0), self.computer))
        made = self._make(lambda folder: folder / name)
        self._tidy(now)
        return made

    def make_by_hand(self, now: datetime) -> Made:
        """Make a backup that stays until a person removes it; raises StoreError."""
        return self._make(lambda folder: dated_backup(folder, now))

    def found(self) -> list[Backup]:
        """Every backup, the latest first, none of them looked into."""
        backups = filter(None, map(self._at_a_glance, self._files()))
        return sorted(backups, key=lambda backup: (backup.made, backup.file), reverse=True)

    def at(self, file: Path) -> Backup | None:
        """The backup `file`, which lies somewhere else, not looked into; None where it is none
        of ours."""
        return self._at_a_glance(file)

    def looked_into(self, backup: Backup, key: FileKey | None = None) -> Backup:
        """`backup` with what is in it, opened with `key` or one that is known; takes some 50 ms,
        as its soundness is checked too."""
        known = [self.key, *self.former] if key is None else [key]
        keys = [each for each in known if each is not None] if backup.locked else [None]
        for each in keys:
            with suppress(WrongKey):
                return _opened(backup, each)
        return backup

    @property
    def computer(self) -> str:
        """Eight hexadecimal digits for this computer and this data folder."""
        whose = f"{platform.node()}:{self.database.absolute()}"
        return f"{crc32(whose.encode('utf-8', 'surrogateescape')):08x}"

    @property
    def folders(self) -> list[Path]:
        """Where backups lie; where new ones go comes first."""
        return list(dict.fromkeys([self.chosen or self.usual, self.usual]))

    def _files(self) -> Iterator[Path]:
        for folder in self.folders:
            with suppress(OSError):  # A stick that is not plugged in, or no folder yet.
                yield from sorted(file for file in folder.glob(_DATABASES) if self._counts(file))

    def _counts(self, file: Path) -> bool:
        """Whether `file` may be a backup: macOS puts hidden ones with such names on sticks."""
        return file.is_file() and not file.name.startswith(".") and file != self.database

    def _at_a_glance(self, file: Path) -> Backup | None:
        """What can be told of `file` without opening it; None where it is another program's,
        or has just gone."""
        name = read_name(file.name)
        try:
            found, salt = file.stat(), salt_of(file)
            salts = {key.salt for key in (self.key, *self.former) if key is not None}
            if name is None and salt not in salts and not is_marked_as_ours(file):
                return None
        except OSError:
            return None
        made = datetime.fromtimestamp(found.st_mtime) if name is None else name.made
        origin = None if name is None else name.origin
        return Backup(file, origin, made, found.st_size, salt is not None)

    def _nothing_there(self) -> bool:
        """Whether the database is as at first; such backups would push others out."""
        with closing(open_to_read(self.database, self.key, in_use=True)) as database:
            return is_as_at_first(database)

    def _make(self, target_in: Callable[[Path], Path]) -> Made:
        """Make a backup in the chosen folder or, where that fails, in the usual one."""
        note = ""
        if self.chosen is not None:
            try:
                check_folder(self.chosen)
                return self._make_at(target_in(self.chosen))
            except (BadInput, StoreError) as error:
                note = _elsewhere_words(self.chosen, error)
        return replace(self._make_at(target_in(self.usual)), note=note)

    def _make_at(self, target: Path) -> Made:
        with closing(open_to_read(self.database, self.key, in_use=True)) as database:
            back_up(database, target)
        return Made(target)

    def _tidy(self, now: datetime) -> None:
        for folder in self.folders:
            with suppress(OSError):
                names = [file.name for file in folder.glob(_DATABASES)]
                for name in superfluous(names, self.computer, now, self.day_start_hour):
                    (folder / name).unlink(missing_ok=True)


def backups_of(workspace: Workspace) -> Backups:
    """The backups of what is open in `workspace`."""
    database, settings = workspace.database, workspace.settings
    return Backups(
        database.path,
        database.key,
        tuple(former_keys(database)),
        backup_folder(workspace.folder),
        settings.folder(BACKUP_FOLDER),
        settings.get(DAY_START_HOUR),
    )


def go_back(workspace: Workspace, backup: Backup) -> Path:
    """Go back to `backup`, which was looked into; returns where what is there now is kept.

    Earlier changes cannot be taken back afterwards. Raises StoreError, with nothing changed.
    """
    usual = backup_folder(workspace.folder)
    kept_at = dated_backup(usual, workspace.now(), Origin.BEFORE_GOING_BACK)
    restore(workspace, backup.file, kept_at, backup.key)
    return kept_at


def contents_now(workspace: Workspace) -> Contents:
    """What the open database holds; raises StoreError."""
    return contents_of(workspace.database)


def may_tell_of_trouble(workspace: Workspace) -> bool:
    """Whether the person heard of no trouble with backups today; from now on they have."""
    import json

    today = workspace.today().isoformat()
    if workspace.settings.value(TROUBLE_SAID) == today:
        return False
    with suppress(StoreError):  # On a full disk that cannot be kept either.
        workspace.journal.keep_quietly(TROUBLE_SAID, json.dumps(today))
    return True


def _opened(backup: Backup, key: FileKey | None) -> Backup:
    """`backup` with what is in it, or why that cannot be told; raises WrongKey."""
    try:
        with closing(open_to_read(backup.file, key)) as database:
            check_restorable(database)
            return replace(backup, key=key, contents=contents_of(database))
    except WrongKey:
        raise
    except StoreError as error:
        return replace(backup, problem=str(error))


def _elsewhere_words(chosen: Path, error: BadInput | StoreError) -> str:
    if not chosen.is_dir():
        return tr(
            "“{folder}” cannot be reached, so the backup went to the usual folder.", folder=chosen
        )
    return tr("The backup went to the usual folder. {reason}", reason=str(error))
