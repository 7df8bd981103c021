"""Timers of habits in minutes: started, paused, stopped, and what was done logged."""

from datetime import date

from selfcare_app.domain.days import check_loggable
from selfcare_app.domain.entry import Entry, checked_entry, state_of_amount
from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.habit import Habit, timed
from selfcare_app.domain.record import Key, Record
from selfcare_app.domain.timer import Timer, minutes_of, paused, set_back
from selfcare_app.domain.value import replace
from selfcare_app.domain.words import tr
from selfcare_app.services.ledger import Edit, Ledger, always


class TimerVerbs(Ledger):
    """The journal's verbs about timers."""

    _clock_seen = 0
    """What the clock showed when it was last followed."""

    def start_timer(self, habit: Habit, day: date) -> None:
        """Let the timer of `habit` count, for `day` unless it was begun for another already.

        Raises BadInput for a habit that is not in minutes or a day that has not come yet.
        """
        check_loggable(day, self._today())
        if not timed(habit):
            raise BadInput(tr("A timer is for habits in minutes."))

        def edit(record: Record | None) -> Record:
            timer = record if isinstance(record, Timer) else Timer(habit.id, day)
            return timer if timer.running else replace(timer, started_at=self._clock())

        self.follow_clock()
        self._write(_started(habit.name), None, {_key(habit): edit})

    def follow_clock(self) -> None:
        """Have the timers that run keep what they counted, should the clock have been set back.

        A window with a running timer calls this every second: between two calls nobody can
        tell how far the clock was moved.
        """
        now, seen = self._clock(), self._clock_seen
        self._clock_seen = now
        if 0 < seen <= now:
            return
        try:
            for timer in self._tables.timers.all():
                mended = set_back(timer, seen, now)
                habit = self._tables.habits.find(timer.habit_id)
                if mended != timer and habit is not None:
                    # One with its start, where that was the latest change: nobody did this.
                    edits = {_key(habit): always(mended)}
                    self._write(_started(habit.name), None, edits, continued=True)
        except KnownError:
            self._clock_seen = seen
            raise

    def pause_timer(self, habit: Habit) -> None:
        """Let the timer of `habit` stand still; nothing happens where none runs."""
        self.follow_clock()
        title = tr("Timer of “{name}” paused", name=habit.name)
        self._write(title, None, standing_still(habit, self._clock()))

    def stop_timer(self, habit: Habit, minutes: float | None = None) -> float:
        """Add what the timer of `habit` counted to its day and put the timer away; `minutes`
        where the person corrected that.

        Returns the minutes that were logged, 0 where there was nothing to log. It is paused
        first, in a change of its own: to undo the stop gives back what had been counted.
        """
        self.pause_timer(habit)
        timer = self._tables.timers.find(habit.id)
        if timer is None:
            return 0.0
        if minutes is None:
            minutes = minutes_of(timer.seconds)
        edits: dict[Key, Edit] = {_key(habit): always(None)}
        if minutes > 0:
            edits[Entry, habit.id, timer.day] = _adding(habit, timer.day, minutes)
        self._write(tr("“{name}” timed", name=habit.name), timer.day, edits)
        return minutes

    def log_minutes(self, habit: Habit, day: date, minutes: float) -> None:
        """Add `minutes` (more than 0) that were done otherwise, such as with the breathing
        guide, to those of `day`. Raises BadInput where `habit` is not in minutes or `day` has
        not come yet."""
        if not timed(habit):
            raise BadInput(tr("Only habits in minutes can take minutes."))
        check_loggable(day, self._today())
        title = tr("“{name}” logged", name=habit.name)
        self._write(title, day, {(Entry, habit.id, day): _adding(habit, day, minutes)})

    def discard_timer(self, habit: Habit) -> None:
        """Put the timer of `habit` away and log nothing."""
        title = tr("Timer of “{name}” discarded", name=habit.name)
        self._write(title, None, {_key(habit): always(None)})


def standing_still(habit: Habit, now: int) -> dict[Key, Edit]:
    """The edit after which the timer of `habit` counts no further than `now` (UTC milliseconds);
    none comes into being."""

    def edit(record: Record | None) -> Record | None:
        return paused(record, now) if isinstance(record, Timer) else record

    return {_key(habit): edit}


def _started(name: str) -> str:
    return tr("Timer of “{name}” started", name=name)


def _key(habit: Habit) -> Key:
    return Timer, habit.id


def _adding(habit: Habit, day: date, minutes: float) -> Edit:
    def edit(record: Record | None) -> Record:
        entry = record if isinstance(record, Entry) else Entry(habit.id, day)
        value = round((entry.value or 0.0) + minutes, 6)
        said = replace(entry, state=state_of_amount(habit, value), value=value)
        return checked_entry(said, habit)

    return edit
