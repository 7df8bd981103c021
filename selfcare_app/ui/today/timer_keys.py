"""A habit's timer as keys, as entries of its menu, for the palette."""

from collections.abc import Callable

from selfcare_app.domain.habit import Habit, timed
from selfcare_app.domain.words import tr
from selfcare_app.ui.actions import Action, Actions, Section
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.state import HabitRow
from selfcare_app.ui.today.table import TodayTable
from selfcare_app.ui.today.timing import DISCARD, RUN, STOP, run_words

BREATHING_AREA = "mindfulness"


def can_breathe(habit: Habit) -> bool:
    """Whether the minutes of the breathing guide are of the kind that `habit` asks for."""
    return timed(habit) and habit.area == BREATHING_AREA


class TimerKeys:
    """Registers what can be done with the timer of the habit that has the focus ring."""

    def __init__(
        self,
        actions: Actions,
        table: TodayTable,
        model: TodayModel,
        breathe: Callable[[str], object],
    ) -> None:
        """`breathe` opens the breathing guide for the habit with that id."""
        self._actions, self._table, self._model = actions, table, model
        self._run = self._add(
            tr("Start or pause the timer"),
            self._acting(RUN),
            key="T",
            when=lambda row: timed(row.habit),
            icon="play",
        )
        self._rest = (
            self._add(
                tr("Stop the timer and log"),
                self._acting(STOP),
                key="Shift+T",
                when=lambda row: row.timer is not None,
                icon="check",
            ),
            self._add(
                tr("Discard the timer"),
                self._acting(DISCARD),
                when=lambda row: row.timer is not None,
            ),
            self._add(
                tr("Breathe for this habit…"),
                lambda row: breathe(row.habit.id),
                when=lambda row: can_breathe(row.habit),
                icon="breathe",
            ),
        )
        self.menu: tuple[Action, ...] = (self._run, *self._rest)
        """For the menu of the row with the focus ring."""
        model.dataChanged.connect(self._name_run)
        model.modelReset.connect(self._name_run)
        table.selectionModel().currentChanged.connect(self._name_run)

    def _name_run(self) -> None:
        row = self._row()
        words = tr("Start or pause the timer") if row is None else run_words(row.timer)
        if words != self._run.text():
            self._run.setText(words)

    def _add(
        self,
        title: str,
        deed: Callable[[HabitRow], object],
        *,
        key: str = "",
        when: Callable[[HabitRow], bool],
        icon: str = "",
    ) -> Action:
        def makes_sense() -> bool:
            row = self._row()
            return row is not None and self._table.isVisible() and when(row)

        def act() -> None:
            row = self._row()
            if row is not None and when(row):
                deed(row)

        return self._actions.add(
            Section.DAY,
            title,
            act,
            keys=(key,) if key else (),
            on=self._table,
            says=title,
            when=makes_sense,
            about=self._about,
            icon=icon,
        )

    def _acting(self, name: str) -> Callable[[HabitRow], object]:
        """Does `name`, one of those of `TodayTable.acted`, at the focus ring."""

        def act(row: HabitRow) -> None:
            cell = self._table.current_cell()
            if cell is not None:
                self._table.acted.emit(*cell, name)

        return act

    def _about(self) -> str:
        row = self._row()
        return "" if row is None else row.habit.name

    def _row(self) -> HabitRow | None:
        """The row with the focus ring."""
        cell = self._table.current_cell()
        rows = self._model.rows
        found = rows[cell[0]] if cell and cell[0] < len(rows) else None
        return found if isinstance(found, HabitRow) else None
