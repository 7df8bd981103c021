"""Damage that turns out while the program runs, or before: the person is led to what helps."""

import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from selfcare_app.app import window as window_module
from selfcare_app.app.background import Background
from selfcare_app.app.data_care import DataCare
from selfcare_app.app.rescuing import Rescuing, rescued_before_start
from selfcare_app.desktop.single_instance import Claim, SingleInstance
from selfcare_app.domain.habit import Habit
from selfcare_app.services.backups import backups_of
from selfcare_app.services.passphrase import new_key
from selfcare_app.services.workspace import DamagedDatabase, open_workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.rescue.dialog import RescueDialog
from tests.services.office import MONDAY, Office
from tests.store import damage as ways
from tests.store.damage import damage

# Screens without a window manager do not raise windows.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """The kinds of faults that the program itself would report."""
    kinds: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: kinds.append(kind))
    return kinds


@pytest.fixture
def rescuing(
    window: MainWindow, office: Office, background: Background, reported: list[object]
) -> Rescuing:
    del reported
    return Rescuing(window, office.workspace, background)


def spoil(office: Office) -> None:
    """Damage the end of the file that is open, once there is a backup of it."""
    workspace = office.workspace
    workspace.database.row("PRAGMA wal_checkpoint(TRUNCATE)")
    assert backups_of(workspace).make_daily(workspace.now(), workspace.today())
    with workspace.database.path.open("r+b") as file:
        file.seek(workspace.database.path.stat().st_size - 8192)
        file.write(Random(1).randbytes(8192))


def dialog_of(rescuing: Rescuing, qtbot: QtBot) -> RescueDialog:
    assert rescuing.dialog is not None
    dialog = rescuing.dialog
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def test_above_the_window_the_data_is_brought_back_and_all_goes_on(
    rescuing: Rescuing, office: Office, window: MainWindow, background: Background, qtbot: QtBot
) -> None:
    spoil(office)
    rescuing.lead()
    rescuing.lead()
    dialog = dialog_of(rescuing, qtbot)
    assert dialog.leave.text() == "Not now"
    assert background.clock.looks_in == 0
    with qtbot.waitSignal(rescuing.over):
        dialog.use.click()
    assert rescuing.dialog is None
    assert background.clock.looks_in > 0
    assert window.strip.sentence.text().startswith("Your data is back.")
    office.workspace.database.check()
    office.workspace.journal.add_habit(Habit("", "Goes on", MONDAY))
    assert len(list(window.pages.today.model.habit_rows())) == 2
    assert len(list(office.workspace.folder.glob("selfcare-damaged-*.db"))) == 1


def test_not_now_leaves_everything_as_it_is(
    rescuing: Rescuing, office: Office, background: Background, qtbot: QtBot
) -> None:
    spoil(office)
    rescuing.lead()
    dialog_of(rescuing, qtbot).leave.click()
    assert rescuing.dialog is None
    assert background.clock.looks_in > 0
    assert not list(office.workspace.folder.glob("*damaged*"))
    background.stop()
    rescuing.lead()
    dialog_of(rescuing, qtbot).leave.click()
    assert background.clock.looks_in == 0


