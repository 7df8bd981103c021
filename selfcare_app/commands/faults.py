"""A fault of ours: written into the log, and one sentence about it."""

from argparse import Namespace
from datetime import datetime

from selfcare_app.commands.places import folder_of
from selfcare_app.domain.words import tr
from selfcare_app.paths import log_file
from selfcare_app.services.faults import write_fault


def write_down(error: Exception, arguments: Namespace) -> str:
    """Log `error`, which no command foresaw, and return what to say of it."""
    log = log_file(folder_of(arguments))
    if write_fault(error, log, datetime.now()):
        return tr("Something in Selfcare went wrong; “{file}” says where.", file=log)
    return tr("Something in Selfcare went wrong ({kind}).", kind=type(error).__name__)
