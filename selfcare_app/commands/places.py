"""The data that a command works on: its folder, and the workspace opened there."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selfcare_app.paths import data_folder, database_file
from selfcare_app.services.workspace import Workspace, is_locked, open_workspace


def folder_of(arguments: Namespace) -> Path:
    """The data folder that was asked for, or the usual one."""
    chosen = getattr(arguments, "data_dir", None)
    return data_folder(Path(chosen) if chosen else None)


@contextmanager
def opened(arguments: Namespace) -> Iterator[Workspace]:
    """The workspace in the data folder, made where there is none and closed at the end.

    Raises KnownError where it is locked and nobody gives the passphrase.
    """
    path = database_file(folder_of(arguments))
    key = None
    if is_locked(path):
        # Imported here because most data is not.
        from selfcare_app.commands.unlocking import key_for

        key = key_for(arguments, path)
    workspace = open_workspace(path, key=key)
    try:
        yield workspace
    finally:
        workspace.close()
