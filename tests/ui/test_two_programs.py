"""The window and the command line work on the same data at the same time."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.hours_text import parse_hours
from selfcare_app.services.passphrase import new_key
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.elsewhere import LOOKS
from selfcare_app.ui.main_window import MainWindow
from tests.ui.steps import click, focus, words_at

REPOSITORY = Path(__file__).parents[2]
A_SECOND = 1_000
LONGEST = 60
"""Seconds after which two programs have stood in each other's way."""
Key = Qt.Key

LOG_MANY = """
import sys
from selfcare_app.cli import main

folder, habit, *days = sys.argv[1:]
for number, day in enumerate(days, start=1):
    status = main(["log", habit, str(number), "--date", day, "--data-dir", folder])
    if status:
        sys.exit(status)
"""
"""The command line again and again: each time the database is opened, written and closed."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """At noon of yesterday by the computer's own clock, which the command line goes by: for
    both all days up to then have come, whatever hour it is."""
    noon = datetime.combine(date.today() - timedelta(days=1), time(12))
    made = open_workspace(tmp_path / "data" / "selfcare.db", lambda: noon)
    yield made
    made.close()


@pytest.fixture
def sit(workspace: Workspace) -> Habit:
    return workspace.journal.add_habit(Habit("", "Sit and breathe", workspace.today()))


@pytest.fixture
def walk(workspace: Workspace) -> Habit:
    habit = Habit(
        "",
        "Walk",
        workspace.today(),
        kind=Kind.MEASURED,
        target=20,
        direction=Direction.AT_LEAST,
        unit="min",
    )
    return workspace.journal.add_habit(habit)


@pytest.fixture
def watching(open_on: Callable[[], MainWindow], qtbot: QtBot) -> Callable[[], MainWindow]:
    """Opens the window and lets its first picture pass."""

    def open_window() -> MainWindow:
        window = open_on()
        qtbot.waitUntil(lambda: window.elsewhere.awake)
        return window

    return open_window


@pytest.fixture
def window(watching: Callable[[], MainWindow], sit: Habit, walk: Habit) -> MainWindow:
    del sit, walk  # They are to be there before.
    return watching()


def run(qtbot: QtBot, *command: str) -> None:
    """Run a program while the window lives on; it has to end well."""
    with subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, cwd=REPOSITORY
    ) as program:
        qtbot.waitUntil(lambda: program.poll() is not None, timeout=LONGEST * 1000)
    assert program.returncode == 0


def log_elsewhere(workspace: Workspace, habit: Habit, *words: str, qtbot: QtBot) -> None:
    day = str(workspace.today())
    folder = str(workspace.folder)
    run(qtbot, "-m", "selfcare_app", "log", habit.id, *words, "--date", day, "--data-dir", folder)


def words_today(window: MainWindow, habit: Habit) -> str:
    model = window.pages.today.model
    row = model.row_of(habit.id)
    assert row is not None
    return words_at(window, row, len(model.days))


def test_what_the_command_line_wrote_is_shown_within_a_second(
    window: MainWindow, workspace: Workspace, sit: Habit, qtbot: QtBot
) -> None:
    for words, shown in ((["--rest"], "rest"), ([], "done"), (["--not-done"], "not done")):
        log_elsewhere(workspace, sit, *words, qtbot=qtbot)
        qtbot.waitUntil(
            lambda end=f", {shown}": words_today(window, sit).endswith(end), timeout=A_SECOND
        )
    run(qtbot, "-m", "selfcare_app", "add", "Stretch", "--data-dir", str(workspace.folder))
    rows = window.pages.today.model.habit_rows
    qtbot.waitUntil(lambda: "Stretch" in [row.habit.name for row in rows()], timeout=A_SECOND)


def test_both_write_two_hundred_times_and_nothing_is_lost(
    watching: Callable[[], MainWindow], workspace: Workspace, walk: Habit, qtbot: QtBot
) -> None:
    today = workspace.today()
    habits = [workspace.journal.add_habit(Habit("", f"Habit {n}", today)) for n in range(20)]
    window = watching()
    days = [today - timedelta(days=number) for number in range(200)]
    command = [sys.executable, "-c", LOG_MANY, str(workspace.folder), walk.id, *map(str, days)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=REPOSITORY) as program:
        end = monotonic() + LONGEST
        for days_back in range(10):
            for habit in habits:
                click(window, habit, days_back)
                QApplication.processEvents()
                assert monotonic() < end
        qtbot.waitUntil(lambda: program.poll() is not None, timeout=LONGEST * 1000)
    assert program.returncode == 0
    assert window.strip.isHidden()
    model = window.pages.today.model
    oldest = len(model.days) - 1
    row = model.row_of(walk.id)
    assert row is not None
    qtbot.waitUntil(lambda: f"{oldest + 1} of 20 min" in words_at(window, row, 1), timeout=A_SECOND)
    with closing(open_workspace(workspace.database.path)) as kept:
        walked = {entry.day: entry.value for entry in kept.records.entries_of(walk.id)}
        assert walked == {day: float(number) for number, day in enumerate(days, start=1)}
        for habit in habits:
            entries = kept.records.entries_of(habit.id)
            assert [(entry.day, entry.state) for entry in entries] == [
                (day, State.DONE) for day in reversed(days[:10])
            ]
        kept.database.check()


def test_an_amount_that_is_being_typed_is_not_taken_away(
    window: MainWindow, workspace: Workspace, sit: Habit, walk: Habit, qtbot: QtBot
) -> None:
    focus(window, walk, 0)
    table = window.pages.today.table
    QTest.keyClicks(table, "4")
    field = table.findChild(QLineEdit)
    assert field is not None
    log_elsewhere(workspace, sit, qtbot=qtbot)
    qtbot.waitUntil(lambda: window.elsewhere.waits)
    QTest.keyClicks(field, "5")
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: words_today(window, sit).endswith(", done"), timeout=A_SECOND)
    assert workspace.records.entry(walk.id, workspace.today()).value == 45


def test_hours_that_are_being_typed_are_not_taken_away(
    window: MainWindow, workspace: Workspace, sit: Habit, qtbot: QtBot
) -> None:
    window.show_page("boundaries")
    assert window.pages.boundaries is not None
    week = window.pages.boundaries.week
    field = week.rows[1].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "9:00-1")
    log_elsewhere(workspace, sit, qtbot=qtbot)
    qtbot.waitUntil(lambda: window.elsewhere.waits)
    QTest.keyClicks(field, "7:00")
    QTest.keyClick(field, Key.Key_Return)
    hours, _ = parse_hours("9:00-17:00")
    assert workspace.work.plan().of_week(1, week.begin.first) == hours


def test_a_row_that_is_being_dragged_is_not_let_go(
    window: MainWindow, workspace: Workspace, sit: Habit, qtbot: QtBot
) -> None:
    viewport = window.pages.today.table.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton)
    log_elsewhere(workspace, sit, qtbot=qtbot)
    qtbot.waitUntil(lambda: window.elsewhere.waits)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words_today(window, sit).endswith(", done"), timeout=A_SECOND)


def test_while_something_is_searched_for_the_others_are_shown_all_the_same(
    window: MainWindow, workspace: Workspace, sit: Habit, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "sit")
    log_elsewhere(workspace, sit, qtbot=qtbot)
    qtbot.waitUntil(lambda: words_today(window, sit).endswith(", done"), timeout=A_SECOND)
    assert field.text() == "sit"


@pytest.mark.parametrize("away", [MainWindow.hide, MainWindow.showMinimized])
def test_a_window_that_nobody_sees_watches_nothing_and_catches_up(
    window: MainWindow,
    workspace: Workspace,
    sit: Habit,
    qtbot: QtBot,
    away: Callable[[MainWindow], None],
) -> None:
    away(window)
    assert not window.elsewhere.awake
    log_elsewhere(workspace, sit, qtbot=qtbot)
    assert not words_today(window, sit).endswith(", done")
    window.showNormal()
    qtbot.waitUntil(lambda: words_today(window, sit).endswith(", done"), timeout=A_SECOND)
    assert window.elsewhere.awake


def test_where_nobody_writes_nothing_wakes_up(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.elsewhere.looks_in == 0)
    assert not window.elsewhere.waits


def test_what_a_slow_disk_has_only_later_is_shown_too(
    window: MainWindow, workspace: Workspace, sit: Habit, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.elsewhere.looks_in == 0)
    # The file tells of a change, the first look finds none yet; then it comes, and the file
    # tells no more.
    workspace.database.path.touch()
    qtbot.waitUntil(lambda: window.elsewhere.looks_in > LOOKS[0])
    assert window.elsewhere._files is not None
    window.elsewhere._files.blockSignals(True)
    with closing(open_workspace(workspace.database.path)) as other:
        other.journal.log_entry(sit, workspace.today())
    assert not words_today(window, sit).endswith(", done")
    qtbot.waitUntil(lambda: words_today(window, sit).endswith(", done"), timeout=A_SECOND)


def test_data_that_was_encrypted_anew_is_watched_on(
    window: MainWindow, workspace: Workspace, sit: Habit, qtbot: QtBot
) -> None:
    key = new_key("correct horse battery")
    for used, state in ((key, State.REST), (None, State.DONE)):
        workspace.encryption.use(used)
        qtbot.waitUntil(lambda: window.elsewhere.looks_in == 0)
        with closing(open_workspace(workspace.database.path, key=used)) as other:
            other.journal.mark_days([(sit, workspace.today())], state)
        qtbot.waitUntil(
            lambda end=f", {state}": words_today(window, sit).endswith(end), timeout=A_SECOND
        )
    assert window.strip.isHidden()


def test_data_that_was_deleted_is_missed_at_once_and_nothing_is_shown_as_saved(
    window: MainWindow, workspace: Workspace, sit: Habit, qtbot: QtBot
) -> None:
    done_last = workspace.journal.history.next_undo
    shutil.rmtree(workspace.folder)
    qtbot.waitUntil(window.strip.isVisible, timeout=A_SECOND)
    assert "is gone or was replaced, so nothing can be saved" in window.strip.sentence.text()
    window.strip.button.click()
    click(window, sit, 0)
    assert window.strip.isVisible()
    assert "nothing can be saved" in window.strip.sentence.text()
    assert not words_today(window, sit).endswith(", done")
    assert workspace.journal.history.next_undo is done_last
    assert not workspace.folder.exists()


def test_data_that_is_put_back_takes_what_is_written(
    window: MainWindow, workspace: Workspace, sit: Habit, qtbot: QtBot
) -> None:
    trash = workspace.folder.with_name("trash")
    workspace.folder.rename(trash)
    click(window, sit, 0)
    assert "nothing can be saved" in window.strip.sentence.text()
    trash.rename(workspace.folder)
    click(window, sit, 0)
    assert window.strip.isHidden()
    with closing(open_workspace(workspace.database.path)) as kept:
        assert kept.records.entry(sit.id, workspace.today()).state is State.DONE
    log_elsewhere(workspace, sit, "--rest", qtbot=qtbot)
    qtbot.waitUntil(lambda: words_today(window, sit).endswith(", rest"), timeout=A_SECOND)
