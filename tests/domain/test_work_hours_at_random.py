"""Random plans, zones and clocks through two years, with every change of the clocks in them."""

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.instants import Moment, Span, moment_at
from selfcare_app.domain.notice import Notice, Rules
from selfcare_app.domain.scheduler import GAP_SECONDS, TICK_SECONDS, preview
from selfcare_app.domain.shift import day_of
from selfcare_app.domain.workhours import DayHours, Hours, Interval, WeekdayHours, WorkPlan, joined
from selfcare_app.domain.worklog import Activity, WorkLog, worked_day
from tests.domain import naive_hours
from tests.domain.desk import Desk

FIRST = date(2025, 1, 1)
DAYS = 731
ZONES = (
    *("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"),
    *("America/St_Johns", "Africa/Casablanca", "Pacific/Chatham", "America/Santiago"),
)
QUARTERS = st.integers(0, 95).map(lambda number: number * 15)


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    """None to three intervals, by day or overnight."""
    pairs = draw(st.lists(st.tuples(QUARTERS, st.integers(1, 60)), max_size=3))
    try:
        return joined(Interval(start, start + length * 15) for start, length in pairs)[0]
    except BadInput:
        return ()


@st.composite
def plans(draw: st.DrawFn) -> WorkPlan:
    """A week, a change of it, and some single days."""
    weeks = [WeekdayHours(weekday, FIRST, draw(hours())) for weekday in range(1, 8)]
    change = FIRST + timedelta(days=draw(st.integers(1, DAYS)))
    weeks += [WeekdayHours(draw(st.integers(1, 7)), change, draw(hours()))]
    days = draw(st.lists(st.integers(0, DAYS), max_size=5, unique=True))
    return WorkPlan(weeks, [DayHours(FIRST + timedelta(days=day), draw(hours())) for day in days])


def seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def expected_moments(plan: WorkPlan, day: date, zone: str, rules: Rules) -> set[tuple[str, int]]:
    """What the plan brings on `day`, worked out the slow way."""
    planned_hours = plan.on(day).hours or ()
    minutes = sorted(naive_hours.planned(day, planned_hours, zone))
    if not minutes:
        return set()
    start, end = seconds(minutes[0]), seconds(minutes[-1]) + 60
    gaps = [
        seconds(one) + 60
        for one, other in itertools.pairwise(minutes)
        if other - one > naive_hours.MINUTE
    ]
    before = max(end - rules.before * 60, start)
    return {
        *(("start", start), ("before_end", before), ("end", end)),
        *(("break", at) for at in gaps),
    }


@settings(max_examples=25, deadline=None)
@given(plan=plans(), zone=st.sampled_from(ZONES), start=st.integers(0, DAYS - 40))
def test_the_plan_brings_what_a_slow_count_of_minutes_finds(
    plan: WorkPlan, zone: str, start: int
) -> None:
    rules = Rules(starts=True, breaks=True)
    changes = [day for day in changes_of_the_clocks(zone) for day in (day - timedelta(days=1), day)]
    for day in [*changes, *(FIRST + timedelta(days=start + number) for number in range(10))]:
        found = preview(plan, ZoneInfo(zone), rules, day, day)
        assert {(str(notice.kind), notice.at) for notice in found} == expected_moments(
            plan, day, zone, rules
        )


def changes_of_the_clocks(zone: str) -> Iterator[date]:
    """The days of the two years on which the offset changes."""
    for number in range(DAYS):
        noon = datetime(2025, 1, 1, 12, tzinfo=ZoneInfo(zone)) + timedelta(days=number)
        if noon.utcoffset() != (noon - timedelta(days=1)).utcoffset():
            yield noon.date()


