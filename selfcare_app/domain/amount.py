"""Amounts of measured habits: decimals from 0 up, exact to a millionth.

Sums of decimals drift when added as floats (0.7 + 0.1 + 0.1 stays below 0.9), so
everything that adds or compares amounts does it in whole millionths.
"""

import math

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr

MILLION = 1_000_000
LARGEST = 1_000_000_000_000.0
"""Nobody walks further; above it the millionths would leave SQLite's and JSON's exact range."""


def millionths(amount: float) -> int:
    """`amount` as a whole number of millionths, for exact sums and comparisons."""
    return round(amount * MILLION)


def checked_amount(amount: float) -> float:
    """`amount`, rounded to a millionth.

    Raises BadInput when it is negative, infinite, no number, or beyond `LARGEST`.
    """
    if not math.isfinite(amount):
        raise BadInput(tr("An amount must be an ordinary number, such as 20 or 2.5."))
    if amount < 0:
        raise BadInput(tr("An amount cannot be less than 0."))
    if amount > LARGEST:
        raise BadInput(tr("That amount is too large to keep."))
    return round(amount, 6) + 0.0  # adding 0.0 turns -0.0 into 0.0


def parse_amount(text: str) -> float:
    """The amount a person typed; a decimal comma is as good as a point.

    Raises BadInput with a sentence that names what was typed.
    """
    if not text.strip():
        raise BadInput(tr("Type an amount, such as 20 or 2.5."))
    cleaned = text.strip().replace("\u00a0", "").replace("\u202f", "")
    if "," in cleaned and "." not in cleaned and cleaned.count(",") == 1:
        cleaned = cleaned.replace(",", ".")
    try:
        if "_" in cleaned:
            raise ValueError
        amount = float(cleaned)
    except ValueError:
        raise BadInput(
            tr("“{text}” is not a number; type one such as 20 or 2.5.", text=text.strip()[:40])
        ) from None
    return checked_amount(amount)


def format_amount(amount: float) -> str:
    """`amount` without needless zeros: 20, 2.5, 0.001."""
    return f"{amount:.6f}".rstrip("0").rstrip(".")
