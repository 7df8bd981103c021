"""What each chart of a habit answers: what is drawn is what the command line computes."""

import json
from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from selfcare_app.cli import main
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek, Weekdays
from selfcare_app.domain.stretch import Grain
from selfcare_app.services.progress import HabitProgress
from selfcare_app.ui.charts.bars import Shape
from selfcare_app.ui.charts.span import Dates, Span
from selfcare_app.ui.progress.questions.months import MonthsCard, month_bubbles, months_sheet
from selfcare_app.ui.progress.questions.overview import OverviewCard, facts
from selfcare_app.ui.progress.questions.spread import SpreadCard, spread_sheet
from selfcare_app.ui.progress.questions.streaks import StreaksCard, streaks_sheet
from selfcare_app.ui.progress.questions.strength import StrengthCard, strength_sheet
from selfcare_app.ui.progress.questions.totals import TotalsCard, totals_bars, totals_sheet
from selfcare_app.ui.progress.questions.weekdays import (
    WeekdaysCard,
    weekday_bars,
    weekdays_sheet,
)
from selfcare_app.ui.progress.questions.year import YearCard, year_words
from selfcare_app.ui.progress.shown import Shown
from tests.ui.charts.conftest import TODAY, days_ago

SOME_WEEKS = "KKNRKKO" * 20 + "KKRKN"


@pytest.fixture
def shown(make_habit, workspace, theme, qapp):
    """What a habit made as said shows, in a range."""

    def make(*arguments, reach=Span.ALL, **named):
        habit = make_habit(*arguments, **named)
        return Shown(HabitProgress(workspace.statistics.of(habit)), reach, theme)

    return make


def said_by_stats(workspace, capsys, *arguments):
    """What `selfcare stats --json` says of the one habit, up to today."""
    folder = str(workspace.folder)
    main(["--data-dir", folder, "stats", "--json", "--daily", "--as-of", str(TODAY)])
    [habit] = json.loads(capsys.readouterr().out)["habits"]
    return habit


def by_day(habit):
    return {date.fromisoformat(each["date"]): each for each in habit["daily"]}


@pytest.mark.parametrize(
    "made",
    [
        {"letters": SOME_WEEKS},
        {"letters": SOME_WEEKS, "schedule": Weekdays(frozenset({1, 3, 5}))},
        {"letters": SOME_WEEKS, "schedule": TimesPerWeek(3)},
        {"letters": SOME_WEEKS, "schedule": TimesPerMonth(8)},
        {"letters": SOME_WEEKS, "schedule": TimesInDays(2, 5)},
        {"amounts": (10.0, 20.0, None, 0.1, 35.5) * 30, "target": 20},
        {"amounts": (10.0, 20.0, None, 0.1, 35.5) * 30, "target": 20, "at_most": True},
    ],
)
def test_what_is_drawn_is_what_the_command_line_computes(
    show, picture, workspace, capsys, make_habit, made
):
    make_habit(**made)
    page = show()
    page.header.spans.choose(3)
    told = said_by_stats(workspace, capsys)
    days = by_day(told)

    line = picture(StrengthCard).state
    heights = {day.toordinal(): each["score"] * 100 for day, each in days.items()}
    for day, height in zip(line.days, line.heights, strict=True):
        assert height == pytest.approx(heights[day], abs=1e-6)

    bars = picture(StreaksCard).bars
    best = [each["length"] for each in told["best_streaks"]]
    assert [bar.length for bar in bars if not bar.current] == _without(best, bars)
    current = [bar.length for bar in bars if bar.current]
    assert current in ([], [told["streak"]["current"]])

    headline = page.subject.board.card(OverviewCard).picture.facts[0].words
    counts = told["consistency"]
    assert headline == f"{counts['kept']} of {counts['planned']} {counts['unit']}"

    measured = told["kind"] == "measured"
    kept = {day for day, each in days.items() if _kept(told, each)}
    totals = picture(TotalsCard).bars
    weeks = defaultdict(float)
    for day, each in days.items():
        week = day - timedelta(days=(day.isoweekday() - 1) % 7)
        weeks[week] += (each["value"] or 0.0) if measured else day in kept
    drawn = [totals.bar(number).value for number in range(totals.count)]
    assert drawn == pytest.approx([weeks[week] for week in sorted(weeks)])

    weekdays = Counter(day.isoweekday() for day in kept)
    months = Counter((day.year, day.month, day.isoweekday()) for day in kept)
    bubbles = picture(MonthsCard).bubbles
    for month in bubbles.months:
        first = date.fromordinal(month.begin)
        for number, tally in enumerate(month.weekdays, start=1):
            assert tally.done == months[first.year, first.month, number]
    rows = (
        page.subject.board.card(WeekdaysCard)
        .sheet(page.subject.board.card(WeekdaysCard).shown)
        .rows
    )
    assert [int(row[3]) for row in rows] == [weekdays[number] for number in range(1, 8)]
    drawn = picture(WeekdaysCard).bars
    for number, row in enumerate(rows):
        share = int(row[1]) / int(row[2]) if int(row[2]) else 0.0
        assert drawn.bar(number).value == pytest.approx(share)

    if measured:
        spread = picture(SpreadCard).bars
        values = [each["value"] for each in days.values() if each["value"]]
        counted = sum(spread.bar(number).value for number in range(spread.count))
        assert counted == len(values)
    year = picture(YearCard)
    shown_days = [day for day in days if day > TODAY - timedelta(days=360)]
    for day in shown_days:
        assert (year.look_on(day) in ("DONE", "MORE")) == (day in kept)


