"""`selfcare backups`: what there is to go back to."""

from argparse import Namespace

from selfcare_app.commands.output import one_line, say, say_json
from selfcare_app.commands.places import opened
from selfcare_app.domain.keeping import Origin
from selfcare_app.domain.words import tr
from selfcare_app.services.backups import Backup, Contents, backups_of


def list_backups(arguments: Namespace) -> int:
    """List every backup, the latest first, with what is in it."""
    with opened(arguments) as workspace:
        backups = backups_of(workspace)
        found = [backups.looked_into(backup) for backup in backups.found()]
    if arguments.json:
        say_json({"folder": str(backups.folders[0]), "backups": [_as_json(each) for each in found]})
        return 0
    for backup in found:
        moment, megabytes = f"{backup.made:%Y-%m-%d %H:%M}", f"{backup.size / 1_000_000:.1f} MB"
        say(f"{moment}  {_origin_words(backup.origin)}, {megabytes}, {_words(backup)}")
        say(f"  {backup.file}")
    if not found:
        say(tr("There is no backup yet; “selfcare backup” makes one."))
    return 0


def contents_as_json(contents: Contents) -> dict[str, object]:
    """What a database holds, for programs."""
    return {
        "habits": contents.habits,
        "entries": contents.entries,
        "check_ins": contents.check_ins,
        "first_day": None if contents.first is None else contents.first.isoformat(),
        "last_day": None if contents.last is None else contents.last.isoformat(),
    }


def contents_words(contents: Contents) -> str:
    """What a database holds, in words."""
    counts = tr(
        "habits: {habits}, entries: {entries}, check-ins: {check_ins}",
        habits=contents.habits,
        entries=contents.entries,
        check_ins=contents.check_ins,
    )
    if contents.first is None or contents.last is None:
        return counts
    return tr(
        "{counts}, {first} to {last}", counts=counts, first=contents.first, last=contents.last
    )


def _as_json(backup: Backup) -> dict[str, object]:
    contents = backup.contents
    return {
        "file": str(backup.file),
        "origin": None if backup.origin is None else backup.origin.value,
        "made": backup.made.isoformat(timespec="seconds"),
        "size": backup.size,
        "locked": backup.locked,
        "opens": contents is not None,
        "problem": backup.problem or None,
        "contents": None if contents is None else contents_as_json(contents),
    }


def _words(backup: Backup) -> str:
    if backup.contents is not None:
        return contents_words(backup.contents)
    return one_line(backup.problem) or tr("locked with another passphrase")


def _origin_words(origin: Origin | None) -> str:
    return {
        Origin.DAILY: tr("of the day"),
        Origin.BY_HAND: tr("made by hand"),
        Origin.BEFORE_GOING_BACK: tr("kept before going back"),
        None: tr("named by you"),
    }[origin]
