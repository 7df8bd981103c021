"""The table of habits."""

from datetime import date

from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.schedule import format_schedule, parse_schedule
from selfcare_app.store.db import Database, Row
from selfcare_app.store.saving import removing, saving

_COLUMNS = (
    "id, name, area, kind, schedule, target, direction, unit, cue, notes, colour, icon, "
    "position, created, archived, origin"
)
_SAVE = saving("habit", _COLUMNS, "id")


class HabitTable:
    """Reads and writes habits."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Habit]:
        """Every habit, archived ones too, in the person's order."""
        order = "ORDER BY position, created, id"
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM habit WHERE NOT deleted {order}")
        return [_habit(row) for row in rows]

    def deleted(self) -> list[Habit]:
        """Habits that are marked as deleted, the latest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM habit WHERE deleted ORDER BY modified_at DESC, id"
        )
        return [_habit(row) for row in rows]

    def find(self, habit_id: str) -> Habit | None:
        """The habit with that id, None where there is none."""
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM habit WHERE id = ? AND NOT deleted", (habit_id,)
        )
        return _habit(row) if row else None

    def save_all(self, habits: list[Habit], modified_at: int) -> None:
        """Insert `habits` or write them over the rows with their ids."""
        self._database.change_many(_SAVE, [(*_values(habit), modified_at) for habit in habits])

    def remove(self, habit: Habit, modified_at: int) -> None:
        """Mark the row of `habit` as deleted."""
        self._database.change(
            removing("habit", "id"),
            (modified_at, habit.id),
        )


def _values(habit: Habit) -> tuple[object, ...]:
    return (
        habit.id,
        habit.name,
        habit.area,
        str(habit.kind),
        format_schedule(habit.schedule),
        habit.target,
        habit.direction and str(habit.direction),
        habit.unit,
        habit.cue,
        habit.notes,
        habit.colour,
        habit.icon,
        habit.position,
        habit.created.toordinal(),
        int(habit.archived),
        habit.origin,
    )


def _habit(row: Row) -> Habit:
    identity, name, area, kind, schedule, target, direction, unit, cue, notes, *rest = row
    colour, icon, position, created, archived, origin = rest
    return Habit(
        id=identity,
        name=name,
        area=area,
        kind=Kind(kind),
        schedule=parse_schedule(schedule),
        target=target,
        direction=Direction(direction) if direction else None,
        unit=unit,
        cue=cue,
        notes=notes,
        colour=colour,
        icon=icon,
        position=position,
        created=date.fromordinal(created),
        archived=bool(archived),
        origin=origin,
    )
