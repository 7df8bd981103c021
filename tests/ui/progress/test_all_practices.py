"""All practices on the Progress page: what is drawn is what is computed, and leads on."""

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import QPointF, Qt

from selfcare_app.cli import main
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.schedule import TimesInDays, TimesPerWeek
from selfcare_app.ui.charts.day_look import LOOKS, DayLook
from selfcare_app.ui.charts.span import Dates
from selfcare_app.ui.progress.check_ins.drift import DriftCard
from selfcare_app.ui.progress.practices.days import DaysCard
from selfcare_app.ui.progress.practices.each import EachCard
from selfcare_app.ui.progress.practices.minutes import MinutesCard
from selfcare_app.ui.progress.practices.weekdays import AllWeekdaysCard
from selfcare_app.ui.progress.practices.whole import WholeCard
from selfcare_app.ui.theme import DARK
from tests.ui.charts.conftest import TODAY, days_ago

LEFT = Qt.MouseButton.LeftButton
CARDS = (EachCard, DaysCard, WholeCard, MinutesCard, AllWeekdaysCard)


@pytest.fixture
def practices(show, page):
    """Shows the page on all practices."""

    def shown():
        show()
        page.show_whole("practices")
        return page

    return shown


@pytest.fixture
def habits(make_habit):
    """Five weeks of sitting and walking, and a call a week."""
    return (
        make_habit("Sit", "KKNRKKO" * 5),
        make_habit("Walk", amounts=(20.0, 5.0, None, 25.0, 20.0) * 7, target=20, area="movement"),
        make_habit("Call", "OOKOOOO" * 5, schedule=TimesPerWeek(1), area="support"),
    )


def click(qtbot, chart, number):
    qtbot.mouseClick(chart, LEFT, pos=chart.rect_of(number).center().toPoint())


def test_they_stand_above_the_habits_and_are_reached_with_the_keys(qtbot, show, habits):
    page = show()
    page.pane.list.setFocus()
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Home)
    assert page.header.title == "All practices"
    assert page.header.plan == "3 practices in 3 areas"
    assert page.header.edit.isHidden()
    assert page.habit_in_focus() is None
    for _ in range(2):
        qtbot.keyClick(page.pane.list, Qt.Key.Key_Down)
    assert page.header.title == "Sit"
    assert not page.header.edit.isHidden()


def test_the_combo_box_of_a_narrow_page_has_them_too(qtbot, show, page, habits):
    page.resize(700, 600)
    show()
    page.header.combo.setFocus()
    qtbot.keyClick(page.header.combo, Qt.Key.Key_Home)
    assert page.header.title == "All practices"


def test_strength_and_headline_are_those_of_the_statistics(
    practices, picture, habits, workspace, capsys
):
    page = practices()
    rows = {row.name: row for row in picture(EachCard).rows}
    table = {row[0]: row for row in page.subject.board.card(EachCard).sheet(shown(page)).rows}
    folder = str(workspace.folder)
    main(["--data-dir", folder, "stats", "--json", "--as-of", str(days_ago(1))])
    told = {each["name"]: each for each in json.loads(capsys.readouterr().out)["habits"]}
    for name in ("Sit", "Call"):  # nothing is logged today, so yesterday's score stands
        assert rows[name].strength == pytest.approx(100 * told[name]["score"], abs=1e-6)
        assert table[name][2] == str(round(100 * told[name]["score"]))
    main(["--data-dir", folder, "stats", "--json", "--as-of", str(TODAY)])
    for each in json.loads(capsys.readouterr().out)["habits"]:
        row = rows[each["name"]]
        found = each["consistency"]
        assert row.kept.startswith(f"{found['kept']}/{found['planned']}")


def shown(page):
    return page.subject.board.cards[0].shown


def test_the_last_weeks_are_days_kept(practices, picture, habits):
    practices()
    sit = picture(EachCard).rows[0]
    # 23 November is a Monday: the week before it is whole, the running one has nothing yet.
    assert [week.days for week in sit.weeks[-6:]] == [4, 4, 4, 4, 4, 0]
    assert not any(week.whole for week in sit.weeks)
    assert len(sit.weeks) == 12
    call = picture(EachCard).rows[2]
    assert [week.days for week in call.weeks[-3:]] == [1, 1, 0]


