"""A made-up person at a desk: a clock that is moved, ticks, and what came of them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from selfcare_app.domain.hold import Hold, HoldKind
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.instants import instant_of, moment_at, wall_clock
from selfcare_app.domain.notice import Notice, Rules
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.scheduler import TICK_SECONDS, Due, Situation, due, snoozed
from selfcare_app.domain.shift import day_end, day_of
from selfcare_app.domain.value import replace
from selfcare_app.domain.workhours import DayHours, WeekdayHours, WorkPlan
from selfcare_app.domain.worklog import Activity, WorkedDay, WorkLog, seen, worked_day

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)
LONG_AGO = date(2020, 1, 1)


def every_day(hours: str, *days: DayHours) -> WorkPlan:
    """The same hours on all weekdays, but for `days`."""
    planned = parse_hours(hours)[0]
    return WorkPlan([WeekdayHours(weekday, LONG_AGO, planned) for weekday in range(1, 8)], days)


def minute(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


class Desk:
    """Ticks through time as the program would, with what it keeps on disk."""

    def __init__(
        self,
        plan: WorkPlan,
        start: str,
        day: date = MONDAY,
        zone: tzinfo = BERLIN,
        rules: Rules | None = None,
    ) -> None:
        self.plan = plan
        self.zone = zone
        self.rules = rules or Rules()
        self.now = instant_of(day, minute(start), zone)
        self.last_tick: int | None = self.now
        self.active = True
        self.asleep = False
        self.logs: dict[date, WorkLog] = {}
        self.activity: dict[date, Activity] = {}
        self.holds: list[Hold] = []
        self.reminders: list[Reminder] = []
        self.laters: list[tuple[str, int]] = []
        self.open_habits: set[str] = set()
        self.fired: dict[tuple[date, str], bool] = {}
        self.brought: list[tuple[str, Notice]] = []
        self.passed: list[Notice] = []
        self.on_notice: Callable[[Notice], None] = lambda _: None

    @property
    def wall(self) -> datetime:
        return wall_clock(self.now, self.zone).replace(tzinfo=None)

    def tick(self) -> Due:
        """What the program does at each tick."""
        if self.active:
            day = day_of(self.now, self.plan, self.zone, self.rules.day_start_hour)
            moment = moment_at(self.now, self.zone)
            self.activity[day] = seen(self.activity.get(day), day, moment)
        found = due(
            self.plan,
            self.zone,
            self.rules,
            Situation(
                now=self.now,
                last_tick=self.last_tick,
                active=self.active,
                fired=frozenset(self.fired),
                shown=frozenset(key for key, shown in self.fired.items() if shown),
                logs=self.logs,
                activity=self.activity,
                holds=tuple(self.holds),
                reminders=tuple(self.reminders),
                laters=tuple(self.laters),
                open_habits=frozenset(self.open_habits),
            ),
        )
        for notice in found.show:
            self._note(notice, shown=True)
            self.brought.append((f"{self.wall:%H:%M} {notice.name}", notice))
        for notice in found.passed:
            self._note(notice, shown=False)
            self.passed.append(notice)
        self.last_tick = self.now
        return found

    def _note(self, notice: Notice, *, shown: bool) -> None:
        key = (notice.day, notice.name)
        assert key not in self.fired, f"{key} came twice"
        assert notice.at <= self.now, f"{key} came early"
        self.fired[key] = shown

    def run_until(self, clock: str, days: int = 0) -> "Desk":
        """Tick on until the wall clock shows `clock`, `days` later; only forwards."""
        target = instant_of(self.wall.date() + timedelta(days=days), minute(clock), self.zone)
        while self.now < target:
            self.now = min(self.now + TICK_SECONDS, target)
            self.tick()
        return self

    def sleep_until(self, clock: str, days: int = 0) -> "Desk":
        """Suspend the computer; it ticks again on waking up."""
        target = self.wall.date() + timedelta(days=days)
        self.now = instant_of(target, minute(clock), self.zone)
        self.tick()
        return self

    def set_clock(self, clock: str) -> None:
        """Let the clock be set, forwards or back."""
        self.now = instant_of(self.wall.date(), minute(clock), self.zone)

    def in_session(self, minutes: int, kind: HoldKind = HoldKind.SESSION) -> None:
        start = moment_at(self.now, self.zone)
        until = moment_at(self.now + minutes * 60, self.zone)
        self.holds.append(Hold(f"hold {len(self.holds)}", kind, start, until))

    def snooze(self, minutes: int, day: date = MONDAY) -> None:
        log = self.logs.get(day, WorkLog(day))
        self.logs[day] = snoozed(log, self.now, minutes, self.rules)

    def done(self, day: date = MONDAY) -> None:
        log = self.logs.get(day, WorkLog(day))
        self.logs[day] = replace(log, done=moment_at(self.now, self.zone))

    @property
    def shown(self) -> list[str]:
        """What came, with the time on the wall at which it did."""
        return [text for text, _ in self.brought]

    def day(self, day: date = MONDAY) -> WorkedDay:
        """The day's numbers as they are now."""
        return worked_day(
            self.plan.on(day),
            self.logs.get(day, WorkLog(day)),
            self.activity.get(day),
            tuple(hold.span for hold in self.holds if hold.kind is HoldKind.SESSION),
            self.zone,
            over=self.now >= day_end(self.plan, day, self.zone, self.rules.day_start_hour),
        )
