"""Work hours: intervals of a day, as planned by the week and for single days.

A plan is made of small statements, each with a day from which it counts, so that the log
can always be held against the plan that was valid then.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import check_text
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.domain.work_record import WorkRecord

MINUTES_A_DAY = 24 * 60


class Interval(Value):
    """Planned work from `start` up to, not including, `end`: minutes of the wall clock after
    the midnight with which its day begins. `end` lies less than a day after `start`, and
    beyond 1440 where it is on the next day."""

    start: int
    end: int

    def _check(self) -> None:
        fits = 0 <= self.start < MINUTES_A_DAY and 0 < self.end - self.start < MINUTES_A_DAY
        if not fits:
            raise ValueError(f"There is no interval from {self.start} to {self.end}")


Hours = tuple[Interval, ...]
"""The intervals of one day: in order, none overlapping another; none at all is a free day."""


class WeekdayHours(WorkRecord):
    """What is planned on the ISO weekday `weekday` (1 Monday – 7 Sunday) from the day `first`
    on, until another statement about that weekday begins."""

    weekday: int
    first: date
    hours: Hours = ()

    @property
    def key(self) -> tuple[object, ...]:
        """One statement a weekday and first day."""
        return WeekdayHours, self.weekday, self.first


class DayHours(WorkRecord):
    """What is planned on one `day` in place of what the week says; no hours is a day off."""

    day: date
    hours: Hours = ()
    note: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """One statement a day."""
        return DayHours, self.day


class PlannedDay(Value):
    """A day of the plan. `hours` are None where nothing was ever planned for that time.

    `chosen_off` is for days off of their own, holidays among them; a free weekday is none.
    """

    day: date
    hours: Hours | None = None
    note: str = ""
    chosen_off: bool = False

    @property
    def off(self) -> bool:
        """Whether the plan says that there is no work."""
        return self.hours == ()


class WorkPlan:
    """Everything that is planned, asked day by day."""

    def __init__(
        self,
        weeks: Iterable[WeekdayHours] = (),
        days: Iterable[DayHours] = (),
        holidays: Mapping[date, str] | None = None,
    ) -> None:
        """`holidays` are names by day; what is said of a day itself goes before them."""
        self._weeks: dict[int, list[WeekdayHours]] = {}
        for statement in sorted(weeks, key=lambda each: each.first):
            self._weeks.setdefault(statement.weekday, []).append(statement)
        self._begins = min((each[0].first for each in self._weeks.values()), default=None)
        self._days = {statement.day: statement for statement in days}
        # Not “or”: one that works out its years as they are asked for begins empty.
        self._holidays = {} if holidays is None else holidays

    def on(self, day: date) -> PlannedDay:
        """What is planned on `day`: its own statement, else a holiday, else the week's."""
        own = self._days.get(day)
        if own is not None:
            return PlannedDay(day, own.hours, own.note, chosen_off=not own.hours)
        hours = self.of_week(day.isoweekday(), day)
        if hours and day in self._holidays:
            return PlannedDay(day, (), self._holidays[day], chosen_off=True)
        return PlannedDay(day, hours)

    def of_week(self, weekday: int, day: date) -> Hours | None:
        """What the weekly plan that is valid on `day` says of the ISO weekday `weekday`: none
        for a weekday of which it says nothing, None where there is no plan yet."""
        if self._begins is None or day < self._begins:
            return None
        valid = [each for each in self._weeks.get(weekday, ()) if each.first <= day]
        return valid[-1].hours if valid else ()

    def next_week_after(self, day: date) -> date | None:
        """The first day after `day` from which the weekly plan says something new; None where
        it stays as it is."""
        later = [each.first for found in self._weeks.values() for each in found if each.first > day]
        return min(later, default=None)

    def __bool__(self) -> bool:
        """Whether anything is planned at all."""
        return bool(self._weeks or self._days)


def joined(intervals: Iterable[Interval]) -> tuple[Hours, bool]:
    """`intervals` in order, overlapping ones as one, and whether there were any such.

    Those that only touch stay apart. Raises BadInput where one becomes longer than a day.
    """
    typed = sorted(intervals, key=lambda each: (each.start, each.end))
    kept: list[Interval] = []
    for interval in typed:
        if kept and interval.start < kept[-1].end:
            start, end = kept[-1].start, max(kept[-1].end, interval.end)
            if end - start >= MINUTES_A_DAY:
                raise BadInput(tr("Work hours without a gap must be shorter than a whole day."))
            kept[-1] = Interval(start, end)
        else:
            kept.append(interval)
    return tuple(kept), len(kept) < len(typed)


def checked_day_hours(statement: DayHours) -> DayHours:
    """`statement` if its note can be kept; raises BadInput otherwise."""
    check_text(statement.note)
    return statement
