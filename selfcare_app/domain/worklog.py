"""The log of the work day: what the computer saw, what the person said, what follows from both.

The person's word stands before what was seen. Asleep and away are no overrun, and being
away inside work hours does not end the day.
"""

from datetime import date, timedelta, timezone, tzinfo

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import check_text
from selfcare_app.domain.instants import Moment, Span, moment_at, seconds_of, within, without
from selfcare_app.domain.shift import Shift, shift_of
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.words import tr
from selfcare_app.domain.work_record import WorkRecord
from selfcare_app.domain.workhours import PlannedDay

AWAY_SECONDS = 5 * 60
"""A shorter time without a sign of the person is no break."""
ON_TIME_MINUTES = 10
"""At most so much overrun is on time, unless the person chose otherwise."""
MOST_REASONS = 50


class Activity(WorkRecord):
    """What the computer saw on `day`: the first and the last sign of the person, and the times
    between in which there was none: asleep, locked, idle or off."""

    day: date
    first: Moment
    last: Moment
    away: tuple[Span, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """One a day."""
        return Activity, self.day


class WorkLog(WorkRecord):
    """What the person said of `day`.

    `start` and `end` are corrections by hand, `done` is when they were done for today,
    `snoozed` the instants until which reminders were put off, `steps` what of their closing
    steps they ticked, and `tomorrow` what they left for the next work day.
    """

    day: date
    start: Moment | None = None
    end: Moment | None = None
    done: Moment | None = None
    reasons: tuple[str, ...] = ()
    snoozed: tuple[int, ...] = ()
    steps: tuple[str, ...] = ()
    tomorrow: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """One a day."""
        return WorkLog, self.day

    @property
    def empty(self) -> bool:
        """Whether nothing is said, so that there is nothing to keep."""
        return self == WorkLog(self.day)

    @property
    def tells_of_work(self) -> bool:
        """Whether it says when there was work."""
        return not (self.start is None and self.end is None and self.done is None)


class WorkedDay(Value):
    """A day as planned and as it was; None is not known. Lengths are whole minutes."""

    planned: PlannedDay
    planned_minutes: int | None
    start: Moment | None
    end: Moment | None
    overrun: int | None
    on_time: bool | None
    break_minutes: int
    sessions: int
    session_minutes: int
    reasons: tuple[str, ...]


def seen(activity: Activity | None, day: date, moment: Moment) -> Activity:
    """`activity` of `day` with a sign of the person at `moment`.

    A clock that was set back takes nothing away from what was seen before.
    """
    if activity is None:
        return Activity(day, moment, moment)
    if moment.at <= activity.last.at:
        return activity
    away = activity.away
    if moment.at - activity.last.at > AWAY_SECONDS:
        away = (*away, Span(activity.last.at, moment.at))
    return replace(activity, last=moment, away=away)


def checked_log(log: WorkLog) -> WorkLog:
    """`log` if it can be kept; raises BadInput where it ends before it starts, or a text or
    the number of reasons is out of bounds."""
    if log.start is not None and log.end is not None and log.end.at <= log.start.at:
        raise BadInput(tr("A work day must end after it starts."))
    if len(log.reasons) > MOST_REASONS:
        raise BadInput(tr("A day can have up to {most} reasons.", most=MOST_REASONS))
    for text in (*log.reasons, *log.steps, log.tomorrow):
        check_text(text)
    return log


def with_reason(log: WorkLog, reason: str) -> WorkLog:
    """`log` with `reason`, cleaned and kept once; raises BadInput where nothing is said."""
    text = " ".join(reason.split())
    if not text:
        raise BadInput(tr("Say the reason in a word or two."))
    return log if text in log.reasons else replace(log, reasons=(*log.reasons, text))


def worked_day(
    planned: PlannedDay,
    log: WorkLog,
    activity: Activity | None,
    sessions: tuple[Span, ...],
    zone: tzinfo,
    *,
    over: bool,
    tolerance: int = ON_TIME_MINUTES,
) -> WorkedDay:
    """The day's numbers.

    It ended where the person said, else when they were done, else, once it is `over`, at the
    last sign of them. Overrun is real time between the planned and the actual end, without
    what they were away, never negative; it is on time up to `tolerance` minutes. `sessions`
    are time in session, in which no sign of the person is no absence.
    """
    start = log.start or (activity.first if activity else None)
    end = log.end or log.done or (activity.last if activity and over else None)
    shift = shift_of(planned.day, planned.hours, zone_lived_in(start, end, zone))
    away = without(activity.away if activity else (), sessions)
    worked = Span(start.at, end.at) if start and end else Span(0, 0)
    overrun = _overrun(shift, end, [] if log.end else away)
    return WorkedDay(
        planned=planned,
        planned_minutes=_planned_minutes(planned, shift),
        start=start,
        end=end,
        overrun=overrun,
        on_time=None if overrun is None else overrun <= tolerance,
        break_minutes=seconds_of(within(away, worked)) // 60,
        sessions=len(sessions),
        session_minutes=seconds_of(sessions) // 60,
        reasons=log.reasons,
    )


def zone_lived_in(start: Moment | None, end: Moment | None, zone: tzinfo) -> tzinfo:
    """`zone`, unless the day was lived with another offset: then the one it ended with."""
    last = end or start
    if last is None or moment_at(last.at, zone).offset == last.offset:
        return zone
    return timezone(timedelta(minutes=last.offset))


def _planned_minutes(planned: PlannedDay, shift: Shift | None) -> int | None:
    if shift is not None:
        return shift.minutes
    return None if planned.hours is None else 0


def _overrun(shift: Shift | None, end: Moment | None, away: list[Span]) -> int | None:
    if shift is None or end is None:
        return None
    return seconds_of(without([Span(shift.end, end.at)], away)) // 60
