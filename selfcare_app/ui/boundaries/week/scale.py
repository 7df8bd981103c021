"""The hours of a day along a row."""

from collections.abc import Iterable

from selfcare_app.domain.value import Value
from selfcare_app.domain.workhours import Hours

USUAL_FIRST, USUAL_LAST = 6 * 60, 24 * 60
_STEP = 120
"""Minutes between two ticks."""


class Scale(Value):
    """From the minute `first` to the minute `last` after midnight, over `width` pixels."""

    first: int = USUAL_FIRST
    last: int = USUAL_LAST
    width: float = 1.0

    def place(self, minute: float) -> float:
        """Where `minute` lies, in pixels from the left."""
        return (minute - self.first) / (self.last - self.first) * self.width

    def minute(self, place: float) -> float:
        """The minute that lies at `place`."""
        return self.first + place / self.width * (self.last - self.first)

    def ticks(self) -> list[int]:
        """The minutes of the full hours that are marked."""
        return list(range(self.first, self.last + 1, _STEP))


def bounds_of(days: Iterable[Hours]) -> tuple[int, int]:
    """The first and the last minute of a scale that has room for all of them."""
    intervals = [each for hours in days for each in hours]
    first = min([USUAL_FIRST, *(each.start for each in intervals)])
    last = max([USUAL_LAST, *(each.end for each in intervals)])
    return first // _STEP * _STEP, -(-last // _STEP) * _STEP
