"""The rules of habits a second time, day by day with dates and dictionaries.

Slow and literal on purpose: the quick implementation is held against this one.
"""

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from selfcare_app.domain.entry import Entry, Pause, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.schedule import (
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)

ONE_DAY = timedelta(days=1)


@dataclass
class Diary:
    """One habit and what was said of it up to `as_of`."""

    habit: Habit
    said: dict[date, Entry]
    pauses: list[Pause]
    as_of: date
    first_weekday: int = 1
    entered: dict[date, Entry] = field(init=False)

    def __post_init__(self) -> None:
        self.said = {day: entry for day, entry in self.said.items() if day <= self.as_of}
        self.entered = {
            day: entry
            for day, entry in self.said.items()
            if entry.state is not None or entry.value is not None
        }

    @property
    def start(self) -> date:
        return min([self.habit.created, *self.said])

    @property
    def target(self) -> Fraction:
        return exact(self.habit.target)

    def days(self, first: date | None = None) -> list[date]:
        first = first or self.start
        return [first + ONE_DAY * index for index in range((self.as_of - first).days + 1)]

    def amount(self, day: date) -> Fraction:
        entry = self.entered.get(day)
        return max(Fraction(0), exact(entry.value)) if entry else Fraction(0)

    def has_amount(self, day: date) -> bool:
        return day in self.entered and self.entered[day].value is not None

    def scheduled(self, day: date) -> bool:
        schedule = self.habit.schedule
        return not isinstance(schedule, Weekdays) or day.isoweekday() in schedule.weekdays

    def rests(self, day: date) -> bool:
        if day in self.entered:
            return self.entered[day].state is State.REST
        return day <= self.as_of and any(
            pause.habit_id in (None, self.habit.id) and pause.first <= day <= pause.last
            for pause in self.pauses
        )

    def kept(self, day: date) -> bool:
        if day not in self.entered or self.rests(day):
            return False
        if not self.habit.measured:
            return self.entered[day].state is State.DONE
        if not self.has_amount(day):
            return False
        if self.habit.at_most:
            return self.amount(day) <= self.target
        return self.amount(day) >= self.target

    def partly(self, day: date) -> bool:
        if not self.habit.measured or self.habit.at_most:
            return False
        return 0 < self.amount(day) < self.target


def exact(value: float | None) -> Fraction:
    """A decimal as it is written, without the binary rest of a float."""
    return Fraction(str(value or 0))


def score_by_day(diary: Diary) -> dict[date, float]:
    """The score at the end of each day from the start on."""
    habit = diary.habit
    times, days = frequency(habit)
    score = 1.0 if habit.at_most else 0.0
    spoken = [day for day, entry in diary.entered.items() if entry.state is not State.REST]
    series = {}
    for day in diary.days():
        silent = day not in diary.entered
        still = (
            diary.rests(day)
            or (silent and not diary.scheduled(day))
            or (habit.at_most and not diary.has_amount(day))
            or not spoken
            or day < min(spoken)
        )
        if not still:
            multiplier = 0.5 ** ((times / days) ** 0.5 / 13)
            completion = float(completion_on(diary, day, times, days))
            score = score * multiplier + completion * (1 - multiplier)
        series[day] = score
    return series


def frequency(habit: Habit) -> tuple[int, int]:
    match habit.schedule:
        case TimesPerWeek(times) if times < 7:
            return times, 7
        case TimesPerMonth(times) if times < 30:
            return times, 30
        case TimesInDays(times, days) if times < days:
            return times, days
    return 1, 1


def completion_on(diary: Diary, day: date, times: int, days: int) -> Fraction:
    if diary.habit.measured:
        return measured_completion_on(diary, day)
    doubled = 2 if times < days else 1
    done = sum(diary.kept(earlier) for earlier in last_days(day, days * doubled))
    return min(Fraction(1), Fraction(done, times * doubled))


