"""A JSON file, read into memory without trusting it."""

import json
from pathlib import Path

from selfcare_app.services.transfer.limits import (
    LARGEST_JSON,
    MOST_BRACKETS,
    MOST_COMMAS,
    damaged,
    too_large,
)


def read_document(path: Path) -> object:
    """What the JSON file at `path` holds.

    Raises BadInput where it is no JSON, nests without end, says a thing twice, or is too large.
    """
    try:
        if path.stat().st_size > LARGEST_JSON:
            raise too_large(path)
        content = path.read_bytes()
        brackets = content.count(b"{") + content.count(b"[")
        if brackets > MOST_BRACKETS or content.count(b",") > MOST_COMMAS:
            raise too_large(path)
        document: object = json.loads(content, object_pairs_hook=_object)
    except (OSError, ValueError, RecursionError) as error:
        raise damaged(path) from error
    return document


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The object of `pairs`; raises ValueError where a name stands twice, for the one value
    would hide the other."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def read_inner(text: str) -> object:
    """What `text`, a value of a JSON file that is itself written as JSON, holds; None where it
    is none."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found
