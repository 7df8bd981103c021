"""What was wanted of a day on the Today page, or of all the days chosen, done or asked for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.today.actions import DayActions
from selfcare_app.ui.today.many_days import ABOUT_MANY, log_on_many, say_of_many
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.table import TodayTable

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
        attempt: Callable[[Callable[[], object]], None],
    ) -> None:
        """`attempt` does what it gets and tells the person of a KnownError."""
        self._parent, self._workspace = parent, workspace
        self._model, self._table = model, table
        self._attempt = attempt
        self._actions = DayActions(workspace.journal)

    def act(self, row: int, column: int, action: str) -> None:
        """Do `action`, one of those of `TodayTable.acted`."""
        habit = self._model.habit_at(row)
        if habit is None:
            return
        day, chosen = self._model.day_of(column), self._chosen((row, column))
        if action == "note":
            self._ask_for_note(habit, day)
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

    def _ask_for_note(self, habit: Habit, day: date) -> None:
        # Imported here: the page stands sooner without it.
        from selfcare_app.ui.today.dialogs import NoteDialog

        note = self._workspace.records.entry(habit.id, day).note
        dialog = NoteDialog(self._parent, habit, day, note)
        if dialog.exec() == dialog.DialogCode.Accepted:
            text = dialog.note
            self._attempt(lambda: self._workspace.journal.set_note(habit, day, text))
        dialog.deleteLater()
