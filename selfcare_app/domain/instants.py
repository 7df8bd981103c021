"""Instants and the wall clock: a zone turns one into the other, and lengths count real time.

An instant is whole seconds of UTC since 1970. Two wall-clock times of one zone are never
subtracted: on the nights when the clocks change, that is an hour wrong.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from selfcare_app.domain.value import Value

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Moment(Value):
    """An instant with the zone in which it was lived: `offset` in minutes east of UTC."""

    at: int
    offset: int = 0

    @property
    def wall(self) -> datetime:
        """What the clock on the wall showed."""
        return (_EPOCH + timedelta(seconds=self.at, minutes=self.offset)).replace(tzinfo=None)


class Span(Value):
    """Real time from the instant `start` up to, not including, `end`."""

    start: int
    end: int


def moment_at(at: int, zone: tzinfo) -> Moment:
    """The instant `at` as it is lived in `zone`."""
    offset = wall_clock(at, zone).utcoffset() or timedelta()
    return Moment(at, offset // timedelta(minutes=1))


def wall_clock(at: int, zone: tzinfo) -> datetime:
    """What clocks in `zone` show at the instant `at`, with their offset."""
    return (_EPOCH + timedelta(seconds=at)).astimezone(zone)


def instant_of(day: date, minute: int, zone: tzinfo) -> int:
    """The instant at which clocks in `zone` show `minute` (0–2879 after the midnight of `day`).

    A time that the clocks leave out comes as much later as they were put forward (02:30 is
    03:30); one that they show twice is the first of both.
    """
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    return (wall.replace(tzinfo=zone).astimezone(UTC) - _EPOCH) // timedelta(seconds=1)


def united(spans: Iterable[Span]) -> list[Span]:
    """`spans` in order, those that touch or overlap as one, empty ones left out."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        if span.end <= span.start:
            continue
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept


def within(spans: Iterable[Span], bounds: Span) -> list[Span]:
    """The parts of `spans` inside `bounds`."""
    cut = [Span(max(span.start, bounds.start), min(span.end, bounds.end)) for span in spans]
    return united(cut)


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """The parts of `spans` that no span of `taken` covers."""
    left = united(spans)
    for cut in united(taken):
        left = [
            part
            for span in left
            for part in (
                Span(span.start, min(span.end, cut.start)),
                Span(max(span.start, cut.end), span.end),
            )
            if part.start < part.end
        ]
    return left


def seconds_of(spans: Iterable[Span]) -> int:
    """How much real time `spans` cover together, none counted twice."""
    return sum(span.end - span.start for span in united(spans))
