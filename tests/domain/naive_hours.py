"""Work hours counted the slow way: every minute of real time looked at by itself.

A second implementation to hold the first against; it shares no arithmetic with it.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from selfcare_app.domain.workhours import Hours

MINUTE = timedelta(minutes=1)


@cache
def minutes_around(day: date, zone: str) -> list[tuple[datetime, datetime]]:
    """Every minute from before the midnight of `day` to after two days, as UTC and wall time."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=15)
    instants = (start + number * MINUTE for number in range(80 * 60))
    return [
        (instant, instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)) for instant in instants
    ]


@cache
def instant(day: date, minute: int, zone: str) -> datetime:
    """When clocks show `minute` for the first time; where they leave it out, as much later as
    they were put forward."""
    wanted = datetime(day.year, day.month, day.day) + minute * MINUTE
    before: tuple[datetime, datetime] | None = None
    for utc, wall in minutes_around(day, zone):
        if wall == wanted:
            return utc
        if before is not None and before[1] < wanted < wall:
            # The hands jumped over it: count on from the last minute that there was.
            return before[0] + (wanted - before[1])
        before = utc, wall
    raise AssertionError(f"{wanted} never comes in {zone}")


def planned(day: date, hours: Hours, zone: str) -> set[datetime]:
    """Every minute of real time that is planned."""
    found = set()
    for interval in hours:
        begin, end = instant(day, interval.start, zone), instant(day, interval.end, zone)
        while begin < end:
            found.add(begin)
            begin += MINUTE
    return found


def minutes_between(start: datetime, end: datetime) -> set[datetime]:
    """Every minute from `start` up to, not including, `end`."""
    return {start + number * MINUTE for number in range(int((end - start) / MINUTE))}
