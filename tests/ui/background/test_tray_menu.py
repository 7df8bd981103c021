"""The menu in the tray: the day at a glance, habits to tick, and what to do about work."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.schedule import TimesPerWeek
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.tray_menu import MOST_HABITS, TrayMenu
from tests.services.office import MONDAY, Office
from tests.ui.work_day.conftest import YEAR

# Screens without a window manager do not raise windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def menu(window: MainWindow, office: Office) -> TrayMenu:
    return TrayMenu(office.workspace, window.work_day.deeds, lambda: False, window)


def entry(menu: TrayMenu, begin: str) -> QAction:
    menu.fill()
    found: list[QAction] = list(menu.actions())
    for action in menu.actions():
        if action.menu() is not None:
            found += action.menu().actions()  # type: ignore[attr-defined]  # a QMenu
    return next(action for action in found if action.text().startswith(begin))


def words(menu: TrayMenu) -> list[str]:
    menu.fill()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_it_tells_the_day_and_what_can_be_done(menu: TrayMenu) -> None:
    assert words(menu) == [
        "Work ends at 18:00 · 1 h 40 min left · reminder at 17:30",
        "Sit and breathe",
        "In session",
        "Pause reminders",
        "Wrap up…",
        "Open Selfcare",
        "Lock",
        "Quit Selfcare",
    ]


def test_while_locked_it_tells_nothing(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    menu = TrayMenu(office.workspace, window.work_day.deeds, lambda: True, window)
    assert words(menu) == ["Unlock…", "Quit Selfcare"]
    with qtbot.waitSignal(menu.window_wanted):
        entry(menu, "Unlock").trigger()


def test_it_locks(menu: TrayMenu, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.lock_wanted):
        entry(menu, "Lock").trigger()


def test_a_habit_is_ticked_and_unticked(menu: TrayMenu, office: Office, sit: Habit) -> None:
    assert not entry(menu, "Sit").isChecked()
    entry(menu, "Sit").trigger()
    assert office.workspace.records.entry(sit.id, MONDAY).state is State.DONE
    assert entry(menu, "Sit").isChecked()
    entry(menu, "Sit").trigger()
    assert office.workspace.records.entry(sit.id, MONDAY).state is None


def test_a_measured_habit_tells_its_amount_and_is_ticked_at_its_target(
    menu: TrayMenu, office: Office
) -> None:
    walk = office.workspace.journal.add_habit(
        Habit(
            "",
            "Walk & talk",
            YEAR,
            kind=Kind.MEASURED,
            target=20,
            direction=Direction.AT_LEAST,
            unit="min",
        )
    )
    office.workspace.journal.log_entry(walk, MONDAY, 10)
    assert not entry(menu, "Walk && talk · 10 of 20 min").isChecked()
    entry(menu, "Walk && talk").trigger()
    assert office.workspace.records.entry(walk.id, MONDAY).value == 20


def test_it_is_about_today_whatever_day_the_window_shows(
    menu: TrayMenu, window: MainWindow, office: Office, sit: Habit
) -> None:
    window.pages.today.show_day(MONDAY.replace(day=20))
    entry(menu, "Sit").trigger()
    assert office.workspace.records.entry(sit.id, MONDAY).state is State.DONE


def test_rests_and_weeks_are_told(menu: TrayMenu, office: Office, sit: Habit) -> None:
    office.workspace.journal.add_habit(Habit("", "Watercolour", YEAR, schedule=TimesPerWeek(2)))
    office.workspace.journal.rest(sit, MONDAY)
    assert {"Sit and breathe · rest", "Watercolour · 0 of 2 this week"} <= set(words(menu))


def test_many_habits_do_not_fill_the_screen(menu: TrayMenu, office: Office) -> None:
    for number in range(MOST_HABITS):
        office.workspace.journal.add_habit(Habit("", f"Habit {number}", YEAR))
    found = words(menu)
    assert "More in the window…" in found
    assert sum(action.isCheckable() for action in menu.actions()) == MOST_HABITS


def test_sessions_begin_and_end(menu: TrayMenu, office: Office) -> None:
    entry(menu, "For 25").trigger()
    assert [hold.kind for hold in office.work.holds()] == [HoldKind.SESSION]
    entry(menu, "End the session (until 16:45)").trigger()
    assert office.work.holds() == []


def test_pauses_begin_and_end(menu: TrayMenu, office: Office) -> None:
    entry(menu, "For an hour").trigger()
    assert words(menu)[0].endswith("reminders paused until 17:20")
    entry(menu, "Let reminders").trigger()
    assert office.work.holds() == []
    entry(menu, "Until the next work day").trigger()
    assert words(menu)[0].endswith("reminders paused until tomorrow 09:00")


def test_a_pause_is_told_on_a_free_day_too(menu: TrayMenu, office: Office) -> None:
    office.workspace.journal.set_work_hours(range(1, 8), (), YEAR)
    entry(menu, "For an hour").trigger()
    assert words(menu)[0] == "Reminders are paused until 17:20"


def test_wrapping_up_is_offered_while_there_is_work(
    menu: TrayMenu, office: Office, qtbot: QtBot, window: MainWindow
) -> None:
    with qtbot.waitSignal(window.work_day.deeds.wrap_up_wanted):
        entry(menu, "Wrap up").trigger()
    assert window.work_day.wrapping is not None
    window.work_day.wrapping.close()
    office.work.done_for_today()
    assert "Wrap up…" not in words(menu)


def test_without_work_hours_it_tells_the_habits_alone(
    open_on: Callable[[], MainWindow], office: Office
) -> None:
    window = open_on()
    menu = TrayMenu(office.workspace, window.work_day.deeds, lambda: False, window)
    assert words(menu)[0].startswith("Sit and breathe")


def test_it_opens_and_quits(menu: TrayMenu, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.window_wanted):
        entry(menu, "Open").trigger()
    with qtbot.waitSignal(menu.quit_wanted):
        entry(menu, "Quit").trigger()


def test_what_cannot_be_kept_is_said(menu: TrayMenu, office: Office, qtbot: QtBot) -> None:
    office.workspace.database.row("PRAGMA query_only = 1")
    with qtbot.waitSignal(menu.problem):
        entry(menu, "Sit").trigger()
    office.workspace.database.row("PRAGMA query_only = 0")
