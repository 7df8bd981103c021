"""When a habit counts as silent, so that one may ask about it."""

import pytest

from selfcare_app.domain.entry import Pause
from selfcare_app.domain.schedule import (
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.domain.silence import is_silent
from selfcare_app.domain.value import replace
from tests.domain.strategies import Case, ago, logged, yes_no

SILENCE = " " * 15


def silent(case: Case) -> bool:
    return is_silent(case.timeline())


def test_two_weeks_and_today_without_a_word_are_silence() -> None:
    assert silent(logged(yes_no(), "Y" + SILENCE))
    assert not silent(logged(yes_no(), "Y" + SILENCE[1:]))


@pytest.mark.parametrize("said", "YNR")
def test_any_word_breaks_the_silence(said: str) -> None:
    assert not silent(logged(yes_no(), "Y" + SILENCE[:-1] + said))
    assert not silent(logged(yes_no(), "Y" + said + SILENCE[1:]))


def test_a_habit_that_was_never_logged_is_silent_two_weeks_after_its_first_day() -> None:
    assert silent(Case(yes_no(created=ago(14))))
    assert not silent(Case(yes_no(created=ago(13))))


def test_a_pause_is_no_silence() -> None:
    quiet = logged(yes_no(), "Y" + SILENCE)
    assert not silent(replace(quiet, pauses=(Pause("", None, ago(3), ago(3)),)))


def test_nobody_is_asked_about_an_archived_habit() -> None:
    assert not silent(Case(replace(yes_no(created=ago(60)), archived=True)))


@pytest.mark.parametrize(
    ("schedule", "asks"),
    [
        (Weekdays(frozenset({1})), True),
        (TimesPerWeek(1), True),
        (TimesInDays(1, 14), False),
        (TimesInDays(1, 13), True),
        (TimesPerMonth(2), False),
        (TimesPerMonth(3), True),
    ],
)
def test_a_habit_that_asks_once_in_two_weeks_or_less_may_say_nothing_for_so_long(
    schedule: Schedule, asks: bool
) -> None:
    assert silent(Case(yes_no(created=ago(60), schedule=schedule))) is asks
