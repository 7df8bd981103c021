"""Copies of the database that the program knows of: backups, and what it put aside."""

import os
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from shutil import rmtree
from time import time

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.paths import database_file
from selfcare_app.store.contents import holds_one_of, is_marked_as_ours
from selfcare_app.store.db import StoreError, open_to_read
from selfcare_app.store.file_key import FileKey, salt_of

_COPIES = "selfcare-*.db"
"""What the program calls its copies."""
_BEGUN = (".selfcare-*.part", ".selfcare.db.new*", ".rescue-*", ".restore-*")
"""Files and folders with copies that were begun when the power went."""
_LONGEST_SECONDS = 24 * 60 * 60
"""After which nobody is at a copy that was begun."""
_LOGS = ("-wal", "-shm", "-journal")


class Places(Value):
    """Where copies of the database may lie, reachable or not."""

    own: tuple[Path, ...]
    """Folders of this data alone."""
    shared: tuple[Path, ...] = ()
    """Folders that a person chose, in which others may keep theirs: a copy there is ours if it
    has one of `habit_ids`, or opens with one of our keys."""
    habit_ids: frozenset[str] = frozenset()

    @property
    def folders(self) -> tuple[Path, ...]:
        """All of them."""
        return self.own + self.shared


def copies_in(places: Places, keys: Iterable[FileKey | None]) -> list[Path]:
    """The copies that lie in `places`, also those that a person named, which may be encrypted
    with one of `keys`; a folder that is not there has none."""
    salts = {key.salt for key in keys if key is not None}
    own = [file for file in _databases_in(places.own) if _is_copy(file, salts)]
    return own + [
        file
        for file in _databases_in(places.shared)
        if _is_copy(file, salts) and _is_ours(file, salts, places.habit_ids)
    ]


def _databases_in(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for file in sorted(folder.glob("*.db")):
            # Hidden ones are of the system; and one of that name is never a copy, but in use.
            hidden = file.name.startswith(".")
            if file.is_file() and not hidden and file != database_file(folder):
                yield file


def _is_copy(file: Path, salts: set[bytes]) -> bool:
    if file.match(_COPIES):
        return True
    try:
        return salt_of(file) in salts or is_marked_as_ours(file)
    except OSError:
        return False


def _is_ours(file: Path, salts: set[bytes], habit_ids: frozenset[str]) -> bool:
    """Whether a copy in a folder of several people is of this data."""
    try:
        salt = salt_of(file)
        if salt is not None:
            return salt in salts
        with closing(open_to_read(file)) as opened:
            return holds_one_of(opened, habit_ids)
    except (OSError, StoreError):
        return False


def remove_begun(places: Places) -> list[Path]:
    """Remove copies from `places` that were never finished: they are of no use, but can be
    read. Returns those that could not be removed."""
    begun = [
        each
        for folder in places.folders
        for name in _BEGUN
        for each in folder.glob(name)
        if not _in_the_making(each, shared=folder in places.shared)
    ]
    for each in begun:
        if each.is_dir():
            rmtree(each, ignore_errors=True)
        else:
            with suppress(OSError):
                each.unlink()
    return [each for each in begun if each.exists()]


def _in_the_making(begun: Path, *, shared: bool) -> bool:
    """Whether somebody may be at it: this process, or in a shared folder another computer."""
    if f".{os.getpid()}." in begun.name:
        return True
    try:
        return shared and time() - begun.stat().st_mtime < _LONGEST_SECONDS
    except OSError:
        return True


def delete_copies(files: Iterable[Path]) -> None:
    """Delete `files`, with the logs that SQLite may have left beside them.

    Raises KnownError that names those which could not be; the others are gone.
    """
    left = []
    for file in files:
        try:
            for each in (file, *(file.with_name(f"{file.name}{end}") for end in _LOGS)):
                each.unlink(missing_ok=True)
        except OSError:
            left.append(file.name)
    if left:
        raise KnownError(
            tr(
                "These copies could not be deleted: {names}. Check their folder and its "
                "permissions, and delete them there.",
                names=", ".join(left),
            )
        )
