"""The reminders that the plan brings on a day, each with its moment, computed and never stored.

What was brought already is told by the day and name of each, so that nothing comes twice
whatever becomes of the clock, the zone or the plan.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from selfcare_app.domain.hold import Hold, HoldKind
from selfcare_app.domain.instants import instant_of, wall_clock
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.shift import Shift
from selfcare_app.domain.value import Value
from selfcare_app.domain.work_record import WorkRecord
from selfcare_app.domain.worklog import Activity, WorkLog

LONGEST_PAST_SECONDS = 6 * 60 * 60
"""So long after the end of the day reminders go on; then they have been heard."""
SESSION_BREAK_SECONDS = 15 * 60
"""So long after a session a word about a break makes sense."""
STILL_SECONDS = 60 * 60
"""So long without a sign of the person inside work hours, they are asked whether they still
work; a session of the usual length is over by then."""
DAY_OFF_SECONDS = 10 * 60
"""So long somebody may look something up on a day off."""


class NoticeKind(StrEnum):
    """What a reminder is about; a later one outranks those before it."""

    HABIT = "habit"
    STILL = "still"
    START = "start"
    BREAK = "break"
    BEFORE_END = "before_end"
    DAY_OFF = "day_off"
    END = "end"
    PAST_END = "past_end"


RANK = {kind: number for number, kind in enumerate(NoticeKind)}
OF_THE_END = (NoticeKind.BEFORE_END, NoticeKind.END, NoticeKind.PAST_END)
"""The stages of the day's end, which can be snoozed."""


class Rules(Value):
    """What a person chose about reminders; lengths in minutes, 0 for none.

    `before` the end, `every` so often past it; `snoozes` and `nudges` of one habit are at
    most so many a day. Reminders of habits keep `quiet` from the first minute of the day to
    the second, over midnight where that is the smaller. `day_start_hour` is 0–6.
    """

    before: int = 30
    every: int = 20
    snoozes: int = 3
    nudges: int = 1
    starts: bool = False
    breaks: bool = False
    quiet: tuple[int, int] = (0, 0)
    day_start_hour: int = 3


class Notice(Value):
    """One reminder: `name` tells it from the others of its `day`. It is due at the instant
    `at`, and makes sense until `until`."""

    day: date
    name: str
    kind: NoticeKind
    at: int
    until: int
    habit_id: str | None = None
    end: int | None = None
    """The planned end of the day that it is about, as an instant."""
    asked: bool = False
    """Whether the person asked for it to come again."""


class Fired(WorkRecord):
    """That a reminder is done with, at the instant `at`: `shown`, or logged as passed by."""

    day: date
    name: str
    at: int
    shown: bool

    @property
    def key(self) -> tuple[object, ...]:
        """One a reminder."""
        return Fired, self.day, self.name


def planned_notices(shift: Shift, rules: Rules, day_end: int) -> list[Notice]:
    """What the plan alone brings: the start, breaks, before the end and the end.

    None comes before its day starts: in a day shorter than `rules.before`, that one comes at
    its start.
    """
    day, found = shift.day, []
    if rules.starts:
        until = shift.spans[0].end
        found.append(Notice(day, "start", NoticeKind.START, shift.start, until, end=shift.end))
    if rules.breaks:
        gaps = zip(shift.spans, shift.spans[1:], strict=False)
        found += [
            Notice(day, f"break:{number}", NoticeKind.BREAK, one.end, other.start, end=shift.end)
            for number, (one, other) in enumerate(gaps, start=1)
            if one.end < other.start
        ]
    if rules.before:
        at = max(shift.end - rules.before * 60, shift.start)
        found.append(Notice(day, "before_end", NoticeKind.BEFORE_END, at, shift.end, end=shift.end))
    end_until = max(day_end, shift.end + 1)
    found.append(Notice(day, "end", NoticeKind.END, shift.end, end_until, end=shift.end))
    return found


