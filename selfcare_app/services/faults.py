"""Faults of the program, written down for those who mend it, without a word of the person's.

An error's message can hold a name or a note, and so can whatever stood in a variable, so only
its kind and the places in the code that it went through are kept.
"""

import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from traceback import walk_tb

from selfcare_app import __version__

LARGEST_LOG = 1_000_000
"""Bytes that the log never exceeds: before, it is begun anew."""
MOST_ERRORS = 8
"""Of those that led to one another, this many are told."""
FIRST_PLACES, LAST_PLACES = 10, 40
"""Of a long way through the code, as of something that called itself without end, these."""
LONGEST_LINE = 200


def fault_text(error: BaseException) -> str:
    """The kinds of `error` and of those behind it, and where in the code each went through;
    never longer than a few pages."""
    lines: list[str] = []
    for each in islice(_with_causes(error), MOST_ERRORS):
        lines.append(type(each).__qualname__)
        places = [
            f"  {Path(frame.f_code.co_filename).name}, line {line}, in {frame.f_code.co_name}"
            for frame, line in walk_tb(each.__traceback__)
        ]
        left_out = len(places) - FIRST_PLACES - LAST_PLACES
        if left_out > 0:
            places[FIRST_PLACES:-LAST_PLACES] = [f"  … {left_out} more …"]
        lines += places
    return "\n".join(line[:LONGEST_LINE] for line in lines)


def report_text(error: BaseException, versions: Mapping[str, str]) -> str:
    """What a person can send to those who mend the program: `versions` of what else it runs
    on, by name, the system, and the fault. Nothing else is in it."""
    # Imported here: hardly any run needs them.
    import platform

    from selfcare_app.store.db import sqlite_version

    on = {"Selfcare": __version__, "Python": platform.python_version(), **versions}
    on["SQLite"] = sqlite_version()
    system = " ".join((platform.system(), platform.release(), platform.machine()))
    head = [*(f"{name} {version}" for name, version in on.items()), f"System {system}"]
    return "\n".join((*head, "", fault_text(error)))


def write_fault(error: BaseException, file: Path, now: datetime) -> bool:
    """Add `error` to the log `file`; whether that could be done."""
    head = f"{now:%Y-%m-%d %H:%M:%S} Selfcare {__version__}"
    text = f"{head}\n{fault_text(error)}\n\n".encode(errors="replace")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fits = file.exists() and file.stat().st_size + len(text) <= LARGEST_LOG
        flags = os.O_WRONLY | os.O_CREAT | (os.O_APPEND if fits else os.O_TRUNC)
        with os.fdopen(os.open(file, flags, 0o600), "ab") as log:
            log.write(text)
    except OSError:
        return False
    return True


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or each.__context__
