"""How much a file may hold, so that none takes the memory, and the two sentences about it.

All sizes are bytes. Fifty habits logged daily for ten years are 182,500 entries; they take
20 million bytes as JSON or SQLite and 10 million as CSV.
"""

from pathlib import Path

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr

LARGEST_DATABASE = 96 * 1024 * 1024
LARGEST_JSON = 32 * 1024 * 1024
LARGEST_CSV = 32 * 1024 * 1024
LARGEST_ARCHIVE = 16 * 1024 * 1024
MOST_CELLS = 1_000_000
"""In the CSV files that are read, all together."""
LARGEST_UNFOLDED = 32 * 1024 * 1024
"""What is read of a zip file, all together."""
LARGEST_TEXTS = 32 * 1024 * 1024
"""All texts of one table of a database."""

MOST_HABITS = 1_000
MOST_ENTRIES = 200_000
"""So many are taken over within some five seconds."""
MOST_BRACKETS, MOST_COMMAS = 3 * MOST_ENTRIES, 5 * MOST_ENTRIES
"""In a JSON file, for each may take a hundred bytes of memory and more."""


class TooMuch(Exception):
    """A file holds more habits or entries than are taken over."""


def damaged(path: Path) -> BadInput:
    """The error that says that the file at `path` cannot be read."""
    return BadInput(tr("“{file}” cannot be read: it is damaged or incomplete.", file=path.name))


def too_large(path: Path) -> BadInput:
    """The error that says that the file at `path` holds more than is taken over."""
    return BadInput(
        tr(
            "“{file}” is too large to be a habit tracker’s file; Selfcare takes up to {habits} "
            "habits and {entries} entries at once.",
            file=path.name,
            habits=f"{MOST_HABITS:,}",
            entries=f"{MOST_ENTRIES:,}",
        )
    )
