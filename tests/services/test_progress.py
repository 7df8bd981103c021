"""The figures behind the charts, from a database."""

from datetime import date, datetime

import pytest

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.stretch import Grain
from selfcare_app.services.progress import HabitProgress
from selfcare_app.services.settings import WEEK_START
from selfcare_app.services.workspace import open_workspace

NOW = datetime(2026, 11, 23, 16, 20)
TODAY = NOW.date().toordinal()


@pytest.fixture
def workspace(tmp_path):
    opened = open_workspace(tmp_path / "selfcare.db", lambda: NOW)
    opened.settings.set(WEEK_START, 1)
    yield opened
    opened.close()


@pytest.fixture
def walk(workspace):
    """A walk of at least 20 min a day, for the last days as said."""

    def make(*amounts):
        habit = workspace.journal.add_habit(
            Habit(
                "",
                "Walk",
                date.fromordinal(TODAY - len(amounts) + 1),
                kind=Kind.MEASURED,
                target=20,
                direction=Direction.AT_LEAST,
                unit="min",
            )
        )
        entries = [
            Entry(habit.id, date.fromordinal(TODAY - back), State.DONE, amount)
            for back, amount in enumerate(reversed(amounts))
            if amount is not None
        ]
        workspace.journal.add_records("Made up", entries)
        return habit

    return make


def progress_of(workspace, habit):
    return HabitProgress(workspace.statistics.of(habit))


def test_the_line_begins_with_the_first_entry_and_ends_yesterday_until_today_has_one(
    workspace, walk
):
    habit = walk(None, 20.0, 20.0, None)
    found = progress_of(workspace, habit)
    assert found.days == range(TODAY - 2, TODAY)
    assert [mean.begin for mean in found.line(Grain.DAY)] == list(found.days)
    assert found.line(Grain.DAY)[-1].value == found.statistics.score_so_far
    workspace.journal.log_entry(habit, workspace.today())
    assert progress_of(workspace, habit).days == range(TODAY - 2, TODAY + 1)


def test_without_an_entry_there_are_no_days_and_no_overview(workspace, walk):
    found = progress_of(workspace, walk(None, None))
    assert not found.days
    assert found.overview is None
    assert found.line(Grain.MONTH) == []
    assert found.spread(range(TODAY - 9, TODAY + 1)) is None


def test_totals_are_computed_once_for_every_stretch(workspace, walk):
    found = progress_of(workspace, walk(*[20.0, 10.0] * 5))
    weeks = found.stretches(Grain.WEEK)
    assert found.stretches(Grain.WEEK) is weeks
    totals = [found.total(Grain.WEEK, number) for number in range(len(weeks))]
    assert found.total(Grain.WEEK, 0) is totals[0]
    assert sum(total.done for total in totals) == 150_000_000
    assert found.line(Grain.WEEK) is found.line(Grain.WEEK)


def test_weekdays_come_in_the_order_of_the_persons_week(workspace, walk):
    habit = walk(*[20.0] * 8)  # Monday to Monday
    days = range(TODAY - 7, TODAY + 1)
    found = progress_of(workspace, habit)
    assert found.weekday_order == (1, 2, 3, 4, 5, 6, 7)
    assert [tally.kept for tally in found.weekdays(days)] == [2, 1, 1, 1, 1, 1, 1]
    workspace.settings.set(WEEK_START, 7)
    found = progress_of(workspace, habit)
    assert found.weekday_order == (7, 1, 2, 3, 4, 5, 6)
    assert [tally.kept for tally in found.weekdays(days)] == [1, 2, 1, 1, 1, 1, 1]
    [month] = found.months(days)
    assert month.weekdays == found.weekdays(days)


def test_the_overview_and_the_spread_hold_all_amounts(workspace, walk):
    found = progress_of(workspace, walk(20.0, 10.0, 30.0))
    assert (found.overview.days, found.overview.amount) == (2, 60_000_000)
    assert found.overview.month is None
    assert found.spread(found.days).median == 20_000_000
    [streak] = found.statistics.streaks.all
    assert found.parts(streak).partly == 1
