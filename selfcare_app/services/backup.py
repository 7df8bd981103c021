"""Backup and restore of everything that is kept."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from selfcare_app.domain.keeping import CopyName, Origin
from selfcare_app.domain.value import replace
from selfcare_app.services.settings import BACKUP_FOLDER
from selfcare_app.services.workspace import Workspace
from selfcare_app.store import backup
from selfcare_app.store.db import StoreError
from selfcare_app.store.file_key import FileKey


def dated_backup(folder: Path, now: datetime, origin: Origin = Origin.BY_HAND) -> Path:
    """A file in `folder` for a copy made at `now` and for that reason, whose name is not taken
    yet."""
    name = CopyName(origin, now)
    while (folder / str(name)).exists():
        name = replace(name, number=name.number + 1)
    return folder / str(name)


def back_up(workspace: Workspace, target: Path) -> None:
    """Write a verified copy of everything to `target`; raises StoreError where it cannot."""
    backup.back_up(workspace.database, target)


def restore(
    workspace: Workspace, source: Path, kept_at: Path, source_key: FileKey | None = None
) -> None:
    """Go back to the backup `source`, keeping what is there now at `kept_at` first.

    `source_key` opens one that is not locked as the data is now. Earlier changes cannot be
    taken back afterwards. Where backups go stays as it is: that is of this computer, and what
    lies there is to be found again. Raises StoreError, with nothing changed, where `source`
    cannot be used.
    """
    chosen = workspace.settings.value(BACKUP_FOLDER.key)
    backup.restore(workspace.database, source, kept_at, source_key)
    workspace.replaced()
    with suppress(StoreError):  # The disk may just have become full.
        workspace.journal.keep_quietly(
            BACKUP_FOLDER.key, None if chosen is None else json.dumps(chosen)
        )
