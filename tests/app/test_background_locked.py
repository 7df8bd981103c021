"""The program beside its window while that is locked: nothing personal gets out."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from selfcare_app.app.background import Background
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.timer import seconds_counted
from selfcare_app.services.backup import back_up
from selfcare_app.services.passphrase import FileKey
from selfcare_app.services.settings import LOCK_AFTER
from selfcare_app.services.work_settings import ACTIVITY_SEEN
from selfcare_app.services.workspace import is_locked
from selfcare_app.ui.main_window import MainWindow
from tests.app.test_background import start
from tests.services.office import MONDAY, Office
from tests.ui.lock.readers import everything_read

__all__ = ["start"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Start = Callable[[], Background]


@pytest.fixture
def locked_office(office: Office) -> Office:
    office.workspace.encryption.use(FileKey(b"1" * 32, b"2" * 16))
    return office


class Idle:
    """A computer that nobody touches for so long."""

    seconds: float | None = 0.0

    def idle_seconds(self) -> float | None:
        return self.seconds


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> Idle:
    idle = Idle()
    monkeypatch.setattr("selfcare_app.desktop.activity.source_here", lambda parent: idle)
    return idle


def natives(background: Background) -> list[tuple[str, str, dict[str, str]]]:
    asked: list[tuple[str, str, dict[str, str]]] = []
    background.reminders.native_wanted.connect(
        lambda _, title, body, buttons: asked.append((title, body, buttons))
    )
    return asked


def test_a_reminder_that_is_open_leaves_the_screen_and_comes_back(
    start: Start, locked_office: Office, window: MainWindow
) -> None:
    background = start()
    asked = natives(background)
    locked_office.at(MONDAY, "18:00")
    background.look_now()
    assert background.reminders.window is not None
    asked.clear()
    window.locking.lock()
    assert background.reminders.window is None
    assert asked == [("A small moment for you", "", {})]
    assert "18:00" not in everything_read()
    background.look_now()
    assert background.reminders.window is None
    window.locking._unlock(None)
    assert background.reminders.window is not None
    assert background.reminders.window.isVisible()


def test_a_reminder_that_comes_while_locked_is_one_neutral_line(
    start: Start, locked_office: Office, window: MainWindow
) -> None:
    background = start()
    asked = natives(background)
    window.locking.lock()
    locked_office.at(MONDAY, "18:00")
    background.look_now()
    assert asked == [("A small moment for you", "", {})]
    assert background.reminders.window is None


def test_the_tray_tells_nothing_while_locked(
    start: Start, locked_office: Office, window: MainWindow
) -> None:
    background = start()
    locked_office.at(MONDAY, "17:50")
    assert "17:50" in background._words_of_tray() or "18:00" in background._words_of_tray()
    window.locking.lock()
    assert background._words_of_tray() == "Selfcare, locked"
    menu = background._make_menu()
    assert [action.text() for action in menu.actions()] == ["Unlock…", "Quit Selfcare"]
    window.locking._unlock(None)
    assert len(menu.actions()) > 2


def test_it_locks_when_nobody_touches_the_computer_though_the_log_may_not_know(
    idle: Idle, start: Start, locked_office: Office, window: MainWindow
) -> None:
    locked_office.workspace.settings.set(LOCK_AFTER, 5)
    locked_office.workspace.settings.set(ACTIVITY_SEEN, False)
    background = start()
    idle.seconds = 299
    background.look_now()
    assert not window.locking.locked
    idle.seconds = None  # The system does not say.
    background.look_now()
    assert not window.locking.locked
    idle.seconds = 301
    background.look_now()
    assert window.locking.locked


def test_it_locks_before_the_computer_sleeps_and_with_its_screen(
    start: Start, locked_office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    background = start()
    assert background._sleep is not None
    background._sleep.lock_changed.emit(False)
    assert not window.locking.locked
    background._sleep.lock_changed.emit(True)
    assert window.locking.locked
    window.locking._unlock(None)
    background._sleep.slept.emit()
    assert window.locking.locked


def test_copies_that_a_power_cut_left_behind_are_locked_at_the_next_start(
    start: Start, office: Office, qtbot: QtBot
) -> None:
    copy = office.workspace.folder / "selfcare-before-version-4.db"
    back_up(office.workspace, copy)
    office.workspace.encryption.use(FileKey(b"1" * 32, b"2" * 16))
    assert not is_locked(copy)
    start()
    qtbot.waitUntil(lambda: office.workspace.encryption.copies_to_change() is None)
    assert is_locked(copy)


def test_a_timer_goes_on_behind_the_cover(
    start: Start, locked_office: Office, window: MainWindow
) -> None:
    habit = locked_office.workspace.journal.add_habit(
        Habit(
            "",
            "Sit",
            MONDAY,
            kind=Kind.MEASURED,
            target=5,
            direction=Direction.AT_LEAST,
            unit="min",
        )
    )
    locked_office.workspace.journal.start_timer(habit, MONDAY)
    (before,) = locked_office.workspace.records.timers()
    window.locking.lock()
    locked_office.at(MONDAY, "18:00")
    window.locking._unlock(None)
    assert locked_office.workspace.records.timers() == [before]
    now = locked_office.workspace.instant()
    assert before.running
    assert seconds_counted(before, now) == (now - (before.started_at or 0)) / 1000 > 60
