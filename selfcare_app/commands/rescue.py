"""`selfcare rescue`: bring back what can be saved of a damaged database."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from time import time

from selfcare_app.commands.backups import contents_as_json, contents_words
from selfcare_app.commands.output import say, say_json
from selfcare_app.commands.places import folder_of, key_of_data
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr
from selfcare_app.paths import database_file
from selfcare_app.services.rescue import DamagedDatabase, Prospect, Rescue, is_damaged


def rescue(arguments: Namespace) -> int:
    """Put the newest backup with what could be saved in the place of a damaged database."""
    path = database_file(folder_of(arguments))
    if not path.is_file():
        raise BadInput(tr("There is no data in “{folder}” yet.", folder=path.parent))
    at_work = _needed(arguments, path)
    if at_work is None:
        if arguments.json:
            say_json({"damaged": False})
        else:
            say(tr("“{file}” is not damaged; nothing was changed.", file=path.name))
        return 0
    prospect = at_work.prospect(round(time() * 1000))
    kept = at_work.finish(prospect, datetime.now())
    if arguments.json:
        say_json(_as_json(prospect, kept))
        return 0
    for line in _lines(prospect, path, kept):
        say(line)
    return 0


def _needed(arguments: Namespace, path: Path) -> Rescue | None:
    """The rescue of the database at `path`; None where it is sound."""
    try:
        key = key_of_data(arguments, path)
        if not is_damaged(path, key):
            return None
    except DamagedDatabase as error:
        # The passphrase is right, and the file is not.
        key = error.key
    at_work = Rescue(path, key)
    locked = at_work.locked_backup
    if locked is None:
        return at_work
    from selfcare_app.commands.unlocking import passphrase
    from selfcare_app.services.passphrase import key_that_opens

    return Rescue(path, key_that_opens(locked, passphrase(arguments, tr("Passphrase: "))))


def _as_json(prospect: Prospect, kept: Path) -> dict[str, object]:
    backup = prospect.backup
    return {
        "damaged": True,
        "kept": str(kept),
        "backup": None if backup is None else str(backup.file),
        "backup_made": None if backup is None else backup.made.isoformat(timespec="seconds"),
        "saved": contents_as_json(prospect.saved),
        "together": contents_as_json(prospect.together),
        "habits_without_name": prospect.unnamed,
    }


def _lines(prospect: Prospect, path: Path, kept: Path) -> list[str]:
    lines = [tr("“{file}” was damaged; it is kept as “{kept}”.", file=path.name, kept=kept)]
    if prospect.backup is None or prospect.backup.contents is None:
        lines.append(tr("There is no backup that could be used."))
    else:
        made, held = prospect.backup.made, contents_words(prospect.backup.contents)
        lines.append(tr("Backup of {made:%Y-%m-%d %H:%M}: {held}", made=made, held=held))
    lines.append(tr("Saved from the damaged file: {held}", held=contents_words(prospect.saved)))
    lines.append(tr("There now: {held}", held=contents_words(prospect.together)))
    if prospect.unnamed:
        lines.append(
            tr("Habits that lost their name are called “Rescued habit”; rename them as you like.")
        )
    return lines
