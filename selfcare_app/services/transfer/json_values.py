"""Single values as an export writes them, read with no trust in the file.

Each raises ValueError, or BadInput for text, where the file holds something else.
"""

from datetime import date
from typing import TypeAlias

from selfcare_app.domain.habit import check_text

Fields: TypeAlias = dict[str, object]


def identity(fields: Fields, name: str) -> str:
    """A text that is not empty."""
    found = text(fields, name)
    if not found:
        raise ValueError
    return found


def text(fields: Fields, name: str) -> str:
    """A text; empty where there is none."""
    return text_or_none(fields, name) or ""


def text_or_none(fields: Fields, name: str) -> str | None:
    """A text, or None where there is none."""
    found = fields.get(name)
    if found is None:
        return None
    if not isinstance(found, str):
        raise ValueError
    check_text(found)
    return found


def day(fields: Fields, name: str) -> date:
    """A day, written as year-month-day."""
    return date.fromisoformat(text(fields, name))


def number(value: object) -> float | None:
    """A number, or None where there is none."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError
    return float(value)


def whole(value: object) -> int:
    """A whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError
    return value
