"""How the days of a month stand, counted as the Today page counts them."""

from datetime import date, timedelta

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import TimesPerWeek, Weekdays
from selfcare_app.services.month import DayCount, month_counts
from selfcare_app.services.workspace import Workspace

BEGUN = date(2026, 11, 2)
"""A Monday."""


def on(number: int) -> date:
    return BEGUN + timedelta(days=number)


def test_each_day_tells_what_was_planned_and_kept(workspace: Workspace) -> None:
    journal = workspace.journal
    daily = journal.add_habit(Habit("", "Sit", BEGUN))
    mondays = journal.add_habit(Habit("", "Call", BEGUN, schedule=Weekdays(frozenset({1}))))
    weekly = journal.add_habit(Habit("", "Paint", BEGUN, schedule=TimesPerWeek(2)))
    journal.log_entry(daily, on(0))
    journal.log_entry(daily, on(1))
    journal.mark_not_done(daily, on(2))
    journal.rest(daily, on(3))
    journal.log_entry(weekly, on(1))
    journal.log_entry(mondays, on(4))
    counts = month_counts(workspace, on(-1), on(5))
    assert counts == {
        on(-1): DayCount(0, 0, False),
        on(0): DayCount(2, 1, True),
        on(1): DayCount(2, 2, True),
        on(2): DayCount(1, 0, True),
        on(3): DayCount(0, 0, True),
        on(4): DayCount(2, 1, True),
        on(5): DayCount(1, 0, False),
    }
    assert counts[on(1)].complete
    assert not counts[on(0)].complete
    assert not counts[on(3)].complete


def test_what_was_deleted_or_put_away_is_not_counted(workspace: Workspace) -> None:
    journal = workspace.journal
    gone = journal.add_habit(Habit("", "Gone", BEGUN))
    journal.log_entry(gone, on(0))
    journal.delete_habit(gone)
    away = journal.add_habit(Habit("", "Away", BEGUN))
    journal.set_note(away, on(1), "rain")
    journal.archive_habit(away)
    assert month_counts(workspace, on(0), on(1)) == {
        on(0): DayCount(0, 0, False),
        on(1): DayCount(0, 0, True),
    }
