"""Table Habit's (mhabit's) JSON export."""

from collections import Counter
from datetime import date
from pathlib import Path
from uuid import uuid4

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.area import Area
from selfcare_app.domain.entry import State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Direction, Habit
from selfcare_app.domain.reminder import EVERY_WEEKDAY
from selfcare_app.domain.schedule import EVERY_DAY, Schedule, TimesPerMonth, TimesPerWeek
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import foreign
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.foreign import Days, ForeignHabit, Measure, short
from selfcare_app.services.transfer.json_document import read_document, read_inner
from selfcare_app.services.transfer.json_values import Fields
from selfcare_app.services.transfer.plain_values import (
    amount,
    as_fields,
    as_list,
    as_text,
    day_of_epoch,
    whole,
)
from selfcare_app.services.transfer.recognise import FileFormat

_NEGATIVE = 2
_DELETED, _ARCHIVED = 2, 3
_WEEKLY, _MONTHLY, _CUSTOM = 1, 2, 3
_DAILY_REMINDER, _WEEKLY_REMINDER = 2, 3
_DONE, _SKIPPED = 1, 2
_PALETTE = (
    *("#F44336", "#9C27B0", "#3F51B5", "#009688", "#4CAF50"),
    *("#FFC107", "#FF9800", "#8BC34A", "#673AB7"),
)
"""The colours that the numbers from 2 on stand for; 1 is the one that nobody chose."""


def read(path: Path, today: date) -> FileContent:
    """What the export at `path` holds; raises BadInput where it is damaged or too large."""
    content = FileContent(FileFormat.MHABIT_JSON)
    document = as_fields(read_document(path))
    habits = [as_fields(habit) for habit in as_list(document.get("habits"))]
    areas = _areas(document, content)
    made_at = Counter(whole(habit.get("create_t"), 0) for habit in habits)
    days = Days(content)
    for habit in habits:
        if "name" not in habit:
            content.skip(tr("habits"), tr("without a name"))
        elif whole(habit.get("status"), 0) == _DELETED:
            content.skip(tr("habits"), tr("deleted in Table Habit"))
        else:
            origins = _origins(habit, made_at)
            area = areas.get(as_text(habit.get("group_id")))
            _add_days(content, days, _add_habit(content, habit, origins, area, today), habit)
    foreign.start_with_first_entries(content)
    return content


def _origins(habit: Fields, made_at: Counter[int]) -> tuple[str, ...]:
    """The names by which later imports know the habit again: the second it was made in, and,
    where several were made in the same, such as by an import there, its name as well."""
    second = whole(habit.get("create_t"), 0)
    by_both = f"mhabit:{second}:{foreign.digest(as_text(habit.get('name')))}"
    return (f"mhabit:{second}", by_both) if second and made_at[second] == 1 else (by_both,)


def _areas(document: Fields, content: FileContent) -> dict[str, Area]:
    """The practice area of each group, by the id of the group."""
    areas: dict[str, Area] = {}
    for group in map(as_fields, as_list(document.get("groups"))):
        key = as_text(group.get("uuid"))
        area = foreign.area_of("mhabit", as_text(group.get("name")), key)
        if key and area is not None:
            areas[key] = area
        if group.get("desc"):
            content.skip(tr("descriptions of groups"), tr("practice areas have none"))
    return areas


def _add_habit(
    content: FileContent, habit: Fields, origins: tuple[str, ...], area: Area | None, today: date
) -> Habit:
    warnings: list[str] = []
    name = as_text(habit.get("name"))
    schedule = _schedule(habit, name, warnings)
    measure = _measure(content, habit, schedule, warnings)
    if measure is not None and measure.direction is Direction.AT_MOST:
        schedule = EVERY_DAY
    if whole(habit.get("target_days"), 0):
        content.skip(tr("goals in days"), tr("a habit has no end here"))
    described = ForeignHabit(
        origins=origins,
        name=name,
        cue=as_text(habit.get("reminder_quest")),
        notes=as_text(habit.get("desc")),
        schedule=schedule,
        measure=measure,
        area=area,
        colour=_colour(habit),
        created=day_of_epoch(whole(habit.get("start_date"), 0)) if "start_date" in habit else None,
        archived=whole(habit.get("status"), 0) == _ARCHIVED,
        reminders=_reminders(content, habit),
        warnings=tuple(warnings),
    )
    return foreign.add_habit(content, described, str(uuid4()), today)


