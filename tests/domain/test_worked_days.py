"""The numbers of a work day, and habits that the log keeps."""

from datetime import date, timedelta

import pytest

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.hold import (
    Hold,
    HoldKind,
    checked_hold,
    checked_session_minutes,
)
from selfcare_app.domain.instants import Moment, Span, instant_of, moment_at, united, without
from selfcare_app.domain.kept_by_log import KeptByLog, by_itself, kept
from selfcare_app.domain.value import replace
from selfcare_app.domain.workhours import DayHours
from selfcare_app.domain.worklog import (
    MOST_REASONS,
    Activity,
    WorkedDay,
    WorkLog,
    checked_log,
    seen,
    with_reason,
    worked_day,
)
from tests.domain.desk import BERLIN, MONDAY, NEW_YORK, every_day, minute

PLAN = every_day("09:00-17:00", DayHours(MONDAY + timedelta(days=1)))


def at(clock: str, day: date = MONDAY) -> Moment:
    return moment_at(instant_of(day, minute(clock), BERLIN), BERLIN)


def span(start: str, end: str) -> Span:
    return Span(at(start).at, at(end).at)


def day_of(
    log: WorkLog | None = None,
    activity: Activity | None = None,
    sessions: tuple[Span, ...] = (),
    *,
    over: bool = True,
    day: date = MONDAY,
    tolerance: int = 10,
) -> WorkedDay:
    return worked_day(
        PLAN.on(day),
        log or WorkLog(day),
        activity,
        sessions,
        BERLIN,
        over=over,
        tolerance=tolerance,
    )


def test_a_day_of_which_nothing_is_known_claims_nothing() -> None:
    day = day_of()
    assert (day.start, day.end, day.overrun, day.on_time) == (None, None, None, None)
    assert (day.planned_minutes, day.break_minutes, day.sessions) == (480, 0, 0)


def test_a_day_that_goes_on_has_no_end_yet() -> None:
    activity = Activity(MONDAY, at("09:02"), at("15:00"))
    day = day_of(activity=activity, over=False)
    assert (day.start, day.end, day.overrun) == (at("09:02"), None, None)
    assert day_of(activity=activity).end == at("15:00")


def test_done_for_today_goes_before_what_was_seen_and_a_correction_before_both() -> None:
    activity = Activity(MONDAY, at("09:02"), at("22:00"))
    done = WorkLog(MONDAY, done=at("18:41"))
    assert day_of(done, activity).end == at("18:41")
    corrected = replace(done, start=at("08:00"), end=at("17:11"))
    day = day_of(corrected, activity)
    assert (day.start, day.end, day.overrun, day.on_time) == (at("08:00"), at("17:11"), 11, False)
    assert day_of(corrected, activity, tolerance=15).on_time


def test_away_past_the_end_is_no_overrun_unless_the_person_said_so() -> None:
    activity = Activity(MONDAY, at("09:00"), at("20:30"), (span("17:10", "20:00"),))
    assert day_of(activity=activity).overrun == 40
    assert day_of(WorkLog(MONDAY, end=at("20:30")), activity).overrun == 210


def test_listening_in_session_is_no_absence() -> None:
    activity = Activity(MONDAY, at("09:00"), at("18:00"), (span("16:30", "17:40"),))
    day = day_of(activity=activity, sessions=(span("16:30", "17:20"),))
    assert (day.overrun, day.break_minutes) == (40, 20)
    assert (day.sessions, day.session_minutes) == (1, 50)


def test_a_day_off_has_no_end_to_be_held_against() -> None:
    tuesday = MONDAY + timedelta(days=1)
    log = WorkLog(tuesday, start=at("10:00", tuesday), end=at("12:00", tuesday))
    day = day_of(log, day=tuesday)
    assert (day.planned_minutes, day.overrun, day.on_time) == (0, None, None)


