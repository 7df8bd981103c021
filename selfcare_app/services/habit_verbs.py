"""What can be done to habits and practice areas: made, shaped, put away, deleted, ordered."""

from collections.abc import Iterable, Sequence

from selfcare_app.domain.area import Area, checked_area
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit, checked_habit, clean_name
from selfcare_app.domain.record import Key, key_of
from selfcare_app.domain.reminder import Reminder, checked_reminder
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.services.ledger import Edit, Ledger, always
from selfcare_app.services.timer_verbs import standing_still


class HabitVerbs(Ledger):
    """The journal's verbs about habits and practice areas."""

    def add_habit(
        self, habit: Habit, reminders: Iterable[Reminder] = (), new_area: Area | None = None
    ) -> Habit:
        """Keep a new habit, last in order, with its reminders; returns it with its id and
        position. With `new_area` that area is made along with it and is its own.

        Raises BadInput where the habit, a reminder or the area cannot be kept as it is.
        """
        area, habit = self._with_area(habit, new_area)
        (added,) = self._numbered([habit])
        edits = area | _kept([added]) | self._edits_of_reminders(added, reminders)
        self._write(tr("“{name}” added", name=added.name), None, edits)
        return added

    def add_habits(self, habits: Sequence[Habit], settings: Iterable[Setting] = ()) -> list[Habit]:
        """Keep new habits, last in order, together with `settings`, as one change.

        At least one; returns them with their ids and positions, in the order given. Raises
        BadInput, with nothing changed, where one cannot be kept as it is.
        """
        added = self._numbered(habits)
        title = tr("“{name}” added", name=added[0].name)
        if len(added) > 1:
            title = tr("{count} habits added", count=len(added))
        self.add_records(title, [*added, *settings])
        return added

    def edit_habit(
        self,
        habit: Habit,
        reminders: Iterable[Reminder] | None = None,
        new_area: Area | None = None,
    ) -> None:
        """Keep `habit` in place of the one with its id; with `reminders`, those in place of its
        own; with `new_area`, that area is made along with it and is its own.

        Raises BadInput where it cannot be kept as it is.
        """
        area, habit = self._with_area(habit, new_area)
        habit = checked_habit(replace(habit, name=clean_name(habit.name)))
        edits = area | _kept([habit])
        if reminders is not None:
            edits |= self._edits_of_reminders(habit, reminders)
        self._write(tr("“{name}” changed", name=habit.name), None, edits)

    def archive_habit(self, habit: Habit) -> None:
        """Put `habit` away: it is asked about no more, and everything logged stays. A timer that
        runs stands still with what it counted."""
        title = tr("“{name}” archived", name=habit.name)
        still = standing_still(habit, self._clock())
        self._write(title, None, _kept([replace(habit, archived=True)]) | still)

    def bring_back(self, habit: Habit) -> None:
        """Take up an archived or deleted habit again, with everything that was logged."""
        title = tr("“{name}” brought back", name=habit.name)
        self._write(title, None, _kept([replace(habit, archived=False)]))

    def delete_habit(self, habit: Habit) -> None:
        """Take `habit` away; it can be brought back until it is erased. A timer that runs stands
        still with what it counted."""
        title = tr("“{name}” deleted", name=habit.name)
        still = standing_still(habit, self._clock())
        self._write(title, None, {key_of(habit): always(None)} | still)

    def arrange_habits(self, habits: Sequence[Habit]) -> None:
        """Put `habits` in this order among themselves, each in the area that it names."""
        # One may be gone elsewhere; the others can be put in order all the same.
        kept = {habit.id: habit.position for habit in self._tables.habits.all()}
        habits = [habit for habit in habits if habit.id in kept]
        places = sorted(kept[habit.id] for habit in habits)
        # Two may share a place, such as after a merge of two copies; each needs its own.
        for number in range(1, len(places)):
            places[number] = max(places[number], places[number - 1] + 1)
        placed = [
            replace(habit, position=place) for habit, place in zip(habits, places, strict=True)
        ]
        self._write(tr("New order of habits"), None, _kept(placed))

    def add_area(self, area: Area) -> Area:
        """Keep a new practice area, last in order; returns it with its key and position.

        Raises BadInput where it has no title or no colour.
        """
        area = self._numbered_area(area)
        title = tr("Practice area “{title}” added", title=area.title)
        self._write(title, None, {key_of(area): always(area)})
        return area

    def edit_area(self, area: Area) -> None:
        """Keep `area` in place of the one with its key; raises BadInput as `add_area` does."""
        area = checked_area(area)
        title = tr("Practice area “{title}” changed", title=area.title)
        self._write(title, None, {key_of(area): always(area)})

    def delete_area(self, area: Area, moved_to: str) -> None:
        """Take a practice area of one's own away; its habits, archived ones too, move to the
        area with the key `moved_to`. Raises BadInput where that is the same."""
        if moved_to == area.key:
            raise BadInput(tr("Choose another practice area for its habits."))
        edits: dict[Key, Edit] = {key_of(area): always(None)}
        moved = [habit for habit in self._tables.habits.all() if habit.area == area.key]
        edits |= _kept([replace(habit, area=moved_to) for habit in moved])
        self._write(tr("Practice area “{title}” deleted", title=area.title), None, edits)

    def _numbered_area(self, area: Area) -> Area:
        """A new `area` as it can be kept: checked, with its key and the last position."""
        position = max((other.position for other in self._tables.areas.all()), default=99) + 1
        return checked_area(replace(area, key=_new_id(), position=position))

    def _with_area(self, habit: Habit, new_area: Area | None) -> tuple[dict[Key, Edit], Habit]:
        """What makes `new_area`, and `habit` in it; nothing and `habit` itself for None."""
        if new_area is None:
            return {}, habit
        area = self._numbered_area(new_area)
        return {key_of(area): always(area)}, replace(habit, area=area.key)

    def _numbered(self, habits: Sequence[Habit]) -> list[Habit]:
        """New `habits` as they can be kept: checked, with ids and the last positions."""
        last = max((other.position for other in self._tables.habits.all()), default=-1)
        return [
            checked_habit(
                replace(habit, id=_new_id(), name=clean_name(habit.name), position=position)
            )
            for position, habit in enumerate(habits, start=last + 1)
        ]

    def _edits_of_reminders(self, habit: Habit, reminders: Iterable[Reminder]) -> dict[Key, Edit]:
        wanted = [
            checked_reminder(replace(reminder, id=reminder.id or _new_id(), habit_id=habit.id))
            for reminder in reminders
        ]
        here = [other for other in self._tables.reminders.all() if other.habit_id == habit.id]
        edits: dict[Key, Edit] = {key_of(reminder): always(None) for reminder in here}
        return edits | {key_of(reminder): always(reminder) for reminder in wanted}


def _kept(habits: Iterable[Habit]) -> dict[Key, Edit]:
    return {key_of(habit): always(habit) for habit in habits}


def _new_id() -> str:
    # Imported here because every start would pay for it, and few add anything.
    from uuid import uuid4

    return str(uuid4())
