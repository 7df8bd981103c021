"""The Settings page: every setting can be found, changed and taken back, by mouse and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from selfcare_app.services.settings import (
    DECLARATIONS,
    GRACE_DAYS,
    LOCK_AFTER,
    SINGLE_LETTER_KEYS,
    TEXT_SIZE,
    THEME,
    WEEK_START,
    Declaration,
)
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.check_box import CheckBox
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.settings.data_folder import DataFolder
from selfcare_app.ui.settings.page import SettingsPage
from selfcare_app.ui.settings.section import Section

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier


def box_of(page: SettingsPage, declaration: Declaration[int] | Declaration[str]) -> QComboBox:
    control = page.rows[declaration.key].control
    assert isinstance(control, QComboBox)
    return control


def tick_of(page: SettingsPage, declaration: Declaration[bool]) -> CheckBox:
    control = page.rows[declaration.key].control
    assert isinstance(control, CheckBox)
    return control


def sections(page: SettingsPage) -> list[str]:
    found = sorted(page.findChildren(Section), key=lambda section: section.y())
    return [section.title.text() for section in found]


def test_the_page_is_made_only_when_it_is_wanted(window: MainWindow) -> None:
    assert window.pages.settings is None
    QTest.mouseClick(window.rail.buttons[-1], Qt.MouseButton.LeftButton)
    assert window.pages.settings is not None
    assert window.pages.currentWidget() is window.pages.settings
    assert window.rail.buttons[-1].isChecked()


def test_the_way_to_the_settings_stands_at_the_foot_of_the_rail(window: MainWindow) -> None:
    rail = window.rail
    last = rail.buttons[-1]
    assert last.accessibleName() == "Settings"
    assert rail.height() - last.geometry().bottom() < 20
    assert last.y() - rail.buttons[-2].geometry().bottom() > 200


def test_a_key_opens_the_settings_on_the_first_one(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_Comma, Control)
    page = window.pages.settings
    assert page is not None
    assert page.isVisible()
    assert window.focusWidget() is page.rows[DECLARATIONS[0].key].control


def test_every_declared_setting_is_on_the_page_with_its_words(page: SettingsPage) -> None:
    assert list(page.rows) == [declaration.key for declaration in DECLARATIONS]
    for declaration in DECLARATIONS:
        control = page.rows[declaration.key].control
        name = control.accessibleName() or control.property("text")
        assert name == declaration.title
        assert control.accessibleDescription() == declaration.help
        assert control.height() >= 24


def test_a_choice_says_its_values_in_words(page: SettingsPage) -> None:
    box = box_of(page, THEME)
    assert [box.itemText(n) for n in range(3)] == ["As the system", "Light", "Dark"]
    assert box.currentText() == "As the system"
    assert box_of(page, WEEK_START).itemText(7) == "Sunday"


def test_tab_goes_through_everything_in_order(window: MainWindow, page: SettingsPage) -> None:
    folder = page.data_folder
    wanted: list[QWidget] = [page.rows[each.key].control for each in DECLARATIONS]
    wanted.insert(DECLARATIONS.index(LOCK_AFTER), page.passphrase.set)
    wanted += [page.areas.add, page.pauses.add, folder.path, folder.open, folder.copy]
    backups = page.backups
    wanted += [backups.path, backups.choose, backups.now, backups.go_back]
    wanted += [
        page.in_and_out.take_in,
        page.in_and_out.take_out,
        page.erasing.button,
        page.first_start.button,
    ]
    # Locking waits for a passphrase.
    for control in (each for each in wanted if each.isEnabled()):
        assert window.focusWidget() is control
        QTest.keyClick(control, Key.Key_Tab)
    assert window.focusWidget() not in wanted


def test_a_label_stands_for_its_control(page: SettingsPage) -> None:
    buddies = [label.buddy() for label in page.findChildren(QLabel) if label.buddy()]
    boxes = [row.control for row in page.rows.values() if isinstance(row.control, QComboBox)]
    assert set(buddies) == {*boxes, page.data_folder.path, page.backups.path}


def test_what_is_chosen_by_keys_is_kept(page: SettingsPage, workspace: Workspace) -> None:
    QTest.keyClick(box_of(page, GRACE_DAYS), Key.Key_Down)
    assert workspace.settings.get(GRACE_DAYS) == 3
    QTest.keyClick(tick_of(page, SINGLE_LETTER_KEYS), Key.Key_Space)
    assert workspace.settings.get(SINGLE_LETTER_KEYS) is False


def test_a_click_on_the_words_ticks_the_box_and_one_beside_them_does_not(
    page: SettingsPage, workspace: Workspace
) -> None:
    box = tick_of(page, SINGLE_LETTER_KEYS)
    row = page.rows[SINGLE_LETTER_KEYS.key]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 5, 8))
    assert workspace.settings.get(SINGLE_LETTER_KEYS)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 8, box.height() // 2))
    assert not workspace.settings.get(SINGLE_LETTER_KEYS)


def test_undo_and_redo_move_the_controls(window: MainWindow, page: SettingsPage) -> None:
    QTest.keyClick(box_of(page, GRACE_DAYS), Key.Key_Up)
    tick_of(page, SINGLE_LETTER_KEYS).click()
    assert window.undo_bar.words.toolTip() == "Setting “Single-letter keys”"
    QTest.keyClick(window, Key.Key_Z, Control)
    assert tick_of(page, SINGLE_LETTER_KEYS).isChecked()
    QTest.keyClick(window, Key.Key_Z, Control)
    assert box_of(page, GRACE_DAYS).currentText() == "2 days"
    QTest.keyClick(window, Key.Key_Z, Control | Qt.KeyboardModifier.ShiftModifier)
    assert box_of(page, GRACE_DAYS).currentText() == "1 day"


def test_the_value_in_force_chosen_again_is_no_change(
    page: SettingsPage, workspace: Workspace
) -> None:
    before = workspace.journal.history.next_undo
    box_of(page, TEXT_SIZE).activated.emit(0)
    assert workspace.journal.history.next_undo is before


def test_what_cannot_be_kept_is_said_and_not_shown_as_kept(
    window: MainWindow, page: SettingsPage, workspace: Workspace
) -> None:
    workspace.database.row("PRAGMA query_only = 1")
    QTest.keyClick(box_of(page, GRACE_DAYS), Key.Key_Down)
    tick_of(page, SINGLE_LETTER_KEYS).click()
    assert "read-only" in window.strip.sentence.text()
    assert box_of(page, GRACE_DAYS).currentText() == "2 days"
    assert tick_of(page, SINGLE_LETTER_KEYS).isChecked()


def test_the_wheel_scrolls_the_page_and_changes_nothing(
    page: SettingsPage, workspace: Workspace
) -> None:
    box = box_of(page, GRACE_DAYS)
    box.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert workspace.settings.get(GRACE_DAYS) == 2


@pytest.mark.parametrize("size", [(640, 480), (900, 600), (1180, 760), (1600, 1000)])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off_at_any_size(
    window: MainWindow,
    page: SettingsPage,
    workspace: Workspace,
    qapp: QApplication,
    size: tuple[int, int],
    percent: int,
) -> None:
    window.resize(*size)
    workspace.settings.set(TEXT_SIZE, percent)
    for _ in range(3):
        qapp.processEvents()
    assert window.size().toTuple() == size
    area = page.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0
    for label in filter(QWidget.isVisible, page.findChildren(QLabel)):
        wanted = label.heightForWidth(label.width())
        assert label.height() >= (wanted if wanted > 0 else label.sizeHint().height())
    for control in (row.control for row in page.rows.values()):
        assert control.height() >= control.sizeHint().height()
        assert control.width() >= control.sizeHint().width()
    assert max(section.width() for section in page.findChildren(Section)) <= 720


def test_a_section_may_hold_anything(page: SettingsPage, qapp: QApplication) -> None:
    own = QLabel("Nothing put away.")
    page.add_section("Put-away habits", own)
    qapp.processEvents()
    assert sections(page)[-2:] == ["First start", "Put-away habits"]
    assert own.isVisible()


# The data folder


def test_the_path_of_the_data_folder_is_shown_and_copied(
    window: MainWindow, page: SettingsPage, tmp_path: Path
) -> None:
    folder = page.data_folder
    assert folder.path.text() == str(tmp_path)
    assert folder.path.isReadOnly()
    assert "--data-dir" in folder.path.accessibleDescription()
    folder.copy.click()
    assert QGuiApplication.clipboard().text() == str(tmp_path)
    assert window.undo_bar.words.toolTip() == "The path of the data folder was copied."
    assert window.undo_bar.undo.isHidden()


@pytest.mark.parametrize("possible", [True, False])
def test_the_data_folder_is_opened_or_it_is_said_that_it_cannot_be(
    qtbot: QtBot, tmp_path: Path, possible: bool
) -> None:
    asked: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return possible

    parent = QWidget()
    qtbot.addWidget(parent)
    folder = DataFolder(tmp_path / "my data", parent, open_url)
    said: list[str] = []
    folder.problem.connect(said.append)
    folder.open.click()
    assert [Path(url.toLocalFile()) for url in asked] == [tmp_path / "my data"]
    assert len(said) == (0 if possible else 1)


def test_the_first_start_is_shown_again_from_here(window: MainWindow, page: SettingsPage) -> None:
    button = page.first_start.button
    assert "stays as it is" in button.accessibleDescription()
    assert button.height() >= 24
    QTest.keyClick(button, Key.Key_Space)
    assert window.pages.welcome is not None
    assert window.pages.current is window.pages.welcome
