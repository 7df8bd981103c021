"""What the Today page shows, built by pure functions before anything is painted."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from selfcare_app.domain.area import Area
from selfcare_app.domain.days import iso_weekday_of
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.period import period_bounds
from selfcare_app.domain.schedule import (
    DaySchedule,
    EveryDay,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.domain.timeline import (
    FREE,
    FREE_KEPT,
    FREE_NOT_KEPT,
    FREE_PARTLY,
    KEPT,
    NOT_KEPT,
    OPEN,
    PARTLY,
    REST,
    Timeline,
)
from selfcare_app.domain.timer import Timer
from selfcare_app.services.stats import HabitStatistics


class Shape(Enum):
    """How a day is drawn."""

    DONE = auto()
    PARTLY = auto()
    REST = auto()
    OPEN = auto()
    STILL_OPEN = auto()
    COVERED = auto()
    FREE = auto()


class Line(Enum):
    """The thread of a streak between two neighbouring days."""

    NONE = auto()
    SOLID = auto()
    DASHED = auto()


class Cell(NamedTuple):
    """One habit on one day."""

    entry: Entry
    shape: Shape
    before: Line
    """The thread between the day before and this one."""
    after: Line


class ControlKind(Enum):
    """What stands in the column of the day looked at."""

    AMOUNT = auto()
    """− value +"""
    MARK = auto()
    """A button that marks the day as done."""
    NEXT = auto()
    """Nothing is planned: when it is next, and a small + all the same."""


class Control(NamedTuple):
    """The control of the day looked at."""

    kind: ControlKind
    state: State | None
    reached: bool
    """Whether the day is kept."""
    next_day: date | None = None


class HabitRow(NamedTuple):
    """One habit's row."""

    habit: Habit
    cells: tuple[Cell, ...]
    control: Control
    done_in_period: int | None
    """For schedules by period, in the period of the day looked at: days kept, or the sum of a
    measured habit in millionths."""
    statistics: HabitStatistics
    timer: Timer | None = None
    can_start: bool = False
    """Whether a timer can be started on the day looked at."""

    @property
    def entry(self) -> Entry:
        """What was logged on the day looked at."""
        return self.cells[-1].entry


class GroupRow(NamedTuple):
    """The heading of a practice area, with what it says of the day looked at."""

    area: Area
    habits: int
    planned: int
    kept: int
    folded: bool = False
    foldable: bool = True


Row = HabitRow | GroupRow
_SHAPES = {
    KEPT: Shape.DONE,
    FREE_KEPT: Shape.DONE,
    PARTLY: Shape.PARTLY,
    FREE_PARTLY: Shape.PARTLY,
    REST: Shape.REST,
    NOT_KEPT: Shape.OPEN,
    FREE_NOT_KEPT: Shape.OPEN,
    FREE: Shape.FREE,
    OPEN: Shape.OPEN,
}


def days_shown(last: date, count: int) -> list[date]:
    """The `count` days that end with `last`."""
    return [last - timedelta(days=back) for back in range(count - 1, -1, -1)]


def with_groups(
    rows: Sequence[HabitRow],
    area_of: Callable[[str], Area],
    folded: Collection[str] = (),
    *,
    foldable: bool = True,
) -> list[Row]:
    """`rows`, which come area by area, with a heading before each area; `area_of` finds an area
    by its key. Of the areas `folded` there is the heading alone, unless they are not `foldable`.
    """
    grouped: list[Row] = []
    for key, found in groupby(rows, key=lambda row: row.habit.area):
        group = list(found)
        closed = foldable and key in folded
        grouped.append(
            GroupRow(area_of(key), len(group), *planned_and_kept(group), closed, foldable)
        )
        grouped += [] if closed else group
    return grouped


