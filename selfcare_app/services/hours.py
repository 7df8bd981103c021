"""How the work days of some weeks went: as planned, as they were, and what that comes to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property

from selfcare_app.domain.days import iso_weekday_of, week_start_of
from selfcare_app.domain.instants import Moment
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.workhours import Hours
from selfcare_app.domain.worklog import WorkedDay
from selfcare_app.services.work_days import WorkDays
from selfcare_app.services.workspace import Workspace

WEEKS = (4, 8, 12, 26)
"""How many weeks can be looked at together."""
FEWEST_DAYS = 14
"""Work days with a known end below which it is too early to say anything."""


class OverrunWeek(Value):
    """A week's work: `days` with a known end, those on time, and minutes past the boundary."""

    begin: date
    days: int
    on_time: int
    overrun: int


def overrun_weeks(days: Iterable[WorkedDay], first_weekday: int) -> list[OverrunWeek]:
    """The weeks with a work day whose end is known, oldest first; `days` are in order."""
    weeks: dict[int, list[WorkedDay]] = {}
    for worked in days:
        if worked.overrun is not None:
            begin = week_start_of(worked.planned.day.toordinal(), first_weekday)
            weeks.setdefault(begin, []).append(worked)
    return [
        OverrunWeek(
            date.fromordinal(begin),
            len(found),
            sum(bool(worked.on_time) for worked in found),
            sum(worked.overrun or 0 for worked in found),
        )
        for begin, found in weeks.items()
    ]


class WorkDay(Value):
    """A day as planned and as it was, with what the week plans on `usual` days like it.

    Times are minutes of the wall clock after the midnight with which the day begins; beyond
    1440 they are on the next day.
    """

    worked: WorkedDay
    usual: Hours
    unplanned: bool = False
    """Whether the person says that there was work though none was planned; that a computer was
    used on a free day says nothing."""

    @property
    def day(self) -> date:
        """The day."""
        return self.worked.planned.day

    @property
    def note(self) -> str:
        """What was said of the day when it was planned."""
        return self.worked.planned.note

    @property
    def off(self) -> bool:
        """Whether it is a day off that would else have had work."""
        return self.worked.planned.chosen_off and bool(self.usual)

    @property
    def known(self) -> bool:
        """Whether it is known how it stands to its planned end."""
        return self.worked.overrun is not None

    @property
    def unknown(self) -> bool:
        """Whether work was planned, but nobody knows when it ended."""
        return bool(self.worked.planned.hours) and not self.known

    @property
    def late(self) -> bool:
        """Whether it ended past its planned end by more than is on time."""
        return self.worked.on_time is False

    @property
    def tells(self) -> bool:
        """Whether there is anything to say of it."""
        return self.off or self.known or self.unknown or self.unplanned

    @property
    def planned(self) -> tuple[int, int] | None:
        """From the first planned start to the last planned end."""
        return _bounds(self.worked.planned.hours or ())

    @property
    def usually(self) -> tuple[int, int] | None:
        """From the first start to the last end of what the week plans on such a day."""
        return _bounds(self.usual)

    @property
    def started(self) -> int | None:
        """When work started; None where nobody knows, or there was none."""
        return self._minute(self.worked.start)

    @property
    def ended(self) -> int | None:
        """When work ended; None where nobody knows, or there was none."""
        end, start = self._minute(self.worked.end), self.started
        # After a flight to the west, clocks may show less than they did at the start.
        return end if end is None or start is None else max(start, end)

    @property
    def past(self) -> tuple[int, int] | None:
        """From when to when it went past its planned end, as long as the overrun is: time away
        in between is left out. None for a day that is not late."""
        planned, ended = self.planned, self.ended
        if planned is None or ended is None or not self.late:
            return None
        end = max(ended, planned[1])
        return max(planned[1], end - (self.worked.overrun or 0)), end

    def _minute(self, moment: Moment | None) -> int | None:
        if moment is None or not (self.worked.planned.hours or self.unplanned):
            return None
        return (moment.wall - datetime.combine(self.day, time())) // timedelta(minutes=1)


def _bounds(hours: Hours) -> tuple[int, int] | None:
    return (hours[0].start, max(each.end for each in hours)) if hours else None


class WeekdayOverrun(Value):
    """The days with a known end on one ISO weekday, and their minutes past the boundary."""

    weekday: int
    days: int
    minutes: int

    @property
    def average(self) -> float:
        """Minutes past the boundary a day; 0 where there are no days."""
        return self.minutes / self.days if self.days else 0.0


