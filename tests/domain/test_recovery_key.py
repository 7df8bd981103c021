"""The recovery key: written down by hand, typed in again much later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.recovery_key import recovery_text, secret_of

SECRETS = st.binary(min_size=32, max_size=32)
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(SECRETS)
def test_what_is_written_down_is_read_again(secret: bytes) -> None:
    text = recovery_text(secret)
    assert [len(group) for group in text.split(" ")] == [4] * 14
    assert set(text) <= {*DIGITS, " "}
    assert secret_of(text) == secret


@given(SECRETS)
def test_it_may_be_typed_in_small_letters_and_with_letters_that_look_alike(secret: bytes) -> None:
    text = recovery_text(secret)
    typed = text.lower().replace("0", "o").replace("1", "l").replace(" ", "-")
    assert secret_of(f" {typed}\n") == secret
    assert secret_of(text.replace(" ", "").replace("1", "I")) == secret


@given(SECRETS, st.integers(0, 55), st.integers(1, 31))
def test_one_wrong_letter_is_noticed(secret: bytes, place: int, shift: int) -> None:
    digits = list(recovery_text(secret).replace(" ", ""))
    digits[place] = DIGITS[(DIGITS.index(digits[place]) + shift) % 32]
    with pytest.raises(BadInput, match="mistyped somewhere"):
        secret_of("".join(digits))


def test_what_cannot_be_a_recovery_key_is_told() -> None:
    text = recovery_text(bytes(32))
    with pytest.raises(BadInput, match="has 56 letters and digits; this has 55"):
        secret_of(text[:-1])
    with pytest.raises(BadInput, match="has 56 letters and digits; this has 0"):
        secret_of("")
    with pytest.raises(BadInput, match="“U” does not occur"):
        secret_of(f"U{text[1:]}")