def _without(best, bars):
    """The lengths of `best`, as many as there are bars, without the streak that runs."""
    lengths = list(best)
    for bar in bars:
        if bar.current and bar.length in lengths:
            lengths.remove(bar.length)
    return lengths[: sum(not bar.current for bar in bars)]


def _kept(habit, day):
    if habit["kind"] == "yes_no":
        return day["state"] == "done"
    if day["value"] is None or day["state"] == "rest":
        return False
    if habit["direction"] == "at_most":
        return day["value"] <= habit["target"]
    return day["value"] >= habit["target"]


def test_totals_are_held_against_what_was_asked_for(shown):
    # Monday is today; the week before had two days of rest.
    figures = shown(letters="KKKKKKK" + "KKRRKKK" + "K")
    bars = totals_bars(figures, Grain.WEEK)
    assert [(bars.bar(n).value, bars.bar(n).target, bars.bar(n).shape) for n in range(3)] == [
        (7, 7, Shape.FULL),
        (5, 5, Shape.FULL),
        (1, 7, Shape.OUTLINE),
    ]
    assert bars.words(1) == "week of 16 Nov · 5 days of 5 days · target reached"
    assert bars.words(2) == "week of 23 Nov · 1 day of 7 days · still running"
    sheet = totals_sheet(figures, Grain.WEEK)
    assert sheet.question == "How much a week?"
    assert sheet.answer == "Target reached in 2 of 2 weeks; 13 days in all, 9 Nov – 23 Nov."
    assert sheet.rows[0] == ("week of 23 Nov", "1 day", "7 days", "still running")


@pytest.mark.parametrize("grain", Grain)
def test_every_grain_has_its_words(shown, grain):
    figures = shown(amounts=(10.0, 30.0) * 200, target=20)
    strength = strength_sheet(figures, grain)
    assert strength.answer.startswith("Strength ")
    assert len(strength.rows) == len(figures.progress.line(grain))
    if grain is not Grain.DAY:
        totals = totals_sheet(figures, grain)
        assert "8000 min in all" in totals.answer
        assert len(totals.rows) == len(figures.progress.stretches(grain))
        bars = totals_bars(figures, grain)
        for most in (2, 12, 500):
            labels = bars.labels(range(bars.count), most)
            assert labels
            assert len(labels) <= most * 3 // 2


