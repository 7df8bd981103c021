"""What can be typed after `selfcare`, and what of it is not understood."""

from argparse import SUPPRESS, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from selfcare_app import __version__
from selfcare_app.commands.shared_arguments import add_json, add_places
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr


class _Parser(ArgumentParser):
    """Says what is wrong in one sentence, rather than with a page of usage."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(
            tr(
                "{problem}; “{command} --help” shows how.",
                problem=message.removeprefix("argument COMMAND: "),
                command=self.prog,
            )
        )


def parse(words: Sequence[str], arguments: Namespace) -> None:
    """Read `words` into `arguments`; raises BadInput where they are not understood.

    Raises SystemExit after writing the text of --help or --version.
    """
    _, left = _parser(words).parse_known_args(words, arguments)
    if left and arguments.command == "log" and arguments.value is None:
        # Such as -1e5, which looks like an option, or a value that stands after options.
        arguments.value = left.pop(0)
    if left:
        command = f"selfcare {arguments.command}" if arguments.command else "selfcare"
        raise BadInput(
            tr(
                "“{word}” is not understood here; “{command} --help” shows what is, and names "
                "of several words need quotation marks.",
                word=left[0][:40],
                command=command,
            )
        )


def _parser(words: Sequence[str]) -> ArgumentParser:
    parser = _Parser(
        prog="selfcare",
        description=tr("A private habit tracker. Without a command it opens the window."),
        allow_abbrev=False,
        formatter_class=_help_formatter,
    )
    parser.add_argument("--version", action="version", version=f"selfcare {__version__}")
    add_places(parser, default=None)
    parser.add_argument(
        "--in-background",
        action="store_true",
        help=tr("start without a window, so that reminders come"),
    )
    _add_exit_after_paint(parser)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", parser_class=_Parser, prog="selfcare"
    )
    for name in _commands_to_know(words):
        purpose, add_arguments = _COMMANDS[name]
        command: ArgumentParser = commands.add_parser(
            name,
            help=tr(purpose),
            description=tr(purpose),
            allow_abbrev=False,
            formatter_class=_help_formatter,
        )
        # For a line in the list of all, its name and purpose are enough.
        if name in words:
            # Suppressed, so that one given before the command stays.
            add_places(command, default=SUPPRESS)
            add_arguments(command)
    return parser


def _commands_to_know(words: Sequence[str]) -> Iterable[str]:
    """The commands that `words` can come to, or all where their help or a fault may list them.

    Every start would pay for those that it has nothing to do with.
    """
    if words and words[0] in _COMMANDS:
        return words[:1]
    options_alone = all(word.startswith("--") and word != "--help" for word in words)
    return () if options_alone else _COMMANDS


def _help_formatter(prog: str) -> HelpFormatter:
    # With a width argparse need not look at the terminal, which every start would pay for.
    return HelpFormatter(prog, width=88)


def _add_exit_after_paint(parser: ArgumentParser, default: str | bool = False) -> None:
    # For measuring and for tests: leaves once the first page is painted with its data.
    parser.add_argument("--exit-after-paint", action="store_true", default=default, help=SUPPRESS)


def _add_date(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--date", metavar="D", help=tr("year-month-day, today or yesterday; default: today")
    )


def _add_demo_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--screenshot", metavar="DIR", help=tr("draw every page as a picture"))
    _add_exit_after_paint(parser, default=SUPPRESS)


def _add_habit_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--area", metavar="A", help=tr("practice area, such as movement"))
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--yes-no", action="store_true", help=tr("done or not (the default)"))
    kind.add_argument("--at-least", metavar="N", help=tr("kept from this amount on"))
    kind.add_argument("--at-most", metavar="N", help=tr("kept up to this amount"))
    parser.add_argument("--unit", metavar="U", help=tr("of the amount, such as min"))
    parser.add_argument(
        "--schedule",
        metavar="S",
        help=tr("daily (the default), mon,wed,fri, 3/week, 4/month or 2/5days"),
    )
    parser.add_argument("--cue", metavar="TEXT", help=tr("when you will do it: “after …”"))


def _add_log_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("habit", metavar="HABIT", help=tr("its name, how that begins, or its id"))
    parser.add_argument("value", metavar="VALUE", nargs="?", help=tr("default: the target"))
    _add_date(parser)
    parser.add_argument("--note", metavar="T", help=tr("about you; an empty one removes it"))
    state = parser.add_mutually_exclusive_group()
    for name, purpose in (
        ("rest", tr("the day was a rest")),
        ("not-done", tr("it was not done")),
        ("clear", tr("take back what was said of the day, but for its note")),
    ):
        state.add_argument(
            f"--{name}", dest="state", action="store_const", const=name, help=purpose
        )


def _add_stats_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("habit", metavar="HABIT", nargs="?", help=tr("default: all"))
    add_json(parser)
    parser.add_argument("--as-of", metavar="D", help=tr("the last day that counts; it is over"))
    parser.add_argument("--daily", action="store_true", help=tr("every day as well"))
    parser.add_argument("--grace", metavar="N", help=tr("open days to carry over, 0 to 4"))


def _add_today_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    _add_date(parser)


def _add_hours_arguments(parser: ArgumentParser) -> None:
    # Imported here because every start would pay for it.
    from selfcare_app.commands.hours_arguments import add_hours_arguments

    add_hours_arguments(parser)


def _add_session_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("minutes", metavar="MINUTES", help=tr("how long; 0 ends it now"))


def _add_wrap_up_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--tomorrow", metavar="TEXT", help=tr("what waits for the next work day"))
    parser.add_argument("--reason", metavar="T", help=tr("why it became later than planned"))


def _add_pause_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "until", metavar="UNTIL", help=tr("such as 15:30, tomorrow, 2026-12-24; “off” ends it")
    )


def _add_import_arguments(parser: ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument("--dry-run", action="store_true", help=tr("only tell what would happen"))
    add_json(parser)


def _add_export_arguments(parser: ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument(
        "--format", choices=("json", "csv", "sqlite"), help=tr("default: by FILE’s ending")
    )


def _add_report_arguments(parser: ArgumentParser) -> None:
    _add_file(parser)
    parser.add_argument(
        "--from", dest="first", metavar="D", help=tr("first day; default: three months back")
    )
    parser.add_argument("--to", dest="last", metavar="D", help=tr("last day; default: today"))
    parser.add_argument("--notes", action="store_true", help=tr("with your notes"))


def _add_backup_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?", help=tr("default: dated, beside it"))


def _add_passphrase_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what", choices=("set", "remove"), help=tr("“set” changes one that there is as well")
    )


def _add_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")


_COMMANDS: dict[str, tuple[str, Callable[[ArgumentParser], None]]] = {
    "demo": ("open the window on a made-up year; your data is not touched", _add_demo_arguments),
    "add": ("add a habit and print its id", _add_habit_arguments),
    "habits": ("list the habits", add_json),
    "log": ("log a habit on a day", _add_log_arguments),
    "today": ("what is planned and done on a day", _add_today_arguments),
    "stats": ("streaks, strength and consistency", _add_stats_arguments),
    "hours": ("work hours of a day; set them, days off, the log", _add_hours_arguments),
    "session": ("hold reminders while you are in session", _add_session_arguments),
    "wrap-up": ("be done for today", _add_wrap_up_arguments),
    "pause": ("hold all reminders until then", _add_pause_arguments),
    "report": ("write a PDF on a range of days, such as for supervision", _add_report_arguments),
    "import": ("take over a file of this or another app", _add_import_arguments),
    "export": ("write everything to a file that other programs can read", _add_export_arguments),
    "backup": ("write a verified copy of the whole database", _add_backup_arguments),
    "backups": ("list what there is to go back to", add_json),
    "restore": ("go back to a backup; what is there is kept first", _add_file),
    "rescue": ("bring back what can be saved of a damaged database", add_json),
    "passphrase": ("lock the data with a passphrase, or no longer", _add_passphrase_arguments),
}
"""Each command with what it is for, in English (shown through `tr`), and its arguments."""
