"""The table of the person's own practice areas."""

from selfcare_app.domain.area import Area
from selfcare_app.store.db import Database, Row
from selfcare_app.store.saving import removing, saving

_SELECT = "SELECT id, title, position, colour FROM area WHERE NOT deleted"
_SAVE = saving("area", "id, title, position, colour", "id")


class AreaTable:
    """Reads and writes own practice areas."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Area]:
        """Every own area, in the person's order."""
        return [_area(row) for row in self._database.rows(f"{_SELECT} ORDER BY position, id")]

    def find(self, key: str) -> Area | None:
        """The own area with that key, None where there is none."""
        row = self._database.row(f"{_SELECT} AND id = ?", (key,))
        return _area(row) if row else None

    def save_all(self, areas: list[Area], modified_at: int) -> None:
        """Insert `areas` or write them over the rows with their keys."""
        self._database.change_many(
            _SAVE,
            [(area.key, area.title, area.position, area.colour, modified_at) for area in areas],
        )

    def remove(self, area: Area, modified_at: int) -> None:
        """Mark the row of `area` as deleted."""
        self._database.change(
            removing("area", "id"),
            (modified_at, area.key),
        )


def _area(row: Row) -> Area:
    return Area(*row)
