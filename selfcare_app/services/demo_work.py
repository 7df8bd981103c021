"""The work hours of the made-up year: a week's plan, days off, and how each day went.

Where the habit “Stopped at my time” was kept, the log has no late end.
"""

from collections.abc import Iterator, Mapping, Set
from datetime import date, timedelta, tzinfo
from random import Random

from selfcare_app.domain.instants import Moment, Span, instant_of, moment_at
from selfcare_app.domain.record import Record
from selfcare_app.domain.workhours import DayHours, Hours, Interval, WeekdayHours
from selfcare_app.domain.worklog import Activity, WorkLog

_NINE, _ONE, _TWO, _THREE, _SIX, _EIGHT = (hour * 60 for hour in (9, 13, 14, 15, 18, 20))
_FULL: Hours = (Interval(_NINE, _SIX),)
_WEEK: dict[int, Hours] = {
    1: _FULL,
    2: _FULL,
    3: (Interval(_NINE, _ONE), Interval(_TWO, _SIX)),
    4: _FULL,
    5: (Interval(_NINE, _THREE),),
    6: (),
    7: (),
}
_EVENING_GROUP: Hours = (Interval(_NINE, _EIGHT),)

_LATE_IF_OPEN = 0.55
"""How likely a day on which it is not known whether the boundary was kept ended late."""
_RECENT = 28
"""Days before today of which a picture of some weeks is drawn: on these all such ended late,
and none is forgotten."""
_FORGOTTEN = 0.03
"""How likely nobody knows when a day ended."""
_REASONS = ("notes", "notes", "notes", "client crisis", "client crisis", "admin", "a long call")


def made_up_work(
    today: date, first: date, away: Mapping[date, str], stopped: Set[date], zone: tzinfo
) -> Iterator[Record]:
    """The plan from `first` on, and the log of the days before `today`.

    `away` are days off that are known already, with their notes, and `stopped` days on which
    work was stopped in time.
    """
    for weekday, hours in _WEEK.items():
        yield WeekdayHours(weekday, first, hours)
    off = _days_off(today, away)
    yield from off.values()
    yield from _one_offs(today)
    random = Random("work")
    for number in range((today - first).days):
        day = first + timedelta(days=number)
        # Drawn for free days as well, so that the others do not depend on them.
        recent = (today - day).days <= _RECENT
        late = (random.random() < _LATE_IF_OPEN or recent) and day not in stopped
        forgotten = random.random() < _FORGOTTEN and not recent
        if _WEEK[day.isoweekday()] and day not in off and not forgotten:
            yield from _day(day, late, random, zone)


def _day(day: date, late: bool, random: Random, zone: tzinfo) -> Iterator[Record]:
    """What was seen and said of a day."""
    nine = moment_at(instant_of(day, _NINE, zone), zone)

    def at(minute: int) -> Moment:
        return Moment(nine.at + 60 * (minute - _NINE), nine.offset)

    end = _WEEK[day.isoweekday()][-1].end
    start = at(_NINE + random.randint(-16, 6))
    end += random.randrange(25, 95, 5) if late else random.randint(-22, 6)
    reasons = (random.choice(_REASONS),) if late and random.random() < 0.92 else ()
    lunch = Span(at(_ONE + random.randint(-8, 8)).at, at(_TWO - random.randint(8, 22)).at)
    yield Activity(day, start, at(end), (lunch,))
    yield WorkLog(day, done=at(end), reasons=reasons)


def _days_off(today: date, away: Mapping[date, str]) -> dict[date, DayHours]:
    """What was planned instead of work on days that are over."""
    found = {day: DayHours(day, (), note) for day, note in away.items()}
    monday = today - timedelta(days=today.weekday())
    for number in range(28, 23, -1):
        leave = monday - timedelta(days=number)
        found[leave] = DayHours(leave, (), "Autumn leave")
    unwell = monday - timedelta(days=11)
    found[unwell] = DayHours(unwell, (), "unwell")
    return found


def _one_offs(today: date) -> Iterator[DayHours]:
    """What is planned instead of the week on some days to come."""
    monday = today - timedelta(days=today.weekday())
    yield DayHours(monday + timedelta(days=10), _EVENING_GROUP, "evening group")
    yield DayHours(monday + timedelta(days=18), (), "training day")
    for number in range(9):
        yield DayHours(monday + timedelta(days=31 + number), (), "winter break")
