"""What every record of the work day has in common.

It stands alone, so that `selfcare today` need not load the rules of work hours.
"""

from selfcare_app.domain.value import Value


class WorkRecord(Value):
    """A record about work hours: kept, found again and taken back by its `key`."""

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from all other records: its kind and its day, id or name."""
        raise NotImplementedError
