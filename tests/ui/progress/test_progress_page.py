"""What the Progress page promises."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from selfcare_app.domain.schedule import TimesInDays, TimesPerWeek, Weekdays
from selfcare_app.services.settings import STREAKS_SHOWN
from selfcare_app.ui.charts.span import Span
from selfcare_app.ui.theme import DARK
from tests.ui.charts.conftest import TODAY, days_ago


def table_rows(page):
    model = page.table_model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_it_names_the_habit_its_schedule_and_cue(show, make_habit):
    make_habit("Walk", "K", schedule=Weekdays(frozenset({1, 4})), cue="After supper")
    page = show()
    assert page.header.title == "Walk"
    assert page.header.plan == "Mondays and Thursdays · After supper"


def test_without_a_habit_there_is_one_sentence_and_one_button(qtbot, show):
    page = show()
    with qtbot.waitSignal(page.add_wanted):
        qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert page.empty.isVisible()
    assert page.empty.sentence.text() == "No habits yet. Choose one small thing."


def test_the_first_habit_makes_the_empty_page_go(show, page, make_habit):
    page.show()
    make_habit("Walk", "K")
    show()
    assert not page.empty.isVisible()
    assert page.header.title == "Walk"


def test_a_habit_without_entries_is_spoken_of_kindly(show, make_habit):
    make_habit()
    page = show()
    assert page.header.answer.text() == "Nothing logged yet. With the first entry its line begins."
    assert not page.board.strength.state.days
    assert page.board.streaks.bars == []


def test_the_list_goes_by_area_and_tells_the_headline(show, make_habit):
    make_habit("Call", "KKNK", area="support")
    make_habit("Sit", "KNK", area="mindfulness")
    page = show()
    model = page.model
    rows = [model.index(row).data() for row in range(model.rowCount())]
    assert rows == ["Mindfulness", "Sit", "Support", "Call"]
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Sit, 2 of 3 days"


def test_arrow_keys_in_the_list_go_to_the_next_habit_and_skip_headings(qtbot, show, make_habit):
    make_habit("Sit", "K", area="mindfulness")
    make_habit("Call", "K", area="support")
    page = show()
    assert page.header.title == "Sit"
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Down)
    assert page.header.title == "Call"
    assert page.board.year.look_on(TODAY) == "DONE"


def test_a_habit_can_be_shown_from_elsewhere(show, page, make_habit):
    make_habit("Sit", "K")
    call = make_habit("Call", "K", area="support")
    page.show_habit(call.id)
    page.show_habit("no such habit")
    show()
    assert page.header.title == "Call"
    assert page.pane.list.currentIndex().data() == "Call"


def test_the_ranges_change_the_line_and_the_sentence(qtbot, show, make_habit):
    make_habit(letters="K" * 100)
    page = show()
    assert page.header.answer.text() == "Kept on 91 of 91 planned days since 25 August."
    assert len(page.board.strength.state.days) == Span.THREE_MONTHS
    first = page.header.spans.buttons[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert page.header.answer.text() == "Kept on 28 of 28 planned days since 27 October."
    assert len(page.board.strength.state.days) == Span.FOUR_WEEKS


def test_the_ranges_are_chosen_with_the_arrow_keys(qtbot, show, make_habit):
    make_habit(letters="K" * 100)
    page = show()
    buttons = page.header.spans.buttons
    buttons[1].setFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Right)
    assert [button.isChecked() for button in buttons] == [False, False, True, False]
    assert len(page.board.strength.state.days) == 100


def test_the_table_holds_the_same_days_as_the_charts(show, workspace, make_habit):
    habit = make_habit(amounts=(10, 20, None, 45), target=20)
    workspace.journal.set_note(habit, days_ago(3), "Windy")
    page = show()
    page.show_as_table(True)
    assert page.table.isVisible()
    rows = table_rows(page)
    assert [row[1:3] for row in rows] == [
        ["done", "45 min"],
        ["open", ""],
        ["done", "20 min"],
        ["partly done", "10 min"],
    ]
    assert rows[0][0] == "Monday 23 November"
    assert rows[-1][-1] == "Windy"
    state = page.board.strength.state
    assert [row[3] for row in rows] == [str(round(height)) for height in reversed(state.heights)]
    assert [page.table_model.day_in(row).toordinal() for row in range(4)] == [*reversed(state.days)]


def test_covered_days_are_told_apart_in_the_table(show, make_habit):
    make_habit(letters="KOOKO", schedule=TimesInDays(1, 3))
    page = show()
    page.show_as_table(True)
    assert [row[1] for row in table_rows(page)] == ["done", "covered", "covered", "done"]
    assert page.board.year.look_on(TODAY) == "COVERED"


def test_the_table_is_copied_with_its_titles(qtbot, show, make_habit):
    make_habit(letters="KK")
    page = show()
    page.show_as_table(True)
    page.table.selectRow(1)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles, row = QGuiApplication.clipboard().text().split("\n")
    assert titles.split("\t") == ["Day", "State", "Strength", "Note"]
    assert row.split("\t")[:2] == ["Sunday 22 November", "done"]


def test_the_button_goes_to_the_table_and_back(qtbot, show, make_habit):
    make_habit(letters="K")
    page = show()
    button = page.header.table_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert button.accessibleName() == "Show as charts"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.board.isVisible()
    assert button.accessibleName() == "Show as table"


def test_what_is_logged_today_is_seen_at_once(show, workspace, make_habit):
    habit = make_habit(letters="KKO")
    page = show()
    before = page.board.strength.state
    assert page.board.year.look_on(TODAY) == "STILL_OPEN"
    workspace.journal.log_entry(habit, TODAY)
    after = page.board.strength.state
    assert page.board.year.look_on(TODAY) == "DONE"
    assert (len(after.days), after.heights[:-1]) == (len(before.days) + 1, before.heights)
    assert page.header.answer.text() == "Kept on 3 of 3 planned days since 21 November."
    assert page.board.streaks.bars[0].words() == "3 days, 21 Nov – today, now"
    workspace.journal.undo()
    assert page.board.year.look_on(TODAY) == "STILL_OPEN"


def test_changes_while_it_is_hidden_are_there_when_it_is_shown(show, workspace, make_habit):
    habit = make_habit(letters="KKO")
    page = show()
    page.hide()
    workspace.journal.log_entry(habit, TODAY)
    other = make_habit("Call", "K", area="support")
    page.show()
    assert page.board.year.look_on(TODAY) == "DONE"
    assert page.model.row_of(other.id) is not None


def test_a_page_hidden_while_its_charts_are_made_comes_to_rest(qtbot, page, make_habit):
    make_habit(letters="KK")
    page.show()
    page.hide()
    page.loader.loaded.emit()
    page.show()
    page.hide()
    qtbot.waitUntil(lambda: page.ready)
    page.show()
    assert page.board.year.look_on(TODAY) == "DONE"
    assert page.board.isVisible()


def test_another_habit_changes_its_line_in_the_list_alone(qtbot, show, workspace, make_habit):
    make_habit("Sit", "KK")
    call = make_habit("Call", "KO", area="support")
    page = show()
    with qtbot.waitSignal(page.model.dataChanged) as changed:
        workspace.journal.log_entry(call, TODAY)
    row = page.model.row_of(call.id)
    assert (changed.args[0].row(), changed.args[1].row()) == (row, row)
    assert page.header.title == "Sit"


def test_the_dark_theme_reaches_every_part(show, page, icons, make_habit):
    make_habit(letters="KK")
    show()
    page.set_theme(DARK, icons)
    image = page.board.year.grab().toImage()
    assert image.pixelColor(image.width() - 1, image.height() - 1) == QColor(DARK.surface)
    assert not page.grab().isNull()


def test_streaks_can_be_hidden(show, workspace, make_habit):
    make_habit(letters="KK")
    page = show()
    assert page.board.streaks.isVisible()
    workspace.settings.set(STREAKS_SHOWN, False)
    assert not page.board.streaks.isVisible()


def test_a_narrow_page_has_a_combo_box_for_its_list(qtbot, show, make_habit):
    make_habit("Sit", "K")
    call = make_habit("Call", "K", area="support")
    page = show()
    assert page.pane.isVisible()
    page.resize(836, 600)
    qtbot.waitUntil(lambda: not page.pane.isVisible())
    combo = page.header.combo
    assert combo.isVisible()
    assert combo.currentText() == "Sit"
    row = page.model.row_of(call.id)
    combo.setCurrentIndex(row)
    combo.activated.emit(row)
    assert page.header.title == "Call"


@pytest.mark.parametrize("size", [(836, 600), (1092, 760), (1512, 1000)])
def test_nothing_sticks_out_of_the_page_at_any_size(qtbot, show, make_habit, size):
    make_habit(letters="K" * 30)
    page = show()
    page.resize(*size)
    qtbot.waitUntil(lambda: page.width() == size[0])
    page.grab()
    for part in (page.header, page.board.strength, page.board.year, page.board.legend):
        right = part.mapTo(page, part.rect().topRight()).x()
        assert right < page.width()
    width, height = page.board.year.layout_of_days.size
    assert width <= page.board.year.width()
    assert height <= page.board.year.height()


def test_charts_tell_a_screen_reader_their_answer(show, make_habit):
    make_habit(letters="KKK")
    page = show()
    assert page.board.strength.accessibleName() == "Strength"
    heights = page.board.strength.state.heights
    expected = f"Strength {round(heights[-1])} of 100; between {round(heights[0])}"
    assert page.board.strength.accessibleDescription().startswith(expected)
    assert page.board.year.accessibleName() == "The year"
    assert page.header.answer.text() in page.board.year.accessibleDescription()


def test_the_label_of_a_day_tells_state_amount_and_note(qtbot, show, workspace, make_habit):
    habit = make_habit(amounts=(10, 20), target=20)
    workspace.journal.set_note(habit, days_ago(1), "Rain,\nthen sun")
    page = show()
    year = page.board.year
    year.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: year.day == TODAY)
    assert year.label == "Mon 23 Nov · done, 20 of 20 min"
    qtbot.keyClick(year, Qt.Key.Key_Up)
    assert year.label == "Sun 22 Nov · partly done, 10 of 20 min · Rain, then sun"
    qtbot.keyClick(year, Qt.Key.Key_Up)
    assert year.label == "Sat 21 Nov · not planned"


def test_where_charts_cannot_be_drawn_the_table_still_can(qtbot, page, make_habit):
    make_habit(letters="KK")
    page.loader.failed.emit()
    page.show_as_table(True)
    page.show()
    assert "Show as table" in page.waiting_words
    assert page.table_model.rowCount() == 2


def test_a_wait_is_explained_only_after_a_while(page, make_habit):
    make_habit(letters="KK")
    page.show()
    assert page.waiting_words == ""


def test_a_weekly_habit_counts_weeks(show, make_habit):
    # The week of today has only begun; the two before it were reached, the first one was not.
    make_habit(letters="KOOOOOO" + "KKOOOOO" + "KOOKOOO" + "O", schedule=TimesPerWeek(2))
    page = show()
    assert page.header.answer.text() == "Reached in 2 of 3 weeks since 2 November."


def test_larger_text_takes_the_layout_of_a_narrow_window(qtbot, qapp, show, make_habit):
    make_habit(letters="K" * 30)
    page = show()
    usual = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(usual.pointSizeF() * 1.5)
    try:
        qapp.setFont(larger)
        page.take_fonts()
        qtbot.waitUntil(lambda: not page.pane.isVisible())
        for part in (page.header.spans, page.header.table_button, page.board.legend):
            right = part.mapTo(page, part.rect().topRight()).x()
            assert right < page.width()
            assert part.width() >= part.sizeHint().width()
    finally:
        qapp.setFont(usual)
