"""The window on a disk that is full: it says so, shows nothing as saved, and goes on later."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.today.note_editor import NoteEditor
from tests.disks import SmallDisk, small_disk
from tests.services.conftest import everything
from tests.ui.conftest import Clock
from tests.ui.steps import MONDAY, click, focus, press, words_at

Key = Qt.Key


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as made:
        yield made


@pytest.fixture
def workspace(disk: SmallDisk, clock: Clock) -> Iterator[Workspace]:
    made = open_workspace(disk.folder / "data" / "selfcare.db", clock)
    yield made
    made.close()


def on_disk(workspace: Workspace) -> Workspace:
    """What another program finds there."""
    return open_workspace(workspace.database.path, lambda: Clock.now)


def says_that_it_is_full(window: MainWindow, disk: SmallDisk) -> bool:
    strip = window.strip
    return strip.isVisible() and bool(re.search(disk.sentence, strip.sentence.text()))


def test_a_day_that_cannot_be_logged_stays_open_and_can_be_logged_later(
    window: MainWindow, workspace: Workspace, sit: Habit, disk: SmallDisk
) -> None:
    done_last = workspace.journal.history.next_undo
    with disk.full():
        click(window, sit, 0)
        assert says_that_it_is_full(window, disk)
        row, column = focus(window, sit, 0)
        assert words_at(window, row, column).endswith("still open")
        assert workspace.journal.history.next_undo is done_last
    click(window, sit, 0)
    assert window.strip.isHidden()
    with closing(on_disk(workspace)) as kept:
        assert kept.records.entry(sit.id, MONDAY).state is State.DONE


def test_a_line_that_was_typed_stays_to_be_kept_later(
    window: MainWindow, workspace: Workspace, disk: SmallDisk
) -> None:
    field = window.pages.today.check_in.note
    field.setFocus()
    QTest.keyClicks(field, "Tea on the balcony")
    with disk.full():
        for _ in range(2):
            QTest.keyClick(field, Key.Key_Return)
            assert says_that_it_is_full(window, disk)
            assert field.text() == "Tea on the balcony"
        assert workspace.records.check_in(MONDAY).empty
    QTest.keyClick(field, Key.Key_Return)
    assert window.strip.isHidden()
    with closing(on_disk(workspace)) as kept:
        assert kept.records.check_in(MONDAY) == CheckIn(MONDAY, note="Tea on the balcony")


def test_an_answer_that_cannot_be_kept_is_not_shown_as_given(
    window: MainWindow, workspace: Workspace, disk: SmallDisk
) -> None:
    buttons = window.pages.today.check_in.energy.buttons
    with disk.full():
        buttons[2].click()
        assert says_that_it_is_full(window, disk)
        assert not any(button.isChecked() for button in buttons)
    buttons[2].click()
    assert workspace.records.check_in(MONDAY).energy == 3


def test_a_note_of_a_day_stays_in_its_field(
    window: MainWindow, workspace: Workspace, sit: Habit, disk: SmallDisk
) -> None:
    focus(window, sit, 0)
    press(window, Key.Key_N)
    [editor] = [each for each in window.findChildren(NoteEditor) if each.isVisible()]
    with disk.full():
        QTest.keyClicks(editor.field, "Felt lighter")
        assert editor.problem.isVisible()
        assert workspace.records.entry(sit.id, MONDAY).empty
    QTest.keyClicks(editor.field, ".")
    assert editor.problem.isHidden()
    editor.button.click()
    assert workspace.records.entry(sit.id, MONDAY) == Entry(sit.id, MONDAY, note="Felt lighter.")


def test_an_import_that_has_no_room_is_told_and_can_be_done_again(
    open_on: Callable[[], MainWindow], workspace: Workspace, disk: SmallDisk, tmp_path: Path
) -> None:
    with closing(open_workspace(tmp_path / "other.db", lambda: Clock.now)) as other:
        for number in range(20):
            habit = Habit("", f"Habit {number}", date(2026, 11, 1), notes="x" * 9_000)
            other.journal.add_habit(habit)
        export_file(other, tmp_path / "export.json", None)
    window = open_on()
    window.show_welcome()
    assert window.pages.welcome is not None
    card = window.pages.welcome.import_card
    card.look_at(tmp_path / "export.json")
    with disk.full(room=60_000):
        card.bring_in.click()
        assert re.search(disk.sentence, card.words.text())
    assert everything(workspace) == []
    card.look_at(tmp_path / "export.json")
    card.bring_in.click()
    assert len(everything(workspace)) == 20
