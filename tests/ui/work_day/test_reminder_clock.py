"""The clock of a running program: it looks each half minute, after a change, and on waking up."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.notice import Notice, NoticeKind
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.reminders.clock import ReminderClock
from tests.services.office import MONDAY, Office


class Heard:
    """What the clock said."""

    def __init__(self, clock: ReminderClock) -> None:
        self.kinds: list[NoticeKind] = []
        self.late: list[bool] = []
        self.problems: list[str] = []
        self.ticks = self.elsewhere = 0
        clock.brought.connect(self._on_brought)
        clock.problem.connect(self.problems.append)
        clock.ticked.connect(self._on_tick)
        clock.changed_elsewhere.connect(self._on_elsewhere)

    def _on_brought(self, notice: Notice, late: bool) -> None:
        self.kinds.append(notice.kind)
        self.late.append(late)

    def _on_tick(self) -> None:
        self.ticks += 1

    def _on_elsewhere(self) -> None:
        self.elsewhere += 1


@pytest.fixture
def clock(planned: Office, qtbot: QtBot) -> ReminderClock:
    del qtbot  # Qt's event loop has to be there.
    parent = QObject()
    made = ReminderClock(planned.workspace, lambda: planned.now, parent)
    made.setParent(None)
    return made


def test_it_brings_what_is_due(clock: ReminderClock, office: Office) -> None:
    heard = Heard(clock)
    clock.tick()
    office.at(MONDAY, "17:30")
    clock.tick()
    assert (heard.kinds, heard.late, heard.ticks) == ([NoticeKind.BEFORE_END], [False], 2)


def test_it_looks_at_each_half_minute_of_the_wall_clock(
    clock: ReminderClock, office: Office
) -> None:
    assert clock.looks_in == 0
    office.now += 20
    clock.start()
    # Coarse timers may be 5 % early or late.
    assert 9_000 < clock.looks_in <= 10_500
    clock.stop()
    assert clock.looks_in == 0


def test_a_change_is_looked_at_soon(clock: ReminderClock, office: Office) -> None:
    clock.start()
    office.work.start_session(25)
    assert clock.looks_in <= 250
    clock.stop()


def test_signs_of_the_person_alone_wake_nobody(clock: ReminderClock, office: Office) -> None:
    clock.start()
    office.now += 30
    office.work.reminding.tick()
    assert clock.looks_in > 20_000
    clock.stop()


def test_before_it_runs_no_change_starts_it(clock: ReminderClock, office: Office) -> None:
    office.work.start_session(25)
    assert clock.looks_in == 0


def test_the_log_is_settled_once_a_day(clock: ReminderClock, office: Office, sit: Habit) -> None:
    friday = MONDAY - timedelta(days=3)
    office.work.options.keep_habit(sit.id, friday)
    office.at(friday, "17:55")
    office.work.done_for_today()
    office.at(MONDAY, "09:00")
    clock.tick()
    assert office.workspace.records.entry(sit.id, friday).state is not None


def test_what_another_program_wrote_is_told(clock: ReminderClock, office: Office) -> None:
    heard = Heard(clock)
    clock.tick()
    other: Workspace = open_workspace(office.path)
    other.journal.take_days_off(MONDAY, MONDAY)
    other.close()
    clock.tick()
    assert heard.elsewhere == 1
    assert office.work.plan().on(MONDAY).hours == ()


def test_where_nothing_can_be_kept_it_says_so_once_and_tries_again(
    clock: ReminderClock, office: Office
) -> None:
    heard = Heard(clock)
    clock.tick()
    office.workspace.database.row("PRAGMA query_only = 1")
    for _ in range(2):
        office.now += 30
        clock.tick()
    assert len(heard.problems) == 1
    office.workspace.database.row("PRAGMA query_only = 0")
    office.now += 30
    clock.tick()
    office.workspace.database.row("PRAGMA query_only = 1")
    office.now += 30
    clock.tick()
    assert len(heard.problems) == 2
    office.workspace.database.row("PRAGMA query_only = 0")
