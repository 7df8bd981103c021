"""A setting as it is kept: a key and its value as JSON text."""

from typing import NamedTuple


class Setting(NamedTuple):
    """One setting that the person changed; `value` is JSON text."""

    key: str
    value: str