class Walk:
    """A desk whose ticks are looked at: what had to be done with by each of them."""

    def __init__(self, plan: WorkPlan, zone: str) -> None:
        rules = Rules(starts=True, breaks=True)
        self.desk = Desk(plan, "00:00", FIRST, ZoneInfo(zone), rules)
        self.end = self.desk.now + DAYS * 86_400

    def tick_at(self, now: int) -> None:
        """One tick; each reminder whose sense ends by it is done with, and what waits is held."""
        desk = self.desk
        before = min(desk.last_tick or now, now)
        desk.now = now
        slept = now - (desk.last_tick or now) > GAP_SECONDS
        found = desk.tick()
        assert len(found.show) <= 1 or not slept or not found.late
        for notice in self._planned_around(before, now):
            done_with = (notice.day, notice.name) in desk.fired
            if notice.at <= now and notice.until > before and not done_with:
                assert notice.until > now, f"{notice} was lost"
                assert self._held(notice), f"{notice} waits for nothing"

    def _planned_around(self, before: int, now: int) -> list[Notice]:
        first, last = (
            datetime.fromtimestamp(at, UTC).date() + timedelta(days=days)
            for at, days in ((before, -2), (now, 1))
        )
        return preview(self.desk.plan, self.desk.zone, self.desk.rules, first, last)

    def _held(self, notice: Notice) -> bool:
        log = self.desk.logs.get(notice.day)
        snoozed = log is not None and any(until > self.desk.now for until in log.snoozed)
        return snoozed or any(hold.holds(self.desk.now) for hold in self.desk.holds)

    def next_moment(self) -> int:
        """When the plan brings something next, within a fortnight."""
        now = self.desk.now
        day = datetime.fromtimestamp(now, UTC).date()
        coming = preview(
            self.desk.plan,
            self.desk.zone,
            self.desk.rules,
            day - timedelta(days=2),
            day + timedelta(days=14),
        )
        return next((notice.at for notice in coming if notice.at > now), now + 86_400)

    def check_the_day(self) -> None:
        """The numbers of the day that it is: never negative, whatever became of the clock."""
        desk = self.desk
        day = day_of(desk.now, desk.plan, desk.zone, desk.rules.day_start_hour)
        for each in (day, day - timedelta(days=1)):
            numbers = desk.day(each)
            assert numbers.overrun is None or numbers.overrun >= 0
            assert numbers.break_minutes >= 0


STEPS = st.one_of(
    st.tuples(st.just("tick"), st.integers(1, 6)),
    st.tuples(st.just("next"), st.integers(0, 29)),
    st.tuples(st.just("late"), st.integers(1, 5 * 3600)),
    st.tuples(st.just("sleep"), st.integers(1, 5 * 86_400)),
    st.tuples(st.just("back"), st.integers(1, 2 * 86_400)),
    st.tuples(st.sampled_from(["session", "pause"]), st.integers(1, 300)),
    st.tuples(st.just("snooze"), st.sampled_from([5, 15, 30])),
    st.tuples(st.just("done"), st.just(0)),
    st.tuples(st.just("leave"), st.just(0)),
    st.tuples(st.just("travel"), st.integers(0, len(ZONES) - 1)),
)


def take(walk: Walk, what: str, size: int, other_plan: WorkPlan) -> None:
    """One thing that happens."""
    desk = walk.desk
    day = day_of(desk.now, desk.plan, desk.zone, desk.rules.day_start_hour)
    match what:
        case "tick":
            for _ in range(size):
                walk.tick_at(desk.now + TICK_SECONDS)
        case "next":
            walk.tick_at(walk.next_moment() - 1)
            walk.tick_at(desk.now + 1 + size)
        case "late" | "sleep":
            walk.tick_at(desk.now + size)
        case "back":
            walk.tick_at(desk.now - size)
        case "session" | "pause":
            desk.in_session(size, HoldKind(what))
        case "snooze":
            if len(desk.logs.get(day, WorkLog(day)).snoozed) < desk.rules.snoozes:
                desk.snooze(size, day)
        case "done":
            desk.done(day)
        case "leave":
            desk.active = not desk.active
        case _:
            desk.zone = ZoneInfo(ZONES[size])
            desk.plan, other_plan = other_plan, desk.plan


@settings(max_examples=20, deadline=None)
@given(
    plan=plans(),
    other_plan=plans(),
    zone=st.sampled_from(ZONES),
    steps=st.lists(STEPS, min_size=10, max_size=60),
    stride=st.integers(86_400, 30 * 86_400),
)
def test_each_reminder_comes_once_in_time_or_is_logged_through_two_years(
    plan: WorkPlan,
    other_plan: WorkPlan,
    zone: str,
    steps: list[tuple[str, int]],
    stride: int,
) -> None:
    # The desk itself refuses a reminder that comes twice or before its time.
    walk = Walk(plan, zone)
    number = 0
    while walk.desk.now < walk.end and number < 150:
        take(walk, *steps[number % len(steps)], other_plan)
        walk.check_the_day()
        number += 1
        if number % len(steps) == 0:
            walk.tick_at(walk.desk.now + stride)


