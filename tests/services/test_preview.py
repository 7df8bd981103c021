"""What a change of a habit would do to the past is told before it is made, and changes nothing."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.consistency import Consistency
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.schedule import TimesPerWeek, Weekdays
from selfcare_app.domain.value import replace
from selfcare_app.services.preview import Figures, Preview, changes_the_past, preview
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import everything

TODAY = date(2026, 11, 23)
"""A Monday."""
START = TODAY - timedelta(days=13)


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    """Done on all weekdays of two weeks, never on a Saturday or Sunday."""
    habit = workspace.journal.add_habit(Habit("", "Sit", START))
    for back in range(14):
        day = TODAY - timedelta(days=back)
        if day.isoweekday() < 6:
            workspace.journal.log_entry(habit, day)
    return habit


@pytest.fixture
def walk(workspace: Workspace) -> Habit:
    """Walked for 10 minutes on each of the last five days, against 20."""
    habit = workspace.journal.add_habit(
        Habit(
            "",
            "Walk",
            START,
            kind=Kind.MEASURED,
            target=20,
            direction=Direction.AT_LEAST,
            unit="min",
        )
    )
    for back in range(5):
        workspace.journal.log_entry(habit, TODAY - timedelta(days=back), 10)
    return habit


def told(workspace: Workspace, kept: Habit, changed: Habit) -> Preview:
    entries = workspace.records.entries_of(kept.id)
    return preview(workspace.statistics, entries, kept, changed, TODAY)


@pytest.mark.parametrize(
    "change",
    [
        {"schedule": TimesPerWeek(3)},
        {"kind": Kind.MEASURED, "target": 1.0, "direction": Direction.AT_LEAST},
        {"created": START - timedelta(days=1)},
    ],
)
def test_schedule_kind_and_start_bear_on_the_past(sit: Habit, change: dict[str, object]) -> None:
    assert changes_the_past(sit, replace(sit, **change))


@pytest.mark.parametrize("change", [{"target": 10.0}, {"direction": Direction.AT_MOST}])
def test_target_and_direction_bear_on_the_past(walk: Habit, change: dict[str, object]) -> None:
    assert changes_the_past(walk, replace(walk, **change))


def test_name_area_cue_and_looks_leave_the_past_alone(sit: Habit) -> None:
    changed = replace(
        sit,
        name="Sit still",
        area="support",
        cue="After lunch",
        notes="On the blue chair",
        colour="rose",
        icon="habit-leaf",
    )
    assert not changes_the_past(sit, changed)


def test_another_schedule_tells_headline_streaks_and_strength_as_they_would_be(
    workspace: Workspace, sit: Habit
) -> None:
    found = told(workspace, sit, replace(sit, schedule=Weekdays(frozenset({1, 2, 3, 4, 5}))))
    assert found.before.consistency == Consistency(10, 14, "days")
    assert found.after.consistency == Consistency(10, 10, "days")
    assert (found.before.streak, found.after.streak) == (1, 10)
    assert (found.before.best_streak, found.after.best_streak) == (5, 10)
    assert found.before.strength < found.after.strength
    assert (found.amounts_hidden, found.without_amount) == (0, 0)


def test_a_change_to_weeks_counts_the_streaks_in_weeks(workspace: Workspace, sit: Habit) -> None:
    found = told(workspace, sit, replace(sit, schedule=TimesPerWeek(4)))
    assert (found.before.streak_unit, found.after.streak_unit) == ("days", "weeks")
    assert found.after.best_streak == 2


def test_a_smaller_target_keeps_days_that_were_kept_in_part(
    workspace: Workspace, walk: Habit
) -> None:
    found = told(workspace, walk, replace(walk, target=10.0))
    assert (found.before.streak, found.before.best_streak) == (0, 0)
    assert (found.after.streak, found.after.best_streak) == (5, 5)
    assert found.before.strength < found.after.strength


def test_amounts_that_would_not_be_shown_any_more_are_counted(
    workspace: Workspace, walk: Habit
) -> None:
    ticked = replace(walk, kind=Kind.YES_NO, target=None, direction=None, unit=None)
    assert told(workspace, walk, ticked).amounts_hidden == 5


def test_ticks_that_would_lack_an_amount_are_counted(workspace: Workspace, sit: Habit) -> None:
    measured = replace(sit, kind=Kind.MEASURED, target=5.0, direction=Direction.AT_LEAST)
    assert told(workspace, sit, measured).without_amount == 10


def test_a_habit_without_a_past_has_nothing_to_tell(workspace: Workspace) -> None:
    fresh = workspace.journal.add_habit(Habit("", "Fresh", TODAY))
    found = told(workspace, fresh, replace(fresh, schedule=Weekdays(frozenset({1}))))
    nothing = Figures(Consistency(0, 0, "days"), 0, "days", 0, 0)
    assert found == Preview(nothing, nothing)


def test_a_preview_keeps_nothing(workspace: Workspace, sit: Habit) -> None:
    before = everything(workspace)
    figures = workspace.statistics.of(sit).streaks
    told(workspace, sit, replace(sit, schedule=TimesPerWeek(4)))
    assert everything(workspace) == before
    assert workspace.statistics.of(sit).streaks == figures