def habit_row(
    statistics: HabitStatistics, days: Sequence[date], entries: Mapping[date, Entry]
) -> HabitRow:
    """The row of one habit with a cell for each of `days`, the last of which is looked at."""
    habit = statistics.habit
    lines = _Lines(statistics, days[0].toordinal(), days[-1].toordinal())
    cells = tuple(
        Cell(
            entries.get(day) or Entry(habit.id, day),
            _shape(statistics, day.toordinal()),
            lines.before(day.toordinal()),
            lines.before(day.toordinal() + 1),
        )
        for day in days
    )
    control = _control(habit, cells[-1], days[-1])
    done = _done_in_period(statistics.timeline, days[-1].toordinal())
    return HabitRow(habit, cells, control, done, statistics)


def _shape(statistics: HabitStatistics, day: int) -> Shape:
    timeline = statistics.timeline
    mark = timeline.mark_on(day)
    if mark is None or (mark == OPEN and day < timeline.start):
        return Shape.FREE
    if mark != OPEN:
        return _SHAPES[mark]
    if not isinstance(timeline.habit.schedule, DaySchedule):
        # Any day would do, so no single one stands open.
        return Shape.COVERED if statistics.covered[day - timeline.first] else Shape.FREE
    return Shape.STILL_OPEN if day == timeline.as_of else Shape.OPEN


class _Lines:
    """Where the threads of a habit's streaks run between two day numbers."""

    def __init__(self, statistics: HabitStatistics, first: int, last: int) -> None:
        by_period = isinstance(statistics.habit.schedule, TimesPerWeek | TimesPerMonth)
        found = () if by_period else statistics.streaks.all
        spans = [(streak.start.toordinal(), streak.end.toordinal()) for streak in found]
        self._spans = [(start, end) for start, end in spans if end >= first and start <= last]
        self._bridged = statistics.streaks.bridged

    def before(self, day: int) -> Line:
        """The line between day number `day` and the day before it."""
        if not any(first < day <= last for first, last in self._spans):
            return Line.NONE
        dashed = day in self._bridged or day - 1 in self._bridged
        return Line.DASHED if dashed else Line.SOLID


def _control(habit: Habit, cell: Cell, day: date) -> Control:
    entry = cell.entry
    reached = cell.shape is Shape.DONE
    if entry.state is None and isinstance(habit.schedule, Weekdays):
        planned = next_planned(habit.schedule, day)
        if planned != day:
            return Control(ControlKind.NEXT, None, False, planned)
    kind = ControlKind.AMOUNT if habit.measured else ControlKind.MARK
    return Control(kind, entry.state, reached)


def next_planned(schedule: Weekdays, day: date) -> date:
    """The first planned day on or after `day`."""
    ahead = range(7)
    return next(
        day + timedelta(days=offset)
        for offset in ahead
        if iso_weekday_of(day.toordinal() + offset) in schedule.weekdays
    )


def _done_in_period(timeline: Timeline, day: int) -> int | None:
    schedule = timeline.habit.schedule
    if isinstance(schedule, TimesInDays):
        begin, end = day - schedule.days + 1, day
    elif isinstance(schedule, TimesPerWeek | TimesPerMonth):
        begin, end = period_bounds(timeline, day)
    else:
        return None
    low, high = max(0, begin - timeline.first), max(0, end - timeline.first + 1)
    if timeline.habit.measured:
        return sum(timeline.amounts[low:high])
    return timeline.marks[low:high].count(KEPT)


def planned_and_kept(rows: Sequence[HabitRow]) -> tuple[int, int]:
    """How many habits were planned on the day looked at (rest aside), and how many kept.

    Habits asked by week, month or window count only once they are kept.
    """
    planned = kept = 0
    for row in rows:
        shape = row.cells[-1].shape
        if shape is Shape.DONE:
            kept += 1
            planned += 1
        elif shape in (Shape.PARTLY, Shape.OPEN, Shape.STILL_OPEN):
            planned += isinstance(row.habit.schedule, EveryDay | Weekdays)
    return planned, kept
