"""The first start as a new person meets it: by mouse, by keyboard, past it, and never again."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from selfcare_app.domain.area import AREA_KEYS
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.services.settings import WELCOMED
from selfcare_app.services.templates import FILE_NAME
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.workspace import Workspace, open_workspace
from selfcare_app.store.db import StoreError
from selfcare_app.ui.editor.dialog import HabitEditor
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK, LIGHT
from selfcare_app.ui.welcome import page as page_module
from selfcare_app.ui.welcome import picker as picker_module
from selfcare_app.ui.welcome.habit_card import HabitCard
from selfcare_app.ui.welcome.page import WelcomePage

TODAY = date(2026, 11, 23)
Key = Qt.Key


def card(page: WelcomePage, name: str) -> HabitCard:
    return next(card for card in page.picker.cards if card.habit.name == name)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def names(workspace: Workspace) -> list[str]:
    return [habit.name for habit in workspace.records.habits()]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Another Selfcare's export with two habits."""
    other = open_workspace(tmp_path / "other.db")
    for name in ("Tea in silence", "Letters"):
        other.journal.add_habit(Habit("", name, date(2026, 11, 1)))
    path = tmp_path / "export.json"
    export_file(other, path, None)
    other.close()
    return path


def test_two_chosen_habits_lead_to_today_and_are_taken_back_in_one_step(
    start_program: Callable[[], MainWindow], workspace: Workspace
) -> None:
    window = start_program()
    page = window.pages.welcome
    assert page is not None
    assert window.pages.currentWidget() is page
    assert not window.rail.isVisible()
    click(card(page, "Sit and breathe"))
    click(card(page, "Reading"))
    click(page.start)
    assert window.pages.welcome is None
    assert window.pages.currentWidget() is window.pages.today
    assert window.rail.isVisible()
    assert names(workspace) == ["Sit and breathe", "Reading"]
    assert [row.habit.name for row in window.pages.today.model.habit_rows()] == names(workspace)
    assert window.undo_bar.words.text() == "2 habits added"
    window.taking_back.undo()
    assert names(workspace) == []
    assert window.pages.currentWidget() is window.pages.today
    window.taking_back.redo()
    again = start_program()
    assert again.pages.welcome is None
    assert again.pages.currentWidget() is again.pages.today


def test_skipping_leads_to_an_empty_today_and_is_not_asked_again(
    start_program: Callable[[], MainWindow], workspace: Workspace
) -> None:
    window = start_program()
    assert window.pages.welcome is not None
    click(window.pages.welcome.skip)
    assert window.pages.currentWidget() is window.pages.today
    assert window.undo_bar.isHidden()
    assert names(workspace) == []
    assert workspace.settings.get(WELCOMED)
    assert start_program().pages.welcome is None


def test_whoever_has_habits_begins_with_today(
    start_program: Callable[[], MainWindow], workspace: Workspace
) -> None:
    workspace.journal.add_habit(Habit("", "Sit", TODAY))
    assert start_program().pages.welcome is None


def test_all_of_it_goes_by_keyboard(
    window: MainWindow, page: WelcomePage, workspace: Workspace
) -> None:
    window.activateWindow()
    first, second, third = page.picker.cards[:3]
    assert window.focusWidget() is first
    QTest.keyClick(first, Key.Key_Space)
    QTest.keyClick(first, Key.Key_Tab)
    assert window.focusWidget() is second
    QTest.keyClick(second, Key.Key_Down)
    assert window.focusWidget() is third
    QTest.keyClick(third, Key.Key_Space)
    QTest.keyClick(third, Key.Key_Space)
    QTest.keyClick(third, Key.Key_Up)
    assert window.focusWidget() is second
    QTest.keyClick(second, Key.Key_Space)
    stops = []
    for _ in range(30):
        focused = window.focusWidget()
        assert focused is not None
        stops.append(focused)
        if focused is page.start:
            break
        QTest.keyClick(focused, Key.Key_Tab)
    assert stops[-5:] == [
        page.picker.cards[-1],
        page.picker.own,
        page.import_card.choose,
        page.skip,
        page.start,
    ]
    QTest.keyClick(page.start, Key.Key_Space)
    assert names(workspace) == ["Sit and breathe", "One good thing"]


