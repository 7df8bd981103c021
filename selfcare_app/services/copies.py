"""Copies of the database that the program knows of: backups, and what it put aside."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr

_COPIES = "selfcare-*.db"
_BEGUN = ".selfcare-*.part"
"""Copies that were begun when the power went."""


def copies_in(folders: Iterable[Path]) -> list[Path]:
    """The copies that lie in `folders`, by their names; a folder that is not there has none."""
    return [file for folder in folders for file in sorted(folder.glob(_COPIES)) if file.is_file()]


def begun_in(folders: Iterable[Path]) -> Iterator[Path]:
    """Copies in `folders` that were never finished, and are of no use."""
    for folder in folders:
        yield from folder.glob(_BEGUN)


def delete_copies(files: Iterable[Path]) -> None:
    """Delete `files`, with the logs that SQLite may have left beside them.

    Raises KnownError that names those which could not be; the others are gone.
    """
    left = []
    for file in files:
        try:
            for each in (file, *(file.with_name(f"{file.name}{end}") for end in ("-wal", "-shm"))):
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
