"""Reminders of a habit: several, each at a time on some weekdays."""

from collections.abc import Iterable

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.reminder import EVERY_WEEKDAY, Reminder, checked_reminder, parse_time
from selfcare_app.domain.words import tr
from selfcare_app.ui.editor.field import Field
from selfcare_app.ui.editor.weekdays import WeekdayButtons
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, font

FIRST_MINUTE = 8 * 60


class RemindersField(Field):
    """Rows of reminders, and a button for one more."""

    def __init__(self, first_weekday: int, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(tr("Reminders"), parent)
        self._first_weekday, self._theme, self._icons = first_weekday, theme, icons
        self.rows: list[ReminderRow] = []
        self._wrong: QWidget | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.column.addLayout(self._rows)
        self.add = QPushButton(tr("Add reminder"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish()

    def show_reminders(self, reminders: Iterable[Reminder]) -> None:
        """Show `reminders`."""
        for row in list(self.rows):
            self._remove(row)
        for reminder in reminders:
            self._add(reminder)

    def read(self) -> list[Reminder]:
        """The reminders; raises BadInput for the first that has no time or no day."""
        found = []
        for row in self.rows:
            self._wrong = row.time
            reminder = row.reminder()
            self._wrong = row.weekdays.first_button()
            found.append(checked_reminder(reminder))
        self._wrong = None
        return found

    def wrong_control(self) -> QWidget:
        """The time or the days that have to be mended."""
        return self._wrong or self.add

    def _on_add(self) -> None:
        minute = self._last_minute()
        self._add(Reminder("", "", minute)).time.setFocus()
        self.changed.emit()

    def _last_minute(self) -> int:
        try:
            return self.rows[-1].reminder().minute if self.rows else FIRST_MINUTE
        except BadInput:
            return FIRST_MINUTE

    def _add(self, reminder: Reminder) -> "ReminderRow":
        row = ReminderRow(reminder, self._first_weekday, self)
        row.remove.setIcon(self._icons.icon("close", self._theme.text))
        row.changed.connect(self.changed)
        row.remove.clicked.connect(lambda: self._on_remove(row))
        self.rows.append(row)
        self._rows.addWidget(row)
        return row

    def _on_remove(self, row: "ReminderRow") -> None:
        self._remove(row)
        self.add.setFocus()
        self.changed.emit()

    def _remove(self, row: "ReminderRow") -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()


class ReminderRow(QWidget):
    """One reminder: its time, its days, and a button that takes it away."""

    changed = Signal()

    def __init__(self, reminder: Reminder, first_weekday: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._reminder = reminder
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.time = QLineEdit(time_text(reminder.minute), self)
        self.time.setAccessibleName(tr("Time of the reminder"))
        self.time.setFixedWidth(QFontMetrics(font("body")).horizontalAdvance("00:00") + 30)
        self.weekdays = WeekdayButtons(first_weekday, self)
        self.weekdays.show_weekdays(reminder.weekdays or EVERY_WEEKDAY)
        self.remove = QPushButton(self)
        self.remove.setProperty("role", "icon")
        self.remove.setAutoDefault(False)
        self.remove.setAccessibleName(tr("Remove reminder"))
        self.remove.setToolTip(tr("Remove reminder"))
        line.addWidget(self.time)
        line.addWidget(self.weekdays, 1)
        line.addWidget(self.remove)
        self.time.textChanged.connect(self.changed)
        self.weekdays.changed.connect(self.changed)

    def reminder(self) -> Reminder:
        """The reminder as typed; raises BadInput where that is no time of day."""
        minute = parse_time(self.time.text())
        kept = self._reminder
        return Reminder(kept.id, kept.habit_id, minute, self.weekdays.weekdays())


def time_text(minute: int) -> str:
    """The minute of the day (0–1439) as it is typed, with 24 hours."""
    return QLocale.c().toString(QTime(minute // 60, minute % 60), "H:mm")
