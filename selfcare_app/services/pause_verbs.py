"""Pauses: holidays and illness, for one habit or for all."""

from datetime import date

from selfcare_app.domain.entry import Pause, checked_pause
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.record import key_of
from selfcare_app.domain.words import tr
from selfcare_app.services.ledger import Ledger, always


class PauseVerbs(Ledger):
    """The journal's verbs about pauses."""

    def pause(self, habit: Habit | None, first: date, last: date, note: str = "") -> Pause:
        """Let `habit`, or all habits for None, rest from `first` to `last`, both included.

        Days that have an entry keep it. Raises BadInput where the pause ends before it begins.
        """
        from uuid import uuid4

        pause = checked_pause(
            Pause(str(uuid4()), habit.id if habit is not None else None, first, last, note)
        )
        title = tr("Pause") if habit is None else tr("Pause of “{name}”", name=habit.name)
        self._write(title, None, {key_of(pause): always(pause)})
        return pause

    def change_pause(self, pause: Pause) -> None:
        """Keep `pause` in place of the one with its id; raises BadInput as `pause` does."""
        checked_pause(pause)
        self._write(tr("Pause changed"), None, {key_of(pause): always(pause)})

    def remove_pause(self, pause: Pause) -> None:
        """Take a pause away, as if it had not been."""
        self._write(tr("Pause removed"), None, {key_of(pause): always(None)})
