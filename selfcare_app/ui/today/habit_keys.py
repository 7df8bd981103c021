"""What can be done with the habit under the focus ring: as keys, as a menu, for the palette."""

from collections.abc import Callable, Sized
from datetime import date

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.ui.actions import Action, Actions, Section
from selfcare_app.ui.today.habit_deeds import HabitDeeds
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.table import TodayTable


class HabitKeys:
    """Registers the actions about whole habits; `menu` are those for a row's menu, in groups."""

    def __init__(
        self, actions: Actions, table: TodayTable, model: TodayModel, deeds: HabitDeeds
    ) -> None:
        self._actions, self._table, self._model, self._deeds = actions, table, model, deeds
        self.menu = self._add_actions()
        self._add_group_actions()

    def _add_actions(self) -> tuple[tuple[Action, ...], ...]:
        deeds = self._deeds
        rest = self._add(
            tr("Rest for days…"),
            lambda habit: deeds.rest_for_days(habit, self._day()),
            keys="Ctrl+R",
            says=tr("Rest for several days at once"),
            icon="rest",
        )
        pause = self._add(
            tr("Pause…"), deeds.pause, keys="P", says=tr("Pause the habit"), icon="rest"
        )
        up = self._add_step(tr("Move up"), -1, ("Ctrl+Shift+Up", "Alt+Up"))
        down = self._add_step(tr("Move down"), 1, ("Ctrl+Shift+Down", "Alt+Down"))
        archive = self._add(
            tr("Archive"), deeds.archive, says=tr("Archive: put it away, keep what was logged")
        )
        delete = self._add(
            tr("Delete"),
            deeds.delete,
            keys="Ctrl+Del",
            says=tr("Delete; it can be brought back in Settings"),
        )
        return (rest, pause), (up, down), (archive, delete)

    def _add_step(self, title: str, step: int, keys: tuple[str, str]) -> Action:
        return self._add(
            title,
            lambda habit: self._deeds.step(habit, step),
            keys=keys[0],
            also=keys[1:],
            when=lambda habit: self._deeds.can_step(habit, step),
            repeats=True,
        )

    def _add(
        self,
        title: str,
        act: Callable[[Habit], object],
        *,
        keys: str | tuple[str, ...] = (),
        also: tuple[str, ...] = (),
        says: str = "",
        when: Callable[[Habit], bool] = lambda habit: True,
        icon: str = "",
        repeats: bool = False,
    ) -> Action:
        def act_on_focused() -> None:
            habit = self._focused()
            if habit is not None and when(habit):
                act(habit)

        def makes_sense() -> bool:
            habit = self._focused()
            return habit is not None and when(habit)

        return self._actions.add(
            Section.HABITS,
            title,
            act_on_focused,
            keys=keys,
            also=also,
            on=self._table,
            says=says,
            when=makes_sense,
            about=self._about,
            icon=icon,
            repeats=repeats,
        )

    def _focused(self) -> Habit | None:
        cell = self._table.current_cell()
        return self._model.habit_at(cell[0]) if cell and self._table.isVisible() else None

    def _about(self) -> str:
        habit = self._focused()
        return "" if habit is None else habit.name

    def _day(self) -> date:
        cell = self._table.current_cell()
        return self._model.day_of(cell[1]) if cell else self._model.day

    def _add_group_actions(self) -> None:
        deeds, model, icon = self._deeds, self._model, "unfolded"
        pause, fold = tr("Pause all habits…"), tr("Fold all practice areas")
        self._add_general(pause, lambda: deeds.pause(None), model.habit_rows, "rest")
        self._add_general(fold, deeds.fold_all, model.unfolded, "next")
        self._add_general(
            tr("Unfold all practice areas"), deeds.unfold_all, lambda: model.folded, icon
        )

    def _add_general(
        self, title: str, act: Callable[[], object], what: Callable[[], Sized], icon: str
    ) -> None:
        """Register what is about all habits, as long as there is something of `what`."""
        table = self._table
        self._actions.add(
            Section.HABITS,
            title,
            act,
            when=lambda: table.isVisible() and len(what()) > 0,
            icon=icon,
        )
