"""The board of work hours: what it says, how little is enough, and its tables."""

import pytest
from PySide6.QtCore import Qt

from selfcare_app.domain.hours_text import parse_interval
from selfcare_app.services.work_settings import ON_TIME
from selfcare_app.ui.boundaries.charts.board import HoursBoard
from selfcare_app.ui.boundaries.charts.heat import OverrunWeeksCard
from selfcare_app.ui.boundaries.charts.planned import PlannedCard
from selfcare_app.ui.boundaries.charts.reasons import ReasonsCard
from selfcare_app.ui.boundaries.charts.weekdays import OverrunWeekdaysCard
from selfcare_app.ui.paper.taking import Form
from selfcare_app.ui.theme import DARK, LIGHT
from tests.services.office import MONDAY
from tests.ui.hours.conftest import day, log

LEFT = Qt.MouseButton.LeftButton
# A menu that pops up has the keyboard, which there is none of without a display.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def side_words(board: HoursBoard) -> list[str]:
    side = board.planned.side
    labels = [side.answer, side.sentences, side.heading]
    labels += [label for pair in side.late for label in pair]
    return [label.text() for label in [*labels, side.rest] if not label.isHidden()]


def test_beside_the_chart_stands_the_count_with_the_later_days(show, lived):
    assert side_words(show()) == [
        "12 of 14 days ended on time",
        "6 days off are left out.",
        "Two later days",
        "Tue 27 Oct, 18:50",
        "notes",
        "Wed 18 Nov, 19:10",
        "client crisis",
    ]


def test_many_later_days_are_listed_from_the_latest_and_the_rest_counted(show, lived):
    for weekday in range(1, 6):
        log(lived, day(0, weekday), "09:00-19:00")
    words = side_words(show())
    assert words[2] == "6 later days"
    assert words[-1] == "and 2 before, in the table"
    assert "Tue 27 Oct, 19:00" not in words


def test_days_that_cannot_be_counted_are_told_apart(show, lived):
    lived.work.log_day(day(3, 5), None)
    log(lived, day(2, 6), "10:00-12:00")
    assert side_words(show())[:2] == [
        "11 of 13 days ended on time",
        "13 of 14 work days: too early to say more.\n6 days off are left out.\n"
        "1 day without a known end is not counted.\n"
        "1 day with work but none planned is not counted.",
    ]


def test_a_few_days_are_too_early_to_say_more(show, office):
    log(office, day(3, 1), "09:00-18:05")
    board = show()
    assert side_words(board)[0] == "1 of 1 day ended on time"
    answers = {card.key: card.answer for card in board.cards}
    assert (
        answers["overrun-weekdays"] == "1 of 14 work days: too early to say more, 26 Oct – 20 Nov."
    )
    assert answers["overrun-weeks"] == answers["overrun-weekdays"]
    assert answers["reasons"] == "No later day, and no reason noted, 26 Oct – 20 Nov."
    log(office, day(3, 1), "09:00-19:05")
    assert side_words(board)[0] == "0 of 1 day ended on time"
    assert side_words(board)[2:4] == ["One later day", "Mon 16 Nov, 19:05"]
    assert board.card(ReasonsCard).answer == "No reason noted on 1 day, 26 Oct – 20 Nov."


def test_without_any_day_the_first_card_alone_says_so(show, office):
    board = show()
    assert board.shown_cards == [board.planned]
    assert side_words(board)[0] == "No work day with a known end yet"
    log(office, day(3, 1), "09:00-18:05")
    assert len(board.shown_cards) == 4


def test_weekdays_are_told_apart_once_there_are_enough_of_each(qtbot, show, lived):
    board = show()
    card = board.card(OverrunWeekdaysCard)
    assert card.answer == (
        "Average minutes past the end; too few of a weekday to tell them apart. "
        "14 days, 26 Oct – 20 Nov."
    )
    assert [card.chart.bars.bar(number).value for number in range(5)] == [
        0,
        pytest.approx(50 / 3),
        pytest.approx(70 / 3),
        0,
        0,
    ]
    assert card.chart.bars.bar(1).above == "17"
    assert card.chart.words_at(2) == "Wednesday · 23 min past the end on average, 3 days"
    for week in (-4, -3, -2, -1):
        for weekday in range(1, 6):
            log(lived, day(week, weekday), "09:00-18:03")
    board.show_weeks(8)
    qtbot.waitUntil(lambda: board.ready)
    assert card.answer == (
        "Furthest on Wednesday: 12 min past the end on average. 34 days, 28 Sept – 20 Nov."
    )
    assert card.chart.bars.bar(0).above == "1.7"


def test_weekdays_without_a_minute_past_the_end_or_without_a_day_say_so(qtbot, show, office):
    for week in range(-3, 4):
        for weekday in (1, 2, 3):
            log(office, day(week, weekday), "09:00-17:30")
    board = show()
    board.show_weeks(8)
    qtbot.waitUntil(lambda: board.ready)
    card = board.card(OverrunWeekdaysCard)
    assert card.answer == ("No minute past the end on any weekday. 21 days, 28 Sept – 20 Nov.")
    assert card.chart.words_at(3) == "Thursday · no day with a known end"
    assert card.chart.bars.bar(3).above == ""
    assert card.sheet(card.shown).rows[3] == ("Thursday", "0", "", "0")


