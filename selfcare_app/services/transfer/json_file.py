"""Our own export: complete and lossless, one record a line, to be imported again."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from selfcare_app.domain.area import Area, checked_area
from selfcare_app.domain.checkin import CheckIn, checked_check_in
from selfcare_app.domain.entry import Entry, Pause, State, checked_pause
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Direction, Habit, Kind, checked_habit
from selfcare_app.domain.record import Record
from selfcare_app.domain.reminder import Reminder, checked_reminder
from selfcare_app.domain.schedule import format_schedule, parse_schedule
from selfcare_app.domain.setting import Setting, value_of
from selfcare_app.domain.timer import LONGEST_SECONDS, Timer
from selfcare_app.domain.words import tr
from selfcare_app.services.settings import DECLARATIONS, UNLISTED
from selfcare_app.services.transfer.content import FileContent, FoundHabit
from selfcare_app.services.transfer.json_document import read_document
from selfcare_app.services.transfer.json_values import (
    Fields,
    day,
    identity,
    number,
    text,
    text_or_none,
    whole,
)
from selfcare_app.services.transfer.json_work import WORK_SECTIONS, work_fields
from selfcare_app.services.transfer.limits import damaged
from selfcare_app.services.transfer.plain_values import as_fields
from selfcare_app.services.transfer.recognise import OWN_NAME, FileFormat
from selfcare_app.services.work_settings import WORK_DECLARATIONS

VERSION = 3
"""1 had no own areas, reminders and timers; 2 no work days."""
LARGEST_POSITION = 1_000_000_000

AnyRecord = TypeVar("AnyRecord", bound=Record)
SECTIONS = (
    *("areas", "habits", "pauses", "reminders", "timers"),
    *("entries", "check_ins", "settings", *WORK_SECTIONS),
)


def written(records: Iterable[Record]) -> bytes:
    """`records` as the content of a file; `read` finds the same records in it, but for
    settings in which nothing can be read."""
    sections: dict[str, list[str]] = {name: [] for name in SECTIONS}
    for record in records:
        if isinstance(record, Setting) and value_of(record) is None:
            continue
        section, fields = _fields_of(record)
        sections[section].append(json.dumps(fields, ensure_ascii=False))
    parts = [f'"format": "{OWN_NAME}"', f'"version": {VERSION}']
    parts += [
        f'"{name}": [\n' + ",\n".join(lines) + "\n]" if lines else f'"{name}": []'
        for name, lines in sections.items()
    ]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _fields_of(record: Record) -> tuple[str, Fields]:
    """The section that `record` stands in, and how it is written there."""
    match record:
        case Area():
            return "areas", {
                "key": record.key,
                "title": record.title,
                "colour": record.colour,
                "position": record.position,
            }
        case Habit():
            return "habits", _habit_fields(record)
        case Reminder():
            return "reminders", {
                "id": record.id,
                "habit": record.habit_id,
                "minute": record.minute,
                "weekdays": sorted(record.weekdays),
            }
        case Timer():
            return "timers", {
                "habit": record.habit_id,
                "day": record.day.isoformat(),
                "seconds": record.seconds,
                "started_at": record.started_at,
            }
        case Pause():
            return "pauses", {
                "id": record.id,
                "habit": record.habit_id,
                "first": record.first.isoformat(),
                "last": record.last.isoformat(),
                "note": record.note,
            }
        case Entry():
            return "entries", {
                "habit": record.habit_id,
                "day": record.day.isoformat(),
                "state": record.state,
                "value": record.value,
                "note": record.note,
            }
        case CheckIn():
            return "check_ins", {
                "day": record.day.isoformat(),
                "energy": record.energy,
                "mood": record.mood,
                "strain": record.strain,
                "note": record.note,
            }
        case Setting():
            return "settings", {"key": record.key, "value": value_of(record)}
        case _:
            return work_fields(record)


def _habit_fields(habit: Habit) -> Fields:
    return {
        "id": habit.id,
        "name": habit.name,
        "area": habit.area,
        "kind": habit.kind,
        "schedule": format_schedule(habit.schedule),
        "direction": habit.direction,
        "target": habit.target,
        "unit": habit.unit,
        "cue": habit.cue,
        "notes": habit.notes,
        "colour": habit.colour,
        "icon": habit.icon,
        "position": habit.position,
        "created": habit.created.isoformat(),
        "archived": habit.archived,
        "origin": habit.origin,
    }


def read(path: Path, today: date) -> FileContent:
    """What the export at `path` holds; raises BadInput where it is damaged, newer or not ours.

    `today` plays no part: our own export tells on which day each habit began.
    """
    document = _document(path)
    content = FileContent(FileFormat.SELFCARE_JSON)
    content.areas = _records(document, "areas", tr("practice areas"), _area, content, path)
    habits = _records(document, "habits", tr("habits"), _habit, content, path)
    content.habits = [FoundHabit(habit) for habit in habits]
    content.pauses = _records(document, "pauses", tr("pauses"), _pause, content, path)
    content.reminders = _records(document, "reminders", tr("reminders"), _reminder, content, path)
    content.timers = _records(document, "timers", tr("timers"), _timer, content, path)
    content.entries = _records(document, "entries", tr("entries"), _entry, content, path)
    content.check_ins = _records(document, "check_ins", tr("check-ins"), _check_in, content, path)
    content.settings = _records(document, "settings", tr("settings"), _setting, content, path)
    for section, record_of in WORK_SECTIONS.items():
        content.work += _records(document, section, tr("work days"), record_of, content, path)
    return content


def _document(path: Path) -> Fields:
    document = as_fields(read_document(path))
    version = document.get("version")
    if document.get("format") != OWN_NAME or not isinstance(version, int):
        raise BadInput(
            tr("“{file}” is a JSON file, but not one that Selfcare exported.", file=path.name)
        )
    if version > VERSION:
        raise BadInput(
            tr(
                "“{file}” was exported by a newer Selfcare; install that one to import it.",
                file=path.name,
            )
        )
    return document


def _records(
    document: Fields,
    section: str,
    what: str,
    record_of: Callable[[Fields], AnyRecord],
    content: FileContent,
    path: Path,
) -> list[AnyRecord]:
    """The records of a section; those that make no sense are left out and counted as `what`."""
    listed = document.get(section, [])
    if not isinstance(listed, list):
        raise damaged(path)
    records: list[AnyRecord] = []
    for fields in listed:
        try:
            if not isinstance(fields, dict):
                raise ValueError
            records.append(record_of(fields))
        except (BadInput, ValueError, OverflowError):
            content.skip(what, tr("not written as Selfcare writes them"))
    return records


def _habit(fields: Fields) -> Habit:
    direction = text_or_none(fields, "direction")
    return checked_habit(
        Habit(
            id=identity(fields, "id"),
            name=text(fields, "name"),
            created=day(fields, "created"),
            area=identity(fields, "area"),
            kind=Kind(text(fields, "kind")),
            schedule=parse_schedule(text(fields, "schedule")),
            target=number(fields.get("target")),
            direction=Direction(direction) if direction is not None else None,
            unit=text_or_none(fields, "unit"),
            cue=text(fields, "cue"),
            notes=text(fields, "notes"),
            colour=text_or_none(fields, "colour"),
            icon=text_or_none(fields, "icon"),
            position=_position(fields),
            archived=fields.get("archived") is True,
            origin=text_or_none(fields, "origin"),
        )
    )


def _area(fields: Fields) -> Area:
    title, colour = text(fields, "title"), text_or_none(fields, "colour")
    return checked_area(Area(identity(fields, "key"), title, _position(fields), colour))


def _reminder(fields: Fields) -> Reminder:
    weekdays = fields.get("weekdays")
    if not isinstance(weekdays, list):
        raise ValueError
    return checked_reminder(
        Reminder(
            id=identity(fields, "id"),
            habit_id=identity(fields, "habit"),
            minute=whole(fields.get("minute")),
            weekdays=frozenset(whole(weekday) for weekday in weekdays),
        )
    )


def _timer(fields: Fields) -> Timer:
    started_at = fields.get("started_at")
    seconds = number(fields.get("seconds")) or 0.0
    if not 0 <= seconds <= LONGEST_SECONDS:
        raise ValueError
    return Timer(
        habit_id=identity(fields, "habit"),
        day=day(fields, "day"),
        seconds=seconds,
        started_at=None if started_at is None else whole(started_at),
    )


def _pause(fields: Fields) -> Pause:
    return checked_pause(
        Pause(
            id=identity(fields, "id"),
            habit_id=text_or_none(fields, "habit"),
            first=day(fields, "first"),
            last=day(fields, "last"),
            note=text(fields, "note"),
        )
    )


def _entry(fields: Fields) -> Entry:
    state = text_or_none(fields, "state")
    return Entry(
        habit_id=text(fields, "habit"),
        day=day(fields, "day"),
        state=State(state) if state is not None else None,
        value=number(fields.get("value")),
        note=text(fields, "note"),
    )


def _check_in(fields: Fields) -> CheckIn:
    energy, mood, strain = (
        None if fields.get(name) is None else whole(fields[name])
        for name in ("energy", "mood", "strain")
    )
    return checked_check_in(CheckIn(day(fields, "day"), energy, mood, strain, text(fields, "note")))


def _setting(fields: Fields) -> Setting:
    key, value = identity(fields, "key"), fields.get("value")
    for declaration in (*DECLARATIONS, *UNLISTED, *WORK_DECLARATIONS):
        if declaration.key == key and not any(
            allowed == value and type(allowed) is type(value) for allowed in declaration.allowed
        ):
            raise ValueError
    return Setting(key, json.dumps(value, allow_nan=False))


def _position(fields: Fields) -> int:
    position = whole(fields.get("position", 0))
    if abs(position) > LARGEST_POSITION:
        raise ValueError
    return position
