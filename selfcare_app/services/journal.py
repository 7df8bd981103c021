"""The journal: the only writer. Every change is one transaction that can be taken back.

A verb reads the old rows, writes the new ones and commits; only then does the history
remember the change, and only then do the listeners hear of it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from selfcare_app.domain.checkin import CheckIn, checked_check_in
from selfcare_app.domain.days import check_loggable
from selfcare_app.domain.entry import Entry, State, checked_entry, state_of_amount
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit, checked_habit, clean_name
from selfcare_app.domain.record import Key, Record, key_of
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.services.history import Change, History, Step
from selfcare_app.store.tables import Tables

Listener = Callable[[Change], None]
Edit = Callable[[Record | None], Record | None]
"""Makes of a record as it is, None for none, the record as it shall be."""


class Journal:
    """Writes what a person says, and takes it back."""

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

    def log_entry(
        self, habit: Habit, day: date, value: float | None = None, note: str | None = None
    ) -> None:
        """Log `habit` as done on `day`, or a measured habit's `value` (its target if None).

        A `note` of None leaves the day's note as it is. Raises BadInput for a value that
        does not fit the habit or a day that has not come yet.
        """
        if value is None and habit.measured:
            value = habit.target
        state = State.DONE if value is None else state_of_amount(habit, value)
        title = tr("“{name}” logged", name=habit.name)
        self._say(title, habit, day, lambda old: replace(old, state=state, value=value), note)

    def rest(self, habit: Habit, day: date, note: str | None = None) -> None:
        """Mark `day` as a rest from `habit`."""
        title = tr("Rest from “{name}”", name=habit.name)
        self._say(title, habit, day, lambda old: replace(old, state=State.REST, value=None), note)

    def mark_not_done(self, habit: Habit, day: date, note: str | None = None) -> None:
        """Say that `habit` was not done on `day`."""
        title = tr("“{name}” marked as not done", name=habit.name)
        self._say(
            title, habit, day, lambda old: replace(old, state=State.NOT_DONE, value=None), note
        )

    def clear(self, habit: Habit, day: date, note: str | None = None) -> None:
        """Take back what was said of `day`; its note stays."""
        title = tr("“{name}” cleared", name=habit.name)
        self._say(title, habit, day, lambda old: replace(old, state=None, value=None), note)

    def set_note(self, habit: Habit, day: date, note: str) -> None:
        """Write the note of `habit` on `day`; an empty one takes it away."""
        title = tr("Note on “{name}”", name=habit.name)
        self._say(title, habit, day, lambda old: old, note)

    def add_habit(self, habit: Habit) -> Habit:
        """Keep a new habit, last in order; returns it with its id and position.

        Raises BadInput where the habit cannot be kept as it is.
        """
        [kept] = self.add_habits((habit,))
        return kept

    def add_habits(self, habits: Sequence[Habit], settings: Iterable[Setting] = ()) -> list[Habit]:
        """Keep new habits, last in order, together with `settings`, as one change.

        At least one; returns them with their ids and positions, in the order given. Raises
        BadInput, with nothing changed, where one cannot be kept as it is.
        """
        # Imported here because every start would pay for it, and few add a habit.
        from uuid import uuid4

        first = max((other.position for other in self._tables.habits.all()), default=-1) + 1
        kept = [
            replace(habit, id=str(uuid4()), name=clean_name(habit.name), position=position)
            for position, habit in enumerate(habits, first)
        ]
        for habit in kept:
            checked_habit(habit)
        title = tr("“{name}” added", name=kept[0].name)
        if len(kept) > 1:
            title = tr("{count} habits added", count=len(kept))
        self.add_records(title, [*kept, *settings])
        return kept

    def check_in(self, check_in: CheckIn) -> None:
        """Keep the day's check-in; an empty one takes it away."""
        check_loggable(check_in.day, self._today())
        checked_check_in(check_in)
        kept = None if check_in.empty else check_in
        self._write(tr("Check-in"), check_in.day, {key_of(check_in): lambda _: kept})

    def set_setting(self, title: str, key: str, value: str | None) -> None:
        """Keep a setting's `value` (JSON text), or None to go back to its default."""
        kept = None if value is None else Setting(key, value)
        self._write(tr("Setting “{title}”", title=title), None, {(Setting, key): lambda _: kept})

    def add_records(self, title: str, records: Iterable[Record]) -> None:
        """Keep many records at once, such as an import; all of them or none."""
        self._write(title, None, {key_of(record): _always(record) for record in records})

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

    def _say(
        self,
        title: str,
        habit: Habit,
        day: date,
        say: Callable[[Entry], Entry],
        note: str | None,
    ) -> None:
        check_loggable(day, self._today())

        def edit(record: Record | None) -> Record | None:
            entry = record if isinstance(record, Entry) else Entry(habit.id, day)
            entry = say(entry if note is None else replace(entry, note=note))
            return None if entry.empty else checked_entry(entry, habit)

        self._write(title, day, {(Entry, habit.id, day): edit})

    def _write(self, title: str, day: date | None, edits: Mapping[Key, Edit]) -> None:
        with self._tables.database.writing():
            before = self._tables.find_all(edits)
            steps = [
                Step(key, before.get(key), edit(before.get(key))) for key, edit in edits.items()
            ]
            steps = [step for step in steps if step.before != step.after]
            self._keep(steps)
        if steps:
            change = Change(title, day, tuple(steps))
            self.history.record(change)
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


def _always(record: Record) -> Edit:
    return lambda _: record
