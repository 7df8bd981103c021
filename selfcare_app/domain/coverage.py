"""Covered days of a rolling schedule, "n times in k days".

What was done on some days reaches over the days between: a person who swims once in
three days and swam on Monday has Tuesday and Wednesday covered.
"""

from selfcare_app.domain.amount import millionths
from selfcare_app.domain.days import month_length_of, month_start_of
from selfcare_app.domain.schedule import TimesInDays
from selfcare_app.domain.score import rolling_sums
from selfcare_app.domain.timeline import KEPT, LOGGED, Timeline


def covered_days(timeline: Timeline) -> bytes:
    """1 for each covered day of `timeline`, 0 for the others; for `TimesInDays` habits only."""
    schedule = timeline.habit.schedule
    assert isinstance(schedule, TimesInDays)
    if timeline.habit.measured:
        return _covered_by_amount(timeline, schedule.days)
    covered = bytearray(mark == KEPT for mark in timeline.marks)
    newest_first = [
        timeline.first + index for index in range(len(covered) - 1, -1, -1) if covered[index]
    ]
    for begin, end in _intervals(newest_first, schedule):
        low = max(0, begin - timeline.first)
        high = max(low, min(len(covered), end - timeline.first + 1))
        covered[low:high] = b"\x01" * (high - low)
    return bytes(covered)


def _intervals(done: list[int], schedule: TimesInDays) -> list[tuple[int, int]]:
    """The stretches (first, last day number) that the days `done`, newest first, cover."""
    intervals: list[tuple[int, int]] = []
    newer_begin: int | None = None
    for newest, oldest in zip(done, done[schedule.times - 1 :], strict=False):
        length = _window_length(oldest, schedule.days)
        if newest - oldest >= length:
            continue
        begin, end = oldest, oldest + length - 1
        if newer_begin is not None and end >= newer_begin:
            # Two stretches that overlap would waste days: the older one slides into the past,
            # as far as its newest done day stays inside.
            slide = min(end - newest, end - newer_begin + 1)
            begin, end = begin - slide, end - slide
        intervals.append((begin, end))
        newer_begin = begin
    return intervals


def _window_length(begin: int, days: int) -> int:
    """`days`, but a window of 30 or 31 means a month: the one that `begin` lies in, or the
    next where `begin` is its month's last day."""
    if days not in (30, 31):
        return days
    next_day_starts_month = month_start_of(begin + 1) == begin + 1
    return month_length_of(begin + 1 if next_day_starts_month else begin)


def _covered_by_amount(timeline: Timeline, days: int) -> bytes:
    target = millionths(timeline.habit.target or 0.0)
    sums = rolling_sums(timeline.amounts, days)
    if not timeline.habit.at_most:
        return bytes(total >= target for total in sums)
    logged = [mark in LOGGED for mark in timeline.marks]
    return bytes(
        total <= target and said > 0
        for total, said in zip(sums, rolling_sums(logged, days), strict=True)
    )
