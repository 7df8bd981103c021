"""The one line on a card, for every kind of habit and schedule."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.schedule import parse_schedule
from selfcare_app.ui.welcome.words import card_words, whole_words

WORKDAYS = "mon,tue,wed,thu,fri"


@pytest.fixture(autouse=True)
def locale() -> Iterator[None]:
    usual = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(usual)


def habit(
    schedule: str,
    target: float | None = None,
    unit: str | None = None,
    direction: Direction = Direction.AT_LEAST,
) -> Habit:
    made = Habit("", "Sit", date(2026, 11, 1), schedule=parse_schedule(schedule), cue="At noon")
    if target is None:
        return made
    return Habit(
        "",
        "Sit",
        date(2026, 11, 1),
        kind=Kind.MEASURED,
        schedule=made.schedule,
        target=target,
        unit=unit,
        direction=direction,
    )


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (habit("daily"), "every day"),
        (habit(WORKDAYS), "working days"),
        (habit("mon"), "Mondays"),
        (habit("wed,sun"), "2 days a week"),
        (habit(WORKDAYS + ",sat,sun"), "every day"),
        (habit("1/week"), "once a week"),
        (habit("2/month"), "2 times a month"),
        (habit("1/14days"), "every second week"),
        (habit("1/10days"), "once in 10 days"),
        (habit("daily", 5, "min"), "5 min, every day"),
        (habit("mon,tue,thu,sat", 20, "min"), "20 min, 4 days a week"),
        (habit(WORKDAYS, 3, "breaks"), "3 breaks, working days"),
        (habit(WORKDAYS, 6, "sessions", Direction.AT_MOST), "at most 6 sessions, working days"),
        (habit("1/month", 1, "session"), "once a month"),
        (habit("1/week", 60, "min"), "at least 60 min a week"),
        (habit("1/week", 1, "drink", Direction.AT_MOST), "at most 1 drink a week"),
    ],
)
def test_a_card_says_in_short_how_much_and_how_often(made: Habit, words: str) -> None:
    assert card_words(made) == words


def test_the_tool_tip_says_all() -> None:
    assert whole_words(habit("wed,sun")) == "Wednesdays and Sundays\nAt noon"
    assert whole_words(habit("daily", 5, "min")) == "At least 5 min a day"
