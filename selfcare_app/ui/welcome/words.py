"""How a habit that is offered is told in one short line."""

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import EveryDay, Schedule, TimesInDays, Weekdays
from selfcare_app.domain.words import tr
from selfcare_app.ui.wording import amount_words, schedule_words, times_words

_WORKING_DAYS = frozenset(range(1, 6))
_DAYS_OF_A_WEEK = 7


def card_words(habit: Habit) -> str:
    """Amount and schedule in short: “5 min, every day”, “20 min, 4 days a week”, “once a week”."""
    when = _when_words(habit.schedule)
    if not habit.measured:
        return when
    by_day = isinstance(habit.schedule, EveryDay | Weekdays)
    if not by_day and habit.target == 1 and not habit.at_most:
        return when
    if not by_day:
        # The target is for the whole week, month or window.
        return schedule_words(habit)
    amount = amount_words(habit, habit.target or 0.0)
    if habit.at_most:
        amount = tr("at most {amount}", amount=amount)
    return tr("{amount}, {when}", amount=amount, when=when)


def whole_words(habit: Habit) -> str:
    """All of it, for a tool tip: on which days, how much, and the cue."""
    how = schedule_words(habit)
    how = how[:1].upper() + how[1:]
    return f"{how}\n{habit.cue}" if habit.cue else how


def _when_words(schedule: Schedule) -> str:
    match schedule:
        case Weekdays(weekdays) if weekdays == _WORKING_DAYS:
            return tr("working days")
        case Weekdays(weekdays) if 1 < len(weekdays) < _DAYS_OF_A_WEEK:
            return tr("{count} days a week", count=len(weekdays))
        case TimesInDays(1, days) if days == 2 * _DAYS_OF_A_WEEK:
            return tr("every second week")
    return times_words(schedule)
