"""`selfcare report`: a PDF on a range of days, made without a display."""

from argparse import Namespace
from pathlib import Path

from selfcare_app.commands.output import say
from selfcare_app.commands.places import opened
from selfcare_app.commands.window import qt_is_missing
from selfcare_app.domain.days import parse_day
from selfcare_app.domain.words import tr
from selfcare_app.services.report import checked_range


def report(arguments: Namespace) -> int:
    """Write the report, and say what it holds."""
    if qt_is_missing(needs_display=False):
        return 2
    # Imported here: what is missing was to be said first.
    from selfcare_app.app.paper import write_report

    target = Path(arguments.file)
    with opened(arguments) as workspace:
        today = workspace.today()
        first, last = (
            parse_day(text, today) if text else None for text in (arguments.first, arguments.last)
        )
        days = checked_range(first, last, today)
        write_report(workspace, target, *days, with_notes=arguments.notes)
    words = tr("{first} to {last} written to “{file}”. Anyone who opens it can read it.")
    say(words.format(first=days[0], last=days[1], file=target))
    return 0
