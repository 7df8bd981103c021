"""What a change of a habit would do to the past, told before it is made."""

from datetime import date
from typing import NamedTuple

from selfcare_app.domain.consistency import Consistency
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.streak import streak_unit
from selfcare_app.services.stats import HabitStatistics, Statistics


class Figures(NamedTuple):
    """The headline of a habit, its streak and its best one, in days, weeks or months, and its
    strength as it is shown, 0–100."""

    consistency: Consistency
    streak: int
    streak_unit: str
    best_streak: int
    strength: int


class Preview(NamedTuple):
    """The figures as they are and as they would be, and what becomes of what was logged."""

    before: Figures
    after: Figures
    amounts_hidden: int = 0
    """Days whose amount would be kept without being shown."""
    without_amount: int = 0
    """Days marked as done that would lack an amount, and so would not count as kept."""


def changes_the_past(kept: Habit, changed: Habit) -> bool:
    """Whether `changed` differs from `kept` in what figures are computed from."""
    return _counted(kept) != _counted(changed)


def _counted(habit: Habit) -> tuple[object, ...]:
    return habit.kind, habit.schedule, habit.target, habit.direction, habit.created


def preview(
    statistics: Statistics, entries: list[Entry], kept: Habit, changed: Habit, as_of: date
) -> Preview:
    """Figures of one habit up to `as_of`, as it is `kept` and as it would be when `changed`;
    `entries` are all that were logged for it."""
    hidden = without = 0
    if kept.kind is not changed.kind:
        if changed.measured:
            without = sum(entry.state is State.DONE and entry.value is None for entry in entries)
        else:
            hidden = sum(entry.value is not None for entry in entries)
    before, after = (figures(statistics.up_to(habit, as_of)) for habit in (kept, changed))
    return Preview(before, after, hidden, without)


def figures(found: HabitStatistics) -> Figures:
    """The figures that a preview compares."""
    streaks = found.streaks
    best = max((streak.length for streak in streaks.all), default=0)
    unit = streak_unit(found.habit.schedule)
    strength = round(found.score_so_far * 100)
    return Figures(found.consistency, streaks.current, unit, best, strength)