def test_more_than_five_weekdays_stand_without_their_number(show, lived):
    board = show()
    card = board.card(OverrunWeekdaysCard)

    def labels() -> list[str]:
        return [label.words for label in card.chart.bars.labels(range(7), 7)]

    assert labels() == ["Mon (3)", "Tue (3)", "Wed (3)", "Thu (2)", "Fri (3)"]
    log(lived, day(2, 6), "10:00-12:00")
    assert labels() == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]


def test_weeks_by_weekdays_are_a_map_that_the_keys_walk(qtbot, show, lived):
    board = show()
    card = board.card(OverrunWeeksCard)
    assert card.answer == (
        "2 h past the end in all; every day on time in 1 of 3 weeks. "
        "14 days, 26 Oct – 20 Nov. A dash is a day off."
    )
    chart = card.chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.label.startswith("Fri 20 Nov")
    for _ in range(2):
        qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.label.endswith("1 h 10 min past the end · client crisis")
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.label.startswith("Wed 11 Nov")
    for _ in range(5):
        qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.label.startswith("Mon 9 Nov")
    wanted = []
    board.correct_wanted.connect(wanted.append)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.mouseClick(chart, LEFT, pos=chart.rect_of(0).center().toPoint())
    assert wanted == [day(2, 1), day(0, 1)]


def test_a_day_to_come_in_the_map_is_no_day_to_correct(qtbot, show, lived):
    lived.work.done_for_today()
    board = show()
    chart = board.card(OverrunWeeksCard).chart
    wanted = []
    board.correct_wanted.connect(wanted.append)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.label == "not come yet"
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert wanted == []


def test_reasons_are_counted_the_most_frequent_first(qtbot, show, lived):
    board = show()
    card = board.card(ReasonsCard)
    assert card.answer == "No reason stands out; 2 days with a reason, 26 Oct – 20 Nov."
    log(lived, day(0, 3), "09:00-18:40", "notes")
    log(lived, day(0, 4), "09:00-18:40")
    assert card.answer == (
        "Most often “notes”, on 2 of 3 days with a reason, 26 Oct – 20 Nov. "
        "No reason noted on 1 day."
    )
    chart = card.chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.label == "notes · 2 days"
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.label == "client crisis · 1 day"
    assert chart.rect_of(0).width() == pytest.approx(2 * chart.rect_of(1).width())
    point = chart.rect_of(0).center()
    assert chart.number_at(point) == 0


# Tables


def test_the_table_takes_the_place_of_the_picture_and_follows_changes(qtbot, show, lived):
    board = show()
    card = board.card(PlannedCard)
    assert card.table_button.accessibleName() == (
        "Show “Planned and actual, last four weeks” as table"
    )
    qtbot.mouseClick(card.table_button, LEFT)
    assert card.table.isVisible()
    assert not card.picture.isVisible()
    assert not card.legend.isVisible()
    model = card.table.model()

    def rows() -> list[list[str]]:
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    assert rows()[:3] == [
        ["Fri 20 Nov", "09:00–18:00", "09:00–17:55", "0 min", "on time", ""],
        ["Thu 19 Nov", "09:00–18:00", "09:00–17:55", "0 min", "on time", ""],
        ["Wed 18 Nov", "09:00–18:00", "09:00–19:10", "1 h 10 min", "later", "client crisis"],
    ]
    assert ["Fri 6 Nov", "", "", "", "Autumn leave", ""] in rows()
    log(lived, day(3, 5), "08:00-18:30")
    assert rows()[0][2:5] == ["08:00–18:30", "30 min", "later"]
    assert not card.picture.isVisible()
    qtbot.mouseClick(card.table_button, LEFT)
    assert card.picture.isVisible()
    assert not card.table.isVisible()


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (OverrunWeekdaysCard, ["Monday", "3", "0", "0"]),
        (ReasonsCard, ["client crisis", "1"]),
        (OverrunWeeksCard, ["16 Nov", "0", "0", "70", "0", "0"]),
    ],
)
def test_every_chart_has_its_table(qtbot, show, lived, kind, row):
    card = show().card(kind)
    qtbot.mouseClick(card.table_button, LEFT)
    model = card.table.model()
    assert [model.index(0, column).data() for column in range(model.columnCount())] == row
    assert card.table.accessibleName() == card.question


def test_a_map_as_table_says_off_and_not_known(show, lived):
    lived.work.log_day(day(3, 5), None)
    log(lived, day(3, 6), "09:00-10:00")
    card = show().card(OverrunWeeksCard)
    rows = card.sheet(card.shown).rows
    assert rows[0] == ("16 Nov", "0", "0", "70", "0", "?", "not planned")
    assert rows[2] == ("2 Nov", "off", "off", "off", "off", "off", "")


