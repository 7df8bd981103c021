"""What a person wants to be gone for good."""

from datetime import date

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr


class Erasure(Value):
    """The days `first` to `last`, both included: of the habit `habit_id`, or of everything for
    None; with `notes_only` the words that were written there, and nothing else.

    Raises BadInput where the days are the wrong way round.
    """

    first: date
    last: date
    habit_id: str | None = None
    notes_only: bool = False

    def _check(self) -> None:
        if self.last < self.first:
            raise BadInput(tr("The last day is before the first; turn them round."))

    def covers(self, day: date) -> bool:
        """Whether `day` is one of the days."""
        return self.first <= day <= self.last
