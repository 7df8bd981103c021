"""The Today page's table: a row a habit, a column a day, then today's control and figures."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.area import area_title
from selfcare_app.domain.entry import Entry
from selfcare_app.domain.habit import Habit, timed
from selfcare_app.domain.timer import Timer, seconds_counted
from selfcare_app.domain.words import tr
from selfcare_app.services.settings import STREAKS_SHOWN
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.today.state import (
    GroupRow,
    HabitRow,
    Row,
    days_shown,
    habit_row,
    with_groups,
)
from selfcare_app.ui.today.timer_words import spoken_timer
from selfcare_app.ui.today.words import (
    cell_words,
    consistency_line,
    control_words,
    name_words,
    streak_line,
)

Index = QModelIndex | QPersistentModelIndex
NAME_COLUMN = 0
ROOT = QModelIndex()
Role = Qt.ItemDataRole


class TodayModel(QAbstractTableModel):
    """Habits by practice area, as they stand on the day looked at."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.rows: list[Row] = []
        self.days: list[date] = [workspace.today()]

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

    def habit_rows(self) -> list[HabitRow]:
        """The rows without the headings."""
        return [row for row in self.rows if isinstance(row, HabitRow)]

    def load(self, day: date, count: int) -> None:
        """Show `count` days, `day` the last of them."""
        self.beginResetModel()
        self.days = days_shown(day, count)
        timers = self._timers()
        self.rows = with_groups(
            [self._row(habit, timers) for habit in self._workspace.records.habits()],
            self._workspace.records.area,
        )
        self.endResetModel()

    def refresh(self, habit_ids: Iterable[str]) -> bool:
        """Compute the rows of those habits anew.

        Returns False where the list itself may have changed, so that it must be loaded.
        """
        timers = self._timers()
        shown = {row.habit.id: number for number, row in self._numbered()}
        for habit_id in habit_ids:
            habit = self._workspace.records.habit(habit_id)
            number = shown.get(habit_id)
            if habit is None or number is None or habit != self.habit_at(number):
                return False
            self.rows[number] = self._row(habit, timers)
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(number, 1), self.index(number, last))
        return True

    def _numbered(self) -> Iterable[tuple[int, HabitRow]]:
        numbered = enumerate(self.rows)
        return ((number, row) for number, row in numbered if isinstance(row, HabitRow))

    def running(self) -> list[int]:
        """The rows whose timers run."""
        numbered = self._numbered()
        return [number for number, row in numbered if row.timer and row.timer.running]

    def seconds_timed(self, row: HabitRow) -> float:
        """What the timer of `row` has counted up to now."""
        return seconds_counted(row.timer, self._workspace.instant()) if row.timer else 0.0

    def _timers(self) -> dict[str, Timer]:
        return {timer.habit_id: timer for timer in self._workspace.records.timers()}

    def _row(self, habit: Habit, timers: Mapping[str, Timer]) -> HabitRow:
        records = self._workspace.records
        entries = records.entries_between(habit.id, self.days[0], self.days[-1])
        by_day = {entry.day: entry for entry in entries}
        row = habit_row(self._workspace.statistics.of(habit), self.days, by_day)
        can_start = timed(habit) and self.day == self._workspace.today()
        return row._replace(timer=timers.get(habit.id), can_start=can_start)

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
        """Where the habit stands."""
        return next((number for number, row in self._numbered() if row.habit.id == habit_id), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many rows, headings included."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Name, days, the day's control, figures."""
        return 0 if parent.isValid() else len(self.days) + 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be entered; days and the control can be edited."""
        if not index.isValid() or isinstance(self.rows[index.row()], GroupRow):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.habit_at(index.row()) and 1 <= index.column() <= self.control_column:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """A cell in words; the delegate paints from `rows` instead."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Role.AccessibleTextRole, Role.DisplayRole):
            if isinstance(row, GroupRow):
                return area_title(row.area)
            return self._words(row, index.column())
        if isinstance(row, GroupRow):
            return None
        if role == Role.EditRole:
            value = row.cells[self._cell_of(index.column())].entry.value
            return "" if value is None else format_amount(value)
        if role == Role.ToolTipRole and index.column() <= len(self.days):
            return self._words(row, index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """A column's title: words, or the date of a day."""
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        if section == NAME_COLUMN:
            return tr("Habit")
        if section == self.figures_column:
            return tr("Last 30 days")
        return self.day_of(section)

    def _cell_of(self, column: int) -> int:
        return column - 1 if 1 <= column <= len(self.days) else len(self.days) - 1

    def _words(self, row: HabitRow, column: int) -> str:
        if column == NAME_COLUMN:
            return name_words(row.habit)
        if column == self.control_column:
            timer = spoken_timer(row, self.seconds_timed(row))
            return ", ".join(filter(None, (control_words(row), timer)))
        if column == self.figures_column:
            return ", ".join(filter(None, (consistency_line(row), self.second_line(row))))
        return cell_words(row, row.cells[column - 1])

    def second_line(self, row: HabitRow) -> str:
        """The words under the consistency: the streak, unless the person hides streaks."""
        shown = self._workspace.settings.get(STREAKS_SHOWN)
        return streak_line(row) if shown else ""
