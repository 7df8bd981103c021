"""What files of all other apps have in common: how their habits and days become ours."""

import hashlib
import re
from datetime import date

from selfcare_app.domain.amount import LARGEST, checked_amount
from selfcare_app.domain.area import AREAS, COLOURS, LONGEST_TITLE, Area, area_title
from selfcare_app.domain.days import EARLIEST_YEAR
from selfcare_app.domain.entry import Entry, State, state_of_amount
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import LONGEST_NAME, LONGEST_TEXT, Direction, Habit, Kind
from selfcare_app.domain.reminder import Reminder, checked_reminder
from selfcare_app.domain.schedule import EVERY_DAY, Schedule, TimesInDays
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.words import tr
from selfcare_app.services.transfer.content import FileContent, FoundHabit
from selfcare_app.services.transfer.limits import MOST_ENTRIES, MOST_HABITS, TooMuch

_SURROGATE = re.compile("[\ud800-\udfff]")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PLAIN_ID = re.compile(r"[0-9A-Za-z._-]{1,64}")
LONGEST_IN_SENTENCES = 40
"""Characters of a habit's name in a warning."""


class Measure(Value):
    """What a measured habit is measured by; `target` as the file has it, usable or not."""

    target: float
    direction: Direction = Direction.AT_LEAST
    unit: str = ""


class ForeignHabit(Value):
    """A habit as another app's file tells of it, with texts as they stand there.

    `origins` are the names by which the file's app knows it, the best first; `warnings` what is
    doubtful about it. `reminders` are times (minutes after midnight) with their ISO weekdays.
    """

    origins: tuple[str, ...]
    name: str
    cue: str = ""
    notes: str = ""
    schedule: Schedule = EVERY_DAY
    measure: Measure | None = None
    area: Area | None = None
    colour: str | None = None
    created: date | None = None
    archived: bool = False
    reminders: tuple[tuple[int, frozenset[int]], ...] = ()
    warnings: tuple[str, ...] = ()


def add_habit(content: FileContent, foreign: ForeignHabit, identity: str, today: date) -> Habit:
    """Add `foreign` to `content` as one of ours with the id `identity`, and return that.

    Raises TooMuch where that would be one too many.
    """
    if len(content.habits) >= MOST_HABITS:
        raise TooMuch
    warnings = list(foreign.warnings)
    origins = content.unique_origins(foreign.origins)
    if foreign.area is None:
        warnings.append(
            tr(
                "Habits that are in no group there are put under “{area}” here.",
                area=area_title(AREAS[0]),
            )
        )
    name, full_name = _name(foreign.name, warnings)
    notes = f"{full_name}\n\n{foreign.notes}" if full_name else foreign.notes
    created = min(foreign.created or today, today)
    habit = Habit(
        id=identity,
        name=name,
        created=max(created, date(EARLIEST_YEAR, 1, 1)),
        schedule=foreign.schedule,
        cue=kept_text(content, foreign.cue).strip(),
        notes=kept_text(content, notes).strip(),
        colour=foreign.colour,
        position=len(content.habits),
        archived=foreign.archived,
        origin=origins[0],
    )
    if foreign.measure is not None:
        habit = _measured(habit, foreign.measure, warnings)
    reminders = [
        Reminder(f"{origins[0]}:reminder:{number}", identity, minute, weekdays)
        for number, (minute, weekdays) in enumerate(foreign.reminders, start=1)
    ]
    content.habits.append(
        FoundHabit(habit, origins, tuple(warnings), foreign.area, tuple(reminders))
    )
    return habit


class Days:
    """Takes the days that a file tells of, each habit's once, and counts what cannot be kept."""

    def __init__(self, content: FileContent) -> None:
        self._content = content
        self._seen: set[tuple[str, int]] = set()

    def add(
        self,
        habit: Habit,
        day: date | None,
        state: State | None,
        amount: float | None = None,
        note: str = "",
    ) -> None:
        """Add what the file says of `day`, None for one that cannot be read, if it says anything.

        An `amount` of a measured habit tells the state where `state` is None. Raises TooMuch
        where there are too many days.
        """
        if day is None:
            self._content.skip(tr("entries"), tr("without a readable day or value"))
        elif (habit.id, day.toordinal()) in self._seen:
            self._content.skip(tr("entries"), tr("a second one for the same day"))
        elif day.year < EARLIEST_YEAR:
            self._content.skip(tr("entries"), tr("before {year}", year=EARLIEST_YEAR))
        elif amount is not None and not 0 <= amount <= LARGEST:
            self._content.skip(tr("entries"), tr("an amount below 0 or too large to keep"))
        else:
            self._seen.add((habit.id, day.toordinal()))
            if len(self._seen) > MOST_ENTRIES:
                raise TooMuch
            if amount is not None and state is None:
                state = state_of_amount(habit, amount)
            entry = Entry(habit.id, day, state, amount, kept_text(self._content, note))
            if not entry.empty:
                self._content.entries.append(entry)


