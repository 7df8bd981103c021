"""The one path of every change: read the old rows, write the new ones, commit, remember, tell.

The journal's verbs stand on it. A change is one transaction; only when it is on disk does
the history remember it, and only then do the listeners hear of it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.record import Key, Record, key_of
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.words import tr
from selfcare_app.services.history import Change, History, Step
from selfcare_app.store.tables import Tables

if TYPE_CHECKING:
    from selfcare_app.services.how_far import HowFar

Listener = Callable[[Change], None]
Edit = Callable[[Record | None], Record | None]
"""Makes of a record as it is, None for none, the record as it shall be."""


class Ledger:
    """Writes changes, and takes them back."""

    def __init__(self, tables: Tables, clock: Callable[[], int], today: Callable[[], date]) -> None:
        """`clock` tells the instant in UTC milliseconds, `today` the day it belongs to."""
        self._tables = tables
        self._clock = clock
        self._today = today
        self._listeners: list[Listener] = []
        self.history = History()

    def listen(self, listener: Listener) -> None:
        """Call `listener` with each change, after it is on disk."""
        self._listeners.append(listener)

    def set_setting(
        self, title: str, key: str, value: str | None, *, whole_title: bool = False
    ) -> None:
        """Keep a setting's `value` (JSON text), or None to go back to its default.

        `title` is what the setting is called or, with `whole_title`, what was done.
        """
        kept = None if value is None else Setting(key, value)
        words = title if whole_title else tr("Setting “{title}”", title=title)
        self._write(words, None, {(Setting, key): always(kept)})

    def keep_quietly(self, key: str, value: str | None) -> None:
        """Keep how a page was left, as JSON text or None for as it is at first; it is no step
        for undo, and what was taken back before can still be done again."""
        kept = None if value is None else Setting(key, value)
        with self._tables.database.writing():
            before = self._tables.settings.find(key)
            step = Step((Setting, key), before, kept)
            self._keep([step])
        if before != kept:
            self._tell(Change("", None, (step,), quiet=True))

    def add_records(
        self, title: str, records: Iterable[Record], how_far: "HowFar | None" = None
    ) -> None:
        """Keep many records at once, such as an import; all of them or none.

        `how_far` is told how many are, and may break it off.
        """
        edits = {key_of(record): always(record) for record in records}
        self._write(title, None, edits, how_far=how_far)

    def adopt(self, change: Change) -> None:
        """Remember `change`, which this program wrote by another connection, as if it had been
        written here: it can be taken back, and everybody hears of it."""
        self.history.record(change)
        self._tell(change)

    def undo(self) -> Change | None:
        """Take back the latest change and return it; None where there is none.

        Raises KnownError, and lets the change rest, if its rows were changed elsewhere since.
        """
        change = self.history.next_undo
        if change is None:
            return None
        self._replay(change.inverse(), self.history.forget_undo)
        self.history.move_to_undone()
        self._tell(change.inverse())
        return change

    def redo(self) -> Change | None:
        """Do again the change taken back last and return it; None where there is none.

        Raises KnownError, and lets the change rest, if its rows were changed elsewhere since.
        """
        change = self.history.next_redo
        if change is None:
            return None
        self._replay(change, self.history.forget_redo)
        self.history.move_to_done()
        self._tell(change)
        return change

    def _write(
        self,
        title: str,
        day: date | None,
        edits: Mapping[Key, Edit],
        *,
        continued: bool = False,
        remembered: bool = True,
        how_far: "HowFar | None" = None,
    ) -> None:
        """Write what `edits` make of the records with those keys.

        With `continued` it is one change with the latest, if that was about the same. What is
        not `remembered` the program noted by itself: there is nothing to take back, and, where
        `title` is empty, nothing to say.
        """
        with self._tables.database.writing():
            before = self._tables.find_all(edits)
            steps = [
                Step(key, before.get(key), edit(before.get(key))) for key, edit in edits.items()
            ]
            steps = [step for step in steps if step.before != step.after]
            for part in [steps] if how_far is None else how_far.parts(steps):
                self._keep(part)
        if steps:
            change = Change(title, day, tuple(steps), quiet=not remembered)
            if remembered:
                self.history.record(change, continued=continued)
            self._tell(change)

    def _replay(self, change: Change, forget: Callable[[], None]) -> None:
        with self._tables.database.writing():
            now = self._tables.find_all(step.key for step in change.steps)
            if any(now.get(step.key) != step.before for step in change.steps):
                forget()
                raise KnownError(
                    tr(
                        "“{title}” was left as it is: it has been changed elsewhere since.",
                        title=change.title,
                    )
                )
            self._keep(change.steps)

    def _keep(self, steps: Iterable[Step]) -> None:
        saved = [step.after for step in steps if step.after is not None]
        removed = [step.before for step in steps if step.after is None and step.before is not None]
        self._tables.save_all(saved, self._clock())
        self._tables.remove_all(removed, self._clock())

    def _tell(self, change: Change) -> None:
        for listener in self._listeners:
            listener(change)


def always(record: Record | None) -> Edit:
    """The edit after which there is `record`, or nothing, whatever there was."""
    return lambda _: record
