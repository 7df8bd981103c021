"""What a report on a range of days is made of."""

from collections.abc import Sequence
from datetime import date, timedelta

from selfcare_app.domain.area import Area
from selfcare_app.domain.days import EARLIEST_YEAR
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.tally import tally_of
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr
from selfcare_app.services.check_ins import CheckInHistory
from selfcare_app.services.hours import OverrunWeek, overrun_weeks
from selfcare_app.services.kept import Kept, kept_in
from selfcare_app.services.practices import Practices
from selfcare_app.services.progress import HabitProgress
from selfcare_app.services.workspace import Workspace

USUAL_DAYS = 91
"""How far back a report goes unless something else is asked for."""


class Note(Value):
    """What was written about a day: of a habit, or with the check-in for None."""

    day: date
    habit: Habit | None
    text: str


class Hours(Value):
    """The work days of a range that have a known end."""

    weeks: Sequence[OverrunWeek]
    sessions: int
    session_minutes: int

    @property
    def days(self) -> int:
        """How many there are."""
        return sum(week.days for week in self.weeks)

    @property
    def on_time(self) -> int:
        """How many ended on time."""
        return sum(week.on_time for week in self.weeks)

    @property
    def overrun(self) -> int:
        """Minutes past the boundary, all told."""
        return sum(week.overrun for week in self.weeks)


class Report(Value):
    """Everything that a report tells of the days `first` to `last`."""

    first: date
    last: date
    practices: Practices
    areas: Sequence[Area]
    check_ins: CheckInHistory
    hours: Hours
    notes: Sequence[Note] | None
    """The latest first; None where they are to be left out."""

    @property
    def days(self) -> range:
        """The day numbers of the range."""
        return range(self.first.toordinal(), self.last.toordinal() + 1)

    def strength(self, progress: HabitProgress) -> float:
        """The score of a habit at the end of the range, 0–1."""
        timeline = progress.timeline
        if self.days[-1] >= timeline.as_of:
            return progress.statistics.score_so_far
        return progress.statistics.scores[self.days[-1] - timeline.first]

    def done(self, progress: HabitProgress) -> int:
        """What was done of a habit in the range: millionths of its unit, or days."""
        if progress.habit.measured:
            return progress.amount(self.days[0], self.days[-1])
        return tally_of(progress.timeline, self.days).done

    def kept(self, progress: HabitProgress) -> Kept:
        """How much of what was planned of a habit was kept in the range."""
        start = max(self.days.start, progress.timeline.start)
        return kept_in(progress.statistics, range(start, self.days.stop))


def checked_range(first: date | None, last: date | None, today: date) -> tuple[date, date]:
    """The range that a report is to tell of; for None the last three months up to today.

    Raises BadInput where it ends before it begins, has not come yet, or lies long ago.
    """
    last = last or today
    first = first or last - timedelta(days=USUAL_DAYS - 1)
    if last > today:
        raise BadInput(tr("A report can go up to today; choose an earlier last day."))
    if first > last:
        raise BadInput(tr("A report must end after it begins; choose an earlier first day."))
    if first.year < EARLIEST_YEAR:
        raise BadInput(tr("A report can begin in {year}; use a later day.", year=EARLIEST_YEAR))
    return first, last


def report_on(workspace: Workspace, first: date, last: date, *, with_notes: bool) -> Report:
    """What there is to tell of the days `first` to `last`, both included and not after today."""
    records, today = workspace.records, workspace.today()
    first_weekday = workspace.settings.first_weekday()
    figures = workspace.statistics.of
    habits = [
        habit for habit in records.habits() if figures(habit).timeline.start <= last.toordinal()
    ]
    return Report(
        first,
        last,
        Practices(habits, figures, today, first_weekday),
        records.areas(),
        CheckInHistory(records.check_ins(), today, first_weekday),
        _hours(workspace, first, last, first_weekday),
        _notes(workspace, habits, first, last) if with_notes else None,
    )


def _hours(workspace: Workspace, first: date, last: date, first_weekday: int) -> Hours:
    days = workspace.work.days(first, last)
    return Hours(
        overrun_weeks(days, first_weekday),
        sum(worked.sessions for worked in days),
        sum(worked.session_minutes for worked in days),
    )


def _notes(workspace: Workspace, habits: Sequence[Habit], first: date, last: date) -> list[Note]:
    records = workspace.records
    found = [
        Note(entry.day, habit, entry.note)
        for habit in habits
        for entry in records.entries_between(habit.id, first, last)
        if entry.note.strip()
    ]
    found += [
        Note(check_in.day, None, check_in.note)
        for check_in in records.check_ins()
        if first <= check_in.day <= last and check_in.note.strip()
    ]
    return sorted(found, key=lambda note: note.day, reverse=True)
