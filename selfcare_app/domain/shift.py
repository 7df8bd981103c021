"""The shift of a day: its planned hours as real time, and which shift an instant belongs to.

An overnight interval belongs to the day on which it starts.
"""

from datetime import date, timedelta, tzinfo

from selfcare_app.domain.instants import Span, instant_of, seconds_of, united, wall_clock
from selfcare_app.domain.value import Value
from selfcare_app.domain.workhours import Hours, WorkPlan

LINGERING_SECONDS = 4 * 60 * 60
"""So long after its planned end, work still belongs to an overnight shift."""


class Shift(Value):
    """The planned hours of `day` as `spans` of real time, in order; at least one."""

    day: date
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """The instant at which work begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """The instant at which the day's work is over."""
        return self.spans[-1].end

    @property
    def minutes(self) -> int:
        """Whole minutes of real time that are planned, breaks left out."""
        return seconds_of(self.spans) // 60


def shift_of(day: date, hours: Hours | None, zone: tzinfo) -> Shift | None:
    """The shift that `hours` are in `zone`; None on a free day, or where the clocks leave all
    of it out."""
    spans = united(
        Span(instant_of(day, each.start, zone), instant_of(day, each.end, zone))
        for each in hours or ()
    )
    return Shift(day, tuple(_apart(spans, hours or (), day, zone))) if spans else None


def _apart(spans: list[Span], hours: Hours, day: date, zone: tzinfo) -> list[Span]:
    """`spans` parted again where the plan has one interval follow another without a gap."""
    starts = sorted(instant_of(day, each.start, zone) for each in hours)
    parted: list[Span] = []
    for span in spans:
        inside = [start for start in starts if span.start < start < span.end]
        for start, end in zip([span.start, *inside], [*inside, span.end], strict=True):
            parted.append(Span(start, end))
    return parted


def day_end(plan: WorkPlan, day: date, zone: tzinfo, day_start_hour: int) -> int:
    """The instant from which on nothing belongs to `day` any more.

    That is when the next day starts, `day_start_hour` (0–6); after an overnight shift some
    hours later, but not after the next one has begun.
    """
    following = day + timedelta(days=1)
    usual = instant_of(following, day_start_hour * 60, zone)
    shift = shift_of(day, plan.on(day).hours, zone)
    latest = usual if shift is None else max(usual, shift.end + LINGERING_SECONDS)
    next_shift = shift_of(following, plan.on(following).hours, zone)
    if next_shift is not None and next_shift.start < latest:
        latest = next_shift.start if shift is None else max(next_shift.start, shift.end)
    return latest


def day_of(at: int, plan: WorkPlan, zone: tzinfo, day_start_hour: int) -> date:
    """The day that work at the instant `at` belongs to."""
    day = wall_clock(at, zone).date() - timedelta(days=2)
    while at >= day_end(plan, day, zone, day_start_hour):
        day += timedelta(days=1)
    return day