def test_a_fourth_is_kindly_refused_until_one_is_unticked(page: WelcomePage) -> None:
    first, second, third, fourth = page.picker.cards[:4]
    for chosen in (first, second, third):
        click(chosen)
    assert page.picker.count.text() == "3 of 3 chosen"
    assert page.picker.hint.text().startswith("To change, untick one first.")
    click(fourth)
    assert not fourth.isChecked()
    assert page.picker.hint.text().startswith("Three are plenty to begin with.")
    click(first)
    assert page.picker.count.text() == "2 of 3 chosen"
    click(fourth)
    assert [habit.name for habit in page.picker.chosen()] == [
        second.habit.name,
        third.habit.name,
        fourth.habit.name,
    ]


def test_cards_say_area_and_schedule(page: WelcomePage) -> None:
    walk = card(page, "Brisk walk")
    assert walk.isCheckable()
    assert walk.accessibleName() == "Brisk walk, Movement, 20 min, 4 days a week"
    assert "Mondays, Tuesdays, Thursdays and Saturdays" in walk.accessibleDescription()
    assert walk.habit.cue in walk.toolTip()
    assert all(button.height() >= 24 for button in page.findChildren(QPushButton))


def test_enter_presses_the_button_in_focus_as_space_does(
    window: MainWindow, page: WelcomePage, workspace: Workspace
) -> None:
    walk = card(page, "Brisk walk")
    walk.setFocus()
    QTest.keyClick(walk, Key.Key_Return)
    assert walk.isChecked()
    page.start.setFocus()
    QTest.keyClick(page.start, Key.Key_Enter)
    assert names(workspace) == ["Brisk walk"]
    assert window.pages.currentWidget() is window.pages.today


def test_a_habit_of_one_s_own_is_chosen_with_the_others(
    window: MainWindow, page: WelcomePage, workspace: Workspace
) -> None:
    click(card(page, "Reading"))

    click(page.picker.own)
    editor = page.findChild(HabitEditor)
    assert editor is not None
    editor.form.name.text.setText("Look out of the window")
    editor.form.area.choice.setCurrentIndex(AREA_KEYS.index("reflection"))
    assert editor.form.area.choice.findText("New area…") < 0
    click(editor.save)
    own = page.picker.cards[-1]
    assert own.isChecked()
    assert window.focusWidget() is own
    assert own.accessibleName() == "Look out of the window, Reflection, every day"
    assert page.picker.count.text() == "2 of 3 chosen"
    assert names(workspace) == []
    QTest.keyClick(own, Key.Key_Tab)
    assert window.focusWidget() is page.picker.own
    click(page.start)
    assert names(workspace) == ["Reading", "Look out of the window"]
    window.taking_back.undo()
    assert names(workspace) == []


def test_a_habit_of_one_s_own_is_brought_into_view(
    qtbot: QtBot, window: MainWindow, page: WelcomePage
) -> None:
    window.resize(640, 480)
    QApplication.processEvents()

    page.picker.own.setFocus()
    click(page.picker.own)
    editor = page.findChild(HabitEditor)
    assert editor is not None
    editor.form.name.text.setText("Look out of the window")
    click(editor.save)
    assert page._scroll.verticalScrollBar().maximum() > 0
    own = card(page, "Look out of the window")
    qtbot.waitUntil(lambda: own.visibleRegion().boundingRect().height() == own.height())


def test_thinking_better_of_one_s_own_changes_nothing(page: WelcomePage) -> None:
    before = list(page.picker.cards)
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().close())  # type: ignore[union-attr]  # a fault ends the test
    click(page.picker.own)
    assert page.picker.cards == before
    assert page.picker.count.text() == "0 of 3 chosen"


