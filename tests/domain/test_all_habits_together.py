"""Days on which everything planned was kept, held against a version that goes day by day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.schedule import DaySchedule, TimesPerWeek
from selfcare_app.domain.timeline import FREE, OPEN
from selfcare_app.domain.together import NOTHING, SHORT, WHOLE, whole_days
from tests.domain.strategies import TODAY, Case, ago, cases, logged, yes_no


def state_of(some: list[Case], day: date) -> int:
    """What became of `day`, told from what each habit said of it."""
    kept = []
    for case in some:
        timeline, diary = case.timeline(), case.diary()
        mark = timeline.mark_on(day.toordinal())
        plans = isinstance(case.habit.schedule, DaySchedule)
        if not plans or not diary.start <= day <= diary.as_of or mark is None:
            continue
        running = mark == OPEN and day == diary.as_of
        if chr(mark).isupper() and not diary.rests(day) and not running:
            kept.append(diary.kept(day))
    return NOTHING if not kept else WHOLE if all(kept) else SHORT


@given(st.lists(cases(), max_size=3), st.integers(-5, 140), st.integers(0, 150))
def test_each_day_says_what_all_habits_together_say(some, oldest, length):
    first = ago(oldest).toordinal()
    days = range(first, first + length)
    found = whole_days([case.timeline() for case in some], days)
    assert list(found) == [state_of(some, date.fromordinal(day)) for day in days]


def test_one_missed_habit_leaves_a_day_short_and_rest_asks_for_nothing():
    sit = logged(yes_no(), "YYR ").timeline()
    walk = logged(yes_no(), "YNRY").timeline()
    days = range(ago(3).toordinal(), TODAY.toordinal() + 1)
    assert list(whole_days([sit, walk], days)) == [WHOLE, SHORT, NOTHING, WHOLE]
    assert list(whole_days([sit], days)) == [WHOLE, WHOLE, NOTHING, NOTHING]


def test_a_habit_without_days_of_its_own_has_no_say():
    week = logged(yes_no(TimesPerWeek(2)), "YN Y").timeline()
    days = range(ago(3).toordinal(), TODAY.toordinal() + 1)
    assert list(whole_days([week], days)) == [NOTHING] * 4
    assert FREE not in week.marks


def test_no_habits_and_no_days_are_fine():
    assert whole_days([], range(5, 8)) == bytes(3)
    assert whole_days([logged(yes_no(), "Y").timeline()], range(0)) == b""
