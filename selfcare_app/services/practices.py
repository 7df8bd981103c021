"""What the Progress page tells of all habits together."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from selfcare_app.domain.days import iso_weekday_of
from selfcare_app.domain.habit import Habit, timed
from selfcare_app.domain.schedule import DaySchedule
from selfcare_app.domain.stretch import Grain, stretches
from selfcare_app.domain.tally import Tally, by_weekday
from selfcare_app.domain.together import whole_days
from selfcare_app.services.progress import HabitProgress
from selfcare_app.services.stats import HabitStatistics


class Practices:
    """The figures behind the charts of all habits; each is computed when it is first asked for.

    They hold until a habit changes; `earlier` hands on what is still true of the others.
    """

    def __init__(
        self,
        habits: Sequence[Habit],
        statistics: Callable[[Habit], HabitStatistics],
        today: date,
        first_weekday: int,
        earlier: "Practices | None" = None,
    ) -> None:
        """`habits` in the person's order; weeks start on ISO weekday `first_weekday`."""
        self.habits = tuple(habits)
        self.as_of = today.toordinal()
        self.first_weekday = first_weekday
        known: dict[str, HabitProgress] = (
            {} if earlier is None else {each.habit.id: each for each in earlier.each}
        )
        self.each: tuple[HabitProgress, ...] = tuple(
            _progress(statistics(habit), known) for habit in habits
        )
        starts = [progress.timeline.start for progress in self.each]
        self.start = min([self.as_of, *starts])
        self._whole = b""
        self._weeks: tuple[tuple[int, int], ...] = ()
        self._minutes: dict[int, dict[str, int]] = {}
        self._tallies: dict[range, tuple[Tally, ...]] = {}

    def same_as(self, other: "Practices | None") -> bool:
        """Whether both tell the same, so that nothing need be drawn anew."""
        return (
            other is not None
            and (self.as_of, self.first_weekday) == (other.as_of, other.first_weekday)
            and len(self.each) == len(other.each)
            and all(mine is theirs for mine, theirs in zip(self.each, other.each, strict=True))
        )

    @property
    def weekday_order(self) -> tuple[int, ...]:
        """ISO weekdays in the order of the person's week."""
        return tuple(iso_weekday_of(self.first_weekday + number) for number in range(7))

    @cached_property
    def with_days(self) -> tuple[HabitProgress, ...]:
        """Those of habits that are planned on days of their own."""
        return tuple(each for each in self.each if isinstance(each.habit.schedule, DaySchedule))

    @cached_property
    def timed(self) -> tuple[HabitProgress, ...]:
        """Those of habits that are measured in minutes."""
        return tuple(each for each in self.each if timed(each.habit))

    @property
    def weeks(self) -> tuple[tuple[int, int], ...]:
        """First and last day number of every week since the first habit began, oldest first."""
        if not self._weeks:
            found = stretches(Grain.WEEK, self.start, self.as_of, self.first_weekday)
            self._weeks = tuple(found)
        return self._weeks

    def weeks_in(self, days: range) -> range:
        """Numbers of the weeks that have days among the day numbers `days`."""
        inside = [
            number
            for number, (begin, end) in enumerate(self.weeks)
            if begin < days.stop and end >= days.start
        ]
        return range(inside[0], inside[-1] + 1) if inside and days else range(0)

    def weekdays(self, days: range) -> tuple[Tally, ...]:
        """How often habits with days of their own were kept on each weekday, in the order of the
        person's week; `done` counts the days of all habits."""
        if days not in self._tallies:
            self._tallies[days] = self._counted(days)
        return self._tallies[days]

    def _counted(self, days: range) -> tuple[Tally, ...]:
        found = [by_weekday(each.timeline, days) for each in self.each]
        planned = [by_weekday(each.timeline, days) for each in self.with_days]
        return tuple(
            Tally(
                sum(tallies[weekday - 1].kept for tallies in planned),
                sum(tallies[weekday - 1].asked for tallies in planned),
                sum(tallies[weekday - 1].done for tallies in found),
            )
            for weekday in self.weekday_order
        )

    def minutes(self, number: int) -> dict[str, int]:
        """Millionths of minutes by practice area in the week with that number among `weeks`;
        areas without any are left out."""
        known = self._minutes.get(number)
        if known is None:
            known = self._minutes[number] = self._minutes_in(*self.weeks[number])
        return known

    def _minutes_in(self, begin: int, end: int) -> dict[str, int]:
        found: dict[str, int] = {}
        for progress in self.timed:
            done = progress.amount(begin, end)
            if done:
                area = progress.habit.area
                found[area] = found.get(area, 0) + done
        return found

    def whole_days(self, days: range) -> bytes:
        """For each of the day numbers `days`, which lie from `start` to `as_of`, whether
        everything planned was kept, as in `domain.together`."""
        if not self._whole:
            everything = range(self.start, self.as_of + 1)
            self._whole = whole_days((each.timeline for each in self.each), everything)
        return self._whole[days.start - self.start : days.stop - self.start]


def _progress(statistics: HabitStatistics, known: dict[str, HabitProgress]) -> HabitProgress:
    before = known.get(statistics.habit.id)
    if before is not None and before.statistics is statistics:
        return before
    return HabitProgress(statistics)