def test_a_locked_window_shows_nothing_of_it_until_it_is_opened(
    rescuing: Rescuing, office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    spoil(office)
    window.locking.lock()
    rescuing.lead()
    assert rescuing.dialog is None
    assert window.locking.cover is not None
    window.locking.cover.button.click()
    dialog_of(rescuing, qtbot).leave.click()
    window.locking.lock()
    window.locking.cover.button.click()
    assert rescuing.dialog is None


def test_the_rescue_needs_nothing_that_the_window_would_read(
    rescuing: Rescuing,
    office: Office,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoil(office)

    def come_upon_damage() -> None:
        raise DamagedDatabase("It is damaged.", office.workspace.database.path)

    with monkeypatch.context() as patch:
        patch.setattr(window.work_day, "show_now", come_upon_damage)
        rescuing.lead()
    dialog_of(rescuing, qtbot).leave.click()


def test_the_window_locks_after_a_while_also_during_the_rescue(
    rescuing: Rescuing,
    office: Office,
    window: MainWindow,
    background: Background,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office.workspace.encryption.use(new_key("quiet river stone"))
    spoil(office)
    rescuing.lead()
    dialog = dialog_of(rescuing, qtbot)
    assert background._activity is not None
    with monkeypatch.context() as patch:
        patch.setattr(background._activity, "seen_at", lambda: 0)
        rescuing._idle.timeout.emit()
    assert window.locking.locked
    assert not dialog.isVisible()
    window.locking._unlock(None)
    assert dialog.isVisible()
    dialog.leave.click()
    assert not rescuing._idle.isActive()


def test_damage_that_is_come_upon_is_no_fault_of_ours(
    rescuing: Rescuing, office: Office, reported: list[object], qtbot: QtBot, tmp_path: Path
) -> None:
    error = DamagedDatabase("It is damaged.", office.workspace.database.path)
    sys.excepthook(type(error), error, None)
    qtbot.waitUntil(lambda: rescuing.dialog is not None)
    dialog_of(rescuing, qtbot).leave.click()
    assert reported == []
    other = DamagedDatabase("It is damaged.", tmp_path / "other.db")
    for fault in (ZeroDivisionError(), other):
        sys.excepthook(type(fault), fault, None)
    assert reported == [ZeroDivisionError, DamagedDatabase]
    assert rescuing.dialog is None


def test_the_daily_look_leads_to_the_rescue_and_looks_again_after_it(
    qapp: QApplication,
    window: MainWindow,
    office: Office,
    background: Background,
    reported: list[object],
    qtbot: QtBot,
) -> None:
    spoil(office)
    window_module._care_for_data(background, window, office.workspace)
    [rescuing] = window.findChildren(Rescuing)
    qtbot.waitUntil(lambda: rescuing.dialog is not None)
    dialog_of(rescuing, qtbot).use.click()
    [care] = background.findChildren(DataCare)
    qtbot.waitUntil(lambda: not care.busy)
    assert rescuing.dialog is None
    assert reported == []


# Before there is a window


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A damaged database with a backup."""
    workspace = open_workspace(tmp_path / "data" / "selfcare.db")
    workspace.journal.add_habit(Habit("", "Sit", workspace.today()))
    yesterday = workspace.now() - timedelta(days=1)
    backups_of(workspace).make_daily(yesterday, yesterday.date())
    workspace.close()
    damage(workspace.database.path, ways.the_first_page, Random(1))
    return workspace.database.path


def answer(act: Callable[[RescueDialog], object]) -> None:
    """Do `act` with the dialog once it has looked."""

    def look() -> None:
        dialogs = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, RescueDialog)
        ]
        if dialogs and dialogs[0].isVisible() and not dialogs[0].busy:
            act(dialogs[0])
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[None]:
    palette, sheet = qapp.palette(), qapp.styleSheet()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def test_what_does_not_open_is_brought_back_before_the_window(
    qapp: QApplication, path: Path, undressed: None
) -> None:
    answer(lambda dialog: dialog.use.click())
    told = rescued_before_start(qapp, path, None)
    assert told is not None
    assert told[0].startswith("Your data is back.")
    assert told[1] is None
    workspace = open_workspace(path)
    assert [habit.name for habit in workspace.records.habits()] == ["Sit"]
    workspace.close()


def test_left_as_it_is_there_is_no_window(qapp: QApplication, path: Path, undressed: None) -> None:
    before = path.read_bytes()
    answer(lambda dialog: dialog.leave.click())
    assert rescued_before_start(qapp, path, None) is None
    assert path.read_bytes() == before


class Start:
    """Stands in for what opens the window: notes what it was asked, and what it is to find."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def __call__(self, path: Path, *values: object) -> int:
        *_, problem, key = values
        assert isinstance(problem, str)
        assert key is None
        self.problems.append(problem)
        open_workspace(path).close()
        return 7


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, reported: list[object]) -> Start:
    del reported
    stand_in = Start()
    monkeypatch.setattr(window_module, "_open_window", stand_in)
    return stand_in


def test_after_the_rescue_the_window_opens_and_tells_of_it(
    qapp: QApplication, path: Path, undressed: None, start: Start
) -> None:
    answer(lambda dialog: dialog.use.click())
    status = window_module.open_window(path, exit_after_paint=False, made_up=False)
    assert status == 7
    assert start.problems[0] == ""
    assert start.problems[1].startswith("Your data is back.")


def test_where_it_is_left_the_program_ends(
    qapp: QApplication, path: Path, undressed: None, start: Start
) -> None:
    answer(lambda dialog: dialog.leave.click())
    assert window_module.open_window(path, exit_after_paint=False, made_up=False) == 0
    # Another start is the first again.
    instance = SingleInstance(path.parent)
    assert instance.claim("show") is Claim.FIRST
    instance.release()


def test_while_another_start_leads_through_it_this_one_ends(
    path: Path, start: Start, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(SingleInstance, "claim", lambda *_: Claim.HANDED_OVER)
    assert window_module.open_window(path, exit_after_paint=False, made_up=False) == 0
    assert "runs already" in capsys.readouterr().out


def test_where_nobody_looks_the_damage_is_only_told(path: Path, start: Start) -> None:
    with pytest.raises(DamagedDatabase):
        window_module.open_window(path, exit_after_paint=True, made_up=False)


def test_locked_data_is_rescued_with_the_key_that_its_passphrase_made(
    qapp: QApplication,
    tmp_path: Path,
    undressed: None,
    monkeypatch: pytest.MonkeyPatch,
    reported: list[object],
) -> None:
    key = new_key("quiet river stone")
    path = tmp_path / "data" / "selfcare.db"
    workspace = open_workspace(path, key=key)
    workspace.journal.add_habit(Habit("", "Sit", workspace.today()))
    workspace.close()
    damage(path, ways.the_first_page, Random(1))
    path.write_bytes(key.salt + path.read_bytes()[16:])
    opened = []

    def open_window(*values: object) -> int:
        if not opened:
            opened.append(values)
            raise DamagedDatabase("It is damaged.", path, key)
        # The passphrase is not asked for once more.
        assert values[-1] == key
        opened.append(open_workspace(path, key=key))
        return 0

    monkeypatch.setattr(window_module, "_open_window", open_window)
    answer(lambda dialog: dialog.use.click())
    assert window_module.open_window(path, exit_after_paint=False, made_up=False) == 0
    workspace = opened[1]
    assert [habit.name for habit in workspace.records.habits()] == ["Sit"]
    workspace.close()
