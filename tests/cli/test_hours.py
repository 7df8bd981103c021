"""`selfcare hours`, `session`, `wrap-up` and `pause`."""

import os
import re
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from selfcare_app.cli import main
from selfcare_app.services.workspace import open_workspace
from tests.cli.conftest import Selfcare

MONDAY, SATURDAY = "2015-11-23", "2015-11-28"


@pytest.fixture(autouse=True)
def in_berlin() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()
    yield
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


@pytest.fixture
def planned(selfcare: Selfcare) -> Selfcare:
    """Monday to Thursday with a lunch, a night on Friday, Saturday off."""
    for words in (
        ("mon-thu", "09:00-13:00,14:00-18:00"),
        ("fri", "22:00-06:00"),
        ("sat", "off"),
    ):
        assert selfcare("hours", "set", *words, "--from", "2015-01-01").status == 0
    return selfcare


def test_a_day_is_told_to_programs_as_planned_and_as_it_was(selfcare: Selfcare) -> None:
    selfcare("hours", "set", "mon", "09:00-18:00", "--from", "2015-01-01")
    selfcare("hours", "log", MONDAY, "09:02-18:41", "--reason", "notes")
    assert selfcare("hours", "--date", MONDAY, "--json").json == {
        "date": MONDAY,
        "planned": [["09:00", "18:00"]],
        "planned_minutes": 540,
        "actual": ["09:02", "18:41"],
        "overrun_minutes": 41,
        "on_time": False,
        "reasons": ["notes"],
        "day_off": False,
    }


def test_what_is_not_known_is_null(selfcare: Selfcare) -> None:
    assert selfcare("hours", "--json", "--date", MONDAY).json == {
        "date": MONDAY,
        "planned": None,
        "planned_minutes": None,
        "actual": None,
        "overrun_minutes": None,
        "on_time": None,
        "reasons": [],
        "day_off": False,
    }
    assert "hours set DAYS INTERVALS" in selfcare("hours").out


def test_a_night_is_told_as_it_was_typed(planned: Selfcare) -> None:
    friday = planned("hours", "--json", "--date", "2015-03-27").json
    assert (friday["planned"], friday["planned_minutes"]) == ([["22:00", "06:00"]], 480)
    assert planned("hours", "--date", SATURDAY).out == f"{SATURDAY} · day off\n"


def test_days_off_and_other_hours_leave_the_week_as_it_is(planned: Selfcare) -> None:
    answer = planned("hours", "off", f"{MONDAY}..2015-11-25", "--note", "by the sea")
    assert answer.out == f"{MONDAY} – 2015-11-25 · day off\n"
    assert planned("hours", "--date", MONDAY).out == f"{MONDAY} · day off · by the sea\n"
    assert planned("hours", "--json", "--date", MONDAY).json["day_off"] is True
    planned("hours", "on", MONDAY, "12:00-21:00")
    assert planned("hours", "--date", MONDAY).out == f"{MONDAY} · planned 12:00-21:00 (540 min)\n"
    assert planned("hours", "on", f"{MONDAY}..2015-11-25", "usual").status == 0
    assert "planned 09:00-13:00, 14:00-18:00" in planned("hours", "--date", MONDAY).out


def test_hours_that_overlap_are_joined_and_it_is_said(planned: Selfcare) -> None:
    answer = planned("hours", "set", "sun", "09:00-12:00,11:00-15:00", "--from", "2015-01-01")
    assert answer.out == (
        "Hours that overlap were joined: 09:00-15:00.\nsun · 09:00-15:00 · from 2015-01-01 on\n"
    )


def test_a_day_is_told_in_words(planned: Selfcare) -> None:
    answer = planned("hours", "log", MONDAY, "09:02-18:41", "--reason", "client crisis")
    assert answer.out == (
        f"{MONDAY} · planned 09:00-13:00, 14:00-18:00 (480 min)\n"
        "  09:02 – 18:41 · 41 min past the end\n"
        "  client crisis\n"
    )
    assert "09:02 – 18:05 · 5 min past the end · on time" in (
        planned("hours", "log", MONDAY, "09:02-18:05").out
    )
    assert "09:02" not in planned("hours", "log", MONDAY, "seen").out


