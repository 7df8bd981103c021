"""What can be typed after `selfcare hours`."""

from argparse import SUPPRESS, ArgumentParser
from collections.abc import Callable

from selfcare_app.commands.shared_arguments import add_json, add_places
from selfcare_app.domain.words import tr


def add_hours_arguments(parser: ArgumentParser) -> None:
    """Add the options of `selfcare hours` and what can be done beside telling a day."""
    add_json(parser, default=False)
    parser.add_argument(
        "--date", metavar="D", help=tr("year-month-day, today or yesterday; default: today")
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", prog="selfcare hours")
    for name, (purpose, add_arguments) in _ACTIONS.items():
        action: ArgumentParser = actions.add_parser(
            name,
            help=tr(purpose),
            description=tr(purpose),
            allow_abbrev=False,
            formatter_class=parser.formatter_class,
        )
        add_places(action, default=SUPPRESS)
        add_arguments(action)


def _add_set_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("days", metavar="DAYS", help=tr("such as mon-thu, mon,wed or daily"))
    _add_intervals(parser, tr("such as 09:00-13:00,14:00-18:00, or off"))
    parser.add_argument(
        "--from", dest="first", metavar="D", help=tr("from this day on; default: today")
    )


def _add_off_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("days", metavar="D[..D]", help=tr("a day, or the first and the last"))
    parser.add_argument("--note", metavar="T", default="", help=tr("such as: by the sea"))


def _add_on_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("days", metavar="D[..D]", help=tr("a day, or the first and the last"))
    _add_intervals(parser, tr("such as 12:00-20:00; “usual” for as every week"))


def _add_log_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("day", metavar="D", help=tr("year-month-day, today or yesterday"))
    parser.add_argument(
        "interval", metavar="START-END", help=tr("such as 09:02-18:41; “seen” for as it was seen")
    )
    parser.add_argument("--reason", metavar="T", help=tr("why it became later than planned"))


def _add_preview_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("days", metavar="D..D", help=tr("the first and the last day"))
    add_json(parser, default=SUPPRESS)


def _add_holidays_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "place", metavar="PLACE", help=tr("a country such as DE, a region such as DE-BY, or off")
    )


def _add_intervals(parser: ArgumentParser, purpose: str) -> None:
    parser.add_argument("intervals", metavar="INTERVALS", help=purpose)


_ACTIONS: dict[str, tuple[str, Callable[[ArgumentParser], None]]] = {
    "set": ("plan work hours by the week", _add_set_arguments),
    "off": ("take days off", _add_off_arguments),
    "on": ("plan other hours for a day", _add_on_arguments),
    "log": ("say from when to when work was", _add_log_arguments),
    "preview": ("every reminder that the plan will bring", _add_preview_arguments),
    "holidays": ("take public holidays off", _add_holidays_arguments),
}
"""Each action with what it is for, in English (shown through `tr`), and its arguments."""
