"""Streaks of habits planned every day or on some weekdays, with rest, parts and grace."""

from datetime import date

import pytest

from selfcare_app.domain.entry import Pause, State
from selfcare_app.domain.schedule import (
    EVERY_DAY,
    Schedule,
    TimesInDays,
    TimesPerMonth,
    TimesPerWeek,
    Weekdays,
)
from selfcare_app.domain.streak import Streaks, streak_unit, streaks, threads
from selfcare_app.domain.value import replace
from tests.domain.strategies import TODAY, Case, ago, amounts, at_least, at_most, logged, yes_no

WORKDAYS = Weekdays(frozenset({1, 2, 3, 4, 5}))


def lengths(case: Case, grace_days: int = 0) -> list[int]:
    return [run.length for run in streaks(case.timeline(), grace_days).all]


def current(case: Case, grace_days: int = 0) -> int:
    return streaks(case.timeline(), grace_days).current


def test_a_habit_without_entries_has_no_streak() -> None:
    assert streaks(Case(yes_no()).timeline()) == Streaks()
    assert streaks(Case(yes_no(created=ago(-5))).timeline()) == Streaks()


def test_a_streak_knows_its_first_and_last_day_and_its_length() -> None:
    (run,) = streaks(logged(yes_no(), "NYYYN").timeline(), 0).all
    assert (run.start, run.end, run.length) == (ago(3), ago(1), 3)


def test_no_and_silence_end_a_streak_alike() -> None:
    assert lengths(logged(yes_no(), "YYNY")) == [2, 1]
    assert lengths(logged(yes_no(), "YY Y")) == [2, 1]


def test_a_note_alone_is_not_a_kept_day() -> None:
    assert lengths(logged(yes_no(), "YYPY")) == [2, 1]


def test_today_is_open_until_something_is_said() -> None:
    assert current(logged(yes_no(), "YYY ")) == 3
    assert current(logged(yes_no(), "YYYP")) == 3
    assert current(logged(yes_no(), "YYYN")) == 0


def test_a_rest_is_bridged_and_adds_nothing() -> None:
    assert current(logged(yes_no(), "YYRRY")) == 3
    assert current(logged(yes_no(), "YYRR")) == 2


def test_a_pause_rests_the_days_without_an_entry() -> None:
    pause = Pause("flu", None, ago(3), ago(1))
    case = replace(logged(yes_no(), "YY   Y"), pauses=(pause,))
    assert current(case) == 3
    assert current(case.with_entry(ago(2), State.DONE)) == 4
    assert current(case.with_entry(ago(2), State.NOT_DONE)) == 1


def test_a_pause_of_another_habit_rests_nothing() -> None:
    pause = Pause("flu", "another", ago(3), ago(1))
    assert current(replace(logged(yes_no(), "YY   Y"), pauses=(pause,))) == 1


def test_a_part_of_the_target_bridges() -> None:
    case = amounts(at_least(20), [20.0, 25.0, 5.0, 20.0])
    assert current(case) == 3
    assert lengths(amounts(at_least(20), [20.0, 0.0, 20.0])) == [1, 1]


def test_at_most_is_kept_by_an_amount_within_it_and_not_by_silence() -> None:
    assert lengths(amounts(at_most(2), [2.0, 0.0, 3.0, 1.0])) == [2, 1]
    assert lengths(amounts(at_most(2), [2.0, None, 1.0])) == [1, 1]
    assert lengths(amounts(at_most(2), [2.0, State.NOT_DONE, 1.0])) == [1, 1]


def test_a_target_of_nothing_is_kept_by_any_amount() -> None:
    assert current(amounts(at_least(0), [0.0, 5.0])) == 2
    assert current(amounts(at_most(0), [0.0, 0.0])) == 2


def test_done_without_an_amount_is_not_kept_by_a_measured_habit() -> None:
    assert lengths(amounts(at_least(20), [20.0, State.DONE, 20.0])) == [1, 1]