def test_at_most_is_spoken_of_as_staying_within(shown):
    figures = shown(amounts=(10.0,) * 7 + (30.0,) * 8, target=20, at_most=True)
    sheet = totals_sheet(figures, Grain.WEEK)
    assert sheet.answer.startswith("Within the target in 1 of 2 weeks")
    assert [row[3] for row in sheet.rows] == [
        "within the target so far",
        "above the target",
        "within the target",
    ]


def test_a_week_that_asks_for_nothing_says_so(shown):
    figures = shown(letters="KKKKKKK" + "RRRRRRR" + "K")
    assert totals_sheet(figures, Grain.WEEK).rows[1][2:] == ("", "nothing asked")
    assert totals_bars(figures, Grain.WEEK).bar(1).target is None


def test_the_first_week_is_not_judged(shown):
    sheet = totals_sheet(shown(letters="K"), Grain.WEEK)
    assert sheet.answer == "The first one is still running: 1 day so far."


def test_weekdays_are_told_apart_only_when_there_are_enough(shown):
    few = weekdays_sheet(shown(letters="K" * 8))
    assert few.answer == "8 of 8 days, 16 Nov – 23 Nov: too early to tell weekdays apart."
    even = weekdays_sheet(shown("B", letters="K" * 35))
    assert even.answer.startswith("Equally often on every planned weekday; 35 of 35 days")
    # Four weeks in which Tuesdays were not kept, and today, a Monday.
    uneven = shown("C", letters="KNKKKKK" * 4 + "K")
    sheet = weekdays_sheet(uneven)
    assert "least often on Tuesday; 25 of 29 days" in sheet.answer
    assert weekday_bars(uneven).words(1) == "Tuesday · kept on 0 of 4 planned days"


def test_weekdays_that_are_not_planned_say_so(shown):
    bars = weekday_bars(shown(letters="K" * 30, schedule=Weekdays(frozenset({1}))))
    assert bars.bar(0).above == "5/5"
    assert bars.words(1) == "Tuesday · kept on 4, none planned"
    assert bars.bar(1).value == 0


def test_months_say_in_which_one_it_was_most(shown):
    one = months_sheet(shown(letters="KKK"))
    assert one.answer == "Kept on 3 days in Nov 2026: too early to compare months."
    two = shown("B", letters="K" * 40)
    assert "40 days in 2 months, most often in Nov 2026 (23)" in months_sheet(two).answer
    assert month_bubbles(two).words(1, 0) == "Monday, Nov 2026 · kept on 4 of 4 planned days"


def test_amounts_are_spread_around_the_one_in_the_middle(shown):
    sheet = spread_sheet(shown(amounts=(5.0, 10.0, 20.0, 20.0, 45.0), target=20))
    assert sheet.answer.startswith("Half of 5 amounts were 20 min or more; from 5 min to 45 min")
    assert sum(int(row[1]) for row in sheet.rows) == 5
    few = spread_sheet(shown("B", amounts=(5.0, 10.0), target=20))
    assert few.answer == "2 of 5 amounts: too early to say what is usual."


def test_streaks_tell_what_they_bridge(shown):
    sheet = streaks_sheet(shown(letters="KKRKKNKKNN" + "KO"))
    assert sheet.rows[0] == ("12 Nov – 19 Nov", "6 days", "1", "0", "1")
    assert sheet.rows[1][0] == "22 Nov – today, now"
    assert sheet.answer.startswith("The longest was 6 days, 12 Nov – 19 Nov. Now 1 day.")
    alone = streaks_sheet(shown("B", letters="KK"))
    assert alone.answer.startswith("The one that runs is the longest: 2 days")


def test_the_overview_compares_with_a_month_and_a_year_ago(shown):
    told = {fact.title: fact.words for fact in facts(shown(letters="K" * 60), "done")}
    assert told["today"] == "done"
    assert told["against a year ago"] == "not begun then"
    assert told["in all, since 25 September"] == "60 days kept"
    figures = shown("B", letters="K" * 400)
    now, then = (round(figures.progress.statistics.scores[i] * 100) for i in (-1, -32))
    told = {fact.title: fact.words for fact in facts(figures, "done")}
    assert told["against a month ago"] == ("the same, 100" if now == then else "")
    assert told["against a year ago"].startswith("+")


