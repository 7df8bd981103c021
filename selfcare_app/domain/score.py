"""The score (strength), 0 to 1: an exponential average in which recent planned days weigh more.

The formula is Loop Habit Tracker's: each day s ← s·m + c·(1 − m) with
m = 0.5^(√f / 13) for a frequency f of n times in k days, so that the weight of a day
halves in 13 / √f days.
"""

from collections.abc import Sequence
from itertools import accumulate
from operator import sub

from selfcare_app.domain.amount import millionths
from selfcare_app.domain.schedule import frequency_of, target_days_of
from selfcare_app.domain.timeline import (
    ALL_KEPT,
    FREE,
    KEPT,
    LOGGED,
    REST,
    Timeline,
    flags_of,
)

HALF_LIFE = 13
"""Days after which a day of a daily habit weighs half."""

_ALL_KEPT = flags_of(ALL_KEPT)
_DONE = flags_of(bytes([KEPT]))
_UNMOVED = flags_of(bytes([REST, FREE]))


def multiplier_of(times: int, days: int) -> float:
    """m for a habit asked `times` in `days` days: what yesterday's score keeps, 0–1."""
    return 0.5 ** ((times / days) ** 0.5 / HALF_LIFE)  # type: ignore[no-any-return]  # int ** float


def step(score: float, times: int, days: int, completion: float) -> float:
    """The score after one more day on which `completion` (0–1) of what was asked was done."""
    kept = multiplier_of(times, days)
    return score * kept + completion * (1 - kept)


def scores(timeline: Timeline) -> list[float]:
    """The score at the end of each day of `timeline`, 0–1, one a mark."""
    kept = multiplier_of(*frequency_of(timeline.habit.schedule))
    gained = 1 - kept
    score = 1.0 if timeline.habit.at_most else 0.0
    return [
        score if stays else (score := score * kept + completion * gained)
        for stays, completion in zip(_unmoved(timeline), _completions(timeline), strict=True)
    ]


def _unmoved(timeline: Timeline) -> Sequence[int]:
    """For each day whether it leaves the score as it was."""
    if not timeline.habit.at_most:
        return timeline.marks.translate(_UNMOVED)
    # Only an amount moves it: kept days have one, and one above the target is never 0.
    days = zip(timeline.marks.translate(_ALL_KEPT), timeline.amounts, strict=True)
    return [not (kept or amount) for kept, amount in days]


def _completions(timeline: Timeline) -> Sequence[float]:
    """c of each day, 0–1: how much of what was asked was done in the window ending there."""
    if timeline.habit.measured:
        return _completions_by_amount(timeline)
    times, days = frequency_of(timeline.habit.schedule)
    if days == 1:
        return timeline.marks.translate(_ALL_KEPT)
    done = rolling_sums(timeline.marks.translate(_DONE), days * 2)
    wanted = times * 2
    return [count / wanted if count < wanted else 1.0 for count in done]


def _completions_by_amount(timeline: Timeline) -> list[float]:
    target = millionths(timeline.habit.target or 0.0)
    sums = rolling_sums(timeline.amounts, target_days_of(timeline.habit.schedule))
    if timeline.habit.at_most:
        if target <= 0:
            return [0.0 if total > 0 else 1.0 for total in sums]
        none = 2 * target
        return [
            1.0 if total <= target else 1 - (total - target) / target if total < none else 0.0
            for total in sums
        ]
    if target <= 0:
        # Nothing is asked, and that is done from the first day on that anything was logged.
        first_logged = next(
            (index for index, mark in enumerate(timeline.marks) if mark in LOGGED), len(sums)
        )
        return [0.0] * first_logged + [1.0] * (len(sums) - first_logged)
    return [total / target if total < target else 1.0 for total in sums]


def rolling_sums(amounts: Sequence[int], window: int) -> Sequence[int]:
    """For each day the sum over the last `window` days, that day included."""
    if window == 1:
        return amounts
    totals = list(accumulate(amounts, initial=0))
    before_window = [0] * (window - 1) + totals
    return list(map(sub, totals[1:], before_window))
