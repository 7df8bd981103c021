"""The reminders of a running program: at each tick, what to bring now, and what was seen.

Whoever runs the program calls `tick` at most half a minute apart, on waking up and after
every change. Nothing here waits or counts down.
"""

import json
from datetime import date, timedelta

from selfcare_app.domain.entry import Pause, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.instants import moment_at, wall_clock
from selfcare_app.domain.notice import Fired, Notice
from selfcare_app.domain.scheduler import GAP_SECONDS, LONGEST_LOOK_BACK, Due, Situation, due
from selfcare_app.domain.shift import day_of
from selfcare_app.domain.worklog import seen
from selfcare_app.services.journal import Journal
from selfcare_app.services.records import Records
from selfcare_app.services.settings import Settings
from selfcare_app.services.work_reading import WorkReading
from selfcare_app.services.work_settings import ACTIVITY_SEEN
from selfcare_app.store.work_tables import WorkTables

LATERS_KEY = "reminders_later"
"""The setting that keeps when habits are to be brought to mind again."""
LATER_MINUTES = 30
DAY_SECONDS = 24 * 60 * 60
IDLE_SECONDS = 5 * 60
"""Without a sign of the person for so long, nobody is at the computer."""


class Reminding:
    """Remembers the last tick, and what is done with in the database."""

    def __init__(
        self,
        tables: WorkTables,
        journal: Journal,
        records: Records,
        settings: Settings,
        work: WorkReading,
    ) -> None:
        self._work = tables
        self._journal = journal
        self._records = records
        self._settings = settings
        self._days = work
        self._last_tick = self._last_heartbeat()

    def tick(self, seen_at: int | None = None) -> Due:
        """What to bring now; it is noted as done with, and never comes again.

        `seen_at` is the instant of the last sign of the person, None where that is unknown:
        then they are taken to be there. In session they are, whatever was seen.
        """
        now = self._days.moment().at
        in_session = any(hold.kind is HoldKind.SESSION for hold in self._days.holds())
        last_sign = now if seen_at is None or in_session else min(seen_at, now)
        if self._settings.get(ACTIVITY_SEEN):
            self._note_sign(last_sign)
        situation = self._situation(now, active=now - last_sign < IDLE_SECONDS)
        found = due(self._days.plan(), self._days.zone(), self._days.rules(), situation)
        self._journal.note_fired(
            [
                *(_fired(notice, now, shown=True) for notice in found.show),
                *(_fired(notice, now, shown=False) for notice in found.passed),
            ]
        )
        self._last_tick = now
        return found

    def woke_up(self) -> bool:
        """Whether the last tick lies so far from now that the computer slept, or that its
        clock was set."""
        last = self._last_tick
        return last is not None and abs(self._days.moment().at - last) > GAP_SECONDS

    def come_later(self, habit_id: str, minutes: int = LATER_MINUTES) -> int:
        """Bring that habit to mind again in so many `minutes`, if today still waits for it
        then; returns that instant."""
        now = self._days.moment().at
        kept = {each: at for each, at in self._laters() if at > now - DAY_SECONDS}
        kept[habit_id] = now + minutes * 60
        self._journal.keep_quietly(LATERS_KEY, json.dumps(kept))
        return kept[habit_id]

    def _laters(self) -> tuple[tuple[str, int], ...]:
        kept = self._settings.value(LATERS_KEY)
        if not isinstance(kept, dict):
            return ()
        return tuple((each, at) for each, at in kept.items() if isinstance(at, int))

    def _last_heartbeat(self) -> int | None:
        """The last sign of the person before the program started, perhaps after a crash."""
        return max((each.last.at for each in self._work.activity.all()), default=None)

    def _note_sign(self, at: int) -> None:
        zone, plan = self._days.zone(), self._days.plan()
        day = day_of(at, plan, zone, self._days.rules().day_start_hour)
        before = self._work.activity.find(day)
        self._journal.note_activity(seen(before, day, moment_at(at, zone)))

    def _situation(self, now: int, *, active: bool) -> Situation:
        last = now if self._last_tick is None else min(self._last_tick, now)
        zone = self._days.zone()
        first = wall_clock(max(last, now - LONGEST_LOOK_BACK), zone).date() - timedelta(days=3)
        until = wall_clock(now, zone).date() + timedelta(days=1)
        fired = self._work.fired.since(first)
        reminders, laters = tuple(self._records.reminders()), self._laters()
        return Situation(
            now=now,
            last_tick=self._last_tick,
            active=active,
            fired=frozenset((each.day, each.name) for each in fired),
            shown=frozenset((each.day, each.name) for each in fired if each.shown),
            logs={log.day: log for log in self._work.logs.between(first, until)},
            activity={each.day: each for each in self._work.activity.between(first, until)},
            holds=tuple(self._work.holds.since(now - LONGEST_LOOK_BACK)),
            reminders=reminders,
            laters=laters,
            open_habits=self._open_habits(
                {each.habit_id for each in reminders} | {habit_id for habit_id, _ in laters},
                wall_clock(now, zone).date(),
            ),
        )

    def _open_habits(self, habit_ids: set[str], day: date) -> frozenset[str]:
        """Those of the habits that `day` still waits for."""
        pauses = self._records.pauses()
        return frozenset(
            habit.id
            for habit in self._records.habits()
            if habit.id in habit_ids and self._waits_for(habit, day, pauses)
        )

    def _waits_for(self, habit: Habit, day: date, pauses: list[Pause]) -> bool:
        if any(
            pause.habit_id in (None, habit.id) and pause.first <= day <= pause.last
            for pause in pauses
        ):
            return False
        entry = self._records.entry(habit.id, day)
        if entry.state is not State.DONE:
            return entry.state is None
        partly = habit.measured and not habit.at_most
        return partly and (entry.value or 0.0) < (habit.target or 0.0)


def _fired(notice: Notice, now: int, *, shown: bool) -> Fired:
    return Fired(notice.day, notice.name, now, shown)
