"""A timer counts what was done, whatever the clock is set to."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.timer import (
    FORGOTTEN_SECONDS,
    LONGEST_SECONDS,
    Timer,
    is_forgotten,
    minutes_of,
    paused,
    seconds_counted,
    set_back,
)

DAY = date(2026, 11, 23)
NOON = 1_800_000_000_000
stretches = st.integers(0, 6 * 3600 * 1000)


@given(before=st.floats(0, 3600), watched=stretches, back=st.integers(1, 10**10), after=stretches)
def test_a_clock_set_back_neither_takes_nor_gives(
    before: float, watched: int, back: int, after: int
) -> None:
    timer = Timer("sit", DAY, before, NOON)
    seen = NOON + watched
    now = seen - back
    mended = set_back(timer, seen, now)
    if now >= max(seen, NOON):
        assert mended == timer
        return
    counted = before + watched / 1000 + after / 1000
    assert abs(seconds_counted(mended, now + after) - min(counted, LONGEST_SECONDS)) < 0.01


@given(stretches)
def test_a_clock_that_goes_on_changes_nothing(passed: int) -> None:
    timer = Timer("sit", DAY, 60, NOON)
    assert set_back(timer, NOON, NOON + passed) == timer
    still = paused(timer, NOON + passed)
    assert set_back(still, NOON + passed, NOON - 5000) == still


def test_what_counted_for_more_than_four_hours_may_have_been_forgotten() -> None:
    assert not is_forgotten(FORGOTTEN_SECONDS)
    assert is_forgotten(FORGOTTEN_SECONDS + 1)
    assert minutes_of(200) == 3.3
