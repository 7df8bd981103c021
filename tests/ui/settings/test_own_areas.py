"""Practice areas of one's own: added, shaped and deleted on the Settings page, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from selfcare_app.domain.area import AREAS, COLOURS, LONGEST_TITLE, Area
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.value import replace
from selfcare_app.services.settings import DECLARATIONS, TEXT_SIZE, THEME
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.editor.area_row import AreaForm, AreaRow, MoveQuestion
from selfcare_app.ui.editor.areas import AreasWidget
from selfcare_app.ui.main_window import MainWindow
from selfcare_app.ui.settings.page import SettingsPage
from selfcare_app.ui.theme import DARK

Key = Qt.Key


@pytest.fixture
def areas(page: SettingsPage) -> AreasWidget:
    return page.areas


@pytest.fixture
def garden(areas: AreasWidget, workspace: Workspace) -> Area:
    return workspace.journal.add_area(Area("", "Garden", colour="moss"))


def own(workspace: Workspace) -> list[tuple[str, str | None]]:
    return [(area.title, area.colour) for area in workspace.records.areas() if area.own]


def titles(areas: AreasWidget) -> list[str]:
    return [row.title.text() for row in areas.rows.values()]


def type_and_save(form: AreaForm, title: str, colour: str | None = None) -> None:
    QTest.keyClicks(form.new.title, title)
    if colour is not None:
        form.new.colour.choose(colour)
    QTest.keyClick(form.new.title, Key.Key_Return)


def row_of(areas: AreasWidget, area: Area) -> AreaRow:
    return areas.rows[area.key]


def open_form(place: AreasWidget | AreaRow) -> AreaForm:
    """Open the form for a new area, or the one of a row."""
    (place.add if isinstance(place, AreasWidget) else place.edit).click()
    assert place.form is not None
    return place.form


def ask(row: AreaRow) -> MoveQuestion:
    """Ask for the deletion of an area that has habits."""
    row.delete.click()
    assert row.question is not None
    return row.question


def test_an_area_is_added_with_title_and_colour(areas: AreasWidget, workspace: Workspace) -> None:
    form = open_form(areas)
    assert form.new.title.hasFocus()
    type_and_save(form, "  The  garden ", "rose")
    assert own(workspace) == [("The garden", "rose")]
    assert titles(areas) == ["The garden"]
    assert areas.form is None
    assert areas.add.hasFocus()


def test_a_new_area_is_offered_a_colour_that_no_other_has(areas: AreasWidget) -> None:
    for number in range(len(COLOURS)):
        type_and_save(open_form(areas), f"Area {number}")
    colours = [row._area.colour for row in areas.rows.values()]
    assert colours == list(COLOURS)
    assert open_form(areas).new.colour.value() == COLOURS[0]


def test_an_area_without_a_title_is_refused_in_words_beside_it(
    areas: AreasWidget, workspace: Workspace
) -> None:
    form = open_form(areas)
    form.save.click()
    assert form.problem.isVisible()
    assert "needs a name" in form.problem.text()
    assert form.new.title.accessibleDescription() == form.problem.text()
    assert form.new.title.hasFocus()
    assert own(workspace) == []
    QTest.keyClicks(form.new.title, "Sleep")
    assert not form.problem.isVisible()


def test_a_title_that_is_too_long_stays_to_be_shortened(
    areas: AreasWidget, workspace: Workspace
) -> None:
    form = open_form(areas)
    form.new.title.setText("a" * (LONGEST_TITLE + 1))
    form.save.click()
    assert str(LONGEST_TITLE) in form.problem.text()
    assert len(form.new.title.text()) == LONGEST_TITLE + 1
    QTest.keyClick(form.new.title, Key.Key_End)
    QTest.keyClick(form.new.title, Key.Key_Backspace)
    form.save.click()
    assert len(own(workspace)) == 1


@pytest.mark.parametrize("by_key", [True, False])
def test_a_form_that_is_left_keeps_nothing(
    areas: AreasWidget, workspace: Workspace, by_key: bool
) -> None:
    form = open_form(areas)
    QTest.keyClicks(form.new.title, "Sleep")
    if by_key:
        QTest.keyClick(form.new.title, Key.Key_Escape)
    else:
        form.cancel.click()
    assert areas.form is None
    assert areas.add.hasFocus()
    assert own(workspace) == []
    assert open_form(areas).new.title.text() == ""


def test_an_area_takes_another_title_and_colour(
    areas: AreasWidget, workspace: Workspace, garden: Area
) -> None:
    row = row_of(areas, garden)
    # What is there is selected, so that typing replaces it.
    type_and_save(open_form(row), "Roof", "azure")
    assert own(workspace) == [("Roof", "azure")]
    assert titles(areas) == ["Roof"]
    assert workspace.records.area(garden.key).position == garden.position
    assert row.edit.hasFocus()


def test_a_renaming_is_taken_back(
    window: MainWindow, areas: AreasWidget, garden: Area, workspace: Workspace
) -> None:
    type_and_save(open_form(row_of(areas, garden)), "Roof")
    window.taking_back.undo()
    assert titles(areas) == ["Garden"]
    window.taking_back.undo()
    assert titles(areas) == []
    window.taking_back.redo()
    assert titles(areas) == ["Garden"]


def test_an_area_without_habits_is_deleted_at_once(
    areas: AreasWidget, workspace: Workspace, garden: Area
) -> None:
    row_of(areas, garden).delete.click()
    assert workspace.records.areas() == list(AREAS)
    assert titles(areas) == []


def test_the_focus_is_not_lost_with_a_deleted_area(areas: AreasWidget, garden: Area) -> None:
    button = row_of(areas, garden).delete
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    assert areas.add.hasFocus()


def test_a_deletion_asks_first_where_the_habits_go(
    window: MainWindow, areas: AreasWidget, workspace: Workspace, garden: Area, sit: Habit
) -> None:
    workspace.journal.edit_habit(replace(sit, area=garden.key, archived=True))
    question = ask(row_of(areas, garden))
    assert question.isVisible() and question.choice.hasFocus()
    offered = [question.choice.itemData(index) for index in range(question.choice.count())]
    assert offered == [area.key for area in AREAS]
    question.choice.setCurrentIndex(offered.index("support"))
    question.delete.click()
    moved = workspace.records.habit(sit.id)
    assert moved is not None and moved.area == "support"
    assert titles(areas) == []
    window.taking_back.undo()
    back = workspace.records.habit(sit.id)
    assert back is not None and back.area == garden.key
    assert titles(areas) == ["Garden"]


@pytest.mark.parametrize("by_key", [True, False])
def test_a_deletion_can_be_left_alone(
    areas: AreasWidget, workspace: Workspace, garden: Area, sit: Habit, by_key: bool
) -> None:
    workspace.journal.edit_habit(replace(sit, area=garden.key))
    row = row_of(areas, garden)
    question = ask(row)
    assert ask(row) is question
    if by_key:
        QTest.keyClick(question.choice, Key.Key_Escape)
    else:
        question.cancel.click()
    assert row.question is None
    assert row.delete.hasFocus()
    assert titles(areas) == ["Garden"]


def test_the_question_goes_where_there_are_no_habits_left_to_move(
    areas: AreasWidget, workspace: Workspace, garden: Area, sit: Habit
) -> None:
    workspace.journal.edit_habit(replace(sit, area=garden.key))
    row = row_of(areas, garden)
    ask(row)
    workspace.journal.edit_habit(replace(sit, area=garden.key, name="Sit still"))
    assert row.question is not None
    workspace.journal.edit_habit(sit)
    assert row.question is None


def test_rows_tell_how_many_habits_they_have(
    areas: AreasWidget, workspace: Workspace, garden: Area, sit: Habit, paint: Habit
) -> None:
    row = row_of(areas, garden)
    assert row.count.text() == ""
    workspace.journal.edit_habit(replace(sit, area=garden.key))
    assert row.count.text() == "1 habit"
    workspace.journal.edit_habit(replace(paint, area=garden.key))
    assert row.count.text() == "2 habits"
    assert row.delete.accessibleDescription() == "2 habits"


def test_what_is_being_typed_stays_while_something_else_changes(
    areas: AreasWidget, workspace: Workspace, garden: Area
) -> None:
    row = row_of(areas, garden)
    form = open_form(row)
    QTest.keyClicks(form.new.title, "Ro")
    workspace.journal.add_area(Area("", "Attic", colour="slate"))
    assert row_of(areas, garden) is row
    assert row.form is form and form.new.title.text() == "Ro"
    assert titles(areas) == ["Garden", "Attic"]


def test_an_area_brought_back_stands_where_it_stood(
    window: MainWindow, areas: AreasWidget, workspace: Workspace, garden: Area
) -> None:
    workspace.journal.add_area(Area("", "Attic", colour="slate"))
    row_of(areas, garden).delete.click()
    window.taking_back.undo()
    assert titles(areas) == ["Garden", "Attic"]
    QApplication.processEvents()
    tops = [row.y() for row in areas.rows.values()]
    assert tops == sorted(tops)


def test_everything_is_reached_by_the_tab_key_in_order(
    window: MainWindow,
    page: SettingsPage,
    areas: AreasWidget,
    workspace: Workspace,
    garden: Area,
) -> None:
    attic = workspace.journal.add_area(Area("", "Attic", colour="slate"))
    first, second = row_of(areas, garden), row_of(areas, attic)
    form = open_form(second)
    last = page.rows[DECLARATIONS[-1].key].control
    chosen = next(button for button in form.new.colour.buttons if button.isChecked())
    wanted: list[QWidget] = [last, first.edit, first.delete, second.edit, second.delete]
    wanted += [form.new.title, chosen, form.save, form.cancel, areas.add]
    wanted += [page.pauses.add, page.data_folder.path]
    QApplication.processEvents()
    last.setFocus()
    for control in wanted:
        assert window.focusWidget() is control
        QTest.keyClick(control, Key.Key_Tab)


def test_every_control_says_what_it_is_for(
    areas: AreasWidget, workspace: Workspace, garden: Area, sit: Habit
) -> None:
    workspace.journal.edit_habit(replace(sit, area=garden.key))
    row = row_of(areas, garden)
    open_form(row)
    question = ask(row)
    assert row.edit.accessibleName() == "Edit “Garden”"
    assert row.delete.accessibleName() == "Delete “Garden”"
    for button in areas.findChildren(QPushButton):
        assert button.accessibleName() or button.text()
    assert "Garden" in question.choice.accessibleName()


def test_targets_are_large_enough(areas: AreasWidget, garden: Area) -> None:
    row = row_of(areas, garden)
    form = open_form(row)
    QApplication.processEvents()
    for button in (row.edit, row.delete, areas.add, *form.new.colour.buttons):
        assert min(button.width(), button.height()) >= 24


def test_what_cannot_be_kept_is_said_and_stays_typed(
    areas: AreasWidget, page: SettingsPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(area: Area) -> Area:
        raise KnownError("The disk is full.")

    said: list[str] = []
    page.problem.connect(said.append)
    monkeypatch.setattr(workspace.journal, "add_area", refuse)
    form = open_form(areas)
    type_and_save(form, "Sleep")
    assert said == ["The disk is full."]
    assert areas.form is form and form.new.title.text() == "Sleep"


def test_colours_follow_the_theme(
    window: MainWindow, areas: AreasWidget, workspace: Workspace, garden: Area
) -> None:
    row = row_of(areas, garden)
    forms = open_form(row), open_form(areas)
    workspace.settings.set(THEME, "dark")
    assert all(form.new.colour.theme.dark for form in forms)
    picture = row._picture.pixmap().toImage()
    inks = {
        QColor(picture.pixel(x, y)).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert DARK.colours["moss"].lower() in inks


def test_larger_text_makes_larger_pictures(
    areas: AreasWidget, workspace: Workspace, garden: Area
) -> None:
    row = row_of(areas, garden)
    buttons = [form.new.colour.buttons[0] for form in (open_form(row), open_form(areas))]
    QApplication.processEvents()
    before = buttons[0].height()
    workspace.settings.set(TEXT_SIZE, 200)
    QApplication.processEvents()
    assert all(button.height() > before for button in buttons)
    assert row.title.font().pointSizeF() == QFont(QApplication.font()).pointSizeF()
