"""Habits are searched, filtered and sorted; groups fold, and stay so."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from selfcare_app.domain.area import AREAS
from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.db import StoreError
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.theme import DARK
from selfcare_app.ui.today.filter_bar import FilterBar
from selfcare_app.ui.today.filtering import Filter
from tests.ui.living.conftest import MONDAY, focus, focused_name, names, press

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
AT_FIRST = ["Mindfulness", "Sit and breathe", "Read", "Movement", "Brisk walk"]


def search(window: MainWindow, words: str = "") -> FilterBar:
    """Open the bar by its key and write `words`."""
    QTest.keyClick(window, Key.Key_F, Control)
    above = window.pages.today.above
    assert above is not None
    above.filter_bar.field.insert(words)
    return above.filter_bar


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("read", ["Mindfulness", "Read"]),
        ("ARMCHAIR", ["Mindfulness", "Read"]),
        ("mindful sit", ["Mindfulness", "Sit and breathe"]),
        ("wálk", ["Movement", "Brisk walk"]),
        ("   ", AT_FIRST),
        ("nothing like it", []),
    ],
)
def test_habits_are_found_by_name_cue_and_area(
    window: MainWindow, words: str, found: list[str]
) -> None:
    search(window, words)
    assert names(window) == found


def test_the_bar_says_how_many_are_found(window: MainWindow) -> None:
    bar = search(window, "re")
    assert bar.found.text() == "2 of 3"
    assert bar.found.accessibleName() == "2 of 3 habits found"
    bar.field.clear()
    assert bar.found.text() == ""


def test_the_bar_opens_by_the_button_and_esc_shows_all_habits_again(window: MainWindow) -> None:
    window.pages.today.header.search.click()
    above = window.pages.today.above
    assert above is not None and above.filter_bar.isVisible()
    QTest.keyClicks(above.filter_bar.field, "read")
    QTest.keyClick(above.filter_bar.field, Key.Key_Escape)
    assert names(window) == AT_FIRST
    assert above.isHidden()
    assert window.pages.today.table.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return])
def test_from_the_field_one_goes_on_to_the_habits_found(window: MainWindow, key: Key) -> None:
    bar = search(window, "walk")
    QTest.keyClick(bar.field, key)
    assert window.pages.today.table.hasFocus()
    assert names(window) == ["Movement", "Brisk walk"]


def test_one_area_is_looked_at_alone(window: MainWindow) -> None:
    bar = search(window)
    offered = [bar.areas.itemText(number) for number in range(bar.areas.count())]
    assert offered == ["All areas", "Mindfulness", "Movement"]
    bar.areas.setCurrentIndex(2)
    assert names(window) == ["Movement", "Brisk walk"]
    bar.close_button.click()
    assert names(window) == AT_FIRST


def test_an_area_whose_last_habit_goes_is_offered_no_more(window: MainWindow, walk: Habit) -> None:
    bar = search(window)
    bar.areas.setCurrentIndex(2)
    window.pages.today.deeds.archive(walk)
    assert bar.areas.currentText() == "All areas"
    assert names(window) == ["Mindfulness", "Sit and breathe", "Read"]


def test_habits_are_sorted_within_their_areas(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    bar = search(window)
    bar.orders.setCurrentIndex(bar.orders.findText("By name"))
    by_name = ["Mindfulness", "Read", "Sit and breathe", "Movement", "Brisk walk"]
    assert names(window) == by_name
    bar.orders.setCurrentIndex(0)
    workspace.journal.log_entry(sit, MONDAY)
    bar.orders.setCurrentIndex(bar.orders.findText("Open first"))
    assert names(window) == by_name
    bar.close_button.click()
    assert names(window) == AT_FIRST


def test_a_habit_that_is_logged_while_open_ones_come_first_does_not_jump_away(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    bar = search(window)
    bar.orders.setCurrentIndex(bar.orders.findText("Open first"))
    focus(window, sit)
    press(window, Key.Key_Space)
    assert names(window) == AT_FIRST


def test_the_palette_shows_a_habit_that_was_filtered_out_or_folded_away(
    window: MainWindow, walk: Habit
) -> None:
    search(window, "read")
    window.show_habit("today", walk.id)
    assert focused_name(window) == "Brisk walk"
    window.pages.today.deeds.fold("movement", True)
    window.show_habit("today", walk.id)
    assert focused_name(window) == "Brisk walk"
    window.pages.today.deeds.archive(walk)
    assert not window.pages.today.show_habit(walk.id)


def test_there_is_nothing_to_search_on_an_empty_page(
    open_on: Callable[[], MainWindow],
) -> None:
    window = open_on()
    QTest.keyClick(window, Key.Key_F, Control)
    assert window.pages.today.above is None


def test_a_group_folds_by_a_click_on_its_heading_and_stays_folded_at_the_next_start(
    window: MainWindow, open_on: Callable[[], MainWindow], workspace: Workspace
) -> None:
    page = window.pages.today
    last = workspace.journal.history.next_undo
    centre = page.table.visualRect(page.model.index(0, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    folded = ["Mindfulness", "Movement", "Brisk walk"]
    assert names(window) == folded
    assert page.model.data(page.model.index(0, 0)) == "Mindfulness, 2 habits, 0 of 2 done, folded"
    assert names(open_on()) == folded
    assert workspace.journal.history.next_undo == last
    assert window.undo_bar.isHidden()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert names(window) == AT_FIRST


def test_groups_fold_by_keyboard(window: MainWindow, sit: Habit) -> None:
    table = window.pages.today.table
    focus(window, sit)
    table.focus_cell(1, 0)
    press(window, Key.Key_Left)
    assert focused_name(window) == "Mindfulness"
    for key in (Key.Key_Left, Key.Key_Space, Key.Key_Return):
        press(window, key)
        assert names(window) == ["Mindfulness", "Movement", "Brisk walk"]
        press(window, Key.Key_Left)
        assert focused_name(window) == "Mindfulness"
        press(window, Key.Key_Right)
        assert names(window) == AT_FIRST
    press(window, Key.Key_Right)
    assert focused_name(window) == "Sit and breathe"


def test_the_arrows_stop_at_folded_headings_alone(window: MainWindow, read: Habit) -> None:
    focus(window, read, 3)
    column = window.pages.today.table.currentIndex().column()
    press(window, Key.Key_Down)
    assert focused_name(window) == "Brisk walk"
    press(window, Key.Key_Down)
    assert focused_name(window) == "Brisk walk"
    window.pages.today.deeds.fold("mindfulness", True)
    press(window, Key.Key_Up)
    assert focused_name(window) == "Mindfulness"
    press(window, Key.Key_End)
    assert focused_name(window) == "Mindfulness"
    press(window, Key.Key_Down)
    assert focused_name(window) == "Brisk walk"
    assert window.pages.today.table.currentIndex().column() == column
    press(window, Key.Key_PageUp)
    assert focused_name(window) == "Mindfulness"


def test_all_groups_fold_and_unfold_from_the_palette(window: MainWindow) -> None:
    actions = {action.text(): action for action in window.all_actions}
    fold, unfold = actions["Fold all practice areas"], actions["Unfold all practice areas"]
    assert fold.offered and not unfold.offered
    fold.trigger()
    assert names(window) == ["Mindfulness", "Movement"]
    assert unfold.offered and not fold.offered
    window.pages.today.table.clearFocus()
    window.pages.today.table.setFocus()
    press(window, Key.Key_Home, Key.Key_PageDown)
    assert focused_name(window) == "Movement"
    unfold.trigger()
    assert names(window) == AT_FIRST


def test_while_searching_no_group_is_folded_and_none_folds(window: MainWindow) -> None:
    page = window.pages.today
    page.deeds.fold("movement", True)
    search(window, "w")
    assert names(window) == ["Movement", "Brisk walk"]
    page.table.setFocus()
    page.table.focus_cell(0, 0)
    press(window, Key.Key_Space)
    centre = page.table.visualRect(page.model.index(0, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert names(window) == ["Movement", "Brisk walk"]


def test_what_a_folded_heading_says_is_done_follows_what_is_logged(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    page = window.pages.today
    page.deeds.fold("mindfulness", True)
    workspace.journal.log_entry(sit, MONDAY)
    assert page.model.data(page.model.index(0, 0)) == "Mindfulness, 2 habits, 1 of 2 done, folded"
    page.grab()


def test_the_last_row_of_a_folded_group_gives_its_focus_to_the_heading(
    window: MainWindow, read: Habit
) -> None:
    focus(window, read)
    window.pages.today.deeds.fold("mindfulness", True)
    assert focused_name(window) == "Mindfulness"


def test_a_group_that_cannot_be_kept_folded_stays_open_and_one_is_told(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(key: str, value: str | None) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(workspace.journal, "keep_quietly", fail)
    window.pages.today.deeds.fold("movement", True)
    assert window.strip.sentence.text() == "The disk is full."
    assert names(window) == AT_FIRST


def test_the_model_is_one_that_qt_can_trust_folded_filtered_and_sorted(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    model = window.pages.today.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.fold("mindfulness", True)
    model.show_filtered(Filter("walk"))
    model.show_filtered(Filter(area="support"))
    model.show_filtered(Filter())
    model.unfold("mindfulness")
    workspace.journal.log_entry(sit, MONDAY)
    assert names(window) == AT_FIRST
    tester.deleteLater()


def test_the_bar_follows_the_theme(window: MainWindow) -> None:
    bar = search(window)
    light = bar.grab().toImage()
    window.set_theme(DARK)
    assert bar.grab().toImage() != light


def test_the_hand_shows_where_a_heading_can_be_clicked(window: MainWindow) -> None:
    table, model = window.pages.today.table, window.pages.today.model
    centre = table.visualRect(model.index(0, 0)).center()
    QTest.mouseMove(table.viewport(), QPoint(1, 1))
    assert table._cursor_at(centre) is Qt.CursorShape.PointingHandCursor
    model.show_filtered(Filter("read"))
    assert table._cursor_at(centre) is Qt.CursorShape.ArrowCursor


def test_every_area_can_be_offered(window: MainWindow) -> None:
    bar = search(window)
    bar.offer(AREAS)
    assert bar.areas.count() == len(AREAS) + 1


def test_a_folded_heading_speaks_of_one_habit_as_one(window: MainWindow) -> None:
    page = window.pages.today
    page.deeds.fold("movement", True)
    heading = page.model.index(3, 0)
    assert page.model.data(heading) == "Movement, 1 habit, 0 of 1 done, folded"
    page.show_day(MONDAY - timedelta(days=30))
    assert page.model.data(page.model.index(3, 0)) == "Movement, 1 habit, folded"


def test_ctrl_home_and_end_lead_to_the_first_and_last_habit(
    window: MainWindow, read: Habit
) -> None:
    focus(window, read, 2)
    press(window, Key.Key_End, held=Control)
    assert focused_name(window) == "Brisk walk"
    press(window, Key.Key_Home, held=Control)
    assert focused_name(window) == "Sit and breathe"
