"""What can be said of work hours: planned, done for today, in session, paused, corrected.

The rules of work hours are imported inside the verbs: every start would pay for them, and
most have nothing to do with them.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from selfcare_app.domain.entry import Entry
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.record import Key, Record
from selfcare_app.domain.words import tr
from selfcare_app.services.ledger import Edit, Ledger, always

if TYPE_CHECKING:
    from selfcare_app.domain.hold import Hold
    from selfcare_app.domain.notice import Fired
    from selfcare_app.domain.one_offs import OneOffs
    from selfcare_app.domain.workhours import DayHours, Hours
    from selfcare_app.domain.worklog import Activity, WorkLog

MOST_DAYS_OFF = 366


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
        """Plan no work on the days `first` to `last`, both included; raises as `plan_days`."""
        from selfcare_app.domain.one_offs import OneOffs

        self.plan_days(OneOffs(first, last, (), note))

    def plan_days(self, wanted: "OneOffs", replaced: "OneOffs | None" = None) -> None:
        """Plan the days of `wanted` in place of what the week says; those of `replaced` that
        are not among them follow the week again.

        Raises BadInput where the days end before they begin or are more than a year, or for
        their note.
        """
        from selfcare_app.domain.workhours import DayHours, checked_day_hours

        edits: dict[Key, Edit] = {}
        for day in replaced.days if replaced is not None else ():
            edits[DayHours, day] = always(None)
        for day in _days(wanted.first, wanted.last):
            statement = checked_day_hours(DayHours(day, wanted.hours, wanted.note))
            edits[statement.key] = always(statement)
        title = tr("Work hours of a day") if wanted.hours else tr("Days off")
        self._write(title, wanted.first, edits)

    def follow_the_week(self, first: date, last: date) -> None:
        """Take back what was planned for the single days `first` to `last`: the week holds."""
        from selfcare_app.domain.workhours import DayHours

        edits: dict[Key, Edit] = {(DayHours, day): always(None) for day in _days(first, last)}
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


def _days(first: date, last: date) -> list[date]:
    if last < first:
        raise BadInput(tr("The last day must be on or after the first."))
    if (last - first).days >= MOST_DAYS_OFF:
        raise BadInput(tr("That is more than a year; take a shorter time."))
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
