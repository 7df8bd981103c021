"""The Today page's table: a row a habit, a column a day, then today's control and figures."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.words import tr
from selfcare_app.services.settings import STREAKS_SHOWN
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.today.filtering import Filter
from selfcare_app.ui.today.rows import HabitRows
from selfcare_app.ui.today.state import (
    GroupRow,
    HabitRow,
    days_shown,
)
from selfcare_app.ui.today.timer_words import spoken_timer
from selfcare_app.ui.today.words import (
    cell_words,
    consistency_line,
    control_words,
    group_words,
    name_words,
    streak_line,
)

Index = QModelIndex | QPersistentModelIndex
NAME_COLUMN = 0
ROOT = QModelIndex()
Role = Qt.ItemDataRole
# Made once: they are asked for with every cell that is painted.
_OF_HEADING = Qt.ItemFlag.ItemIsEnabled
_TO_CHOOSE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TO_EDIT = _TO_CHOOSE | Qt.ItemFlag.ItemIsEditable


class TodayModel(HabitRows, QAbstractTableModel):
    """Habits by practice area, as they stand on the day looked at."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.rows = []
        self._all_rows = []
        self._filter = Filter()
        self._folded = workspace.memory.folded_areas()
        self._timers = {}
        self.days = [workspace.today()]

    def load(self, day: date, count: int) -> None:
        """Show `count` days, `day` the last of them."""
        self.beginResetModel()
        self.days = days_shown(day, count)
        self._folded = self._workspace.memory.folded_areas()
        self._read_timers()
        self._all_rows = [self._row(habit) for habit in self._workspace.records.habits()]
        self.rows = self._rows_shown()
        self.endResetModel()

    def show_filtered(self, wanted: Filter) -> None:
        """Show the habits alone that `wanted` asks for."""
        self._filter = wanted
        self._show_again()

    def fold(self, area: str, folded: bool) -> None:
        """Show the heading alone of that practice area, or its habits again; keep it so."""
        self.fold_only(self._folded | {area} if folded else self._folded - {area})

    def fold_only(self, areas: Iterable[str]) -> None:
        """Show the headings alone of exactly those practice areas, and keep it so."""
        wanted = frozenset(areas)
        self._workspace.memory.fold(wanted)
        self._folded = wanted
        self._show_again()

    def unfold(self, area: str) -> None:
        """Show the habits of that practice area."""
        if area in self._folded:
            self.fold(area, False)

    def _show_again(self) -> None:
        self.beginResetModel()
        self.rows = self._rows_shown()
        self.endResetModel()

    def refresh(self, habit_ids: Iterable[str]) -> bool:
        """Compute the rows of those habits anew.

        Returns False where the list itself may have changed, so that it must be loaded.
        """
        self._read_timers()
        known = {row.habit.id: number for number, row in enumerate(self._all_rows)}
        shown = {row.habit.id: number for number, row in self._numbered()}
        last = self.columnCount() - 1
        for habit_id in habit_ids:
            habit = self._workspace.records.habit(habit_id)
            place = known.get(habit_id)
            if habit is None or place is None or habit != self._all_rows[place].habit:
                return False
            row = self._all_rows[place] = self._row(habit)
            number = shown.get(habit_id)
            if number is not None:
                self.rows[number] = row
                self.dataChanged.emit(self.index(number, 1), self.index(number, last))
        self._refresh_headings()
        return True

    def _refresh_headings(self) -> None:
        """Count anew what the headings say is done."""
        by_area = {row.area.key: row for row in self._rows_shown() if isinstance(row, GroupRow)}
        for number, row in enumerate(self.rows):
            if isinstance(row, GroupRow) and row != by_area[row.area.key]:
                self.rows[number] = by_area[row.area.key]
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many rows, headings included."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Name, days, the day's control, figures."""
        return 0 if parent.isValid() else len(self.days) + 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be entered in their first column; days and the control be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        column = index.column()
        if isinstance(self.rows[index.row()], GroupRow):
            return _OF_HEADING if column == NAME_COLUMN else Qt.ItemFlag.NoItemFlags
        return _TO_EDIT if 1 <= column <= self.control_column else _TO_CHOOSE

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """A cell in words; the delegate paints from `rows` instead."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Role.AccessibleTextRole, Role.DisplayRole):
            if isinstance(row, GroupRow):
                return group_words(row)
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
