"""The Today page, put together: the day's head, the habits, the check-in."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Actions, key_words
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.page import Page
from selfcare_app.ui.theme import MARGIN, Theme, give_font
from selfcare_app.ui.today.actions import DayActions
from selfcare_app.ui.today.check_in import CheckInCard
from selfcare_app.ui.today.columns import days_that_fit
from selfcare_app.ui.today.day_header import DayHeader
from selfcare_app.ui.today.day_keys import DayKeys
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.state import HabitRow, planned_and_kept
from selfcare_app.ui.today.table import TodayTable
from selfcare_app.ui.today.ticking import Ticking
from selfcare_app.ui.today.timer_keys import TimerKeys
from selfcare_app.ui.today.timing import BREATHE, TIMER_ACTIONS, Timers

if TYPE_CHECKING:
    from selfcare_app.ui.today.note_editor import NoteEditor

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
        self._actions = DayActions(workspace.journal)
        self._timers = Timers(workspace)
        self._today = workspace.today()
        self.model = TodayModel(workspace)
        self.header = DayHeader()
        self.table = TodayTable(self.model, theme, icons)
        self.ticking = Ticking(self.table, self.model, workspace.journal)
        self.check_in = CheckInCard()
        self._card = _card_around(self.table)
        self._empty = _EmptyState()
        self._lay_out()
        self.header.day_chosen.connect(self.show_day)
        self.header.add_wanted.connect(self.add_wanted)
        self.header.calendar_wanted.connect(self.calendar_wanted)
        self._empty.button.clicked.connect(self.add_wanted)
        self.table.acted.connect(self._on_acted)
        self.table.menu_wanted.connect(self._open_menu)
        self.table.painter_of_cells.typed.connect(self._on_typed)
        self.table.painter_of_cells.corrected.connect(self._on_corrected)
        self.check_in.changed.connect(self._on_check_in)
        self.set_theme(theme, icons)
        self._day_keys = DayKeys(actions, self.table, self.model)
        self._timer_keys = TimerKeys(actions, self.table, self.model)
        self.header.add_actions(actions)
        self._days_shown = self._days_that_fit(self.sizeHint().width())
        self.show_day(self._today)

    def _lay_out(self) -> None:
        content = QWidget(self)
        content.setMaximumWidth(WIDEST_CONTENT)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
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
        self.header.set_theme(theme, icons)
        self.table.set_theme(theme)

    def take_fonts(self) -> None:
        """Follow a change of the text size; labels do so by themselves."""
        self.table.set_theme(self.table.painter_of_cells.theme)
        self.check_in.fit()
        self._fit_days()
        self._show_rest()

    def show_day(self, day: date) -> None:
        """Look at `day`; days that have not come yet lead to today."""
        self.check_in.finish_typing()
        current = self.table.current_cell()
        shown = len(self.model.days)
        self.model.load(min(day, self._today), self._days_shown)
        self.table.days_header.today_shown = self.day == self._today
        if current is not None and current[0] < self.model.rowCount():
            moved = len(self.model.days) - shown
            self.table.focus_cell(current[0], max(0, current[1] + moved * (current[1] > 0)))
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
        row = self._row(cell[0]) if cell else None
        return None if row is None else row.habit.id

    def show_habit(self, habit_id: str) -> bool:
        """Put the focus on that habit's control; whether it stands on the page."""
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

    def _show_rest(self) -> None:
        rows = self.model.habit_rows()
        planned, kept = planned_and_kept(rows)
        summary = tr("{kept} of {planned} done", kept=kept, planned=planned) if planned else ""
        self.header.show_day(self.day, self._today, summary)
        self.check_in.show_check_in(self._workspace.records.check_in(self.day))
        self._empty.setVisible(not rows)
        self._card.setVisible(bool(rows))
        self._card.setMaximumHeight(self.table.contents_height() + 2)

    def _row(self, number: int) -> HabitRow | None:
        row = self.model.rows[number]
        return row if isinstance(row, HabitRow) else None

    def _on_acted(self, number: int, column: int, action: str) -> None:
        row = self._row(number)
        if row is None:
            return
        if action == "note":
            self.write_note(row, self.model.day_of(column))
            return
        if action == BREATHE:
            self.breathe_wanted.emit(row.habit.id)
            return
        if action in TIMER_ACTIONS:
            self._try(lambda: self._run_timer(number, row, action))
            return
        entry = self._workspace.records.entry(row.habit.id, self.model.day_of(column))
        self._try(lambda: self._actions.perform(row.habit, entry, action))

    def _on_typed(self, number: int, column: int, text: str) -> None:
        row = self._row(number)
        if row is not None:
            day = self.model.day_of(column)
            self._try(lambda: self._actions.log_typed(row.habit, day, text))

    def _run_timer(self, number: int, row: HabitRow, action: str) -> None:
        minutes = self._timers.perform(row.habit, row.timer, action)
        if minutes is not None:
            self.table.ask_to_correct(number, minutes)

    def _on_corrected(self, number: int, text: str) -> None:
        row = self._row(number)
        if row is not None:
            self._try(lambda: self._timers.stop_with(row.habit, text))

    def _on_check_in(self, check_in: object) -> None:
        self._try(lambda: self._workspace.journal.check_in(check_in))  # type: ignore[arg-type]  # a signal's object
        self.check_in.show_check_in(self._workspace.records.check_in(self.day))

    def write_note(self, row: HabitRow, day: date) -> "NoteEditor":
        """Let the note of `day` be written, which is kept as it is typed."""
        from selfcare_app.ui.today.note_editor import NoteEditor

        editor = NoteEditor(self.window(), self._workspace, row.habit, day)
        editor.finished.connect(editor.deleteLater)
        editor.begin()
        return editor

    def _try(self, act: Callable[[], object]) -> None:
        """Do what the person asked; where it cannot be done, say so and show what is true."""
        try:
            act()
        except KnownError as error:
            self.problem.emit(str(error))
            self.refresh(None)

    def _open_menu(self, number: int, column: int, where: QPoint) -> None:
        row = self._row(number)
        if row is not None:
            self.menu_for(row, number, column).popup(where)

    def menu_for(self, row: HabitRow, number: int, column: int) -> QMenu:
        """All that can be said of that column's day, as a menu; the focus ring goes there."""
        self.table.focus_cell(number, column)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setTitle(row.habit.name)
        menu.addActions([action for action in self._day_keys.menu if action.offered])
        menu.addSeparator()
        menu.addActions([action for action in self._timer_keys.menu if action.offered])
        menu.addSeparator()
        edit = menu.addAction(f"{tr('Edit habit…')}\t{key_words('Ctrl+E')}")
        edit.triggered.connect(lambda: self.edit_wanted.emit(row.habit.id))
        return menu

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
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table)
    return card
