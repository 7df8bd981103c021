"""What can be said of work hours: planned, done for today, in session, paused, corrected.

The rules of work hours are imported inside the verbs: every start would pay for them, and
most have nothing to do with them.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from selfcare_app.domain.entry import Entry
from selfcare_app.domain.record import Key, Record
from selfcare_app.domain.words import tr
from selfcare_app.services.ledger import Edit, Ledger, always

if TYPE_CHECKING:
    from selfcare_app.domain.hold import Hold
    from selfcare_app.domain.notice import Fired
    from selfcare_app.domain.workhours import DayHours, Hours
    from selfcare_app.domain.worklog import Activity, WorkLog


class WorkVerbs(Ledger):
    """The journal's verbs about work hours."""

    def set_work_hours(
        self, weekdays: Iterable[int], hours: "Hours", first: date, *, continued: bool = False
    ) -> None:
        """Plan `hours` on the ISO `weekdays` from the day `first` on; none is no work.

        What is moved step by step is `continued` from the second time on, so that one undo
        takes back all of it.
        """
        from selfcare_app.domain.workhours import WeekdayHours

        statements = [WeekdayHours(weekday, first, hours) for weekday in sorted(weekdays)]
        edits: dict[Key, Edit] = {each.key: always(each) for each in statements}
        self._write(tr("Work hours changed"), None, edits, continued=continued)

    def plan_day(self, statement: "DayHours") -> None:
        """Plan a single day in place of what the week says; raises BadInput for its note."""
        from selfcare_app.domain.workhours import checked_day_hours

        kept = checked_day_hours(statement)
        title = tr("Work hours of a day") if kept.hours else tr("Day off")
        self._write(title, kept.day, {kept.key: always(kept)})

    def take_days_off(self, first: date, last: date, note: str = "") -> None:
        """Plan no work on the days `first` to `last`, both included; raises BadInput as
        `plan_days` does."""
        self.plan_days(first, last, (), note)

    def plan_days(
        self,
        first: date,
        last: date,
        hours: "Hours",
        note: str = "",
        *,
        instead_of: tuple[date, date] | None = None,
    ) -> None:
        """Plan `hours`, or with none days off, on the days `first` to `last`, both included.

        What was planned for the single days from the first to the last of `instead_of` is
        taken back. Raises BadInput where the days end before they begin, or are more than a
        year, or where the note cannot be kept.
        """
        from selfcare_app.domain.one_offs import days_of
        from selfcare_app.domain.workhours import DayHours, checked_day_hours

        before = days_of(*instead_of) if instead_of is not None else []
        edits: dict[Key, Edit] = {(DayHours, day): always(None) for day in before}
        for day in days_of(first, last):
            statement = checked_day_hours(DayHours(day, hours, note))
            edits[statement.key] = always(statement)
        self._write(tr("Other work hours") if hours else tr("Days off"), first, edits)

    def follow_the_week(self, first: date, last: date) -> None:
        """Take back what was planned for the single days `first` to `last`: the week holds."""
        from selfcare_app.domain.one_offs import days_of
        from selfcare_app.domain.workhours import DayHours

        edits: dict[Key, Edit] = {(DayHours, day): always(None) for day in days_of(first, last)}
        self._write(tr("As every week"), first, edits)

    def keep_work_log(
        self,
        title: str,
        log: "WorkLog",
        kept: Mapping[str, bool | None] | None = None,
        *,
        continued: bool = False,
    ) -> None:
        """Keep what the person says of a work day, and with it what that makes of the habits
        in `kept`: whether the day was on time, None where that is not known.

        `title` tells it in the history. Raises BadInput where it cannot be kept as it is.
        """
        from selfcare_app.domain.worklog import checked_log

        checked_log(log)
        edits: dict[Key, Edit] = {log.key: always(None if log.empty else log)}
        edits |= self._edits_of_kept(log.day, kept or {})
        self._write(title, log.day, edits, continued=continued)

    def keep_habits_by_log(self, kept: Mapping[date, Mapping[str, bool | None]]) -> None:
        """Write into habits what the log makes of days that are over: nothing to take back,
        for nobody did it; the person's own word stands as it is."""
        edits: dict[Key, Edit] = {}
        for day, habits in kept.items():
            edits |= self._edits_of_kept(day, habits)
        self._write(tr("Kept by the log"), None, edits, remembered=False)

    def hold_reminders(self, holds: Iterable["Hold"]) -> None:
        """Hold reminders in a session or a pause, or let one end earlier; one that ends when
        it starts is taken away."""
        edits: dict[Key, Edit] = {}
        title = ""
        for hold in holds:
            edits[hold.key] = always(hold if hold.until.at > hold.start.at else None)
            title = tr("In session") if hold.kind == "session" else tr("Reminders paused")
        self._write(title, None, edits)

    def note_activity(self, activity: "Activity") -> None:
        """Keep what the computer saw; nobody did it, so there is nothing to take back."""
        self._write("", activity.day, {activity.key: always(activity)}, remembered=False)

    def count_as_work(self, activity: "Activity") -> None:
        """Keep what the computer saw as the person corrects it: they were there."""
        self._write(tr("Counted as work"), activity.day, {activity.key: always(activity)})

    def note_fired(self, fired: Iterable["Fired"]) -> None:
        """Keep that reminders are done with, so that none comes twice."""
        edits: dict[Key, Edit] = {each.key: always(each) for each in fired}
        self._write("", None, edits, remembered=False)

    def _edits_of_kept(self, day: date, habits: Mapping[str, bool | None]) -> dict[Key, Edit]:
        # The rules are asked only where a habit is kept by the log.
        from selfcare_app.domain.kept_by_log import KeptByLog, kept

        edits: dict[Key, Edit] = {}
        for habit_id, on_time in habits.items():
            entry = self._tables.entries.find(habit_id, day) or Entry(habit_id, day)
            mark = self._tables.work.kept_by_log.find(habit_id, day)
            said, new_mark = kept(entry, mark, on_time)
            found: tuple[tuple[Key, Record | None], ...] = (
                ((Entry, habit_id, day), None if said.empty else said),
                ((KeptByLog, habit_id, day), new_mark),
            )
            edits |= {key: always(record) for key, record in found}
        return edits
