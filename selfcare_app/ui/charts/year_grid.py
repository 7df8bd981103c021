"""Where the days of a year lie in its calendar: a column a week, a row a weekday."""

from collections.abc import Iterator
from datetime import date

from selfcare_app.domain.days import week_start_of
from selfcare_app.domain.value import Value

WEEKS_IN_YEAR = 53
WEEKS_IN_HALF_YEAR = 27


class YearGrid(Value):
    """`weeks` columns of days; the last one holds day number `last`."""

    last: int
    weeks: int
    first_weekday: int
    """ISO weekday of the top row."""
    begin: int = 0
    """Day number before which there are no cells; 0 where the first column is full."""

    @property
    def first(self) -> int:
        """Day number of the top left cell."""
        return week_start_of(self.last, self.first_weekday) - 7 * (self.weeks - 1)

    @property
    def days(self) -> range:
        """Day numbers of all cells, oldest first."""
        return range(max(self.first, self.begin), self.last + 1)

    def place_of(self, day: int) -> tuple[int, int]:
        """Column and row of day number `day`."""
        return divmod(day - self.first, 7)

    def day_at(self, column: int, row: int) -> int | None:
        """The day number in that place; None outside the calendar."""
        if not (0 <= column < self.weeks and 0 <= row < 7):
            return None
        day = self.first + column * 7 + row
        return day if day in self.days else None

    def weekdays(self) -> list[int]:
        """ISO weekdays of the rows, from the top."""
        return [(self.first_weekday + row - 1) % 7 + 1 for row in range(7)]

    def months(self) -> Iterator[tuple[int, date]]:
        """The column in which each month begins, with its first day."""
        for day in self.days:
            then = date.fromordinal(day)
            if then.day == 1:
                yield self.place_of(day)[0], then


def grid_of_year(year: int, as_of: int, first_weekday: int) -> YearGrid:
    """The calendar year `year`, as far as it has come by day number `as_of`."""
    begin = date(year, 1, 1).toordinal()
    last = min(date(year, 12, 31).toordinal(), as_of)
    weeks = (last - week_start_of(begin, first_weekday)) // 7 + 1
    return YearGrid(last, weeks, first_weekday, begin)
