"""What a chart of bars shows, as plain values before anything is painted."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from math import floor, log10
from typing import NamedTuple

from selfcare_app.domain.value import Value

_NOTHING = 1e-9
"""Below the smallest amount that is kept."""


class Shape(Enum):
    """How a bar is filled: told apart without colour."""

    FULL = auto()
    """What was asked for was reached."""
    PART = auto()
    OUTLINE = auto()
    """Not over yet."""


class Part(NamedTuple):
    """A part of a stacked bar: told apart by its pattern, and by its colour."""

    value: float
    hue: str
    pattern: int
    """Which of `PATTERNS`; they begin anew after the last."""


class Bar(NamedTuple):
    """One bar: `value` from 0 up, and what stands above it."""

    value: float
    above: str
    shape: Shape = Shape.PART
    target: float | None = None
    """Where a dashed line crosses it."""
    parts: tuple[Part, ...] = ()
    """What `value` is made of, from the bottom; the shape says nothing then."""


class Label(Value):
    """What stands under a bar."""

    number: int
    words: str


class Bars(Value):
    """`count` bars, of which the range that was chosen are `home`: from one number up to but
    without another. Bars are asked for one by one, so that only those seen are computed."""

    count: int
    home: tuple[int, int]
    bar: Callable[[int], Bar]
    words: Callable[[int], str]
    """All about a bar."""
    labels: Callable[[range, int], Sequence[Label]]
    """The labels among those numbers, about as many as said."""
    height_words: Callable[[float], str]
    """A height at the axis in words."""
    full: float | None = None
    """A fixed height of the axis instead of one that fits the bars."""
    whole: bool = False
    """Whether heights between whole numbers make no sense."""
    label_room: str = "88 Mmm 8888"
    """As wide as the widest label."""
    zooms: bool = False
    all_above: bool = True
    """Whether every bar says its value, or only the highest and the last."""


NO_BARS = Bars(0, (0, 0), lambda number: Bar(0, ""), str, lambda seen, most: (), str)


def axis_steps(highest: float, most: int, *, whole: bool = False) -> list[float]:
    """Round heights from 0 to the first at or above `highest`, not more than `most` above 0."""
    if highest < _NOTHING:
        return [0.0, 1.0]
    if whole:
        highest = max(highest, 1.0)
    power = 10.0 ** floor(log10(highest / max(1, most)))
    for factor in (1, 2, 2.5, 5, 10, 20):
        step = power * factor
        if whole and step != round(step):
            continue
        if step * most >= highest:
            break
    count = max(1, -int(-highest // step))
    return [step * number for number in range(count + 1)]
