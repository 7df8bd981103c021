"""Figures are computed from the entries, kept at hand, and never stale."""

from datetime import date, datetime, timedelta

import pytest

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.schedule import TimesInDays
from selfcare_app.domain.streak import Streak
from selfcare_app.domain.value import replace
from selfcare_app.services.history import Change, Step
from selfcare_app.services.settings import GRACE_DAYS
from selfcare_app.services.stats import changed_habits
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import Clock

TODAY = date(2026, 11, 23)
START = TODAY - timedelta(days=9)


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Sit", START))


@pytest.fixture
def other(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Other", START))


def log_days_back(workspace: Workspace, habit: Habit, *days: int) -> None:
    for back in days:
        workspace.journal.log_entry(habit, TODAY - timedelta(days=back))


def test_figures_count_what_was_logged(workspace: Workspace, sit: Habit) -> None:
    log_days_back(workspace, sit, 2, 1, 0)
    figures = workspace.statistics.of(sit)
    assert figures.habit == sit
    assert figures.streaks.all == (Streak(TODAY - timedelta(days=2), TODAY, 3),)
    assert (figures.consistency.kept, figures.consistency.planned) == (3, 10)
    assert figures.score == pytest.approx(0.147820, abs=1e-6)
    assert figures.covered == bytes([0] * 7 + [1] * 3)


def test_figures_are_kept_at_hand_until_the_habit_changes(
    workspace: Workspace, sit: Habit, other: Habit
) -> None:
    figures, others = workspace.statistics.of(sit), workspace.statistics.of(other)
    assert workspace.statistics.of(sit) is figures
    log_days_back(workspace, sit, 0)
    assert workspace.statistics.of(sit) is not figures
    assert workspace.statistics.of(other) is others
    workspace.journal.undo()
    assert workspace.statistics.of(sit).streaks.current == 0


def test_what_may_concern_every_habit_drops_all_figures(workspace: Workspace, sit: Habit) -> None:
    figures = workspace.statistics.of(sit)
    workspace.journal.add_records("Kept", [Pause("p", None, TODAY, TODAY)])
    assert workspace.statistics.of(sit) is not figures


def test_grace_follows_the_setting_or_what_was_asked_for(workspace: Workspace, sit: Habit) -> None:
    log_days_back(workspace, sit, 4, 3, 1, 0)
    assert workspace.statistics.of(sit).streaks.current == 4
    workspace.settings.set(GRACE_DAYS, 0)
    assert workspace.statistics.of(sit).streaks.current == 2
    assert workspace.statistics.up_to(sit, TODAY, 1).streaks.current == 4


def test_nothing_after_the_day_asked_about_counts(workspace: Workspace, sit: Habit) -> None:
    log_days_back(workspace, sit, 5, 0)
    figures = workspace.statistics.up_to(sit, TODAY - timedelta(days=5))
    assert (figures.timeline.entries, figures.streaks.current) == (1, 1)


def test_before_the_first_day_there_is_nothing(workspace: Workspace, sit: Habit) -> None:
    long_ago = workspace.statistics.up_to(sit, date(2000, 1, 1))
    assert (long_ago.score, long_ago.score_so_far, long_ago.streaks.current) == (0.0, 0.0, 0)
    little = replace(sit, kind=Kind.MEASURED, target=1, direction=Direction.AT_MOST)
    assert workspace.statistics.up_to(little, date(2000, 1, 1)).score == 1.0


def test_the_window_s_score_does_not_drop_at_midnight(
    workspace: Workspace, sit: Habit, clock: Clock
) -> None:
    log_days_back(workspace, sit, 1, 0)
    before = workspace.statistics.of(sit).score_so_far
    clock.now += timedelta(days=1)
    figures = workspace.statistics.of(sit)
    assert figures.score_so_far == before
    assert figures.score < before
    workspace.journal.log_entry(sit, workspace.today())
    assert workspace.statistics.of(sit).score_so_far > before


def test_days_between_are_covered_by_a_rolling_schedule(workspace: Workspace) -> None:
    swim = workspace.journal.add_habit(Habit("", "Swim", TODAY, schedule=TimesInDays(1, 3)))
    log_days_back(workspace, swim, 1)
    figures = workspace.statistics.of(swim)
    assert figures.covered[-2:] == b"\x01\x01"


def test_the_day_rolls_over_by_itself(workspace: Workspace, sit: Habit, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 24, 2, 59)
    yesterday = workspace.statistics.of(sit)
    assert yesterday.timeline.as_of == TODAY.toordinal()
    clock.now = datetime(2026, 11, 24, 3, 0)
    assert workspace.statistics.of(sit).timeline.as_of == TODAY.toordinal() + 1


def test_a_change_names_the_habits_that_it_may_alter() -> None:
    habit, entry = Habit("h", "Sit", TODAY), Entry("e", TODAY, State.DONE)
    steps = (
        Step((Habit, "h"), None, habit),
        Step((Entry, "e", TODAY), None, entry),
    )
    assert changed_habits(Change("", None, steps)) == {"h", "e"}
    pause = Pause("p", "h", TODAY, TODAY)
    assert changed_habits(Change("", None, (*steps, Step((Pause, "p"), None, pause)))) is None


def test_a_check_in_alters_no_habit(workspace: Workspace, sit: Habit) -> None:
    check_in = CheckIn(TODAY, energy=3)
    steps = (Step((CheckIn, TODAY), None, check_in),)
    assert changed_habits(Change("", TODAY, steps)) == set()
    before = workspace.statistics.of(sit)
    workspace.journal.check_in(check_in)
    assert workspace.statistics.of(sit) is before
