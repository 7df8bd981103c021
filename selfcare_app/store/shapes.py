"""What rows of each table look like on a page, to tell which table a row belongs to."""

from collections.abc import Iterable
from typing import NamedTuple

from selfcare_app.store.db import Database
from selfcare_app.store.pages import Field, Row

_TYPES: dict[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "REAL": (float, int),  # A whole one is kept as an integer.
    "TEXT": (str,),
    "BLOB": (bytes,),
}


class Column(NamedTuple):
    """One column of a table."""

    name: str
    type: str
    required: bool
    """Whether each row has something in it."""
    may_lack: bool
    """Whether a row may end before it: it came later, or has a default."""


class Shape(NamedTuple):
    """A table, with its columns in the order in which they lie on a page."""

    table: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...]
    """The columns that tell rows apart."""
    has_rowid: bool
    rowid_name: str | None
    """The column that is the row's number itself, and is empty on the page."""

    def fits(self, row: Row) -> bool:
        """Whether `row` may be one of this table."""
        if (row.rowid is not None) != self.has_rowid or len(row.fields) > len(self.columns):
            return False
        there = len(row.fields)
        return all(map(self._takes, self.columns, row.fields)) and all(
            column.may_lack for column in self.columns[there:]
        )

    def _takes(self, column: Column, field: Field) -> bool:
        if column.name == self.rowid_name:
            return field is None
        return not column.required if field is None else isinstance(field, _TYPES[column.type])

    def named(self, row: Row) -> dict[str, Field]:
        """The fields of `row`, which fits, by their columns."""
        names = (column.name for column in self.columns)
        found = dict(zip(names, row.fields, strict=False))
        return found if self.rowid_name is None else found | {self.rowid_name: row.rowid}


def shapes_of(database: Database) -> dict[str, Shape]:
    """The shape of each table of `database`, which is sound, by its name."""
    tables = database.rows(
        "SELECT name, wr FROM pragma_table_list "
        "WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    )
    return {name: _shape(database, name, has_rowid=not without) for name, without in tables}


def the_one(shapes: Iterable[Shape], row: Row) -> Shape | None:
    """The only one of `shapes` that `row` fits; None where none or several do."""
    fitting = [shape for shape in shapes if shape.fits(row)]
    return fitting[0] if len(fitting) == 1 else None


def _shape(database: Database, table: str, *, has_rowid: bool) -> Shape:
    declared = database.rows(
        'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY cid',
        (table,),
    )
    keys = tuple(row[0] for row in sorted(declared, key=lambda row: int(row[4])) if row[4])
    of_type = {row[0]: row[1] for row in declared}
    alias = keys[0] if has_rowid and len(keys) == 1 and of_type[keys[0]] == "INTEGER" else None
    columns = {
        name: Column(
            name,
            type_,
            required=bool(not_null or key) and name != alias,
            may_lack=not key and (default is not None or not not_null),
        )
        for name, type_, not_null, default, key in declared
    }
    # Without a row number, the page begins with what tells rows apart.
    order = list(columns) if has_rowid else list(dict.fromkeys((*keys, *columns)))
    return Shape(table, tuple(columns[name] for name in order), keys, has_rowid, alias)
