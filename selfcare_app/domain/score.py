"""The score (strength), 0 to 1: an exponential average in which recent planned days weigh more.

The formula is Loop Habit Tracker's: each day s ← s·m + c·(1 − m) with
m = 0.5^(√f / 13) for a frequency f of n times in k days, so that the weight of a day
halves in 13 / √f days.
"""

from itertools import accumulate

from selfcare_app.domain.amount import millionths
from selfcare_app.domain.schedule import frequency_of, target_days_of
from selfcare_app.domain.timeline import FREE, KEPT, OPEN, REST, Timeline

HALF_LIFE = 13
"""Days after which a day of a daily habit weighs half."""


def multiplier_of(times: int, days: int) -> float:
    """m for a habit asked `times` in `days` days: what yesterday's score keeps, 0–1."""
    return 0.5 ** ((times / days) ** 0.5 / HALF_LIFE)  # type: ignore[no-any-return]  # int ** float


def step(score: float, times: int, days: int, completion: float) -> float:
    """The score after one more day on which `completion` (0–1) of what was asked was done."""
    kept = multiplier_of(times, days)
    return score * kept + completion * (1 - kept)


def scores(timeline: Timeline) -> list[float]:
    """The score at the end of each day of `timeline`, 0–1, one a mark."""
    times, days = frequency_of(timeline.habit.schedule)
    kept = multiplier_of(times, days)
    score = 1.0 if timeline.habit.at_most else 0.0
    unmoved = bytes((REST, FREE, OPEN)) if timeline.habit.at_most else bytes((REST, FREE))
    series: list[float] = []
    add = series.append
    gained = 1 - kept
    for mark, completion in zip(timeline.marks, _completions(timeline), strict=True):
        if mark not in unmoved:
            score = score * kept + completion * gained
        add(score)
    return series


def _completions(timeline: Timeline) -> list[float]:
    """c of each day, 0–1: how much of what was asked was done in the window ending there."""
    if timeline.habit.measured:
        return _completions_by_amount(timeline)
    times, days = frequency_of(timeline.habit.schedule)
    if days == 1:
        return [1.0 if mark in b"Kk" else 0.0 for mark in timeline.marks]
    done = [mark == KEPT for mark in timeline.marks]
    window, wanted = days * 2, times * 2
    return [min(1.0, count / wanted) for count in rolling_sums(done, window)]


def _completions_by_amount(timeline: Timeline) -> list[float]:
    target = millionths(timeline.habit.target or 0.0)
    sums = rolling_sums(timeline.amounts, target_days_of(timeline.habit.schedule))
    if timeline.habit.at_most:
        if target <= 0:
            return [0.0 if total > 0 else 1.0 for total in sums]
        return [max(0.0, min(1.0, 1 - (total - target) / target)) for total in sums]
    if target <= 0:
        return [1.0] * len(sums)
    return [min(1.0, total / target) for total in sums]


def rolling_sums(amounts: list[bool] | tuple[int, ...], window: int) -> list[int]:
    """For each day the sum over the last `window` days, that day included."""
    if window == 1:
        return [int(amount) for amount in amounts]
    totals = list(accumulate(amounts, initial=0))
    early = totals[1 : window + 1]
    return early + [
        newer - older for newer, older in zip(totals[window + 1 :], totals[1:], strict=False)
    ]
