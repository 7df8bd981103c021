"""How a row is saved under its key, and marked as changed or deleted.

A row is always marked as changed later than it was before, even by a clock that was set back:
what is merged goes by that mark.
"""

_LATER = "modified_at = max({}, modified_at + 1)"


def saving(table: str, columns: str, key: str) -> str:
    """The statement that inserts a row of `table`, or writes it over the one with its `key`.

    Its values are those of `columns`, then the instant.
    """
    names = columns.split(", ")
    places = ", ".join("?" * (len(names) + 1))
    new = ", ".join(f"{name} = excluded.{name}" for name in names if name not in key.split(", "))
    return (
        f"INSERT INTO {table} ({columns}, modified_at, deleted) VALUES ({places}, 0) "
        f"ON CONFLICT ({key}) DO UPDATE SET {new}, deleted = 0, "
        f"{_LATER.format('excluded.modified_at')}"
    )


def removing(table: str, key: str, cleared: str = "") -> str:
    """The statement that marks the row with that `key` as deleted, and sets what is `cleared`
    in it, such as `note = ''`. Its values are the instant, then those of `key`."""
    where = " AND ".join(f"{name} = ?" for name in key.split(", "))
    new = f"{cleared}, " if cleared else ""
    return f"UPDATE {table} SET {new}deleted = 1, {_LATER.format('?')} WHERE {where}"
