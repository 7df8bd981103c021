"""The passphrase in Settings: set, shown again as a recovery key, changed, taken away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.paths import backup_folder
from selfcare_app.services.backup import back_up
from selfcare_app.services.key_store import KeyStore
from selfcare_app.services.passphrase import fits, recovery_key
from selfcare_app.services.settings import BACKUP_FOLDER, LOCK_AFTER, LOCK_ON_SLEEP
from selfcare_app.services.workspace import Workspace, is_locked
from selfcare_app.store.db import StoreError
from selfcare_app.ui.lock import recovery
from selfcare_app.ui.lock.passphrase_dialog import PassphraseDialog
from selfcare_app.ui.lock.recovery import RecoveryDialog
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.settings.page import SettingsPage
from selfcare_app.ui.settings.passphrase import PassphraseWidget
from tests.services.keys import KeysInMemory, keys
from tests.store.test_encryption import files_that_tell

__all__ = ["keys"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WORDS = "quiet river stone lamp"
OTHER_WORDS = "seven green glass birds"


@pytest.fixture
def widget(page: SettingsPage) -> PassphraseWidget:
    return page.passphrase


def dialog() -> PassphraseDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, PassphraseDialog)
    return found


def shown_key(qtbot: QtBot) -> str:
    """The recovery key that is shown, once it is; put away again."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RecoveryDialog))
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, RecoveryDialog)
    text = shown.text.toPlainText().replace("\n", " ")
    shown.done_button.click()
    return text


def set_passphrase(widget: PassphraseWidget, qtbot: QtBot, words: str = WORDS) -> str:
    widget.set.click()
    form = dialog()
    assert form.new is not None
    assert form.again is not None
    qtbot.keyClicks(form.new, words)
    qtbot.keyClicks(form.again, words)
    with qtbot.waitSignal(widget.copies.finished):
        form.act.click()
    return shown_key(qtbot)


def test_a_passphrase_locks_data_and_backups_and_gives_a_recovery_key(
    page: SettingsPage, widget: PassphraseWidget, workspace: Workspace, qtbot: QtBot
) -> None:
    copy = backup_folder(workspace.folder) / "selfcare-2026-11-22.db"
    back_up(workspace, copy)
    assert "not locked" in widget.words.text()
    assert not widget.show_key.isVisible()
    rows = [page.rows[each.key] for each in (LOCK_AFTER, LOCK_ON_SLEEP)]
    assert not any(row.isEnabled() for row in rows)
    key = set_passphrase(widget, qtbot)
    assert workspace.encryption.key is not None
    assert key == recovery_key(workspace.encryption.key)
    assert fits(workspace.encryption.key, WORDS)
    assert "are locked" in widget.words.text()
    assert is_locked(copy)
    assert files_that_tell(workspace.folder, "Sit and breathe") == []
    assert widget.remove.isVisible()
    assert all(row.isEnabled() for row in rows)


@pytest.mark.parametrize(
    ("new", "again", "sentence"),
    [("short", "short", "at least 8 characters"), (WORDS, "quiet river", "are not the same")],
)
def test_what_cannot_be_a_passphrase_is_said_beside_its_field(
    widget: PassphraseWidget,
    workspace: Workspace,
    qtbot: QtBot,
    new: str,
    again: str,
    sentence: str,
) -> None:
    widget.set.click()
    form = dialog()
    assert form.new is not None
    assert form.again is not None
    qtbot.keyClicks(form.new, new)
    qtbot.keyClicks(form.again, again)
    form.act.click()
    assert sentence in form.problem_of(form.new) + form.problem_of(form.again)
    assert form.isVisible()
    assert workspace.encryption.key is None
    form.cancel.click()


def test_it_changes_for_whoever_knows_it(
    widget: PassphraseWidget, workspace: Workspace, qtbot: QtBot
) -> None:
    set_passphrase(widget, qtbot)
    before = workspace.encryption.key
    widget.set.click()
    form = dialog()
    assert form.current is not None
    assert form.new is not None
    assert form.again is not None
    qtbot.keyClicks(form.current, "quiet river stone lamb")
    qtbot.keyClicks(form.new, OTHER_WORDS)
    qtbot.keyClicks(form.again, OTHER_WORDS)
    form.act.click()
    assert form.act.text() == "One moment…"
    current = form.current
    qtbot.waitUntil(lambda: "does not open" in form.problem_of(current))
    assert workspace.encryption.key == before
    current.clear()
    qtbot.keyClicks(current, WORDS)
    form.act.click()
    shown_key(qtbot)
    assert workspace.encryption.key is not None
    assert fits(workspace.encryption.key, OTHER_WORDS)


def test_it_is_taken_away_and_the_recovery_key_shown_for_whoever_knows_it(
    widget: PassphraseWidget, workspace: Workspace, qtbot: QtBot
) -> None:
    key = set_passphrase(widget, qtbot)
    widget.show_key.click()
    form = dialog()
    assert form.new is None
    assert form.current is not None
    qtbot.keyClicks(form.current, WORDS)
    form.act.click()
    assert shown_key(qtbot) == key
    widget.remove.click()
    form = dialog()
    assert form.current is not None
    qtbot.keyClicks(form.current, key)  # The recovery key will do.
    with qtbot.waitSignal(widget.told):
        form.act.click()
    assert workspace.encryption.key is None
    assert not is_locked(workspace.database.path)


