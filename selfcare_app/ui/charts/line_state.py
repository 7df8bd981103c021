"""What the strength line shows, built by pure functions before anything is painted."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from selfcare_app.domain.days import month_start_of, week_start_of
from selfcare_app.domain.timeline import REST, Timeline
from selfcare_app.domain.value import Value
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.ui.charts.span import FEWEST_DAYS, Span, days_in

LONG_REST = 7
"""From how many days of rest on a stretch is marked in the line."""


class Rest(Value):
    """A long stretch of rest or pause, from day number `first` to `last`."""

    first: int
    last: int


class LineState(Value):
    """A line from day number `days[0]` to `days[-1]`, with one height (0–100) a day."""

    first: int
    """Day number at which the axis begins; `last` is the one at which it ends, today."""
    last: int
    days: range
    heights: Sequence[float]
    rests: tuple[Rest, ...]

    def height_on(self, day: int) -> float:
        """The strength on day number `day`, which must lie in `days`."""
        return self.heights[day - self.days[0]]


NOTHING = LineState(0, 0, range(0), (), ())


def line_state(statistics: HabitStatistics, span: Span) -> LineState:
    """The line of `span` up to today; up to yesterday until something is logged today."""
    days = days_in(statistics.timeline, span)
    last = statistics.timeline.as_of
    first = min(days.start, last - FEWEST_DAYS + 1)
    offset = days.start - statistics.timeline.first
    heights = [score * 100 for score in statistics.scores[offset : offset + len(days)]]
    return LineState(first, last, days, heights, _rests(statistics.timeline, days))


def _rests(timeline: Timeline, days: range) -> tuple[Rest, ...]:
    # A stretch that is hardly wider than the line itself would only be noise.
    shortest = max(LONG_REST, len(days) // 60)
    run = re.compile(re.escape(bytes([REST])) + b"{%d,}" % shortest)
    begin = days.start - timeline.first
    found = run.finditer(timeline.marks, begin, begin + len(days))
    return tuple(
        Rest(timeline.first + match.start(), timeline.first + match.end() - 1) for match in found
    )


def thinned(state: LineState, most: int) -> tuple[list[int], list[float]]:
    """Days and heights to draw the line through, not many more than `most`, the last one kept."""
    step = max(1, -(-len(state.days) // max(1, most)))
    days, heights = list(state.days[::step]), list(state.heights[::step])
    if state.days and days[-1] != state.days[-1]:
        days.append(state.days[-1])
        heights.append(state.heights[-1])
    return days, heights


def week_ticks(first: int, last: int, first_weekday: int) -> list[int]:
    """Day numbers on which weeks begin."""
    begin = week_start_of(first + 6, first_weekday)
    return list(range(begin, last + 1, 7))


def month_ticks(first: int, last: int, most: int) -> list[int]:
    """Day numbers on which months begin, `most` of them at most: every one, or every second,
    third, sixth, twelfth …"""
    months = _month_starts(first, last)
    for every in (1, 2, 3, 6, 12, 24, 60, 120, 240):
        chosen = [day for day in months if _month_number(day) % every == 0]
        if len(chosen) <= most:
            return chosen
    return []


def _month_number(day: int) -> int:
    """Months since year 0, so that January of every tenth year is a multiple of 120."""
    then = date.fromordinal(day)
    return then.year * 12 + then.month - 1


def _month_starts(first: int, last: int) -> list[int]:
    starts = []
    day = month_start_of(first)
    while day <= last:
        if day >= first:
            starts.append(day)
        day = month_start_of((date.fromordinal(day) + timedelta(days=32)).toordinal())
    return starts
