"""Opening locked data on the command line: the passphrase comes from the system's key store, a
file descriptor or the terminal, never from an argument, which others on the computer can read."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr
from selfcare_app.services.key_store import KeyStore
from selfcare_app.services.passphrase import key_that_opens

if TYPE_CHECKING:
    from selfcare_app.services.passphrase import FileKey

_TERMINAL = "/dev/tty"


def key_for(arguments: Namespace, path: Path) -> "FileKey":
    """The key of the locked database at `path`; raises KnownError where nobody gives it."""
    if arguments.passphrase_fd is None:
        key = KeyStore(path.parent).key()
        if key is not None:
            return key
    return key_that_opens(path, passphrase(arguments, tr("Passphrase: ")))


def passphrase(arguments: Namespace, prompt: str) -> str:
    """What the person types at `prompt`, or the next line of the file descriptor.

    Raises BadInput where there is neither.
    """
    if arguments.passphrase_fd is not None:
        if not hasattr(arguments, "passphrase_lines"):
            arguments.passphrase_lines = _lines_of(arguments.passphrase_fd)
        line = next(arguments.passphrase_lines, None)
        if line is None:
            raise BadInput(tr("There is no passphrase in what --passphrase-fd leads to."))
        return str(line)
    if not _has_terminal():
        raise BadInput(
            tr(
                "This data is locked with a passphrase; run the command in a terminal, or give "
                "the passphrase with --passphrase-fd."
            )
        )
    # Imported here: most data is not locked, or opens by itself.
    from getpass import getpass

    return getpass(prompt)


def _lines_of(text: str) -> Iterator[str]:
    if not (text.isascii() and text.isdigit()):
        raise BadInput(tr("--passphrase-fd takes the number of an open file, such as 3."))
    try:
        # Left open: it is not ours to close.
        with os.fdopen(int(text), encoding="utf-8", closefd=False) as file:
            for line in file:
                yield line.rstrip("\r\n")
    except (OSError, OverflowError, UnicodeDecodeError) as error:
        raise BadInput(tr("Nothing can be read from --passphrase-fd {number}.", number=text)) from (
            error
        )


def _has_terminal() -> bool:
    """Whether somebody can be asked, even where input and output lead elsewhere."""
    if os.name == "nt":
        return sys.stdin is not None and sys.stdin.isatty()
    with suppress(OSError):
        os.close(os.open(_TERMINAL, os.O_RDWR | os.O_NOCTTY))
        return True
    return False
