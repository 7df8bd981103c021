"""The command line: reads what was typed, runs the command, and puts a fault into one line.

Commands are imported when they are run: `selfcare today` loads no more than it needs, and
nothing but the window itself loads Qt.
"""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from selfcare_app.commands.arguments import parse
from selfcare_app.domain.errors import KnownError

DONE = 0
FAULT_OF_OURS = 1
CANNOT_BE_DONE = 2
INTERRUPTED = 130
OBJECTS_BETWEEN_SEARCHES = 20_000
"""Of a start hardly anything is garbage, and by itself Python would search for it after 700."""


def run() -> int:
    """The program as it is started from a shell; returns the exit status."""
    gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
    if sys.stdout is None:  # Windows, without a console.
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # for as long as it runs
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 shows question marks rather than ending the command.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a real stream has it
    return main(sys.argv[1:])


def main(words: Sequence[str]) -> int:
    """Run the command that `words` say and return the exit status."""
    arguments = Namespace()
    try:
        status = _run(words, arguments)
        sys.stdout.flush()
    except KnownError as error:
        return _complain(str(error), CANNOT_BE_DONE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output, such as `head`, has had enough.
        _drop_output()
        return DONE
    except OSError as error:
        _drop_output()
        place = f"“{error.filename}”: " if error.filename else ""
        return _complain(f"{place}{error.strerror or error}.", CANNOT_BE_DONE)
    except Exception as error:
        from selfcare_app.commands.faults import write_down

        return _complain(write_down(error, arguments), FAULT_OF_OURS)
    return status


def _run(words: Sequence[str], arguments: Namespace) -> int:
    try:
        parse(words, arguments)
    except SystemExit:  # --help and --version have written their text.
        return DONE
    match arguments.command:
        case None:
            from selfcare_app.commands import window

            return window.open_own_window(arguments)
        case "demo":
            from selfcare_app.commands import window

            return window.demo(arguments)
        case "today":
            from selfcare_app.commands import today

            return today.today(arguments)
        case "log":
            from selfcare_app.commands import entries

            return entries.log(arguments)
        case "stats":
            from selfcare_app.commands import stats

            return stats.stats(arguments)
        case "hours":
            from selfcare_app.commands import hours

            return hours.hours(arguments)
        case "session" | "wrap-up" | "pause":
            from selfcare_app.commands import work_day

            return work_day.COMMANDS[arguments.command](arguments)
        case "report":
            from selfcare_app.commands import report

            return report.report(arguments)
        case "passphrase":
            from selfcare_app.commands import passphrases

            return passphrases.passphrases(arguments)
        case "backups":
            from selfcare_app.commands import backups

            return backups.list_backups(arguments)
        case "rescue":
            from selfcare_app.commands import rescue

            return rescue.rescue(arguments)
        case "add" | "habits":
            from selfcare_app.commands import habits

            return {"add": habits.add, "habits": habits.list_habits}[arguments.command](arguments)
        case _:
            from selfcare_app.commands import files

            return files.COMMANDS[arguments.command](arguments)


def _complain(sentence: str, status: int) -> int:
    """Write `sentence` as one line to standard error; returns `status`."""
    sys.stderr.write(f"selfcare: {' '.join(sentence.split())}\n")
    return status


def _drop_output() -> None:
    """Let the rest of the output go nowhere, so that the interpreter does not try it again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