@settings(max_examples=15, deadline=None)
@given(plan=plans(), zone=st.sampled_from(ZONES), offset=st.integers(0, 29))
def test_awake_every_reminder_comes_within_a_tick_around_each_change_of_the_clocks(
    plan: WorkPlan, zone: str, offset: int
) -> None:
    for change in changes_of_the_clocks(zone):
        desk = Desk(plan, "12:00", change - timedelta(days=1), ZoneInfo(zone))
        # Not past the end: between the ticks taken here those would have come, and become late.
        desk.rules = Rules(starts=True, breaks=True, every=0)
        begin = desk.now
        coming = [
            notice
            for notice in preview(
                plan, desk.zone, desk.rules, change - timedelta(days=1), change + timedelta(days=1)
            )
            if begin < notice.at <= begin + 36 * 3600
        ]
        for notice in coming:
            # Ticks half a minute apart, as far as this reminder can tell them apart.
            desk.now = desk.last_tick = max(desk.now, notice.at - TICK_SECONDS + offset)
            desk.now += TICK_SECONDS
            desk.tick()
            key = (notice.day, notice.name)
            assert key in desk.fired
            assert desk.fired[key] or notice.until <= desk.now or overlaid(notice, coming)


def overlaid(notice: Notice, coming: list[Notice]) -> bool:
    """Whether another shift, such as of the night before, has its reminders at that time."""
    return any(
        other.day != notice.day and other.at < notice.until and notice.at < other.until
        for other in coming
    )


@settings(max_examples=60, deadline=None)
@given(
    planned=hours(),
    zone=st.sampled_from(ZONES),
    day=st.integers(0, DAYS - 1),
    at_a_change=st.booleans(),
    marks=st.lists(st.integers(0, 40 * 60), min_size=10, max_size=10).map(sorted),
    sessions=st.lists(st.tuples(st.integers(0, 40 * 60), st.integers(1, 90)), max_size=3),
)
def test_the_numbers_of_a_day_are_those_of_a_slow_count_of_minutes(
    planned: Hours,
    zone: str,
    day: int,
    at_a_change: bool,
    marks: list[int],
    sessions: list[tuple[int, int]],
) -> None:
    when = FIRST + timedelta(days=day)
    changes = list(changes_of_the_clocks(zone)) if at_a_change else []
    if changes:
        when = changes[day % len(changes)] - timedelta(days=day % 2)
    minutes = [utc for utc, _ in naive_hours.minutes_around(when, zone)][15 * 60 :]
    first, last = minutes[marks[0]], minutes[marks[-1]]
    away = [(minutes[a], minutes[b]) for a, b in zip(marks[1:-1:2], marks[2:-1:2], strict=True)]
    in_session = [(minutes[a], minutes[min(a + length, 3000)]) for a, length in sessions]
    tz = ZoneInfo(zone)

    def moment(at: datetime) -> Moment:
        return moment_at(seconds(at), tz)

    spans = tuple(Span(seconds(a), seconds(b)) for a, b in away)
    plan = WorkPlan([], [DayHours(when, planned)])
    found = worked_day(
        plan.on(when),
        WorkLog(when),
        Activity(when, moment(first), moment(last), spans),
        tuple(Span(seconds(a), seconds(b)) for a, b in in_session),
        tz,
        over=True,
    )

    counted = naive_hours.planned(when, planned, zone)
    absent = {m for a, b in away for m in naive_hours.minutes_between(a, b)}
    present = {m for a, b in in_session for m in naive_hours.minutes_between(a, b)}
    worked = naive_hours.minutes_between(first, last)
    assert found.planned_minutes == len(counted)
    assert found.break_minutes == len(worked & (absent - present))
    assert found.session_minutes == len(present)
    if not counted:
        assert found.overrun is None
        return
    over = {m for m in worked | naive_hours.minutes_between(max(counted), last) if m > max(counted)}
    assert found.overrun == len(over - (absent - present))
    assert found.on_time == (found.overrun <= 10)
