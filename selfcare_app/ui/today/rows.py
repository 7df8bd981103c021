"""The rows of the Today page: which habits are shown, in which order, and where each stands."""

from collections.abc import Iterable
from datetime import date

from selfcare_app.domain.area import area_title
from selfcare_app.domain.entry import Entry
from selfcare_app.domain.habit import Habit, timed
from selfcare_app.domain.timer import Timer, seconds_counted
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.today.filtering import Filter, Order
from selfcare_app.ui.today.state import GroupRow, HabitRow, Row, habit_row, with_groups


class HabitRows:
    """What the table's model shows, to be looked up; the model itself changes it."""

    _workspace: Workspace
    rows: list[Row]
    """Headings and habits as they are shown."""
    _all_rows: list[HabitRow]
    days: list[date]
    _filter: Filter
    _folded: frozenset[str]
    _timers: dict[str, Timer]
    """By the ids of their habits."""

    @property
    def day(self) -> date:
        """The day looked at: the last one shown."""
        return self.days[-1]

    @property
    def control_column(self) -> int:
        """The column of the day's control."""
        return len(self.days) + 1

    @property
    def figures_column(self) -> int:
        """The column of consistency and streak."""
        return len(self.days) + 2

    @property
    def filter(self) -> Filter:
        """What is shown of all habits."""
        return self._filter

    @property
    def in_own_order(self) -> bool:
        """Whether the habits stand as the person has put them, so that they can be moved."""
        return self._filter.order is Order.OWN

    def habit_rows(self) -> list[HabitRow]:
        """The rows of all habits, those too that are folded away or filtered out."""
        return self._all_rows

    def rows_in_sight(self) -> list[HabitRow]:
        """The rows of the habits that are neither folded away nor filtered out."""
        return [row for _, row in self._numbered()]

    @property
    def folded(self) -> frozenset[str]:
        """The keys of the practice areas that are folded."""
        return self._folded

    def unfolded(self) -> frozenset[str]:
        """The keys of the practice areas that can be folded."""
        groups = (row for row in self.rows if isinstance(row, GroupRow) and row.foldable)
        return frozenset(row.area.key for row in groups if not row.folded)

    def habit_at(self, row: int) -> Habit | None:
        """The habit in that row; None for a heading."""
        found = self.rows[row]
        return found.habit if isinstance(found, HabitRow) else None

    def habit_and_entry(self, row: int, column: int) -> tuple[Habit, Entry] | None:
        """The habit in that row and what was said of the day that acting in that column is
        about; None for a heading."""
        found = self.rows[row]
        if isinstance(found, GroupRow):
            return None
        return found.habit, found.cells[self._cell_of(column)].entry

    def day_of(self, column: int) -> date:
        """The day that acting in that column is about."""
        return self.days[column - 1] if 1 <= column <= len(self.days) else self.day

    def row_of(self, habit_id: str) -> int | None:
        """Where the habit stands; None where it is folded away or filtered out."""
        return next((number for number, row in self._numbered() if row.habit.id == habit_id), None)

    def heading_of(self, area: str) -> int | None:
        """Where the heading of that practice area stands."""
        numbered = enumerate(self.rows)
        found = (n for n, row in numbered if isinstance(row, GroupRow) and row.area.key == area)
        return next(found, None)

    def group_at(self, row: int) -> GroupRow | None:
        """The heading in that row; None for a habit."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, GroupRow) else None

    def running(self) -> list[int]:
        """The rows in sight whose timers run."""
        numbered = self._numbered()
        return [number for number, row in numbered if row.timer and row.timer.running]

    def seconds_timed(self, row: HabitRow) -> float:
        """What the timer of `row` has counted up to now."""
        return seconds_counted(row.timer, self._workspace.instant()) if row.timer else 0.0

    def _rows_shown(self) -> list[Row]:
        area_of = self._workspace.records.area
        rows = self._all_rows
        if not self.in_own_order:
            rows = self._sorted(rows)
        if self._filter.on:
            titles = {key: area_title(area_of(key)) for key in {row.habit.area for row in rows}}
            shows = self._filter.shows
            rows = [row for row in rows if shows(row.habit, titles[row.habit.area])]
        return with_groups(rows, area_of, self._folded, foldable=not self._filter.on)

    def _sorted(self, rows: list[HabitRow]) -> list[HabitRow]:
        """`rows` in the order chosen, still area by area."""
        places = {key: at for at, key in enumerate(dict.fromkeys(r.habit.area for r in rows))}
        order = self._filter.order
        return sorted(rows, key=lambda row: (places[row.habit.area], order.place(row)))

    def _row(self, habit: Habit) -> HabitRow:
        records = self._workspace.records
        entries = records.entries_between(habit.id, self.days[0], self.days[-1])
        by_day = {entry.day: entry for entry in entries}
        row = habit_row(self._workspace.statistics.of(habit), self.days, by_day)
        can_start = timed(habit) and self.day == self._workspace.today()
        return row._replace(timer=self._timers.get(habit.id), can_start=can_start)

    def _read_timers(self) -> None:
        """Look which timers there are; to be called before rows are made."""
        self._timers = {timer.habit_id: timer for timer in self._workspace.records.timers()}

    def _numbered(self) -> Iterable[tuple[int, HabitRow]]:
        numbered = enumerate(self.rows)
        return ((number, row) for number, row in numbered if isinstance(row, HabitRow))

    def _cell_of(self, column: int) -> int:
        return column - 1 if 1 <= column <= len(self.days) else len(self.days) - 1
