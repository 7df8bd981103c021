"""Which habits the Today page shows and how sorted: those searched for, of the area chosen."""

from enum import Enum, auto
from typing import NamedTuple

from selfcare_app.domain.habit import Habit
from selfcare_app.ui.today.state import HabitRow, Shape

_OPEN = (Shape.OPEN, Shape.STILL_OPEN, Shape.PARTLY)


class Order(Enum):
    """How habits are sorted within their practice areas."""

    OWN = auto()
    """As the person has put them."""
    NAME = auto()
    OPEN_FIRST = auto()
    """Those of which something stands open on the day looked at come first."""

    def place(self, row: HabitRow) -> tuple[bool, str]:
        """What to sort `row` by; rows of the same place stay as they are."""
        if self is Order.NAME:
            return False, plain(row.habit.name)
        return self is Order.OPEN_FIRST and row.cells[-1].shape not in _OPEN, ""


class Filter(NamedTuple):
    """What to show; at first all of it."""

    text: str = ""
    """Words that name, cue or area must have, each of them somewhere."""
    area: str | None = None
    """The key of the one area shown, None for all."""
    order: Order = Order.OWN

    @property
    def on(self) -> bool:
        """Whether anything may be left out."""
        return bool(self.text.strip()) or self.area is not None

    def shows(self, habit: Habit, title: str) -> bool:
        """Whether `habit`, in the area with that title, is shown; case and accents aside."""
        if self.area is not None and habit.area != self.area:
            return False
        words = plain(self.text).split()
        if not words:
            return True
        told = plain(f"{habit.name} {habit.cue} {title}")
        return all(word in told for word in words)


def plain(text: str) -> str:
    """`text` without case, accents and punctuation."""
    # Imported here: the page stands sooner without it.
    from selfcare_app.ui.palette.match import folded

    return folded(text)
