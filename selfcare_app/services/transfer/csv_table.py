"""One table as a CSV file that every spreadsheet reads the same way."""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | None

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_text(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula and runs."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def csv_table(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows of a table, whose texts are safe already, as the text of a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    # Without the mark at its start, spreadsheets on Windows read accents wrong.
    return "\ufeff" + text.getvalue()