def test_a_clock_set_back_takes_nothing_away_from_what_was_seen() -> None:
    activity = seen(None, MONDAY, at("09:00"))
    activity = seen(activity, MONDAY, at("09:05"))
    assert activity.away == ()
    activity = seen(activity, MONDAY, at("09:11"))
    assert activity.away == (span("09:05", "09:11"),)
    assert seen(activity, MONDAY, at("08:00")) == activity


def test_only_the_start_of_a_day_abroad_still_tells_its_zone() -> None:
    start = moment_at(at("09:00").at, NEW_YORK)
    assert day_of(activity=Activity(MONDAY, start, start), over=False).planned_minutes == 480


def test_a_log_that_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(BadInput, match="must end after it starts"):
        checked_log(WorkLog(MONDAY, start=at("17:00"), end=at("09:00")))
    with pytest.raises(BadInput, match="up to 50 reasons"):
        checked_log(WorkLog(MONDAY, reasons=("a",) * (MOST_REASONS + 1)))
    with pytest.raises(BadInput, match="cannot be read"):
        checked_log(WorkLog(MONDAY, tomorrow="\0"))


def test_a_reason_is_kept_once_and_needs_words() -> None:
    log = with_reason(WorkLog(MONDAY), "  client \n crisis ")
    assert log.reasons == ("client crisis",)
    assert with_reason(log, "client crisis") == log
    assert not log.empty
    with pytest.raises(BadInput, match="Say the reason"):
        with_reason(log, " ")


def test_holds_that_cannot_be_are_refused_in_words() -> None:
    with pytest.raises(BadInput, match="over already"):
        checked_hold(Hold("h", HoldKind.PAUSE, Moment(5), Moment(5)))
    for minutes in (0, 721):
        with pytest.raises(BadInput, match="1 to 720 minutes"):
            checked_session_minutes(minutes)
    assert checked_session_minutes(720) == 720


def test_spans_are_united_and_cut() -> None:
    spans = [Span(5, 9), Span(1, 3), Span(3, 4), Span(6, 7), Span(8, 8)]
    assert united(spans) == [Span(1, 4), Span(5, 9)]
    assert without(spans, [Span(2, 6), Span(8, 8)]) == [Span(1, 2), Span(6, 9)]


ENTRY = Entry("stop", MONDAY, note="a note")
MARK = KeptByLog("stop", MONDAY, State.DONE)


@pytest.mark.parametrize(
    ("entry", "mark", "on_time", "expected"),
    [
        (ENTRY, None, True, (State.DONE, MARK)),
        (ENTRY, None, False, (State.NOT_DONE, replace(MARK, state=State.NOT_DONE))),
        (ENTRY, None, None, (None, None)),
        (replace(ENTRY, state=State.DONE), MARK, False, (State.NOT_DONE, "changed")),
        (replace(ENTRY, state=State.DONE), MARK, None, (None, None)),
    ],
)
def test_the_log_keeps_a_habit_by_itself(
    entry: Entry, mark: KeptByLog | None, on_time: bool | None, expected: tuple[object, object]
) -> None:
    said, new_mark = kept(entry, mark, on_time)
    wanted = replace(MARK, state=State.NOT_DONE) if expected[1] == "changed" else expected[1]
    assert (said.state, new_mark, said.note) == (expected[0], wanted, "a note")
    assert by_itself(said, new_mark) == (new_mark is not None)


@pytest.mark.parametrize(
    ("entry", "mark"),
    [
        (replace(ENTRY, state=State.REST), None),
        (replace(ENTRY, state=State.NOT_DONE), MARK),
        (replace(ENTRY, state=State.DONE, value=2.0), MARK),
        (ENTRY, MARK),
    ],
)
def test_the_person_s_word_stands(entry: Entry, mark: KeptByLog | None) -> None:
    for on_time in (True, False, None):
        assert kept(entry, mark, on_time) == (entry, mark)
    assert not by_itself(entry, mark)
