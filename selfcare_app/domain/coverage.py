"""Covered days of a rolling schedule, "n times in k days".

What was done on some days reaches over the days between: a person who swims once in
three days and swam on Monday has Tuesday and Wednesday covered.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from selfcare_app.domain.amount import millionths
from selfcare_app.domain.days import month_length_of, month_start_of
from selfcare_app.domain.schedule import LONGEST_WINDOW, TimesInDays
from selfcare_app.domain.score import rolling_sums
from selfcare_app.domain.timeline import KEPT, Timeline, flags_of

_DONE = flags_of(bytes([KEPT]))


@lru_cache(maxsize=1)  # streaks, consistency and the page ask in a row for the same timeline
def covered_days(timeline: Timeline) -> bytes:
    """1 for each covered day of `timeline`, 0 for the others; for `TimesInDays` habits only."""
    schedule = timeline.habit.schedule
    assert isinstance(schedule, TimesInDays)
    if timeline.habit.measured:
        return _covered_by_amount(timeline, schedule.days)
    covered = bytearray(timeline.marks.translate(_DONE))
    done = list(compress(range(len(covered)), covered))
    done.reverse()
    lengths = _window_lengths(timeline, schedule.days)
    newer_begin = len(covered) + LONGEST_WINDOW  # nothing newer yet: beyond any stretch
    for newest, oldest in zip(done, done[schedule.times - 1 :], strict=False):
        length = lengths[oldest]
        if newest - oldest >= length:
            continue
        end = oldest + length - 1
        if end >= newer_begin:
            # Two stretches that overlap would waste days: the older one slides into the past,
            # as far as its newest done day stays inside.
            end = newest if newest >= newer_begin else newer_begin - 1
        newer_begin = end - length + 1
        low = newer_begin if newer_begin > 0 else 0
        covered[low : end + 1] = b"\x01" * (end + 1 - low)
    return bytes(covered[: len(timeline.marks)])


def _window_lengths(timeline: Timeline, days: int) -> Sequence[int]:
    """For each day the length of a window that begins there: `days`, but 30 or 31 mean a
    month, the one that the following day lies in."""
    if days not in (30, 31):
        return [days] * len(timeline.marks)
    lengths: list[int] = []
    while len(lengths) < len(timeline.marks):
        following = timeline.first + len(lengths) + 1
        length = month_length_of(following)
        lengths += [length] * (month_start_of(following) + length - following)
    return lengths


def _covered_by_amount(timeline: Timeline, days: int) -> bytes:
    target = millionths(timeline.habit.target or 0.0)
    sums = rolling_sums(timeline.amounts, days)
    if timeline.habit.at_most:
        kept = rolling_sums(timeline.marks.translate(_DONE), days)
        return bytes([some > 0 and total <= target for some, total in zip(kept, sums, strict=True)])
    covered = bytes([total >= target for total in sums])
    # A target of 0 is reached even by nothing, but not before the habit began.
    unasked = max(0, timeline.start - timeline.first)
    return (bytes(unasked) + covered[unasked:])[: len(covered)]
