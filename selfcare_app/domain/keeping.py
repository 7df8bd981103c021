"""Copies of the database: what their names tell, and which of them are kept.

A copy is called after why and when it was made, by the wall clock of then. Whatever is called
otherwise is none of ours, and is never removed.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from selfcare_app.domain.days import day_at
from selfcare_app.domain.value import Value

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Of so many days, weeks and months, the latest that have any, the last daily copy is kept."""
DAYS_BEFORE_GOING_BACK = 30
"""For so long what was there before a person went back to a backup is kept."""

_MOMENT = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(
    r"selfcare-(?:(?P<origin>daily|before-going-back)-)?"
    r"(?P<made>\d{4}-\d\d-\d\d-\d{6})"
    r"(?:-(?P<computer>[0-9a-f]{8})|-(?P<number>[1-9]\d?))?\.db"
)


class Origin(StrEnum):
    """Why a copy was made; the value is written in its name."""

    DAILY = "daily"
    BY_HAND = "by-hand"
    BEFORE_GOING_BACK = "before-going-back"


class CopyName(Value):
    """What the name of a copy tells."""

    origin: Origin
    made: datetime
    """Local time, to the second."""
    computer: str = ""
    """For daily ones, eight hexadecimal digits for whose they are: several computers may use
    one folder."""
    number: int = 1
    """Tells those of the same second apart."""

    def __str__(self) -> str:
        """The file's name."""
        origin = None if self.origin is Origin.BY_HAND else self.origin.value
        number = str(self.number) if self.number > 1 else None
        parts = ("selfcare", origin, f"{self.made:{_MOMENT}}", self.computer or number)
        return f"{'-'.join(filter(None, parts))}.db"


def read_name(name: str) -> CopyName | None:
    """What the file name `name` tells; None where it is none of ours."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        made = datetime.strptime(found["made"], _MOMENT)
    except ValueError:  # Such as the 31st of February.
        return None
    origin = Origin(found["origin"] or Origin.BY_HAND)
    read = CopyName(origin, made, found["computer"] or "", int(found["number"] or 1))
    # Only daily ones have a computer, and always.
    return read if str(read) == name and (origin is Origin.DAILY) == bool(read.computer) else None


def made_on(names: Iterable[str], computer: str, day: date, day_start_hour: int) -> bool:
    """Whether that computer's daily copy of `day` is among `names`."""
    return any(
        day_at(copy.made, day_start_hour) == day for copy in _daily_of(computer, _read(names))
    )


def superfluous(
    names: Iterable[str], computer: str, now: datetime, day_start_hour: int
) -> set[str]:
    """Those of the file names `names` that need not be kept any longer.

    Of `computer`'s daily copies, the last of each of the latest days, weeks and months stay.
    So does whatever was made by hand, by another computer, or later than `now`, as on a day
    when the clock was wrong; and the newest of all, in any case.
    """
    past = [copy for copy in _read(names) if copy.made <= now]
    daily = sorted(_daily_of(computer, past), key=lambda copy: copy.made, reverse=True)

    def day(copy: CopyName) -> date:
        return day_at(copy.made, day_start_hour)

    kept = [
        *_newest(daily, DAYS, day),
        *_newest(daily, WEEKS, lambda copy: day(copy).isocalendar()[:2]),
        *_newest(daily, MONTHS, lambda copy: (day(copy).year, day(copy).month)),
    ]
    too_old = now - timedelta(days=DAYS_BEFORE_GOING_BACK)
    dropped = {str(copy) for copy in daily} - {str(copy) for copy in kept}
    dropped |= {
        str(copy)
        for copy in past
        if copy.origin is Origin.BEFORE_GOING_BACK and copy.made < too_old
    }
    newest = max(past, key=lambda copy: (copy.made, copy.number), default=None)
    return dropped - {str(newest)}


def _newest(
    daily: list[CopyName], most: int, period_of: Callable[[CopyName], object]
) -> Iterable[CopyName]:
    """The last copy of each of the `most` latest periods; `daily` has the latest first."""
    last: dict[object, CopyName] = {}
    for copy in daily:
        last.setdefault(period_of(copy), copy)
    return list(last.values())[:most]


def _daily_of(computer: str, copies: Iterable[CopyName]) -> Iterable[CopyName]:
    return (copy for copy in copies if copy.origin is Origin.DAILY and copy.computer == computer)


def _read(names: Iterable[str]) -> Iterable[CopyName]:
    return filter(None, map(read_name, names))
