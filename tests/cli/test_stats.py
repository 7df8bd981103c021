"""`selfcare stats`, held against the values that Loop Habit Tracker's users trust."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from selfcare_app.domain.value import replace
from selfcare_app.paths import data_folder, database_file
from selfcare_app.services.workspace import open_workspace
from tests.cli.conftest import Selfcare, add

AS_OF = date(2015, 1, 25)


def day(back: int) -> str:
    return str(AS_OF - timedelta(days=back))


def log(selfcare: Selfcare, habit: str, days_back: Iterable[int], *words: str) -> None:
    for back in days_back:
        assert selfcare("log", habit, "--date", day(back), *words).status == 0


def figures(selfcare: Selfcare, habit: str, *words: str) -> dict[str, object]:
    answer = selfcare("stats", habit, "--json", "--as-of", str(AS_OF), *words).json
    assert answer["as_of"] == "2015-01-25"
    [found] = answer["habits"]
    assert isinstance(found, dict)
    return found


def scores(selfcare: Selfcare, habit: str) -> list[float]:
    """The scores of all days, the newest first."""
    daily = figures(selfcare, habit, "--daily")["daily"]
    assert isinstance(daily, list)
    return [each["score"] for each in reversed(daily)]


# fmt: off
TWENTY_DAYS = [
    .655747, .636894, .617008, .596033, .573910, .550574, .525961, .5, .472617, .443734,
    .413270, .381137, .347244, .311495, .273788, .234017, .192067, .147820, .101149, .051922,
]
# fmt: on


def test_json_tells_every_figure(selfcare: Selfcare) -> None:
    identity = add(selfcare, "Sit")
    log(selfcare, "sit", range(20))
    assert figures(selfcare, "sit", "--daily") == {
        "id": identity,
        "name": "Sit",
        "area": "mindfulness",
        "position": 0,
        "archived": False,
        "kind": "yes_no",
        "direction": None,
        "target": None,
        "unit": None,
        "schedule": {"kind": "every_day"},
        "score": pytest.approx(0.655747, abs=1e-6),
        "streak": {"current": 20, "unit": "days"},
        "best_streaks": [{"start": "2015-01-06", "end": "2015-01-25", "length": 20}],
        "consistency": {"kept": 20, "planned": 20, "unit": "days"},
        "entries": 20,
        "daily": [
            {
                "date": day(back),
                "state": "done",
                "value": None,
                "covered": True,
                "note": "",
                "score": pytest.approx(TWENTY_DAYS[back], abs=1e-6),
            }
            for back in reversed(range(20))
        ],
    }


# fmt: off
KEYS = [
    "id", "name", "area", "position", "archived", "kind", "direction", "target", "unit",
    "schedule", "score", "streak", "best_streaks", "consistency", "entries", "daily",
]
# fmt: on


def test_keys_come_in_one_order(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    assert list(figures(selfcare, "sit", "--daily")) == KEYS


def test_without_daily_there_are_no_days(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    assert "daily" not in figures(selfcare, "sit")


def test_a_rest_moves_no_score(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    log(selfcare, "sit", range(20))
    log(selfcare, "sit", [5, 10, 11], "--rest")
    found = scores(selfcare, "sit")
    assert found[0] == pytest.approx(0.596033, abs=1e-6)
    assert found[5] == found[6] == pytest.approx(0.472617, abs=1e-6)
    assert found[10] == found[11] == found[12] == pytest.approx(0.347244, abs=1e-6)
    assert found[19] == pytest.approx(0.051922, abs=1e-6)


def test_an_amount_that_reaches_the_target_counts_as_done(selfcare: Selfcare) -> None:
    add(selfcare, "Walk", "--at-least", "2")
    log(selfcare, "walk", range(20), "2")
    assert scores(selfcare, "walk") == pytest.approx(TWENTY_DAYS, abs=1e-6)


def test_two_in_three_days(selfcare: Selfcare) -> None:
    add(selfcare, "Swim", "--schedule", "2/3days")
    log(selfcare, "swim", [0, 3, 4, 5, 8, 9])
    log(selfcare, "swim", [1, 2, 6, 7], "--not-done")
    expected = [0.2557, 0.2226, 0.1991, 0.1746, 0.1379, 0.0995, 0.0706, 0.0515, 0.0315, 0.0107]
    assert scores(selfcare, "swim")[:10] == pytest.approx(expected, abs=5e-5)


def test_days_between_are_covered(selfcare: Selfcare) -> None:
    add(selfcare, "Swim", "--schedule", "1/3days")
    log(selfcare, "swim", [4, 9, 10])
    daily = figures(selfcare, "swim", "--daily")["daily"]
    assert isinstance(daily, list)
    newest_first = daily[::-1]
    covered = [back for back, each in enumerate(newest_first) if each["covered"]]
    assert covered == [2, 3, 4, 7, 8, 9, 10, 11, 12]
    assert len(daily) == 13
    done = [back for back, each in enumerate(newest_first) if each["state"] == "done"]
    assert done == [4, 9, 10]


@pytest.fixture
def archived(selfcare: Selfcare) -> str:
    identity = add(selfcare, "Put away")
    workspace = open_workspace(database_file(data_folder()))
    habit = workspace.records.habit(identity)
    assert habit is not None
    workspace.journal.add_records("Archive", [replace(habit, archived=True)])
    workspace.close()
    return identity


def test_figures_of_all_habits_hold_archived_ones_for_programs_only(
    selfcare: Selfcare, archived: str
) -> None:
    add(selfcare, "Sit")
    names = [habit["name"] for habit in selfcare("stats", "--json").json["habits"]]
    assert sorted(names) == ["Put away", "Sit"]
    said = selfcare("stats").out
    assert "Sit" in said
    assert "Put away" not in said
    assert "Put away" in selfcare("stats", archived).out


def test_at_most_ten_streaks_are_told_the_longest_first(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    log(selfcare, "sit", [0, 1, *range(5, 60, 4)])
    best = figures(selfcare, "sit", "--grace", "0")["best_streaks"]
    assert isinstance(best, list)
    assert len(best) == 10
    assert best[0] == {"start": day(1), "end": day(0), "length": 2}
    assert best[1] == {"start": day(5), "end": day(5), "length": 1}


def test_grace_carries_a_streak_over_an_open_day(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    log(selfcare, "sit", [0, 1, 3, 4])
    assert figures(selfcare, "sit")["streak"] == {"current": 4, "unit": "days"}
    assert figures(selfcare, "sit", "--grace", "0")["streak"] == {"current": 2, "unit": "days"}


def test_figures_in_words(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    add(selfcare, "Paint", "--schedule", "2/week")
    add(selfcare, "Read", "--schedule", "1/month")
    log(selfcare, "sit", [0, 1, 2])
    log(selfcare, "paint", [0, 1])
    said = selfcare("stats", "--as-of", day(0)).out
    assert said == (
        "Up to 2015-01-25\n"
        "  Sit    3 of 3 planned days · streak 3 days · strength 15 %\n"
        "  Paint  1 of 1 weeks · streak 1 week · strength 2 %\n"
        "  Read   0 of 0 months · streak 0 months · strength 0 %\n"
    )


def test_figures_of_one_habit_tell_its_streaks_and_days(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    log(selfcare, "sit", [0, 4])
    log(selfcare, "sit", [3], "--not-done")
    said = selfcare("stats", "sit", "--daily", "--as-of", day(0)).out
    assert said == (
        "Up to 2015-01-25\n"
        "  Sit  2 of 5 planned days · streak 1 day · strength 9 %\n"
        "         1 day  2015-01-25 – 2015-01-25\n"
        "         1 day  2015-01-21 – 2015-01-21\n"
        "\n"
        "Sit\n"
        "  2015-01-21  0.051922  done\n"
        "  2015-01-22  0.049227  not done\n"
        "  2015-01-23  0.046671  nothing logged\n"
        "  2015-01-24  0.044247  nothing logged\n"
        "  2015-01-25  0.093872  done\n"
    )


def test_before_any_habit_there_is_a_word_on_how_to_begin(selfcare: Selfcare) -> None:
    assert "selfcare add NAME" in selfcare("stats").out
    assert selfcare("stats", "--json", "--as-of", "2015-01-25").json == {
        "as_of": "2015-01-25",
        "habits": [],
    }


def test_any_day_can_be_the_last_one(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    log(selfcare, "sit", [0])
    for as_of in ("0001-01-01", "2015-01-24"):
        [found] = selfcare("stats", "--json", "--daily", "--as-of", as_of).json["habits"]
        assert (found["entries"], found["score"], found["daily"]) == (0, 0.0, [])
    assert selfcare("stats", "--as-of", "9999-12-31").status == 0
    [found] = selfcare("stats", "--json", "--daily", "--as-of", "2030-01-01").json["habits"]
    assert (found["entries"], found["streak"]["current"]) == (1, 0)
    assert found["daily"][-1]["date"] == "2030-01-01"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--as-of", "2015-02-29"], "There is no day “2015-02-29”"),
        (["--grace", "5"], "it can be 0 to 4"),
        (["--grace", "-1"], "it can be 0 to 4"),
        (["--grace", "two"], "it can be 0 to 4"),
        (["nothing"], "There is no habit “nothing”"),
        (["--graec", "1"], "“--graec” is not understood here"),
    ],
)
def test_what_cannot_be_asked_is_told(selfcare: Selfcare, words: list[str], sentence: str) -> None:
    assert sentence in selfcare("stats", *words).sentence