def measured_completion_on(diary: Diary, day: date) -> Fraction:
    target, total = diary.target, sum_over(diary, day)
    if diary.habit.at_most:
        if target <= 0:
            return Fraction(0 if total > 0 else 1)
        return max(Fraction(0), min(Fraction(1), 1 - (total - target) / target))
    return Fraction(1) if target <= 0 else min(Fraction(1), total / target)


def sum_over(diary: Diary, day: date) -> Fraction:
    """The sum over the days, ending with `day`, that the target is meant for."""
    match diary.habit.schedule:
        case TimesPerWeek():
            length = 7
        case TimesPerMonth():
            length = 30
        case TimesInDays(_, days):
            length = days
        case _:
            length = 1
    return sum((diary.amount(earlier) for earlier in last_days(day, length)), Fraction(0))


def last_days(day: date, count: int) -> list[date]:
    return [day - ONE_DAY * index for index in range(count)]


def covered(diary: Diary) -> set[date]:
    """Covered days of a rolling schedule."""
    schedule = diary.habit.schedule
    assert isinstance(schedule, TimesInDays)
    if not diary.habit.measured:
        return covered_by_done_days(diary, schedule)
    return {
        day
        for day in diary.days()
        if (
            sum_over(diary, day) <= diary.target
            and any(diary.has_amount(earlier) for earlier in last_days(day, schedule.days))
            if diary.habit.at_most
            else sum_over(diary, day) >= diary.target
        )
    }


def covered_by_done_days(diary: Diary, schedule: TimesInDays) -> set[date]:
    done = sorted((day for day in diary.entered if diary.kept(day)), reverse=True)
    intervals: list[list[date]] = []
    for index in range(schedule.times - 1, len(done)):
        begin, centre = done[index], done[index - schedule.times + 1]
        length = schedule.days
        if length in (30, 31):
            length = days_in_month(begin)
            if begin.day == length:
                length = days_in_month(begin + ONE_DAY)
        if (centre - begin).days >= length:
            continue
        end = begin + ONE_DAY * (length - 1)
        if intervals:
            gap = (end - intervals[-1][0]).days
            if gap >= 0:
                shift = ONE_DAY * min((end - centre).days, gap + 1)
                begin, end = begin - shift, end - shift
        intervals.append([begin, end])
    found = set(done)
    for begin, end in intervals:
        found |= {begin + ONE_DAY * index for index in range((end - begin).days + 1)}
    return {day for day in found if day <= diary.as_of}