def start_with_first_entries(content: FileContent) -> None:
    """Let each habit of `content` begin no later than its first entry."""
    first_days: dict[str, date] = {}
    for entry in content.entries:
        if entry.day < first_days.get(entry.habit_id, date.max):
            first_days[entry.habit_id] = entry.day
    content.habits = [
        replace(found, habit=_begun(found.habit, first_days.get(found.habit.id)))
        for found in content.habits
    ]


def _begun(habit: Habit, first: date | None) -> Habit:
    return habit if first is None or first >= habit.created else replace(habit, created=first)


def times_in_days(name: str, times: int, days: int, warnings: list[str]) -> Schedule:
    """So many times in so many days as a schedule; one that we do not have is every day, which
    `warnings` tell."""
    if times == days > 0:
        return EVERY_DAY
    try:
        return TimesInDays(times, days)
    except BadInput:
        warnings.append(
            tr(
                "“{name}” was planned {times} times in {days} days, which Selfcare does not "
                "have; here it is planned every day.",
                name=short(name),
                times=times,
                days=days,
            )
        )
        return EVERY_DAY


def area_of(app: str, category: str, identity: str | None = None) -> Area | None:
    """The practice area for another app's `category`; None where that has no name.

    It is one of the six where it is called so, else one of the person's own. It is known again
    by `identity`, what the app knows the category by, or else by its name.
    """
    title = " ".join(clean_text(category).split())
    if not title:
        return None
    for area in AREAS:
        if title.casefold() in (area.key, area.title.casefold(), area_title(area).casefold()):
            return area
    mark = digest(identity or title)
    if len(title) > LONGEST_TITLE:
        title = title[: LONGEST_TITLE - 1].rstrip() + "…"
    return Area(f"{app}:{mark}", title, colour=COLOURS[int(mark, 16) % len(COLOURS)])


def reminder_time(hour: int, minute: int) -> int | None:
    """Hours and minutes of the clock as minutes after midnight; None where there is no such."""
    return hour * 60 + minute if 0 <= hour < 24 and 0 <= minute < 60 else None


def usable_reminder(minute: int, weekdays: frozenset[int]) -> bool:
    """Whether there is such a time and at least one such weekday."""
    try:
        checked_reminder(Reminder("", "", minute, weekdays))
    except BadInput:
        return False
    return True


def written_colour(text: str) -> str | None:
    """The colour written as `text`, #RRGGBB; None where it is none."""
    return text.upper() if _COLOUR.fullmatch(text) else None


def clean_text(text: str) -> str:
    """`text` as it can be kept: without characters that are none, cut where it is endless."""
    return _SURROGATE.sub("\ufffd", text.replace("\x00", ""))[:LONGEST_TEXT]


def short(name: str) -> str:
    """The beginning of a habit's name, for a sentence."""
    return " ".join(clean_text(name).split())[:LONGEST_IN_SENTENCES]


def origin_part(text: str) -> str:
    """`text`, by which another app knows something, as it can stand in an origin."""
    return text if _PLAIN_ID.fullmatch(text) else digest(text)


def digest(text: str) -> str:
    """A short name for `text` that is the same on every computer."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def kept_text(content: FileContent, text: str) -> str:
    """`text` as it is kept; where it is too long, that is counted in `content`."""
    if len(text) > LONGEST_TEXT:
        content.skip(tr("ends of notes"), tr("longer than {most} characters", most=LONGEST_TEXT))
    return clean_text(text)


def _name(text: str, warnings: list[str]) -> tuple[str, str]:
    """The name that is kept, and the whole one where that is longer."""
    whole_name = " ".join(clean_text(text).split())
    if not whole_name:
        name = tr("Unnamed habit")
        warnings.append(tr("A habit has no name; here it is called “{name}”.", name=name))
        return name, ""
    if len(whole_name) <= LONGEST_NAME:
        return whole_name, ""
    name = whole_name[: LONGEST_NAME - 1].rstrip() + "…"
    warnings.append(
        tr(
            "The name “{name}…” has more than {most} characters; it is cut, "
            "and stands in full in the habit’s notes.",
            name=name[:LONGEST_IN_SENTENCES],
            most=LONGEST_NAME,
        )
    )
    return name, whole_name


def _measured(habit: Habit, measure: Measure, warnings: list[str]) -> Habit:
    try:
        target = checked_amount(measure.target)
    except BadInput:
        target = 0.0
        warnings.append(tr("“{name}” has no usable target; here it is 0.", name=short(habit.name)))
    return replace(
        habit,
        kind=Kind.MEASURED,
        target=target,
        direction=measure.direction,
        unit=clean_text(measure.unit).strip() or None,
    )
