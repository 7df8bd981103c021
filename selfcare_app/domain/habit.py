"""A habit: what a person has set out to do, and how often."""

from datetime import date
from enum import StrEnum

from selfcare_app.domain.amount import checked_amount, format_amount
from selfcare_app.domain.area import DEFAULT_AREA
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.schedule import EVERY_DAY, Schedule
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr

LONGEST_NAME = 200
LONGEST_TEXT = 100_000
"""Most characters in a note: some fifty pages."""


class Kind(StrEnum):
    """Whether a day is ticked or an amount is logged."""

    YES_NO = "yes_no"
    MEASURED = "measured"


class Direction(StrEnum):
    """Which side of its target a measured habit is kept on."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Habit(Value):
    """A habit with its schedule and target.

    `target`, `direction` and `unit` are set for measured habits only. The target is
    per day for `EveryDay` and `Weekdays`, per period otherwise. `origin` names the
    habit in the app it was imported from, such as `loop:1f0c…`. `colour` and `icon`
    are None where the area's own are meant.
    """

    id: str
    name: str
    created: date
    area: str = DEFAULT_AREA
    kind: Kind = Kind.YES_NO
    schedule: Schedule = EVERY_DAY
    target: float | None = None
    direction: Direction | None = None
    unit: str | None = None
    cue: str = ""
    notes: str = ""
    colour: str | None = None
    icon: str | None = None
    position: int = 0
    archived: bool = False
    origin: str | None = None

    @property
    def measured(self) -> bool:
        """Whether amounts are logged rather than ticks."""
        return self.kind is Kind.MEASURED

    @property
    def hue(self) -> str:
        """What its colour is asked for by: its own colour, or else the key of its area."""
        return self.colour or self.area

    @property
    def at_most(self) -> bool:
        """Whether it is a measured habit that is kept by staying at or below its target."""
        return self.direction is Direction.AT_MOST


def checked_habit(habit: Habit) -> Habit:
    """`habit` if it can be kept; raises BadInput with the one thing to mend otherwise."""
    check_name(habit.name)
    for text in (habit.cue, habit.notes, habit.unit or ""):
        check_text(text)
    if habit.measured:
        if habit.target is None or habit.direction is None:
            raise BadInput(tr("A measured habit needs a target, at least or at most."))
        checked_amount(habit.target)
    elif habit.target is not None or habit.direction is not None or habit.unit:
        raise BadInput(tr("A yes/no habit has no target and no unit."))
    return habit


def clean_name(text: str) -> str:
    """The name as it will be kept: one line, single spaces.

    Raises BadInput when nothing is left or more than `LONGEST_NAME` characters are.
    """
    name = " ".join(text.split())
    check_name(name)
    return name


def check_name(name: str) -> None:
    """Raise BadInput for a name that is empty, too long or no readable text."""
    if not name.strip():
        raise BadInput(tr("A habit needs a name."))
    if len(name) > LONGEST_NAME:
        raise BadInput(
            tr(
                "A name can have up to {most} characters; this one has {count}. "
                "The rest can go into the notes.",
                most=LONGEST_NAME,
                count=len(name),
            )
        )
    check_text(name)


def check_text(text: str) -> None:
    """Raise BadInput for text longer than `LONGEST_TEXT` or with unreadable characters."""
    if len(text) > LONGEST_TEXT:
        raise BadInput(
            tr(
                "A text can have up to {most} characters; this one has {count}.",
                most=LONGEST_TEXT,
                count=len(text),
            )
        )
    if "\x00" in text or not _is_whole(text):
        raise BadInput(tr("That text has characters that cannot be read; type it again."))


def _is_whole(text: str) -> bool:
    """Whether no character of `text` is half of one (a surrogate); asked of every text of a
    file, of which most are plain."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


_MINUTES = frozenset({"min", "mins", "min.", "minute", "minutes"})


def timed(habit: Habit) -> bool:
    """Whether `habit` is measured in minutes, so that a timer can log it."""
    return habit.measured and (habit.unit or "").strip().casefold() in _MINUTES


def target_text(habit: Habit) -> str:
    """The target with its unit, such as “20 min”; empty for a yes/no habit."""
    if habit.target is None:
        return ""
    return f"{format_amount(habit.target)} {habit.unit or ''}".strip()
