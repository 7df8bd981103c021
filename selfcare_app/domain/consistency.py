"""Consistency, the headline of a habit: "18 of 24 planned days"."""

from typing import NamedTuple

from selfcare_app.domain.coverage import covered_days
from selfcare_app.domain.period import periods
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek
from selfcare_app.domain.streak import streak_unit
from selfcare_app.domain.timeline import KEPT, LOGGED, NOT_KEPT, OPEN, PARTLY, REST, Timeline

DAYS_COUNTED = 30
WEEKS_COUNTED = 8
MONTHS_COUNTED = 6


class Consistency(NamedTuple):
    """How many of the lately planned days, weeks or months were kept."""

    kept: int
    planned: int
    unit: str
    """`days`, `weeks` or `months`."""


def consistency(timeline: Timeline) -> Consistency:
    """Over the last 30 days, or the last 8 complete weeks or 6 complete months, and the
    running one once it is reached; nothing before the habit's start counts."""
    match timeline.habit.schedule:
        case TimesPerWeek():
            return _of_periods(timeline, WEEKS_COUNTED)
        case TimesPerMonth():
            return _of_periods(timeline, MONTHS_COUNTED)
        case TimesInDays():
            return _of_covered_days(timeline)
        case _:
            return _of_days(timeline)


def _recent_marks(timeline: Timeline) -> bytes:
    """Marks of the last 30 days since the start; the last day only once it has an entry."""
    begin = max(timeline.start, timeline.as_of - DAYS_COUNTED + 1) - timeline.first
    marks = timeline.marks[max(0, begin) :]
    return marks[:-1] if marks.endswith(bytes([OPEN])) else marks


def _of_days(timeline: Timeline) -> Consistency:
    marks = _recent_marks(timeline)
    kept = marks.count(KEPT)
    missed = sum(marks.count(mark) for mark in (PARTLY, NOT_KEPT, OPEN))
    return Consistency(kept, kept + missed, "days")


def _of_covered_days(timeline: Timeline) -> Consistency:
    begin = max(timeline.start, timeline.as_of - DAYS_COUNTED + 1) - timeline.first
    marks = timeline.marks[begin:]
    covered = covered_days(timeline)[begin:]
    if marks and marks[-1] not in LOGGED:
        marks, covered = marks[:-1], covered[:-1]
    asked = [bool(cover) for mark, cover in zip(marks, covered, strict=True) if mark != REST]
    return Consistency(sum(asked), len(asked), "days")


def _of_periods(timeline: Timeline, most: int) -> Consistency:
    found = periods(timeline)
    complete = [
        period
        for period in found
        if not period.running and (period.begin >= timeline.start or period.reached)
    ][-most:]
    counted = [period.reached for period in complete if not period.resting]
    counted += [True for period in found if period.running and period.reached]
    return Consistency(sum(counted), len(counted), streak_unit(timeline.habit.schedule))
