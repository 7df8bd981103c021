"""The computer's clock is set back by a day, forward by a year, and right again: the window and
what runs beside it follow, and nothing is lost."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.app.background import Background
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.record import Key, Record, key_of
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.timer import LONGEST_SECONDS, seconds_counted
from selfcare_app.domain.value import replace
from selfcare_app.ui.main_window import MainWindow
from tests.services.conftest import everything
from tests.services.office import MONDAY, Office
from tests.ui.steps import click, words_at

SUNDAY, NEXT_YEAR = MONDAY - timedelta(days=1), date(2027, 11, 24)
# Screens without a window manager do not raise windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
PAGES = ("progress", "boundaries", "settings", "today")


@pytest.fixture
def background(
    qapp: QApplication, window: MainWindow, office: Office, qtbot: QtBot
) -> Iterator[Background]:
    quits = qapp.quitOnLastWindowClosed()
    made = Background(qapp, window, office.workspace, made_up=False)
    with qtbot.waitSignal(made.started):
        made.start()
    yield made
    made.stop()
    made.deleteLater()
    qapp.setQuitOnLastWindowClosed(quits)


def look_around(background: Background, window: MainWindow) -> None:
    """What the program does each half minute, and what a person does then."""
    background.look_now()
    for page in PAGES:
        window.show_page(page)
        QApplication.processEvents()
        window.refresh(None)


def words_of_today(window: MainWindow, habit: Habit) -> str:
    model = window.pages.today.model
    row = model.row_of(habit.id)
    assert row is not None
    return words_at(window, row, len(model.days))


def entries(office: Office) -> dict[Key, Record]:
    return {key_of(each): each for each in everything(office.workspace) if isinstance(each, Entry)}


@pytest.mark.parametrize("wrong", [SUNDAY, NEXT_YEAR], ids=["back by a day", "forward by a year"])
def test_today_follows_and_nothing_is_lost(
    background: Background, window: MainWindow, office: Office, sit: Habit, wrong: date
) -> None:
    journal = office.workspace.journal
    walk = journal.add_habit(
        replace(sit, id="", kind=Kind.MEASURED, unit="min", target=20, direction=Direction.AT_LEAST)
    )
    journal.edit_habit(sit, [Reminder("", sit.id, 600)])
    office.work.options.keep_habit(walk.id, MONDAY)
    journal.start_timer(walk, MONDAY)
    look_around(background, window)
    click(window, sit, 0)
    before = entries(office)
    for day, said in ((wrong, "still open"), (MONDAY, "done")):
        office.at(day, "16:25")
        look_around(background, window)
        assert window.pages.today.day == day
        assert words_of_today(window, sit).endswith(f", {said}")
        [timer] = office.workspace.records.timers()
        assert timer.running
        assert 0 <= seconds_counted(timer, office.workspace.instant()) <= LONGEST_SECONDS
        if day == wrong:
            click(window, sit, 0)
            assert words_of_today(window, sit).endswith(", done")
    assert window.strip.isHidden()
    assert entries(office) == before | {(Entry, sit.id, wrong): Entry(sit.id, wrong, State.DONE)}
    # A day that has not come yet counts only when it comes.
    streak = office.workspace.statistics.of(sit).streaks.current
    assert streak == (2 if wrong == SUNDAY else 1)
    office.at(MONDAY + timedelta(days=1), "10:00")
    look_around(background, window)
    assert window.pages.today.day == MONDAY + timedelta(days=1)


@pytest.mark.parametrize("wrong", [SUNDAY, NEXT_YEAR], ids=["back by a day", "forward by a year"])
def test_what_is_said_last_is_marked_as_the_latest(office: Office, sit: Habit, wrong: date) -> None:
    journal, marks = office.workspace.journal, []
    for day, say in ((MONDAY, journal.log_entry), (wrong, journal.rest), (MONDAY, journal.clear)):
        office.at(day, "16:25")
        say(sit, SUNDAY)
        [(mark,)] = office.workspace.database.rows("SELECT modified_at FROM entry")
        marks.append(mark)
    assert marks == sorted(set(marks))
