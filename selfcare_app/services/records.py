"""What is kept, to read: habits, entries, pauses, check-ins."""

from collections.abc import Iterable, Sequence
from datetime import date

from selfcare_app.domain.area import AREAS, Area, area_title
from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, EntryHistory, Pause
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.record import Record
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.timer import Timer
from selfcare_app.domain.words import tr
from selfcare_app.services.history import Change
from selfcare_app.services.journal import Journal
from selfcare_app.store.tables import Tables


class Records:
    """Reads the database; habits and pauses, which are few, are read once and kept at hand."""

    def __init__(self, tables: Tables, journal: Journal) -> None:
        self._tables = tables
        self._areas: list[Area] | None = None
        self._habits: list[Habit] | None = None
        self._pauses: list[Pause] | None = None
        self._check_ins: Sequence[CheckIn] | None = None
        journal.listen(self._on_change)

    def areas(self) -> list[Area]:
        """The practice areas in order: the six, then the person's own."""
        if self._areas is None:
            self._areas = [*AREAS, *self._tables.areas.all()]
        return self._areas

    def area(self, key: str) -> Area:
        """The practice area with that key; for an unknown key, such as from a file, one that
        is called by it."""
        found = (area for area in self.areas() if area.key == key)
        return next(found, None) or Area(key, key, len(self.areas()), "slate")

    def habits(self, *, archived: bool = False) -> list[Habit]:
        """Habits in the person's order, area by area; with `archived`, put-away ones too."""
        if self._habits is None:
            place = {area.key: number for number, area in enumerate(self.areas())}
            self._habits = sorted(
                self._tables.habits.all(),
                key=lambda habit: (place.get(habit.area, len(place)), habit.area),
            )
        return [habit for habit in self._habits if archived or not habit.archived]

    def habit(self, habit_id: str) -> Habit | None:
        """The habit with that id."""
        kept = self.habits(archived=True)
        return next((habit for habit in kept if habit.id == habit_id), None)

    def pauses(self) -> list[Pause]:
        """Every pause, the earliest first; none of a habit that was deleted."""
        if self._pauses is None:
            known = {None, *(habit.id for habit in self.habits(archived=True))}
            self._pauses = [pause for pause in self._tables.pauses.all() if pause.habit_id in known]
        return self._pauses

    def deleted_habits(self) -> list[Habit]:
        """Habits that were deleted and not erased yet, the latest first."""
        return self._tables.habits.deleted()

    def reminders(self, habit_id: str | None = None) -> list[Reminder]:
        """Reminders by time of day, of that habit or, for None, of all that are not deleted."""
        known = {habit.id for habit in self.habits(archived=True)}
        wanted = known if habit_id is None else known & {habit_id}
        return [
            reminder for reminder in self._tables.reminders.all() if reminder.habit_id in wanted
        ]

    def timers(self) -> list[Timer]:
        """The timers that run or stand still, of habits that are not deleted."""
        known = {habit.id for habit in self.habits(archived=True)}
        return [timer for timer in self._tables.timers.all() if timer.habit_id in known]

    def entry(self, habit_id: str, day: date) -> Entry:
        """What was logged for that habit on that day; an empty entry where nothing was."""
        return self._tables.entries.find(habit_id, day) or Entry(habit_id, day)

    def entries_between(self, habit_id: str, first: date, last: date) -> list[Entry]:
        """One habit's entries on the days `first` to `last`, both included, oldest first."""
        return self._tables.entries.between(habit_id, first, last)

    def days_logged(self, first: date, last: date) -> set[date]:
        """The days `first` to `last`, both included, on which anything was logged."""
        return self._tables.entries.days_logged(first, last)

    def entries_of(self, habit_id: str) -> list[Entry]:
        """All entries of one habit, oldest first."""
        return self._tables.entries.of(habit_id)

    def history(self, habit_id: str) -> EntryHistory:
        """One habit's entries as columns, oldest first."""
        return self._tables.entries.history(habit_id)

    def check_in(self, day: date) -> CheckIn:
        """The day's check-in; an empty one where nothing was said."""
        return self._tables.check_ins.find(day) or CheckIn(day)

    def check_ins(self) -> Sequence[CheckIn]:
        """Every check-in, the earliest first; the same one until a check-in changes."""
        if self._check_ins is None:
            self._check_ins = tuple(self._tables.check_ins.all())
        return self._check_ins

    def everything(self) -> list[Record]:
        """All that is kept: own areas and habits first, then what refers to them, check-ins,
        settings and work days."""
        # Imported here because few things ask for everything.
        from selfcare_app.domain.kept_by_log import KeptByLog

        tables = self._tables
        habits = self.habits(archived=True)
        known = {habit.id for habit in habits}
        entries = [entry for habit in habits for entry in self.entries_of(habit.id)]
        of_habits: list[Record] = [*self.pauses(), *self.reminders(), *self.timers(), *entries]
        others: list[Record] = [*tables.check_ins.all(), *tables.settings.all()]
        work = [
            record
            for record in tables.work.everything()
            if not isinstance(record, KeptByLog) or record.habit_id in known
        ]
        return [*tables.areas.all(), *habits, *of_habits, *others, *work]

    def forget_cache(self) -> None:
        """Read anew next time: the database may have been changed from outside."""
        self._areas = self._habits = self._pauses = self._check_ins = None

    def _on_change(self, change: Change) -> None:
        kinds = {step.key[0] for step in change.steps}
        if kinds & {Area, Habit, Pause}:
            self._areas = self._habits = self._pauses = None
        if CheckIn in kinds:
            self._check_ins = None


def habit_called(habits: Iterable[Habit], text: str, areas: Iterable[Area] = AREAS) -> Habit:
    """The one of `habits` whose id or name is `text`, or whose name alone begins with it.

    Case does not matter. Raises BadInput where none fits, or several do: then it lists
    them with id and the title that their area has among `areas`.
    """
    wanted = " ".join(text.split()).casefold()
    named = [(habit, habit.name.casefold()) for habit in habits if wanted]
    for found in (
        [habit for habit, _ in named if habit.id == wanted],
        [habit for habit, name in named if name == wanted],
        [habit for habit, name in named if name.startswith(wanted)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise BadInput(_several_sentence(text, found, areas))
    raise BadInput(
        tr("There is no habit “{text}”; “selfcare habits” lists them.", text=text.strip()[:40])
    )


def _several_sentence(text: str, found: list[Habit], areas: Iterable[Area]) -> str:
    titles = {area.key: area_title(area) for area in areas}
    listed = "; ".join(
        f"{habit.name} ({titles.get(habit.area, habit.area)}, {habit.id})" for habit in found
    )
    return tr("“{text}” fits several habits; use an id: {habits}.", text=text[:40], habits=listed)
