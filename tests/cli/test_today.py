"""`selfcare today`."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from selfcare_app.domain.entry import Entry, Pause, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.record import Record
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek, Weekdays
from selfcare_app.services.workspace import open_workspace
from tests.cli.conftest import Selfcare

MONDAY = date(2015, 1, 26)
SUNDAY = date(2015, 1, 25)
START = date(2015, 1, 1)


@pytest.fixture(autouse=True)
def german_weeks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")


def keep(tmp_path: Path, *records: Record) -> None:
    workspace = open_workspace(tmp_path / "home" / "selfcare" / "selfcare.db")
    workspace.journal.add_records("Kept", records)
    workspace.close()


def measured(name: str, target: float, direction: Direction = Direction.AT_LEAST) -> Habit:
    return Habit(
        name, name, START, kind=Kind.MEASURED, target=target, direction=direction, unit="min"
    )


def weekly(name: str, times: int) -> Habit:
    return Habit(name, name, START, schedule=TimesPerWeek(times))


def line_of(selfcare: Selfcare, name: str, day: date = MONDAY) -> str:
    lines = selfcare("today", "--date", str(day)).out.splitlines()
    return next(line for line in lines if line.startswith(f"  {name} ")).split("  ")[-1].strip()


def test_the_day_is_told_in_aligned_lines(selfcare: Selfcare, tmp_path: Path) -> None:
    keep(
        tmp_path,
        Habit("sit", "Sit", START),
        Habit("walk", "Brisk walk", START, "movement", schedule=Weekdays(frozenset({2}))),
        Habit("call", "Call", START, "support", schedule=Weekdays(frozenset({1})), position=2),
        Entry("sit", MONDAY, State.DONE, note="by the\nwindow"),
    )
    assert selfcare("today", "--date", str(MONDAY)).out == (
        "2015-01-26 · 1 of 2 planned done\n"
        "Mindfulness\n"
        "  Sit         done · by the window\n"
        "Movement\n"
        "  Brisk walk  not planned\n"
        "Support\n"
        "  Call        open\n"
    )


def test_json_tells_every_habit_of_the_day(selfcare: Selfcare, tmp_path: Path) -> None:
    keep(
        tmp_path,
        measured("walk", 20),
        Habit("away", "Put away", START, archived=True),
        Habit("later", "Later", date(2016, 1, 1)),
        Entry("walk", MONDAY, State.DONE, 10, "rain"),
    )
    assert selfcare("today", "--json", "--date", str(MONDAY)).json == {
        "date": "2015-01-26",
        "habits": [
            {
                "id": "walk",
                "name": "walk",
                "area": "mindfulness",
                "planned": True,
                "state": "done",
                "value": 10.0,
                "target": 20.0,
                "unit": "min",
                "kept": False,
                "covered": False,
                "note": "rain",
            }
        ],
    }


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (None, "open · 20 min"),
        (Entry("walk", MONDAY, State.DONE, 25), "done · 25 of 20 min"),
        (Entry("walk", MONDAY, State.DONE, 0.5), "partly · 0.5 of 20 min"),
        (Entry("walk", MONDAY, State.NOT_DONE, 0), "not done · 0 of 20 min"),
        (Entry("walk", MONDAY, State.NOT_DONE), "not done · 20 min"),
        (Entry("walk", MONDAY, State.REST), "rest"),
    ],
)
def test_an_amount_stands_beside_its_target(
    selfcare: Selfcare, tmp_path: Path, entry: Entry | None, words: str
) -> None:
    keep(tmp_path, measured("walk", 20), *([entry] if entry else []))
    assert line_of(selfcare, "walk") == words


def test_an_at_most_habit_is_done_up_to_its_target(selfcare: Selfcare, tmp_path: Path) -> None:
    keep(
        tmp_path,
        measured("coffee", 2, Direction.AT_MOST),
        Entry("coffee", MONDAY, State.DONE, 2),
        Entry("coffee", SUNDAY, State.DONE, 3),
    )
    assert line_of(selfcare, "coffee") == "done · 2 of at most 2 min"
    assert line_of(selfcare, "coffee", SUNDAY) == "not done · 3 of at most 2 min"


def test_a_paused_day_asks_for_nothing(selfcare: Selfcare, tmp_path: Path) -> None:
    keep(tmp_path, Habit("sit", "sit", START), Pause("p", None, SUNDAY, MONDAY))
    assert line_of(selfcare, "sit") == "rest"
    assert selfcare("today", "--date", str(MONDAY)).out.startswith("2015-01-26 · 0 of 0")


def test_weeks_and_months_tell_how_far_they_are(selfcare: Selfcare, tmp_path: Path) -> None:
    monthly = Habit("book", "book", START, schedule=TimesPerMonth(4))
    swim = Habit(
        "swim",
        "swim",
        START,
        kind=Kind.MEASURED,
        schedule=TimesPerWeek(2),
        target=60,
        direction=Direction.AT_LEAST,
        unit="min",
    )
    keep(
        tmp_path,
        weekly("paint", 2),
        monthly,
        swim,
        Entry("paint", SUNDAY, State.DONE),
        Entry("book", SUNDAY, State.DONE),
        Entry("swim", date(2015, 1, 20), State.DONE, 30),
        Entry("swim", SUNDAY, State.DONE, 15.5),
    )
    assert line_of(selfcare, "paint", SUNDAY) == "done · 1 of 2 this week"
    assert line_of(selfcare, "paint") == "any day · 0 of 2 this week"
    assert line_of(selfcare, "book") == "any day · 1 of 4 this month"
    assert line_of(selfcare, "swim", SUNDAY) == "partly · 15.5 min · 45.5 of 60 min this week"
    assert line_of(selfcare, "swim") == "any day · 0 of 60 min this week"
    assert selfcare("today", "--date", str(MONDAY)).out.startswith("2015-01-26 · 0 of 0")


def test_a_rolling_schedule_tells_covered_days(selfcare: Selfcare, tmp_path: Path) -> None:
    swim = Habit("swim", "swim", START, schedule=TimesInDays(1, 3))
    keep(tmp_path, swim, Entry("swim", SUNDAY, State.DONE))
    assert line_of(selfcare, "swim", SUNDAY) == "done"
    assert line_of(selfcare, "swim") == "covered"
    assert line_of(selfcare, "swim", date(2015, 1, 28)) == "any day"
    [habit] = selfcare("today", "--json", "--date", str(MONDAY)).json["habits"]
    assert (habit["planned"], habit["kept"], habit["covered"]) == (False, False, True)


def test_before_the_first_habit_it_says_how_to_begin(selfcare: Selfcare) -> None:
    assert "selfcare add NAME" in selfcare("today").out
    assert selfcare("today", "--json", "--date", "2015-01-25").json == {
        "date": "2015-01-25",
        "habits": [],
    }


def test_the_first_and_last_days_of_the_calendar_are_days(
    selfcare: Selfcare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    keep(tmp_path, weekly("paint", 2))
    for day in ("0001-01-01", "9999-12-31"):
        assert selfcare("today", "--date", day).status == 0


def test_a_day_that_does_not_exist_is_told(selfcare: Selfcare) -> None:
    assert "There is no day “2015-02-29”" in selfcare("today", "--date", "2015-02-29").sentence


@pytest.mark.parametrize(("times", "days"), [(1, 3), (2, 5), (3, 14), (1, 30), (2, 31), (5, 45)])
def test_a_covered_day_is_the_same_for_today_and_for_the_figures(
    selfcare: Selfcare, tmp_path: Path, times: int, days: int
) -> None:
    swim = Habit("swim", "swim", START, schedule=TimesInDays(times, days))
    random = Random(f"{times} in {days}")
    logged = [START + timedelta(days=back) for back in range(200) if random.random() < times / days]
    keep(tmp_path, swim, *(Entry("swim", day, State.DONE) for day in logged))
    for back in range(0, 200, 9):
        day = str(START + timedelta(days=back))
        [now] = selfcare("today", "--json", "--date", day).json["habits"]
        [figures] = selfcare("stats", "--json", "--daily", "--as-of", day).json["habits"]
        last = figures["daily"][-1:]
        assert now["covered"] == bool(last and last[0]["covered"]), day
