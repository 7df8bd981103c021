"""What a person says of their work days, and the habits that the log keeps with it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from selfcare_app.domain.days import check_loggable
from selfcare_app.domain.hold import Hold, HoldKind, checked_hold, checked_session_minutes
from selfcare_app.domain.instants import Moment, instant_of, moment_at
from selfcare_app.domain.scheduler import snoozed
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.domain.workhours import Interval
from selfcare_app.domain.worklog import WorkedDay, WorkLog, with_reason
from selfcare_app.services.work_reading import WorkReading

if TYPE_CHECKING:
    from selfcare_app.services.reminding import Reminding

SETTLED_DAYS = 14
"""How many of the latest days the log may still write into habits."""


class WorkDays(WorkReading):
    """Reads the plan and the log, and writes what is said of a work day."""

    @cached_property
    def reminding(self) -> "Reminding":
        """The reminders of a running program."""
        from selfcare_app.services.reminding import Reminding

        return Reminding(self._work, self.journal, self._records, self._settings, self)

    def log_day(self, day: date, interval: Interval | None, reason: str | None = None) -> None:
        """Say from when to when work was on `day`, or, with None, let what was seen stand
        again; a `reason` is added.

        Raises BadInput for a day that has not come yet or a reason without words.
        """
        log = self._with_times(day, interval)
        if reason is not None:
            log = with_reason(log, reason)
        self._keep(tr("Work day logged"), log)

    def correct_day(self, day: date, interval: Interval | None, reasons: Sequence[str]) -> None:
        """Say from when to when work was on `day`, as `log_day` does, and keep `reasons` in
        place of those said before; raises BadInput as it does, with nothing kept."""
        log = _with_reasons(self._with_times(day, interval), reasons)
        self._keep(tr("Work day corrected"), log)

    def work_on(self, day: date, reason: str) -> None:
        """Work on past the end of `day`, for a `reason`; raises BadInput without words."""
        self._keep(tr("Working on"), with_reason(self.log(day), reason))

    def was_working(self, day: date, since: int) -> None:
        """Count the time from the sign of the person at the instant `since` up to now as work:
        they were there, and touched nothing."""
        activity = self._work.activity.find(day)
        if activity is None:
            return
        away = tuple(span for span in activity.away if span.start != since)
        last = max(activity.last, self.moment(), key=lambda moment: moment.at)
        self.journal.count_as_work(replace(activity, away=away, last=last))

    def set_reasons(self, day: date, reasons: Sequence[str]) -> None:
        """Keep `reasons` of `day` in place of those said before."""
        self._keep(tr("Reasons of a day"), _with_reasons(self.log(day), reasons))

    def keep_wrap_up(
        self, day: date, steps: Sequence[str], tomorrow: str, *, continued: bool = False
    ) -> None:
        """Keep how far the wrap-up of `day` has come: the closing `steps` that were ticked, and
        what is left for `tomorrow`, where it waits once `day` is done."""
        log = replace(self.log(day), steps=tuple(steps), tomorrow=tomorrow)
        self.journal.keep_work_log(tr("Wrap-up"), log, continued=continued)

    def work_on_after_all(self, day: date) -> None:
        """Take back that `day` is done; its reminders come again."""
        self._keep(tr("Working on"), replace(self.log(day), done=None))

    def done_for_today(
        self,
        steps: Sequence[str] | None = None,
        tomorrow: str | None = None,
        reason: str | None = None,
    ) -> date:
        """End the work day now, with the closing `steps` that were ticked, what is left for
        `tomorrow` and the `reason` why it became late; None leaves what was said before.

        Everything is silent from then on until the next work day. Returns the day that ended.
        """
        day = self.today()
        log = replace(self.log(day), done=self.moment())
        if steps is not None:
            log = replace(log, steps=tuple(steps))
        if tomorrow is not None:
            log = replace(log, tomorrow=tomorrow)
        if reason is not None:
            log = with_reason(log, reason)
        self._keep(tr("Done for today"), log)
        return day

    def snooze(self, day: date, minutes: int) -> None:
        """Put reminders of the end of `day` off; raises BadInput beyond the day's bound."""
        log = snoozed(self.log(day), self._now(), minutes, self.rules())
        self.journal.keep_work_log(tr("Later"), log)

    def start_session(self, minutes: int) -> Moment:
        """Be in session from now on; one that runs ends. Returns when it will be over.

        Raises BadInput for less than a minute or more than half a day.
        """
        length = checked_session_minutes(minutes) * 60
        return self._hold(HoldKind.SESSION, moment_at(self._now() + length, self.zone()))

    def pause_until(self, wall: datetime) -> Moment:
        """Pause all reminders until the wall-clock time `wall`, in place of an earlier pause.

        Returns that moment. Raises BadInput where it is over already.
        """
        zone = self.zone()
        at = instant_of(wall.date(), wall.hour * 60 + wall.minute, zone)
        return self._hold(HoldKind.PAUSE, moment_at(at, zone))

    def stop_holding(self, kind: HoldKind) -> bool:
        """End the session or pause that runs; returns whether one did."""
        ended = self._ended(kind)
        self.journal.hold_reminders(ended)
        return bool(ended)

    def settle(self) -> None:
        """Let the log keep its habits on the latest days that are over."""
        self.journal.keep_habits_by_log(
            {
                day: self._kept(self.day(day))
                for number in range(1, SETTLED_DAYS + 1)
                if self._kept_on(day := self.today() - timedelta(days=number))
            }
        )

    def _with_times(self, day: date, interval: Interval | None) -> WorkLog:
        check_loggable(day, self.today())
        log = replace(self.log(day), start=None, end=None)
        if interval is None:
            return log
        zone = self.zone()
        start, end = (
            moment_at(instant_of(day, minute, zone), zone)
            for minute in (interval.start, interval.end)
        )
        return replace(log, start=start, end=end)

    def _keep(self, title: str, log: WorkLog) -> None:
        self.journal.keep_work_log(title, log, self._kept(self.day_with(log)))

    def _kept(self, worked: WorkedDay) -> dict[str, bool | None]:
        return dict.fromkeys(self._kept_on(worked.planned.day), worked.on_time)

    def _kept_on(self, day: date) -> list[str]:
        """Ids of the habits that the log keeps on `day`: none that is put away, and none that
        is measured, of which whether the day was on time says nothing."""
        can_be_kept = {habit.id for habit in self._records.habits() if not habit.measured}
        kept = self.options.kept_habits().items()
        return [habit_id for habit_id, first in kept if first <= day and habit_id in can_be_kept]

    def _hold(self, kind: HoldKind, until: Moment) -> Moment:
        from uuid import uuid4

        hold = checked_hold(Hold(str(uuid4()), kind, self.moment(), until))
        self.journal.hold_reminders([*self._ended(kind), hold])
        return until

    def _ended(self, kind: HoldKind) -> list[Hold]:
        moment = self.moment()
        running = [hold for hold in self.holds() if hold.kind is kind]
        return [replace(hold, until=moment) for hold in running]


def _with_reasons(log: WorkLog, reasons: Sequence[str]) -> WorkLog:
    log = replace(log, reasons=())
    for reason in reasons:
        log = with_reason(log, reason)
    return log
