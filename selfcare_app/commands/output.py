"""What the commands write: plain lines for people, JSON for programs."""

import sys

_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\N{REPLACEMENT CHARACTER}")


def say(text: str = "") -> None:
    """Write one line; control characters in it, which could upset a terminal, are replaced."""
    sys.stdout.write(f"{text.translate(_CONTROLS)}\n")


def say_json(content: object) -> None:
    """Write `content` as JSON, losing nothing even where the output is not UTF-8."""
    import json

    unicode_output = sys.stdout.encoding.lower().replace("-", "") == "utf8"
    text = json.dumps(content, ensure_ascii=not unicode_output, indent=2, allow_nan=False)
    sys.stdout.write(f"{text}\n")


def one_line(text: str) -> str:
    """`text` with every line break and run of spaces as one space."""
    return " ".join(text.split())


def padded(text: str, columns: int) -> str:
    """`text` followed by spaces up to `columns` of a terminal."""
    return text + " " * (columns - columns_of(text))


def columns_of(text: str) -> int:
    """How many columns of a terminal `text` takes: two for wide characters, none for marks."""
    if text.isascii():
        return len(text)
    # Imported here because most names need no look at it.
    from unicodedata import category, east_asian_width

    return sum(
        0
        if category(character) in ("Mn", "Me", "Cf")
        else 1 + (east_asian_width(character) in "WF")
        for character in text
    )
