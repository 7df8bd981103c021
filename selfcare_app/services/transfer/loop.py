"""What the files of Loop Habit Tracker have in common: how its habits and values become ours."""

import hashlib
import re
from datetime import date

from selfcare_app.domain.amount import LARGEST, checked_amount
from selfcare_app.domain.area import AREAS, area_title
from selfcare_app.domain.entry import Entry, State, state_of_amount
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import LONGEST_NAME, LONGEST_TEXT, Direction, Habit, Kind
from selfcare_app.domain.schedule import EVERY_DAY, Schedule, TimesInDays
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer.content import FileContent, FoundHabit

UNKNOWN, NO, AUTOMATIC, YES, SKIP = -1, 0, 1, 2, 3
"""What a number stands for on a day of a yes/no habit. A measured habit's numbers are
thousandths, but for UNKNOWN and SKIP, which Loop reads as such there too."""
_STATES = {NO: State.NOT_DONE, YES: State.DONE, SKIP: State.REST, UNKNOWN: None, AUTOMATIC: None}

_PALETTE = (
    *("#D32F2F", "#E64A19", "#F57C00", "#FF8F00", "#F9A825", "#AFB42B", "#7CB342"),
    *("#388E3C", "#00897B", "#00ACC1", "#039BE5", "#1976D2", "#303F9F", "#5E35B1"),
    *("#8E24AA", "#D81B60", "#5D4037", "#303030", "#757575", "#AAAAAA"),
)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class LoopHabit(Value):
    """A habit in Loop's terms."""

    name: str
    question: str
    description: str
    measured: bool
    at_most: bool
    target: float
    unit: str
    frequency: tuple[int, int]
    """How often, as n times in k days."""
    colour: str | None
    archived: bool


def found_habit(
    loop_habit: LoopHabit, identity: str, position: int, today: date, origins: tuple[str, ...]
) -> FoundHabit:
    """The habit in our terms, with what cannot be kept as it was told in warnings.

    `origins` are the names by which it is known in Loop's files, the best first.
    """
    warnings = [
        tr(
            "Loop has no practice areas; its habits are put under “{area}”.",
            area=area_title(AREAS[0]),
        )
    ]
    name, notes = _name_and_notes(loop_habit, warnings)
    habit = Habit(
        id=identity,
        name=name,
        created=today,
        schedule=_schedule(name, *loop_habit.frequency, warnings),
        cue=clean_text(loop_habit.question).strip(),
        notes=notes,
        colour=loop_habit.colour,
        position=position,
        archived=loop_habit.archived,
        origin=origins[0],
    )
    if loop_habit.measured:
        habit = replace(
            habit,
            kind=Kind.MEASURED,
            target=_target(name, loop_habit.target, warnings),
            direction=Direction.AT_MOST if loop_habit.at_most else Direction.AT_LEAST,
            unit=clean_text(loop_habit.unit).strip() or None,
        )
    return FoundHabit(habit, origins, tuple(warnings))


def add_entry(content: FileContent, habit: Habit, day: date, value: int, note: str) -> None:
    """Add to `content` what Loop's `value` and `note` say of `day`, if they say anything."""
    amount = None
    if habit.measured and value not in (UNKNOWN, SKIP):
        amount = value / 1000
        if not 0 <= amount <= LARGEST:
            content.skip(tr("entries"), tr("an amount below 0 or too large to keep"))
            return
        state: State | None = state_of_amount(habit, amount)
    elif value in _STATES:
        state = _STATES[value]
    else:
        content.skip(tr("entries"), tr("a value that yes/no habits do not have"))
        return
    if value == AUTOMATIC and not habit.measured:
        content.skip(tr("days ticked by Loop itself"), tr("Selfcare works them out anew"))
    if len(note) > LONGEST_TEXT:
        content.skip(tr("ends of notes"), tr("longer than {most} characters", most=LONGEST_TEXT))
    entry = Entry(habit.id, day, state, amount, clean_text(note))
    if not entry.empty:
        content.entries.append(entry)


def start_with_first_entries(content: FileContent, today: date) -> None:
    """Let each habit of `content` begin with its first entry, for Loop tells no other day."""
    first_days: dict[str, date] = {}
    for entry in content.entries:
        if entry.day < first_days.get(entry.habit_id, today):
            first_days[entry.habit_id] = entry.day
    content.habits = [
        replace(found, habit=replace(found.habit, created=first_days.get(found.habit.id, today)))
        for found in content.habits
    ]


def palette_colour(number: object) -> str | None:
    """The colour of that number in Loop's palette, or of that signed ARGB number in old files."""
    if not isinstance(number, int):
        return None
    if 0 <= number < len(_PALETTE):
        return _PALETTE[number]
    return f"#{number & 0xFFFFFF:06X}" if -(2**24) <= number < 0 else None


def written_colour(text: str) -> str | None:
    """The colour written as `text`, #RRGGBB; None where it is none."""
    return text.upper() if _COLOUR.fullmatch(text) else None


def clean_text(text: str) -> str:
    """`text` as it can be kept: without null characters, cut where it is endless."""
    return text.replace("\x00", "")[:LONGEST_TEXT]


def digest(text: str) -> str:
    """A short name for `text` that is the same on every computer."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _name_and_notes(loop_habit: LoopHabit, warnings: list[str]) -> tuple[str, str]:
    whole_name = " ".join(clean_text(loop_habit.name).split())
    notes = clean_text(loop_habit.description).strip()
    if not whole_name:
        name = tr("Unnamed habit")
        warnings.append(tr("A habit has no name; here it is called “{name}”.", name=name))
        return name, notes
    if len(whole_name) <= LONGEST_NAME:
        return whole_name, notes
    name = whole_name[: LONGEST_NAME - 1].rstrip() + "…"
    warnings.append(
        tr(
            "The name “{name}…” has more than {most} characters; it is cut, "
            "and stands in full in the habit's notes.",
            name=name[:40],
            most=LONGEST_NAME,
        )
    )
    return name, clean_text(f"{whole_name}\n\n{notes}").strip()


def _schedule(name: str, times: int, days: int, warnings: list[str]) -> Schedule:
    if times == days:
        return EVERY_DAY
    try:
        return TimesInDays(times, days)
    except BadInput:
        warnings.append(
            tr(
                "“{name}” was planned {times} times in {days} days, which Selfcare does not "
                "have; here it is planned every day.",
                name=name[:40],
                times=times,
                days=days,
            )
        )
        return EVERY_DAY


def _target(name: str, target: float, warnings: list[str]) -> float:
    try:
        return checked_amount(target)
    except BadInput:
        warnings.append(tr("“{name}” has no usable target; here it is 0.", name=name[:40]))
        return 0.0
