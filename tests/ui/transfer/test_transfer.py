"""Import and export in the window: looked at first, told how far, broken off without trace."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from selfcare_app.domain.habit import Habit
from selfcare_app.services.how_far import HowFar
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.transfer.report import ImportReport
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.transfer.export_dialog import ENDINGS, ExportDialog
from selfcare_app.ui.transfer.import_dialog import ImportDialog
from selfcare_app.ui.transfer.waiting import WaitingDialog
from tests.ui.conftest import Clock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def export(tmp_path: Path, clock: Clock) -> Path:
    """What another computer exported."""
    other = open_workspace(tmp_path / "other" / "selfcare.db", clock)
    habit = other.journal.add_habit(Habit("", "Tea in silence", other.today()))
    other.journal.log_entry(habit, other.today())
    export_file(other, tmp_path / "export.json", None)
    other.close()
    return tmp_path / "export.json"


def names(workspace: Workspace) -> list[str]:
    return [habit.name for habit in workspace.records.habits()]


def idle(qtbot: QtBot, dialog: WaitingDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.busy)


def action(window: MainWindow, title: str) -> Callable[[], None]:
    return next(each for each in window.all_actions if each.text() == title).trigger


def test_an_import_is_looked_at_kept_seen_and_taken_back(
    window: MainWindow, workspace: Workspace, export: Path, qtbot: QtBot
) -> None:
    action(window, "Import from a file…")()
    [place] = window.findChildren(QFileDialog)
    place.setDirectory(str(export.parent))
    place.selectFile(export.name)
    place.accept()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    idle(qtbot, dialog)
    assert "This would be added:\n  habits: 1\n  entries: 1" in dialog.report.toPlainText()
    assert "Tea in silence" not in names(workspace)
    assert dialog.focusWidget() is dialog.act
    with qtbot.waitSignal(dialog.accepted):
        dialog.act.click()
    assert "Tea in silence" in names(workspace)
    rows = window.pages.today.model.habit_rows()
    assert "Tea in silence" in [row.habit.name for row in rows]
    assert window.undo_bar.words.text() == "Import of “export.json”"
    window.undo_bar.undo.click()
    assert "Tea in silence" not in names(workspace)


def test_a_file_with_nothing_new_offers_nothing(
    window: MainWindow, workspace: Workspace, export: Path, qtbot: QtBot
) -> None:
    for _ in range(2):
        dialog = window.transfers.look_at(export)
        idle(qtbot, dialog)
        if dialog.act.isEnabled():
            with qtbot.waitSignal(dialog.accepted):
                dialog.act.click()
    assert "nothing new in the file" in dialog.report.toPlainText()
    assert not dialog.act.isEnabled()
    assert dialog.cancel.text() == "Close"
    dialog.cancel.click()
    assert not dialog.isVisible()


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann")
    before = names(workspace)
    dialog = window.transfers.look_at(tmp_path / "letter.txt")
    idle(qtbot, dialog)
    assert "is no file that Selfcare can import" in dialog.report.toPlainText()
    assert not dialog.act.isEnabled()
    assert names(workspace) == before
    dialog.cancel.click()


class Gate:
    """Stands in for a long import or export: it waits in the middle until it may go on."""

    def __init__(self) -> None:
        self.reached, self.opened = Event(), Event()
        self.ended = False

    def __call__(self, *arguments: object) -> ImportReport:
        how_far = arguments[-1]
        assert isinstance(how_far, HowFar)
        how_far.at(0.5)
        self.reached.set()
        assert self.opened.wait(20)
        how_far.at(0.6)
        self.ended = True
        return ImportReport("none")


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate()
    for name in ("import_file", "export_file"):
        monkeypatch.setattr(f"selfcare_app.services.transfer.beside.{name}", made)
    return made


def test_the_bar_shows_how_far_it_is_and_cancel_breaks_it_off(
    window: MainWindow, export: Path, gate: Gate, qtbot: QtBot
) -> None:
    dialog = window.transfers.look_at(export)
    assert gate.reached.wait(20)
    qtbot.waitUntil(lambda: dialog.bar.value() == 500)
    assert dialog.bar.isVisible()
    assert not dialog.act.isEnabled()
    dialog.cancel.click()
    assert dialog.isVisible()  # Until it has really ended.
    assert not dialog.cancel.isEnabled()
    with qtbot.waitSignal(dialog.rejected):
        gate.opened.set()
    assert not gate.ended


def test_the_window_goes_on_meanwhile(
    window: MainWindow, workspace: Workspace, export: Path, gate: Gate, sit: Habit, qtbot: QtBot
) -> None:
    dialog = window.transfers.look_at(export)
    assert gate.reached.wait(20)
    workspace.journal.log_entry(sit, workspace.today())
    gate.opened.set()
    idle(qtbot, dialog)
    assert workspace.records.entry(sit.id, workspace.today()).state is not None
    dialog.cancel.click()


@pytest.mark.parametrize("format", list(ENDINGS))
def test_an_export_says_who_can_read_it_and_where_it_is(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot, format: str
) -> None:
    action(window, "Export everything…")()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    assert "Anyone who opens the file can read it" in dialog.words.text()
    dialog.form.setCurrentIndex(dialog.form.findData(format))
    dialog.act.click()
    [place] = dialog.findChildren(QFileDialog)
    ending = ENDINGS[format]
    assert place.defaultSuffix() == ending
    place.setDirectory(str(tmp_path))
    place.selectFile(f"out.{ending}")
    with qtbot.waitSignal(dialog.accepted):
        place.accept()
    assert (tmp_path / f"out.{ending}").stat().st_size > 100
    assert (
        window.undo_bar.words.text() == f"Saved as “out.{ending}”. Anyone who opens it can read it."
    )


def test_an_export_that_is_broken_off_leaves_no_file(
    window: MainWindow, tmp_path: Path, gate: Gate, qtbot: QtBot
) -> None:
    dialog = window.transfers.export()
    dialog.save(tmp_path / "out" / "out.json")
    assert gate.reached.wait(20)
    dialog.reject()
    with qtbot.waitSignal(dialog.rejected):
        gate.opened.set()
    assert not (tmp_path / "out").exists()


def test_an_export_that_cannot_be_written_is_told_and_can_be_tried_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = window.transfers.export()
    dialog.save(tmp_path / "missing" / "out.json")
    idle(qtbot, dialog)
    assert "There is no folder" in dialog.sentence.text()
    assert dialog.act.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()
