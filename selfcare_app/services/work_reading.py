"""Work days to read: what is planned, and how each day was."""

from collections.abc import Callable
from datetime import date, timedelta, tzinfo

from selfcare_app.domain.hold import Hold, HoldKind
from selfcare_app.domain.instants import Moment, Span, moment_at
from selfcare_app.domain.notice import Notice, Rules
from selfcare_app.domain.one_offs import OneOff, one_offs
from selfcare_app.domain.scheduler import preview
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.shift import Shift, day_end, day_of, shift_of
from selfcare_app.domain.workhours import DayHours, WeekdayHours, WorkPlan
from selfcare_app.domain.worklog import WorkedDay, WorkLog, worked_day
from selfcare_app.services.history import Change
from selfcare_app.services.journal import Journal
from selfcare_app.services.records import Records
from selfcare_app.services.settings import Settings
from selfcare_app.services.work_options import WorkOptions
from selfcare_app.services.work_settings import ON_TIME, rules_of
from selfcare_app.services.zone import system_zone
from selfcare_app.store.tables import Tables


class WorkReading:
    """Reads the plan and the log."""

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

    def plan(self) -> WorkPlan:
        """Everything that is planned."""
        if self._plan is None:
            weeks, days = self._work.weekday_hours.all(), self._work.day_hours.all()
            self._plan = WorkPlan(weeks, days, self.options.holidays())
        return self._plan

    def one_offs(self) -> list[OneOff]:
        """What is planned for single days in place of the week, the earliest first."""
        return one_offs(self._work.day_hours.all())

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
        return self.day_with(self.log(day))

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

    def day_with(self, log: WorkLog) -> WorkedDay:
        """How a day was if `log` were what is said of it."""
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

    def forget_cache(self) -> None:
        """Read anew next time: the database may have been changed from outside."""
        self._plan = None

    def _on_change(self, change: Change) -> None:
        # Not at every sign of the person, of which there is one each half minute.
        if any(step.key[0] in (WeekdayHours, DayHours, Setting) for step in change.steps):
            self.forget_cache()
