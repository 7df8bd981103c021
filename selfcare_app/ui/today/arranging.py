"""The order of habits: where one goes when it is dragged or moved by a key."""

from collections.abc import Sequence
from typing import NamedTuple

from selfcare_app.domain.habit import Habit
from selfcare_app.domain.value import replace


class Place(NamedTuple):
    """Where a habit shall stand: in an area, beside a neighbour or, without one, at its end."""

    area: str
    before: str | None = None
    """The id of the habit that it shall stand right before, or"""
    after: str | None = None
    """right behind."""


def arranged(habits: Sequence[Habit], habit: Habit, place: Place) -> list[Habit]:
    """The habits of that area in their new order, `habit` among them; none where it stands
    there already. `habits` are all habits in their present order."""
    there = [other for other in habits if other.area == place.area]
    others = [other for other in there if other.id != habit.id]
    ids = [other.id for other in others]
    number = len(ids)
    if place.before in ids:
        number = ids.index(place.before)
    elif place.after in ids:
        number = ids.index(place.after) + 1
    moved = replace(habit, area=place.area)
    order = [*others[:number], moved, *others[number:]]
    return [] if order == there else order


def place_one_on(habits: Sequence[Habit], habit: Habit, step: int) -> Place | None:
    """One place up (`step` −1) or down (1): past its neighbour or, at the edge of its area,
    into the next area that has habits; None where it is the very first or last."""
    number = next(at for at, other in enumerate(habits) if other.id == habit.id) + step
    if not 0 <= number < len(habits):
        return None
    neighbour = habits[number]
    if (neighbour.area == habit.area) == (step > 0):
        return Place(neighbour.area, after=neighbour.id)
    return Place(neighbour.area, before=neighbour.id)
