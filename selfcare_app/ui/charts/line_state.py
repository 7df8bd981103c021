"""What the strength line shows, built by pure functions before anything is painted."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from selfcare_app.domain.stretch import Grain, Mean
from selfcare_app.domain.timeline import REST, Timeline
from selfcare_app.domain.value import Value
from selfcare_app.services.progress import HabitProgress
from selfcare_app.ui.charts.span import FEWEST_DAYS, Dates, Reach, days_in

LONG_REST = 7
"""From how many days of rest on a stretch is marked in the line."""
MOST_RESTS = 60
"""Of what is seen, a rest must take at least that part: else it would only be noise."""


class Rest(Value):
    """A long stretch of rest or pause, from day number `first` to `last`."""

    first: int
    last: int


class Line(Value):
    """The whole line: a height (0–100) at each of `places`, which are day numbers or lie in the
    middle of the days that a mean was taken of."""

    points: Sequence[Mean]
    places: Sequence[float]
    heights: Sequence[float]
    rests: tuple[Rest, ...]

    def between(self, first: float, last: float) -> range:
        """Numbers of the points from `first` to `last`, both included."""
        return range(bisect_left(self.places, first), bisect_right(self.places, last))

    def nearest(self, place: float) -> int | None:
        """The number of the point nearest to `place`."""
        after = bisect_left(self.places, place)
        beside = [number for number in (after - 1, after) if 0 <= number < len(self.places)]
        return min(beside, key=lambda number: abs(self.places[number] - place), default=None)


NOTHING = Line((), (), (), ())


class LineState(Value):
    """What is seen of a line: its points from day number `first` to `last` of the axis."""

    first: float
    last: float
    points: Sequence[Mean]
    heights: Sequence[float]
    rests: tuple[Rest, ...]

    @property
    def days(self) -> list[int]:
        """The last day number of each point."""
        return [point.end for point in self.points]


@lru_cache(maxsize=2)  # the picture and its sentence ask in a row for the same line
def whole_line(progress: HabitProgress, grain: Grain = Grain.DAY) -> Line:
    """The line up to today; up to yesterday until something is logged today."""
    points, days = progress.line(grain), progress.days
    rests = _rests(progress.timeline, days)
    if grain is Grain.DAY:
        scores = progress.scores
        return Line(points, days, [score * 100 for score in scores], rests)
    places = [(point.begin + point.end) / 2 for point in points]
    return Line(points, places, [point.value * 100 for point in points], rests)


def home_of(progress: HabitProgress, line: Line, reach: Reach) -> tuple[float, float]:
    """The first and last day number of the axis for that range."""
    timeline = progress.timeline
    days = days_in(timeline, reach)
    last = min(reach.last, timeline.as_of) if isinstance(reach, Dates) else timeline.as_of
    first: float = min(days.start, last - FEWEST_DAYS + 1)
    # The first mean may begin before the range.
    inside = [place for place, point in _reaching(line, days)]
    return min([first, *inside]), float(last)


def _reaching(line: Line, days: range) -> list[tuple[float, Mean]]:
    """The first point that reaches into `days`, if there is one."""
    number = bisect_left(line.points, days.start, key=lambda point: point.end)
    some = slice(number, number + 1) if days else slice(0)
    return list(zip(line.places[some], line.points[some], strict=True))


def seen_of(line: Line, first: float, last: float) -> LineState:
    """What is seen of `line` on an axis from day number `first` to `last`."""
    inside = line.between(first, last)
    some = slice(inside.start, inside.stop)
    return LineState(
        first, last, line.points[some], line.heights[some], seen_rests(line, first, last)
    )


def line_state(progress: HabitProgress, reach: Reach, grain: Grain = Grain.DAY) -> LineState:
    """The line in the range that was chosen."""
    line = whole_line(progress, grain)
    return seen_of(line, *home_of(progress, line, reach))


def seen_rests(line: Line, first: float, last: float) -> tuple[Rest, ...]:
    """The rests between `first` and `last` that are long enough to be seen."""
    shortest = (last - first) / MOST_RESTS
    return tuple(
        rest
        for rest in line.rests
        if rest.last - rest.first + 1 >= shortest and rest.first <= last and rest.last >= first
    )


def _rests(timeline: Timeline, days: range) -> tuple[Rest, ...]:
    run = re.compile(re.escape(bytes([REST])) + b"{%d,}" % LONG_REST)
    begin = days.start - timeline.first
    found = run.finditer(timeline.marks, begin, begin + len(days))
    return tuple(
        Rest(timeline.first + match.start(), timeline.first + match.end() - 1) for match in found
    )


def thinned(some: range, most: int) -> range:
    """Of those numbers about `most`, chosen the same whichever of them are looked at: so the
    line keeps its form while it is moved."""
    step = max(1, -(-len(some) // max(1, most)))
    return range(some.start // step * step, some.stop + step - 1, step)
