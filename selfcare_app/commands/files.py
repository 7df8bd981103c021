"""`selfcare import`, `export`, `backup` and `restore`."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from selfcare_app.commands.output import say, say_json
from selfcare_app.commands.places import folder_of, opened
from selfcare_app.domain.words import tr
from selfcare_app.paths import backup_folder
from selfcare_app.services import backup
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.transfer.importing import import_file


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
    kept_at = _dated_backup(arguments)
    with opened(arguments) as workspace:
        backup.restore(workspace, Path(arguments.file), kept_at)
    say(
        tr(
            "Restored from “{file}”. What was there before is kept in “{kept}”.",
            file=arguments.file,
            kept=kept_at,
        )
    )
    return 0


def _dated_backup(arguments: Namespace) -> Path:
    return backup.dated_backup(backup_folder(folder_of(arguments)), datetime.now())


COMMANDS = {"import": import_, "export": export, "backup": back_up, "restore": restore}
