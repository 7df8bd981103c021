"""Habo's JSON backup: an object with habits, or, from older versions, the bare list of them."""

from datetime import date
from pathlib import Path
from uuid import uuid4

from selfcare_app.domain.area import Area
from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Direction, Habit
from selfcare_app.domain.reminder import EVERY_WEEKDAY
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import foreign
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.foreign import Days, ForeignHabit, Measure
from selfcare_app.services.transfer.json_document import read_document
from selfcare_app.services.transfer.json_values import Fields
from selfcare_app.services.transfer.plain_values import (
    amount,
    as_fields,
    as_list,
    as_text,
    is_true,
    whole,
    written_day,
    written_whole,
)
from selfcare_app.services.transfer.recognise import FileFormat

_YES_NO, _NUMERIC = 0, 1
_DAY_LENGTH = len("2026-11-23")
_KINDS = {
    "daytype.check": State.DONE,
    "daytype.fail": State.NOT_DONE,
    "daytype.skip": State.REST,
    "daytype.progress": None,
    "daytype.clear": None,
}
_CHECK, _PROGRESS = "daytype.check", "daytype.progress"


def read(path: Path, today: date) -> FileContent:
    """What the backup at `path` holds; raises BadInput where it is damaged or too large."""
    content = FileContent(FileFormat.HABO_JSON)
    document = read_document(path)
    listed = as_list(document) or as_list(as_fields(document).get("habits"))
    habits = [as_fields(habit) for habit in listed]
    habits.sort(key=lambda habit: whole(habit.get("position"), 0))
    days = Days(content)
    for habit in habits:
        if "title" not in habit or whole(habit.get("habitType"), 0) not in (_YES_NO, _NUMERIC):
            content.skip(tr("habits"), tr("of a kind that is not known"))
        elif habit.get("deleted_at") or habit.get("deletedAt"):
            content.skip(tr("habits"), tr("deleted in Habo"))
        else:
            _count_what_is_left(content, habit)
            _add_days(content, days, _add_habit(content, habit, today), habit)
    foreign.start_with_first_entries(content)
    return content


def _add_habit(content: FileContent, habit: Fields, today: date) -> Habit:
    measure = None
    if whole(habit.get("habitType"), 0) == _NUMERIC:
        target = amount(habit.get("targetValue"))
        unit = as_text(habit.get("unit"))
        measure = Measure(1.0 if target is None else target, Direction.AT_LEAST, unit)
    described = ForeignHabit(
        origins=_origins(habit),
        name=as_text(habit.get("title")),
        cue=as_text(habit.get("cue")),
        notes=_notes(habit),
        measure=measure,
        area=_area(content, habit),
        archived=is_true(habit.get("archived")),
        reminders=_reminders(content, habit),
    )
    return foreign.add_habit(content, described, str(uuid4()), today)


def _origins(habit: Fields) -> tuple[str, ...]:
    """The names by which later imports know the habit again.

    Older backups have only keys, which are 1, 2, 3 … on every phone; so these count together
    with the name.
    """
    title, uuid = as_text(habit.get("title")), as_text(habit.get("uuid"))
    by_key = f"habo:id:{whole(habit.get('id'), 0)}:{foreign.digest(title)}"
    return (f"habo:{foreign.origin_part(uuid)}", by_key) if uuid else (by_key,)


def _notes(habit: Fields) -> str:
    """What belongs to the habit and has no place of its own here, a line each."""
    titles = {
        "routine": tr("Routine"),
        "reward": tr("Reward"),
        "sanction": tr("Sanction"),
        "accountant": tr("Accountability partner"),
    }
    texts = {name: as_text(habit.get(name)).strip() for name in titles}
    return "\n".join(f"{titles[name]}: {text}" for name, text in texts.items() if text)


def _count_what_is_left(content: FileContent, habit: Fields) -> None:
    if is_true(habit.get("twoDayRule")):
        content.skip(tr("two-day rules"), tr("days of grace hold for all habits; see the Settings"))
    if whole(habit.get("habitType"), 0) == _NUMERIC and amount(habit.get("partialValue")):
        content.skip(tr("step sizes of amounts"), tr("amounts are typed here"))


def _area(content: FileContent, habit: Fields) -> Area | None:
    found = [
        area
        for category in map(as_fields, as_list(habit.get("categories")))
        if (area := foreign.area_of("habo", as_text(category.get("title")))) is not None
    ]
    content.skip(tr("further categories"), tr("a habit is in one practice area"), len(found[1:]))
    return found[0] if found else None


def _reminders(content: FileContent, habit: Fields) -> tuple[tuple[int, frozenset[int]], ...]:
    if not is_true(habit.get("notification")):
        return ()
    hour, _, minute = as_text(habit.get("notTime")).partition(":")
    time = foreign.reminder_time(written_whole(hour, -1), written_whole(minute, -1))
    if time is None:
        content.skip(tr("reminders"), tr("without a readable time, weekday or habit"))
        return ()
    return ((time, EVERY_WEEKDAY),)


def _add_days(content: FileContent, days: Days, kept: Habit, habit: Fields) -> None:
    for written, event in as_fields(habit.get("events")).items():
        parts = [*as_list(event), None, None, None, None]
        kind, note = as_text(parts[0]).lower(), as_text(parts[1])
        progress, target = amount(parts[2]), amount(parts[3])
        day = written_day(written[:_DAY_LENGTH])
        if kind not in _KINDS:
            content.skip(tr("entries"), tr("of a kind that is not known"))
            continue
        if kept.measured and target not in (None, kept.target):
            content.skip(tr("targets of single days"), tr("a habit has one target here"))
        if kept.measured and kind == _CHECK:
            # As in Habo, where a tick is the whole target of that day.
            days.add(kept, day, None, target if target is not None else kept.target, note)
        elif kept.measured and kind == _PROGRESS:
            days.add(kept, day if progress is not None else None, None, progress, note)
        else:
            if kind == _PROGRESS:
                content.skip(tr("partial progress"), tr("a yes/no habit has no amounts"))
            days.add(kept, day, _KINDS[kind], note=note)
