"""The days of the charts as a table that can be read aloud and copied."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from selfcare_app.domain.entry import Entry
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.services.records import Records
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.ui.charts.span import Reach, days_in
from selfcare_app.ui.progress.state import day_state
from selfcare_app.ui.wording import amount_words, day_words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole


class Column(Value):
    """One column: its title, and what it says of a day."""

    title: str
    words: Callable[[HabitStatistics, Entry], str]
    number: bool = False


def _day(statistics: HabitStatistics, entry: Entry) -> str:
    return day_words(entry.day, date.fromordinal(statistics.timeline.as_of))


def _amount(statistics: HabitStatistics, entry: Entry) -> str:
    return "" if entry.value is None else amount_words(statistics.habit, entry.value)


def _strength(statistics: HabitStatistics, entry: Entry) -> str:
    score = statistics.scores[entry.day.toordinal() - statistics.timeline.first]
    return str(round(score * 100))


def _note(statistics: HabitStatistics, entry: Entry) -> str:
    return " ".join(entry.note.split())


def columns_of(statistics: HabitStatistics | None) -> list[Column]:
    """The table's columns; amounts only for a measured habit."""
    amounts = statistics is not None and statistics.habit.measured
    return [
        Column(tr("Day"), _day),
        Column(tr("State"), day_state),
        *([Column(tr("Amount"), _amount, number=True)] if amounts else []),
        Column(tr("Strength"), _strength, number=True),
        Column(tr("Note"), _note),
    ]


class DayTableModel(QAbstractTableModel):
    """A row a day, the newest first."""

    def __init__(self, records: Records) -> None:
        super().__init__()
        self._records = records
        self._statistics: HabitStatistics | None = None
        self._days = range(0)
        self._entries: dict[date, Entry] = {}
        self._columns = columns_of(None)

    def show_days(self, statistics: HabitStatistics, reach: Reach) -> None:
        """Show the days of `reach`, with what was logged on them."""
        self.beginResetModel()
        self._statistics = statistics
        self._days = days_in(statistics.timeline, reach)
        self._entries = self._entries_on(statistics.habit.id, self._days)
        self._columns = columns_of(statistics)
        self.endResetModel()

    def _entries_on(self, habit_id: str, days: range) -> dict[date, Entry]:
        if not days:
            return {}
        first, last = date.fromordinal(days[0]), date.fromordinal(days[-1])
        found = self._records.entries_between(habit_id, first, last)
        return {entry.day: entry for entry in found}

    def day_in(self, row: int) -> date:
        """The day in that row."""
        return date.fromordinal(self._days[-1 - row])

    # Qt's side

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt asks for the number of rows."""
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Qt asks for the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What a column says of a day."""
        if not index.isValid() or self._statistics is None:
            return None
        column = self._columns[index.column()]
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        day = self.day_in(index.row())
        entry = self._entries.get(day) or Entry(self._statistics.habit.id, day)
        return column.words(self._statistics, entry)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return column.title if role == Role.DisplayRole else None
