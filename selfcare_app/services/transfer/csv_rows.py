"""The text of a CSV file of another app, in whichever encoding, row by row."""

import csv
import io
from collections.abc import Iterator

from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.encodings import encoding_of

LONGEST_ROW = 500_000
"""Characters; a cell alone can have a quarter of them."""


def csv_rows(data: bytes, content: FileContent, warning: str) -> Iterator[list[str]]:
    """The rows of the CSV file `data` that are not empty, one by one.

    Where its letters are a guess, `content` gets the `warning`. Raises ValueError where a row
    is none.
    """
    encoding = encoding_of(data)
    if encoding == "latin-1" and warning not in content.warnings:
        content.warnings.append(warning)
    # Not as one text, for each letter of that takes as much room as its widest.
    lines = _Lines(io.TextIOWrapper(io.BytesIO(data), encoding, newline=""))
    try:
        for row in csv.reader(lines):
            lines.begin_row()
            if row:
                yield row
    except csv.Error as error:
        raise ValueError from error


class _Lines:
    """The lines of a text, as long as no row, which may be of several, is endless."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._length = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self._length += len(line)
            if self._length > LONGEST_ROW:
                raise ValueError
            yield line

    def begin_row(self) -> None:
        """Note that the lines from here on belong to the next row."""
        self._length = 0
