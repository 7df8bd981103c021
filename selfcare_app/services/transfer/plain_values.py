"""Single values of other apps' files, which may be anything: each is what it should be, or none."""

import math
import re
from datetime import date
from typing import TypeVar

from selfcare_app.services.transfer.json_values import Fields

Default = TypeVar("Default", int, None)

LARGEST_WHOLE = 10**18
"""What 64 bits hold; more digits could not even be shown."""

_EPOCH = date(1970, 1, 1).toordinal()
_LAST_DAY = date.max.toordinal()
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NUMBER = re.compile(r"[-+]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,18}(?:[.,][0-9]{1,18})?(?:[eE][-+]?[0-9]{1,3})?")


def whole(number: object, default: Default) -> int | Default:
    """`number` if it is a whole one of an ordinary size, else `default`."""
    if isinstance(number, bool) or not isinstance(number, int | float):
        return default
    if not -LARGEST_WHOLE <= number <= LARGEST_WHOLE or number != int(number):
        return default
    return int(number)


def amount(number: object) -> float | None:
    """`number` if it is an ordinary one, else None."""
    if isinstance(number, bool) or not isinstance(number, int | float):
        return None
    try:
        found = float(number)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def is_true(value: object) -> bool:
    """Whether `value` stands for yes, as true or as a number other than 0."""
    return isinstance(value, bool | int | float) and bool(value)


def as_text(value: object) -> str:
    """`value` if it is a text, else an empty one."""
    return value if isinstance(value, str) else ""


def as_list(value: object) -> list[object]:
    """`value` if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def as_fields(value: object) -> Fields:
    """`value` if it is an object of JSON, else an empty one."""
    return value if isinstance(value, dict) else {}


def written_whole(text: str, default: Default) -> int | Default:
    """The whole number written as `text`, `default` where it is none."""
    written = text.strip()
    return int(written) if _NUMBER.fullmatch(written) else default


def written_decimal(text: str) -> float | None:
    """The number written as `text`, with a point or a comma; None where it is none."""
    written = text.strip()
    return float(written.replace(",", ".")) if _DECIMAL.fullmatch(written) else None


def written_day(text: str) -> date | None:
    """The day written as year-month-day, None where there is no such."""
    found = _DAY.fullmatch(text.strip())
    return calendar_day(int(found[1]), int(found[2]), int(found[3])) if found else None


def calendar_day(year: int, month: int, day: int) -> date | None:
    """That day, None where there is no such."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def day_of_epoch(days: int) -> date | None:
    """The day so many days after 1970-01-01, None where the calendar ends before."""
    number = _EPOCH + days
    return date.fromordinal(number) if 1 <= number <= _LAST_DAY else None
