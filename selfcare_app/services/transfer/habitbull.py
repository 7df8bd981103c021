"""HabitBull's CSV export: one line a habit and day."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from selfcare_app.domain.entry import State
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import foreign
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.csv_rows import csv_rows
from selfcare_app.services.transfer.foreign import Days, ForeignHabit, Measure, short
from selfcare_app.services.transfer.limits import MOST_ENTRIES, damaged, too_large
from selfcare_app.services.transfer.plain_values import calendar_day, written_day, written_decimal
from selfcare_app.services.transfer.recognise import FileFormat

_COLUMNS = (
    ("HabitName",),
    ("HabitDescription",),
    ("HabitCategory",),
    ("CalendarDate", "Date"),
    ("Value",),
    ("CommentText", "Notes"),
)
"""What each column is called, now or formerly, in the order in which `_Line` has them."""
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_UNTARGETED = 1.0


class _Line(NamedTuple):
    """One line, its texts as they stand there."""

    name: str
    description: str
    category: str
    day: str
    value: str
    comment: str


def read(path: Path, today: date) -> FileContent:
    """What the export at `path` holds; raises BadInput where it is damaged or too large."""
    content = FileContent(FileFormat.HABITBULL_CSV)
    habits: dict[tuple[str, str, str], list[_Line]] = {}
    try:
        for number, line in enumerate(_lines(path.read_bytes(), content)):
            if number >= MOST_ENTRIES:
                raise too_large(path)
            habits.setdefault(line[:3], []).append(line)
    except (OSError, ValueError) as error:
        raise damaged(path) from error
    day_first = _is_day_first((line.day for lines in habits.values() for line in lines), content)
    times_seen: Counter[str] = Counter()
    days = Days(content)
    for (name, _, _), lines in habits.items():
        times_seen[name] += 1
        _add_habit(content, days, lines, times_seen[name], day_first, today)
    foreign.start_with_first_entries(content)
    return content


def _lines(data: bytes, content: FileContent) -> Iterator[_Line]:
    warning = tr("The file is not written in UTF-8; letters with accents may have come out wrong.")
    rows = csv_rows(data, content, warning)
    header = [name.strip() for name in next(rows, [])]
    places = [
        next((header.index(name) for name in names if name in header), len(header))
        for names in _COLUMNS
    ]
    for row in rows:
        yield _Line(*(row[place] if place < len(row) else "" for place in places))


def _add_habit(
    content: FileContent,
    days: Days,
    lines: list[_Line],
    number: int,
    day_first: bool,
    today: date,
) -> None:
    """Add the habit that `lines` are about, the `number`th of that name, and its days."""
    name, description, category = lines[0][:3]
    amounts = [written_decimal(line.value) for line in lines]
    measured = any(amount is not None and _is_amount(amount) for amount in amounts)
    described = ForeignHabit(
        # The file has no ids.
        origins=(f"habitbull:{foreign.digest(name)}:{number}",),
        name=name,
        notes=description,
        measure=Measure(_UNTARGETED) if measured else None,
        area=foreign.area_of("habitbull", category),
        warnings=tuple(_warnings(name, measured, number)),
    )
    habit = foreign.add_habit(content, described, str(uuid4()), today)
    for line, amount in zip(lines, amounts, strict=True):
        day = _day(line.day, day_first)
        if line.value.strip() and amount is None:
            day = None
        if amount is not None and amount < 0:
            amount = None  # HabitBull's way to say that nothing was said.
        if measured:
            days.add(habit, day, None, amount, line.comment)
        else:
            days.add(habit, day, _state(amount), note=line.comment)


def _is_amount(value: float) -> bool:
    """Whether `value` says more than yes or no."""
    return value > 1 or 0 < value < 1


def _state(value: float | None) -> State | None:
    if value is None:
        return None
    return State.DONE if value > 0 else State.NOT_DONE


def _warnings(name: str, measured: bool, number: int) -> Iterator[str]:
    yield tr(
        "HabitBull’s export does not tell how often a habit is planned; "
        "here all of them are planned every day."
    )
    if measured:
        yield tr(
            "“{name}” has amounts, but the file does not tell their target or unit; "
            "here it is at least {target}.",
            name=short(name),
            target=int(_UNTARGETED),
        )
    if number > 1:
        yield tr(
            "“{name}” is in the file more than once; later imports can tell such habits apart "
            "by their order alone.",
            name=short(name),
        )


def _is_day_first(texts: Iterator[str], content: FileContent) -> bool:
    """Whether days with slashes begin with the day; HabitBull writes the month first.

    That is decided for the whole file, and told where it is a guess.
    """
    pairs = {match.group(1, 2) for match in map(_SLASHED.fullmatch, texts) if match}
    if not pairs:
        return False
    beyond_months = [any(int(pair[place]) > 12 for pair in pairs) for place in (0, 1)]
    day_first = beyond_months == [True, False]
    if beyond_months[0] == beyond_months[1] or day_first:
        content.warnings.append(
            tr("Days in the file were read as day/month/year; look whether they are right.")
            if day_first
            else tr("Days in the file were read as month/day/year; look whether they are right.")
        )
    return day_first


def _day(text: str, day_first: bool) -> date | None:
    slashed = _SLASHED.fullmatch(text.strip())
    if slashed is None:
        return written_day(text)
    first, second, year = map(int, slashed.groups())
    month, day = (second, first) if day_first else (first, second)
    return calendar_day(year, month, day)
