"""Copies of the database that the program knows of: backups, and what it put aside."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr

_COPIES = "selfcare-*.db"
_BEGUN = (".selfcare-*.part", ".selfcare.db.new*", ".rescue-*", ".restore-*")
"""Files and folders with copies that were begun when the power went."""
_LOGS = ("-wal", "-shm", "-journal")


def copies_in(folders: Iterable[Path]) -> list[Path]:
    """The copies that lie in `folders`, by their names; a folder that is not there has none."""
    return [file for folder in folders for file in sorted(folder.glob(_COPIES)) if file.is_file()]


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
