"""What can go wrong with a database file, in words."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.store.file_key import FileKey

_BEYOND_BOUNDS = apsw.InterruptError, apsw.NoMemError, apsw.TooBigError


class StoreError(KnownError):
    """The disk or the file would not do what was asked; nothing was changed."""


class NeedsPassphrase(StoreError):
    """The file is encrypted, and no key was given."""


class WrongKey(StoreError):
    """The file is encrypted, and not with the key that was given (or it is damaged)."""


class DamagedDatabase(StoreError):
    """Parts of the file at `path` cannot be read, or it is no database at all.

    `key` is what it is encrypted with, where it was opened with that.
    """

    def __init__(self, sentence: str, path: Path, key: FileKey | None = None) -> None:
        super().__init__(sentence)
        self.path = path
        self.key = key


@contextmanager
def faults_in_words(path: Path, key: FileKey | None = None) -> Iterator[None]:
    """Turn the driver's errors about the file at `path`, which is encrypted with `key`, into a
    StoreError of one sentence."""
    try:
        yield
    except (apsw.FullError, apsw.ReadOnlyError, apsw.CantOpenError, apsw.IOError) as error:
        raise StoreError(_sentence(error, path)) from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise StoreError(
            tr("Another program is using “{file}”; close it and try again.", file=path.name)
        ) from error
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise DamagedDatabase(damaged_words(path), path, key) from error
    except _BEYOND_BOUNDS as error:
        raise StoreError(damaged_words(path)) from error
    except OSError as error:
        raise StoreError(
            tr("“{file}” cannot be written ({reason}).", file=path, reason=reason_of(error))
        ) from error


@contextmanager
def sound_statements(path: Path, key: FileKey | None = None) -> Iterator[None]:
    """For statements that any database of ours understands: where the one at `path`, encrypted
    with `key`, does not, it is the file that is damaged."""
    try:
        yield
    except apsw.SQLError as error:
        raise DamagedDatabase(damaged_words(path), path, key) from error


def damaged_words(path: Path) -> str:
    """What to say of a file that cannot be read."""
    return tr("“{file}” is damaged or is not a Selfcare database.", file=path.name)


def reason_of(error: OSError) -> str:
    """The system's own words for `error`, without the path."""
    return os.strerror(error.errno) if error.errno else str(error)


def _sentence(error: apsw.Error, path: Path) -> str:
    extended = getattr(error, "extendedresult", 0)
    if isinstance(error, apsw.FullError) or extended == apsw.SQLITE_IOERR_SHMSIZE:
        return tr("The disk is full, so this could not be saved. Make some room and try again.")
    if extended == apsw.SQLITE_READONLY_DBMOVED:
        return tr("“{file}” was moved or written anew meanwhile; try again.", file=path.name)
    if isinstance(error, apsw.ReadOnlyError):
        return tr("“{file}” is read-only, so this could not be saved.", file=path.name)
    if isinstance(error, apsw.CantOpenError):
        return tr("“{file}” cannot be opened; check the folder and its permissions.", file=path)
    return tr(
        "The disk did not take what was to be saved in “{file}”; check it and try again.",
        file=path.name,
    )