def test_a_click_or_enter_on_a_row_leads_to_its_habit(qtbot, practices, picture, page, habits):
    practices()
    click(qtbot, picture(EachCard), 1)
    assert page.header.title == "Walk"
    assert page.pane.list.currentIndex().data() == "Walk"
    page.show_whole("practices")
    chart = picture(EachCard)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.label.startswith("Sit · strength ")
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.label.startswith("Call · strength ")
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert page.header.title == "Call"


def test_a_click_that_is_let_go_elsewhere_leads_nowhere(qtbot, practices, picture, page, habits):
    practices()
    chart = picture(EachCard)
    places = [chart.rect_of(number).center().toPoint() for number in (0, 2)]
    qtbot.mousePress(chart, LEFT, pos=places[0])
    qtbot.mouseRelease(chart, LEFT, pos=places[1])
    assert page.header.title == "All practices"


def test_the_map_has_the_look_of_every_day_and_tells_of_it(practices, picture, habits):
    page = practices()
    chart = picture(DaysCard)
    first = page.subject.board.card(DaysCard)
    assert [row.name for row in chart.map.rows] == ["Sit", "Walk", "Call"]
    looks = [LOOKS[number] for number in chart.map.rows[0].looks]
    assert looks[-7:] == [
        DayLook.DONE,
        DayLook.DONE,
        DayLook.OPEN,
        DayLook.REST,
        DayLook.DONE,
        DayLook.DONE,
        DayLook.STILL_OPEN,
    ]
    days = len(chart.map.days)
    assert chart.words_at(days - 4) == "Sit · Fri 20 Nov · rest"
    assert chart.words_at(2 * days - 2) == "Walk · Sun 22 Nov · done, 25 min"
    told = "Something was done on 31 of 35 days, 20 Oct – 23 Nov; 1.3 practices a day."
    assert first.answer.startswith(told)
    rows = first.sheet(first.shown).rows
    assert rows[0] == ("Mon 23 Nov", "1", "Walk", "", "")
    assert rows[3] == ("Fri 20 Nov", "0", "", "Walk", "Sit")


def test_arrow_keys_walk_over_the_map_and_stay_within_it(qtbot, practices, picture, habits):
    practices()
    chart = picture(DaysCard)
    days = len(chart.map.days)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    walked = [chart.pointed]
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_End,
        Qt.Key.Key_Up,
    ):
        qtbot.keyClick(chart, key)
        walked.append(chart.pointed)
    last = days - 1
    assert walked == [
        last,
        last,
        last - 1,
        days + last - 1,
        days,
        2 * days,
        2 * days,
        3 * days - 1,
        2 * days - 1,
    ]


def test_days_are_cells_where_there_is_room_and_strips_where_there_is_not(
    qtbot, practices, picture, make_habit
):
    make_habit("Sit", "KNR" * 200)
    page = practices()
    page.header.spans.buttons[0].click()
    chart = picture(DaysCard)
    assert chart.as_cells
    cell = chart.rect_of(chart.start())
    assert cell.width() == cell.height()
    for _ in range(15):
        qtbot.keyClick(chart, Qt.Key.Key_Minus)
    assert not chart.as_cells
    assert len(chart.seen) == 600
    assert not chart.grab().isNull()
    qtbot.keyClick(chart, Qt.Key.Key_0)
    assert chart.as_cells
    assert len(chart.seen) == 28


def test_a_day_on_the_map_can_be_corrected_and_everything_follows(
    qtbot, practices, picture, page, workspace, habits
):
    practices()
    chart = picture(DaysCard)
    days = len(chart.map.days)
    before = page.header.answer.text()
    click(qtbot, chart, days - 5)  # Thursday, on which sitting was not done
    editor = page.deeds.day_editor
    assert editor.isVisible()
    qtbot.mouseClick(editor.states.button(0), LEFT)
    qtbot.mouseClick(editor.save_button, LEFT)
    assert workspace.records.entry(habits[0].id, days_ago(4)).state is State.DONE
    assert LOOKS[picture(DaysCard).map.rows[0].looks[-5]] is DayLook.DONE
    assert page.header.answer.text() != before
    assert [week.days for week in picture(EachCard).rows[0].weeks[-2:]] == [5, 0]
    workspace.journal.undo()
    assert page.header.answer.text() == before
    assert LOOKS[picture(DaysCard).map.rows[0].looks[-5]] is DayLook.OPEN