def test_a_year_tells_its_days(shown):
    figures = shown(letters="K" * 400 + "R")
    assert year_words(figures, 2026).startswith("In 2026: done on 326 days, rest on 1.")
    assert year_words(figures, 2025).startswith("In 2025: done on 74 days.")


# What is hard to draw


def all_sheets(figures):
    sheets = [
        weekdays_sheet(figures),
        months_sheet(figures),
        spread_sheet(figures),
        streaks_sheet(figures),
        *(strength_sheet(figures, grain) for grain in Grain),
        *(totals_sheet(figures, grain) for grain in list(Grain)[1:]),
    ]
    facts(figures, "")
    year_words(figures, None)
    return sheets


HARD = {
    "no entries": {"letters": "OOO"},
    "one entry": {"letters": "K"},
    "all rest": {"letters": "R" * 60},
    "all rest, measured": {"letters": "R" * 60, "target": 20},
    "very large and very small": {"amounts": (1e9, 0.001, 20.0, 20.0, 5.0, 20.0) * 9, "target": 20},
    "the largest that is kept": {"amounts": (1e12,) * 40, "target": 1e12},
    "twenty years": {"letters": "KKNRO" * 1461},
    "a year without entries": {"letters": "K" * 300 + "O" * 400 + "K" * 300},
    "a long name": {"name": "Long " * 39 + "name", "letters": "K" * 90},
    "asks for nothing": {"amounts": (0.0, 5.0) * 20, "target": 0},
}


@pytest.mark.parametrize("made", HARD.values(), ids=HARD.keys())
def test_whatever_was_logged_every_chart_draws_and_says_something(show, picture, make_habit, made):
    named = dict(made)
    make_habit(named.pop("name", "Sit"), **named)
    page = show()
    for number in range(4):
        page.header.spans.choose(number)
        for card in page.subject.board.shown_cards:
            drawn = picture(type(card))
            assert not drawn.grab().isNull()
            said = card.sheet(card.shown)
            assert said.answer
            assert all(len(row) == len(said.columns) for row in said.rows)
            right = card.mapTo(page, card.rect().topRight()).x()
            assert right < page.width()
    card = page.subject.board.card(StrengthCard)
    for grain in Grain:
        card.grains.choose(grain)
        assert not card.picture.grab().isNull()


def test_entries_of_the_future_are_not_drawn_and_it_is_said(show, picture, workspace, make_habit):
    habit = make_habit(letters="O")
    later = [Entry(habit.id, TODAY + timedelta(days=day), State.DONE) for day in (1, 9)]
    workspace.journal.add_records("Imported", later)
    page = show()
    assert page.header.answer.text().endswith("2 entries lie in the future and are not drawn.")
    assert not picture(StrengthCard).state.points
    assert picture(TotalsCard).count() == 0
    assert picture(YearCard).look_on(TODAY + timedelta(days=1)) == ""


def test_a_year_without_entries_says_so(shown):
    figures = shown(letters="K" * 200 + "O" * 800 + "K" * 10)
    assert year_words(figures, 2025) == "Nothing was logged in 2025."


def test_any_two_dates_are_summed_up(shown):
    dates = Dates(days_ago(20).toordinal(), days_ago(10).toordinal())
    figures = shown(letters="K" * 40, reach=dates)
    assert "11 of 11 days" in weekdays_sheet(figures).answer
    assert len(strength_sheet(figures, Grain.DAY).rows) == 11
    long_ago = Dates(days_ago(99).toordinal(), days_ago(60).toordinal())
    before = Shown(figures.progress, long_ago, figures.theme)
    assert all(sheet.answer for sheet in all_sheets(before))
    assert strength_sheet(before, Grain.DAY).rows == []
