"""What a person can rely on, whatever they log."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from selfcare_app.domain.consistency import consistency
from selfcare_app.domain.entry import Pause, State
from selfcare_app.domain.habit import Direction
from selfcare_app.domain.score import scores
from selfcare_app.domain.streak import Streaks, streaks
from selfcare_app.domain.timeline import FREE_KEPT, KEPT, NOT_KEPT, OPEN
from selfcare_app.domain.value import replace
from tests.domain.strategies import (
    Case,
    ago,
    cases,
    day_schedules,
    period_schedules,
    rolling_schedules,
)

SOME = settings(max_examples=60, deadline=None)
TINY = 1e-12


def longest(found: Streaks) -> int:
    return found.best(1)[0].length if found.all else 0


def asking_for_more(case: Case) -> Case:
    """The same case of a yes/no habit or of one that asks for some amount at least."""
    if not case.habit.measured:
        return case
    target = case.habit.target or 1.0
    return replace(case, habit=replace(case.habit, direction=Direction.AT_LEAST, target=target))


def last_score(case: Case) -> float:
    return [0.0, *scores(case.timeline())][-1]


@SOME
@given(cases(day_schedules), st.data())
def test_a_rest_in_place_of_a_missed_day_never_lowers_score_or_streak(
    case: Case, data: st.DataObject
) -> None:
    timeline = case.timeline()
    silent_or_no = [
        date.fromordinal(timeline.first + index)
        for index, mark in enumerate(timeline.marks)
        if mark in (OPEN, NOT_KEPT) and not (timeline.amounts and timeline.amounts[index])
    ]
    assume(silent_or_no)
    # At least 0 asks for nothing, so that even silence does all of it.
    assume(not case.habit.measured or case.habit.at_most or case.habit.target)
    rested = case.with_entry(data.draw(st.sampled_from(silent_or_no)), State.REST)
    before, after = streaks(timeline, 0), streaks(rested.timeline(), 0)
    assert after.current >= before.current
    assert longest(after) >= longest(before)
    assert last_score(rested) >= last_score(case) - TINY


@SOME
@given(cases(day_schedules), st.data())
def test_one_more_kept_day_never_lowers_score_or_streak(case: Case, data: st.DataObject) -> None:
    case = asking_for_more(case)
    timeline = case.timeline()
    # Up to ten days before the beginning, too.
    days = range(len(timeline.marks) + 10)
    unkept = [
        day for day in days if timeline.mark_on(timeline.as_of - day) not in (KEPT, FREE_KEPT)
    ]
    day = case.as_of - timedelta(days=data.draw(st.sampled_from(unkept)))
    more = case.with_entry(day, State.DONE, case.habit.target)
    before, after = streaks(case.timeline(), 0), streaks(more.timeline(), 0)
    assert after.current >= before.current
    assert longest(after) >= longest(before)
    assert last_score(more) >= last_score(case) - TINY


@SOME
@given(cases(day_schedules | rolling_schedules), st.integers(0, 4), st.integers(1, 40))
def test_a_rest_never_ends_a_streak(case: Case, grace_days: int, rests: int) -> None:
    case = case.with_entry(case.as_of, State.DONE, case.habit.target)
    before = streaks(case.timeline(), grace_days)
    assume(before.alive)
    end = case.as_of + timedelta(days=rests)
    holiday = Pause("holiday", None, case.as_of + timedelta(days=1), end)
    entries = {day: entry for day, entry in case.entries.items() if day <= case.as_of}
    rested = replace(case, as_of=end, entries=entries, pauses=(*case.pauses, holiday))
    assert streaks(rested.timeline(), grace_days).current == before.current


@SOME
@given(cases(period_schedules), st.data())
def test_a_rest_in_place_of_silence_never_lowers_a_streak_of_weeks_or_months(
    case: Case, data: st.DataObject
) -> None:
    assume(case.habit.target != 0)
    timeline = case.timeline()
    silent = [index for index, mark in enumerate(timeline.marks) if mark == OPEN]
    assume(silent)
    day = date.fromordinal(timeline.first + data.draw(st.sampled_from(silent)))
    rested = case.with_entry(day, State.REST)
    assert streaks(rested.timeline()).current >= streaks(timeline).current
    assert longest(streaks(rested.timeline())) >= longest(streaks(timeline))


@SOME
@given(cases())
def test_a_score_stays_between_nothing_and_everything(case: Case) -> None:
    assert all(0.0 <= score <= 1.0 for score in scores(case.timeline()))


@SOME
@given(cases(), st.integers(0, 4))
def test_nothing_after_the_day_looked_at_counts(case: Case, grace_days: int) -> None:
    early = replace(case, entries={d: e for d, e in case.entries.items() if d <= case.as_of})
    # That there is something later is told, and nothing of it is counted.
    assert replace(case.timeline(), later=0) == early.timeline()
    assert streaks(case.timeline(), grace_days) == streaks(early.timeline(), grace_days)


@SOME
@given(cases(), st.integers(0, 4))
def test_grace_never_shortens_the_longest_streak(case: Case, grace_days: int) -> None:
    assert longest(streaks(case.timeline(), grace_days)) >= longest(streaks(case.timeline(), 0))


@SOME
@given(cases())
def test_no_more_is_kept_than_was_planned(case: Case) -> None:
    found = consistency(case.timeline())
    assert 0 <= found.kept <= found.planned <= 30


@SOME
@given(cases())
def test_the_score_of_a_day_does_not_depend_on_later_days(case: Case) -> None:
    assume(case.timeline().start <= ago(60).toordinal())
    earlier = replace(case, as_of=min(case.as_of, ago(45)))
    assume(earlier.timeline().start == case.timeline().start)
    now, then = scores(case.timeline()), scores(earlier.timeline())
    assert now[: len(then)] == then
