"""Totals, weekdays, spreads and changes, held against versions that go day by day."""

from datetime import date
from fractions import Fraction
from functools import cache
from itertools import pairwise
from statistics import fmean, median

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from selfcare_app.domain.distribution import (
    MOST_BINS,
    TOO_FAR,
    amounts_logged,
    distribution,
)
from selfcare_app.domain.overview import first_logged, months_before, overview
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.domain.score import scores
from selfcare_app.domain.streak import streaks
from selfcare_app.domain.streak_parts import StreakParts, parts_of
from selfcare_app.domain.stretch import Grain, means, stretch_of, stretches
from selfcare_app.domain.tally import by_month_and_weekday, by_weekday
from selfcare_app.domain.totals import totals
from tests.domain.naive import ONE_DAY, Diary, score_by_day
from tests.domain.strategies import (
    Case,
    ago,
    amounts,
    at_least,
    cases,
    logged,
    period_schedules,
    yes_no,
)

GRAINS = st.sampled_from(Grain)
DAYS = st.integers(date(1999, 1, 1).toordinal(), date(2031, 12, 31).toordinal())
WIDE_AMOUNTS = st.one_of(
    st.integers(0, 50).map(lambda amount: amount * 500_000),
    st.sampled_from([1000, 10**15]),
    st.integers(0, 10**15),
)


def key_of(grain: Grain, day: date, first_weekday: int) -> object:
    """Equal for the days of one stretch."""
    match grain:
        case Grain.DAY:
            return day
        case Grain.WEEK:
            return day - ONE_DAY * ((day.isoweekday() - first_weekday) % 7)
        case Grain.MONTH:
            return day.year, day.month
        case Grain.QUARTER:
            return day.year, (day.month + 2) // 3
        case Grain.YEAR:
            return day.year


def asks(diary: Diary, day: date) -> bool:
    return day >= diary.start and diary.scheduled(day) and not diary.rests(day)


@cache
def days_like(grain: Grain, day: date, first_weekday: int) -> list[date]:
    """Every day of the stretch that `day` lies in."""
    wanted = key_of(grain, day, first_weekday)
    around = [day + ONE_DAY * step for step in range(-366, 367)]
    return [each for each in around if key_of(grain, each, first_weekday) == wanted]


def naive_asked(diary: Diary, grain: Grain, days: list[date]) -> Fraction:
    habit, schedule = diary.habit, diary.habit.schedule
    whole = Fraction(diary.target) if habit.measured else Fraction(1)
    per = {day: Fraction(1) for day in days}
    own = None
    match schedule:
        case TimesPerWeek(times):
            own, per = Grain.WEEK, dict.fromkeys(days, Fraction(1, 7))
        case TimesPerMonth(times):
            own = Grain.MONTH
            per = {day: Fraction(1, len(days_like(Grain.MONTH, day, 1))) for day in days}
        case TimesInDays(times, length):
            per = dict.fromkeys(days, Fraction(1, length))
        case _:
            times = 1
    if not habit.measured:
        whole = Fraction(times)
    nests = grain is own or (own is Grain.MONTH and grain in (Grain.QUARTER, Grain.YEAR))
    if own is None or not nests:
        return sum((whole * per[day] for day in days if asks(diary, day)), Fraction(0))
    periods = {key_of(own, day, diary.first_weekday): day for day in days}
    asked = Fraction(0)
    for day in periods.values():
        inside = days_like(own, day, diary.first_weekday)
        left = sum(not diary.rests(each) for each in inside)
        if inside[-1] >= diary.start and left:
            asked += whole if habit.measured else min(whole, Fraction(left))
    return asked


@given(GRAINS, DAYS, st.integers(1, 7))
def test_stretches_are_those_of_the_calendar(grain, day, first_weekday):
    begin, end = stretch_of(grain, day, first_weekday)
    days = days_like(grain, date.fromordinal(day), first_weekday)
    assert (begin, end) == (days[0].toordinal(), days[-1].toordinal())


