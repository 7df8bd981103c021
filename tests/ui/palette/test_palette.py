"""The command palette: a few letters lead to every action, habit and page, and back again."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from selfcare_app.domain.entry import State
from selfcare_app.domain.habit import Habit
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.palette import palette as palette_module
from selfcare_app.ui.palette.palette import Palette
from selfcare_app.ui.theme import DARK
from tests.ui.steps import MONDAY, Control, Key, Shift, focus


def find(window: MainWindow, typed: str = "") -> Palette:
    """Open the palette from where the focus is, and type."""
    QTest.keyClick(window.focusWidget() or window, Key.Key_K, Control)
    found = window.overlays.open
    assert isinstance(found, Palette)
    QTest.keyClicks(found.field, typed)
    return found


def titles(palette: Palette) -> list[str]:
    return [offer.title for offer in palette.model.offers]


def current(palette: Palette) -> str:
    return palette.model.offers[palette.list.currentIndex().row()].spoken


def press(palette: Palette, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(palette.field, key)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    heard: list[str] = []
    monkeypatch.setattr(palette_module, "announce", lambda widget, text: heard.append(text))
    return heard


@pytest.mark.parametrize("page", ["today", "settings"])
def test_every_action_that_makes_sense_is_found_by_its_title(window: MainWindow, page: str) -> None:
    window.show_page(page)
    wanted = [each.text() for each in window.all_actions.offered()]
    wanted.remove("Find anything…")
    assert {"Undo", "Redo", "Add habit…", "Keys", "Show the first start again"} <= set(wanted)
    assert ("Note…" in wanted) == (page == "today" and window.pages.today.table.hasFocus())
    palette = find(window)
    for title in wanted:
        palette.field.selectAll()
        QTest.keyClicks(palette.field, title.rstrip("…"))
        assert title in titles(palette)


@pytest.mark.parametrize("page", ["Today", "Progress", "Settings"])
def test_every_page_is_found_and_shown(window: MainWindow, page: str) -> None:
    press(find(window, page.upper()), Key.Key_Return)
    assert window.overlays.open is None
    assert window.pages.current is getattr(window.pages, page.lower())
    assert [button.text() for button in window.rail.buttons if button.isChecked()] == [page]


def test_all_practices_and_check_ins_are_found(window: MainWindow, walk: Habit) -> None:
    for words, title in (("all practices", "All practices"), ("check-ins", "Check-ins")):
        press(find(window, words), Key.Key_Return)
        progress = window.pages.progress
        assert progress is not None
        assert window.pages.current is progress
        assert progress.header.title == title


def test_a_habit_is_found_and_has_the_focus(window: MainWindow, walk: Habit) -> None:
    window.show_page("settings")
    palette = find(window, "bri")
    assert current(palette) == "Brisk walk, Movement"
    press(palette, Key.Key_Enter)
    page = window.pages.today
    assert window.pages.current is page
    assert page.table.hasFocus()
    assert page.table.current_cell() == (page.model.row_of(walk.id), page.model.control_column)


def test_a_habit_s_progress_is_found(window: MainWindow, walk: Habit) -> None:
    palette = find(window, "brisk prog")
    assert [offer.spoken for offer in palette.model.offers] == ["Brisk walk, Progress · Movement"]
    press(palette, Key.Key_Return)
    assert window.pages.current is window.pages.progress


def test_two_habits_of_one_name_are_told_apart_by_their_area(
    workspace: Workspace, open_on: Callable[[], MainWindow]
) -> None:
    for area in ("support", "hobbies"):
        workspace.journal.add_habit(Habit("", "Read", date(2026, 11, 1), area=area))
    palette = find(open_on(), "read")
    assert {offer.beside for offer in palette.model.offers if offer.title == "Read"} == {
        "Support",
        "Hobbies",
        "Progress · Support",
        "Progress · Hobbies",
    }
    press(palette, Key.Key_Escape)


def test_an_action_acts_on_the_day_where_the_focus_was(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    focus(window, sit, 2)
    palette = find(window, "rest")
    assert current(palette) == "Rest, Sit and breathe · Sat 21 Nov, R"
    press(palette, Key.Key_Return)
    assert workspace.records.entry(sit.id, MONDAY - timedelta(days=2)).state is State.REST
    assert window.pages.today.table.hasFocus()


def test_what_makes_no_sense_just_now_is_not_offered(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.rest(sit, MONDAY)
    focus(window, sit, 0)
    palette = find(window)
    assert not {"Rest", "Amount…", "A little more", "Day after"} & set(titles(palette))
    assert {"Done", "Clear", "Day before"} <= set(titles(palette))


def test_undo_says_what_it_would_take_back(
    window: MainWindow, workspace: Workspace, sit: Habit
) -> None:
    workspace.journal.log_entry(sit, MONDAY)
    palette = find(window, "undo")
    assert current(palette) == "Undo, “Sit and breathe” logged · Monday 23 November, Ctrl+Z"
    press(palette, Key.Key_Return)
    assert workspace.records.entry(sit.id, MONDAY).empty
    assert current(find(window, "redo")).startswith("Redo, “Sit and breathe” logged")


def test_arrows_and_page_keys_go_through_what_was_found(window: MainWindow) -> None:
    palette = find(window)
    last = len(palette.model.offers) - 1
    page = palette.list.rows_on_screen()
    assert last > page > 1
    places = []
    for key in (
        Key.Key_Up,
        Key.Key_Down,
        Key.Key_Down,
        Key.Key_Up,
        Key.Key_PageDown,
        Key.Key_PageUp,
        Key.Key_End,
        Key.Key_Down,
        Key.Key_Home,
    ):
        press(palette, key)
        places.append(palette.list.currentIndex().row())
        seen = palette.list.visualRect(palette.list.currentIndex())
        assert palette.list.viewport().rect().contains(seen)
        assert palette.field.hasFocus()
    assert places == [0, 1, 2, 1, 1 + page, 1, last, last, 0]


def test_typing_begins_anew_with_the_best(window: MainWindow) -> None:
    palette = find(window)
    press(palette, Key.Key_Down, Key.Key_Down)
    QTest.keyClicks(palette.field, "sit")
    assert palette.list.currentIndex().row() == 0


@pytest.mark.parametrize("close", [(Key.Key_Escape, None), (Key.Key_K, Control)])
def test_it_closes_and_the_focus_goes_back(
    window: MainWindow, close: tuple[Qt.Key, Qt.KeyboardModifier | None]
) -> None:
    note = window.pages.today.check_in.note
    note.setFocus()
    QTest.keyClicks(note, "Tea on the balcony")
    QTest.keyClick(note, Key.Key_Home)
    palette = find(window, "qu")
    key, modifier = close
    QTest.keyClick(palette.field, key, modifier or Qt.KeyboardModifier.NoModifier)
    assert window.overlays.open is None
    assert not palette.isVisible()
    assert note.hasFocus()
    assert (note.text(), note.cursorPosition()) == ("Tea on the balcony", 0)


def test_an_amount_that_is_being_typed_is_kept(
    window: MainWindow, workspace: Workspace, walk: Habit
) -> None:
    table = window.pages.today.table
    focus(window, walk, 0)
    QTest.keyClicks(table, "7")
    field = table.findChild(QLineEdit)
    assert field is not None
    palette = find(window)
    assert workspace.records.entry(walk.id, MONDAY).value == 7
    QApplication.processEvents()
    press(palette, Key.Key_Escape)
    assert table.hasFocus()


def test_a_click_beside_it_closes_it_and_one_on_it_does_not(
    window: MainWindow, workspace: Workspace
) -> None:
    before = workspace.journal.history.next_undo
    palette = find(window, "zzz")
    QTest.mouseClick(palette.nothing, Qt.MouseButton.LeftButton)
    QTest.mouseClick(palette.card, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert window.overlays.open is palette
    beside = palette.card.geometry().bottomLeft() + QPoint(60, 40)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=beside)
    assert window.overlays.open is None
    assert workspace.journal.history.next_undo is before


def test_a_click_on_a_line_does_it(window: MainWindow) -> None:
    palette = find(window, "settings")
    rect = palette.list.visualRect(palette.model.index(0, 0))
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.pages.current is window.pages.settings


def test_where_nothing_is_found_it_says_so(window: MainWindow, said: list[str]) -> None:
    palette = find(window, "zzz")
    assert palette.nothing.isVisible()
    assert not palette.list.isVisible()
    assert said[-1] == "Nothing here goes by that name. Fewer letters may find it."
    press(palette, Key.Key_Return, Key.Key_Down, Key.Key_PageUp)
    assert window.overlays.open is palette
    press(palette, *[Key.Key_Backspace] * 3)
    assert palette.list.isVisible()
    assert not palette.nothing.isVisible()


def test_a_screen_reader_hears_each_line_that_is_come_to(
    window: MainWindow, said: list[str], sit: Habit
) -> None:
    palette = find(window)
    assert said == ["Today, Pages, Ctrl+1"]
    press(palette, Key.Key_Down)
    assert said[-1] == "Progress, Pages, Ctrl+2"
    QTest.keyClicks(palette.field, "sit")
    assert said[-1] == "Sit and breathe, Mindfulness"
    index = palette.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said[-1]
    assert palette.accessibleName()
    assert palette.field.accessibleName()
    assert palette.list.accessibleName()


def test_signs_are_typed_and_tab_stays(window: MainWindow) -> None:
    palette = find(window, "r?n")
    assert palette.field.text() == "r?n"
    assert window.overlays.open is palette
    for key, modifier in ((Key.Key_Tab, Qt.KeyboardModifier.NoModifier), (Key.Key_Backtab, Shift)):
        QTest.keyClick(palette.field, key, modifier)
        assert palette.field.hasFocus()


def test_undo_in_the_field_is_about_what_was_typed(
    window: MainWindow, workspace: Workspace
) -> None:
    before = workspace.journal.history.next_undo
    palette = find(window, "walk")
    QTest.keyClick(palette.field, Key.Key_Z, Control)
    assert palette.field.text() == ""
    assert len(palette.model.offers) > 9
    assert workspace.journal.history.next_undo is before


@pytest.mark.parametrize("size", [(640, 480), (900, 600), (1180, 760), (1920, 1080)])
def test_it_fits_into_the_window_at_any_size(window: MainWindow, size: tuple[int, int]) -> None:
    palette = find(window)
    window.resize(*size)
    assert palette.geometry() == window.rect()
    assert window.rect().contains(palette.card.geometry())


def test_it_goes_where_the_colours_change(window: MainWindow) -> None:
    palette = find(window)
    colours = window.palette()
    colours.setColor(colours.ColorRole.Window, Qt.GlobalColor.black)
    window.setPalette(colours)
    assert window.overlays.open is None
    assert not palette.isVisible()


def test_the_list_keeps_qt_s_rules_while_one_types(window: MainWindow) -> None:
    palette = find(window)
    QAbstractItemModelTester(palette.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QTest.keyClicks(palette.field, "walkzz")
    press(palette, *[Key.Key_Backspace] * 4)


def test_names_of_any_length_and_area_are_painted(
    workspace: Workspace, open_on: Callable[[], MainWindow]
) -> None:
    workspace.journal.add_habit(Habit("", "W" * 200, date(2026, 11, 1), area="support"))
    workspace.journal.add_habit(Habit("", "🧘", date(2026, 11, 1)))
    window = open_on()
    pictures = []
    for theme in (window._theme, DARK):
        window.set_theme(theme)
        palette = find(window, "w")
        picture: QWidget = palette.card
        pictures.append(picture.grab().toImage())
        press(palette, Key.Key_Escape)
    assert pictures[0] != pictures[1]
