"""The figures of all habits together are those of each, summed up."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.days import iso_weekday_of
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.schedule import TimesPerWeek
from selfcare_app.domain.together import NOTHING, SHORT, WHOLE
from selfcare_app.services.practices import Practices

TODAY = date(2026, 11, 23)
"""A Monday."""


def back(days: int) -> date:
    return TODAY - timedelta(days)


@pytest.fixture
def habits(workspace) -> dict[str, Habit]:
    """Sitting every day for 14 days, a walk in minutes three times a week, reading in minutes."""
    journal = workspace.journal
    sit = journal.add_habit(Habit("", "Sit", back(13), area="mindfulness"))
    minutes = {"kind": Kind.MEASURED, "unit": "min", "direction": Direction.AT_LEAST}
    walk = journal.add_habit(
        Habit("", "Walk", back(10), area="movement", schedule=TimesPerWeek(3), target=20, **minutes)
    )
    read = journal.add_habit(Habit("", "Read", back(3), area="hobbies", target=10, **minutes))
    entries = [Entry(sit.id, back(days), State.DONE) for days in range(1, 8)]
    entries += [Entry(walk.id, back(days), State.DONE, 25.0) for days in (8, 6, 2)]
    entries += [Entry(read.id, back(2), State.DONE, 12.5), Entry(read.id, back(1), None, 4.0)]
    journal.add_records("Made up", entries)
    return {"sit": sit, "walk": walk, "read": read}


@pytest.fixture
def practices(workspace, habits) -> Practices:
    return practices_of(workspace)


def practices_of(workspace, earlier: Practices | None = None, today: date = TODAY) -> Practices:
    habits = workspace.records.habits()
    return Practices(habits, workspace.statistics.of, today, 1, earlier)


def test_weeks_reach_from_the_first_habit_to_today(practices):
    assert practices.start == back(13).toordinal()
    begins = [date.fromordinal(begin) for begin, _ in practices.weeks]
    assert begins == [back(14), back(7), TODAY]
    assert practices.weeks_in(range(back(3).toordinal(), back(1).toordinal())) == range(1, 2)
    assert practices.weeks_in(range(0)) == range(0)
    assert practices.weeks_in(range(5, 9)) == range(0)


def test_minutes_are_summed_by_area_and_week(practices):
    assert practices.minutes(0) == {"movement": 25_000_000}
    assert practices.minutes(1) == {"movement": 50_000_000, "hobbies": 16_500_000}
    assert practices.minutes(2) == {}


def test_minutes_of_two_habits_of_an_area_are_one(workspace, practices, habits):
    jog = workspace.journal.add_habit(
        Habit(
            "",
            "Jog",
            back(6),
            area="movement",
            kind=Kind.MEASURED,
            unit="minutes",
            target=5,
            direction=Direction.AT_LEAST,
        )
    )
    workspace.journal.add_records("Made up", [Entry(jog.id, back(2), State.DONE, 5.0)])
    assert practices_of(workspace).minutes(1)["movement"] == 55_000_000


def test_weekdays_count_planned_days_of_habits_with_days_of_their_own(practices):
    days = range(back(6).toordinal(), TODAY.toordinal() + 1)
    found = dict(zip(practices.weekday_order, practices.weekdays(days), strict=True))
    assert list(found) == [1, 2, 3, 4, 5, 6, 7]
    assert found[iso_weekday_of(back(5).toordinal())] == (1, 1, 1)
    assert found[6] == (2, 2, 3)  # sat, read, and a walk that no day planned
    assert found[7] == (1, 2, 1)  # 4 of 10 minutes
    assert found[1] == (0, 0, 0)  # today is not over


def test_whole_days_are_those_on_which_everything_planned_was_kept(practices):
    days = range(back(4).toordinal(), TODAY.toordinal() + 1)
    assert list(practices.whole_days(days)) == [WHOLE, SHORT, WHOLE, SHORT, NOTHING]
    assert practices.whole_days(days) == practices.whole_days(days)


def test_what_did_not_change_is_handed_on(workspace, practices, habits):
    same = practices_of(workspace, practices)
    assert same.same_as(practices)
    assert not same.same_as(None)
    workspace.journal.mark_days([(habits["sit"], TODAY)], State.DONE)
    other = practices_of(workspace, practices)
    assert not other.same_as(practices)
    assert [mine is theirs for mine, theirs in zip(other.each, practices.each, strict=True)] == [
        each.habit.name != "Sit" for each in practices.each
    ]


def test_another_day_is_not_the_same(workspace, practices):
    assert not practices_of(workspace, today=back(-1)).same_as(practices)
    workspace.journal.add_habit(Habit("", "Draw", TODAY, area="hobbies"))
    assert not practices_of(workspace, practices).same_as(practices)


def test_without_habits_there_is_nothing_to_tell(workspace):
    practices = practices_of(workspace)
    days = range(TODAY.toordinal(), TODAY.toordinal() + 1)
    assert practices.start == practices.as_of == TODAY.toordinal()
    assert practices.weekdays(days) == ((0, 0, 0),) * 7
    assert practices.minutes(0) == {}
    assert list(practices.whole_days(days)) == [NOTHING]


def test_check_ins_are_read_once_until_one_changes(workspace):
    records, journal = workspace.records, workspace.journal
    journal.check_in(CheckIn(back(1), energy=2))
    journal.check_in(CheckIn(back(5), mood=4, note="Slow morning"))
    found = records.check_ins()
    assert [check_in.day for check_in in found] == [back(5), back(1)]
    assert records.check_ins() is found
    journal.undo()
    assert [check_in.day for check_in in records.check_ins()] == [back(1)]
    records.forget_cache()
    assert [check_in.day for check_in in records.check_ins()] == [back(1)]
