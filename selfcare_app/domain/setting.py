"""A setting as it is kept: a key and its value as JSON text."""

from typing import NamedTuple


class Setting(NamedTuple):
    """One setting that the person changed; `value` is JSON text."""

    key: str
    value: str


def silence_key(habit_id: str) -> str:
    """The key under which it is kept when a question about that habit's silence was put off."""
    return f"silence_put_off:{habit_id}"
