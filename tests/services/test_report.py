"""What a report is made of: the range that was asked for, and nothing of what was not."""

from datetime import date, datetime, timedelta

import pytest

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.hours_text import parse_hours, parse_interval
from selfcare_app.domain.schedule import TimesPerWeek
from selfcare_app.services.hours import OverrunWeek
from selfcare_app.services.report import Note, checked_range, report_on
from tests.services.office import MONDAY, Office

TODAY = date(2026, 11, 23)


def back(days: int) -> date:
    return TODAY - timedelta(days)


@pytest.fixture
def sit(workspace) -> Habit:
    """Kept every day for 60 days but on every fifth, the last time today."""
    habit = workspace.journal.add_habit(Habit("", "Sit", back(59)))
    entries = [Entry(habit.id, back(days), State.DONE) for days in range(60) if days % 5]
    workspace.journal.add_records("Made up", [*entries, Entry(habit.id, TODAY, State.DONE)])
    return habit


def test_the_usual_range_is_three_months_up_to_today():
    assert checked_range(None, None, TODAY) == (back(90), TODAY)
    assert checked_range(None, back(10), TODAY) == (back(100), back(10))
    assert checked_range(back(3), None, TODAY) == (back(3), TODAY)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, back(-1), "A report can go up to today"),
        (back(2), back(3), "A report must end after it begins"),
        (date(1899, 1, 1), TODAY, "A report can begin in 1900"),
        (None, date(1900, 2, 1), "A report can begin in 1900"),
    ],
)
def test_a_range_that_cannot_be_is_a_sentence(first, last, words):
    with pytest.raises(BadInput, match=words):
        checked_range(first, last, TODAY)


def test_it_counts_in_the_range_alone(workspace, sit):
    report = report_on(workspace, back(29), back(10), with_notes=False)
    [progress] = report.practices.each
    kept = report.kept(progress)
    assert (kept.kept, kept.planned, kept.unit) == (16, 20, "days")
    assert kept.since == back(29)
    assert report.done(progress) == 16
    then = workspace.statistics.up_to(sit, back(10))
    assert report.strength(progress) == then.score
    assert report_on(workspace, back(9), TODAY, with_notes=False).strength(progress) > then.score
    assert report.days == range(back(29).toordinal(), back(9).toordinal())
    assert report.notes is None


def test_a_habit_counts_from_its_start_and_one_that_came_later_not_at_all(workspace, sit):
    late = workspace.journal.add_habit(Habit("", "Draw", back(4), schedule=TimesPerWeek(1)))
    workspace.journal.archive_habit(workspace.journal.add_habit(Habit("", "Old", back(50))))
    early = report_on(workspace, back(100), back(20), with_notes=False)
    assert [habit.name for habit in early.practices.habits] == ["Sit"]
    assert early.kept(early.practices.each[0]).since == back(59)
    now = report_on(workspace, back(100), TODAY, with_notes=False)
    assert late.id in [habit.id for habit in now.practices.habits]


def test_notes_are_there_only_when_they_are_asked_for(workspace, sit):
    journal = workspace.journal
    journal.set_note(sit, back(3), "A slow morning")
    journal.set_note(sit, back(40), "Long ago")
    journal.check_in(CheckIn(back(2), mood=4, note="Sun on the desk"))
    journal.check_in(CheckIn(back(1), mood=4))
    report = report_on(workspace, back(10), TODAY, with_notes=True)
    assert report.notes == [
        Note(back(2), None, "Sun on the desk"),
        Note(back(3), workspace.records.habit(sit.id), "A slow morning"),
    ]
    assert report.check_ins.count(report.days) == 2


def test_work_days_are_summed_week_by_week(workspace, clock):
    planned, _ = parse_hours("09:00-17:00")
    workspace.journal.set_work_hours(range(1, 6), planned, back(30))
    log = workspace.work.log_day
    log(back(7), parse_interval("09:00-17:05"))
    log(back(6), parse_interval("09:00-18:10"))
    log(back(4), parse_interval("09:00-16:00"))
    log(back(3), parse_interval("09:00-17:30"))
    clock.now = datetime(2026, 11, 23, 16, 20)
    report = report_on(workspace, back(13), TODAY, with_notes=False)
    assert list(report.hours.weeks) == [OverrunWeek(back(7), 4, 2, 105)]
    assert (report.hours.days, report.hours.on_time, report.hours.overrun) == (4, 2, 105)
    assert (report.hours.sessions, report.hours.session_minutes) == (0, 0)


def test_sessions_are_counted(tmp_path):
    office = Office(tmp_path / "selfcare.db")
    office.at(MONDAY, "09:00")
    office.work.start_session(50)
    office.at(MONDAY, "12:00")
    hours = report_on(office.workspace, MONDAY, MONDAY, with_notes=False).hours
    assert (hours.days, hours.sessions, hours.session_minutes) == (0, 1, 50)
    office.workspace.close()
