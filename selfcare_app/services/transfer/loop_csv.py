"""Loop Habit Tracker's CSV export, a zip file; older ones lack some columns."""

import math
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TypeAlias

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import archive, loop
from selfcare_app.services.transfer.archive import Archive
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.csv_rows import csv_rows
from selfcare_app.services.transfer.foreign import (
    Days,
    digest,
    short,
    start_with_first_entries,
    written_colour,
)
from selfcare_app.services.transfer.limits import MOST_CELLS, MOST_HABITS, damaged, too_large
from selfcare_app.services.transfer.loop import LoopHabit
from selfcare_app.services.transfer.plain_values import written_day, written_decimal, written_whole
from selfcare_app.services.transfer.recognise import FileFormat

Cells: TypeAlias = dict[str, str]

_WORDS = {
    "UNKNOWN": loop.UNKNOWN,
    "NO": loop.NO,
    "YES_AUTO": loop.AUTOMATIC,
    "YES_MANUAL": loop.YES,
    "SKIP": loop.SKIP,
}
"""What Loop writes for the numbers −1 to 3, even where they are a measured habit's thousandths."""
_TYPES = {"YES_NO": False, "": False, "NUMERICAL": True}
"""Whether a habit of that type is measured; older exports, without the column, have none such."""
_FOLDER = re.compile(r"([0-9]{1,9})[^/]*/Checkmarks\.csv")


class _Place(Value):
    """Where a habit stands in the file: its number there, and its column from 1."""

    habit: Habit
    number: int
    column: int


def read(path: Path, today: date) -> FileContent:
    """What the export at `path` holds; raises BadInput where it is damaged."""
    content = FileContent(FileFormat.LOOP_CSV)
    with archive.reading(path) as files:
        tables = _Tables(files, path, content)
        places = _read_habits(tables, content, today)
        _read_entries(tables, content, places)
    start_with_first_entries(content)
    return content


class _Tables:
    """The CSV files in the zip file."""

    def __init__(self, files: Archive, path: Path, content: FileContent) -> None:
        self.names = files.names
        self._files = files
        self._path = path
        self._content = content
        self._left = MOST_CELLS

    def rows(self, name: str, most: int | None = None) -> list[list[str]]:
        """The rows of the file `name` that are not empty.

        Raises BadInput where it is damaged or has more than `most` rows, and where all files
        together have more than any app writes.
        """
        warning = tr(
            "The file is not written in UTF-8, as Loop’s own are; "
            "letters with accents may have come out wrong."
        )
        rows: list[list[str]] = []
        try:
            for row in csv_rows(self._files.read(name), self._content, warning):
                rows.append(row)
                self._left -= len(row)
                if self._left < 0 or (most is not None and len(rows) > most):
                    raise self.too_large()
        except ValueError as error:
            raise self.damaged() from error
        return rows

    def damaged(self) -> BadInput:
        """The error that says so."""
        return damaged(self._path)

    def too_large(self) -> BadInput:
        """The error that says so."""
        return too_large(self._path)


def _read_habits(tables: _Tables, content: FileContent, today: date) -> list[_Place]:
    """Add the habits to `content`; returns where their entries stand."""
    header, *rows = tables.rows("Habits.csv", MOST_HABITS + 1) or [[]]
    names = [name.strip() for name in header]
    if "Name" not in names:
        raise tables.damaged()
    places: list[_Place] = []
    times_seen: Counter[str] = Counter()
    for column, row in enumerate(rows, start=1):
        cells = dict(zip(names, row, strict=False))
        measured = _TYPES.get(cells.get("Type", "").strip())
        if measured is None:
            content.skip(tr("habits"), tr("of a kind that is not known"))
            continue
        key = digest(f"{measured} {cells.get('Name', '')}")
        times_seen[key] += 1
        # The file has no ids. Numbers change whenever habits are put in another order in Loop,
        # so type and name make one, and a count where several share both.
        origins = (f"loop-csv:{key}:{times_seen[key]}",)
        warnings = (_twin_warning(cells),) if times_seen[key] > 1 else ()
        habit = loop.add_habit(content, _loop_habit(cells, measured), today, origins, warnings)
        number = written_whole(cells.get("Position", ""), column)
        places.append(_Place(habit, number, column))
    return places


def _loop_habit(cells: Cells, measured: bool) -> LoopHabit:
    asks_apart = "Question" in cells
    description = cells.get("Description", "")
    target = written_decimal(cells.get("Target Value", ""))
    return LoopHabit(
        name=cells.get("Name", ""),
        question=cells["Question"] if asks_apart else description,
        description=description if asks_apart else "",
        measured=measured,
        at_most=cells.get("Target Type", "").strip() == "AT_MOST",
        target=math.nan if target is None else target,
        unit=cells.get("Unit", ""),
        frequency=(
            written_whole(cells.get("FrequencyNumerator") or cells.get("NumRepetitions", ""), 1),
            written_whole(cells.get("FrequencyDenominator") or cells.get("Interval", ""), 1),
        ),
        colour=written_colour(cells.get("Color", "").strip()),
        archived=cells.get("Archived?", "").strip().lower() == "true",
    )


def _twin_warning(cells: Cells) -> str:
    return tr(
        "“{name}” is in the file more than once; this export tells such habits apart by "
        "their order alone, so keep to Loop’s backup (.db) for later imports.",
        name=short(cells.get("Name", "")),
    )


def _read_entries(tables: _Tables, content: FileContent, places: list[_Place]) -> None:
    days = Days(content)
    folders: dict[int, str] = {}
    for name in tables.names:
        if match := _FOLDER.fullmatch(name):
            folders.setdefault(int(match[1]), name)
    without_folder: list[_Place] = []
    for place in places:
        if place.number in folders:
            rows = tables.rows(folders.pop(place.number))
            _read_days(content, days, place.habit, rows, value_at=1, note_at=2)
        else:
            without_folder.append(place)
    if without_folder and "Checkmarks.csv" in tables.names:
        rows = tables.rows("Checkmarks.csv")
        # Rows may lack columns, and each habit looks at all of them.
        if len(rows) * len(without_folder) > MOST_CELLS:
            raise tables.too_large()
        for place in without_folder:
            _read_days(content, days, place.habit, rows, value_at=place.column)
    elif without_folder:
        content.skip(tr("habits' entries"), tr("they are not in the file"), len(without_folder))
    if folders:
        content.skip(tr("files of entries"), tr("their habit is not in the file"), len(folders))


def _read_days(
    content: FileContent,
    days: Days,
    habit: Habit,
    rows: list[list[str]],
    value_at: int,
    note_at: int | None = None,
) -> None:
    """Add what a Checkmarks.csv says of `habit` in the columns `value_at` and `note_at`."""
    for row in rows:
        written = row[0].strip()
        if written == "Date":
            continue
        value = _value(row[value_at]) if value_at < len(row) else None
        note = row[note_at] if note_at is not None and note_at < len(row) else ""
        loop.add_entry(content, days, habit, written_day(written), value, note)


def _value(text: str) -> int | None:
    word = text.strip()
    return _WORDS[word] if word in _WORDS else written_whole(word, None)
