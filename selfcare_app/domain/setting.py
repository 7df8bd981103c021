"""A setting as it is kept: a key and its value as JSON text."""

from datetime import date
from typing import NamedTuple


class Setting(NamedTuple):
    """One setting that the person changed; `value` is JSON text."""

    key: str
    value: str


def value_of(setting: Setting) -> object:
    """What is kept in `setting`; None where that is no JSON, as if nothing had been kept."""
    # Imported here because every start would pay for it, even where no setting is kept.
    import json

    try:
        value: object = json.loads(setting.value, parse_constant=_no_json)
    except (ValueError, RecursionError):
        return None
    return value


def day_of(setting: Setting) -> date | None:
    """The day that is kept in `setting`; None where it is none."""
    value = value_of(setting)
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _no_json(constant: str) -> object:
    """Python would read `NaN` and the infinities, which no other program does."""
    raise ValueError(constant)


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
