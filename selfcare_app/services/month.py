"""How the days of a month stand: what was planned, what was kept, whether anything was logged."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import DaySchedule
from selfcare_app.domain.timeline import (
    FREE_KEPT,
    FREE_NOT_KEPT,
    FREE_PARTLY,
    KEPT,
    NOT_KEPT,
    OPEN,
    PARTLY,
    Timeline,
)
from selfcare_app.services.workspace import Workspace

_KEPT = frozenset((KEPT, FREE_KEPT))
_ASKED = frozenset((PARTLY, FREE_PARTLY, NOT_KEPT, FREE_NOT_KEPT, OPEN))


class DayCount(NamedTuple):
    """How a day stands; habits asked by week, month or window count only once they are kept."""

    planned: int
    kept: int
    logged: bool
    """Whether anything at all was said."""

    @property
    def complete(self) -> bool:
        """Whether all that was planned was kept."""
        return 0 < self.planned == self.kept


def month_counts(workspace: Workspace, first: date, last: date) -> dict[date, DayCount]:
    """A count for each of the days `first` to `last`, both included.

    It reads marks from the figures at hand, which a window with the Today page has already.
    """
    size = (last - first).days + 1
    planned, kept = [0] * size, [0] * size
    for timeline in _timelines(workspace, workspace.records.habits()):
        by_day = isinstance(timeline.habit.schedule, DaySchedule)
        for number in range(size):
            day = first.toordinal() + number
            mark = timeline.mark_on(day)
            if mark in _KEPT:
                planned[number] += 1
                kept[number] += 1
            elif by_day and day >= timeline.start and mark in _ASKED:
                planned[number] += 1
    logged = workspace.records.days_logged(first, last)
    days = [first + timedelta(days=number) for number in range(size)]
    return {
        day: DayCount(asked, done, day in logged)
        for day, asked, done in zip(days, planned, kept, strict=True)
    }


def _timelines(workspace: Workspace, habits: Iterable[Habit]) -> Iterable[Timeline]:
    return (workspace.statistics.of(habit).timeline for habit in habits)
