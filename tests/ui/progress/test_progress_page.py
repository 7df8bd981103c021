"""What the Progress page promises."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent

from selfcare_app.domain.schedule import TimesInDays, TimesPerWeek, Weekdays
from selfcare_app.services.settings import STREAKS_SHOWN
from selfcare_app.ui.charts.span import Span
from selfcare_app.ui.progress.questions.streaks import StreaksCard
from selfcare_app.ui.progress.questions.strength import StrengthCard
from selfcare_app.ui.progress.questions.year import YearCard
from selfcare_app.ui.theme import DARK
from tests.ui.charts.conftest import TODAY, days_ago


def table_rows(page):
    model = page.tables.days
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


def test_a_habit_without_entries_is_spoken_of_kindly(picture, show, make_habit):
    make_habit()
    page = show()
    assert page.header.answer.text() == "Nothing logged yet. With the first entry its line begins."
    assert not picture(StrengthCard).state.days
    assert picture(StreaksCard).bars == []


def test_the_list_goes_by_area_and_tells_the_headline(show, make_habit):
    make_habit("Call", "KKNK", area="support")
    make_habit("Sit", "KNK", area="mindfulness")
    page = show()
    model = page.model
    rows = [model.index(row).data() for row in range(model.rowCount())]
    assert rows == ["All practices", "Check-ins", "Mindfulness", "Sit", "Support", "Call"]
    spoken = model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Sit, 2 of 3 days"


def test_arrow_keys_in_the_list_go_to_the_next_habit_and_skip_headings(
    picture, qtbot, show, make_habit
):
    make_habit("Sit", "K", area="mindfulness")
    make_habit("Call", "K", area="support")
    page = show()
    assert page.header.title == "Sit"
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Down)
    assert page.header.title == "Call"
    assert picture(YearCard).look_on(TODAY) == "DONE"


def test_a_habit_can_be_shown_from_elsewhere(show, page, make_habit):
    make_habit("Sit", "K")
    call = make_habit("Call", "K", area="support")
    page.show_habit(call.id)
    page.show_habit("no such habit")
    show()
    assert page.header.title == "Call"
    assert page.pane.list.currentIndex().data() == "Call"


def test_the_ranges_change_the_line_and_the_sentence(picture, qtbot, show, make_habit):
    make_habit(letters="K" * 100)
    page = show()
    assert page.header.answer.text() == "Kept on 91 of 91 planned days since 25 August."
    assert len(picture(StrengthCard).state.days) == Span.THREE_MONTHS
    first = page.header.spans.buttons[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert page.header.answer.text() == "Kept on 28 of 28 planned days since 27 October."
    assert len(picture(StrengthCard).state.days) == Span.FOUR_WEEKS


def test_the_ranges_are_chosen_with_the_arrow_keys(picture, qtbot, show, make_habit):
    make_habit(letters="K" * 100)
    page = show()
    buttons = page.header.spans.buttons
    buttons[1].setFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Right)
    assert [button.isChecked() for button in buttons] == [False, False, True, False, False]
    assert len(picture(StrengthCard).state.days) == 100


def test_the_table_holds_the_same_days_as_the_charts(picture, show, workspace, make_habit):
    habit = make_habit(amounts=(10, 20, None, 45), target=20)
    workspace.journal.set_note(habit, days_ago(3), "Windy")
    page = show()
    state = picture(StrengthCard).state
    page.show_as_table(True)
    assert page.tables.table.isVisible()
    rows = table_rows(page)
    assert [row[1:3] for row in rows] == [
        ["done", "45 min"],
        ["open", ""],
        ["done", "20 min"],
        ["partly done", "10 min"],
    ]
    assert rows[0][0] == "Monday 23 November"
    assert rows[-1][-1] == "Windy"
    assert [row[3] for row in rows] == [str(round(height)) for height in reversed(state.heights)]
    assert [page.tables.days.day_in(row).toordinal() for row in range(4)] == [*reversed(state.days)]


def test_covered_days_are_told_apart_in_the_table(picture, show, make_habit):
    make_habit(letters="KOOKO", schedule=TimesInDays(1, 3))
    page = show()
    assert picture(YearCard).look_on(TODAY) == "COVERED"
    page.show_as_table(True)
    assert [row[1] for row in table_rows(page)] == ["done", "covered", "covered", "done"]


def test_the_table_is_copied_with_its_titles(qtbot, show, make_habit):
    make_habit(letters="KK")
    page = show()
    page.show_as_table(True)
    page.tables.table.selectRow(1)
    qtbot.keyClick(page.tables.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles, row = QGuiApplication.clipboard().text().split("\n")
    assert titles.split("\t") == ["Day", "State", "Strength", "Note"]
    assert row.split("\t")[:2] == ["Sunday 22 November", "done"]


def test_the_button_goes_to_the_table_and_back(qtbot, show, make_habit):
    make_habit(letters="K")
    page = show()
    button = page.header.table_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.tables.table.isVisible()
    assert button.accessibleName() == "Show as charts"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.subject.board.isVisible()
    assert button.accessibleName() == "Show as table"


def test_what_is_logged_today_is_seen_at_once(picture, show, workspace, make_habit):
    habit = make_habit(letters="KKO")
    page = show()
    before = picture(StrengthCard).state
    assert picture(YearCard).look_on(TODAY) == "STILL_OPEN"
    workspace.journal.log_entry(habit, TODAY)
    after = picture(StrengthCard).state
    assert picture(YearCard).look_on(TODAY) == "DONE"
    assert (len(after.days), after.heights[:-1]) == (len(before.days) + 1, before.heights)
    assert page.header.answer.text() == "Kept on 3 of 3 planned days since 21 November."
    assert picture(StreaksCard).bars[0].words() == "3 days, 21 Nov – today, now"
    workspace.journal.undo()
    assert picture(YearCard).look_on(TODAY) == "STILL_OPEN"


def test_changes_while_it_is_hidden_are_there_when_it_is_shown(
    picture, show, workspace, make_habit
):
    habit = make_habit(letters="KKO")
    page = show()
    page.hide()
    workspace.journal.log_entry(habit, TODAY)
    other = make_habit("Call", "K", area="support")
    page.show()
    assert picture(YearCard).look_on(TODAY) == "DONE"
    assert page.model.row_of(other.id) is not None


def test_a_page_hidden_while_its_charts_are_made_comes_to_rest(picture, qtbot, page, make_habit):
    make_habit(letters="KK")
    page.show()
    page.hide()
    page.subject.area.loader.loaded.emit()
    page.show()
    page.hide()
    qtbot.waitUntil(lambda: page.ready)
    page.show()
    assert picture(YearCard).look_on(TODAY) == "DONE"
    assert page.subject.board.isVisible()


def test_another_habit_changes_its_line_in_the_list_alone(qtbot, show, workspace, make_habit):
    make_habit("Sit", "KK")
    call = make_habit("Call", "KO", area="support")
    page = show()
    with qtbot.waitSignal(page.model.dataChanged) as changed:
        workspace.journal.log_entry(call, TODAY)
    row = page.model.row_of(call.id)
    assert (changed.args[0].row(), changed.args[1].row()) == (row, row)
    assert page.header.title == "Sit"


def test_the_dark_theme_reaches_every_part(picture, show, page, icons, make_habit):
    make_habit(letters="KK")
    show()
    page.set_theme(DARK, icons)
    image = picture(YearCard).grab().toImage()
    assert image.pixelColor(image.width() - 1, image.height() - 1) == QColor(DARK.surface)
    assert not page.grab().isNull()


def test_streaks_can_be_hidden(show, workspace, make_habit):
    make_habit(letters="KK")
    page = show()
    assert page.subject.board.card(StreaksCard).isVisible()
    workspace.settings.set(STREAKS_SHOWN, False)
    assert not page.subject.board.card(StreaksCard).isVisible()


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
def test_nothing_sticks_out_of_the_page_at_any_size(picture, qtbot, show, make_habit, size):
    make_habit(amounts=(20.0,) * 30, target=20)
    page = show()
    page.resize(*size)
    qtbot.waitUntil(lambda: page.width() == size[0])
    for card in page.subject.board.cards:
        drawn = picture(type(card))
        for part in (card, drawn):
            assert part.mapTo(page, part.rect().topRight()).x() < page.width()
        assert drawn.height() >= drawn.minimumSizeHint().height()
    width, height = picture(YearCard).layout_of_days.size
    assert width <= picture(YearCard).width()
    assert height <= picture(YearCard).height()


def test_charts_tell_a_screen_reader_their_answer(picture, show, make_habit):
    make_habit(amounts=(20.0,) * 30, target=20)
    page = show()
    for card in page.subject.board.cards:
        drawn = picture(type(card))
        assert drawn.accessibleName() == card.question
        assert card.question.endswith("?")
        assert drawn.accessibleDescription().startswith(card.sheet(card.shown).answer)
        assert len(card.sheet(card.shown).answer) > 20


def test_the_label_of_a_day_tells_state_amount_and_note(
    picture, qtbot, show, workspace, make_habit
):
    habit = make_habit(amounts=(10, 20), target=20)
    workspace.journal.set_note(habit, days_ago(1), "Rain,\nthen sun")
    show()
    year = picture(YearCard)
    year.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: year.day == TODAY)
    assert year.label == "Mon 23 Nov · done, 20 of 20 min"
    qtbot.keyClick(year, Qt.Key.Key_Up)
    assert year.label == "Sun 22 Nov · partly done, 10 of 20 min · Rain, then sun"
    qtbot.keyClick(year, Qt.Key.Key_Up)
    assert year.label == "Sat 21 Nov · not planned"


def test_where_charts_cannot_be_drawn_the_table_still_can(qtbot, page, make_habit):
    make_habit(letters="KK")
    page.subject.area.loader.failed.emit()
    page.show_as_table(True)
    page.show()
    assert "Show as table" in page.subject.board.card(YearCard).waiting.text()
    assert page.tables.days.rowCount() == 2


def test_a_wait_is_explained_only_after_a_while(page, make_habit):
    make_habit(letters="KK")
    page.show()
    assert page.subject.board.card(YearCard).waiting.text() == ""


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
        legend = page.subject.board.card(YearCard).legend
        for part in (page.header.spans, page.header.table_button, legend):
            right = part.mapTo(page, part.rect().topRight()).x()
            assert right < page.width()
            assert part.height() >= part.heightForWidth(part.width())
            assert part.width() >= part.minimumSizeHint().width()
    finally:
        qapp.setFont(usual)


def test_any_two_dates_can_be_chosen(picture, qtbot, show, make_habit):
    make_habit(letters="K" * 60)
    page = show()
    dates = page.header.dates
    assert not dates.isVisible()
    qtbot.mouseClick(page.header.spans.buttons[4], Qt.MouseButton.LeftButton)
    assert dates.isVisible()
    dates.first.setDate(QDate(2026, 10, 1))
    dates.last.setDate(QDate(2026, 10, 10))
    assert page.header.answer.text() == (
        "Up to 10 October: Kept on 10 of 10 planned days since 1 October."
    )
    state = picture(StrengthCard).state
    assert (state.days[0], state.days[-1]) == (
        date(2026, 10, 1).toordinal(),
        date(2026, 10, 10).toordinal(),
    )
    page.show_as_table(True)
    assert page.tables.days.rowCount() == 10


def test_dates_never_pass_each_other_or_today(show, make_habit):
    make_habit(letters="K" * 60)
    dates = show().header.dates
    dates.last.setDate(QDate(2026, 10, 1))
    dates.first.setDate(QDate(2026, 10, 9))
    assert dates.dates.first == dates.dates.last == date(2026, 10, 9).toordinal()
    dates.last.setDate(QDate(2030, 1, 1))
    assert dates.dates.last == TODAY.toordinal()


def test_every_chart_has_a_table_of_its_own(qtbot, show, make_habit):
    make_habit(amounts=(20.0, 5.0) * 30, target=20)
    page = show()
    for card in page.subject.board.shown_cards:
        qtbot.mouseClick(card.table_button, Qt.MouseButton.LeftButton)
        assert page.tables.isVisible()
        assert page.tables.key == card.key
        assert page.tables.table.accessibleName() == card.question
        model = page.tables.table.model()
        assert model.rowCount() > 0
        assert model.index(0, 0).data()
        assert page.tables.answer.text() == card.sheet(card.shown).answer
        page.show_as_table(False)
    page.show_as_table(True)
    page.tables.choose("days")
    page.tables.choice.setCurrentIndex(0)


def test_a_table_follows_a_change_and_another_habit(show, workspace, make_habit):
    habit = make_habit(amounts=(20.0, 5.0), target=20)
    other = make_habit("Call", "KK", area="support")
    page = show()
    page.show_table_of("spread")
    workspace.journal.log_entry(habit, TODAY, 70.0)
    assert page.tables.answer.text() == "2 of 5 amounts: too early to say what is usual."
    assert page.tables.table.model().rowCount() > 2
    page.show_habit(other.id)
    assert page.tables.key == "days", "a yes/no habit has no amounts"
    assert page.tables.table.model().rowCount() == 2


def test_the_wheel_over_a_box_scrolls_the_page_and_chooses_nothing(picture, show, make_habit):
    make_habit(letters="K" * 60)
    page = show()
    picture(StrengthCard)
    box = page.subject.board.card(StrengthCard).grains
    point = QPointF(5, 5)
    event = QWheelEvent(
        point,
        box.mapToGlobal(point),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(box, event)
    assert box.currentIndex() == 0