def test_breaks_and_sessions_are_told(selfcare: Selfcare, tmp_path: Path) -> None:
    from selfcare_app.domain.hold import Hold, HoldKind
    from selfcare_app.domain.instants import Moment, Span
    from selfcare_app.domain.worklog import Activity

    start = 1_448_265_600  # 09:00 on that Monday
    workspace = open_workspace(tmp_path / "home" / "selfcare" / "selfcare.db")
    seen = Activity(
        date.fromisoformat(MONDAY),
        Moment(start, 60),
        Moment(start + 9 * 3600, 60),
        (Span(start + 3600, start + 3600 + 900),),
    )
    session = Hold("h", HoldKind.SESSION, Moment(start, 60), Moment(start + 3000, 60))
    workspace.journal.add_records("Seen", [seen, session])
    workspace.close()
    assert selfcare("hours", "--date", MONDAY).out.splitlines()[1:] == [
        *("  09:00 – 18:00", "  breaks: 15 min", "  sessions: 1 (50 min)"),
    ]


def test_the_preview_tells_every_reminder_with_its_offset(planned: Selfcare) -> None:
    planned("hours", "on", "2015-03-29", "09:00-18:00")
    assert planned("hours", "preview", "2015-03-27..2015-03-29", "--json").json == {
        "reminders": [
            {"kind": kind, "day": day, "local": local, "utc": utc}
            for kind, day, local, utc in (
                ("before_end", "2015-03-27", "2015-03-28T05:30:00+01:00", "2015-03-28T04:30:00Z"),
                ("end", "2015-03-27", "2015-03-28T06:00:00+01:00", "2015-03-28T05:00:00Z"),
                ("before_end", "2015-03-29", "2015-03-29T17:30:00+02:00", "2015-03-29T15:30:00Z"),
                ("end", "2015-03-29", "2015-03-29T18:00:00+02:00", "2015-03-29T16:00:00Z"),
            )
        ]
    }
    assert planned("hours", "preview", "2015-03-29").out == (
        "2015-03-29 17:30  the end comes near\n2015-03-29 18:00  the end of the day\n"
    )
    assert planned("hours", "preview", SATURDAY).out == "No reminders on these days.\n"