def test_enter_corrects_the_day_that_is_pointed_at(qtbot, practices, picture, page, habits):
    practices()
    chart = picture(DaysCard)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert page.deeds.day_editor.isVisible()


def test_minutes_are_stacked_by_area_and_told_apart_by_pattern(practices, picture, habits):
    page = practices()
    chart = picture(MinutesCard)
    bars = chart.bars
    assert bars.count == 6
    full = bars.bar(2)
    assert full.value == 115
    [part] = full.parts
    assert (part.value, part.hue) == (115, "movement")
    assert bars.words(2) == "week of 2 Nov · 115 min · Movement 115 min"
    card = page.subject.board.card(MinutesCard)
    assert card.answer == "490 min in 6 weeks, all of it Movement, 20 Oct – 23 Nov."
    assert card.sheet(card.shown).rows[-1] == ("week of 19 Oct", "90", "90")
    assert sum(float(row[1]) for row in card.sheet(card.shown).rows) == 490


def test_two_areas_share_a_week(practices, picture, make_habit):
    make_habit("Walk", amounts=(20.0,) * 28, target=20, area="movement")
    make_habit("Draw", amounts=(30.0, 0.0) * 14, target=20, area="hobbies")
    page = practices()
    parts = picture(MinutesCard).bars.bar(1).parts
    assert [(part.hue, part.value) for part in parts] == [("movement", 140), ("hobbies", 120)]
    assert len({part.pattern for part in parts}) == 2
    card = page.subject.board.card(MinutesCard)
    assert card.answer == "Movement took most: 560 min of 980 min in 5 weeks, 27 Oct – 23 Nov."
    assert card.legend.accessibleName() == "Movement, Hobbies"


def test_few_weeks_tell_no_areas_apart_and_no_minutes_no_chart(practices, make_habit):
    walk = make_habit("Walk", amounts=(20.0,) * 5, target=20)
    page = practices()
    card = page.subject.board.card(MinutesCard)
    assert "2 of 4 weeks" in card.sheet(card.shown).answer
    assert card.isVisible()
    page._workspace.journal.delete_habit(walk)
    make_habit("Sit", "K")
    assert not card.isVisible()


def test_weekdays_and_whole_days_count_planned_practices(practices, picture, habits):
    page = practices()
    weekdays = picture(AllWeekdaysCard).bars
    # Five weeks of each weekday; sitting rests on Fridays, today's sitting is still open.
    assert weekdays.words(1) == "Tuesday · 8 of 10 planned practices kept"
    assert weekdays.words(4) == "Friday · 3 of 5 planned practices kept"
    whole = picture(WholeCard).bars
    card = page.subject.board.card(WholeCard)
    rows = card.sheet(card.shown).rows
    assert sum(int(row[1]) for row in rows) == int(card.answer.split()[5])
    assert rows[0] == ("week of 23 Nov", "1", "1")
    assert whole.words(5) == "week of 23 Nov · everything kept on 1 of 1 days"


HARD = {
    "no entries": {"letters": "OOO"},
    "one entry": {"letters": "K"},
    "all rest": {"letters": "R" * 60},
    "very large and very small": {"amounts": (1e9, 0.001, 20.0) * 20, "target": 20},
    "twenty years": {"letters": "KKNRO" * 1461},
    "a year without entries": {"letters": "K" * 300 + "O" * 400 + "K" * 300},
    "a long name": {"name": "Long " * 39 + "name", "letters": "K" * 90},
    "a rolling window": {"letters": "KOOOKOO" * 9, "schedule": TimesInDays(1, 4)},
    "weekly": {"letters": "KOOOKOO" * 9, "schedule": TimesPerWeek(2)},
}


