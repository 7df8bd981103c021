"""`selfcare add` and `selfcare habits`."""

from uuid import UUID

import pytest

from tests.cli.conftest import Selfcare, add


def test_adding_prints_the_id(selfcare: Selfcare) -> None:
    identity = add(selfcare, "Sit and breathe")
    assert str(UUID(identity)) == identity


def test_a_habit_is_a_daily_yes_no_one_unless_said_otherwise(selfcare: Selfcare) -> None:
    identity = add(selfcare, "Sit and breathe")
    assert selfcare("habits", "--json").json == {
        "habits": [
            {
                "id": identity,
                "name": "Sit and breathe",
                "area": "mindfulness",
                "position": 0,
                "archived": False,
                "kind": "yes_no",
                "direction": None,
                "target": None,
                "unit": None,
                "schedule": {"kind": "every_day"},
                "cue": "",
            }
        ]
    }


def test_a_measured_habit_is_added_with_all_that_was_said(selfcare: Selfcare) -> None:
    words = ["--area", "Movement", "--at-least", "2,5", "--unit", "km", "--cue", "After tea"]
    add(selfcare, "Walk", *words, "--schedule", "mon,wed,fri")
    [habit] = selfcare("habits", "--json").json["habits"]
    del habit["id"]
    assert habit == {
        "name": "Walk",
        "area": "movement",
        "position": 0,
        "archived": False,
        "kind": "measured",
        "direction": "at_least",
        "target": 2.5,
        "unit": "km",
        "schedule": {"kind": "weekdays", "weekdays": [1, 3, 5]},
        "cue": "After tea",
    }


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("daily", {"kind": "every_day"}),
        ("sun,mon", {"kind": "weekdays", "weekdays": [1, 7]}),
        ("3/week", {"kind": "times_per_week", "times": 3}),
        ("4/month", {"kind": "times_per_month", "times": 4}),
        ("2/5days", {"kind": "times_in_days", "times": 2, "days": 5}),
    ],
)
def test_every_schedule_is_read_and_told(
    selfcare: Selfcare, written: str, told: dict[str, object]
) -> None:
    add(selfcare, "Walk", "--schedule", written)
    assert selfcare("habits", "--json").json["habits"][0]["schedule"] == told


def test_habits_are_listed_area_by_area(selfcare: Selfcare) -> None:
    walk = add(selfcare, "Walk", "--area", "movement", "--at-most", "3", "--schedule", "3/week")
    sit = add(selfcare, "Sit and breathe", "--yes-no")
    assert selfcare("habits").out == (
        "Mindfulness\n"
        f"  Sit and breathe  daily · {sit}\n"
        "Movement\n"
        f"  Walk             3/week · at most 3 · {walk}\n"
    )


def test_without_habits_the_list_says_how_to_add_one(selfcare: Selfcare) -> None:
    assert "selfcare add NAME" in selfcare("habits").out
    assert selfcare("habits", "--json").json == {"habits": []}


def test_names_in_any_script_stay_aligned(selfcare: Selfcare) -> None:
    add(selfcare, "散歩 🚶")
    add(selfcare, "שלום עליכם")
    add(selfcare, "e\u0301te\u0301")
    columns = [line.split(" daily")[0] for line in selfcare("habits").out.splitlines()[1:]]
    assert columns == ["  散歩 🚶    ", "  שלום עליכם ", "  e\u0301te\u0301        "]


def test_a_name_cannot_upset_the_terminal(selfcare: Selfcare) -> None:
    add(selfcare, "Sit\x1b[31m")
    assert "\x1b" not in selfcare("habits").out
    assert selfcare("habits", "--json").json["habits"][0]["name"] == "Sit\x1b[31m"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add", ""], "A habit needs a name."),
        (["add", " \t\n "], "A habit needs a name."),
        (["add", "x" * 10_000], "this one has 10000"),
        (["add", "bad\udcff"], "cannot be read"),
        (["add", "a", "--area", "garden"], "There is no practice area “garden”"),
        (["add", "a", "--schedule", "often"], "“often” is not a schedule"),
        (["add", "a", "--schedule", "9/week"], "Times per week can be 1 to 7"),
        (["add", "a", "--at-least", "many"], "“many” is not a number"),
        (["add", "a", "--at-least", "-5"], "An amount cannot be less than 0"),
        (["add", "a", "--at-most", "inf"], "must be an ordinary number"),
        (["add", "a", "--unit", "min"], "--unit goes together with"),
        (["add", "a", "--yes-no", "--at-least", "3"], "not allowed with"),
        (["add"], "required: NAME"),
    ],
)
def test_what_cannot_be_a_habit_is_told_and_not_kept(
    selfcare: Selfcare, words: list[str], sentence: str
) -> None:
    assert sentence in selfcare(*words).sentence
    assert selfcare("habits", "--json").json == {"habits": []}