def test_start_and_breaks_are_previewed_where_they_were_switched_on(
    planned: Selfcare, tmp_path: Path
) -> None:
    from selfcare_app.services.work_settings import BREAK_REMINDER, START_REMINDER

    workspace = open_workspace(tmp_path / "home" / "selfcare" / "selfcare.db")
    workspace.settings.set(START_REMINDER, True)
    workspace.settings.set(BREAK_REMINDER, True)
    workspace.close()
    lines = planned("hours", "preview", MONDAY).out.splitlines()
    assert [line[11:] for line in lines] == [
        *("09:00  work begins", "13:00  a break", "17:30  the end comes near"),
        "18:00  the end of the day",
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("set", "mon", "09:00-25:00"), "“25:00” in “09:00-25:00” is not a time of day"),
        (("set", "mon", "09:00-09:00"), "ends when it starts"),
        (("set", "mo", "09:00-10:00"), "“mo” are not days of the week"),
        (("set", "mon", "9-5"), "“9” in “9-5” is not a time of day"),
        (("off", "2015-11-24..2015-11-23"), "The last day must be on or after the first"),
        (("off", "2015-11-24.."), "There is no day “”"),
        (("off", "2015-11-24..2016-11-24"), "more than a year"),
        (("on", "2015-11-24..2015-11-25", "09:00-10:00"), "one day at a time"),
        (("log", "2015-11-24", "09:00"), "is not a time of work"),
        (("log", "2015-11-24", "09:00-10:00", "--reason", " "), "Say the reason"),
        (("preview", "2015-11-24..2035-11-24"), "more than ten years"),
        (("--date", "9999-12-31"), "too far away"),
        (("--date", "0001-01-01"), "too far away"),
        (("fly",), "invalid choice"),
        (("holidays", "Atlantis"), "no holidays of “Atlantis”"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    selfcare: Selfcare, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in selfcare("hours", *words).sentence


def test_a_day_that_has_not_come_is_not_logged(selfcare: Selfcare, today: date) -> None:
    later = str(today + timedelta(days=3))
    assert "has not come yet" in selfcare("hours", "log", later, "09:00-10:00").sentence


def test_public_holidays_are_off_once_they_are_wanted(planned: Selfcare) -> None:
    assert planned("hours", "holidays", "de-by").out == "Public holidays: DE-BY\n"
    assert planned("hours", "--json", "--date", "2015-01-06").json["day_off"] is True
    assert planned("hours", "holidays", "off").out == "Public holidays: none\n"
    assert planned("hours", "--json", "--date", "2015-01-06").json["day_off"] is False


def test_a_session_is_begun_and_ended(selfcare: Selfcare) -> None:
    assert re.fullmatch(
        r"In session until \d\d:\d\d; reminders wait\.\n", selfcare("session", "50").out
    )
    assert selfcare("session", "0").out == "The session is over.\n"
    assert selfcare("session", "off").out == "There is no session.\n"


@pytest.mark.parametrize(
    ("minutes", "sentence"), [("long", "are not minutes"), ("721", "1 to 720 minutes")]
)
def test_a_session_needs_minutes(selfcare: Selfcare, minutes: str, sentence: str) -> None:
    assert sentence in selfcare("session", minutes).sentence


def test_reminders_are_paused_until_a_moment(selfcare: Selfcare) -> None:
    for until, told in (
        ("2035-12-24", "2035-12-24 03:00"),
        ("2035-12-24T15:30", "2035-12-24 15:30"),
        ("2035-12-24 15:30", "2035-12-24 15:30"),
    ):
        assert selfcare("pause", until).out == f"Reminders are paused until {told}.\n"
    assert "paused until 20" in selfcare("pause", "tomorrow").out
    assert "paused until 20" in selfcare("pause", "15:30").out
    assert selfcare("pause", "off").out == "Reminders come again.\n"
    assert selfcare("pause", "off").out == "Reminders are not paused.\n"
    assert "over already" in selfcare("pause", "2015-11-23").sentence
    assert "There is no day “soon”" in selfcare("pause", "soon").sentence


def test_wrapping_up_ends_the_day_and_tells_the_closing_steps(selfcare: Selfcare) -> None:
    answer = selfcare("wrap-up", "--tomorrow", "call back", "--reason", "notes")
    lines = answer.out.splitlines()
    assert lines[:3] == ["○ The last note", "○ Tomorrow’s first thing", "○ One breath"]
    assert lines[-2:] == [
        "  notes",
        "Done for today. Everything is quiet until your next work day.",
    ]
    actual = selfcare("hours", "--json").json["actual"]
    assert actual[0] is None
    assert re.fullmatch(r"\d\d:\d\d", actual[1])


def test_help_tells_every_action(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hours", "--help"]) == 0
    assert "preview" in capsys.readouterr().out
    assert main(["hours", "set", "--help"]) == 0
    assert "mon-thu" in capsys.readouterr().out


def test_telling_today_loads_nothing_of_work_hours(selfcare: Selfcare) -> None:
    import subprocess
    import sys

    program = (
        "import sys; from selfcare_app.cli import main; main(['today']); "
        "print([name for name in sys.modules if 'work' in name and 'selfcare_app' in name])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.splitlines()[-1]
    assert loaded == (
        "['selfcare_app.domain.work_record', 'selfcare_app.services.work_verbs', "
        "'selfcare_app.services.workspace']"
    )
