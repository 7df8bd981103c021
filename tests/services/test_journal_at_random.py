"""Whatever is done in whatever order: taking all back gives the beginning, doing all again
the end, and the figures at hand are those computed anew."""

from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.domain.schedule import TimesPerWeek
from selfcare_app.domain.value import replace
from selfcare_app.domain.worklog import WorkLog
from selfcare_app.services.settings import GRACE_DAYS
from selfcare_app.services.workspace import open_workspace
from tests.services.conftest import everything

TODAY = date(2026, 11, 23)
DAYS = st.integers(0, 4).map(lambda back: TODAY - timedelta(days=back))
NOTES = st.sampled_from([None, "", "a note"])


class Journaling(RuleBasedStateMachine):
    """A person who does and takes back things at random."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        now = datetime(2026, 11, 23, 12)
        self.workspace = open_workspace(Path(self.folder.name) / "selfcare.db", lambda: now)
        self.journal = self.workspace.journal

    @initialize()
    def have_two_habits(self) -> None:
        began = TODAY - timedelta(days=9)
        self.journal.add_habit(Habit("", "Sit", began))
        self.journal.add_habit(
            Habit("", "Walk", began, kind=Kind.MEASURED, target=2, direction=Direction.AT_LEAST)
        )

    def _habit(self, number: int) -> Habit | None:
        habits = self.workspace.records.habits()
        return habits[number % len(habits)] if habits else None

    @rule(number=st.integers(0, 3), day=DAYS, value=st.sampled_from([0.0, 1.0, 2.0]), note=NOTES)
    def log(self, number: int, day: date, value: float, note: str | None) -> None:
        if habit := self._habit(number):
            self.journal.log_entry(habit, day, value if habit.measured else None, note)

    @rule(number=st.integers(0, 3), day=DAYS, note=NOTES)
    def rest(self, number: int, day: date, note: str | None) -> None:
        if habit := self._habit(number):
            self.journal.rest(habit, day, note)

    @rule(number=st.integers(0, 3), day=DAYS, note=NOTES)
    def clear(self, number: int, day: date, note: str | None) -> None:
        if habit := self._habit(number):
            self.journal.clear(habit, day, note)

    @rule(day=DAYS, energy=st.sampled_from([None, 1, 5]))
    def check_in(self, day: date, energy: int | None) -> None:
        self.journal.check_in(CheckIn(day, energy=energy))

    @rule(days=st.integers(0, 4))
    def set_grace(self, days: int) -> None:
        self.workspace.settings.set(GRACE_DAYS, days)

    @rule()
    def add_habit(self) -> None:
        self.journal.add_habit(Habit("", "New", TODAY))

    @rule(number=st.integers(0, 3), times=st.integers(1, 7))
    def plan_otherwise(self, number: int, times: int) -> None:
        if habit := self._habit(number):
            self.journal.edit_habit(replace(habit, schedule=TimesPerWeek(times)))

    @rule(number=st.integers(0, 3), put_away=st.booleans())
    def archive_or_delete(self, number: int, put_away: bool) -> None:
        if habit := self._habit(number):
            (self.journal.archive_habit if put_away else self.journal.delete_habit)(habit)

    @rule()
    def bring_back(self) -> None:
        for habit in self.workspace.records.deleted_habits()[:1]:
            self.journal.bring_back(habit)

    @rule(number=st.integers(0, 3), day=DAYS, everyone=st.booleans())
    def pause(self, number: int, day: date, everyone: bool) -> None:
        if habit := self._habit(number):
            self.journal.pause(None if everyone else habit, day, TODAY)

    @rule(state=st.sampled_from([State.DONE, State.REST, None]), day=DAYS)
    def mark_all(self, state: State | None, day: date) -> None:
        self.journal.mark_days([(each, day) for each in self.workspace.records.habits()], state)

    @rule(weekday=st.integers(1, 7), hours=st.sampled_from(["off", "09:00-17:00"]), first=DAYS)
    def plan_work_hours(self, weekday: int, hours: str, first: date) -> None:
        self.journal.set_work_hours([weekday], parse_hours(hours)[0], first)

    @rule(day=DAYS, back_to_the_week=st.booleans())
    def take_a_day_off(self, day: date, back_to_the_week: bool) -> None:
        verb = self.journal.follow_the_week if back_to_the_week else self.journal.take_days_off
        verb(day, TODAY)

    @rule(number=st.integers(0, 3), day=DAYS, on_time=st.sampled_from([True, False, None]))
    def keep_a_log(self, number: int, day: date, on_time: bool | None) -> None:
        habit = self._habit(number)
        kept = {habit.id: on_time} if habit else {}
        self.journal.keep_work_log("Logged", WorkLog(day, tomorrow="call back"), kept)

    @rule()
    def turn_the_order_round(self) -> None:
        self.journal.arrange_habits(self.workspace.records.habits()[::-1])

    @precondition(lambda self: self.journal.history.next_undo is not None)
    @rule()
    def undo(self) -> None:
        before = everything(self.workspace)
        self.journal.undo()
        self.journal.redo()
        assert everything(self.workspace) == before
        self.journal.undo()

    @precondition(lambda self: self.journal.history.next_redo is not None)
    @rule()
    def redo(self) -> None:
        self.journal.redo()

    @invariant()
    def figures_at_hand_are_those_computed_anew(self) -> None:
        for habit in self.workspace.records.habits():
            at_hand = self.workspace.statistics.of(habit)
            anew = self.workspace.statistics.up_to(habit, TODAY)
            assert at_hand.timeline == anew.timeline
            assert at_hand.streaks == anew.streaks
            assert at_hand.score == anew.score

    def teardown(self) -> None:
        while self.journal.redo():
            pass
        last = everything(self.workspace)
        while self.journal.undo():
            pass
        assert everything(self.workspace) == []
        while self.journal.redo():
            pass
        assert everything(self.workspace) == last
        self.workspace.close()
        self.folder.cleanup()


TestJournaling = Journaling.TestCase
TestJournaling.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