def _schedule(habit: Fields, name: str, warnings: list[str]) -> Schedule:
    custom = habit.get("freq_custom")
    written = as_list(read_inner(custom) if isinstance(custom, str) else custom)
    numbers = [whole(number, 0) for number in written[:2]] or [0]
    kind = whole(habit.get("freq_type"), _CUSTOM)
    try:
        if kind == _WEEKLY:
            return EVERY_DAY if numbers[0] >= 7 else TimesPerWeek(numbers[0])
        if kind == _MONTHLY:
            return EVERY_DAY if numbers[0] >= 31 else TimesPerMonth(numbers[0])
    except BadInput:
        pass
    return foreign.times_in_days(name, min(numbers), max(numbers), warnings)


def _measure(
    content: FileContent, habit: Fields, schedule: Schedule, warnings: list[str]
) -> Measure | None:
    """What the habit is measured by; None for yes or no, which Table Habit keeps as 1 or 0."""
    goal, second = amount(habit.get("daily_goal")), amount(habit.get("daily_goal_extra"))
    unit, name = as_text(habit.get("daily_goal_unit")), as_text(habit.get("name"))
    if second is not None and second != goal:
        content.skip(tr("second limits of a day"), tr("a habit has one target here"))
    if whole(habit.get("type"), 0) == _NEGATIVE:
        limit = second if second is not None else goal
        if schedule != EVERY_DAY:
            warnings.append(
                tr(
                    "“{name}” was to stay within its limit on some days; here on every day.",
                    name=short(name),
                )
            )
        return Measure(limit or 0.0, Direction.AT_MOST, unit)
    goal = 1.0 if goal is None else goal
    records = map(as_fields, as_list(habit.get("records")))
    yes_or_no = all(amount(record.get("record_value")) in (None, 0, 1) for record in records)
    if goal == 1 and not unit.strip() and yes_or_no:
        return None
    times = getattr(schedule, "times", 1)
    if times > 1:
        warnings.append(
            tr(
                "“{name}” asked for {goal} on {times} days; here that is {sum} for all of them "
                "together.",
                name=short(name),
                goal=format_amount(goal),
                times=times,
                sum=format_amount(goal * times),
            )
        )
    return Measure(goal * times, Direction.AT_LEAST, unit)


def _colour(habit: Fields) -> str | None:
    custom = whole(habit.get("custom_color"), 0)
    if custom:
        return f"#{custom & 0xFFFFFF:06X}"
    place = whole(habit.get("color"), 0) - 2
    return _PALETTE[place] if 0 <= place < len(_PALETTE) else None


def _reminders(content: FileContent, habit: Fields) -> tuple[tuple[int, frozenset[int]], ...]:
    reminder = as_fields(read_inner(as_text(habit.get("reminder"))))
    if not reminder:
        return ()
    time = as_fields(reminder.get("time"))
    minute = foreign.reminder_time(whole(time.get("hour"), -1), whole(time.get("minute"), -1))
    kind, weekdays = whole(reminder.get("type"), 0), EVERY_WEEKDAY
    if kind == _WEEKLY_REMINDER:
        weekdays = frozenset(whole(day, 0) for day in as_list(reminder.get("extra")))
    if kind not in (_DAILY_REMINDER, _WEEKLY_REMINDER):
        content.skip(tr("reminders"), tr("by month, or only when needed"))
    elif minute is None or not foreign.usable_reminder(minute, weekdays):
        content.skip(tr("reminders"), tr("without a readable time, weekday or habit"))
    else:
        return ((minute, weekdays),)
    return ()


def _add_days(content: FileContent, days: Days, kept: Habit, habit: Fields) -> None:
    for record in map(as_fields, as_list(habit.get("records"))):
        day = day_of_epoch(whole(record.get("record_date"), -(10**9)))
        value, note = amount(record.get("record_value")), as_text(record.get("reason"))
        kind = whole(record.get("record_type"), 0)
        if kind == _SKIPPED:
            if value:
                content.skip(tr("amounts of skipped days"), tr("a rest has no amount"))
            days.add(kept, day, State.REST, note=note)
        elif kind != _DONE:
            content.skip(tr("entries"), tr("of a kind that is not known"))
        elif value is None:
            days.add(kept, None, None)
        elif kept.measured:
            days.add(kept, day, None, value, note)
        else:
            days.add(kept, day, State.DONE if value else State.NOT_DONE, note=note)
