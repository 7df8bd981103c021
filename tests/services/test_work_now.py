"""How the work day stands at a moment: what the window and the tray tell of it."""

from datetime import timedelta

import pytest

from selfcare_app.domain.hold import HoldKind
from selfcare_app.domain.hours_text import parse_hours, parse_interval
from selfcare_app.services.work_now import Stage, WorkNow, next_start, work_now
from selfcare_app.services.work_settings import BEFORE_END, PAST_END
from tests.services.office import MONDAY, TUESDAY, Office

YEAR = MONDAY - timedelta(days=300)


@pytest.fixture
def planned(office: Office) -> Office:
    office.workspace.journal.set_work_hours(range(1, 6), parse_hours("09:00-18:00")[0], YEAR)
    return office


def at(office: Office, clock: str) -> WorkNow:
    office.at(MONDAY, clock)
    return work_now(office.work)


@pytest.mark.parametrize(
    ("clock", "stage", "left", "past", "next_word"),
    [
        ("08:00", Stage.BEFORE, 600, 0, "17:30"),
        ("09:00", Stage.AT_WORK, 540, 0, "17:30"),
        ("17:29", Stage.AT_WORK, 31, 0, "17:30"),
        ("17:30", Stage.LAST_MINUTES, 30, 0, "18:00"),
        ("18:00", Stage.PAST, 0, 0, "18:20"),
        ("18:45", Stage.PAST, 0, 45, "19:00"),
    ],
)
def test_the_day_goes_through_its_stages(
    planned: Office, clock: str, stage: Stage, left: int, past: int, next_word: str
) -> None:
    now = at(planned, clock)
    assert (now.day, now.stage, now.minutes_left, now.minutes_past) == (MONDAY, stage, left, past)
    assert now.next_word is not None
    assert f"{now.next_word.wall:%H:%M}" == next_word
    assert (now.start, now.end) != (None, None)


def test_begun_minutes_count_as_left(planned: Office) -> None:
    planned.at(MONDAY, "17:58")
    planned.now += 30
    assert work_now(planned.work).minutes_left == 2


def test_six_hours_past_the_end_nothing_more_is_said(planned: Office) -> None:
    planned.at(TUESDAY, "00:30")
    assert work_now(planned.work).next_word is None


def test_without_any_word_about_the_end_none_is_next(planned: Office) -> None:
    planned.workspace.settings.set(PAST_END, 0)
    planned.workspace.settings.set(BEFORE_END, 0)
    assert at(planned, "17:50").stage is Stage.AT_WORK
    assert at(planned, "18:10").next_word is None


def test_put_off_it_says_when_the_word_comes_back(planned: Office) -> None:
    before = at(planned, "17:31")
    planned.work.snooze(MONDAY, 15)
    now = work_now(planned.work)
    assert (before.snoozes_left, now.snoozes_left) == (3, 2)
    assert now.next_word is not None
    assert f"{now.next_word.wall:%H:%M}" == "17:46"


def test_sessions_and_pauses_say_until_when(planned: Office) -> None:
    planned.at(MONDAY, "10:00")
    session = planned.work.start_session(50)
    now = work_now(planned.work)
    assert (now.session, now.pause) == (session, None)
    planned.work.stop_holding(HoldKind.SESSION)
    pause = planned.work.pause_until(session.wall + timedelta(hours=2))
    now = work_now(planned.work)
    assert (now.session, now.pause) == (None, pause)


def test_done_for_today_is_done_until_the_next_work_day(planned: Office) -> None:
    planned.at(MONDAY, "17:52")
    planned.work.done_for_today(tomorrow="Print the two worksheets")
    now = at(planned, "19:00")
    assert now.stage is Stage.DONE
    assert now.done is not None
    assert f"{now.done.wall:%H:%M}" == "17:52"
    assert now.next_word is None
    assert now.next_start is not None
    assert f"{now.next_start.wall:%a %H:%M}" == "Tue 09:00"
    assert now.left == ""
    planned.at(TUESDAY, "08:00")
    assert work_now(planned.work).left == "Print the two worksheets"


def test_a_day_ended_by_hand_is_done_once_that_time_has_come(planned: Office) -> None:
    planned.at(MONDAY, "17:00")
    planned.work.log_day(MONDAY, parse_interval("09:00-17:30"))
    assert work_now(planned.work).stage is Stage.AT_WORK
    assert at(planned, "17:30").stage is Stage.DONE


def test_without_a_plan_it_is_a_free_day(office: Office) -> None:
    now = at(office, "10:00")
    assert (now.stage, now.minutes_left, now.minutes_past) == (Stage.FREE, 0, 0)
    assert (now.start, now.end, now.next_word, now.next_start) == (None, None, None, None)


def test_before_a_weekend_the_next_start_is_on_monday(planned: Office) -> None:
    found = next_start(planned.work, MONDAY + timedelta(days=4))
    assert found is not None
    assert found.wall.date() == MONDAY + timedelta(days=7)