def test_one_s_own_is_refused_too_where_three_are_chosen(page: WelcomePage) -> None:
    for chosen in page.picker.cards[:3]:
        click(chosen)
    click(page.picker.own)
    assert QApplication.activeModalWidget() is None
    assert page.picker.hint.text().startswith("Three are plenty to begin with.")


def test_an_import_is_looked_at_before_it_is_kept(
    window: MainWindow, page: WelcomePage, workspace: Workspace, export: Path
) -> None:
    click(page.import_card.choose)
    [dialog] = page.import_card.findChildren(QFileDialog)
    dialog.setDirectory(str(export.parent))
    dialog.selectFile(export.name)
    dialog.accept()
    assert page.import_card.words.text() == "“export.json”\nThis would be added:\n  habits: 2"
    assert names(workspace) == []
    click(page.import_card.bring_in)
    assert names(workspace) == ["Tea in silence", "Letters"]
    assert page.import_card.words.text().startswith("Added:\n  habits: 2")
    assert not page.import_card.bring_in.isVisible()
    assert window.pages.welcome is page
    click(page.start)
    assert window.pages.currentWidget() is window.pages.today
    assert workspace.settings.get(WELCOMED)
    assert len(window.pages.today.model.habit_rows()) == 2


def test_an_import_that_is_taken_back_is_no_longer_told_of(
    window: MainWindow, page: WelcomePage, workspace: Workspace, export: Path
) -> None:
    page.import_card.look_at(export)
    click(page.import_card.bring_in)
    window.taking_back.undo()
    assert names(workspace) == []
    assert page.import_card.words.text().startswith("Takes files of Loop Habit Tracker")
    assert window.pages.welcome is page


def test_what_an_import_leaves_out_is_told(page: WelcomePage, export: Path) -> None:
    content = json.loads(export.read_text(encoding="utf-8"))
    content["entries"] = [{"habit": "nobody's", "day": "2026-11-03", "state": "done"}]
    export.write_text(json.dumps(content), encoding="utf-8")
    page.import_card.look_at(export)
    for button in (None, page.import_card.bring_in):
        if button is not None:
            click(button)
        lines = page.import_card.words.text().splitlines()
        assert "  entries: 1 (their habit is not in the file)" in lines


def test_a_file_that_is_none_of_ours_is_said_in_one_sentence(
    page: WelcomePage, tmp_path: Path, export: Path
) -> None:
    page.import_card.look_at(export)
    strange = tmp_path / "holiday.txt"
    strange.write_text("sea", encoding="utf-8")
    page.import_card.look_at(strange)
    assert page.import_card.words.text().startswith("“holiday.txt” is no file that Selfcare can")
    assert not page.import_card.bring_in.isVisible()


def test_a_file_that_is_gone_when_it_is_to_be_kept_is_said(
    page: WelcomePage, workspace: Workspace, export: Path
) -> None:
    page.import_card.look_at(export)
    export.unlink()
    click(page.import_card.bring_in)
    assert page.import_card.words.text().startswith("There is no file")
    assert names(workspace) == []


def test_a_file_with_nothing_new_offers_nothing_to_bring_in(
    page: WelcomePage, export: Path
) -> None:
    page.import_card.look_at(export)
    click(page.import_card.bring_in)
    page.import_card.look_at(export)
    assert "There is nothing new in the file." in page.import_card.words.text()
    assert not page.import_card.bring_in.isVisible()


def test_an_import_can_be_put_aside(page: WelcomePage, export: Path) -> None:
    page.import_card.look_at(export)
    assert page.import_card.bring_in.hasFocus()
    click(page.import_card.cancel)
    assert page.import_card.words.text().startswith("Takes files of Loop Habit Tracker")
    assert page.import_card.choose.hasFocus()


