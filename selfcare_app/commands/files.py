"""`selfcare import`, `export`, `backup` and `restore`."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from selfcare_app.commands.output import say, say_json
from selfcare_app.commands.places import folder_of, opened
from selfcare_app.domain.keeping import Origin
from selfcare_app.domain.words import tr
from selfcare_app.paths import backup_folder
from selfcare_app.services import backup
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.workspace import Workspace, is_locked

if TYPE_CHECKING:
    from selfcare_app.services.passphrase import FileKey


def import_(arguments: Namespace) -> int:
    """Take over a file of this or another app, and tell what could not be taken over."""
    with opened(arguments) as workspace:
        report = import_file(workspace, Path(arguments.file), arguments.dry_run)
    if arguments.json:
        say_json(report.as_json())
        return 0
    for line in report.lines():
        say(line)
    return 0


def export(arguments: Namespace) -> int:
    """Write everything to a file that other programs can read."""
    target = Path(arguments.file)
    with opened(arguments) as workspace:
        export_file(workspace, target, arguments.format)
    say(tr("Written to “{file}”. Anyone who opens this file can read it.", file=target))
    return 0


def back_up(arguments: Namespace) -> int:
    """Write a verified copy of the database."""
    with opened(arguments) as workspace:
        target = Path(arguments.file) if arguments.file else _dated_backup(arguments)
        backup.back_up(workspace, target)
    say(tr("Backed up to “{file}”.", file=target))
    return 0


def restore(arguments: Namespace) -> int:
    """Go back to a backup, after keeping what is there now."""
    kept_at = _dated_backup(arguments, Origin.BEFORE_GOING_BACK)
    source = Path(arguments.file)
    with opened(arguments) as workspace:
        key = _key_of_backup(arguments, workspace, source)
        backup.restore(workspace, source, kept_at, key)
        opened_up = key is not None and workspace.encryption.key is None
    say(
        tr(
            "Restored from “{file}”. What was there before is kept in “{kept}”.",
            file=arguments.file,
            kept=kept_at,
        )
    )
    if opened_up:
        say(
            tr(
                "The backup has a passphrase, your data here has none; “selfcare passphrase set” "
                "locks it."
            )
        )
    return 0


def _key_of_backup(arguments: Namespace, workspace: Workspace, source: Path) -> "FileKey | None":
    """The key of a backup that is locked otherwise than the data is now."""
    if not is_locked(source):
        return None
    # Imported here because most data is not locked.
    from selfcare_app.commands.unlocking import passphrase
    from selfcare_app.services.passphrase import key_that_opens, opens

    if opens(workspace.encryption.key, source):
        return workspace.encryption.key
    prompt = tr("Passphrase of “{file}”: ", file=source.name)
    return key_that_opens(source, passphrase(arguments, prompt))


def _dated_backup(arguments: Namespace, origin: Origin = Origin.BY_HAND) -> Path:
    return backup.dated_backup(backup_folder(folder_of(arguments)), datetime.now(), origin)


COMMANDS = {"import": import_, "export": export, "backup": back_up, "restore": restore}
