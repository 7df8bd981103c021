"""The seven days of the week, each to be turned on or off."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget


class WeekdayButtons(QWidget):
    """One button a weekday, in the order in which weeks run here."""

    changed = Signal()

    def __init__(self, first_weekday: int, parent: QWidget) -> None:
        """Weeks start on ISO weekday `first_weekday`."""
        super().__init__(parent)
        self.buttons: dict[int, QPushButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for place in range(7):
            weekday = (first_weekday - 1 + place) % 7 + 1
            self.buttons[weekday] = self._button(weekday)
            line.addWidget(self.buttons[weekday])

    def _button(self, weekday: int) -> QPushButton:
        locale = QLocale()
        button = QPushButton(locale.dayName(weekday, QLocale.FormatType.ShortFormat), self)
        button.setProperty("role", "weekday")
        button.setAccessibleName(locale.dayName(weekday))
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.toggled.connect(self.changed)
        return button

    def weekdays(self) -> frozenset[int]:
        """The ISO weekdays that are on."""
        return frozenset(day for day, button in self.buttons.items() if button.isChecked())

    def show_weekdays(self, weekdays: frozenset[int]) -> None:
        """Turn exactly `weekdays` on."""
        for weekday, button in self.buttons.items():
            button.setChecked(weekday in weekdays)

    def first_button(self) -> QPushButton:
        """The button of the week's first day."""
        return next(iter(self.buttons.values()))
