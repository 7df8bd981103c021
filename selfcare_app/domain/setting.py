"""A setting as it is kept: a key and its value as JSON text."""

from typing import NamedTuple


class Setting(NamedTuple):
    """One setting that the person changed; `value` is JSON text."""

    key: str
    value: str


def silence_key(habit_id: str) -> str:
    """The key under which it is kept when a question about that habit's silence was put off."""
    return f"silence_put_off:{habit_id}"


_KEPT_BY_LOG = "kept_by_log."


def kept_by_log_key(habit_id: str) -> str:
    """The key under which the first day is kept on which the log keeps that habit by itself."""
    return f"{_KEPT_BY_LOG}{habit_id}"


def habit_kept_by_log(key: str) -> str | None:
    """The habit that the setting of that `key` lets the log keep; None for another setting."""
    return key.removeprefix(_KEPT_BY_LOG) if key.startswith(_KEPT_BY_LOG) else None
