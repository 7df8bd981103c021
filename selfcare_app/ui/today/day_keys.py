"""What can be done with the day under the focus ring: as keys, as a menu, for the palette."""

from collections.abc import Callable

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.words import tr
from selfcare_app.ui.actions import Action, Actions, Section
from selfcare_app.ui.today.actions import falls_short
from selfcare_app.ui.today.many_days import ABOUT_MANY
from selfcare_app.ui.today.model import TodayModel
from selfcare_app.ui.today.table import TodayTable
from selfcare_app.ui.wording import short_day_words


class DayKeys:
    """Registers the actions of the Today page's table; `menu` are those for its menu."""

    def __init__(self, actions: Actions, table: TodayTable, model: TodayModel) -> None:
        self._actions, self._table, self._model = actions, table, model
        self.menu = self._add_actions()
        self._tell_moves()

    def _add_actions(self) -> tuple[Action, ...]:
        done = self._add(
            tr("Done"),
            "toggle",
            keys="Space",
            also=("Return", "Enter"),
            says=tr("Done; once more takes it back"),
            when=lambda habit, entry: entry.state is not State.DONE or falls_short(habit, entry),
            icon="check",
        )
        amount = self._add(
            tr("Amount…"),
            "amount",
            keys="F2",
            says=tr("Type an amount"),
            when=lambda habit, entry: habit.measured,
        )
        for title, name, key, icon in (
            (tr("A little more"), "more", "+", "add"),
            (tr("A little less"), "less", "-", "minus"),
        ):
            self._add(
                title,
                name,
                keys=key,
                when=lambda habit, entry: habit.measured,
                icon=icon,
                repeats=True,
            )
        rest = self._add(
            tr("Rest"),
            "rest",
            keys="R",
            when=lambda habit, entry: entry.state is not State.REST,
            icon="rest",
        )
        # Its key is the digit 0, which begins an amount on a measured habit.
        not_done = self._add(
            tr("Not done"),
            "not_done",
            when=lambda habit, entry: entry.state is not State.NOT_DONE,
        )
        clear = self._add(
            tr("Clear"),
            "clear",
            keys="Del",
            also=("Backspace",),
            when=lambda habit, entry: entry.state is not None,
        )
        note = self._add(tr("Note…"), "note", keys="N", says=tr("Write a note"), icon="note")
        return done, amount, rest, not_done, clear, note

    def _add(
        self,
        title: str,
        name: str,
        *,
        keys: str | tuple[str, ...] = (),
        also: tuple[str, ...] = (),
        says: str = "",
        when: Callable[[Habit, Entry], bool] = lambda habit, entry: True,
        icon: str = "",
        repeats: bool = False,
    ) -> Action:
        """Register `name`, one of those of `TodayTable.acted` or “amount”, which opens a field."""

        def act() -> None:
            cell = self._table.current_cell()
            found = self._model.habit_and_entry(*cell) if cell else None
            if cell is None or found is None:
                return
            if name != "amount":
                self._table.acted.emit(*cell, name)
            elif found[0].measured:
                self._table.edit_at(*cell)

        def makes_sense() -> bool:
            return any(when(*found) for found in self._acted_on(name))

        return self._actions.add(
            Section.DAY,
            title,
            act,
            keys=keys,
            also=also,
            on=self._table,
            says=says,
            when=makes_sense,
            about=lambda: self._about(name),
            icon=icon,
            repeats=repeats,
        )

    def _focused(self) -> tuple[Habit, Entry] | None:
        """The habit with the focus ring and its day; None where the table is not on screen."""
        cell = self._table.current_cell()
        return self._model.habit_and_entry(*cell) if cell and self._table.isVisible() else None

    def _acted_on(self, name: str) -> list[tuple[Habit, Entry]]:
        """Habit and entry of each day that `name` would act on: the one with the focus ring,
        or all that are chosen."""
        if name in ABOUT_MANY and self._table.selection.cells and self._table.isVisible():
            cells = sorted(self._table.selection.cells)
            return [found for cell in cells if (found := self._model.habit_and_entry(*cell))]
        found = self._focused()
        return [] if found is None else [found]

    def _about(self, name: str) -> str:
        count = len(self._acted_on(name))
        if count > 1:
            return tr("{count} days", count=count)
        found = self._focused()
        if found is None:
            return ""
        habit, entry = found
        return tr("{habit} · {day}", habit=habit.name, day=short_day_words(entry.day))

    def _tell_moves(self) -> None:
        for title, keys in (
            (tr("From day to day, from habit to habit"), ("←", "→", "↑", "↓")),
            (tr("To the first and last day shown"), ("Home", "End")),
            (tr("To the first and last habit"), ("Ctrl+Home", "Ctrl+End")),
            (tr("A screenful of habits up or down"), ("PgUp", "PgDown")),
            (tr("An amount; 1 and 0 say done and not done on yes/no habits"), ("0–9",)),
            (tr("Choose several days to say the same of"), ("Shift+←", "Shift+→", "…")),
            (tr("Choose no days any more"), ("Esc",)),
            (tr("From a habit’s name to its heading, which folds"), ("←",)),
            (tr("All of this as a menu"), ("Menu",)),
        ):
            self._actions.tell(Section.DAY, title, *keys)
