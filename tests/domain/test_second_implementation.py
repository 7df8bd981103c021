"""The quick rules against the slow ones, over random habits."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfcare_app.domain.consistency import consistency
from selfcare_app.domain.coverage import covered_days
from selfcare_app.domain.score import scores
from selfcare_app.domain.streak import streaks
from selfcare_app.domain.timeline import ALL_KEPT
from tests.domain import naive
from tests.domain.strategies import Case, cases, rolling_schedules

MANY = settings(max_examples=120, deadline=None)


@MANY
@given(cases())
def test_kept_days_are_those_of_the_naive_rules(case: Case) -> None:
    timeline, diary = case.timeline(), case.diary()
    kept = [
        date.fromordinal(day)
        for day, mark in enumerate(timeline.marks, start=timeline.first)
        if mark in ALL_KEPT
    ]
    assert kept == [day for day in diary.days() if diary.kept(day)]


@MANY
@given(cases())
def test_the_score_is_the_same_day_by_day(case: Case) -> None:
    timeline = case.timeline()
    found = scores(timeline)[timeline.start - timeline.first :]
    assert found == pytest.approx(list(naive.score_by_day(case.diary()).values()), abs=1e-9)


@MANY
@given(cases(rolling_schedules))
def test_covered_days_are_those_of_the_naive_rules(case: Case) -> None:
    timeline = case.timeline()
    flags = enumerate(covered_days(timeline), start=timeline.first)
    found = {date.fromordinal(day) for day, flag in flags if flag}
    assert found == naive.covered(case.diary())


@MANY
@given(cases(), st.integers(0, 4))
def test_streaks_are_those_of_the_naive_rules(case: Case, grace_days: int) -> None:
    found, expected = streaks(case.timeline(), grace_days), naive.runs(case.diary(), grace_days)
    assert [(run.start, run.end, run.length) for run in found.all] == expected.found
    assert found.current == expected.current
    assert {date.fromordinal(day) for day in found.bridged} == expected.bridged


@MANY
@given(cases())
def test_consistency_is_that_of_the_naive_rules(case: Case) -> None:
    found = consistency(case.timeline())
    assert (found.kept, found.planned) == naive.kept_of_planned(case.diary())
