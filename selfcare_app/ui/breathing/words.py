"""The words of the breathing guide."""

from PySide6.QtCore import QLocale

from selfcare_app.domain.amount import format_amount
from selfcare_app.domain.breathing import Phase
from selfcare_app.domain.words import tr


def phase_words(phase: Phase) -> str:
    """What the person is asked to do."""
    return tr("Breathe in") if phase is Phase.IN else tr("Breathe out")


def minutes_words(minutes: float) -> str:
    """“4.5 min” as the locale writes it."""
    number = format_amount(minutes).replace(".", QLocale().decimalPoint())
    return tr("{count} min", count=number)


def done_words(minutes: float) -> str:
    """What was done, once it is over."""
    return tr("You breathed for {minutes}.", minutes=minutes_words(minutes))
