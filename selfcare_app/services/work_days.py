"""Work days: what is planned, how each day was, and what a person says of them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from selfcare_app.domain.days import check_loggable
from selfcare_app.domain.hold import Hold, HoldKind, checked_hold, checked_session_minutes
from selfcare_app.domain.instants import Moment, Span, instant_of, moment_at
from selfcare_app.domain.notice import Notice, Rules
from selfcare_app.domain.scheduler import preview, snoozed
from selfcare_app.domain.shift import Shift, day_end, day_of, shift_of
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import Interval, WorkPlan
from selfcare_app.domain.worklog import WorkedDay, WorkLog, with_reason, worked_day
from selfcare_app.services.history import Change
from selfcare_app.services.journal import Journal
from selfcare_app.services.records import Records
from selfcare_app.services.settings import Settings
from selfcare_app.services.work_options import WorkOptions
from selfcare_app.services.work_settings import ON_TIME, rules_of
from selfcare_app.services.zone import system_zone
from selfcare_app.store.tables import Tables

if TYPE_CHECKING:
    from selfcare_app.services.reminding import Reminding

SETTLED_DAYS = 14
"""How many of the latest days the log may still write into habits."""


class WorkDays:
    """Reads the plan and the log, and writes what is said of a work day."""

    def __init__(
        self,
        tables: Tables,
        journal: Journal,
        settings: Settings,
        records: Records,
        now: Callable[[], int],
        zone: Callable[[], tzinfo] = system_zone,
    ) -> None:
        """`now` tells the instant in seconds of UTC, `zone` the zone of the computer."""
        self._work = tables.work
        self.journal = journal
        self._settings = settings
        self._records = records
        self._now = now
        self.zone = zone
        self.options = WorkOptions(tables, journal)
        self._plan: WorkPlan | None = None
        journal.listen(self._on_change)

    @cached_property
    def reminding(self) -> "Reminding":
        """The reminders of a running program."""
        from selfcare_app.services.reminding import Reminding

        return Reminding(self._work, self.journal, self._records, self._settings, self)

    def plan(self) -> WorkPlan:
        """Everything that is planned."""
        if self._plan is None:
            weeks, days = self._work.weekday_hours.all(), self._work.day_hours.all()
            self._plan = WorkPlan(weeks, days, self.options.holidays())
        return self._plan

    def rules(self) -> Rules:
        """What was chosen about reminders."""
        return rules_of(self._settings)

    def moment(self) -> Moment:
        """Now, where the computer is."""
        return moment_at(self._now(), self.zone())

    def today(self) -> date:
        """The day that work belongs to now: an overnight shift lasts beyond midnight."""
        return day_of(self._now(), self.plan(), self.zone(), self.rules().day_start_hour)

    def end_of(self, day: date) -> int:
        """The instant from which on nothing belongs to `day` any more."""
        return day_end(self.plan(), day, self.zone(), self.rules().day_start_hour)

    def shift(self, day: date) -> Shift | None:
        """The planned hours of `day` as real time; None on a free day."""
        return shift_of(day, self.plan().on(day).hours, self.zone())

    def log(self, day: date) -> WorkLog:
        """What was said of `day`; an empty log where nothing was."""
        return self._work.logs.find(day) or WorkLog(day)

    def day(self, day: date) -> WorkedDay:
        """How `day` was planned and how it was."""
        return self._day_with(self.log(day))

    def days(self, first: date, last: date) -> list[WorkedDay]:
        """How the days `first` to `last` were, both included."""
        return [
            self.day(first + timedelta(days=number)) for number in range((last - first).days + 1)
        ]

    def preview(self, first: date, last: date) -> list[Notice]:
        """Every reminder that the plan will bring on the days `first` to `last`."""
        return preview(self.plan(), self.zone(), self.rules(), first, last)

    def left_for(self, day: date) -> str:
        """What was left for `day` when the work day before it was wrapped up."""
        earlier = self._work.logs.between(day - timedelta(days=31), day - timedelta(days=1))
        texts = [log.tomorrow for log in earlier if log.done is not None]
        return texts[-1] if texts else ""

    def holds(self) -> list[Hold]:
        """Sessions and pauses that hold reminders now."""
        now = self._now()
        return [hold for hold in self._work.holds.since(now) if hold.holds(now)]

    def log_day(self, day: date, interval: Interval | None, reason: str | None = None) -> None:
        """Say from when to when work was on `day`, or, with None, let what was seen stand
        again; a `reason` is added.

        Raises BadInput for a day that has not come yet or a reason without words.
        """
        check_loggable(day, self.today())
        log = replace(self.log(day), start=None, end=None)
        if interval is not None:
            zone = self.zone()
            start, end = (
                moment_at(instant_of(day, minute, zone), zone)
                for minute in (interval.start, interval.end)
            )
            log = replace(log, start=start, end=end)
        if reason is not None:
            log = with_reason(log, reason)
        self._keep(tr("Work day logged"), log)

    def work_on(self, day: date, reason: str) -> None:
        """Work on past the end of `day`, for a `reason`; raises BadInput without words."""
        self._keep(tr("Working on"), with_reason(self.log(day), reason))

    def set_reasons(self, day: date, reasons: Sequence[str]) -> None:
        """Keep `reasons` of `day` in place of those said before."""
        log = replace(self.log(day), reasons=())
        for reason in reasons:
            log = with_reason(log, reason)
        self._keep(tr("Reasons of a day"), log)

    def leave_for_tomorrow(self, day: date, text: str, *, continued: bool = False) -> None:
        """Write down for the work day after `day`; it waits there once `day` is wrapped up."""
        log = replace(self.log(day), tomorrow=text)
        self.journal.keep_work_log(tr("For tomorrow"), log, continued=continued)

    def done_for_today(
        self,
        steps: Sequence[str] | None = None,
        tomorrow: str | None = None,
        reason: str | None = None,
    ) -> date:
        """End the work day now, with the closing `steps` that were ticked, what is left for
        `tomorrow` and the `reason` why it became late; None leaves what was said before.

        Everything is silent from then on until the next work day. Returns the day that ended.
        """
        day = self.today()
        log = replace(self.log(day), done=self.moment())
        if steps is not None:
            log = replace(log, steps=tuple(steps))
        if tomorrow is not None:
            log = replace(log, tomorrow=tomorrow)
        if reason is not None:
            log = with_reason(log, reason)
        self._keep(tr("Done for today"), log)
        return day

    def snooze(self, day: date, minutes: int) -> None:
        """Put reminders of the end of `day` off; raises BadInput beyond the day's bound."""
        log = snoozed(self.log(day), self._now(), minutes, self.rules())
        self.journal.keep_work_log(tr("Later"), log)

    def start_session(self, minutes: int) -> Moment:
        """Be in session from now on; one that runs ends. Returns when it will be over.

        Raises BadInput for less than a minute or more than half a day.
        """
        length = checked_session_minutes(minutes) * 60
        return self._hold(HoldKind.SESSION, moment_at(self._now() + length, self.zone()))

    def pause_until(self, wall: datetime) -> Moment:
        """Pause all reminders until the wall-clock time `wall`, in place of an earlier pause.

        Returns that moment. Raises BadInput where it is over already.
        """
        zone = self.zone()
        at = instant_of(wall.date(), wall.hour * 60 + wall.minute, zone)
        return self._hold(HoldKind.PAUSE, moment_at(at, zone))

    def stop_holding(self, kind: HoldKind) -> bool:
        """End the session or pause that runs; returns whether one did."""
        ended = self._ended(kind)
        self.journal.hold_reminders(ended)
        return bool(ended)

    def settle(self) -> None:
        """Let the log keep its habits on the latest days that are over."""
        self.journal.keep_habits_by_log(
            {
                day: self._kept(self.day(day))
                for number in range(1, SETTLED_DAYS + 1)
                if self._kept_on(day := self.today() - timedelta(days=number))
            }
        )

    def forget_cache(self) -> None:
        """Read anew next time: the database may have been changed from outside."""
        self._plan = None

    def _on_change(self, change: Change) -> None:
        self.forget_cache()

    def _keep(self, title: str, log: WorkLog) -> None:
        self.journal.keep_work_log(title, log, self._kept(self._day_with(log)))

    def _kept(self, worked: WorkedDay) -> dict[str, bool | None]:
        return dict.fromkeys(self._kept_on(worked.planned.day), worked.on_time)

    def _kept_on(self, day: date) -> list[str]:
        """Ids of the habits that the log keeps on `day`."""
        kept = self.options.kept_habits().items()
        return [
            habit_id
            for habit_id, first in kept
            if first <= day and self._records.habit(habit_id) is not None
        ]

    def _day_with(self, log: WorkLog) -> WorkedDay:
        return worked_day(
            self.plan().on(log.day),
            log,
            self._work.activity.find(log.day),
            self._sessions_on(log.day),
            self.zone(),
            over=self._now() >= self.end_of(log.day),
            tolerance=self._settings.get(ON_TIME),
        )

    def _sessions_on(self, day: date) -> tuple[Span, ...]:
        first, last = self.end_of(day - timedelta(days=1)), self.end_of(day)
        now = self._now()
        return tuple(
            Span(hold.start.at, min(hold.until.at, max(now, hold.start.at)))
            for hold in self._work.holds.since(first)
            if hold.kind is HoldKind.SESSION and first <= hold.start.at < last
        )

    def _hold(self, kind: HoldKind, until: Moment) -> Moment:
        from uuid import uuid4

        hold = checked_hold(Hold(str(uuid4()), kind, self.moment(), until))
        self.journal.hold_reminders([*self._ended(kind), hold])
        return until

    def _ended(self, kind: HoldKind) -> list[Hold]:
        moment = self.moment()
        running = [hold for hold in self.holds() if hold.kind is kind]
        return [replace(hold, until=moment) for hold in running]
