"""Beaver Habits' JSON export."""

from datetime import date
from pathlib import Path
from uuid import uuid4

from selfcare_app.domain.entry import State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import EVERY_DAY, Schedule, TimesPerMonth, TimesPerWeek
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import foreign
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.foreign import Days, ForeignHabit
from selfcare_app.services.transfer.json_document import read_document
from selfcare_app.services.transfer.json_values import Fields
from selfcare_app.services.transfer.plain_values import (
    as_fields,
    as_list,
    as_text,
    is_true,
    whole,
    written_day,
)
from selfcare_app.services.transfer.recognise import FileFormat

_SKIPPED = "#skip"
_PICTURE = "!["
_DAYS_IN = {"D": 1, "W": 7, "M": 30, "Y": 365}


def read(path: Path, today: date) -> FileContent:
    """What the export at `path` holds; raises BadInput where it is damaged or too large."""
    content = FileContent(FileFormat.BEAVERHABITS_JSON)
    document = as_fields(read_document(path))
    order = {key: place for place, key in enumerate(map(as_text, as_list(document.get("order"))))}
    listed = [as_fields(habit) for habit in as_list(document.get("habits"))]
    listed.sort(key=lambda habit: order.get(as_text(habit.get("id")), len(order)))
    days = Days(content)
    for habit in listed:
        if "name" not in habit:
            content.skip(tr("habits"), tr("without a name"))
        elif habit.get("status") == "soft_delete":
            content.skip(tr("habits"), tr("deleted in Beaver Habits"))
        else:
            _add_days(content, days, _add_habit(content, habit, today), habit)
    if document.get("backup"):
        content.skip(tr("settings of backups"), tr("they belong to Beaver Habits"))
    foreign.start_with_first_entries(content)
    return content


def _add_habit(content: FileContent, habit: Fields, today: date) -> Habit:
    name, key = as_text(habit.get("name")), as_text(habit.get("id"))
    tags = [tag for tag in map(as_text, as_list(habit.get("tags"))) if tag.strip()]
    content.skip(tr("further tags"), tr("a habit is in one practice area"), len(tags[1:]))
    if is_true(habit.get("star")):
        content.skip(tr("stars"), tr("Selfcare marks no favourites"))
    content.skip(tr("prepared notes"), tr("Selfcare has none"), len(as_list(habit.get("chips"))))
    warnings: list[str] = []
    described = ForeignHabit(
        origins=(f"beaverhabits:{foreign.origin_part(key) if key else foreign.digest(name)}",),
        name=name,
        schedule=_schedule(name, habit.get("period"), warnings),
        area=foreign.area_of("beaverhabits", tags[0]) if tags else None,
        archived=habit.get("status") == "archive",
        warnings=tuple(warnings),
    )
    return foreign.add_habit(content, described, str(uuid4()), today)


def _schedule(name: str, period: object, warnings: list[str]) -> Schedule:
    """The schedule, where it is not ours with the difference in `warnings`; without a `period`
    it is every day."""
    if not period:
        return EVERY_DAY
    kind = as_text(as_fields(period).get("period_type"))
    count = whole(as_fields(period).get("period_count"), 0)
    times = whole(as_fields(period).get("target_count"), 0)
    try:
        if kind == "W" and count == 1:
            return TimesPerWeek(times)
        if kind == "M" and count == 1:
            return TimesPerMonth(times)
    except BadInput:
        pass
    if kind in ("M", "Y"):
        warnings.append(
            tr(
                "“{name}” was planned by months or years; here these are {days} days, "
                "beginning on any day.",
                name=foreign.short(name),
                days=count * _DAYS_IN[kind],
            )
        )
    return foreign.times_in_days(name, times, count * _DAYS_IN.get(kind, 0), warnings)


def _add_days(content: FileContent, days: Days, kept: Habit, habit: Fields) -> None:
    for record in map(as_fields, as_list(habit.get("records"))):
        day, note = written_day(as_text(record.get("day"))), as_text(record.get("text"))
        if _PICTURE in note:
            content.skip(tr("pictures in notes"), tr("they are not in the file"))
        if not is_true(record.get("done")):
            if not note.strip():
                content.skip(tr("days unticked again"), tr("they say no more than empty ones"))
            days.add(kept, day, None, note=note)
        elif _SKIPPED in note:
            days.add(kept, day, State.REST, note=note.replace(_SKIPPED, "").strip())
        else:
            days.add(kept, day, State.DONE, note=note)