@given(GRAINS, DAYS, st.integers(0, 900), st.integers(1, 7))
def test_stretches_follow_each_other_without_a_gap(grain, first, length, first_weekday):
    found = list(stretches(grain, first, first + length, first_weekday))
    assert found[0][0] <= first
    assert found[-1][1] >= first + length
    assert all(left[1] + 1 == right[0] for left, right in pairwise(found))


@given(GRAINS, DAYS, st.lists(st.floats(0, 1), max_size=400), st.integers(1, 7))
def test_a_mean_is_that_of_the_days_of_its_stretch(grain, first, figures, first_weekday):
    days = range(first, first + len(figures))
    of_stretch: dict[object, list[float]] = {}
    for day, figure in zip(days, figures, strict=True):
        key = key_of(grain, date.fromordinal(day), first_weekday)
        of_stretch.setdefault(key, []).append(figure)
    found = means(grain, days, figures, first_weekday)
    assert [mean.value for mean in found] == pytest.approx(
        [fmean(some) for some in of_stretch.values()]
    )
    assert [day for mean in found for day in range(mean.begin, mean.end + 1)] == list(days)


@given(GRAINS, DAYS, st.lists(st.floats(0, 1), max_size=60), st.data())
def test_some_of_the_means_are_those_in_the_same_places(grain, first, figures, data):
    found = means(grain, range(first, first + len(figures)), figures, 1)
    part = data.draw(st.slices(len(found)))
    assert list(found[part]) == list(found)[part]


@given(cases(), GRAINS)
@settings(deadline=None)  # the literal version is slow
def test_totals_are_those_of_the_days_one_by_one(case, grain):
    diary = case.diary()
    found = totals(case.timeline(), grain)
    assert bool(found) == (diary.start <= diary.as_of)
    for total in found:
        first, last = date.fromordinal(total.begin), date.fromordinal(total.end)
        days = [first + ONE_DAY * step for step in range((last - first).days + 1)]
        past = [day for day in days if day <= diary.as_of]
        if case.habit.measured:
            assert Fraction(total.done, 10**6) == sum(diary.amount(day) for day in past)
        else:
            assert total.done == sum(diary.kept(day) for day in past)
        scale = 10**6 if case.habit.measured else 1
        assert total.asked == naive_asked(diary, grain, days) * scale
        assert total.asked_days == sum(asks(diary, day) for day in days)
        spoken = [day for day in past if day in diary.entered and not diary.rests(day)]
        assert total.logged == len(spoken)
        assert total.running == (last >= diary.as_of)
        enough = total.done >= total.asked
        if case.habit.at_most:
            enough = bool(spoken) and total.done <= total.asked
        assert total.reached == (bool(total.asked_days) and enough)


@given(cases(period_schedules))
def test_the_own_weeks_and_months_are_reached_as_streaks_count_them(case):
    from selfcare_app.domain.period import periods

    timeline = case.timeline()
    weekly = isinstance(case.habit.schedule, TimesPerWeek)
    found = {
        total.begin: total for total in totals(timeline, Grain.WEEK if weekly else Grain.MONTH)
    }
    for period in periods(timeline):
        total = found[period.begin]
        # Streaks ask for a logged day before an at-most period counts; both do here.
        kept = total.reached and (not case.habit.at_most or _some_kept(timeline, period))
        assert period.reached == kept or not total.asked_days


def _some_kept(timeline, period):
    marks = timeline.marks[period.begin - timeline.first : period.end - timeline.first + 1]
    return b"K" in marks


def test_a_week_with_two_days_of_rest_asks_for_five_days():
    case = logged(yes_no(), "YYRRYNY")
    [week] = totals(case.timeline(), Grain.WEEK)
    assert (week.done, week.asked, week.asked_days, week.reached) == (4, 5, 5, False)


def test_a_running_week_asks_for_its_days_to_come():
    case = logged(yes_no(), "YY", as_of=ago(5))  # Monday and Tuesday
    [week] = totals(case.timeline(), Grain.WEEK)
    assert (week.done, week.asked, week.running) == (2, 7, True)


