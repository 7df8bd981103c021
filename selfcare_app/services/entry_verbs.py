"""What can be said of days: done, an amount, rest, a note, a check-in."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial

from selfcare_app.domain.checkin import CheckIn, checked_check_in
from selfcare_app.domain.days import check_loggable
from selfcare_app.domain.entry import Entry, State, checked_entry, state_of_amount
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.record import Key, Record, key_of
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.services.ledger import Edit, Ledger


class EntryVerbs(Ledger):
    """The journal's verbs about days."""

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

    def set_note(self, habit: Habit, day: date, note: str, *, continued: bool = False) -> None:
        """Write the note of `habit` on `day`; an empty one takes it away.

        A note that is kept as it is typed is `continued` from the second time on, so that
        one undo takes back all of it.
        """
        title = tr("Note on “{name}”", name=habit.name)
        self._say(title, habit, day, lambda old: old, note, continued=continued)

    def mark_days(self, days: Iterable[tuple[Habit, date]], state: State | None) -> None:
        """Say the same of many days, all or none: done (a measured habit's target), not done,
        rest, or, with None, nothing any more. Notes stay."""

        def say(habit: Habit, old: Entry) -> Entry:
            value = habit.target if state is State.DONE else None
            return replace(old, state=state, value=value)

        self._say_of_days(list(days), state, say)

    def log_days(self, days: Iterable[tuple[Habit, date]], value: float) -> None:
        """Log the same amount on many days of measured habits, all or none. Notes stay.

        Raises BadInput for an amount that cannot be kept or a day that has not come yet.
        """

        def say(habit: Habit, old: Entry) -> Entry:
            return replace(old, state=state_of_amount(habit, value), value=value)

        self._say_of_days(list(days), State.DONE, say)

    def rest_days(self, habits: Iterable[Habit], first: date, last: date) -> None:
        """Rest from `habits` on the days `first` to `last`, both included, wherever nothing
        is said yet. Raises BadInput where they end before they begin or have not come yet."""
        if last < first:
            raise BadInput(tr("The last day must be on or after the first."))
        check_loggable(first, self._today())
        check_loggable(last, self._today())
        span = [first + timedelta(days=number) for number in range((last - first).days + 1)]

        def say(habit: Habit, old: Entry) -> Entry:
            silent = old.state is None and old.value is None
            return replace(old, state=State.REST) if silent else old

        days = [(habit, day) for habit in habits for day in self._silent_days(habit, span)]
        self._say_of_days(days, State.REST, say)

    def _silent_days(self, habit: Habit, span: list[date]) -> list[date]:
        entries = self._tables.entries.between(habit.id, span[0], span[-1])
        said = {entry.day for entry in entries if entry.state or entry.value is not None}
        return [day for day in span if day not in said]

    def check_in(self, check_in: CheckIn, *, continued: bool = False) -> None:
        """Keep the day's check-in; an empty one takes it away. `continued` as for a note."""
        check_loggable(check_in.day, self._today())
        checked_check_in(check_in)
        kept = None if check_in.empty else check_in
        self._write(
            tr("Check-in"), check_in.day, {key_of(check_in): lambda _: kept}, continued=continued
        )

    def _say(
        self,
        title: str,
        habit: Habit,
        day: date,
        say: Callable[[Entry], Entry],
        note: str | None,
        *,
        continued: bool = False,
    ) -> None:
        check_loggable(day, self._today())

        def say_with_note(entry: Entry) -> Entry:
            return say(entry if note is None else replace(entry, note=note))

        edits: dict[Key, Edit] = {(Entry, habit.id, day): _edit(habit, day, say_with_note)}
        self._write(title, day, edits, continued=continued)

    def _say_of_days(
        self,
        days: list[tuple[Habit, date]],
        state: State | None,
        say: Callable[[Habit, Entry], Entry],
    ) -> None:
        edits: dict[Key, Edit] = {}
        for habit, day in days:
            check_loggable(day, self._today())
            edits[Entry, habit.id, day] = _edit(habit, day, partial(say, habit))
        self._write(_words_of_many(state, len(edits)), None, edits)


def _edit(habit: Habit, day: date, say: Callable[[Entry], Entry]) -> Edit:
    def edit(record: Record | None) -> Record | None:
        entry = say(record if isinstance(record, Entry) else Entry(habit.id, day))
        return None if entry.empty else checked_entry(entry, habit)

    return edit


def _words_of_many(state: State | None, count: int) -> str:
    match state:
        case State.DONE:
            one, many = tr("1 day logged"), tr("{count} days logged")
        case State.NOT_DONE:
            one, many = tr("1 day marked as not done"), tr("{count} days marked as not done")
        case State.REST:
            one, many = tr("Rest on 1 day"), tr("Rest on {count} days")
        case _:
            one, many = tr("1 day cleared"), tr("{count} days cleared")
    return one if count == 1 else many.format(count=count)
