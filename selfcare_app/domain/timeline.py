"""A habit's days in a row, one mark each: what streaks, score and consistency are read from.

A mark is one letter. Capitals stand on planned days, small letters on days that the
schedule leaves free:

    K k  kept                      P p  partly kept (some of an at-least target)
    N n  logged and not kept       O .  nothing logged
    R    rest or pause
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, MutableSequence, Sequence
from datetime import date

from selfcare_app.domain.amount import MILLION, millionths
from selfcare_app.domain.days import iso_weekday_of, month_start_of, week_start_of
from selfcare_app.domain.entry import EntryHistory, Pause, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek, Weekdays
from selfcare_app.domain.value import Value

KEPT, PARTLY, NOT_KEPT, OPEN, REST = b"KPNOR"
FREE_KEPT, FREE_PARTLY, FREE_NOT_KEPT, FREE = b"kpn."
ALL_KEPT = b"Kk"
LOGGED = b"KPNkpn"
"""Marks of days on which the person said something other than rest."""

_UNPLANNED = bytes.maketrans(b"KPNO", b"kpn.")
_PAUSED = bytes.maketrans(b"O", b"R")
_OF_STATE: Mapping[str | None, int] = {
    State.DONE.value: KEPT,
    State.NOT_DONE.value: NOT_KEPT,
    State.REST.value: REST,
    None: OPEN,
}
_OF_STATE_ALONE: Mapping[str | None, int] = {**_OF_STATE, State.DONE.value: NOT_KEPT}
"""Of a measured habit: without an amount nothing can be said to be kept."""


class Timeline(Value):
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
    later: int = 0
    """How many entries there are after `as_of`, such as from an imported file; none counts."""

    def mark_on(self, day: int) -> int | None:
        """The mark of day number `day`, None outside the timeline."""
        index = day - self.first
        return self.marks[index] if 0 <= index < len(self.marks) else None


def flags_of(letters: bytes) -> bytes:
    """A table for `bytes.translate` that turns the marks `letters` into 1 and all others into 0."""
    return bytes(mark in letters for mark in range(256))


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
    count = bisect_right(days, last)
    created = habit.created.toordinal()
    start = min(created, days[0]) if count else created
    begun = start <= last
    first = _first_day_needed(habit, start, first_weekday) if begun else start
    marks = bytearray([OPEN]) * max(0, last - first + 1)
    amounts: list[int] = []
    if habit.measured:
        amounts = [0] * len(marks)
        said_amounts = [round(value * MILLION) if value else 0 for value in history.values[:count]]
        _place(amounts, first, days[:count], said_amounts)
        _place(marks, first, days[:count], _marks_of_amounts(habit, history, said_amounts))
    else:
        said = [_OF_STATE[state] for state in history.states[:count]]
        _place(marks, first, days[:count], bytes(said))
    _mark_pauses(habit, pauses, first, marks)
    if isinstance(habit.schedule, Weekdays):
        _mark_free_days(habit.schedule.weekdays, first, marks)
    return Timeline(
        habit,
        start,
        first,
        last,
        bytes(marks),
        tuple(amounts),
        count,
        first_weekday,
        len(days) - count,
    )


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


def _place(
    row: MutableSequence[int], first: int, days: Sequence[int], column: Sequence[int]
) -> None:
    """Put each item of `column` at its day into `row`, which begins at day number `first`."""
    if days and days[-1] - days[0] == len(days) - 1:  # no day left out, so all at once
        row[days[0] - first : days[-1] - first + 1] = column
        return
    for day, item in zip(days, column, strict=True):
        row[day - first] = item


def _marks_of_amounts(habit: Habit, history: EntryHistory, amounts: list[int]) -> bytes:
    """The mark of each entry of a measured habit; `amounts` are those of the entries."""
    target = millionths(habit.target or 0.0)
    if habit.at_most:
        limit, at_limit, above_nothing, nothing = target + 1, NOT_KEPT, KEPT, KEPT
    else:
        limit, at_limit, above_nothing, nothing = target, KEPT, PARTLY, NOT_KEPT
    said = zip(amounts, history.values, history.states, strict=False)
    return bytes(
        [
            _OF_STATE_ALONE[state]
            if value is None
            else at_limit
            if amount >= limit
            else above_nothing
            if amount > 0
            else nothing
            for amount, value, state in said
        ]
    )


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
