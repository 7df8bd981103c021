"""The sheet of keys: made from the actions themselves, with the keys that are in force."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from selfcare_app.domain.habit import Habit
from selfcare_app.services.settings import SINGLE_LETTER_KEYS
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.actions import Section, key_words
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.shortcut_sheet import SectionBox, ShortcutSheet, sections
from selfcare_app.ui.theme import DARK
from tests.ui.steps import Key, Shift, focus


def open_sheet(window: MainWindow, key: Qt.Key = Key.Key_F1) -> ShortcutSheet:
    QTest.keyClick(window.focusWidget() or window, key)
    sheet = window.overlays.open
    assert isinstance(sheet, ShortcutSheet)
    return sheet


def keys_by_words(window: MainWindow) -> dict[str, tuple[str, ...]]:
    return {line.words: line.keys for _, lines in sections(window.all_actions) for line in lines}


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def focused_box(window: MainWindow) -> SectionBox:
    box = window.focusWidget()
    assert isinstance(box, SectionBox)
    return box


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Question])
@pytest.mark.parametrize("closing", [Key.Key_F1, Key.Key_Question, Key.Key_Escape])
def test_a_key_opens_it_and_closes_it_and_the_focus_goes_back(
    window: MainWindow, sit: Habit, key: Qt.Key, closing: Qt.Key
) -> None:
    focus(window, sit, 3)
    cell = window.pages.today.table.current_cell()
    sheet = open_sheet(window, key)
    QTest.keyClick(focused_box(window), closing)
    assert window.overlays.open is None
    assert not sheet.isVisible()
    assert window.pages.today.table.hasFocus()
    assert window.pages.today.table.current_cell() == cell


def test_it_is_put_away_by_mouse(window: MainWindow) -> None:
    sheet = open_sheet(window)
    assert sheet.close_button.accessibleName() == "Close"
    assert min(sheet.close_button.width(), sheet.close_button.height()) >= 24
    QTest.mouseClick(sheet.close_button, Qt.MouseButton.LeftButton)
    assert window.overlays.open is None
    sheet = open_sheet(window)
    QTest.mouseClick(sheet.listing.boxes[0], Qt.MouseButton.LeftButton)
    assert window.overlays.open is sheet
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert window.overlays.open is None


def test_a_question_mark_in_a_field_is_written(window: MainWindow) -> None:
    note = window.pages.today.check_in.note
    note.setFocus()
    QTest.keyClicks(note, "Why?")
    assert note.text() == "Why?"
    assert window.overlays.open is None


def test_it_tells_every_action_that_has_keys_and_no_other(window: MainWindow) -> None:
    told = keys_by_words(window)
    for action in window.all_actions:
        if action.key_words:
            assert told.pop(action.says) == action.key_words
            assert [key_words(each.toString()) for each in action.shortcuts()][
                : len(action.key_words)
            ] == list(action.key_words)
        else:
            assert action.says not in told
    moves = {move.title for each in Section for move in window.all_actions.moves_of(each)}
    assert set(told) == moves


def test_what_is_told_is_what_is_shown(window: MainWindow) -> None:
    sheet = open_sheet(window)
    found = sections(window.all_actions)
    assert [box.accessibleName() for box in sheet.listing.boxes] == [title for title, _ in found]
    for box, (title, lines) in zip(sheet.listing.boxes, found, strict=True):
        shown = texts(box)
        assert shown == [title, *(text for line in lines for text in (line.words, *line.keys))]
        assert box.accessibleDescription() == ". ".join(line.spoken for line in lines)


def test_an_action_that_is_registered_later_is_told_too(window: MainWindow) -> None:
    window.all_actions.add(Section.HABITS, "Put away", lambda: None, keys="Ctrl+Shift+A")
    window.all_actions.add(Section.HABITS, "Without a key", lambda: None)
    window.all_actions.tell(Section.HABITS, "To another place", "Alt+Up", "Alt+Down")
    shown = texts(open_sheet(window))
    assert {"Put away", "To another place", key_words("Alt+Up")} <= set(shown)
    assert "Without a key" not in shown


def test_keys_that_are_turned_off_are_not_told(window: MainWindow, workspace: Workspace) -> None:
    assert keys_by_words(window)["Rest"] == ("R",)
    assert keys_by_words(window)["Keys"] == ("F1", "?")
    workspace.settings.set(SINGLE_LETTER_KEYS, False)
    told = keys_by_words(window)
    assert "Rest" not in told
    assert "Write a note" not in told
    assert told["Keys"] == ("F1",)
    assert told["A little more"] == ("+",)
    window.taking_back.undo()
    assert keys_by_words(window)["Rest"] == ("R",)


def test_tab_goes_from_section_to_section_and_stays(window: MainWindow) -> None:
    sheet = open_sheet(window)
    stops: list[QWidget | None] = []
    for _ in range(len(sheet.listing.boxes) + 1):
        stops.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Key.Key_Tab)
    assert {*stops} == {*sheet.listing.boxes, sheet.close_button}
    assert window.focusWidget() is stops[0] is sheet.listing.boxes[0]
    QTest.keyClick(window.focusWidget(), Key.Key_Backtab, Shift)
    assert window.focusWidget() is stops[-1]


def test_in_a_small_window_it_scrolls_by_keys_and_with_the_focus(window: MainWindow) -> None:
    window.resize(640, 480)
    sheet = open_sheet(window)
    QApplication.processEvents()
    bar = sheet.listing.verticalScrollBar()
    assert bar.maximum() > bar.pageStep() / 2
    places = []
    keys = (
        Key.Key_Down,
        Key.Key_Up,
        Key.Key_PageDown,
        Key.Key_PageUp,
        Key.Key_End,
        Key.Key_Home,
    )
    for key in keys:
        QTest.keyClick(focused_box(window), key)
        places.append(bar.value())
    assert 0 < places[0] < places[2] <= places[4] == bar.maximum()
    assert places[1] == places[3] == places[5] == 0
    for _ in sheet.listing.boxes[1:]:
        QTest.keyClick(window.focusWidget(), Key.Key_Tab)
        top = focused_box(window).mapTo(sheet.listing.viewport(), QPoint(0, 0)).y()
        assert top < sheet.listing.viewport().height()
    assert bar.value() > 0
    QTest.keyClick(window.focusWidget(), Key.Key_Home)
    sheet.close_button.setFocus()
    QTest.keyClick(sheet.close_button, Key.Key_Backtab, Shift)
    assert focused_box(window) is sheet.listing.boxes[-1]
    assert bar.value() > 0


@pytest.mark.parametrize(("width", "columns"), [(640, 1), (900, 2), (1180, 2)])
def test_two_columns_stand_where_there_is_room(
    window: MainWindow, width: int, columns: int
) -> None:
    window.resize(width, 700)
    sheet = open_sheet(window)
    QApplication.processEvents()
    assert len({box.x() for box in sheet.listing.boxes}) == columns
    assert window.rect().contains(sheet.card.geometry())
    window.resize(640, 700)
    QApplication.processEvents()
    assert len({box.x() for box in sheet.listing.boxes}) == 1
    assert sheet.geometry() == window.rect()


def test_in_a_large_window_nothing_is_hidden(window: MainWindow) -> None:
    window.resize(1280, 900)
    sheet = open_sheet(window)
    QApplication.processEvents()
    assert sheet.listing.verticalScrollBar().maximum() == 0
    for label in sheet.card.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_the_palette_and_the_sheet_take_each_other_s_place(window: MainWindow) -> None:
    note = window.pages.today.check_in.note
    note.setFocus()
    open_sheet(window)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(focused_box(window), Key.Key_K, control)
    assert not isinstance(window.overlays.open, ShortcutSheet)
    assert window.overlays.open is not None
    open_sheet(window)
    window.overlays.close()
    window.overlays.close()
    assert note.hasFocus()


def test_it_is_painted_in_light_and_dark(
    window: MainWindow, open_on: Callable[[], MainWindow]
) -> None:
    light = open_sheet(window).card.grab().toImage()
    window.overlays.close()
    window.set_theme(DARK)
    assert open_sheet(window).card.grab().toImage() != light
