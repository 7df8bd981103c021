"""The Today page, put together: the day's head, the habits, the check-in."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Actions, Section
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.page import Page
from selfcare_app.ui.theme import CARD_RADIUS, MARGIN, Theme, give_font
from selfcare_app.ui.today.check_in import CheckInCard
from selfcare_app.ui.today.columns import days_that_fit
from selfcare_app.ui.today.day_deeds import DayDeeds
from selfcare_app.ui.today.day_header import DayHeader
from selfcare_app.ui.today.day_keys import DayKeys
from selfcare_app.ui.today.habit_deeds import HabitDeeds
from selfcare_app.ui.today.habit_keys import HabitKeys
from selfcare_app.ui.today.menu import RowMenu
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.state import planned_and_kept
from selfcare_app.ui.today.table import TodayTable
from selfcare_app.ui.today.ticking import Ticking
from selfcare_app.ui.today.timer_keys import TimerKeys

if TYPE_CHECKING:
    from selfcare_app.ui.today.above_table import AboveTable
    from selfcare_app.ui.work_day.strip import BoundaryStrip

WIDEST_CONTENT = 1320


class TodayPage(Page):
    """Logs a day: today, or any day before it."""

    breathe_wanted = Signal(str)
    """The person wants to breathe with the guide, for the habit with that id."""
    calendar_wanted = Signal()
    """The person wants to choose a day from a month."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        """`actions` is where the page registers what can be done on it."""
        super().__init__(parent)
        self._workspace = workspace
        self._theme, self._icons = theme, icons
        self._today = workspace.today()
        self.model = TodayModel(workspace)
        self.header = DayHeader()
        self.table = TodayTable(self.model, theme, icons)
        self.ticking = Ticking(self.table, self.model, workspace.journal)
        self.check_in = CheckInCard()
        self.days = DayDeeds(self, workspace, self.model, self.table, self._try)
        self.deeds = HabitDeeds(self, workspace, self.model, self._try)
        self.above: AboveTable | None = None
        """Made when something is to stand there."""
        self._strip: BoundaryStrip | None = None
        self._card = _card_around(self.table)
        self._empty = _EmptyState()
        self._lay_out()
        self.header.day_chosen.connect(self.show_day)
        self.header.add_wanted.connect(self.add_wanted)
        self.header.calendar_wanted.connect(self.calendar_wanted)
        self.header.search_wanted.connect(self.search)
        self._empty.button.clicked.connect(self.add_wanted)
        self.table.acted.connect(self.days.act)
        self.table.painter_of_cells.typed.connect(self.days.log_typed)
        self.table.painter_of_cells.corrected.connect(self.days.stop_timer_with)
        self.table.fold_wanted.connect(self.deeds.fold)
        self.table.dropped.connect(self.deeds.move)
        self.model.modelReset.connect(self._fit_card)
        self.check_in.changed.connect(self._on_check_in)
        self.set_theme(theme, icons)
        about_day = DayKeys(actions, self.table, self.model).menu
        about_timer = TimerKeys(actions, self.table, self.model, self.breathe_wanted.emit).menu
        about_habit = HabitKeys(actions, self.table, self.model, self.deeds).menu
        self.menu = RowMenu(self, self.table, self.model, (*about_day, *about_timer), about_habit)
        self.header.add_actions(actions)
        actions.add_button(
            Section.HABITS, self.header.search, tr("Search, filter and sort…"), "search", "Ctrl+F"
        )
        self._days_shown = self._days_that_fit(self.sizeHint().width())
        self.show_day(self._today)

    def _lay_out(self) -> None:
        content = QWidget(self)
        content.setMaximumWidth(WIDEST_CONTENT)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._column = column
        column.addWidget(self.header)
        column.addWidget(self._empty)
        column.addWidget(self._card, 1000)
        column.addWidget(self.check_in)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 16, MARGIN, 14)
        outer.addWidget(content)

    @property
    def day(self) -> date:
        """The day looked at."""
        return self.model.day

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Paint in the colours of `theme`."""
        self._theme, self._icons = theme, icons
        self.header.set_theme(theme, icons)
        self.table.set_theme(theme)
        if self.above is not None:
            self.above.set_theme(theme, icons)

    def take_fonts(self) -> None:
        """Follow a change of the text size; labels do so by themselves."""
        self.table.set_theme(self.table.painter_of_cells.theme)
        self.check_in.fit()
        self._fit_days()
        self._show_rest()

    def show_day(self, day: date) -> None:
        """Look at `day`; days that have not come yet lead to today."""
        self.check_in.finish_typing()
        self.model.load(min(day, self._today), self._days_shown)
        self.table.days_header.today_shown = self.day == self._today
        self._show_rest()

    def refresh(self, habit_ids: set[str] | None) -> None:
        """Show what changed of those habits; None where anything may have."""
        if habit_ids is None or not self.model.refresh(habit_ids):
            self.show_day(self.day)
        else:
            self._show_rest()

    def take_focus(self) -> None:
        """Put the focus where the person will want it first."""
        first = self.table if self.model.rows else self._empty.button
        first.setFocus()

    def habit_in_focus(self) -> str | None:
        """The id of the habit whose row has the focus ring."""
        cell = self.table.current_cell()
        habit = self.model.habit_at(cell[0]) if cell else None
        return None if habit is None else habit.id

    def show_habit(self, habit_id: str) -> bool:
        """Put the focus on that habit's control; whether it stands on the page.

        A folded group opens for it, and a search that leaves it out ends.
        """
        habit = self._workspace.records.habit(habit_id)
        if habit is None or habit.archived:
            return False
        if self.model.row_of(habit_id) is None and self.above is not None:
            self.above.filter_bar.put_away()
        if self.model.row_of(habit_id) is None:
            self.deeds.fold(habit.area, False)
        number = self.model.row_of(habit_id)
        if number is None:
            return False
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.table.focus_cell(number, self.model.control_column)
        return True

    def check_day(self) -> bool:
        """Go on to a new day if it has begun; whether it has."""
        today = self._workspace.today()
        if today == self._today:
            return False
        followed = self.day == self._today
        self._today = today
        self.show_day(today if followed else self.day)
        return True

    def search(self) -> None:
        """Open the bar to search, filter and sort habits."""
        if self.model.habit_rows():
            self._make_above().search()

    def place_strip(self, strip: "BoundaryStrip") -> None:
        """Have `strip` stand between the head of the page and the habits while it is today."""
        self._strip = strip
        self._column.insertWidget(self._column.indexOf(self.header) + 1, strip)
        strip.stand_on(today=self.day == self._today)

    def _make_above(self) -> "AboveTable":
        if self.above is None:
            # Imported here: seldom wanted, and the page stands sooner without it.
            from selfcare_app.ui.today.above_table import AboveTable

            above = AboveTable(self, self._workspace, self.model, self.deeds)
            above.set_theme(self._theme, self._icons)
            above.edit_wanted.connect(self.edit_wanted)
            above.left.connect(self.table.setFocus)
            self._column.insertWidget(self._column.indexOf(self._card), above)
            self.above = above
        return self.above

    def _show_above(self) -> None:
        """Ask about a habit that fell silent, on the day that it is now."""
        from selfcare_app.services.silence import silent_habit

        silent = silent_habit(self._workspace) if self.day == self._today else None
        if silent is not None:
            self._make_above()
        if self.above is not None:
            self.above.refresh(silent)

    def _show_rest(self) -> None:
        rows = self.model.habit_rows()
        planned, kept = planned_and_kept(rows)
        summary = tr("{kept} of {planned} done", kept=kept, planned=planned) if planned else ""
        self.header.show_day(self.day, self._today, summary)
        self.check_in.show_check_in(self._workspace.records.check_in(self.day))
        if self._strip is not None:
            self._strip.stand_on(today=self.day == self._today)
        self._empty.setVisible(not rows)
        self._card.setVisible(bool(rows))
        self._fit_card()
        self._show_above()

    def _fit_card(self) -> None:
        self._card.setMaximumHeight(self.table.contents_height() + 2 + CARD_RADIUS)

    def _on_check_in(self, check_in: object) -> None:
        assert isinstance(check_in, CheckIn)
        done = self._try(lambda: self._workspace.journal.check_in(check_in))
        self.check_in.show_check_in(self._workspace.records.check_in(self.day))
        if not done:
            self.check_in.leave_typed(check_in.note)

    def _try(self, act: Callable[[], object]) -> bool:
        """Do what the person asked; where it cannot be done, say so and show what is true.
        Returns whether it was done."""
        try:
            act()
        except KnownError as error:
            self.problem.emit(str(error))
            self.refresh(None)
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many days as fit."""
        super().resizeEvent(event)
        self._fit_days()

    def _fit_days(self) -> None:
        count = self._days_that_fit(self.width())
        if count != self._days_shown:
            self._days_shown = count
            self.show_day(self.day)

    def _days_that_fit(self, page_width: int) -> int:
        width = min(page_width - 2 * MARGIN, WIDEST_CONTENT)
        return days_that_fit(width, self.table.painter_of_cells.fonts.factor)

    def sizeHint(self) -> QSize:
        """The size that the page was drawn for."""
        return QSize(1092, 760)


class _EmptyState(QFrame):
    """One sentence and one button, for the very first day."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        sentence = QLabel(tr("No habits yet. Choose one small thing."))
        give_font(sentence, "sentence")
        self.button = QPushButton(tr("Add habit"))
        self.button.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 40, 24, 40)
        column.setSpacing(16)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(sentence, 0, centre)
        column.addWidget(self.button, 0, centre)


def _card_around(table: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    # The table paints its ground itself, which must not cover the round corners.
    column.setContentsMargins(0, 0, 0, CARD_RADIUS)
    column.addWidget(table)
    return card
