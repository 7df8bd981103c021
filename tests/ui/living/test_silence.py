"""After two weeks of silence one quiet line asks about a habit, and can be put off."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.editor.dialog import HabitEditor
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.today.silence_line import SilenceLine
from tests.ui.conftest import Clock
from tests.ui.living.conftest import MONDAY, answer, names


@pytest.fixture
def piano(workspace: Workspace, walk: Habit) -> Habit:
    created = MONDAY - timedelta(days=14)
    return workspace.journal.add_habit(Habit("", "Piano", created, area="hobbies"))


def line(window: MainWindow) -> SilenceLine:
    above = window.pages.today.above
    assert above is not None
    return above.silence


def test_where_nothing_is_silent_there_is_no_line(window: MainWindow) -> None:
    assert window.pages.today.above is None


def test_one_line_names_the_silent_habit(window: MainWindow, piano: Habit) -> None:
    assert line(window).isVisible()
    assert "“Piano” has been quiet for two weeks." in line(window).words.text()
    assert line(window).archive.accessibleName() == "Archive “Piano”"


def test_any_word_about_the_habit_takes_the_line_away(
    window: MainWindow, workspace: Workspace, piano: Habit
) -> None:
    workspace.journal.set_note(piano, MONDAY, "out of tune")
    assert line(window).isHidden()
    workspace.journal.undo()
    assert line(window).isVisible()


def test_the_line_stands_on_the_present_day_alone(window: MainWindow, piano: Habit) -> None:
    window.pages.today.show_day(MONDAY - timedelta(days=1))
    assert line(window).isHidden()
    window.pages.today.show_day(MONDAY)
    assert line(window).isVisible()


def test_a_line_that_was_put_off_comes_back_after_thirty_days(
    window: MainWindow,
    piano: Habit,
    sit: Habit,
    read: Habit,
    walk: Habit,
    workspace: Workspace,
    clock: Clock,
) -> None:
    line(window).later.setFocus()
    line(window).later.click()
    assert line(window).isHidden()
    assert window.pages.today.table.hasFocus()
    for habit in (sit, read, walk):
        workspace.journal.archive_habit(habit)
    for days, shown in ((29, False), (1, True)):
        clock.now += timedelta(days=days)
        window.check_day()
        assert line(window).isVisible() is shown


def test_the_line_leads_to_a_pause(window: MainWindow, workspace: Workspace, piano: Habit) -> None:
    with answer(lambda dialog: dialog.act.click()):  # type: ignore[attr-defined]  # a PauseDialog
        line(window).pause.click()
    (pause,) = workspace.records.pauses()
    assert pause.habit_id == piano.id
    assert line(window).isHidden()


def test_the_line_archives(window: MainWindow, piano: Habit) -> None:
    line(window).archive.click()
    assert "Piano" not in names(window)
    window.taking_back.undo()
    assert line(window).isVisible()


def test_the_line_opens_the_editor(window: MainWindow, piano: Habit) -> None:
    assert "Make it smaller, move it, pause or archive it?" in line(window).words.text()
    line(window).edit.click()
    editor = window.findChild(HabitEditor)
    assert editor is not None
    assert editor.form.name.text.text() == "Piano"
    editor.reject()


def test_in_a_narrow_window_the_buttons_go_below_the_words(
    window: MainWindow, piano: Habit
) -> None:
    def below() -> bool:
        later: QPushButton = line(window).later
        return later.y() >= line(window).words.geometry().bottom()

    assert not below()
    window.resize(640, 600)
    # Qt lays out anew with its next turn.
    QApplication.processEvents()
    assert below()


def test_the_line_is_there_at_the_next_start(
    piano: Habit, open_on: Callable[[], MainWindow]
) -> None:
    assert line(open_on()).isVisible()
