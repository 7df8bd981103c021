"""Work hours and weekdays as people type them: `mon-thu 09:00-13:00,14:00-18:00`."""

import re

from selfcare_app.domain.days import WEEKDAY_CODES
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import MINUTES_A_DAY, Hours, Interval, joined

FREE = "off"

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)
_DASH = re.compile(r"\s*[-–—]\s*")


def parse_hours(text: str) -> tuple[Hours, bool]:
    """The intervals that a person typed, or none for `off`, and whether any overlapped and
    were joined.

    An end before its start is on the next day. Raises BadInput for a time that no clock
    shows, an interval that ends when it starts, and anything else that is no interval.
    """
    if text.strip().lower() == FREE:
        return (), False
    return joined([parse_interval(part) for part in text.split(",")])


def parse_interval(text: str) -> Interval:
    """One interval such as 9:00-17:30; raises BadInput as `parse_hours` does."""
    parts = _DASH.split(text.strip())
    if len(parts) != 2:
        raise BadInput(
            tr(
                "“{text}” is not a time of work; write it such as 09:00-13:00, several with "
                "commas between them.",
                text=text.strip()[:40],
            )
        )
    start, end = (_clock_minute(part, text) for part in parts)
    start %= MINUTES_A_DAY
    if end % MINUTES_A_DAY == start:
        raise BadInput(
            tr("{text} ends when it starts; give it a later end.", text=text.strip()[:40])
        )
    return Interval(start, end if end > start else end + MINUTES_A_DAY)


def _clock_minute(text: str, whole: str) -> int:
    found = _TIME.fullmatch(text)
    minute = int(found[1]) * 60 + int(found[2]) if found else -1
    if found is None or int(found[2]) > 59 or minute > MINUTES_A_DAY:
        raise BadInput(
            tr(
                "“{text}” in “{whole}” is not a time of day; write it such as 09:00.",
                text=text[:20],
                whole=whole.strip()[:40],
            )
        )
    return minute


def parse_weekdays(text: str) -> frozenset[int]:
    """The ISO weekdays that a person typed: `mon-thu`, `mon,wed`, `sat-sun` or `daily`.

    A range may go over the end of the week. Raises BadInput for anything else.
    """
    words = text.strip().lower()
    if words == "daily":
        return frozenset(range(1, 8))
    chosen: set[int] = set()
    for part in words.split(","):
        ends = [_weekday(word, text) for word in _DASH.split(part.strip())]
        if len(ends) > 2:
            raise _no_weekdays(text)
        length = (ends[-1] - ends[0]) % 7
        chosen |= {(ends[0] - 1 + number) % 7 + 1 for number in range(length + 1)}
    return frozenset(chosen)


def _weekday(word: str, whole: str) -> int:
    if word[:3] not in WEEKDAY_CODES:
        raise _no_weekdays(whole)
    number = WEEKDAY_CODES.index(word[:3]) + 1
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    if not full[number - 1].startswith(word):
        raise _no_weekdays(whole)
    return number


def _no_weekdays(text: str) -> BadInput:
    return BadInput(
        tr(
            "“{text}” are not days of the week; write them such as mon-thu or mon,wed.",
            text=text.strip()[:40],
        )
    )


def clock_text(minute: int) -> str:
    """`minute` after midnight as hours and minutes, on the next day as on the clock: 06:00."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def hours_text(hours: Hours) -> str:
    """`hours` as `parse_hours` reads them."""
    if not hours:
        return FREE
    return ",".join(f"{clock_text(each.start)}-{clock_text(each.end)}" for each in hours)
