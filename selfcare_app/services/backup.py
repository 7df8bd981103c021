"""Backup and restore of everything that is kept."""

from datetime import datetime
from pathlib import Path

from selfcare_app.services.workspace import Workspace
from selfcare_app.store import backup
from selfcare_app.store.file_key import FileKey


def dated_backup(folder: Path, now: datetime) -> Path:
    """A file in `folder` for a backup made at `now`, whose name is not taken yet."""
    name = f"selfcare-{now:%Y-%m-%d-%H%M%S}"
    target = folder / f"{name}.db"
    number = 2
    while target.exists():
        target = folder / f"{name}-{number}.db"
        number += 1
    return target


def back_up(workspace: Workspace, target: Path) -> None:
    """Write a verified copy of everything to `target`; raises StoreError where it cannot."""
    backup.back_up(workspace.database, target)


def restore(
    workspace: Workspace, source: Path, kept_at: Path, source_key: FileKey | None = None
) -> None:
    """Go back to the backup `source`, keeping what is there now at `kept_at` first.

    `source_key` opens one that is not locked as the data is now. Earlier changes cannot be
    taken back afterwards. Raises StoreError, with nothing changed, where `source` cannot be
    used.
    """
    backup.restore(workspace.database, source, kept_at, source_key)
    workspace.replaced()
