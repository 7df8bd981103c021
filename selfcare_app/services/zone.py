"""The zone that this computer is in, asked anew each time: people travel."""

import time
from datetime import UTC, datetime, timedelta, tzinfo


class SystemZone(tzinfo):
    """The system's zone, or what `TZ` says, by the rules that the system itself keeps."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """East of UTC at the wall-clock time `moment`."""
        if moment is None:
            return None
        wall = moment.replace(tzinfo=None)
        utc = datetime.fromtimestamp(wall.timestamp(), UTC).replace(tzinfo=None)
        return wall - utc

    def fromutc(self, moment: datetime) -> datetime:
        """What the clock shows at `moment`, given as UTC in this zone."""
        instant = moment.replace(tzinfo=UTC)
        wall = datetime.fromtimestamp(instant.timestamp())
        return wall.replace(tzinfo=self)

    def dst(self, moment: datetime | None) -> None:
        """Not told apart from the offset."""

    def tzname(self, moment: datetime | None) -> None:
        """Not known by name."""


_ZONE = SystemZone()


def system_zone() -> tzinfo:
    """The zone of now; a change of the system's since the last call is noticed."""
    if hasattr(time, "tzset"):
        # Without it the C library keeps the zone that the program started in.
        time.tzset()
    return _ZONE