def days_in_month(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


@dataclass
class Runs:
    """Streaks as (start, end, length), oldest first, and the days bridged by grace."""

    found: list[tuple[date, date, int]]
    current: int
    bridged: set[date]


class Walker:
    """Goes along days or periods and writes down the runs."""

    def __init__(self) -> None:
        self.found: list[tuple[date, date, int]] = []
        self.run: list[tuple[date, date]] = []

    def counts(self, begin: date, end: date) -> None:
        self.run.append((begin, end))

    def ends(self) -> None:
        if self.run:
            self.found.append((self.run[0][0], self.run[-1][1], len(self.run)))
        self.run = []

    def finish(self, bridged: set[date]) -> Runs:
        current = len(self.run)
        self.ends()
        return Runs(self.found, current, bridged)


def runs(diary: Diary, grace_days: int) -> Runs:
    match diary.habit.schedule:
        case TimesPerWeek() | TimesPerMonth():
            return runs_of_periods(diary)
        case TimesInDays():
            return runs_of_covered_days(diary)
    return runs_of_days(diary, grace_days)


def runs_of_days(diary: Diary, grace_days: int) -> Runs:
    walker = Walker()
    bridged: set[date] = set()
    for day in diary.days():
        if diary.kept(day):
            walker.counts(day, day)
        elif missed(diary, day) and walker.run:
            lately = [earlier for earlier in bridged if (day - earlier).days < 30]
            if len(lately) < grace_days and goes_on_after(diary, day):
                bridged.add(day)
            else:
                walker.ends()
    return walker.finish(bridged)


def open_today(diary: Diary, day: date) -> bool:
    return day == diary.as_of and day not in diary.entered


def asked(diary: Diary, day: date) -> bool:
    """Whether the day asked for something: planned and no rest."""
    return diary.scheduled(day) and not diary.rests(day)


def missed(diary: Diary, day: date) -> bool:
    return (
        asked(diary, day)
        and not diary.kept(day)
        and not diary.partly(day)
        and not open_today(diary, day)
    )


def goes_on_after(diary: Diary, day: date) -> bool:
    for later in diary.days(day + ONE_DAY):
        if diary.kept(later):
            return True
        if asked(diary, later):
            return diary.partly(later) or open_today(diary, later)
    return False


def runs_of_covered_days(diary: Diary) -> Runs:
    walker = Walker()
    reached = covered(diary)
    for day in diary.days(min([diary.start, *reached])):
        if diary.rests(day):
            continue
        if day in reached:
            walker.counts(day, day)
        elif not open_today(diary, day):
            walker.ends()
    return walker.finish(set())


@dataclass
class Span:
    begin: date
    end: date
    reached: bool
    all_rest: bool


def spans(diary: Diary) -> list[Span]:
    """The calendar weeks or months since the start, the running one last."""
    found: list[Span] = []
    day = diary.start
    while day <= diary.as_of:
        begin = end = day
        while not begins_period(diary, begin):
            begin -= ONE_DAY
        while not begins_period(diary, end + ONE_DAY):
            end += ONE_DAY
        inside = [begin + ONE_DAY * index for index in range((end - begin).days + 1)]
        rests = sum(diary.rests(each) for each in inside)
        all_rest = rests == len(inside)
        reached = not all_rest and reached_in(diary, inside, len(inside) - rests)
        found.append(Span(begin, end, reached, all_rest))
        day = end + ONE_DAY
    return found


def begins_period(diary: Diary, day: date) -> bool:
    if isinstance(diary.habit.schedule, TimesPerMonth):
        return day.day == 1
    return day.isoweekday() == diary.first_weekday


def reached_in(diary: Diary, inside: list[date], days_left: int) -> bool:
    schedule = diary.habit.schedule
    assert isinstance(schedule, TimesPerWeek | TimesPerMonth)
    if not diary.habit.measured:
        return sum(map(diary.kept, inside)) >= min(schedule.times, days_left)
    total = sum((diary.amount(day) for day in inside), Fraction(0))
    if diary.habit.at_most:
        return total <= diary.target and any(map(diary.has_amount, inside))
    return total >= diary.target


def runs_of_periods(diary: Diary) -> Runs:
    walker = Walker()
    for span in spans(diary):
        if span.reached:
            walker.counts(span.begin, min(span.end, diary.as_of))
        elif not span.all_rest and span.end < diary.as_of:
            walker.ends()
    return walker.finish(set())


def kept_of_planned(diary: Diary) -> tuple[int, int]:
    """Consistency: how many of how many."""
    schedule = diary.habit.schedule
    if isinstance(schedule, TimesPerWeek | TimesPerMonth):
        complete = [
            span
            for span in spans(diary)
            if span.end < diary.as_of and (span.begin >= diary.start or span.reached)
        ]
        most = 8 if isinstance(schedule, TimesPerWeek) else 6
        counted = [span.reached for span in complete[-most:] if not span.all_rest]
        counted += [True for span in spans(diary) if span.end >= diary.as_of and span.reached]
        return sum(counted), len(counted)
    days = [
        day
        for day in diary.days()
        if (diary.as_of - day).days < 30 and asked(diary, day) and not open_today(diary, day)
    ]
    if isinstance(schedule, TimesInDays):
        reached = covered(diary)
        return sum(day in reached for day in days), len(days)
    return sum(diary.kept(day) for day in days), len(days)
