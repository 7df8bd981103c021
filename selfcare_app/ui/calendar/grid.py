"""The days of a month, by mouse and by keys."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from selfcare_app.services.month import DayCount
from selfcare_app.ui.calendar.day_button import DayButton
from selfcare_app.ui.calendar.state import (
    DAYS_IN_WEEK,
    DAYS_SHOWN,
    FIRST_DAY,
    between,
    days_of_month,
    month_ends,
    months_on,
)
from selfcare_app.ui.calendar.words import weekday_names
from selfcare_app.ui.theme import Theme, font

Counts = Callable[[date, date], dict[date, DayCount]]
"""Tells how the days from the first to the last date stand, both included."""
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_IN_WEEK,
    Qt.Key.Key_Down: DAYS_IN_WEEK,
}
_MONTHS_IN_YEAR = 12


class MonthGrid(QWidget):
    """Shows the month of one day; the keys lead from day to day and from month to month."""

    chosen = Signal(object)
    """The day to look at."""
    at = Signal(object)
    """The day that the keys are on."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        counts: Counts,
        *,
        today: date,
        looked_at: date,
        first_weekday: int,
    ) -> None:
        """Weeks start on the ISO weekday `first_weekday`."""
        super().__init__(parent)
        self._counts, self._today, self._looked_at = counts, today, looked_at
        self._first_weekday = first_weekday
        self.day = looked_at
        """The day that the keys are on."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for column, (short, long) in enumerate(weekday_names(first_weekday)):
            label = QLabel(short, self)
            label.setAccessibleName(long)
            label.setProperty("role", "second")
            label.setFont(font("caption"))
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignHCenter)
        self.buttons = [DayButton(self, theme) for _ in range(DAYS_SHOWN)]
        for number, button in enumerate(self.buttons):
            grid.addWidget(button, number // DAYS_IN_WEEK + 1, number % DAYS_IN_WEEK)
            button.clicked.connect(self._on_clicked)
            button.moved.connect(self._on_key)

    def go_to(self, day: date, *, focus: bool = False) -> None:
        """Show the month of `day`, with the keys on that day; with `focus`, take the focus."""
        self.day = between(day, self._today)
        days = days_of_month(self.day, self._first_weekday)
        counts = self._counts(days[0], min(days[-1], self._today))
        for button, shown in zip(self.buttons, days, strict=True):
            count = counts.get(shown) if shown >= FIRST_DAY else None
            button.show_day(shown, count, self._today, self._looked_at, self.day.month)
            on = shown == self.day
            policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        if focus:
            self.button_of(self.day).setFocus(Qt.FocusReason.OtherFocusReason)
        self.at.emit(self.day)

    def button_of(self, day: date) -> DayButton:
        """The button of a day that is shown."""
        return next(button for button in self.buttons if button.day == day)

    def step(self, months: int) -> None:
        """Go so many months on, or back where negative; the focus stays where it is."""
        self.go_to(months_on(self.day, months, self._today))

    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, DayButton)
        self.chosen.emit(button.day)

    def _on_key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        first, last = month_ends(self.day, self._today)
        year = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        months = _MONTHS_IN_YEAR if year else 1
        match key:
            case Qt.Key.Key_Home:
                there = first
            case Qt.Key.Key_End:
                there = last
            case Qt.Key.Key_PageUp:
                there = months_on(self.day, -months, self._today)
            case Qt.Key.Key_PageDown:
                there = months_on(self.day, months, self._today)
            case _:
                there = self.day + timedelta(days=_STEPS[key])
        self.go_to(there, focus=True)
