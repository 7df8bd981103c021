"""Faults of the program, written down for those who mend it, without a word of the person's.

An error's message can hold a name or a note, so only its kind and the places in the code
that it went through are kept.
"""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from traceback import extract_tb

from selfcare_app import __version__

LARGEST_LOG = 1_000_000
"""Bytes after which the log is begun anew."""


def fault_text(error: BaseException) -> str:
    """The kinds of `error` and of those behind it, and where in the code each went through."""
    lines: list[str] = []
    for each in _with_causes(error):
        lines.append(type(each).__qualname__)
        for frame in extract_tb(each.__traceback__):
            lines.append(f"  {Path(frame.filename).name}, line {frame.lineno}, in {frame.name}")
    return "\n".join(lines)


def write_fault(error: BaseException, file: Path, now: datetime) -> bool:
    """Add `error` to the log `file`; whether that could be done."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = not file.exists() or file.stat().st_size > LARGEST_LOG
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND)
        with os.fdopen(os.open(file, flags, 0o600), "a", encoding="utf-8") as log:
            log.write(f"{now:%Y-%m-%d %H:%M:%S} Selfcare {__version__}\n{fault_text(error)}\n\n")
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
