"""How the amounts of a measured habit are spread: how many days had how much.

Amounts are whole millionths, so that nothing falls beside its bar by rounding.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from selfcare_app.domain.timeline import ALL_KEPT, Timeline
from selfcare_app.domain.value import Value

MOST_BINS = 12
TOO_FAR = 1000
"""From how many times the median on the largest amount would press all others into one bin of
equal width; then each bin begins at ten times the one before."""


class Bin(NamedTuple):
    """Amounts from `low` up to but without `high`, and how many days had one."""

    low: int
    high: int
    days: int


class Distribution(Value):
    """The spread of some amounts; `least`, `median` and `most` in millionths."""

    count: int
    least: int
    median: Fraction
    most: int
    bins: tuple[Bin, ...]
    tenfold: bool
    """Whether each bin begins at ten times the one before."""


def amounts_logged(timeline: Timeline, days: range) -> list[int]:
    """The amounts on the day numbers `days`, ascending; a 0 only where that keeps the habit, so
    that days without an amount are left out."""
    first = max(0, days.start - timeline.first)
    stop = max(first, days.stop - timeline.first)
    marks, amounts = timeline.marks[first:stop], timeline.amounts[first:stop]
    at_most = timeline.habit.at_most
    said = zip(marks, amounts, strict=False)
    return sorted(amount for mark, amount in said if amount or (at_most and mark in ALL_KEPT))


def distribution(amounts: Sequence[int]) -> Distribution | None:
    """The spread of `amounts`, which ascend; None where there are none."""
    if not amounts:
        return None
    count = len(amounts)
    median = Fraction(amounts[(count - 1) // 2] + amounts[count // 2], 2)
    least, most = amounts[0], amounts[-1]
    tenfold = most >= TOO_FAR * max(median, Fraction(1))
    edges = list(_tenfold_edges(amounts) if tenfold else _even_edges(least, most))
    places = [bisect_right(amounts, edge - 1) for edge in edges]
    bins = tuple(
        Bin(low, high, after - before)
        for low, high, before, after in zip(edges, edges[1:], places, places[1:], strict=False)
    )
    return Distribution(count, least, median, most, bins, tenfold)


def _even_edges(least: int, most: int) -> Iterator[int]:
    step = _round_step(least, most)
    begin = least // step * step
    return iter(range(begin, most + step + 1, step))


def _round_step(least: int, most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … with which `MOST_BINS` bins suffice."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if most // step - least // step < MOST_BINS:
                return step
        power *= 10


def _tenfold_edges(amounts: Sequence[int]) -> Iterator[int]:
    smallest = next(amount for amount in amounts if amount)
    if not amounts[0]:
        yield 0
    edge = 1
    while edge * 10 <= smallest:
        edge *= 10
    yield edge
    while edge <= amounts[-1]:
        edge *= 10
        yield edge
