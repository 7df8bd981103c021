"""Any two dates as the range of the charts."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from selfcare_app.domain.days import EARLIEST_YEAR
from selfcare_app.domain.words import tr
from selfcare_app.ui.charts.span import Dates
from selfcare_app.ui.day_field import DayField
from selfcare_app.ui.theme import font
from selfcare_app.ui.wording import date_format


class DatesRow(QWidget):
    """The first and the last day; neither passes the other or today."""

    chosen = Signal(object)
    """The Dates that hold now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        self._words = [QLabel(tr("From")), QLabel(tr("to"))]
        self.first = self._field(tr("First day"))
        self.last = self._field(tr("Last day"))
        for words, field in zip(self._words, (self.first, self.last), strict=True):
            row.addWidget(words)
            row.addWidget(field)
        row.addStretch(1)
        self.take_fonts()
        self.set_today(date.today())

    def _field(self, name: str) -> DayField:
        field = DayField(date.today(), self)
        written = date_format(QLocale().name(), year=True, weekday=False, short=True)
        field.setDisplayFormat(written)
        field.setAccessibleName(name)
        field.setMinimumDate(QDate(EARLIEST_YEAR, 1, 1))
        field.dateChanged.connect(self._on_changed)
        return field

    def set_today(self, today: date) -> None:
        """Let no date be after `today`; at first the two are a month apart."""
        limit = _qt_date(today)
        if self.last.maximumDate() == limit:
            return
        fresh = self.last.maximumDate().year() > 9000
        for field in (self.first, self.last):
            field.setMaximumDate(limit)
        if fresh:
            self.show_dates(Dates((today - timedelta(days=30)).toordinal(), today.toordinal()))

    @property
    def dates(self) -> Dates:
        """The two dates."""
        return Dates(self.first.day.toordinal(), self.last.day.toordinal())

    def show_dates(self, dates: Dates) -> None:
        """Put those dates in."""
        for field, day in ((self.first, dates.first), (self.last, dates.last)):
            field.blockSignals(True)
            field.setDate(_qt_date(date.fromordinal(day)))
            field.blockSignals(False)

    def take_fonts(self) -> None:
        """Use the fonts of the present text size."""
        for part in (*self._words, self.first, self.last):
            part.setFont(font("body"))

    def _on_changed(self) -> None:
        dates = self.dates
        if dates.last < dates.first:
            # The one that was not touched gives way.
            moved = dates.first if self.sender() is self.first else dates.last
            dates = Dates(moved, moved)
            self.show_dates(dates)
        self.chosen.emit(dates)


def _qt_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
