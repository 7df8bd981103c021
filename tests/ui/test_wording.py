"""Habits, days and figures in words."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from selfcare_app.domain.consistency import Consistency
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.ui.wording import (
    consistency_words,
    date_format,
    date_words,
    day_words,
    schedule_words,
    short_date_words,
    short_day_words,
    state_words,
    streak_words,
)

DAY = date(2026, 11, 17)
TICKED = Habit("h", "Read", DAY)
AT_LEAST, AT_MOST = Direction.AT_LEAST, Direction.AT_MOST


@pytest.fixture(autouse=True)
def locale() -> Iterator[None]:
    usual = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(usual)


def planned(schedule):
    return Habit("h", "Read", DAY, schedule=schedule)


def measured(target=20.0, direction=AT_LEAST, schedule=EVERY_DAY, unit="min"):
    return Habit(
        "h",
        "Walk",
        DAY,
        kind=Kind.MEASURED,
        schedule=schedule,
        target=target,
        direction=direction,
        unit=unit,
    )


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (EVERY_DAY, "every day"),
        (Weekdays(frozenset(range(1, 8))), "every day"),
        (Weekdays(frozenset(range(1, 6))), "Monday to Friday"),
        (Weekdays(frozenset({4, 1})), "Mondays and Thursdays"),
        (Weekdays(frozenset({1, 3, 6})), "Mondays, Wednesdays and Saturdays"),
        (Weekdays(frozenset({7})), "Sundays"),
        (TimesPerWeek(1), "once a week"),
        (TimesPerWeek(3), "3 times a week"),
        (TimesPerMonth(1), "once a month"),
        (TimesPerMonth(4), "4 times a month"),
        (TimesInDays(1, 14), "once in 14 days"),
        (TimesInDays(2, 5), "2 times in 5 days"),
        (TimesInDays(5, 5), "every day"),
    ],
)
def test_a_schedule_in_words(schedule, words):
    assert schedule_words(planned(schedule)) == words


@pytest.mark.parametrize(
    ("habit", "words"),
    [
        (measured(), "at least 20 min a day"),
        (measured(2.5, AT_MOST, unit="cups"), "at most 2.5 cups a day"),
        (measured(unit=""), "at least 20 a day"),
        (measured(schedule=Weekdays(frozenset({1, 4}))), "at least 20 min, Mondays and Thursdays"),
        (measured(60, schedule=TimesPerWeek(3)), "at least 60 min a week"),
        (measured(60, schedule=TimesPerMonth(3)), "at least 60 min a month"),
        (measured(60, schedule=TimesInDays(3, 10)), "at least 60 min in 10 days"),
    ],
)
def test_a_measured_habit_says_how_much(habit, words):
    assert schedule_words(habit) == words


@pytest.mark.parametrize(
    ("habit", "state", "value", "words"),
    [
        (TICKED, State.DONE, None, "done"),
        (TICKED, State.NOT_DONE, None, "not done"),
        (TICKED, State.REST, None, "rest"),
        (TICKED, None, None, "open"),
        (measured(), State.DONE, 20, "done, 20 of 20 min"),
        (measured(), State.DONE, 25, "done, 25 min"),
        (measured(), State.DONE, 10, "partly done, 10 of 20 min"),
        (measured(), State.DONE, None, "done, without an amount"),
        (measured(), State.NOT_DONE, 0, "not done"),
        (measured(), State.REST, None, "rest"),
        (measured(2, AT_MOST), State.DONE, 0, "done, 0 of at most 2 min"),
        (measured(2, AT_MOST), State.DONE, 2, "done, 2 of at most 2 min"),
        (measured(2, AT_MOST), State.DONE, 3, "3, above 2 min"),
    ],
)
def test_what_was_said_of_a_day(habit, state, value, words):
    assert state_words(habit, Entry("h", DAY, state, value)) == words


def test_days_are_written_as_the_place_writes_them():
    today = date(2026, 11, 23)
    assert day_words(DAY, today) == "Tuesday 17 November"
    assert short_day_words(DAY, today) == "Tue 17 Nov"
    assert date_words(DAY, today) == "17 November"
    assert short_date_words(DAY, today) == "17 Nov"
    QLocale.setDefault(QLocale("en_US"))
    assert day_words(DAY, today) == "Tuesday, November 17"
    QLocale.setDefault(QLocale("es_ES"))
    assert date_words(DAY, today) == "17 de noviembre"


def test_another_year_is_named():
    assert day_words(DAY, date(2027, 1, 1)) == "Tuesday 17 November 2026"
    assert short_date_words(DAY, date(2027, 1, 1)) == "17 Nov 2026"


@pytest.mark.parametrize("name", ["en_GB", "en_US", "de_DE", "es_ES", "lv_LV", "lt_LT", "ja_JP"])
@pytest.mark.parametrize("weekday", [True, False])
def test_day_and_month_are_kept_where_the_year_is_left_out(name, weekday):
    written = date_format(name, year=False, weekday=weekday, short=False)
    assert "y" not in written.replace("'", "")
    assert "M" in written
    assert ("dddd" in written) is weekday
    assert "d" in written.replace("dddd", "")
    assert written == written.strip(" ,.") or written.endswith(".")


def test_amounts_take_the_decimal_sign_of_the_place():
    QLocale.setDefault(QLocale("de_DE"))
    assert state_words(measured(2.5), Entry("h", DAY, State.DONE, 2.5)) == "done, 2,5 of 2,5 min"


def test_figures_in_words():
    assert consistency_words(Consistency(18, 24, "days")) == "18 of 24 days"
    assert consistency_words(Consistency(6, 8, "weeks")) == "6 of 8 weeks"
    assert consistency_words(Consistency(3, 6, "months")) == "3 of 6 months"
    assert streak_words(17, "days") == "streak of 17 days"
    assert streak_words(1, "weeks") == "streak of 1 week"
