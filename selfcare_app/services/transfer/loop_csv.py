"""Loop Habit Tracker's CSV export, a zip file; older ones lack some columns."""

import csv
import io
import math
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TypeAlias, TypeVar
from uuid import uuid4

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import archive, loop
from selfcare_app.services.transfer.archive import Archive
from selfcare_app.services.transfer.content import FileContent, FoundHabit
from selfcare_app.services.transfer.loop import LoopHabit
from selfcare_app.services.transfer.recognise import FileFormat

Cells: TypeAlias = dict[str, str]
Default = TypeVar("Default", int, None)

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
MOST_LINES = 100_000
"""In one CSV file: more than a hundred years of days."""
_NUMBER = re.compile(r"-?[0-9]{1,18}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
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
    loop.start_with_first_entries(content, today)
    return content


class _Tables:
    """The CSV files in the zip file."""

    def __init__(self, files: Archive, path: Path, content: FileContent) -> None:
        self.names = files.names
        self._files = files
        self._path = path
        self._content = content

    def rows(self, name: str) -> list[list[str]]:
        """The rows of the file `name` that are not empty; raises BadInput where it is damaged."""
        text = self._decoded(self._files.read(name))
        if text.count("\n") + text.count("\r") > MOST_LINES:
            raise self.damaged()
        try:
            return [row for row in csv.reader(io.StringIO(text, newline="")) if row]
        except csv.Error as error:
            raise self.damaged() from error

    def damaged(self) -> BadInput:
        """The error that says so."""
        return BadInput(
            tr("“{file}” cannot be read: it is damaged or incomplete.", file=self._path.name)
        )

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            warning = tr(
                "The file is not written in UTF-8, as Loop's own are; "
                "letters with accents may have come out wrong."
            )
            if warning not in self._content.warnings:
                self._content.warnings.append(warning)
            return data.decode("latin-1")


def _read_habits(tables: _Tables, content: FileContent, today: date) -> list[_Place]:
    """Add the habits to `content`; returns where their entries stand."""
    header, *rows = tables.rows("Habits.csv") or [[]]
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
        key = loop.digest(f"{measured} {cells.get('Name', '')}")
        times_seen[key] += 1
        found = _found_habit(cells, measured, len(places), today, f"{key}:{times_seen[key]}")
        if times_seen[key] > 1:
            found = _told_as_twin(found)
        content.habits.append(found)
        number = _whole(cells.get("Position", ""), column)
        places.append(_Place(found.habit, number, column))
    return places


def _found_habit(cells: Cells, measured: bool, position: int, today: date, key: str) -> FoundHabit:
    """The habit of one row of Habits.csv.

    The file has no ids. Numbers change whenever habits are put in another order in Loop, so
    `key` is made of type and name, and of a count where several share both.
    """
    asks_apart = "Question" in cells
    description = cells.get("Description", "")
    loop_habit = LoopHabit(
        name=cells.get("Name", ""),
        question=cells["Question"] if asks_apart else description,
        description=description if asks_apart else "",
        measured=measured,
        at_most=cells.get("Target Type", "").strip() == "AT_MOST",
        target=_decimal(cells.get("Target Value", "")),
        unit=cells.get("Unit", ""),
        frequency=(
            _whole(cells.get("FrequencyNumerator") or cells.get("NumRepetitions", ""), 1),
            _whole(cells.get("FrequencyDenominator") or cells.get("Interval", ""), 1),
        ),
        colour=loop.written_colour(cells.get("Color", "").strip()),
        archived=cells.get("Archived?", "").strip().lower() == "true",
    )
    return loop.found_habit(loop_habit, str(uuid4()), position, today, (f"loop-csv:{key}",))


def _told_as_twin(found: FoundHabit) -> FoundHabit:
    warning = tr(
        "“{name}” is in the file more than once; this export tells such habits apart by "
        "their order alone, so keep to Loop's backup (.db) for later imports.",
        name=found.habit.name[:40],
    )
    return replace(found, warnings=(*found.warnings, warning))


def _read_entries(tables: _Tables, content: FileContent, places: list[_Place]) -> None:
    folders: dict[int, str] = {}
    for name in tables.names:
        if match := _FOLDER.fullmatch(name):
            folders.setdefault(int(match[1]), name)
    without_folder: list[_Place] = []
    for place in places:
        if place.number in folders:
            rows = tables.rows(folders.pop(place.number))
            _read_days(content, place.habit, rows, value_at=1, note_at=2)
        else:
            without_folder.append(place)
    if without_folder and "Checkmarks.csv" in tables.names:
        rows = tables.rows("Checkmarks.csv")
        for place in without_folder:
            _read_days(content, place.habit, rows, value_at=place.column)
    elif without_folder:
        content.skip(tr("habits' entries"), tr("they are not in the file"), len(without_folder))
    if folders:
        content.skip(tr("files of entries"), tr("their habit is not in the file"), len(folders))


def _read_days(
    content: FileContent,
    habit: Habit,
    rows: list[list[str]],
    value_at: int,
    note_at: int | None = None,
) -> None:
    """Add what a Checkmarks.csv says of `habit` in the columns `value_at` and `note_at`."""
    seen: set[date] = set()
    for row in rows:
        written = row[0].strip()
        if written == "Date":
            continue
        day = _day(written)
        value = _value(row[value_at]) if value_at < len(row) else None
        if day is None or value is None:
            content.skip(tr("entries"), tr("without a readable day or value"))
        elif day in seen:
            content.skip(tr("entries"), tr("a second one for the same day"))
        else:
            seen.add(day)
            note = row[note_at] if note_at is not None and note_at < len(row) else ""
            loop.add_entry(content, habit, day, value, note)


def _day(text: str) -> date | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _value(text: str) -> int | None:
    word = text.strip()
    return _WORDS[word] if word in _WORDS else _whole(word, None)


def _whole(text: str, default: Default) -> int | Default:
    """The whole number written as `text`, `default` where it is none."""
    return int(text) if _NUMBER.fullmatch(text.strip()) else default


def _decimal(text: str) -> float:
    """The number written as `text`; one that is none stands for itself, as not a number."""
    try:
        return float(text)
    except ValueError:
        return math.nan