def notices_past_end(shift: Shift, rules: Rules, day_end: int, now: int) -> list[Notice]:
    """Those past the end that have come by `now`, each making sense until the next."""
    if not rules.every:
        return []
    step = rules.every * 60
    latest = min(now, day_end - 1, shift.end + LONGEST_PAST_SECONDS)
    return [
        Notice(
            shift.day,
            f"past_end:{number}",
            NoticeKind.PAST_END,
            shift.end + number * step,
            shift.end + (number + 1) * step,
            end=shift.end,
        )
        for number in range(1, (latest - shift.end) // step + 1)
    ]


def snoozed_notices(shift: Shift, log: WorkLog, rules: Rules, day_end: int) -> list[Notice]:
    """What comes back after each snooze, as the stage that it is then."""
    found = []
    for number, at in enumerate(log.snoozed, start=1):
        kind, until = NoticeKind.PAST_END, max(day_end, at + 1)
        if at < shift.end:
            kind, until = NoticeKind.BEFORE_END, shift.end
        elif at < shift.end + (rules.every or 20) * 60:
            kind = NoticeKind.END
        found.append(Notice(shift.day, f"snooze:{number}", kind, at, until, end=shift.end))
    return found


def session_breaks(shift: Shift, holds: Iterable[Hold], rules: Rules) -> list[Notice]:
    """A word about a break after each session that ended inside work hours."""
    if not rules.breaks:
        return []
    return [
        Notice(
            shift.day,
            f"break:{hold.id}",
            NoticeKind.BREAK,
            hold.until.at,
            hold.until.at + SESSION_BREAK_SECONDS,
            end=shift.end,
        )
        for hold in holds
        if hold.kind is HoldKind.SESSION
        and any(span.start <= hold.until.at < span.end for span in shift.spans)
    ]


def still_notices(shift: Shift, activity: Activity) -> list[Notice]:
    """The question to somebody who has touched nothing for long inside work hours; one for each
    such time, told apart by when it began."""
    last = activity.last.at
    at = last + STILL_SECONDS
    return [
        Notice(shift.day, f"still:{last}", NoticeKind.STILL, at, span.end, end=shift.end)
        for span in shift.spans
        if span.start <= last and at < span.end
    ]


def day_off_notice(activity: Activity, day_end: int) -> Notice:
    """The one word about working on a day off."""
    at = activity.first.at + DAY_OFF_SECONDS
    return Notice(activity.day, "day_off", NoticeKind.DAY_OFF, at, max(day_end, at + 1))


def habit_notices(day: date, reminders: Iterable[Reminder], zone: tzinfo) -> list[Notice]:
    """The reminders of habits on the calendar date `day`; they make sense until midnight."""
    midnight = instant_of(day, 24 * 60, zone)
    return [
        Notice(
            day,
            f"habit:{reminder.id}",
            NoticeKind.HABIT,
            instant_of(day, reminder.minute, zone),
            midnight,
            reminder.habit_id,
        )
        for reminder in reminders
        if day.isoweekday() in reminder.weekdays
    ]


def later_notice(habit_id: str, at: int, zone: tzinfo) -> Notice:
    """The reminder of a habit that the person put off until `at`; it makes sense until midnight."""
    day = wall_clock(at, zone).date()
    midnight = instant_of(day, 24 * 60, zone)
    name = f"later:{habit_id}:{at}"
    return Notice(day, name, NoticeKind.HABIT, at, midnight, habit_id, asked=True)


def in_quiet_hours(minute: int, quiet: tuple[int, int]) -> bool:
    """Whether `minute` of the day lies in `quiet`, half-open and perhaps over midnight; two
    equal minutes are no quiet hours."""
    first, last = quiet
    return first <= minute < last if first <= last else minute >= first or minute < last


def next_wall_time(now: datetime, minute: int) -> datetime:
    """The first moment after `now`, by the wall clock, at which it is `minute` of the day."""
    found = datetime.combine(now.date(), time()) + timedelta(minutes=minute)
    return found if found > now.replace(tzinfo=None) else found + timedelta(days=1)
