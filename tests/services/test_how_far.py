"""How far something is: told in order, from 0 to 1, and broken off at any word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.services import how_far as module
from selfcare_app.services.how_far import Cancelled, HowFar


@given(st.integers(0, 9_000), st.floats(0, 1), st.floats(0, 1))
def test_shares_grow_within_their_part_and_nothing_is_left_out(
    count: int, one: float, other: float
) -> None:
    told: list[float] = []
    first, last = min(one, other), max(one, other)
    part = HowFar(told.append).part(first, last)
    assert list(part.each(range(count))) == list(range(count))
    assert [each for some in part.parts(range(count)) for each in some] == list(range(count))
    half = len(told) // 2
    assert all(first - 1e-9 <= share <= last + 1e-9 for share in told)
    assert told[-1] == pytest.approx(last)
    assert told[:half] == sorted(told[:half])


def test_it_is_told_every_so_many_items() -> None:
    told: list[float] = []
    list(HowFar(told.append).each(range(2 * module.STEP)))
    assert told == [0.0, 0.5, 1.0]


def test_whoever_hears_it_can_break_it_off() -> None:
    done: list[int] = []

    def stop(share: float) -> None:
        if share > 0:
            raise Cancelled

    with pytest.raises(Cancelled, match="nothing was changed"):
        done.extend(HowFar(stop).each(range(3 * module.STEP)))
    assert len(done) <= module.STEP


def test_without_anybody_to_hear_it_goes_on() -> None:
    assert list(HowFar().each("abc")) == ["a", "b", "c"]
