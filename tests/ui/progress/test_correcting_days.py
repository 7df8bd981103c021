"""Correcting a day in the calendar of the year: what is said there goes through the journal."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from selfcare_app.domain.entry import State
from selfcare_app.ui.progress.questions.strength import StrengthCard
from selfcare_app.ui.progress.questions.totals import TotalsCard
from selfcare_app.ui.progress.questions.year import YearCard
from tests.ui.charts.conftest import TODAY, days_ago

DONE, NOT_DONE, REST, NOTHING = range(4)


@pytest.fixture
def editor_on(qtbot, page, picture):
    """Opens the editor of a day by a click on its cell."""

    def opened(day: date):
        year = picture(YearCard)
        page.subject.area.ensureWidgetVisible(page.subject.board.card(YearCard))
        centre = year.place_of(day).center().toPoint()
        qtbot.mouseClick(year.viewport(), Qt.MouseButton.LeftButton, pos=centre)
        editor = page.deeds.day_editor
        assert editor.isVisible()
        return editor

    return opened


@pytest.mark.parametrize(
    ("button", "state", "look"),
    [
        (DONE, State.DONE, "DONE"),
        (NOT_DONE, State.NOT_DONE, "OPEN"),
        (REST, State.REST, "REST"),
    ],
)
def test_a_click_on_a_day_corrects_it_at_once_and_can_be_undone(
    qtbot, show, picture, editor_on, workspace, make_habit, button, state, look
):
    habit = make_habit(letters="KKOKK")
    show()
    editor = editor_on(days_ago(2))
    qtbot.mouseClick(editor.states.button(button), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.save_button, Qt.MouseButton.LeftButton)
    assert workspace.records.entry(habit.id, days_ago(2)).state is state
    assert picture(YearCard).look_on(days_ago(2)) == look
    workspace.journal.undo()
    assert workspace.records.entry(habit.id, days_ago(2)).empty
    assert picture(YearCard).look_on(days_ago(2)) == "OPEN"


def test_enter_opens_the_day_and_enter_saves_an_amount(
    qtbot, show, page, picture, workspace, make_habit
):
    habit = make_habit(amounts=(20.0, 5.0, 20.0), target=20)
    show()
    year = picture(YearCard)
    year.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: year.day == TODAY)
    qtbot.keyClick(year, Qt.Key.Key_Up)
    qtbot.keyClick(year, Qt.Key.Key_Return)
    editor = page.deeds.day_editor
    assert editor.heading.text() == "Sunday 22 November"
    assert editor.amount.text() == "5"
    editor.amount.selectAll()
    qtbot.keyClicks(editor.amount, "45")
    qtbot.keyClick(editor.amount, Qt.Key.Key_Return)
    assert workspace.records.entry(habit.id, days_ago(1)).value == 45
    assert picture(YearCard).look_on(days_ago(1)) == "MORE"
    assert picture(TotalsCard).bars.bar(0).value == 65


def test_a_note_alone_is_one_change_that_leaves_the_day_as_it_was(
    qtbot, show, editor_on, workspace, make_habit
):
    habit = make_habit(letters="KKK")
    show()
    editor = editor_on(days_ago(1))
    editor.note.setPlainText("Windy\nand wet")
    editor.save()
    entry = workspace.records.entry(habit.id, days_ago(1))
    assert (entry.state, entry.note) == (State.DONE, "Windy\nand wet")
    workspace.journal.undo()
    assert workspace.records.entry(habit.id, days_ago(1)).note == ""


def test_state_and_note_are_one_change(show, editor_on, workspace, make_habit):
    habit = make_habit(letters="KKK")
    workspace.journal.set_note(habit, days_ago(1), "Old")
    show()
    editor = editor_on(days_ago(1))
    editor.states.button(NOTHING).setChecked(True)
    editor.note.setPlainText("")
    editor.save()
    assert workspace.records.entry(habit.id, days_ago(1)).empty
    workspace.journal.undo()
    entry = workspace.records.entry(habit.id, days_ago(1))
    assert (entry.state, entry.note) == (State.DONE, "Old")


def test_nothing_changed_is_no_change(show, editor_on, workspace, make_habit):
    make_habit(amounts=(20.0, 20.0), target=20)
    before = workspace.journal.history.next_undo
    show()
    editor = editor_on(days_ago(1))
    editor.save()
    assert workspace.journal.history.next_undo is before


def test_an_amount_that_is_none_is_told_in_place(qtbot, show, editor_on, workspace, make_habit):
    habit = make_habit(amounts=(20.0, 20.0), target=20)
    show()
    editor = editor_on(days_ago(1))
    editor.amount.setText("many")
    editor.save()
    assert editor.isVisible()
    assert "“many” is not a number" in editor.sentence.text()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert workspace.records.entry(habit.id, days_ago(1)).value == 20


def test_typing_an_amount_says_that_it_was_done(qtbot, show, editor_on, make_habit):
    make_habit(amounts=(None, None), target=20)
    show()
    editor = editor_on(days_ago(1))
    assert editor.states.checkedId() == NOTHING
    assert not editor.amount.isEnabled()
    editor.states.button(DONE).setChecked(True)
    assert editor.amount.isEnabled()
    assert editor.amount.text() == "20"
    editor.close()


def test_a_yes_no_habit_is_asked_for_no_amount(show, editor_on, make_habit):
    make_habit(letters="KK")
    show()
    editor = editor_on(days_ago(1))
    assert not editor.amount.isVisible()
    editor.close()


def test_any_year_can_be_looked_at_and_corrected(
    qtbot, show, page, picture, editor_on, workspace, make_habit
):
    habit = make_habit(letters="K" * 30 + "O" * 900 + "K" * 10)
    show()
    picture(YearCard)
    card = page.subject.board.card(YearCard)
    titles = [card.years.itemText(number) for number in range(card.years.count())]
    assert titles == ["Last 12 months", "2026", "2025", "2024"]
    assert not card.later.isEnabled()
    for _ in range(3):
        qtbot.mouseClick(card.earlier, Qt.MouseButton.LeftButton)
    assert card.year == 2024
    assert not card.earlier.isEnabled()
    grid = picture(YearCard).layout_of_days.grid
    assert (grid.days.start, grid.last) == (
        date(2024, 1, 1).toordinal(),
        date(2024, 12, 31).toordinal(),
    )
    assert picture(YearCard).look_on(date(2025, 1, 1)) == ""
    card.show_year(2025)
    assert card.answer.startswith("Nothing was logged in 2025.")
    editor = editor_on(date(2025, 6, 3))
    editor.states.button(DONE).setChecked(True)
    editor.save()
    assert workspace.records.entry(habit.id, date(2025, 6, 3)).state is State.DONE
    assert card.answer.startswith("In 2025: done on 1 day.")
    assert card.year == 2025


def test_another_habit_begins_with_its_last_year(show, page, picture, make_habit):
    make_habit("Sit", "K" * 800)
    other = make_habit("Call", "K", area="support")
    show()
    picture(YearCard)
    card = page.subject.board.card(YearCard)
    card.show_year(2025)
    page.show_habit(other.id)
    assert card.year is None
    assert picture(YearCard).year is None


def test_a_change_is_drawn_in_view_and_elsewhere_when_it_comes_into_view(
    qtbot, show, page, picture, workspace, make_habit
):
    habit = make_habit(amounts=(20.0,) * 40, target=20)
    page.resize(900, 480)
    show()
    strength, year = page.subject.board.card(StrengthCard), page.subject.board.card(YearCard)
    assert year.picture is None, "it was never in view"
    before = strength.picture.state.heights[-1]
    drawn = picture(YearCard)
    page.subject.area.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: page.ready)
    workspace.journal.log_entry(habit, days_ago(3), 0.0)
    assert strength.picture.state.heights[-1] < before
    assert year.stale
    assert drawn.look_on(days_ago(3)) == "DONE"
    assert picture(YearCard).look_on(days_ago(3)) == "OPEN"
