"""The breathing guide: where in a breath one is, from the time gone by alone."""

from enum import Enum, auto
from math import cos, pi

from selfcare_app.domain.breath_seconds import USUAL_SECONDS
from selfcare_app.domain.value import Value


class Phase(Enum):
    """Which way the breath goes."""

    IN = auto()
    OUT = auto()


class Breath(Value):
    """A moment of a breath.

    `count` is the second of the phase, from 1; `fullness` how full the lungs are, 0–1;
    `number` which breath it is, from 1.
    """

    phase: Phase
    count: int
    fullness: float
    number: int


class Rhythm(Value):
    """How many seconds (3–10) a breath goes in and out."""

    seconds_in: int = USUAL_SECONDS
    seconds_out: int = USUAL_SECONDS

    def at(self, seconds: float) -> Breath:
        """The breath after so many `seconds` (0 or more) of breathing."""
        whole = self.seconds_in + self.seconds_out
        number, within = divmod(max(0.0, seconds), whole)
        if within < self.seconds_in:
            fullness = _eased(within / self.seconds_in)
            return Breath(Phase.IN, int(within) + 1, fullness, int(number) + 1)
        within -= self.seconds_in
        fullness = 1.0 - _eased(within / self.seconds_out)
        # Rounding may leave the very end of a breath just outside of it.
        count = min(int(within) + 1, self.seconds_out)
        return Breath(Phase.OUT, count, fullness, int(number) + 1)

    def seconds_to_next_count(self, seconds: float) -> float:
        """Seconds until the count changes, more than 0 and at most 1: phases last whole seconds."""
        return 1.0 - max(0.0, seconds) % 1.0


def _eased(share: float) -> float:
    """From 0 to 1, gently at both ends."""
    return (1.0 - cos(pi * share)) / 2
