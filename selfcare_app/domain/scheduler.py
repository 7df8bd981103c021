"""Which reminders are due now: a pure function of clock, zone, plan and what was brought already.

No countdown is kept. At each tick everything is computed anew, so a change of the hours, the
zone or the clock is in force at once, and sleep is nothing but a long time between two ticks.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta, tzinfo
from types import MappingProxyType

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.hold import Hold
from selfcare_app.domain.instants import wall_clock
from selfcare_app.domain.notice import (
    OF_THE_END,
    RANK,
    Notice,
    NoticeKind,
    Rules,
    day_off_notice,
    habit_notices,
    in_quiet_hours,
    later_notice,
    notices_past_end,
    planned_notices,
    session_breaks,
    snoozed_notices,
    still_notices,
)
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.shift import Shift, day_end, shift_of
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import WorkPlan
from selfcare_app.domain.worklog import Activity, WorkLog

TICK_SECONDS = 30
"""The most time between two looks at the clock while the computer is awake."""
GAP_SECONDS = 90
"""More than this between two ticks: the computer slept or its clock was set."""
LATE_SECONDS = 60
"""A reminder later than this is late: of several, one is brought."""
LONGEST_LOOK_BACK = 400 * 24 * 60 * 60
"""Beyond it, nobody wants to know which reminders passed by while the program was off."""
SNOOZE_MINUTES = (5, 15, 30)


class Situation(Value):
    """What is known at a tick, instants in seconds of UTC.

    `last_tick` is None at the very first. `active` is whether somebody is at the computer,
    True where that is unknown. `open_habits` are those that today still waits for: not
    done, rested or paused. `fired` names the reminders that are done with by day and name.
    """

    now: int
    last_tick: int | None = None
    active: bool = True
    fired: frozenset[tuple[date, str]] = frozenset()
    shown: frozenset[tuple[date, str]] = frozenset()
    """Those of `fired` that the person saw."""
    logs: Mapping[date, WorkLog] = MappingProxyType({})
    activity: Mapping[date, Activity] = MappingProxyType({})
    holds: tuple[Hold, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    laters: tuple[tuple[str, int], ...] = ()
    """Habits that the person wants to be reminded of again, by id, each with its instant."""
    open_habits: frozenset[str] = frozenset()

    @property
    def slept_from(self) -> int | None:
        """The tick before a sleep that just ended, 0 for a program that just started; None
        where there was none."""
        last = self.last_tick or 0
        return last if self.now - last > GAP_SECONDS else None


class Due(Value):
    """What to bring now, and what passed by and is only logged."""

    show: tuple[Notice, ...] = ()
    passed: tuple[Notice, ...] = ()
    late: bool = False
    """Whether it is brought later than planned, such as after a sleep: quietly."""


def due(plan: WorkPlan, zone: tzinfo, rules: Rules, situation: Situation) -> Due:
    """What is due at `situation.now`.

    Each reminder is brought at most once and never before its time. Those that are held
    back, in session, while paused or snoozed, stay due. Where several have become late, the
    newest of the highest rank is brought and the others are passed.
    """
    waiting, passed = [], []
    nudged = _nudges_so_far(situation)
    for notice in _unfired(plan, zone, rules, situation):
        if _pointless(notice, plan, zone, rules, situation):
            passed.append(notice)
        elif not _held(notice, situation):
            waiting.append(notice)
    waiting.sort(key=lambda notice: notice.at)
    ready = []
    for notice in waiting:
        if notice.habit_id is not None and not notice.asked:
            nudge = (notice.day, notice.habit_id)
            if nudged.get(nudge, 0) >= rules.nudges:
                passed.append(notice)
                continue
            nudged[nudge] = nudged.get(nudge, 0) + 1
        ready.append(notice)
    if not any(_late(notice, situation.now) for notice in ready):
        return Due(tuple(ready), tuple(passed))
    best = max(ready, key=lambda notice: (RANK[notice.kind], notice.at))
    passed += [notice for notice in ready if notice is not best]
    return Due((best,), tuple(passed), late=_late(best, situation.now))


def preview(plan: WorkPlan, zone: tzinfo, rules: Rules, first: date, last: date) -> list[Notice]:
    """Every reminder that the plan alone brings on the days `first` to `last`, in order."""
    found: list[Notice] = []
    for number in range((last - first).days + 1):
        found += _planned(plan, zone, rules, first + timedelta(days=number))
    return sorted(found, key=lambda notice: (notice.at, RANK[notice.kind]))


def snoozed(log: WorkLog, now: int, minutes: int, rules: Rules) -> WorkLog:
    """`log` with its reminders put off for `minutes`, one of `SNOOZE_MINUTES`.

    Raises BadInput once that was done `rules.snoozes` times for its day, which for an
    overnight shift does not end at midnight.
    """
    if minutes not in SNOOZE_MINUTES:
        raise BadInput(tr("A reminder can be put off for 5, 15 or 30 minutes."))
    if len(log.snoozed) >= rules.snoozes:
        raise BadInput(
            tr(
                "That was {count} times today; wrap up, or work on with a reason.",
                count=len(log.snoozed),
            )
        )
    return replace(log, snoozed=(*log.snoozed, now + minutes * 60))


def next_of_the_end(shift: Shift, log: WorkLog, rules: Rules, day_end: int, now: int) -> int | None:
    """The instant after `now` at which the next word about the end of `shift` is due; None
    where none will come, such as once the person is done."""
    if _ended(log, now):
        return None
    put_off = [until for until in log.snoozed if until > now]
    if put_off:
        return max(put_off)
    coming = planned_notices(shift, rules, day_end)
    coming += notices_past_end(shift, rules, day_end, max(now, shift.end) + rules.every * 60)
    return min(
        (each.at for each in coming if each.kind in OF_THE_END and each.at > now), default=None
    )


def _planned(plan: WorkPlan, zone: tzinfo, rules: Rules, day: date) -> list[Notice]:
    shift = shift_of(day, plan.on(day).hours, zone)
    if shift is None:
        return []
    return planned_notices(shift, rules, day_end(plan, day, zone, rules.day_start_hour))


def _unfired(plan: WorkPlan, zone: tzinfo, rules: Rules, situation: Situation) -> Iterable[Notice]:
    """Whatever has come and is not done with; what made no sense any more at the last tick
    was done with then, or lies before there was anyone to bring it."""
    now = situation.now
    since = now if situation.last_tick is None else min(situation.last_tick, now)
    since = max(since, now - LONGEST_LOOK_BACK)
    day = wall_clock(since, zone).date() - timedelta(days=2)
    last = wall_clock(now, zone).date() + timedelta(days=1)
    while day <= last:
        for notice in _of_day(plan, zone, rules, situation, day):
            waits = notice.at <= now and notice.until > since
            if waits and (notice.day, notice.name) not in situation.fired:
                yield notice
        day += timedelta(days=1)


def _of_day(
    plan: WorkPlan, zone: tzinfo, rules: Rules, situation: Situation, day: date
) -> list[Notice]:
    planned = plan.on(day)
    over = day_end(plan, day, zone, rules.day_start_hour)
    open_reminders = [
        each for each in situation.reminders if each.habit_id in situation.open_habits
    ]
    found = habit_notices(day, open_reminders, zone)
    laters = [later_notice(*each, zone) for each in situation.laters]
    found += [each for each in laters if each.day == day and each.habit_id in situation.open_habits]
    shift = shift_of(day, planned.hours, zone)
    if shift is not None:
        log = situation.logs.get(day) or WorkLog(day)
        found += planned_notices(shift, rules, over)
        found += notices_past_end(shift, rules, over, situation.now)
        found += snoozed_notices(shift, log, rules, over)
        found += session_breaks(shift, situation.holds, rules)
        if day in situation.activity:
            found += still_notices(shift, situation.activity[day])
    elif planned.chosen_off and day in situation.activity:
        found.append(day_off_notice(situation.activity[day], over))
    return found


def _pointless(
    notice: Notice, plan: WorkPlan, zone: tzinfo, rules: Rules, situation: Situation
) -> bool:
    """Whether `notice` has lost its sense: too late, done for today, asleep or quiet then."""
    if notice.until <= situation.now:
        return True
    if notice.kind is NoticeKind.HABIT:
        wall = wall_clock(notice.at, zone)
        quiet = in_quiet_hours(wall.hour * 60 + wall.minute, rules.quiet)
        return quiet or _done_for_today(plan, zone, rules, situation)
    log = situation.logs.get(notice.day)
    if log is not None and _ended(log, situation.now):
        return True
    slept = situation.slept_from is not None and notice.at > situation.slept_from
    if notice.kind is NoticeKind.STILL:
        return slept or situation.active
    return notice.kind is NoticeKind.PAST_END and (slept or not situation.active)


def _ended(log: WorkLog, now: int) -> bool:
    """Whether the person said that the day is over."""
    return log.done is not None or (log.end is not None and log.end.at <= now)


def _done_for_today(plan: WorkPlan, zone: tzinfo, rules: Rules, situation: Situation) -> bool:
    return any(
        log.done is not None
        and log.done.at <= situation.now < day_end(plan, day, zone, rules.day_start_hour)
        for day, log in situation.logs.items()
    )


def _held(notice: Notice, situation: Situation) -> bool:
    if any(hold.holds(situation.now) for hold in situation.holds):
        return True
    log = situation.logs.get(notice.day)
    return (
        notice.kind in OF_THE_END
        and log is not None
        and any(until > situation.now for until in log.snoozed)
    )


def _nudges_so_far(situation: Situation) -> dict[tuple[date, str | None], int]:
    """How often each habit was brought to mind, by day."""
    habit_of = {f"habit:{each.id}": each.habit_id for each in situation.reminders}
    found: dict[tuple[date, str | None], int] = {}
    for day, name in situation.shown:
        if name in habit_of:
            key = (day, habit_of[name])
            found[key] = found.get(key, 0) + 1
    return found


def _late(notice: Notice, now: int) -> bool:
    return now - notice.at > LATE_SECONDS