def test_where_charts_cannot_be_drawn_the_table_has_all_figures(qtbot, office, lived, icons):
    broken = HoursBoard(office.workspace, LIGHT, icons)
    qtbot.addWidget(broken)
    broken.loader._modules = ("selfcare_app.ui.charts.no_such_module",)
    broken.show()
    qtbot.waitUntil(lambda: broken.ready)
    assert broken.planned.waiting.text().startswith("This chart cannot be drawn here.")
    qtbot.mouseClick(broken.planned.table_button, LEFT)
    assert broken.planned.table.model().rowCount() == 20
    assert side_words(broken)[0] == "12 of 14 days ended on time"


# The board itself


def test_the_keyboard_goes_through_it_as_it_is_read(show, lived):
    planned = show().planned
    parts = [planned.choice, planned.table_button, planned.take_button, planned.chart]
    found, part = [], planned.choice
    while len(found) < 5:
        stops = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
        if stops and part.isVisible():
            found.append(part)
        part = part.nextInFocusChain()
    assert found == [*parts, planned.side.correct]


def test_where_no_minute_is_on_time_the_legend_says_so(show, lived):
    board = show()
    assert board.planned.legend.words[2] == "past the end (more than 10 min)"
    lived.workspace.settings.set(ON_TIME, 0)
    assert board.planned.legend.words[2] == "past the end"


def test_more_weeks_can_be_looked_at(qtbot, show, lived):
    log(lived, day(-1, 5), "09:00-20:00", "notes")
    board = show()
    choice = board.planned.choice
    assert [choice.itemText(number) for number in range(choice.count())] == [
        "4 weeks",
        "8 weeks",
        "12 weeks",
        "26 weeks",
    ]
    choice.setCurrentIndex(1)
    assert board.weeks == 8
    qtbot.waitUntil(lambda: board.ready)
    assert board.planned.question == "Planned and actual, last eight weeks"
    assert side_words(board)[0] == "12 of 15 days ended on time"
    board.show_weeks(26)
    assert (choice.currentData(), board.planned.question) == (
        26,
        "Planned and actual, last half year",
    )


def test_hidden_it_catches_up_once_it_is_shown(qtbot, show, lived):
    board = show()
    board.hide()
    log(lived, day(3, 5), "09:00-19:00")
    assert not board.ready
    assert side_words(board)[0] == "12 of 14 days ended on time"
    board.show()
    qtbot.waitUntil(lambda: board.ready)
    assert side_words(board)[0] == "11 of 14 days ended on time"


def test_three_cards_stand_side_by_side_or_all_below_each_other(qtbot, show, lived):
    board = show()
    planned, *others = board.cards
    assert planned.width() == pytest.approx(board.width(), abs=2)
    assert len({card.y() for card in others}) == 1
    side = board.planned.side
    assert side.mapTo(board, side.rect().topLeft()).x() > board.width() / 2
    board.resize(600, 1600)
    qtbot.waitUntil(lambda: len({card.x() for card in board.cards}) == 1)
    tops = [card.y() for card in board.cards]
    assert tops == sorted(set(tops))
    qtbot.waitUntil(lambda: side.y() > board.planned.chart.geometry().bottom())
    assert board.planned.legend.y() > planned.table_button.geometry().bottom() - 4
    board.resize(1044, 640)
    qtbot.waitUntil(lambda: len({card.y() for card in others}) == 1)
    assert side.x() > board.planned.chart.x()


def test_it_takes_other_colours_and_fonts(qtbot, show, lived):
    board = show()
    qtbot.mouseClick(board.planned.table_button, LEFT)
    board.set_theme(DARK)
    board.take_fonts()
    qtbot.waitUntil(lambda: board.ready)
    assert board.card(ReasonsCard).chart.theme is DARK
    assert DARK.selected in board.planned.table.styleSheet()


def test_correct_a_day_begins_with_the_last_one(qtbot, show, lived):
    board = show()
    wanted = []
    board.correct_wanted.connect(wanted.append)
    qtbot.mouseClick(board.planned.side.correct, LEFT)
    assert wanted == [day(3, 5)]


def test_correct_a_day_without_any_begins_with_today(qtbot, show, office):
    office.workspace.journal.undo()
    board = show()
    assert not board.planned.shown.weeks.telling
    wanted = []
    board.correct_wanted.connect(wanted.append)
    qtbot.mouseClick(board.planned.side.correct, LEFT)
    assert wanted == [MONDAY]


def test_a_chart_can_be_taken_along(qtbot, show, lived, tmp_path):
    board = show()
    menus = []
    board.deeds.menu_shown.connect(menus.append)
    qtbot.mouseClick(board.planned.take_button, LEFT)
    menus[0].close()
    told = []
    board.told.connect(told.append)
    for card in board.cards:
        path = tmp_path / f"{card.key}.png"
        board.deeds.taking.save(card, "Work hours", Form.PNG, path)
        assert path.stat().st_size > 2000
    assert len(told) == 4


def test_times_by_hand_reach_the_board(show, lived):
    board = show()
    lived.work.correct_day(day(3, 3), parse_interval("09:00-18:05"), [])
    assert side_words(board)[0] == "13 of 14 days ended on time"
    lived.workspace.journal.undo()
    assert side_words(board)[0] == "12 of 14 days ended on time"
