"""A setting as it is kept: a key and its value as JSON text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting that the person changed; `value` is JSON text."""

    key: str
    value: str
