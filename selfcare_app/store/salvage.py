"""What can be saved of a damaged database: every row of every page that can still be read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

from selfcare_app.domain.amount import LARGEST
from selfcare_app.domain.days import EARLIEST_YEAR
from selfcare_app.domain.habit import checked_habit
from selfcare_app.store import migrations
from selfcare_app.store.db import (
    APPLICATION_ID,
    Database,
    Row,
    StoreError,
    open_damaged,
    open_database,
)
from selfcare_app.store.file_key import PAGE_BYTES, FileKey
from selfcare_app.store.pages import HEADER_BYTES, Field, Pages
from selfcare_app.store.seal import Seal, pages_of
from selfcare_app.store.shapes import Shape, shapes_of, the_one
from selfcare_app.store.tables import Tables

RESERVED = 80
"""Bytes of each page of an encrypted file that hold its seal."""
MILLISECONDS_OF_A_DAY = 24 * 60 * 60 * 1000
_DAYS_BEFORE_1970 = date(1970, 1, 1).toordinal()
NO_FOREIGN_KEYS = "PRAGMA foreign_keys = OFF"

_VERSION_AT, _MARK_AT, _COUNTER_AT, _COUNTS_FOR_AT = 60, 68, 24, 92
"""Where in the file's header stand the schema's version, our mark, how often the file was
changed, and for which change the length in the header holds."""

Found = dict[str, dict[tuple[Field, ...], dict[str, Field]]]
"""By table and what tells its rows apart: the fields by their columns."""


def salvage(damaged: Path, key: FileKey | None, folder: Path, latest: int) -> Database:
    """A new, sound database of this version, in `folder`, of all that can be read of `damaged`.

    `damaged` is a copy in a place of its own, with its log beside it; it is changed. Of a row
    that is there more than once the one modified last counts; one said to be modified after
    `latest` (UTC milliseconds) is taken for older than any other.
    """
    data = _image(damaged, key, folder)
    version = _version_in(data)
    path = folder / "salvaged.db"
    with closing(make_database(path, key, version)) as made:
        shapes = shapes_of(made)
        found = _rows_in(Pages(data, RESERVED if key else 0), shapes)
        with made.writing():
            for table, rows in found.items():
                _insert(made, shapes[table], rows.values(), latest)
    salvaged = open_database(path, key)
    try:
        # Entries may have come without their habit.
        salvaged.row(NO_FOREIGN_KEYS)
        _sift(salvaged, folder, latest)
    except BaseException:
        salvaged.close()
        raise
    return salvaged


def make_database(path: Path, key: FileKey | None, version: int) -> Database:
    """Make a database as the program of that schema `version` would have."""
    path.touch(mode=0o600)
    database = open_damaged(path, key)  # Nothing is wrong with it, nor is there anything.
    with database.writing():
        for step in migrations.steps_after(0):
            if step.version <= version:
                database.change(step.script)
        database.change(f"PRAGMA user_version = {version}")
        database.change(f"PRAGMA application_id = {APPLICATION_ID}")
    return database


# The pages


def _image(damaged: Path, key: FileKey | None, folder: Path) -> bytes:
    """The pages of `damaged` with its log, decrypted; zeros where one cannot be read."""
    data = damaged.read_bytes()
    data += bytes(-len(data) % PAGE_BYTES)
    blank = _blank(folder / "blank.db", key, len(data) // PAGE_BYTES)
    if key is not None:
        # SQLite reads no further where a seal does not hold, so that page gets another.
        seal = Seal(key)
        data = b"".join(
            page if seal.holds(page, number) else blank[PAGE_BYTES * (number - 1) :][:PAGE_BYTES]
            for number, page in pages_of(data)
        )
    tries = [data] if key is not None else [data, _with_header_of(blank, data)]
    for each in tries:
        damaged.write_bytes(each)
        with suppress(StoreError), closing(open_damaged(damaged, key)) as opened:
            image = opened.image()
            # Some may lie behind what the header says is the end.
            return image if key is not None else image + data[len(image) :]
    return b"" if key is not None else data


def _blank(path: Path, key: FileKey | None, pages: int) -> bytes:
    """A file with at least so many `pages`, none of which tells anything."""
    with closing(make_database(path, key, 0)) as made, made.writing():
        made.change("CREATE TABLE blank (page BLOB)")
        made.change("INSERT INTO blank VALUES (zeroblob(?))", (PAGE_BYTES * pages,))
    return path.read_bytes()


def _with_header_of(sound: bytes, data: bytes) -> bytes:
    """`data` with the start of a plain file that is `sound`, but for its length."""
    header = bytearray(sound[:HEADER_BYTES])
    # So that SQLite asks the file itself how long it is.
    header[_COUNTS_FOR_AT : _COUNTS_FOR_AT + 4] = bytes(4)
    header[_COUNTER_AT : _COUNTER_AT + 4] = (1).to_bytes(4)
    return bytes(header) + data[HEADER_BYTES:]


def _version_in(data: bytes) -> int:
    """The schema's version by the file's header; the newest where that makes no sense."""
    version = int.from_bytes(data[_VERSION_AT : _VERSION_AT + 4])
    ours = int.from_bytes(data[_MARK_AT : _MARK_AT + 4]) == APPLICATION_ID
    return version if ours and 1 <= version <= migrations.NEWEST else migrations.NEWEST


# The rows


def _rows_in(pages: Pages, shapes: dict[str, Shape]) -> Found:
    owners = _owners(pages)
    found: Found = defaultdict(dict)
    for number in range(1, pages.count + 1):
        owner = shapes.get(owners.get(number, ""))
        for row in pages.rows_on(number):
            fits_owner = owner is not None and owner.fits(row)
            shape = owner if fits_owner else the_one(shapes.values(), row)
            if shape is not None:
                _take(found[shape.table], shape, shape.named(row))
    return found


def _take(
    rows: dict[tuple[Field, ...], dict[str, Field]], shape: Shape, new: dict[str, Field]
) -> None:
    key = tuple(new[column] for column in shape.keys)
    there = rows.get(key)
    if there is None or _modified(there) < _modified(new):
        rows[key] = new


def _modified(fields: dict[str, Field]) -> int:
    modified = fields.get("modified_at")
    return modified if isinstance(modified, int) else 0


def _owners(pages: Pages) -> dict[int, str]:
    """By the number of a page, the table or index whose it is, as far as the list of tables and
    the pages between tell."""
    owners: dict[int, str] = {}
    if not pages.count:
        return owners
    for number in pages.tree(1):
        for _, fields in pages.rows_on(number):
            match fields:
                case (str(), str(name), str(), int(root), *_) if root > 1:
                    owners |= dict.fromkeys(pages.tree(root), name)
    return owners


def _insert(
    database: Database, shape: Shape, rows: Iterable[dict[str, Field]], latest: int
) -> None:
    """Insert what the table takes of `rows`."""
    alike: dict[tuple[str, ...], list[tuple[Field, ...]]] = defaultdict(list)
    for row in rows:
        if _modified(row) > latest:
            row["modified_at"] = 1
        alike[tuple(row)].append(tuple(row.values()))
    for columns, values in alike.items():
        places = ", ".join("?" for _ in columns)
        database.change_many(
            f"INSERT OR IGNORE INTO {shape.table} ({', '.join(columns)}) VALUES ({places})", values
        )


# What makes sense


def readers(tables: Tables) -> dict[str, Callable[[], object]]:
    """By table, what reads all of its rows and raises where one makes no sense."""
    work = tables.work
    return {
        "activity": work.activity.all,
        "area": tables.areas.all,
        "check_in": tables.check_ins.all,
        "day_hours": work.day_hours.all,
        "fired": work.fired.all,
        "habit": lambda: list(map(checked_habit, tables.habits.all())),
        "hold": work.holds.all,
        "kept_by_log": work.kept_by_log.all,
        "pause": tables.pauses.all,
        "reminder": tables.reminders.all,
        "setting": tables.settings.all,
        "timer": tables.timers.all,
        "weekday_hours": work.weekday_hours.all,
        "work_log": work.logs.all,
    }


def _sift(database: Database, folder: Path, latest: int) -> None:
    """Remove rows that the program could not read, or a person not have written: a page may be
    damaged within a row."""
    last_day = latest // MILLISECONDS_OF_A_DAY + _DAYS_BEFORE_1970
    with database.writing():
        database.change(
            "DELETE FROM entry WHERE day NOT BETWEEN ? AND ? OR value NOT BETWEEN 0 AND ?",
            (date(EARLIEST_YEAR, 1, 1).toordinal(), last_day, LARGEST),
        )
    with closing(open_database(folder / "probe.db", database.key)) as probe:
        probe.row(NO_FOREIGN_KEYS)
        for table, read in readers(Tables(probe)).items():
            rows = database.rows(f"SELECT * FROM {table}")
            sound = list(_readable(rows, _Probe(probe, table, read)))
            if len(sound) < len(rows):
                with database.writing():
                    _replace(database, table, sound)


class _Probe:
    """Tells whether rows of a table can be read, in a database that is there for that alone."""

    def __init__(self, database: Database, table: str, read: Callable[[], object]) -> None:
        self._database, self._table, self._read = database, table, read
        names = database.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))
        self._deleted = [name for (name,) in names].index("deleted")

    def __call__(self, rows: list[Row]) -> bool:
        # Rows that are marked as deleted are read as well, by those who bring them back.
        there = [(*row[: self._deleted], 0, *row[self._deleted + 1 :]) for row in rows]
        with self._database.writing():
            _replace(self._database, self._table, there)
        try:
            self._read()
        except Exception:  # Whatever a rule makes of a row that it was never meant for.
            return False
        return True


def _replace(database: Database, table: str, rows: list[Row]) -> None:
    database.change(f"DELETE FROM {table}")
    if rows:
        places = ", ".join("?" for _ in rows[0])
        database.change_many(f"INSERT INTO {table} VALUES ({places})", rows)


def _readable(rows: list[Row], can_be_read: Callable[[list[Any]], bool]) -> Iterator[Row]:
    """Those of `rows` that can be read, found by halves."""
    if not rows or can_be_read(rows):
        yield from rows
    elif len(rows) > 1:
        middle = len(rows) // 2
        yield from _readable(rows[:middle], can_be_read)
        yield from _readable(rows[middle:], can_be_read)
