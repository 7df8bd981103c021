"""What a change of a habit would do to the past, told before it is made."""

from datetime import date
from typing import NamedTuple

from selfcare_app.domain.consistency import Consistency
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.streak import streak_unit
from selfcare_app.services.stats import HabitStatistics, Statistics


class Figures(NamedTuple):
    """The headline of a habit and its streak, in days, weeks or months."""

    consistency: Consistency
    streak: int
    streak_unit: str


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
    unit = streak_unit(found.habit.schedule)
    return Figures(found.consistency, found.streaks.current, unit)
