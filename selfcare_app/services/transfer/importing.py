"""Import of a file: recognised, read, compared with what is here, kept in one change."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from selfcare_app.domain.area import Area
from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause, checked_entry
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.record import Key, Record, key_of
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.timer import Timer
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.domain.work_record import WorkRecord
from selfcare_app.services.how_far import HowFar
from selfcare_app.services.transfer import (
    beaverhabits,
    habitbull,
    habo,
    json_file,
    loop_csv,
    loop_db,
    mhabit,
    rewire,
    tickmate,
)
from selfcare_app.services.transfer.content import FileContent, FoundHabit
from selfcare_app.services.transfer.garbage import without_looking_for_garbage
from selfcare_app.services.transfer.limits import MOST_ENTRIES, MOST_HABITS, TooMuch, too_large
from selfcare_app.services.transfer.recognise import FileFormat, recognise
from selfcare_app.services.transfer.report import ImportReport, Skipped
from selfcare_app.services.workspace import Workspace

_READERS: dict[FileFormat, Callable[[Path, date], FileContent]] = {
    FileFormat.LOOP_DB: loop_db.read,
    FileFormat.LOOP_CSV: loop_csv.read,
    FileFormat.HABITBULL_CSV: habitbull.read,
    FileFormat.REWIRE_DB: rewire.read,
    FileFormat.TICKMATE_DB: tickmate.read,
    FileFormat.BEAVERHABITS_JSON: beaverhabits.read,
    FileFormat.MHABIT_JSON: mhabit.read,
    FileFormat.HABO_JSON: habo.read,
    FileFormat.SELFCARE_JSON: json_file.read,
}


def import_file(
    workspace: Workspace, path: Path, dry_run: bool, how_far: HowFar | None = None
) -> ImportReport:
    """Add what is new in the file at `path`; with `dry_run` only tell what that would be.

    What is here already stays as it is. All is one change, which one undo takes back; a
    file with nothing new makes none. Raises BadInput, with nothing changed, for a file
    that cannot be imported, and Cancelled where whoever hears `how_far` breaks it off.
    """
    how_far = how_far or HowFar()
    with without_looking_for_garbage():
        content = read_file(path, workspace.today())
        how_far.at(0.35)
        comparison = _Comparison(workspace.records.everything(), content)
        comparison.take_all(workspace.today(), how_far.part(0.4, 0.6))
        if comparison.added and not dry_run:
            title = tr("Import of “{file}”", file=path.name)
            workspace.journal.add_records(title, comparison.added.values(), how_far.part(0.65, 1.0))
    return comparison.report(dry_run)


def read_file(path: Path, today: date) -> FileContent:
    """What the file at `path` holds, in our terms; raises BadInput where it cannot be imported."""
    try:
        content = _READERS[recognise(path)](path, today)
    except TooMuch as error:
        raise too_large(path) from error
    if len(content.habits) > MOST_HABITS or len(content.entries) > MOST_ENTRIES:
        raise too_large(path)
    return content


class _Comparison:
    """Finds what of a file's content is new here."""

    def __init__(self, everything_here: list[Record], content: FileContent) -> None:
        self.added: dict[Key, Record] = {}
        self._content = content
        self._unchanged = 0
        self._warnings = list(content.warnings)
        self._here = {key_of(record): record for record in everything_here}
        habits_here = [record for record in everything_here if isinstance(record, Habit)]
        self._by_origin = {habit.origin: habit for habit in habits_here if habit.origin}
        self._first_position = max((habit.position + 1 for habit in habits_here), default=0)
        self._areas = {area.key: area for area in everything_here if isinstance(area, Area)}
        # The habit as it is or will be here, by the id that the file calls it by.
        self._habits = {habit.id: habit for habit in habits_here}

    def take_all(self, today: date, how_far: HowFar) -> None:
        """Look at everything in the file; days after `today` are left out."""
        for area in self._content.areas:
            self._take(area, tr("practice areas"))
        for found in self._content.habits:
            self._take_habit(found)
        for entry in how_far.each(self._content.entries):
            self._take_entry(entry, today)
        for pause in self._content.pauses:
            self._take_of_habit(pause, pause.habit_id, tr("pauses"))
        for reminder in self._content.reminders:
            self._take_of_habit(reminder, reminder.habit_id, tr("reminders"))
        for timer in self._content.timers:
            if timer.day > today:
                self._content.skip(tr("timers"), tr("their day has not come yet"))
            else:
                self._take_of_habit(timer, timer.habit_id, tr("timers"))
        for check_in in self._content.check_ins:
            if check_in.day > today:
                self._content.skip(tr("check-ins"), tr("their day has not come yet"))
            elif not check_in.empty:
                self._take(check_in, tr("check-ins"))
        for setting in self._content.settings:
            self._take(setting, tr("settings"))
        for record in self._content.work:
            self._take_of_habit(record, getattr(record, "habit_id", None), tr("work days"))

    def report(self, dry_run: bool) -> ImportReport:
        """What was found, in numbers."""
        counts = Counter(type(record) for record in self.added.values())
        return ImportReport(
            format=str(self._content.format),
            habits=counts[Habit],
            entries=counts[Entry],
            areas=counts[Area],
            pauses=counts[Pause],
            reminders=counts[Reminder],
            timers=counts[Timer],
            check_ins=counts[CheckIn],
            settings=counts[Setting],
            work=sum(isinstance(record, WorkRecord) for record in self.added.values()),
            unchanged=self._unchanged,
            skipped=[
                Skipped(what, why, count) for (what, why), count in self._content.skipped.items()
            ],
            warnings=list(dict.fromkeys(self._warnings)),
            dry_run=dry_run,
        )

    def _take_habit(self, found: FoundHabit) -> None:
        habit = found.habit
        known = (self._by_origin[name] for name in found.origins if name in self._by_origin)
        here = next(known, None)
        if here is not None:
            self._habits[habit.id] = here
            self._unchanged += 1
            self._leave_reminders(found, here)
            return
        here = self._habits.get(habit.id)
        if here is None:
            area = habit.area if found.area is None else self._key_of_area(found.area)
            habit = replace(habit, area=area, position=self._first_position + habit.position)
            self._habits[habit.id] = habit
            self._warnings += found.warnings
            for reminder in found.reminders:
                self._take(reminder, tr("reminders"))
        else:
            # The order here is the person's own; it is nothing to disagree about.
            habit = replace(habit, position=here.position)
        self._take(habit, tr("habits"))

    def _key_of_area(self, area: Area) -> str:
        """The key of `area`, which is added if none here has that key or is called so."""
        if not area.own or area.key in self._areas:
            return area.key
        title = area.title.casefold()
        for other in self._areas.values():
            if other.title.casefold() == title:
                return other.key
        position = max((other.position for other in self._areas.values()), default=99) + 1
        self._areas[area.key] = replace(area, position=position)
        self._take(self._areas[area.key], tr("practice areas"))
        return area.key

    def _leave_reminders(self, found: FoundHabit, here: Habit) -> None:
        """Count the reminders of a habit that is here: those here are the person's own."""
        for reminder in found.reminders:
            reminder = replace(reminder, habit_id=here.id)
            if self._here.get(key_of(reminder)) == reminder:
                self._unchanged += 1
            else:
                self._content.skip(tr("reminders"), tr("different from what is here, which stays"))

    def _take_entry(self, entry: Entry, today: date) -> None:
        habit = self._habits.get(entry.habit_id)
        if habit is None:
            self._content.skip(tr("entries"), tr("their habit is not in the file"))
            return
        if entry.day > today:
            self._content.skip(tr("entries"), tr("their day has not come yet"))
            return
        if habit.id != entry.habit_id:
            entry = Entry(habit.id, entry.day, entry.state, entry.value, entry.note)
        try:
            checked_entry(entry, habit)
        except BadInput:
            self._content.skip(tr("entries"), tr("they do not fit their habit"))
            return
        if not entry.empty:
            self._take(entry, tr("entries"))

    def _take_of_habit(self, record: Record, habit_id: str | None, what: str) -> None:
        if habit_id is None or habit_id in self._habits:
            self._take(record, what)
        else:
            self._content.skip(what, tr("their habit is not in the file"))

    def _take(self, record: Record, what: str) -> None:
        key = key_of(record)
        other = self._here.get(key) or self.added.get(key)
        if other is None:
            self.added[key] = record
        elif other == record:
            self._unchanged += 1
        else:
            self._content.skip(what, tr("different from what is here, which stays"))
