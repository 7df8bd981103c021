"""The check-in: three questions of one's own and a line of note. Never summed."""

from datetime import date

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import check_text
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr

SCALE = range(1, 6)
"""The answers: 1 to 5."""


class CheckIn(Value):
    """How a day feels: energy (1 empty – 5 plenty), mood (1 low – 5 good), strain of the
    workload (1 light – 5 too much); None where skipped."""

    day: date
    energy: int | None = None
    mood: int | None = None
    strain: int | None = None
    note: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is said, so that there is nothing to keep."""
        return self.energy is self.mood is self.strain is None and not self.note


def checked_check_in(check_in: CheckIn) -> CheckIn:
    """`check_in` if its answers are on the scale; raises BadInput otherwise."""
    for answer in (check_in.energy, check_in.mood, check_in.strain):
        if answer is not None and answer not in SCALE:
            raise BadInput(tr("A check-in answer is a number from 1 to 5."))
    check_text(check_in.note)
    return check_in
