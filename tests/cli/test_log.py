"""`selfcare log`."""

from datetime import date, timedelta

import pytest

from tests.cli.conftest import Selfcare, add

DAY = "2015-01-25"
WALK = ["Brisk walk", "--at-least", "20", "--unit", "min"]


def entry(selfcare: Selfcare, habit: str, day: str = DAY) -> tuple[object, object, object]:
    """State, value and note that are kept of the day."""
    stats = selfcare("stats", habit, "--json", "--daily", "--as-of", day).json
    last = stats["habits"][0]["daily"][-1:]
    return (last[0]["state"], last[0]["value"], last[0]["note"]) if last else (None, None, "")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["brisk"], ("done", 20.0, "")),
        (["brisk", "12,5"], ("done", 12.5, "")),
        (["brisk", "0"], ("not_done", 0.0, "")),
        (["brisk", "--note", "rain"], ("done", 20.0, "rain")),
        (["--note", "rain", "brisk", "7"], ("done", 7.0, "rain")),
        (["brisk", "--note", "rain", "7"], ("done", 7.0, "rain")),
        (["brisk", "--rest"], ("rest", None, "")),
        (["brisk", "--not-done", "--note", "late"], ("not_done", None, "late")),
        (["brisk", "--clear", "--note", "a note alone"], (None, None, "a note alone")),
        (["sit"], ("done", None, "")),
        (["sit", "--note", "🧘 שקט\nsecond line"], ("done", None, "🧘 שקט\nsecond line")),
    ],
)
def test_what_was_said_is_kept(selfcare: Selfcare, words: list[str], kept: object) -> None:
    add(selfcare, *WALK)
    add(selfcare, "Sit")
    assert selfcare("log", *words, "--date", DAY).status == 0
    name = "sit" if "sit" in words else "brisk"
    assert entry(selfcare, name) == kept


def test_the_answer_tells_what_is_kept(selfcare: Selfcare) -> None:
    add(selfcare, *WALK)
    add(selfcare, "Sit")
    said = [
        selfcare("log", *words, "--date", DAY).out.rstrip("\n")
        for words in (
            ["brisk", "12.50", "--note", "two\nlines"],
            ["sit"],
            ["sit", "--rest"],
            ["sit", "--not-done"],
            ["sit", "--clear"],
        )
    ]
    assert said == [
        "Brisk walk · 2015-01-25 · 12.5 min · note: two lines",
        "Sit · 2015-01-25 · done",
        "Sit · 2015-01-25 · rest",
        "Sit · 2015-01-25 · not done",
        "Sit · 2015-01-25 · nothing logged",
    ]


def test_clearing_takes_back_what_was_said(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    selfcare("log", "sit", "--date", DAY)
    selfcare("log", "sit", "--date", DAY, "--clear")
    [habit] = selfcare("stats", "--json", "--as-of", DAY).json["habits"]
    assert habit["entries"] == 0


def test_an_empty_note_takes_the_note_away(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    selfcare("log", "sit", "--date", DAY, "--note", "x")
    selfcare("log", "sit", "--date", DAY, "--note", "")
    assert entry(selfcare, "sit") == ("done", None, "")


def test_without_a_date_it_is_today(selfcare: Selfcare, today: date) -> None:
    add(selfcare, "Sit")
    selfcare("log", "sit")
    selfcare("log", "sit", "--date", "yesterday", "--rest")
    assert entry(selfcare, "sit", str(today)) == ("done", None, "")
    assert entry(selfcare, "sit", str(today - timedelta(days=1))) == ("rest", None, "")


def test_a_habit_is_found_by_id_where_names_are_the_same(selfcare: Selfcare) -> None:
    first = add(selfcare, "Sit", "--area", "movement")
    second = add(selfcare, "Sit")
    sentence = selfcare("log", "sit").sentence
    for part in (first, second, "Movement", "Mindfulness"):
        assert part in sentence
    assert selfcare("log", second, "--date", DAY).status == 0
    assert entry(selfcare, second) == ("done", None, "")
    assert entry(selfcare, first) == (None, None, "")


def test_a_long_note_is_kept_whole(selfcare: Selfcare) -> None:
    add(selfcare, "Sit")
    note = "😀" * 10_000
    selfcare("log", "sit", "--date", DAY, "--note", note)
    assert entry(selfcare, "sit") == ("done", None, note)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["brisk", "many"], "“many” is not a number"),
        (["brisk", "-5"], "An amount cannot be less than 0."),
        (["brisk", "-0.5"], "An amount cannot be less than 0."),
        (["brisk", "-1e5"], "An amount cannot be less than 0."),
        (["brisk", "-2,5"], "An amount cannot be less than 0."),
        (["brisk", "inf"], "An amount must be an ordinary number"),
        (["brisk", "-inf"], "An amount must be an ordinary number"),
        (["brisk", "nan"], "An amount must be an ordinary number"),
        (["brisk", "1e300"], "too large"),
        (["brisk", ""], "Type an amount"),
        (["brisk", "--date", "2026-02-30"], "There is no day “2026-02-30”"),
        (["brisk", "--date", "tomorrow"], "There is no day “tomorrow”"),
        (["brisk", "--date", "9999-12-31"], "That day has not come yet."),
        (["brisk", "3", "--rest"], "“3” cannot go together with --rest"),
        (["brisk", "--rest", "--clear"], "not allowed with argument --rest"),
        (["sit", "3"], "“Sit” is a yes/no habit and takes no amount."),
        (["sit", "--note", "x" * 100_001], "up to 100000 characters"),
        (["nothing"], "There is no habit “nothing”"),
        ([""], "There is no habit"),
        ([], "required: HABIT"),
        (["brisk", "walk", "20"], "names of several words need quotation marks"),
    ],
)
def test_what_cannot_be_logged_is_told_and_not_kept(
    selfcare: Selfcare, words: list[str], sentence: str
) -> None:
    add(selfcare, *WALK)
    add(selfcare, "Sit")
    assert sentence in selfcare("log", *words).sentence
    habits = selfcare("stats", "--json").json["habits"]
    assert [habit["entries"] for habit in habits] == [0, 0]
