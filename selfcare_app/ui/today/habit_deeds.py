"""What can be done with a whole habit on the Today page: moved, rested from, paused, put away."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.today.arranging import Place, arranged, place_one_on
from selfcare_app.ui.today.model import TodayModel


class HabitDeeds:
    """Asks where it must, then does it through the journal."""

    def __init__(
        self,
        parent: QWidget,
        workspace: Workspace,
        model: TodayModel,
        attempt: Callable[[Callable[[], object]], object],
    ) -> None:
        """`attempt` does what it gets and tells the person of a KnownError."""
        self._parent, self._workspace, self._model = parent, workspace, model
        self._journal, self._attempt = workspace.journal, attempt

    def step(self, habit: Habit, step: int) -> None:
        """Move `habit` up (−1) or down (1) past its neighbour on the page."""
        place = self._place(habit, step)
        if place is not None:
            self.move(habit, place)

    def can_step(self, habit: Habit, step: int) -> bool:
        """Whether there is a place for `habit` up (−1) or down (1)."""
        return self._model.in_own_order and self._place(habit, step) is not None

    def _place(self, habit: Habit, step: int) -> Place | None:
        habits = self._workspace.records.habits()
        if self._model.filter.on:
            # Past what can be seen: past a habit that is left out it would seem to stand still.
            habits = [row.habit for row in self._model.rows_in_sight()]
        return place_one_on(habits, habit, step)

    def move(self, habit: Habit, place: Place) -> None:
        """Put `habit` there; a folded group that it comes into opens."""
        order = arranged(self._workspace.records.habits(), habit, place)
        if order:
            self._attempt(lambda: self._arrange(order, place.area))

    def _arrange(self, order: list[Habit], area: str) -> None:
        self._model.unfold(area)
        self._journal.arrange_habits(order)

    def fold(self, area: str, folded: bool) -> None:
        """Show the heading alone of that practice area, or its habits again."""
        self._attempt(lambda: self._model.fold(area, folded))

    def fold_all(self) -> None:
        """Show the headings alone of all practice areas on the page."""
        everything = self._model.folded | self._model.unfolded()
        self._attempt(lambda: self._model.fold_only(everything))

    def unfold_all(self) -> None:
        """Show the habits of every practice area."""
        self._attempt(lambda: self._model.fold_only(()))

    def rest_for_days(self, habit: Habit, day: date) -> None:
        """Ask for several days to rest, `day` the first offered."""
        # Imported here, as below: the page stands sooner without dialogs.
        from selfcare_app.ui.today.pause_dialog import RestDialog

        dialog = RestDialog(self._parent, self._workspace, habit, day)
        dialog.ask(lambda: self._attempt(dialog.keep))

    def pause(self, habit: Habit | None) -> None:
        """Ask from when to when `habit`, or all habits for None, shall pause."""
        from selfcare_app.ui.today.pause_dialog import PauseDialog

        dialog = PauseDialog(self._parent, self._workspace, habit)
        dialog.ask(lambda: self._attempt(dialog.keep))

    def archive(self, habit: Habit) -> None:
        """Put `habit` away, with everything logged."""
        self._attempt(lambda: self._journal.archive_habit(habit))

    def delete(self, habit: Habit) -> None:
        """Take `habit` away; it can be brought back until it is erased in Settings."""
        self._attempt(lambda: self._journal.delete_habit(habit))

    def put_off(self, habit: Habit) -> None:
        """Ask no more about the silence of `habit` for a while."""
        self._attempt(lambda: self._workspace.memory.put_off(habit, self._workspace.today()))