def test_a_week_of_rest_alone_has_no_target():
    [week] = totals(logged(yes_no(TimesPerWeek(3)), "R" * 7).timeline(), Grain.WEEK)
    assert (week.asked, week.asked_days, week.reached) == (0, 0, False)


def test_sums_of_tenths_reach_their_target_exactly():
    case = amounts(at_least(0.3, TimesPerWeek(1)), [0.1, 0.1, 0.1])
    week = totals(case.timeline(), Grain.WEEK)[-1]
    assert (week.done, week.asked, week.reached) == (300_000, 300_000, True)


@given(cases(), st.integers(-10, 150), st.integers(-5, 160))
def test_weekdays_are_counted_day_by_day(case, oldest, length):
    diary, timeline = case.diary(), case.timeline()
    first = ago(oldest)
    days = [first + ONE_DAY * step for step in range(max(0, length))]
    counted = [
        day
        for day in days
        if diary.start <= day <= diary.as_of
        and (day in diary.entered or diary.rests(day) or day < diary.as_of)
    ]
    span = range(first.toordinal(), first.toordinal() + max(0, length))
    found = by_weekday(timeline, span)
    for weekday, tally in enumerate(found, start=1):
        own = [day for day in counted if day.isoweekday() == weekday]
        asked = [day for day in own if asks(diary, day)]
        assert tally.asked == len(asked)
        assert tally.kept == sum(diary.kept(day) for day in asked)
        assert tally.done == sum(diary.kept(day) for day in own)
    months = by_month_and_weekday(timeline, span)
    for number in range(7):
        for figure in range(3):
            of_months = sum(month.weekdays[number][figure] for month in months)
            assert of_months == found[number][figure]
    begins = [date.fromordinal(month.begin) for month in months]
    inside = [day for day in days if diary.start <= day <= diary.as_of]
    assert begins == sorted({day.replace(day=1) for day in inside})


@given(st.lists(WIDE_AMOUNTS, max_size=80))
@example([])
@example([0, 0])
@example([1000, 10**15])
@example([0] * 9 + [1, 10**9])
def test_every_amount_lies_in_one_bin(some):
    some.sort()
    found = distribution(some)
    if not some:
        assert found is None
        return
    assert found.count == len(some) == sum(each.days for each in found.bins)
    assert (found.least, found.most) == (min(some), max(some))
    assert found.median == median([Fraction(amount) for amount in some])
    for each in found.bins:
        assert each.days == sum(each.low <= amount < each.high for amount in some)
    assert all(left.high == right.low for left, right in pairwise(found.bins))
    assert found.tenfold == (max(some) >= TOO_FAR * max(found.median, 1))
    if not found.tenfold:
        assert len(found.bins) <= MOST_BINS
        assert len({each.high - each.low for each in found.bins}) == 1
        assert found.bins[0].count and found.bins[-1].count


def test_one_very_large_amount_does_not_hide_all_others():
    found = distribution([20_000_000] * 9 + [10**15])
    assert found.tenfold
    assert [each.days for each in found.bins if each.days] == [9, 1]


@given(cases())
def test_amounts_are_those_that_were_logged(case):
    diary = case.diary()
    start = diary.start.toordinal()
    found = amounts_logged(case.timeline(), range(start, diary.as_of.toordinal() + 1))
    if not case.habit.measured:
        assert found == []
        return
    wanted = [
        int(diary.amount(day) * 10**6)
        for day in diary.days()
        if diary.has_amount(day)
        and not diary.rests(day)
        and (diary.amount(day) or (case.habit.at_most and diary.kept(day)))
    ]
    assert found == sorted(wanted)


def test_amounts_before_the_first_day_are_none():
    assert amounts_logged(amounts(at_least(2), [1.0]).timeline(), range(3)) == []


