"""The data that a command works on: its folder, and the workspace opened there."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.paths import data_folder, database_file
from selfcare_app.services.workspace import (
    DamagedDatabase,
    Workspace,
    is_locked,
    open_workspace,
)

if TYPE_CHECKING:
    from selfcare_app.services.passphrase import FileKey


def folder_of(arguments: Namespace) -> Path:
    """The data folder that was asked for, or the usual one."""
    chosen = getattr(arguments, "data_dir", None)
    return data_folder(Path(chosen) if chosen else None)


@contextmanager
def opened(arguments: Namespace) -> Iterator[Workspace]:
    """The workspace in the data folder, made where there is none and closed at the end.

    Raises KnownError where it is locked and nobody gives the passphrase, or is damaged.
    """
    path = database_file(folder_of(arguments))
    try:
        workspace = open_workspace(path, key=key_of_data(arguments, path))
        try:
            yield workspace
        finally:
            workspace.close()
    except DamagedDatabase as error:
        if error.path != path:
            raise
        raise KnownError(
            tr(
                "“{file}” is damaged; “selfcare rescue” brings back what can be saved.",
                file=path.name,
            )
        ) from error


def key_of_data(arguments: Namespace, path: Path) -> "FileKey | None":
    """The key of the database at `path`, None where it is not locked."""
    if not is_locked(path):
        return None
    # Imported here because most data is not.
    from selfcare_app.commands.unlocking import key_for

    return key_for(arguments, path)
