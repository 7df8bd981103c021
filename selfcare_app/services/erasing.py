"""Erasing: the one thing that cannot be undone."""

from datetime import date
from typing import TYPE_CHECKING

from selfcare_app.domain.checkin import CheckIn
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

if TYPE_CHECKING:
    from selfcare_app.domain.erasure import Erasure

_ANYTHING = (
    Step((Pause, ""), None, None),
    Step((CheckIn, date.min), None, None),
    Step((Setting, ""), None, None),
)
"""Stands for whatever may have gone, so that everybody looks anew."""


class ErasingVerbs(Ledger):
    """The journal's verbs that remove for good."""

    def erase_habit(self, habit: Habit) -> None:
        """Remove `habit` and everything about it from the database, so that its bytes are gone
        from the file, and from what undo remembers. Copies elsewhere, such as backups, remain.

        Raises StoreError: with nothing changed where its rows could not be removed; with a
        sentence that says so where they are gone but traces may remain in the file.
        """
        # Imported here, as below: every command loads this module, and hardly any erases.
        from selfcare_app.store.erasing import remove_habit_rows

        remove_habit_rows(self._tables.database, habit.id)
        self.history.drop(lambda step: _is_about(step, habit.id))
        title = tr("“{name}” erased", name=habit.name)
        self._rewrite(title, (Step(key_of(habit), None, None),))

    def erase_days(self, erasure: "Erasure") -> None:
        """Remove what `erasure` names from the database, as `erase_habit` does a habit."""
        from selfcare_app.store.erasing import remove_days

        remove_days(self._tables.database, erasure)
        self.history.drop(lambda step: _lies_in(step, erasure))
        title = tr("Notes erased") if erasure.notes_only else tr("Days erased")
        self._rewrite(title, _ANYTHING)

    def erase_everything(self) -> None:
        """Remove all that the person has kept, the settings as well; a passphrase stays.

        Raises StoreError as `erase_habit` does.
        """
        from selfcare_app.store.erasing import remove_everything

        remove_everything(self._tables.database)
        self.history.clear()
        self._rewrite(tr("Everything erased"), _ANYTHING)

    def _rewrite(self, title: str, steps: tuple[Step, ...]) -> None:
        """Write the file anew, and tell what is gone, whether that could be done or not."""
        try:
            self._tables.database.rewrite()
        except StoreError as error:
            raise StoreError(
                tr(
                    "{what}, but the file could not be written anew: traces may remain in it "
                    "until Selfcare is closed everywhere.",
                    what=title,
                )
            ) from error
        finally:
            self._tell(Change(title, None, steps, quiet=True))


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


def _lies_in(step: Step, erasure: "Erasure") -> bool:
    # Imported here, as above.
    from selfcare_app.domain.hold import Hold
    from selfcare_app.domain.kept_by_log import KeptByLog
    from selfcare_app.domain.workhours import WeekdayHours

    kind, *identity = step.key
    of_habit = kind in (Entry, Timer, KeptByLog)
    if of_habit and erasure.habit_id not in (None, identity[0]):
        return False
    if kind is Hold:
        return erasure.habit_id is None
    if kind in (Pause, Timer):
        return any(_touches(record, erasure) for record in (step.before, step.after))
    days = [part for part in identity if isinstance(part, date)]
    if kind is WeekdayHours or not days:
        return False
    return (of_habit or erasure.habit_id is None) and erasure.covers(days[0])


def _touches(record: object, erasure: "Erasure") -> bool:
    match record:
        case Timer(day=day):
            return erasure.covers(day)
        case Pause(habit_id=habit_id, first=first, last=last):
            whose = erasure.habit_id in (None, habit_id)
            return whose and first <= erasure.last and last >= erasure.first
    return False
