"""What the Progress page tells of one habit besides its score and streaks."""

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from selfcare_app.domain.days import iso_weekday_of, week_start_of
from selfcare_app.domain.distribution import Distribution, amounts_logged, distribution
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.overview import Overview, first_logged, overview
from selfcare_app.domain.streak import Streak
from selfcare_app.domain.streak_parts import StreakParts, parts_of
from selfcare_app.domain.stretch import Grain, Mean, means, stretches
from selfcare_app.domain.tally import MonthTally, Tally, by_month_and_weekday, by_weekday, tally_of
from selfcare_app.domain.timeline import FREE, OPEN, Timeline
from selfcare_app.domain.totals import Total, total_of
from selfcare_app.services.stats import HabitStatistics

LAST_WEEKS = 12
"""How many weeks an overview shows."""


class HabitProgress:
    """The figures behind the charts of a habit; each is computed when it is first asked for.

    They hold as long as `statistics` does: a change makes new statistics, and new progress.
    """

    def __init__(self, statistics: HabitStatistics) -> None:
        self.statistics = statistics
        self._bounds: dict[Grain, tuple[tuple[int, int], ...]] = {}
        self._totals: dict[tuple[Grain, int], Total] = {}
        self._lines: dict[Grain, Sequence[Mean]] = {}

    @property
    def habit(self) -> Habit:
        """The habit that the figures are of."""
        return self.statistics.habit

    @property
    def timeline(self) -> Timeline:
        """The habit's days up to today."""
        return self.statistics.timeline

    @cached_property
    def days(self) -> range:
        """Day numbers from the first with an entry or pause to today's, or to yesterday's as long
        as nothing is logged today; none where there is neither."""
        timeline = self.timeline
        stop = timeline.as_of + 1
        first = first_logged(timeline)
        if first is None:
            return range(stop, stop)
        still_open = len(timeline.marks) > 1 and timeline.marks[-1] in (OPEN, FREE)
        return range(first, stop - still_open)

    @cached_property
    def scores(self) -> Sequence[float]:
        """The score, 0–1, at the end of each of `days`."""
        offset = self.days.start - self.timeline.first
        return self.statistics.scores[offset : offset + len(self.days)]

    def stretches(self, grain: Grain) -> tuple[tuple[int, int], ...]:
        """First and last day number of every stretch since the habit's start, oldest first."""
        found = self._bounds.get(grain)
        if found is None:
            timeline = self.timeline
            made = stretches(grain, timeline.start, timeline.as_of, timeline.first_weekday)
            found = self._bounds[grain] = tuple(made)
        return found

    def total(self, grain: Grain, number: int) -> Total:
        """The total of the stretch with that number among `stretches`."""
        known = self._totals.get((grain, number))
        if known is None:
            begin, end = self.stretches(grain)[number]
            known = total_of(self.timeline, grain, begin, end)
            self._totals[grain, number] = known
        return known

    def line(self, grain: Grain) -> Sequence[Mean]:
        """The mean score, 0–1, of every stretch of `days`."""
        found = self._lines.get(grain)
        if found is None:
            week_start = self.timeline.first_weekday
            found = self._lines[grain] = means(grain, self.days, self.scores, week_start)
        return found

    def weekdays(self, days: range) -> tuple[Tally, ...]:
        """How often it was kept on each weekday of the day numbers `days`, in the order of the
        person's week."""
        return self._in_week_order(by_weekday(self.timeline, days))

    def months(self, days: range) -> tuple[MonthTally, ...]:
        """The same for every month that has days among `days`, oldest first."""
        found = by_month_and_weekday(self.timeline, days)
        return tuple(
            MonthTally(month.begin, self._in_week_order(month.weekdays)) for month in found
        )

    @property
    def weekday_order(self) -> tuple[int, ...]:
        """ISO weekdays in the order of the person's week."""
        first = self.timeline.first_weekday
        return tuple(iso_weekday_of(first + number) for number in range(7))

    def _in_week_order(self, found: tuple[Tally, ...]) -> tuple[Tally, ...]:
        return tuple(found[weekday - 1] for weekday in self.weekday_order)

    @cached_property
    def last_weeks(self) -> tuple[Tally, ...]:
        """The counts of the last twelve weeks, the running one included, oldest first."""
        timeline = self.timeline
        running = week_start_of(timeline.as_of, timeline.first_weekday)
        begins = range(running - 7 * (LAST_WEEKS - 1), running + 1, 7)
        return tuple(tally_of(timeline, range(begin, begin + 7)) for begin in begins)

    def amount(self, begin: int, end: int) -> int:
        """What was done on the day numbers `begin` to `end`, both included, in millionths."""
        first = self.timeline.first
        last = len(self._amounts_up_to) - 1
        low, high = (min(max(day - first, 0), last) for day in (begin, end + 1))
        return self._amounts_up_to[high] - self._amounts_up_to[low]

    @cached_property
    def _amounts_up_to(self) -> Sequence[int]:
        """Of each day of the timeline, what was done before it, and at last what was in all."""
        return tuple(accumulate(self.timeline.amounts, initial=0))

    def spread(self, days: range) -> Distribution | None:
        """How the amounts of the day numbers `days` are spread; None where there is none."""
        return distribution(amounts_logged(self.timeline, days))

    @cached_property
    def overview(self) -> Overview | None:
        """Today against earlier, and all told; None where nothing was logged."""
        last = self.days.stop - 1
        return overview(self.timeline, self.statistics.scores, last) if self.days else None

    def parts(self, streak: Streak) -> StreakParts:
        """What `streak`, one of the habit's, is made of."""
        return parts_of(self.timeline, self.statistics.streaks, streak)
