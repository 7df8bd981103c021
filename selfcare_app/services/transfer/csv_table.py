"""One table as a CSV file that every spreadsheet reads the same way."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

Cell = str | int | None

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"-[0-9]+(?:[.,][0-9]+)?")


def safe_text(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula and runs; a number stays one."""
    risky = text.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(text)
    return f"'{text}" if risky else text


def csv_table(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows of a table, whose texts are safe already, as the text of a CSV file."""
    # Without the mark at its start, spreadsheets on Windows read accents wrong.
    return "\ufeff" + plain_csv_table(rows, "\r\n")


def plain_csv_table(rows: Iterable[Sequence[Cell]], newline: str = "\n") -> str:
    """The same as programs like it, which do not expect the mark."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=newline).writerows(rows)
    return text.getvalue()
