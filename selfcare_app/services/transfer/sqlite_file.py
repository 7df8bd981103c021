"""Another app's SQLite file, read without trusting anything in it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from selfcare_app.services.transfer.limits import LARGEST_TEXTS, damaged, too_large
from selfcare_app.store.db import Database, Row, StoreError, open_to_read
from selfcare_app.store.guard import Guard

SIGNATURE = b"SQLite format 3\x00"

_ORDINARY_TABLE = "create table "
"""How SQLite writes down an ordinary table: not a view, nor a virtual one, which runs code."""


class ForeignDatabase:
    """Reads tables whose names the program knows; nothing named by the file gets into SQL."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._encoding = str(self._pragma("encoding"))

    def version(self) -> int:
        """The `user_version` that the other app keeps in the file."""
        return int(self._pragma("user_version"))

    def cut_off(self, size: int) -> bool:
        """Whether a file of `size` bytes ends in the middle of a page.

        SQLite misses whole pages by itself, but reads what lacks of a page as zeros.
        """
        return size % int(self._pragma("page_size")) != 0

    def tables(self) -> set[str]:
        """Names of its ordinary tables, in small letters."""
        rows = self._database.rows(
            "SELECT CAST(name AS BLOB), CAST(substr(sql, 1, ?) AS BLOB) FROM sqlite_schema "
            "WHERE type = 'table' AND length(name) < 100",
            (len(_ORDINARY_TABLE),),
        )
        return {
            self._text(name).lower()
            for name, made_by in rows
            if self._text(made_by).lower() == _ORDINARY_TABLE
        }

    def columns(self, table: str) -> set[str]:
        """Names of the columns of `table` that hold what was written, in small letters; those
        that are worked out when they are read are left aside."""
        rows = self._database.rows("SELECT CAST(name AS BLOB) FROM pragma_table_info(?)", (table,))
        return {self._text(name).lower() for (name,) in rows}

    def rows(
        self, table: str, numbers: Sequence[str], texts: Sequence[str], most: int
    ) -> Iterator[Row]:
        """Every row of `table`: first the columns `numbers`, then `texts`.

        A column that the table lacks, and a number that is none, is None; a text that is
        none is empty. Indexes are left aside, for they may disagree with the table. Raises
        BadInput where there are more than `most` rows, or endless texts.
        """
        present = self.columns(table)
        # Another app's text need not be valid, so it comes as bytes, to be decoded here.
        texts_read = [f'CAST("{name}" AS BLOB)' if name in present else "NULL" for name in texts]
        terms = [
            f"CASE WHEN typeof(\"{name}\") IN ('integer', 'real') THEN \"{name}\" END"
            if name in present
            else "NULL"
            for name in numbers
        ]
        self._check_size(table, texts_read, most)
        selected = self._database.rows(
            f'SELECT {", ".join([*terms, *texts_read])} FROM "{table}" NOT INDEXED'
        )
        for row in selected:
            yield *row[: len(numbers)], *map(self._text, row[len(numbers) :])

    def _check_size(self, table: str, texts: Sequence[str], most: int) -> None:
        """Raise BadInput before more of `table` is in memory than there should be."""
        size = " + ".join(f"ifnull(length({text}), 0)" for text in texts) or "0"
        found = self._database.row(
            f"SELECT count(*), total(size) "
            f'FROM (SELECT {size} AS size FROM "{table}" NOT INDEXED LIMIT ?)',
            (most + 1,),
        )
        assert found is not None
        if found[0] > most or found[1] > LARGEST_TEXTS:
            raise too_large(self._database.path)

    def _text(self, value: bytes | None) -> str:
        return value.decode(self._encoding, "replace") if value else ""

    def _pragma(self, name: str) -> str | int:
        row = self._database.row(f"PRAGMA {name}")
        assert row is not None
        value: str | int = row[0]
        return value


@contextmanager
def reading(path: Path) -> Iterator[ForeignDatabase]:
    """Open the SQLite file at `path` to read; raises BadInput where it is damaged or large."""
    try:
        database = open_to_read(path, guard=Guard())
        try:
            foreign = ForeignDatabase(database)
            if foreign.cut_off(path.stat().st_size):
                raise damaged(path)
            yield foreign
        finally:
            database.close()
    except StoreError as error:
        raise damaged(path) from error