@pytest.mark.parametrize("made", HARD.values(), ids=HARD.keys())
def test_whatever_was_logged_every_chart_draws_and_says_something(
    practices, picture, make_habit, made
):
    named = dict(made)
    make_habit(named.pop("name", "Sit"), **named)
    page = practices()
    for number in range(4):
        page.header.spans.buttons[number].click()
        for kind in CARDS:
            card = page.subject.board.card(kind)
            if card.isHidden():
                continue
            drawn = picture(kind)
            assert not drawn.grab().isNull()
            said = card.sheet(card.shown)
            assert said.answer
            assert all(len(row) == len(said.columns) for row in said.rows)
            assert card.mapTo(page, card.rect().topRight()).x() < page.width()
            if drawn.count():
                drawn.point_at(drawn.count() - 1)
                assert drawn.label
                assert not drawn.grab().isNull()


def test_dates_before_anything_began_say_so(practices, habits):
    page = practices()
    long_ago = days_ago(4000).toordinal()
    page._on_reach_chosen(Dates(long_ago, long_ago + 5))
    assert page.header.answer.text() == "No planned days in this range yet."
    for card in page.subject.board.shown_cards:
        assert card.sheet(card.shown).answer


def test_only_the_future_is_not_drawn(practices, picture, workspace, make_habit):
    habit = make_habit(letters="O")
    later = [Entry(habit.id, TODAY + timedelta(days=day), State.DONE) for day in (1, 9)]
    workspace.journal.add_records("Imported", later)
    page = practices()
    assert page.header.answer.text() == "No planned days in this range yet."
    assert picture(DaysCard).map.days[-1] == TODAY.toordinal()


def test_other_colours_and_a_narrow_page_draw_too(practices, picture, icons, habits):
    page = practices()
    page.set_theme(DARK, icons)
    page.resize(560, 500)
    for kind in CARDS:
        assert not picture(kind).grab().isNull()


def test_pointing_with_the_mouse_finds_rows_and_cells(qtbot, practices, picture, habits):
    practices()
    rows, chart = picture(EachCard), picture(DaysCard)
    assert rows.number_at(rows.rect_of(2).center()) == 2
    assert rows.number_at(QPointF(10, 0)) is None
    number = len(chart.map.days) + 4
    assert chart.number_at(chart.rect_of(number).center()) == number
    assert chart.number_at(QPointF(1, 1)) is None


def test_the_tables_offer_every_question_and_no_single_days(practices, habits):
    page = practices()
    page.subject.board.card(WholeCard).table_button.click()
    tables = page.tables
    offered = [tables.choice.itemText(row) for row in range(tables.choice.count())]
    assert offered == [page.subject.board.card(kind).question for kind in CARDS]
    assert tables.key == WholeCard.key
    assert tables.table.model().rowCount() == 6
    page.show_habit(habits[0].id)
    assert tables.choice.itemText(0) == "Day by day"


def test_the_parts_of_a_stack_lie_above_each_other(practices, picture, make_habit, theme):
    make_habit("Walk", amounts=(20.0,) * 28, target=20, area="movement")
    make_habit("Draw", amounts=(30.0, 0.0) * 14, target=20, area="hobbies")
    practices()
    chart = picture(MinutesCard)
    whole = chart.rect_of(1).toRect()
    image = chart.grab().toImage()

    def colours(top: int, bottom: int) -> set[str]:
        columns = range(whole.left(), whole.right())
        return {image.pixelColor(x, y).name() for x in columns for y in range(top, bottom)}

    # 140 minutes of movement below 120 of hobbies.
    middle = whole.bottom() - round(whole.height() * 140 / 260)
    below, above = colours(middle + 3, whole.bottom() - 2), colours(whole.top() + 3, middle - 3)
    movement, hobbies = (theme.area(area).name() for area in ("movement", "hobbies"))
    assert movement in below
    assert hobbies not in below
    assert hobbies in above
    assert movement not in above


def test_cards_end_at_the_same_place_whether_the_board_scrolls_or_not(practices, picture, habits):
    page = practices()
    assert page.subject.area.verticalScrollBar().isVisible()
    long = picture(EachCard).parentWidget()
    right = long.mapTo(page, long.rect().topRight()).x()
    page.show_whole("check_ins")
    picture(DriftCard)
    short = page.subject.board.cards[0]
    assert not page.subject.area.verticalScrollBar().isVisible()
    assert short.mapTo(page, short.rect().topRight()).x() == right