def test_what_cannot_be_kept_is_said_and_the_page_stays(
    window: MainWindow, page: WelcomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(workspace: Workspace, habits: list[Habit]) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(page_module, "finish_welcome", refuse)
    click(page.start)
    assert window.strip.sentence.text() == "The disk is full."
    assert window.pages.welcome is page


def test_without_the_templates_one_s_own_habit_is_still_there(
    start_program: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(path: Path) -> None:
        raise KnownError("The habits to choose from cannot be read.")

    assert FILE_NAME == "practices.toml"
    monkeypatch.setattr(picker_module, "read_templates", damaged)
    window = start_program()
    page = window.pages.welcome
    assert page is not None
    said = [label.text() for label in page.picker.findChildren(QLabel)]
    assert "The habits to choose from cannot be read." in said
    assert page.picker.cards == []
    assert window.focusWidget() is page.picker.own


def test_the_page_says_where_everything_lies(page: WelcomePage, workspace: Workspace) -> None:
    said = [label.text().replace("\u200b", "") for label in page.findChildren(QLabel)]
    folder = workspace.database.path.parent
    assert any(words.endswith(f"All that you write lies in {folder}.") for words in said)
    assert "Write about you. Leave out anything that could identify a client." in said


def test_it_can_be_opened_again_and_offers_what_is_not_kept_yet(
    start_program: Callable[[], MainWindow], workspace: Workspace
) -> None:
    window = start_program()
    first = window.pages.welcome
    assert first is not None
    click(card(first, "Reading"))
    click(first.start)
    window.show_welcome()
    page = window.pages.welcome
    assert page is not None
    window.show_welcome()
    assert window.pages.welcome is page
    assert "Reading" not in [card.habit.name for card in page.picker.cards]
    click(card(page, "Make something"))
    click(page.start)
    assert names(workspace) == ["Reading", "Make something"]


def test_pages_wait_until_the_welcome_is_done(window: MainWindow, page: WelcomePage) -> None:
    window.show_page("progress")
    assert window.pages.currentWidget() is page
    click(page.skip)
    window.show_page("progress")
    assert window.pages.currentWidget() is window.pages.progress


@pytest.mark.parametrize(
    ("points", "size", "one_column"),
    [
        (10, (1180, 760), False),
        (10, (900, 600), True),
        (15, (1180, 760), True),
        (20, (900, 600), True),
    ],
)
def test_nothing_is_cut_off_in_a_small_window_or_large_text(
    qapp: QApplication,
    start_program: Callable[[], MainWindow],
    points: int,
    size: tuple[int, int],
    one_column: bool,
) -> None:
    usual = qapp.font()
    try:
        qapp.setFont(QFont(usual.family(), points))
        window = start_program()
        page = window.pages.welcome
        assert page is not None
        window.resize(*size)
        page.picker.cards[0].click()
        for _ in range(3):
            QApplication.processEvents()
        below = page.import_card.y() > page.picker.geometry().bottom()
        assert below is one_column
        for shown in page.picker.cards:
            assert shown.width() >= shown.sizeHint().width()
            assert shown.height() >= shown.sizeHint().height()
        for label in page.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width())
        assert page.start.geometry().right() < page.width()
    finally:
        qapp.setFont(usual)


def test_colours_change_while_it_stands(window: MainWindow, page: WelcomePage) -> None:
    chosen = page.picker.cards[0]
    chosen.setChecked(True)
    QTest.mouseMove(chosen)
    grounds = []
    for theme in (LIGHT, DARK):
        window.set_theme(theme)
        image = chosen.grab().toImage()
        grounds.append(image.pixelColor(image.width() - 8, 10).name())
    assert grounds == [LIGHT.tint("mindfulness").name(), DARK.tint("mindfulness").name()]


def test_a_card_reads_from_the_right_where_the_language_does(page: WelcomePage) -> None:
    shown = page.picker.cards[0]
    shown.setChecked(True)
    shown.clearFocus()
    usual = shown.grab().toImage()
    shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = shown.grab().toImage()
    box, height = 15, usual.height() // 2 - 5
    assert usual.pixelColor(box, height).name().upper() == LIGHT.primary
    assert mirrored.pixelColor(mirrored.width() - 1 - box, height).name().upper() == LIGHT.primary