class WorkWeeks(Value):
    """The work days from the first day of a week on; weeks start on ISO weekday
    `first_weekday`. The last week may not be over yet."""

    days: Sequence[WorkDay]
    first_weekday: int

    @cached_property
    def known(self) -> Sequence[WorkDay]:
        """The days of which it is known how they stand to their planned end."""
        return [day for day in self.days if day.known]

    @property
    def on_time(self) -> int:
        """How many of the known ones ended on time."""
        return sum(not day.late for day in self.known)

    @property
    def late(self) -> Sequence[WorkDay]:
        """The days that did not end on time, oldest first."""
        return [day for day in self.known if day.late]

    @property
    def off(self) -> int:
        """How many days off there were that would else have had work."""
        return sum(day.off for day in self.days)

    @property
    def unknown(self) -> int:
        """How many planned days there were whose end nobody knows."""
        return sum(day.unknown for day in self.days)

    @property
    def unplanned(self) -> int:
        """On how many days there was work though none was planned."""
        return sum(day.unplanned for day in self.days)

    @property
    def enough(self) -> bool:
        """Whether there are enough work days to say anything of them together."""
        return len(self.known) >= FEWEST_DAYS

    @cached_property
    def telling(self) -> Sequence[WorkDay]:
        """The days of which there is anything to say, oldest first."""
        return [day for day in self.days if day.tells]

    @cached_property
    def weekdays(self) -> Sequence[int]:
        """The ISO weekdays of those, in the order of the person's week."""
        found = {day.day.isoweekday() for day in self.telling}
        order = (iso_weekday_of(self.first_weekday + number) for number in range(7))
        return [weekday for weekday in order if weekday in found]

    @cached_property
    def weeks(self) -> Sequence[tuple[date, Sequence[WorkDay | None]]]:
        """The first day of each week with its days on `weekdays`; None for days to come."""
        by_day = {day.day.toordinal(): day for day in self.days}
        begins = range(min(by_day, default=0), max(by_day, default=-1) + 1, 7)
        places = [(weekday - self.first_weekday) % 7 for weekday in self.weekdays]
        return [
            (date.fromordinal(begin), [by_day.get(begin + place) for place in places])
            for begin in begins
        ]

    @cached_property
    def by_weekday(self) -> Sequence[WeekdayOverrun]:
        """The overrun on each of `weekdays`."""
        minutes: dict[int, list[int]] = {weekday: [] for weekday in self.weekdays}
        for day in self.known:
            minutes[day.day.isoweekday()].append(day.worked.overrun or 0)
        return [WeekdayOverrun(day, len(found), sum(found)) for day, found in minutes.items()]

    @cached_property
    def reasons(self) -> Sequence[tuple[str, int]]:
        """On how many days each reason was given, the most frequent first."""
        found = Counter(reason for day in self.days for reason in day.worked.reasons)
        return sorted(found.items(), key=lambda each: (-each[1], each[0].casefold()))

    @property
    def without_reason(self) -> int:
        """How many days that did not end on time have no reason."""
        return sum(not day.worked.reasons for day in self.late)


def last_weeks(workspace: Workspace, count: int) -> WorkWeeks:
    """The `count` weeks up to the last day that is over: today once it has ended, else
    yesterday. So a week that has only begun leaves its place to the one before."""
    work, first_weekday = workspace.work, workspace.settings.first_weekday()
    today = work.today()
    last = today if work.day(today).end is not None else today - timedelta(days=1)
    begin = week_start_of(last.toordinal(), first_weekday) - 7 * (count - 1)
    days = work.days(date.fromordinal(begin), last)
    return WorkWeeks([_told(work, worked) for worked in days], first_weekday)


def work_day(workspace: Workspace, day: date) -> WorkDay:
    """One `day` as planned and as it was."""
    return _told(workspace.work, workspace.work.day(day))


def seen_times(workspace: Workspace, day: date) -> WorkDay:
    """`day` as it would be without a correction by hand."""
    work = workspace.work
    return _told(work, work.day_with(replace(work.log(day), start=None, end=None)))


def _told(work: WorkDays, worked: WorkedDay) -> WorkDay:
    day, free = worked.planned.day, not worked.planned.hours
    unplanned = free and worked.end is not None and work.log(day).tells_of_work
    return WorkDay(worked, work.plan().of_week(day.isoweekday(), day) or (), unplanned)
