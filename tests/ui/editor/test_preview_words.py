"""What a change does to the past is said in a few sentences, of what becomes different alone."""

import pytest

from selfcare_app.domain.consistency import Consistency
from selfcare_app.services.preview import Figures, Preview
from selfcare_app.ui.editor.preview_words import preview_words

BEFORE = Figures(Consistency(25, 29, "days"), 17, "days", 20, 75)
KEPT = "Everything that you logged stays as it is."


def words(after: Figures, before: Figures = BEFORE, *, streaks_shown: bool = True) -> str:
    return preview_words(Preview(before, after), streaks_shown=streaks_shown)


def test_every_figure_that_becomes_another_is_told() -> None:
    after = Figures(Consistency(6, 8, "weeks"), 4, "weeks", 9, 81)
    assert words(after) == (
        "With this change, you have kept 6 of 8 weeks, instead of 25 of 29 days. "
        "The streak becomes 4 weeks, instead of 17 days. "
        "The best streak becomes 9 weeks, instead of 20 days. "
        f"Strength becomes 81 of 100, instead of 75. {KEPT}"
    )


def test_what_stays_the_same_is_not_told() -> None:
    assert words(BEFORE) == f"Your figures stay as they are. {KEPT}"
    assert words(BEFORE._replace(strength=74)) == (
        f"Strength becomes 74 of 100, instead of 75. {KEPT}"
    )


def test_a_running_streak_that_is_the_best_is_told_once() -> None:
    before = BEFORE._replace(best_streak=17)
    assert words(before._replace(streak=19, best_streak=19), before) == (
        f"The streak becomes 19 days, instead of 17 days. {KEPT}"
    )


@pytest.mark.parametrize("streak", [0, 5])
def test_a_best_streak_can_change_by_itself(streak: int) -> None:
    before = BEFORE._replace(streak=streak)
    assert words(before._replace(best_streak=24), before) == (
        f"The best streak becomes 24 days, instead of 20 days. {KEPT}"
    )


def test_hidden_streaks_stay_hidden() -> None:
    after = BEFORE._replace(streak=19, best_streak=30)
    assert words(after, streaks_shown=False) == f"Your figures stay as they are. {KEPT}"


def test_a_habit_without_a_past_is_told_of_without_one() -> None:
    fresh = Figures(Consistency(0, 0, "days"), 0, "days", 0, 0)
    assert "nothing was planned yet" in words(fresh)
    assert words(BEFORE, fresh).startswith("With this change, you have kept 25 of 29 days. ")
    weekly = Figures(Consistency(0, 0, "weeks"), 0, "weeks", 0, 0)
    assert "streak" not in words(weekly, fresh)
