"""What was wanted of a day on the Today page, or of all the days chosen, done or asked for."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.today.actions import DayActions
from selfcare_app.ui.today.many_days import ABOUT_MANY, log_on_many, say_of_many
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.state import HabitRow
from selfcare_app.ui.today.table import TodayTable
from selfcare_app.ui.today.timing import TIMER_ACTIONS, Timers

if TYPE_CHECKING:
    from selfcare_app.ui.today.note_editor import NoteEditor

Place = tuple[int, int]
"""Row and column."""


class DayDeeds:
    """Acts on the day at a place of the table or, where that is one of those chosen, on all."""

    def __init__(
        self,
        parent: QWidget,
        workspace: Workspace,
        model: TodayModel,
        table: TodayTable,
        attempt: Callable[[Callable[[], object]], object],
    ) -> None:
        """`attempt` does what it gets and tells the person of a KnownError."""
        self._parent, self._workspace = parent, workspace
        self._model, self._table = model, table
        self._attempt = attempt
        self._actions = DayActions(workspace.journal)
        self._timers = Timers(workspace)

    def act(self, row: int, column: int, action: str) -> None:
        """Do `action`, one of those of `TodayTable.acted`."""
        habit = self._model.habit_at(row)
        if habit is None:
            return
        day, chosen = self._model.day_of(column), self._chosen((row, column))
        if action == "note":
            self.write_note(habit, day)
        elif action in TIMER_ACTIONS:
            self._attempt(lambda: self._run_timer(row, action))
        elif chosen and action in ABOUT_MANY:
            self._attempt(lambda: say_of_many(self._workspace, chosen, action))
        else:
            entry = self._workspace.records.entry(habit.id, day)
            self._attempt(lambda: self._actions.perform(habit, entry, action))

    def log_typed(self, row: int, column: int, text: str) -> None:
        """Log the amount that was typed."""
        habit = self._model.habit_at(row)
        if habit is None:
            return
        day, chosen = self._model.day_of(column), self._chosen((row, column))
        if chosen:
            self._attempt(lambda: log_on_many(self._workspace, habit, chosen, text))
        else:
            self._attempt(lambda: self._actions.log_typed(habit, day, text))

    def _chosen(self, place: Place) -> list[tuple[Habit, date]]:
        selection = self._table.selection
        return selection.days() if place in selection.cells else []

    def stop_timer_with(self, row: int, text: str) -> None:
        """Log the minutes that were typed instead of what the timer of that row counted."""
        habit = self._model.habit_at(row)
        if habit is not None:
            self._attempt(lambda: self._timers.stop_with(habit, text))

    def _run_timer(self, number: int, action: str) -> None:
        row = self._model.rows[number]
        if not isinstance(row, HabitRow):
            return
        minutes = self._timers.perform(row.habit, row.timer, action)
        if minutes is not None:
            self._ask_to_correct(number, minutes)

    def _ask_to_correct(self, number: int, minutes: str) -> None:
        """Open the field with the minutes that a forgotten timer counted."""
        cells = self._table.painter_of_cells
        cells.correcting = minutes
        self._table.edit_at(number, self._model.control_column)
        if self._table.state() != QAbstractItemView.State.EditingState:
            cells.correcting = None

    def write_note(self, habit: Habit, day: date) -> "NoteEditor":
        """Let the note of `day` be written, which is kept as it is typed."""
        # Imported here: the page stands sooner without it.
        from selfcare_app.ui.today.note_editor import NoteEditor

        editor = NoteEditor(self._parent.window(), self._workspace, habit, day)
        editor.finished.connect(editor.deleteLater)
        editor.begin()
        return editor
