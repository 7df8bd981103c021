"""The check-ins on the Progress page: three charts, honest about how much there is."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPointF, Qt

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.drift import Question
from selfcare_app.ui.charts.span import Dates
from selfcare_app.ui.progress.check_ins.drift import DriftCard
from selfcare_app.ui.theme import DARK
from tests.ui.charts.conftest import TODAY, days_ago


@pytest.fixture
def check_in(workspace):
    """Keeps check-ins on days ago, with energy as said and the rest in the middle."""

    def kept(energy_by_days_ago, **named):
        workspace.journal.add_records(
            "Made up",
            [
                CheckIn(days_ago(back), energy=energy, **{"mood": 3, "strain": 2, **named})
                for back, energy in energy_by_days_ago.items()
            ],
        )

    return kept


@pytest.fixture
def check_ins(show, page):
    """Shows the page on the check-ins."""

    def shown():
        show()
        page.show_whole("check_ins")
        return page

    return shown


def answer_of(page):
    card = page.subject.board.card(DriftCard)
    return card.sheet(card.shown).answer


def test_without_any_it_says_where_they_come_from(check_ins, picture, make_habit):
    make_habit()
    page = check_ins()
    assert page.header.title == "Check-ins"
    assert page.header.answer.text() == "No check-ins yet."
    assert answer_of(page).startswith("No check-ins yet. The Today page asks for one")
    assert picture(DriftCard).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_they_need_no_habit(show, page, check_in):
    check_in({3: 2})
    show()
    assert page.header.title == "Check-ins"
    assert page.pane.list.model().rowCount() == 1


def test_the_first_check_in_makes_the_empty_page_go(show, page, workspace):
    show()
    assert page.empty.isVisible()
    workspace.journal.check_in(CheckIn(TODAY, mood=4))
    assert not page.empty.isVisible()
    workspace.journal.undo()
    assert page.empty.isVisible()


def test_few_are_too_early_to_say(check_ins, check_in, make_habit):
    make_habit()
    check_in({9: 2, 4: 3, 2: 3, 0: 5})
    page = check_ins()
    assert page.header.answer.text() == "Checked in on 4 of 10 days since 14 November."
    assert answer_of(page) == "4 of 14 check-ins, 14 Nov – 23 Nov: too early to say."


def test_many_in_few_weeks_tell_no_change_yet(check_ins, check_in):
    check_in(dict.fromkeys(range(20), 3))
    assert answer_of(check_ins()) == (
        "20 check-ins, 4 Nov – 23 Nov. A change can be told once each half has 3 weeks with "
        "3 check-ins."
    )


def test_a_clear_change_is_told_apart_from_none(check_ins, check_in):
    check_in({back: 2 + (back < 42) + (back % 9 == 0) for back in range(1, 85)})
    told = answer_of(check_ins())
    assert told.startswith("Energy 1.0 higher in the later half (likely ")
    assert "No clear change in mood and workload strain." in told
    assert told.endswith("84 check-ins, 31 Aug – 23 Nov.")


def test_lower_is_told_with_its_range_the_right_way_round(check_ins, check_in):
    check_in({back: 4 - (back < 42) + (back % 9 == 0) for back in range(1, 85)})
    told = answer_of(check_ins())
    assert told.startswith("Energy 1.0 lower in the later half (likely 0.")


def test_dots_and_averages_are_those_of_the_check_ins(check_ins, picture, check_in):
    check_in({back: 1 + back % 5 for back in range(30)})
    page = check_ins()
    energy, mood, strain = picture(DriftCard).drift.rows
    assert (energy.title, mood.title, strain.title) == ("Energy", "Mood", "Workload strain")
    assert list(energy.answers.values) == [1 + back % 5 for back in reversed(range(30))]
    [line] = energy.averages
    assert len(line) == 24
    window = [1 + back % 5 for back in range(14)]
    assert line[-1].value == pytest.approx(sum(window) / 14)
    rows = page.subject.board.card(DriftCard).sheet(page.subject.board.cards[0].shown).rows
    assert rows[0] == ("Mon 23 Nov", "1", f"{sum(window) / 14:.1f}", "3", "3.0", "2", "2.0")
    assert rows[-1][:3] == ("Sun 25 Oct", "5", "")


def test_gaps_stay_gaps(check_ins, picture, check_in):
    check_in(dict.fromkeys((*range(12), *range(30, 45)), 3))
    check_ins()
    assert len(picture(DriftCard).drift.rows[0].averages) == 2


def test_keys_and_mouse_read_out_a_day(qtbot, check_ins, picture, check_in, workspace):
    check_in({5: 2, 3: 4})
    workspace.journal.check_in(CheckIn(days_ago(1), mood=5, note="A slow\nmorning"))
    check_ins()
    chart = picture(DriftCard)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.label == "Sun 22 Nov · Mood 5 · A slow morning"
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.label == "Fri 20 Nov · Energy 4 · Mood 3 · Workload strain 2"
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.label.startswith("Wed 18 Nov · Energy 2")
    assert chart.number_at(chart.rect_of(1).center()) == 1
    assert chart.number_at(QPointF(0, 5)) is None


def test_it_zooms_within_the_check_ins_and_back(qtbot, check_ins, picture, check_in):
    check_in(dict.fromkeys(range(300), 3))
    check_ins()
    chart = picture(DriftCard)
    assert len(chart.seen) == 91
    for _ in range(20):
        qtbot.keyClick(chart, Qt.Key.Key_Minus)
    assert len(chart.seen) == 300
    assert not chart.grab().isNull()
    qtbot.keyClick(chart, Qt.Key.Key_0)
    for _ in range(30):
        qtbot.keyClick(chart, Qt.Key.Key_Plus)
    assert 7 <= len(chart.seen) <= 9
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.seen.start == 0


def test_a_new_check_in_is_drawn_at_once_and_undone(check_ins, picture, workspace, check_in):
    check_in(dict.fromkeys(range(1, 20), 3))
    page = check_ins()
    assert picture(DriftCard).count() == 19
    workspace.journal.check_in(CheckIn(TODAY, energy=5))
    assert picture(DriftCard).count() == 20
    assert "20 of 20 days" in page.header.answer.text()
    workspace.journal.undo()
    assert picture(DriftCard).count() == 19


def test_a_habit_leaves_the_check_ins_alone(check_ins, picture, page, workspace, make_habit):
    habit = make_habit(letters="O")
    workspace.journal.check_in(CheckIn(TODAY, energy=5))
    check_ins()
    card = page.subject.board.card(DriftCard)
    before = card.shown
    workspace.journal.log_entry(habit, TODAY)
    assert card.shown is before


def test_the_future_and_notes_alone_are_not_drawn(check_ins, picture, workspace, check_in):
    check_in({4: 3, 0: 4})
    workspace.journal.check_in(CheckIn(days_ago(2), note="Only words"))
    later = [CheckIn(TODAY + timedelta(days=day), energy=5) for day in (1, 2)]
    workspace.journal.add_records("Imported", later)
    page = check_ins()
    assert picture(DriftCard).count() == 2
    assert page.header.answer.text().endswith("2 check-ins lie in the future and are not drawn.")


def test_a_range_without_any_says_so(check_ins, check_in, page):
    check_in({3: 2})
    check_ins()
    long_ago = days_ago(900).toordinal()
    page._on_reach_chosen(Dates(long_ago, long_ago + 30))
    assert page.header.answer.text() == "No check-ins in this range."
    assert answer_of(page) == "No check-ins in this range."


def test_it_draws_in_other_colours_and_where_it_is_narrow(check_ins, picture, icons, check_in):
    check_in({back: 1 + back % 5 for back in range(400)})
    page = check_ins()
    page.set_theme(DARK, icons)
    page.resize(520, 480)
    page.header.spans.buttons[3].click()
    chart = picture(DriftCard)
    assert not chart.grab().isNull()
    assert set(Question) == set(page.subject.board.cards[0].shown.history.answers)
