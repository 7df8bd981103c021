"""A workspace whose clock says Monday 23 November 2026, and habits with a history to draw."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.schedule import EVERY_DAY, Schedule
from selfcare_app.services.progress import HabitProgress
from selfcare_app.services.stats import HabitStatistics
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.theme import LIGHT, Theme

TODAY = date(2026, 11, 23)
LETTERS = {"K": State.DONE, "N": State.NOT_DONE, "R": State.REST}
MakeHabit = Callable[..., Habit]
MakeStatistics = Callable[..., HabitStatistics]
MakeProgress = Callable[..., HabitProgress]


def days_ago(back: int) -> date:
    return TODAY - timedelta(days=back)


@pytest.fixture
def theme() -> Theme:
    return LIGHT


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = open_workspace(tmp_path / "selfcare.db", lambda: datetime(2026, 11, 23, 16, 20))
    yield opened
    opened.close()


@pytest.fixture
def make_habit(workspace: Workspace) -> MakeHabit:
    """Keeps a habit whose last days went as the letters say, the last letter today: K done,
    N not done, R rest, O nothing logged; or whose amounts of the last days were `amounts`."""

    def make(
        name: str = "Sit and breathe",
        letters: str = "",
        *,
        amounts: tuple[float | None, ...] = (),
        schedule: Schedule = EVERY_DAY,
        target: float | None = None,
        at_most: bool = False,
        area: str = "mindfulness",
        cue: str = "",
    ) -> Habit:
        count = max(1, len(letters), len(amounts))
        habit = Habit("", name, days_ago(count - 1), area=area, schedule=schedule, cue=cue)
        if target is not None:
            direction = Direction.AT_MOST if at_most else Direction.AT_LEAST
            habit = Habit(
                "",
                name,
                habit.created,
                area=area,
                kind=Kind.MEASURED,
                schedule=schedule,
                target=target,
                direction=direction,
                unit="min",
                cue=cue,
            )
        habit = workspace.journal.add_habit(habit)
        entries = [
            Entry(habit.id, days_ago(back), LETTERS[letter])
            for back, letter in enumerate(reversed(letters))
            if letter in LETTERS
        ]
        entries += [
            Entry(habit.id, days_ago(back), State.DONE, amount)
            for back, amount in enumerate(reversed(amounts))
            if amount is not None
        ]
        workspace.journal.add_records("Made up", entries)
        return habit

    return make


@pytest.fixture
def make_statistics(workspace: Workspace, make_habit: MakeHabit) -> MakeStatistics:
    def make(*arguments: object, **named: object) -> HabitStatistics:
        return workspace.statistics.of(make_habit(*arguments, **named))

    return make


@pytest.fixture
def make_progress(make_statistics: MakeStatistics) -> MakeProgress:
    def make(*arguments: object, **named: object) -> HabitProgress:
        return HabitProgress(make_statistics(*arguments, **named))

    return make
