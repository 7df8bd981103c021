"""What fits the typed letters, and which of it comes first."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from selfcare_app.ui.palette.match import Fit, best, fit, folded, folded_words

FEW_LETTERS = st.text("abc ", max_size=8)
"""So few that they often fit."""


def fit_of(typed: str, title: str, beside: str = "") -> Fit | None:
    return fit(folded(typed), folded_words(title, beside))


def naive_fit(typed: str, title: str, beside: str) -> Fit | None:
    """The rules said as plainly as can be, for small letters and spaces."""
    typed, title = " ".join(typed.split()), " ".join(title.split())
    words = [*title.split(), *beside.split()]
    if title[: len(typed)] == typed:
        return Fit.BEGINNING
    if all(any(word.startswith(part) for word in words) for part in typed.split()):
        return Fit.WORDS
    if all(part in title for part in typed.split()):
        return Fit.INSIDE
    rest = iter(title)
    in_order = all(letter in rest for letter in typed.replace(" ", ""))
    return Fit.LETTERS if in_order else None


@given(FEW_LETTERS, FEW_LETTERS, FEW_LETTERS)
def test_what_fits_is_as_the_rules_say(typed: str, title: str, beside: str) -> None:
    assert fit_of(typed, title, beside) is naive_fit(typed, title, beside)


@given(FEW_LETTERS, st.lists(st.tuples(FEW_LETTERS, FEW_LETTERS), max_size=12))
def test_the_better_fit_comes_first_and_equals_stay_as_they_came(
    typed: str, choices: list[tuple[str, str]]
) -> None:
    found = best(typed, [(folded_words(*choice), n) for n, choice in enumerate(choices)])
    fits = {n: naive_fit(typed, *choice) for n, choice in enumerate(choices)}
    fitting = [(level, n) for n, level in fits.items() if level is not None]
    assert found == [n for _, n in sorted(fitting)]


@given(st.text(max_size=30))
@example("İstanbul")
@example("ΐ")
@example("…")
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=30))
@example("!")
@example("🧘")
def test_whatever_a_thing_is_called_its_own_name_finds_it(title: str) -> None:
    assert fit_of(title, title) is Fit.BEGINNING


@given(st.text("aäéÉßñ·-’ K", max_size=12))
def test_case_makes_no_difference(text: str) -> None:
    assert folded(text.upper()) == folded(text.lower()) == folded(text)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("cafe", "Café"),
        ("CAFÉ", "Cafe\u0301"),
        ("strasse", "Straße"),
        ("istanbul", "İstanbul"),
        ("ﬁnd", "Find anything…"),
        ("５ min", "5 min"),
        ("נשימה", "🧘 נשימה"),
    ],
)
def test_accents_ligatures_and_widths_make_no_difference(typed: str, title: str) -> None:
    assert fit_of(typed, title) in (Fit.BEGINNING, Fit.WORDS)


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("ten", Fit.BEGINNING),
        ("ten-min", Fit.BEGINNING),
        ("breaks ten", Fit.WORDS),
        ("bound", Fit.WORDS),
        ("bre bou", Fit.WORDS),
        ("eak", Fit.INSIDE),
        ("tmb", Fit.LETTERS),
        ("btm", None),
        ("ounda", None),
    ],
)
def test_beginnings_come_before_what_is_inside(typed: str, level: Fit | None) -> None:
    assert fit_of(typed, "Ten-minute breaks", "Boundaries") is level


@pytest.mark.parametrize("typed", ["", " ", "\t"])
def test_where_nothing_is_typed_everything_is_there(typed: str) -> None:
    assert best(typed, [(folded_words("Walk"), 1), (folded_words("🧘"), 2)]) == [1, 2]
