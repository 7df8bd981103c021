"""The work day as it stands at this moment: what is planned, how far it is, what holds it."""

from datetime import date, timedelta
from enum import StrEnum

from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.instants import Moment, moment_at
from selfcare_app.domain.scheduler import next_of_the_end
from selfcare_app.domain.shift import Shift
from selfcare_app.domain.value import Value
from selfcare_app.domain.workhours import PlannedDay
from selfcare_app.services.work_reading import WorkReading

LOOKED_AHEAD_DAYS = 60
"""So far ahead the next work day is looked for."""


class Stage(StrEnum):
    """Where in its work day a moment lies."""

    FREE = "free"
    """No work is planned, or nothing at all."""
    BEFORE = "before"
    """Work has not begun yet."""
    AT_WORK = "at_work"
    LAST_MINUTES = "last_minutes"
    """The first word about the end is due: time to wrap up."""
    PAST = "past"
    DONE = "done"
    """The person said that the day is over."""


class WorkNow(Value):
    """The work day `day` at the moment `now`.

    `session` and `pause` are when those that run will be over, `done` when the person ended
    the day, `next_word` the instant of the next reminder of the end, `next_start` when work
    begins the next time after today.
    """

    day: date
    now: Moment
    planned: PlannedDay
    shift: Shift | None = None
    start: Moment | None = None
    """When `shift` begins."""
    end: Moment | None = None
    """When `shift` ends."""
    done: Moment | None = None
    session: Moment | None = None
    pause: Moment | None = None
    snoozes_left: int = 0
    next_word: Moment | None = None
    next_start: Moment | None = None
    last_minutes: int = 0
    """How many minutes before the end the first word comes; 0 where none does."""
    left: str = ""
    """What was left for today when the work day before it was wrapped up."""

    @property
    def stage(self) -> Stage:
        """Where in the work day it is now."""
        if self.done is not None:
            return Stage.DONE
        if self.shift is None:
            return Stage.FREE
        if self.now.at < self.shift.start:
            return Stage.BEFORE
        if self.now.at >= self.shift.end:
            return Stage.PAST
        wrapping = self.now.at >= self.shift.end - self.last_minutes * 60
        return Stage.LAST_MINUTES if wrapping else Stage.AT_WORK

    @property
    def minutes_left(self) -> int:
        """Minutes until the end, begun ones in full; 0 where there is no end or it is over."""
        return 0 if self.shift is None else max(0, -((self.now.at - self.shift.end) // 60))

    @property
    def minutes_past(self) -> int:
        """Whole minutes since the end; 0 where there is no end or it is yet to come."""
        return 0 if self.shift is None else max(0, (self.now.at - self.shift.end) // 60)


def work_now(work: WorkReading) -> WorkNow:
    """How the work day stands."""
    day, now, rules = work.today(), work.moment(), work.rules()
    log, shift, zone = work.log(day), work.shift(day), work.zone()
    until = {hold.kind: hold.until for hold in work.holds()}
    ended_by_hand = log.end if log.end is not None and log.end.at <= now.at else None
    coming = None
    if shift is not None:
        coming = next_of_the_end(shift, log, rules, work.end_of(day), now.at)
    return WorkNow(
        day=day,
        now=now,
        planned=work.plan().on(day),
        shift=shift,
        start=None if shift is None else moment_at(shift.start, zone),
        end=None if shift is None else moment_at(shift.end, zone),
        done=log.done or ended_by_hand,
        session=until.get(HoldKind.SESSION),
        pause=until.get(HoldKind.PAUSE),
        snoozes_left=max(0, rules.snoozes - len(log.snoozed)),
        next_word=None if coming is None else moment_at(coming, zone),
        next_start=next_start(work, day),
        last_minutes=rules.before,
        left=work.left_for(day),
    )


def next_start(work: WorkReading, day: date) -> Moment | None:
    """When work begins the next time after `day`; None where none is planned for weeks."""
    for number in range(1, LOOKED_AHEAD_DAYS + 1):
        shift = work.shift(day + timedelta(days=number))
        if shift is not None:
            return moment_at(shift.start, work.zone())
    return None
