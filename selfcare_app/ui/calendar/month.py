"""The month calendar: a card that leads to any day, and shows how each of them went."""

from datetime import date

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from selfcare_app.domain.words import tr
from selfcare_app.ui.announce import announce
from selfcare_app.ui.calendar.grid import Counts, MonthGrid
from selfcare_app.ui.calendar.legend import Legend
from selfcare_app.ui.calendar.words import count_words, month_names
from selfcare_app.ui.choice import Choice
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.overlay import Overlay
from selfcare_app.ui.theme import Theme, font
from selfcare_app.ui.wording import day_words

GAP = 4
"""Between the button that opens it and the card, in logical pixels."""
EDGE = 8
"""Least space to the window's edge."""


class MonthCalendar(Overlay):
    """Chooses a day, today or any before it."""

    chosen = Signal(object)
    """The day to look at."""

    def __init__(
        self,
        window: QWidget,
        anchor: QWidget,
        look: tuple[Theme, Icons],
        counts: Counts,
        *,
        today: date,
        looked_at: date,
        first_weekday: int,
        first_year: int,
    ) -> None:
        """`anchor` is the button below which it stands; years are offered from `first_year`
        on, and earlier ones once the keys have led there."""
        super().__init__(window)
        self._anchor, self._today, self._first_year = anchor, today, first_year
        self.setAccessibleName(tr("Choose a day"))
        theme, icons = look
        self.previous = self._step_button(icons, theme, "previous", tr("Month before"), -1)
        self.months = Choice(self.card)
        self.months.addItems(month_names())
        self.months.setAccessibleName(tr("Month"))
        self.years = Choice(self.card)
        self.years.setAccessibleName(tr("Year"))
        self.next = self._step_button(icons, theme, "next", tr("Month after"), 1)
        self.grid = MonthGrid(
            self.card,
            theme,
            counts,
            today=today,
            looked_at=looked_at,
            first_weekday=first_weekday,
        )
        self.words = QLabel(self.card)
        self.words.setFont(font("caption"))
        self.words.setWordWrap(True)
        # The card keeps its width, whatever there is to say of a day.
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.today_button = QPushButton(tr("Today"), self.card)
        self.today_button.setAccessibleName(tr("Go to today"))
        self._lay_out(theme)
        self.months.activated.connect(lambda number: self._go(self.grid.day.year, number + 1))
        self.years.activated.connect(
            lambda number: self._go(self._years()[number], self.grid.day.month)
        )
        self.grid.at.connect(self._on_at)
        self.grid.chosen.connect(self._choose)
        self.today_button.clicked.connect(lambda: self._choose(today))
        self.grid.go_to(looked_at)

    def _step_button(
        self, icons: Icons, theme: Theme, icon: str, name: str, months: int
    ) -> QPushButton:
        button = QPushButton(self.card)
        button.setProperty("role", "icon")
        button.setIcon(icons.icon(icon, theme.text, disabled=theme.faint))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.grid.step(months))
        return button

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.previous)
        head.addWidget(self.months, 1)
        head.addWidget(self.years)
        head.addWidget(self.next)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.today_button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(Legend(self.card, theme))
        column.addLayout(foot)

    def first_focus(self) -> QWidget:
        """The day that the page shows."""
        return self.grid.button_of(self.grid.day)

    def place_of_card(self, room: QRect) -> QRect:
        """Below its button, as far as there is room."""
        size = self.card.sizeHint().boundedTo(room.adjusted(EDGE, EDGE, -EDGE, -EDGE).size())
        corner = self._anchor.mapTo(self._window, QPoint(self._anchor.width(), 0))
        left = min(max(corner.x() - size.width(), EDGE), room.right() - EDGE - size.width())
        top = corner.y() + self._anchor.height() + GAP
        top = max(EDGE, min(top, room.height() - EDGE - size.height()))
        return QRect(QPoint(left, top), size)

    def _years(self) -> range:
        """The years that can be chosen."""
        return range(min(self._first_year, self.grid.day.year), self._today.year + 1)

    def _go(self, year: int, month: int) -> None:
        day = self.grid.day
        self.grid.step((year - day.year) * 12 + month - day.month)

    def _on_at(self, day: date) -> None:
        self.months.setCurrentIndex(day.month - 1)
        years = [str(year) for year in self._years()]
        if self.years.count() != len(years):
            self.years.clear()
            self.years.addItems(years)
        self.years.setCurrentIndex(years.index(str(day.year)))
        month = day.replace(day=1)
        self.next.setEnabled(month < self._today.replace(day=1))
        count = self.grid.button_of(day).count
        if count is not None:
            self.words.setText(
                tr("{day}: {words}", day=day_words(day, self._today), words=count_words(count))
            )
        if not self.grid.isAncestorOf(self.focusWidget() or self):
            announce(self, self.words.text())

    def _choose(self, day: date) -> None:
        # First the focus goes back, so that the page shows the day with it.
        self.close()
        self.chosen.emit(day)
