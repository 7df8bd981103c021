"""Copies of the database that the program knows of: backups, and what it put aside."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.paths import database_file
from selfcare_app.store.contents import is_marked_as_ours
from selfcare_app.store.file_key import FileKey, salt_of

_COPIES = "selfcare-*.db"
"""What the program calls its copies."""
_BEGUN = (".selfcare-*.part", ".selfcare.db.new*", ".rescue-*", ".restore-*")
"""Files and folders with copies that were begun when the power went."""
_LOGS = ("-wal", "-shm", "-journal")


def copies_in(folders: Iterable[Path], keys: Iterable[FileKey | None]) -> list[Path]:
    """The copies that lie in `folders`, also those that a person named, which may be encrypted
    with one of `keys`; a folder that is not there has none."""
    salts = {key.salt for key in keys if key is not None}
    files = [file for folder in folders for file in sorted(folder.glob("*.db"))]
    return [file for file in files if file.is_file() and _is_copy(file, salts)]


def _is_copy(file: Path, salts: set[bytes]) -> bool:
    # Hidden ones are of the system; and one of that name is never a copy, but in use.
    if file.name.startswith(".") or file == database_file(file.parent):
        return False
    if file.match(_COPIES):
        return True
    try:
        return salt_of(file) in salts or is_marked_as_ours(file)
    except OSError:
        return False


def remove_begun(folders: Iterable[Path]) -> list[Path]:
    """Remove copies from `folders` that were never finished: they are of no use, but can be
    read. Returns those that could not be removed."""
    begun = [each for folder in folders for name in _BEGUN for each in folder.glob(name)]
    for each in begun:
        if each.is_dir():
            rmtree(each, ignore_errors=True)
        else:
            with suppress(OSError):
                each.unlink()
    return [each for each in begun if each.exists()]


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
