"""A habit's days in a row, one mark each: what streaks, score and consistency are read from.

A mark is one letter. Capitals stand on planned days, small letters on days that the
schedule leaves free:

    K k  kept                      P p  partly kept (some of an at-least target)
    N n  logged and not kept       O .  nothing logged
    R    rest or pause
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from selfcare_app.domain.amount import millionths
from selfcare_app.domain.days import iso_weekday_of, month_start_of, week_start_of
from selfcare_app.domain.entry import EntryHistory, Pause, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek, Weekdays

KEPT, PARTLY, NOT_KEPT, OPEN, REST = b"KPNOR"
FREE_KEPT, FREE_PARTLY, FREE_NOT_KEPT, FREE = b"kpn."
LOGGED = b"KPNkpn"
"""Marks of days on which the person said something other than rest."""

_UNPLANNED = bytes.maketrans(b"KPNO", b"kpn.")
_PAUSED = bytes.maketrans(b"O", b"R")
_OF_STATE = {State.DONE: KEPT, State.NOT_DONE: NOT_KEPT, State.REST: REST, None: OPEN}


@dataclass(frozen=True, slots=True)
class Timeline:
    """Marks for every day from `first` to `as_of`, as day numbers.

    `first` can lie before `start`, the habit's first day, so that whole weeks, months
    and windows can be counted; nothing was logged there. `amounts` are millionths, one
    a day, for measured habits and empty for others. It ends at `as_of`: nothing later
    counts.
    """

    habit: Habit
    start: int
    first: int
    as_of: int
    marks: bytes
    amounts: tuple[int, ...]
    entries: int
    """How many entries there are up to `as_of`."""
    first_weekday: int = 1

    def mark_on(self, day: int) -> int | None:
        """The mark of day number `day`, None outside the timeline."""
        index = day - self.first
        return self.marks[index] if 0 <= index < len(self.marks) else None


def build_timeline(
    habit: Habit,
    history: EntryHistory,
    pauses: Iterable[Pause],
    as_of: date,
    first_weekday: int = 1,
) -> Timeline:
    """The timeline of `habit` up to `as_of`; weeks start on ISO weekday `first_weekday`."""
    last = as_of.toordinal()
    days = history.days
    count = len(days)
    while count and days[count - 1] > last:
        count -= 1
    created = habit.created.toordinal()
    start = min(created, days[0]) if count else created
    first = _first_day_needed(habit, start, first_weekday)
    marks = bytearray([OPEN]) * max(0, last - first + 1)
    amounts: list[int] = []
    if habit.measured:
        amounts = [0] * len(marks)
        _mark_amounts(habit, history, count, first, marks, amounts)
    else:
        for day, state in zip(days[:count], history.states, strict=False):
            marks[day - first] = _OF_STATE[state]  # type: ignore[index]  # a State equals its text
    _mark_pauses(habit, pauses, first, marks)
    if isinstance(habit.schedule, Weekdays):
        _mark_free_days(habit.schedule.weekdays, first, marks)
    return Timeline(habit, start, first, last, bytes(marks), tuple(amounts), count, first_weekday)


def _first_day_needed(habit: Habit, start: int, first_weekday: int) -> int:
    match habit.schedule:
        case TimesPerWeek():
            return week_start_of(start, first_weekday)
        case TimesPerMonth():
            return month_start_of(start)
        case TimesInDays(_, days):
            return max(1, start - max(days, 31) + 1)
        case _:
            return start


def _mark_amounts(
    habit: Habit,
    history: EntryHistory,
    count: int,
    first: int,
    marks: bytearray,
    amounts: list[int],
) -> None:
    target = millionths(habit.target or 0.0)
    columns = zip(history.days[:count], history.states, history.values, strict=False)
    for day, state, value in columns:
        index = day - first
        if value is None:
            # Without an amount nothing can be said to be kept, whatever the state.
            mark = _OF_STATE[state]  # type: ignore[index]  # a State equals its text
            marks[index] = NOT_KEPT if mark == KEPT else mark
            continue
        amount = amounts[index] = max(0, millionths(value))
        if habit.at_most:
            marks[index] = KEPT if amount <= target else NOT_KEPT
        elif amount >= target:
            marks[index] = KEPT
        else:
            marks[index] = PARTLY if amount > 0 else NOT_KEPT


def _mark_pauses(habit: Habit, pauses: Iterable[Pause], first: int, marks: bytearray) -> None:
    for pause in pauses:
        if pause.habit_id not in (None, habit.id):
            continue
        begin = max(0, pause.first.toordinal() - first)
        end = max(begin, pause.last.toordinal() - first + 1)
        marks[begin:end] = marks[begin:end].translate(_PAUSED)


def _mark_free_days(weekdays: frozenset[int], first: int, marks: bytearray) -> None:
    for offset in range(min(7, len(marks))):
        if iso_weekday_of(first + offset) not in weekdays:
            marks[offset::7] = marks[offset::7].translate(_UNPLANNED)
