"""What can be typed after more than one command."""

from argparse import ArgumentParser

from selfcare_app.domain.words import tr


def add_places(parser: ArgumentParser, default: str | None) -> None:
    """Where the data is, and what opens it."""
    parser.add_argument("--data-dir", metavar="DIR", default=default, help=tr("where the data is"))
    parser.add_argument(
        "--passphrase-fd",
        metavar="N",
        default=default,
        help=tr("read the passphrase of locked data from open file N"),
    )


def add_json(parser: ArgumentParser, default: str | bool = False) -> None:
    """The answer as JSON."""
    parser.add_argument(
        "--json", action="store_true", default=default, help=tr("for programs to read")
    )
