"""What fits the letters that a person has typed, the best first."""

import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple, TypeVar

T = TypeVar("T")
_TO_SPACE = frozenset("PZC")
"""Punctuation, separators, control characters, as Unicode names them."""


class Fit(IntEnum):
    """How well something fits, the best first."""

    BEGINNING = 0
    """The title begins with what was typed."""
    WORDS = 1
    """Each typed word begins a word of the title or of what stands beside it."""
    INSIDE = 2
    """Each typed word stands somewhere in the title."""
    LETTERS = 3
    """The typed letters stand in the title in their order, others between them."""


class Words(NamedTuple):
    """What can be found, made ready to be compared: by `folded_words`."""

    title: str
    spaced: str
    """Title and what stands beside it, with a space before each word."""


def folded(text: str) -> str:
    """`text` without case, accents and punctuation, one space between words.

    A text of punctuation alone stays as it is, so that it can still be found.
    """
    plain = "".join(map(_plain, unicodedata.normalize("NFKD", text).casefold()))
    # Casefolding can bring forth new accents: “İ” becomes “i” with a dot above.
    plain = "".join(map(_plain, unicodedata.normalize("NFKD", plain)))
    return " ".join(plain.split() or text.casefold().split())


def _plain(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    category = unicodedata.category(character)
    if category == "Mn":
        return ""
    return " " if category[0] in _TO_SPACE else character


def folded_words(title: str, beside: str = "") -> Words:
    """The words of a title, and of what stands `beside` it, such as its practice area."""
    plain = folded(title)
    return Words(plain, f" {plain} {folded(beside)}")


def fit(typed: str, words: Words) -> Fit | None:
    """How well `words` fit what was `typed`, folded; None where they do not."""
    parts = typed.split()
    if words.title.startswith(typed):
        return Fit.BEGINNING
    if all(f" {part}" in words.spaced for part in parts):
        return Fit.WORDS
    if all(part in words.title for part in parts):
        return Fit.INSIDE
    return Fit.LETTERS if _in_order("".join(parts), words.title) else None


def _in_order(letters: str, text: str) -> bool:
    place = 0
    for letter in letters:
        place = text.find(letter, place) + 1
        if not place:
            return False
    return True


def best(typed: str, choices: Iterable[tuple[Words, T]]) -> list[T]:
    """What fits `typed`, the best first and otherwise as it came; all where nothing is typed."""
    wanted = folded(typed)
    ranked = [(fit(wanted, words), choice) for words, choice in choices]
    return [choice for level in Fit for found, choice in ranked if found is level]