def test_what_goes_wrong_is_said_in_the_dialog_and_changes_nothing(
    widget: PassphraseWidget,
    workspace: Workspace,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail_to_write(_: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(workspace.encryption, "use", fail_to_write)
    widget.set.click()
    form = dialog()
    assert form.new is not None
    assert form.again is not None
    qtbot.keyClicks(form.new, WORDS)
    qtbot.keyClicks(form.again, WORDS)
    form.act.click()
    qtbot.waitUntil(lambda: form.sentence.text() == "The disk is full.")
    assert form.act.isEnabled()
    form.cancel.click()


def test_what_is_typed_can_be_shown(widget: PassphraseWidget) -> None:
    widget.set.click()
    form = dialog()
    assert form.new is not None
    assert form.new.echoMode() is form.new.EchoMode.Password
    form.shown.click()
    assert form.new.echoMode() is form.new.EchoMode.Normal
    form.shown.click()
    assert form.new.echoMode() is form.new.EchoMode.Password
    form.cancel.click()


def test_the_system_keeps_the_key_where_that_is_ticked(
    keys: KeysInMemory, widget: PassphraseWidget, workspace: Workspace, qtbot: QtBot
) -> None:
    set_passphrase(widget, qtbot)
    qtbot.waitUntil(widget.keep.isVisible)
    widget.keep.click()
    assert KeyStore(workspace.folder).key() == workspace.encryption.key
    keys.locked = True
    with qtbot.waitSignal(widget.problem):
        widget.keep.click()
    assert widget.keep.isChecked()


def test_a_copy_that_stays_as_it_was_is_named(
    widget: PassphraseWidget, workspace: Workspace, qtbot: QtBot
) -> None:
    (workspace.folder / "selfcare-damaged-2026-11-20.db").write_text("not a database")
    set_passphrase(widget, qtbot)
    assert "selfcare-damaged-2026-11-20.db" in widget.sentence.text()
    assert widget.sentence.isVisible()


def test_backups_out_of_reach_are_told(
    widget: PassphraseWidget, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    workspace.settings.set_folder(BACKUP_FOLDER, stick)
    stick.rmdir()
    set_passphrase(widget, qtbot)
    assert f"“{stick}” cannot be reached now" in widget.sentence.text()
    assert "These copies" not in widget.sentence.text()


def test_nothing_changes_behind_the_cover(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    window.show_page("settings")
    page = window.pages.current
    assert isinstance(page, SettingsPage)
    page.passphrase.set.click()
    form = dialog()
    assert form.new is not None
    assert form.again is not None
    qtbot.keyClicks(form.new, WORDS)
    qtbot.keyClicks(form.again, WORDS)
    form.act.click()
    window.locking.lock()
    qtbot.waitUntil(lambda: form.act.isEnabled())
    assert workspace.encryption.key is None
    assert QApplication.activeModalWidget() is None
    assert window.locking.cover is not None
    window.locking.cover.button.click()
    form.act.click()
    assert shown_key(qtbot)
    assert workspace.encryption.key is not None


def test_the_recovery_key_goes_to_paper_and_to_the_clipboard(
    widget: PassphraseWidget, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.pdf"

    def print_to_file(document: QTextDocument, _: QWidget) -> None:
        printer = QPrinter()
        printer.setOutputFileName(str(sheet))
        document.print_(printer)

    key = " ".join(["ABCD"] * 14)
    shown = RecoveryDialog(widget, key, workspace.today(), print_to_file)
    shown.open()
    shown.print.click()
    text = PdfReader(sheet).pages[0].extract_text().replace("\t", " ")
    assert text.count("ABCD") == 14
    assert "23 November 2026" in text
    shown.copy.click()
    assert QGuiApplication.clipboard().text() == key
    shown.done_button.click()


def test_the_system_s_own_dialog_prints(
    widget: PassphraseWidget, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No printer is there in tests, so its dialog stands in."""
    printed: list[QTextDocument] = []

    class Dialog:
        def __init__(self, printer: QPrinter, parent: QWidget) -> None:
            self.accepted, self.finished = Told(), Told()
            self.deleteLater = lambda: None

        def show(self) -> None:
            self.accepted.tell()
            self.finished.tell()

    class Told:
        def __init__(self) -> None:
            self._slots: list[Callable[[], object]] = []

        def connect(self, slot: Callable[[], object]) -> None:
            self._slots.append(slot)

        def tell(self) -> None:
            for slot in self._slots:
                slot()

    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintDialog", Dialog)
    monkeypatch.setattr(QTextDocument, "print_", lambda document, _: printed.append(document))
    shown = RecoveryDialog(widget, "ABCD EFGH", workspace.today())
    recovery._print_as_chosen(shown.document(), shown)
    assert len(printed) == 1
    shown.deleteLater()
