"""A day, typed or chosen from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget

from selfcare_app.ui.choice import paint_arrow
from selfcare_app.ui.wording import date_format


class DayField(QDateEdit):
    """A day, typed or chosen from a calendar."""

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent)
        written = date_format(QLocale().name(), year=True, weekday=False, short=False)
        self.setDisplayFormat(written)
        self.setCalendarPopup(True)
        calendar = QCalendarWidget()
        plain = calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, plain)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setCalendarWidget(calendar)
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Show `day`."""
        self.setDate(QDate(day.year, day.month, day.day))

    @property
    def day(self) -> date:
        """The day in the field."""
        found = self.date()
        return date(found.year(), found.month(), found.day())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the arrow that opens the calendar."""
        super().paintEvent(event)
        paint_arrow(self)
