"""Numbers and days as other apps write them: read, or taken for none, and never a fault."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.services.transfer.plain_values import (
    written_day,
    written_decimal,
    written_whole,
)

AROUND = st.text(" \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2003", max_size=3)


@pytest.mark.parametrize(
    "read", [lambda text: written_whole(text, 0), written_decimal, written_day]
)
@given(
    text=st.one_of(st.text(), st.from_regex(r"\s*[+-]?\d+[.,-]?\d*[.,-]?\d*\s*", fullmatch=True))
)
def test_no_text_is_a_fault(read: object, text: str) -> None:
    assert callable(read)
    read(text)


@given(AROUND, st.integers(0, 9999), AROUND)
def test_whatever_counts_as_space_may_stand_around_a_number(
    before: str, number: int, after: str
) -> None:
    text = f"{before}{number:03}{after}"
    assert written_whole(text, None) == number
    assert written_decimal(text) == number


def test_a_day_is_read_and_none_that_is_not_in_the_calendar() -> None:
    assert written_day(" 2026-11-23\x1d") == date(2026, 11, 23)
    assert written_day("2026-02-30") is None