def test_unplanned_days_are_bridged_and_count_only_where_kept() -> None:
    # The last letter stands on a Sunday.
    assert current(logged(yes_no(WORKDAYS), "YYYYY  ")) == 5
    assert current(logged(yes_no(WORKDAYS), "YYYYYY ")) == 6
    assert current(logged(yes_no(WORKDAYS), "YYYYYNN")) == 5


@pytest.mark.parametrize(
    ("said", "grace_days", "expected"),
    [
        ("YYNY", 1, [3]),
        ("YYNNY", 4, [2, 1]),  # two in a row end it
        ("YYNRNY", 4, [2, 1]),  # a rest between them does not part them
        ("YNRYNY", 2, [3]),
        ("YNYNYNY", 2, [3, 1]),  # in date order: the first two are bridged
        ("NYNY", 1, [2]),  # nothing to bridge before a streak begins
        ("YN", 2, [1]),
        ("YNR", 2, [1]),  # what comes next is not known
        ("YN ", 2, [1]),
    ],
)
def test_grace_bridges_single_missed_days(said: str, grace_days: int, expected: list[int]) -> None:
    assert lengths(logged(yes_no(), said), grace_days) == expected


def test_a_missed_day_is_bridged_while_today_is_open() -> None:
    assert current(logged(yes_no(), "YYN "), 1) == 2
    assert current(logged(yes_no(), "YYNN"), 1) == 0


def test_a_missed_day_is_bridged_before_a_part() -> None:
    assert lengths(amounts(at_least(20), [20.0, None, 5.0, 20.0]), 1) == [2]


def test_a_missed_day_is_bridged_before_a_kept_unplanned_day() -> None:
    # Thursday kept, Friday not, Saturday kept though free.
    assert current(logged(yes_no(WORKDAYS), "YNY "), 1) == 2


def test_grace_comes_back_after_thirty_days() -> None:
    after_29 = logged(yes_no(), "YN" + "Y" * 28 + "NY")
    after_30 = logged(yes_no(), "YN" + "Y" * 29 + "NY")
    assert lengths(after_29, 1) == [29, 1]
    assert lengths(after_30, 1) == [31]


def test_bridged_days_are_told_apart() -> None:
    found = streaks(logged(yes_no(), "YNYY").timeline(), 1)
    assert found.bridged == {ago(2).toordinal()}


def test_best_streaks_are_the_longest_and_of_equals_the_newest_first() -> None:
    found = streaks(logged(yes_no(), "YYNYNYYNYYYN").timeline(), 0)
    assert [(run.length, run.end) for run in found.best(3)] == [
        (3, ago(1)),
        (2, ago(5)),
        (2, ago(10)),
    ]
    assert len(found.best()) == 4


def test_the_thread_of_a_running_streak_goes_on_to_today() -> None:
    timeline = logged(yes_no(), "YYNYR ").timeline()
    today = TODAY.toordinal()
    assert list(threads(timeline, streaks(timeline, 0))) == [
        (today - 5, today - 4),
        (today - 2, today),
    ]


@pytest.mark.parametrize(
    ("schedule", "unit"),
    [
        (EVERY_DAY, "days"),
        (WORKDAYS, "days"),
        (TimesInDays(2, 5), "days"),
        (TimesPerWeek(3), "weeks"),
        (TimesPerMonth(4), "months"),
    ],
)
def test_streaks_are_counted_in_the_unit_of_the_schedule(schedule: Schedule, unit: str) -> None:
    assert streak_unit(schedule) == unit


def test_entries_after_the_day_looked_at_are_not_counted() -> None:
    case = replace(logged(yes_no(), "YYYY"), as_of=ago(2))
    timeline = case.timeline()
    assert timeline.entries == 2
    assert timeline.mark_on(ago(2).toordinal()) == ord("K")
    assert timeline.mark_on(ago(1).toordinal()) is None
    assert timeline.mark_on(date(2015, 1, 1).toordinal()) is None


def test_a_backfilled_day_moves_the_start() -> None:
    case = Case(yes_no(created=TODAY)).with_entry(ago(9), State.DONE)
    assert case.timeline().start == ago(9).toordinal()
