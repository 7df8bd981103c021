"""The head of the Today page: which day is looked at, and the way to other days."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.actions import Actions, Section
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.theme import Theme, give_font
from selfcare_app.ui.wording import day_words, short_day_words


class DayHeader(QWidget):
    """Says the date and how much is done; goes to the day before, after, or any other."""

    day_chosen = Signal(object)
    """The day to look at."""
    add_wanted = Signal()
    calendar_wanted = Signal()
    """The person wants to choose a day from a month."""
    search_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._day = self._today = date.min
        self.title = QLabel()
        give_font(self.title, "page")
        # It takes the room that the buttons leave, and fits its words into it.
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.summary = QLabel()
        self.summary.setProperty("role", "second")
        self.previous = self._button("", tr("Day before"), lambda: self._go(-1))
        self.today = self._button(
            tr("Today"), tr("Go to today"), lambda: self.day_chosen.emit(self._today)
        )
        self.next = self._button("", tr("Day after"), lambda: self._go(1))
        self.calendar = self._button("", tr("Choose a day"), self.calendar_wanted.emit)
        self.search = self._button("", tr("Search habits"), self.search_wanted.emit)
        self.add = self._button(tr("Add habit"), tr("Add habit"), self.add_wanted.emit)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addLayout(words, 1)
        for button in (self.previous, self.today, self.next, self.calendar):
            line.addWidget(button)
        line.addSpacing(10)
        line.addWidget(self.search)
        line.addWidget(self.add)

    def _button(self, words: str, name: str, act: object) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(name)
        button.setToolTip(name if not words else "")
        button.setMinimumHeight(32)
        button.clicked.connect(act)
        if not words:
            button.setProperty("role", "icon")
        return button

    def add_actions(self, actions: Actions) -> None:
        """Register the ways to other days."""
        for button, title, icon, keys in (
            (self.previous, tr("Day before"), "previous", "Alt+Left"),
            (self.next, tr("Day after"), "next", "Alt+Right"),
            (self.today, tr("Go to today"), "today", "Alt+Home"),
            (self.calendar, tr("Choose a day…"), "calendar", "Ctrl+G"),
        ):
            goes_on = button in (self.previous, self.next)
            actions.add_button(Section.DAYS, button, title, icon, keys, repeats=goes_on)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw the buttons' icons in the colours of `theme`."""
        for button, name in (
            (self.previous, "previous"),
            (self.next, "next"),
            (self.calendar, "calendar"),
            (self.search, "search"),
            (self.add, "add"),
        ):
            button.setIcon(icons.icon(name, theme.text, disabled=theme.faint))

    def show_day(self, day: date, today: date, summary: str) -> None:
        """Show `day` as the one looked at."""
        self._day, self._today = day, today
        self._fit_title()
        self.summary.setText(summary)
        self.next.setEnabled(day < today)
        self.next.setToolTip(tr("Day after") if day < today else tr("That day has not come yet."))

    def _fit_title(self) -> None:
        """Say the day in full or, where there is no room, in short."""
        words = day_words(self._day, self._today)
        self.title.setAccessibleName(words)
        if self.title.fontMetrics().horizontalAdvance(words) > self.title.width():
            words = short_day_words(self._day, self._today)
        self.title.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the day into the new width."""
        super().resizeEvent(event)
        if self._day > date.min:
            self._fit_title()

    def _go(self, days: int) -> None:
        self.day_chosen.emit(self._day + timedelta(days=days))
