"""Erasing: the one thing that cannot be undone."""

from selfcare_app.domain.entry import Entry, Pause
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.record import key_of
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.setting import Setting, kept_by_log_key, silence_key
from selfcare_app.domain.timer import Timer
from selfcare_app.domain.words import tr
from selfcare_app.services.history import Change, Step
from selfcare_app.services.ledger import Ledger
from selfcare_app.store.db import StoreError
from selfcare_app.store.erasing import remove_habit_rows


class ErasingVerbs(Ledger):
    """The journal's verb that removes for good."""

    def erase_habit(self, habit: Habit) -> None:
        """Remove `habit` and everything about it from the database, so that its bytes are gone
        from the file, and from what undo remembers. Copies elsewhere, such as backups, remain.

        Raises StoreError: with nothing changed where its rows could not be removed; with a
        sentence that says so where they are gone but traces may remain in the file.
        """
        database = self._tables.database
        remove_habit_rows(database, habit.id)
        self.history.drop(lambda step: _is_about(step, habit.id))
        try:
            database.rewrite()
        except StoreError as error:
            raise StoreError(
                tr(
                    "“{name}” is erased, but the file could not be written anew: traces may "
                    "remain in it until Selfcare is closed everywhere.",
                    name=habit.name,
                )
            ) from error
        finally:
            title = tr("“{name}” erased", name=habit.name)
            self._tell(Change(title, None, (Step(key_of(habit), None, None),), quiet=True))


def _is_about(step: Step, habit_id: str) -> bool:
    # Imported here: nothing else that is loaded with the journal needs it.
    from selfcare_app.domain.kept_by_log import KeptByLog

    kind, *identity = step.key
    if kind in (Habit, Entry, Timer, KeptByLog):
        return identity[0] == habit_id
    if kind is Setting:
        return identity[0] in (silence_key(habit_id), kept_by_log_key(habit_id))
    records = (step.before, step.after)
    return any(
        isinstance(record, Pause | Reminder) and record.habit_id == habit_id for record in records
    )
