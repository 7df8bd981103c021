"""What the files of Loop Habit Tracker have in common: how its habits and values become ours."""

from datetime import date
from uuid import uuid4

from selfcare_app.domain.area import AREAS, area_title
from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Direction, Habit
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer import foreign
from selfcare_app.services.transfer.content import FileContent
from selfcare_app.services.transfer.foreign import Days, ForeignHabit, Measure

UNKNOWN, NO, AUTOMATIC, YES, SKIP = -1, 0, 1, 2, 3
"""What a number stands for on a day of a yes/no habit. A measured habit's numbers are
thousandths, but for UNKNOWN and SKIP, which Loop reads as such there too."""
_STATES = {NO: State.NOT_DONE, YES: State.DONE, SKIP: State.REST, UNKNOWN: None, AUTOMATIC: None}

_PALETTE = (
    *("#D32F2F", "#E64A19", "#F57C00", "#FF8F00", "#F9A825", "#AFB42B", "#7CB342"),
    *("#388E3C", "#00897B", "#00ACC1", "#039BE5", "#1976D2", "#303F9F", "#5E35B1"),
    *("#8E24AA", "#D81B60", "#5D4037", "#303030", "#757575", "#AAAAAA"),
)


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


def add_habit(
    content: FileContent,
    loop_habit: LoopHabit,
    today: date,
    origins: tuple[str, ...],
    warnings: tuple[str, ...] = (),
) -> Habit:
    """Add the habit to `content` in our terms, and return it.

    `origins` are the names by which it is known in Loop's files, the best first; `warnings` go
    with it.
    """
    told = [
        tr(
            "Loop has no practice areas; its habits are put under “{area}”.",
            area=area_title(AREAS[0]),
        )
    ]
    times, days = loop_habit.frequency
    direction = Direction.AT_MOST if loop_habit.at_most else Direction.AT_LEAST
    described = ForeignHabit(
        origins=origins,
        name=loop_habit.name,
        cue=loop_habit.question,
        notes=loop_habit.description,
        schedule=foreign.times_in_days(loop_habit.name, times, days, told),
        measure=Measure(loop_habit.target, direction, loop_habit.unit)
        if loop_habit.measured
        else None,
        area=AREAS[0],
        colour=loop_habit.colour,
        archived=loop_habit.archived,
        warnings=(*told, *warnings),
    )
    return foreign.add_habit(content, described, str(uuid4()), today)


def add_entry(
    content: FileContent, days: Days, habit: Habit, day: date | None, value: int | None, note: str
) -> None:
    """Add to `content` what Loop's `value` and `note` say of `day`, if they say anything; None
    for either is one that cannot be read."""
    if day is None or value is None:
        days.add(habit, None, None)
    elif habit.measured and value not in (UNKNOWN, SKIP):
        days.add(habit, day, None, value / 1000, note)
    elif value in _STATES:
        days.add(habit, day, _STATES[value], note=note)
        if value == AUTOMATIC:
            content.skip(tr("days ticked by Loop itself"), tr("Selfcare works them out anew"))
    else:
        content.skip(tr("entries"), tr("a value that yes/no habits do not have"))


def palette_colour(number: object) -> str | None:
    """The colour of that number in Loop's palette, or of that signed ARGB number in old files."""
    if not isinstance(number, int):
        return None
    if 0 <= number < len(_PALETTE):
        return _PALETTE[number]
    return f"#{number & 0xFFFFFF:06X}" if -(2**24) <= number < 0 else None
