"""Statistics: computed from the entries when asked for, kept at hand, never stored."""

from collections.abc import Callable
from datetime import date
from functools import cached_property

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.consistency import Consistency, consistency
from selfcare_app.domain.coverage import covered_days
from selfcare_app.domain.entry import Entry
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.schedule import TimesInDays
from selfcare_app.domain.score import scores
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.streak import Streaks, streaks
from selfcare_app.domain.timeline import FREE, FREE_KEPT, KEPT, OPEN, Timeline, build_timeline
from selfcare_app.domain.timer import Timer
from selfcare_app.domain.work_record import WorkRecord
from selfcare_app.services.history import Change
from selfcare_app.services.records import Records
from selfcare_app.services.settings import GRACE_DAYS, Settings

_KEPT_OR_NOT = bytes(mark in (KEPT, FREE_KEPT) for mark in range(256))
"""For each mark 1 if it says kept, else 0."""


class HabitStatistics:
    """One habit's figures up to a day; each is computed when it is first asked for."""

    def __init__(self, timeline: Timeline, grace_days: int) -> None:
        self.timeline = timeline
        self._grace_days = grace_days

    @property
    def habit(self) -> Habit:
        """The habit that the figures are of."""
        return self.timeline.habit

    @cached_property
    def scores(self) -> list[float]:
        """The score at the end of each day of the timeline, 0–1."""
        return scores(self.timeline)

    @property
    def score(self) -> float:
        """The score with the last day counted as over, 0–1."""
        return self.scores[-1] if self.scores else float(self.habit.at_most)

    @property
    def score_so_far(self) -> float:
        """The score as a window shows it, 0–1: the last day counts once something is logged."""
        if len(self.scores) > 1 and self.timeline.marks[-1] in (OPEN, FREE):
            return self.scores[-2]
        return self.score

    @cached_property
    def streaks(self) -> Streaks:
        """All streaks."""
        return streaks(self.timeline, self._grace_days)

    @cached_property
    def consistency(self) -> Consistency:
        """How many of the lately planned days, weeks or months were kept."""
        return consistency(self.timeline)

    @cached_property
    def covered(self) -> bytes:
        """For each day of the timeline 1 if it is covered (other schedules: kept), else 0."""
        if isinstance(self.habit.schedule, TimesInDays):
            return covered_days(self.timeline)
        return self.timeline.marks.translate(_KEPT_OR_NOT)


class Statistics:
    """The figures of every habit up to one day, until an entry, habit, pause or setting changes."""

    def __init__(
        self,
        records: Records,
        settings: Settings,
        today: Callable[[], date],
    ) -> None:
        self._records = records
        self._settings = settings
        self._today = today
        self._known: dict[str, HabitStatistics] = {}

    def of(self, habit: Habit) -> HabitStatistics:
        """The figures of `habit` up to today."""
        today = self._today()
        known = self._known.get(habit.id)
        if known is None or known.timeline.as_of != today.toordinal():
            known = self._known[habit.id] = self.up_to(habit, today)
        return known

    def up_to(self, habit: Habit, as_of: date, grace_days: int | None = None) -> HabitStatistics:
        """The figures of `habit` with `as_of` as the last day, computed anew.

        `grace_days` (0–4) stands in for the setting.
        """
        timeline = build_timeline(
            habit,
            self._records.history(habit.id),
            self._records.pauses(),
            as_of,
            self._settings.first_weekday(),
        )
        if grace_days is None:
            grace_days = self._settings.get(GRACE_DAYS)
        return HabitStatistics(timeline, grace_days)

    def forget_cache(self) -> None:
        """Compute anew next time: the database may have been changed from outside."""
        self._known.clear()

    def drop(self, change: Change) -> None:
        """Compute those figures anew that `change` may alter."""
        changed = changed_habits(change)
        for habit_id in list(self._known) if changed is None else changed:
            self._known.pop(habit_id, None)


def changed_habits(change: Change) -> set[str] | None:
    """Ids of the habits whose figures `change` may alter; None where it may be all of them."""
    changed: set[str] = set()
    for kind, *identity in (step.key for step in change.steps):
        if kind in (Habit, Entry, Timer):
            changed.add(str(identity[0]))
        elif kind is Setting and change.quiet:
            continue  # How a page was left has no part in the figures.
        elif kind not in (CheckIn, Reminder) and not _of_work(kind):
            return None
    return changed


def _of_work(kind: object) -> bool:
    """Whether records of that kind are about work hours; what they make of a habit is an entry."""
    return isinstance(kind, type) and issubclass(kind, WorkRecord)