@given(cases(), st.integers(0, 12))
def test_the_overview_compares_with_the_days_a_month_and_a_year_ago(case, back):
    diary, timeline = case.diary(), case.timeline()
    last = timeline.as_of - back
    found = overview(timeline, scores(timeline), last)
    spoken = [day for day in diary.days() if day in diary.entered or diary.rests(day)]
    spoken += [
        day
        for day in (timeline.first + step for step in range(len(timeline.marks)))
        if timeline.marks[day - timeline.first] == ord("R") and day < timeline.start
    ] and [date.fromordinal(first_logged(timeline))]
    if not spoken or min(spoken).toordinal() > last:
        assert found is None
        return
    by_day = score_by_day(diary)
    day = date.fromordinal(last)
    assert found.score == pytest.approx(by_day.get(day, found.score))
    for months, change in ((1, found.month), (12, found.year)):
        then = date.fromordinal(months_before(last, months))
        assert (change is None) == (then < min(spoken))
        if change is not None and then in by_day:
            assert change.by == pytest.approx(by_day[day] - by_day[then])
    until = [each for each in diary.days() if each <= day]
    assert found.days == sum(diary.kept(each) for each in until)
    if case.habit.measured:
        assert Fraction(found.amount, 10**6) == sum(diary.amount(each) for each in until)


def test_a_month_before_the_31st_is_the_last_day_of_a_shorter_month():
    def before(day: date, months: int) -> date:
        return date.fromordinal(months_before(day.toordinal(), months))

    assert before(date(2015, 3, 31), 1) == date(2015, 2, 28)
    assert before(date(2016, 2, 29), 12) == date(2015, 2, 28)
    assert before(date(2015, 1, 25), 1) == date(2014, 12, 25)


def test_without_an_entry_there_is_nothing_to_compare():
    for case in (logged(yes_no(), "   "), Case(yes_no(created=ago(-3)))):
        timeline = case.timeline()
        assert overview(timeline, scores(timeline), timeline.as_of) is None


def test_entries_after_the_last_day_are_only_counted():
    case = logged(yes_no(), "Y").with_entry(ago(-2), None).with_entry(ago(-9), None)
    assert (case.timeline().entries, case.timeline().later) == (1, 2)


def parts(case: Case) -> StreakParts:
    timeline = case.timeline()
    found = streaks(timeline)
    return parts_of(timeline, found, found.all[-1])


def test_a_streak_tells_its_rests_and_the_days_that_grace_bridged():
    assert parts(logged(yes_no(), "YRYRRYNY")) == StreakParts(4, 3, 0, 1)


def test_days_partly_kept_are_told_apart():
    assert parts(amounts(at_least(2), [2.0, 1.0, 2.0])) == StreakParts(2, 0, 1, 0)


def test_covered_days_hold_those_partly_kept():
    case = amounts(at_least(2, TimesInDays(1, 2)), [2.0, 1.0, 1.0])
    assert parts(case).partly == 0


def test_a_streak_of_weeks_tells_its_weeks_of_rest():
    case = logged(yes_no(TimesPerWeek(1)), "Y      " + "RRRRRRR" + "Y      ")
    assert parts(case) == StreakParts(2, 1, 0, 0)


@given(cases())
def test_the_parts_of_a_streak_fill_it(case):
    timeline = case.timeline()
    found = streaks(timeline)
    days = isinstance(case.habit.schedule, type(EVERY_DAY) | Weekdays)
    for streak in found.all:
        made_of = parts_of(timeline, found, streak)
        assert made_of.kept == streak.length
        if days:
            length = (streak.end - streak.start).days + 1
            assert sum(made_of) <= length
            marks = timeline.marks[streak.start.toordinal() - timeline.first :][:length]
            free = sum(marks.count(mark) for mark in b"pn.")
            assert sum(made_of) == length - free


def test_months_before_a_habit_began_ask_for_nothing():
    # From 27 November 2014 to 25 January 2015.
    case = logged(yes_no(TimesPerMonth(2)), "Y" * 60)
    earlier, running = totals(case.timeline(), Grain.QUARTER)
    assert earlier.begin == date(2014, 10, 1).toordinal()
    assert earlier.asked == 2 * 2
    assert running.asked == 3 * 2
