"""What can be read of a damaged file is saved, and nothing that makes no sense."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import apsw
import pytest

from selfcare_app.domain.entry import Entry, State
from selfcare_app.domain.habit import Habit
from selfcare_app.domain.record import Record, key_of
from selfcare_app.store import migrations
from selfcare_app.store import salvage as module
from selfcare_app.store.db import Database, StoreError, open_damaged, open_database
from selfcare_app.store.file_key import FileKey, salt_of
from selfcare_app.store.former_keys import former_keys, remember_keys
from selfcare_app.store.pages import Row
from selfcare_app.store.salvage import make_database, readers, salvage
from selfcare_app.store.shapes import Column, Shape, shapes_of, the_one
from selfcare_app.store.tables import Tables
from tests.store.damage import the_first_page, the_header, the_list_of_tables
from tests.store.test_open import SAMPLE_ROWS, write_database_of
from tests.store.test_tables import DAY, RECORDS, WORK_RECORDS

KEY = FileKey(b"k" * 32, b"s" * 16)
LATEST = 1_795_737_600_000
"""27 November 2026."""
KEYS = [pytest.param(None, id="plain"), pytest.param(KEY, id="locked")]
MANY: list[Record] = [
    Entry("sit", DAY - timedelta(days=back), State.DONE, note="word " * (back % 600))
    for back in range(1, 400)
]


def fill(path: Path, key: FileKey | None, records: list[Record] | None = None) -> None:
    with closing(open_database(path, key)) as database:
        with database.writing():
            Tables(database).save_all(records or [*RECORDS, *WORK_RECORDS, *MANY], 1)
        remember_keys(database, [FileKey(b"f" * 32, b"t" * 16)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "aside"
    made.mkdir()
    return made


@pytest.fixture
def saved(path: Path, folder: Path) -> Iterator[Callable[..., Database]]:
    """Salvages the database at `path`."""
    opened: list[Database] = []

    def save(key: FileKey | None = None, latest: int = LATEST) -> Database:
        opened.append(salvage(path, key, folder, latest))
        return opened[-1]

    yield save
    for database in opened:
        database.close()


def found_in(database: Database, records: list[Record]) -> int:
    return len(Tables(database).find_all(map(key_of, records)))


@pytest.mark.parametrize("key", KEYS)
def test_of_a_sound_file_everything_is_saved(
    path: Path, saved: Callable[..., Database], key: FileKey | None, folder: Path
) -> None:
    fill(path, key)
    database = saved(key)
    records = [*RECORDS, *WORK_RECORDS, *MANY]
    assert Tables(database).find_all(map(key_of, records)) == {
        key_of(record): record for record in records
    }
    assert former_keys(database) == [FileKey(b"f" * 32, b"t" * 16)]
    database.check()
    if key:
        assert all(salt_of(file) == KEY.salt for file in folder.glob("*.db"))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("how", [the_header, the_list_of_tables, the_first_page])
def test_without_a_sound_start_everything_is_saved(
    path: Path,
    saved: Callable[..., Database],
    key: FileKey | None,
    how: Callable[[bytearray, Random], None],
) -> None:
    fill(path, key)
    data = bytearray(path.read_bytes())
    how(data, Random(3))
    path.write_bytes(data)
    assert found_in(saved(key), [*RECORDS, *WORK_RECORDS, *MANY]) == len(
        [*RECORDS, *WORK_RECORDS, *MANY]
    )


@pytest.mark.parametrize("key", KEYS)
def test_every_page_that_is_sound_is_saved_whatever_leads_to_it(
    path: Path, saved: Callable[..., Database], key: FileKey | None
) -> None:
    fill(path, key)
    with closing(open_database(path, key)) as database:
        row = database.row("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'")
    assert row is not None
    data = bytearray(path.read_bytes())
    begin = (row[0] - 1) * 4096
    data[begin : begin + 4096] = bytes(4096)
    path.write_bytes(data)
    # Rows that stood on that page itself are lost.
    assert found_in(saved(key), MANY) > 350


@pytest.mark.parametrize("key", KEYS)
def test_what_is_in_the_log_alone_is_saved(
    path: Path, saved: Callable[..., Database], tmp_path: Path, key: FileKey | None
) -> None:
    fill(path, key)
    later = Habit("later", "Later", DAY)
    with closing(open_database(path, key)) as database:
        with database.writing():
            Tables(database).save_all([later], 2)
        files = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    for name, content in files.items():
        (path.parent / name).write_bytes(content)
    path.with_name("selfcare.db-shm").unlink()
    assert Tables(saved(key)).habits.find("later") == later


@pytest.mark.parametrize("late_first", [True, False])
def test_of_a_row_that_is_there_twice_the_one_modified_last_counts(
    path: Path, saved: Callable[..., Database], late_first: bool
) -> None:
    fill(path, None, [Habit("sit", "Early", DAY)])
    early = path.read_bytes()
    with closing(open_database(path)) as database, database.writing():
        Tables(database).save_all([Habit("sit", "Late", DAY)], 5)
    late = path.read_bytes()
    # The second lies behind what the header of the first says is the end of the file.
    path.write_bytes(late + early if late_first else early + late)
    assert [habit.name for habit in Tables(saved()).habits.all()] == ["Late"]


def test_a_moment_that_has_not_come_yet_counts_for_nothing(
    path: Path, saved: Callable[..., Database]
) -> None:
    with closing(open_database(path)) as database, database.writing():
        Tables(database).save_all([Habit("sit", "Sit", DAY)], LATEST + 1)
        Tables(database).save_all([Habit("walk", "Walk", DAY)], LATEST)
    assert saved().rows("SELECT id, modified_at FROM habit ORDER BY id") == [
        ("sit", 1),
        ("walk", LATEST),
    ]


@pytest.mark.parametrize("version", range(1, migrations.NEWEST + 1))
def test_a_file_of_an_older_version_is_saved_and_migrated(
    path: Path, saved: Callable[..., Database], version: int
) -> None:
    write_database_of(version, path)
    database = saved()
    for number, rows in SAMPLE_ROWS.items():
        for statement in rows:
            table = statement.split()[2]
            count = database.row(f"SELECT count(*) FROM {table}")
            assert count == (int(number <= version),)
    assert database.row("PRAGMA user_version") == (migrations.NEWEST,)


GARBLED = [
    "UPDATE habit SET schedule = 'dai\x01y' WHERE id = 'sit'",
    "UPDATE habit SET created = 99999999 WHERE id = 'sit'",
    "UPDATE habit SET target = 1 WHERE id = 'sit'",
    "UPDATE habit SET deleted = 1, schedule = 'x' WHERE id = 'sit'",
    "UPDATE entry SET day = day + 4000000 WHERE habit_id = 'sit'",
    "UPDATE entry SET day = day % 365 WHERE habit_id = 'sit'",
    "UPDATE entry SET value = -5 WHERE habit_id = 'sit'",
    "UPDATE entry SET value = 9e999 WHERE habit_id = 'sit'",
    "UPDATE pause SET last = 99999999 WHERE id = 'holiday'",
    "UPDATE check_in SET day = 99999999",
    "UPDATE weekday_hours SET hours = 'noon' WHERE weekday = 5",
    "UPDATE work_log SET reasons = '7' WHERE start_at IS NOT NULL",
    "UPDATE activity SET away = '[7]' WHERE away <> '[]'",
]


@pytest.mark.parametrize("statement", GARBLED)
def test_what_the_program_could_not_read_is_left_out_and_nothing_else(
    path: Path, saved: Callable[..., Database], statement: str
) -> None:
    records = [*RECORDS, *WORK_RECORDS]
    fill(path, None, records)
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute(statement)
        count = connection.changes()
    database = saved()
    tables = Tables(database)
    for read in readers(tables).values():
        read()
    tables.habits.deleted()
    for habit in ("sit", "walk"):
        tables.entries.of(habit)
    assert count >= 1
    assert found_in(database, records) == len(records) - count


def test_what_no_table_takes_is_left_out(path: Path, saved: Callable[..., Database]) -> None:
    fill(path, None, RECORDS)
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE habit SET kind = 'other' WHERE id = 'sit'")
    assert [habit.id for habit in Tables(saved()).habits.all()] == ["walk"]


def test_what_is_no_table_is_left_out(path: Path, saved: Callable[..., Database]) -> None:
    fill(path, None, RECORDS)
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("CREATE VIEW names AS SELECT name FROM habit")
    assert found_in(saved(), RECORDS) == len(RECORDS)


def test_a_file_of_noise_saves_nothing(path: Path, saved: Callable[..., Database]) -> None:
    path.parent.mkdir()
    path.write_bytes(Random(1).randbytes(40_000))
    assert Tables(saved()).habits.all() == []


def test_an_empty_file_saves_nothing(path: Path, saved: Callable[..., Database]) -> None:
    path.parent.mkdir()
    path.touch()
    assert Tables(saved()).habits.all() == []


def test_without_its_key_nothing_is_saved(path: Path, saved: Callable[..., Database]) -> None:
    fill(path, KEY)
    assert Tables(saved(None)).habits.all() == []


def test_where_sqlite_gives_no_pages_those_of_the_file_are_taken(
    path: Path, saved: Callable[..., Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Database) -> bytes:
        raise StoreError("The disk is busy.")

    fill(path, None, RECORDS)
    monkeypatch.setattr(Database, "image", fail)
    assert found_in(saved(None), RECORDS) == len(RECORDS)


def test_where_sqlite_gives_no_pages_of_a_locked_file_nothing_is_saved(
    path: Path, saved: Callable[..., Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Database) -> bytes:
        raise StoreError("The disk is busy.")

    fill(path, KEY, RECORDS)
    monkeypatch.setattr(Database, "image", fail)
    assert found_in(saved(KEY), RECORDS) == 0


def test_a_failure_leaves_no_file_open(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path, None, RECORDS)
    opened: list[Database] = []
    open_ = module.open_database

    def open_once(path: Path, key: FileKey | None) -> Database:
        if opened:
            raise StoreError("The disk is full.")
        opened.append(open_(path, key))
        return opened[0]

    monkeypatch.setattr(module, "open_database", open_once)
    with pytest.raises(StoreError, match="full"):
        salvage(path, None, folder, LATEST)
    with pytest.raises(apsw.ConnectionClosedError):
        opened[0].row("SELECT 1")


def test_pages_are_read_whatever_is_in_them(path: Path) -> None:
    fill(path, None, RECORDS)
    data = bytearray(path.read_bytes())
    data[100:4096] = Random(1).randbytes(3996)
    path.write_bytes(data)
    with closing(open_damaged(path, None)) as database:
        assert database.image() == bytes(data)
    path.write_text("Dear diary\n" * 500)
    with closing(open_damaged(path, None)) as database, pytest.raises(StoreError, match="damaged"):
        database.image()


# Shapes


def test_every_table_has_a_shape_and_something_that_reads_it(database: Database) -> None:
    """A new table needs a line in `readers`, so that what cannot be read is not rescued."""
    unread = {"entry", "former_key"}
    assert set(readers(Tables(database))) == set(shapes_of(database)) - unread


def test_no_row_fits_two_tables(path: Path, database: Database) -> None:
    fill(path, None)
    shapes = shapes_of(database)
    for shape in shapes.values():
        names = [column.name for column in shape.columns]
        select = (
            ", ".join(names)
            if shape.rowid_name is None
            else ", ".join("NULL" if name == shape.rowid_name else name for name in names)
        )
        rows = database.rows(f"SELECT {select} FROM {shape.table}")
        assert rows, f"{shape.table}: give it a record in RECORDS or WORK_RECORDS"
        for values in rows:
            row = Row(1 if shape.has_rowid else None, values)
            assert the_one(shapes.values(), row) is shape


def column(name: str, type_: str, *, required: bool = True, may_lack: bool = False) -> Column:
    return Column(name, type_, required, may_lack)


SHAPE = Shape(
    "some",
    (
        column("id", "TEXT"),
        column("amount", "REAL"),
        column("note", "TEXT", required=False),
        column("added", "INTEGER", may_lack=True),
    ),
    ("id",),
    True,
    None,
)


@pytest.mark.parametrize(
    ("row", "fits"),
    [
        (Row(1, ("a", 1.5, "x", 1)), True),
        (Row(1, ("a", 1, None, 1)), True),
        (Row(1, ("a", 1.5, "x")), True),
        (Row(1, ("a", 1.5)), False),
        (Row(1, ("a", 1.5, "x", 1, 1)), False),
        (Row(1, ("a", "b", "x", 1)), False),
        (Row(1, (None, 1.5, "x", 1)), False),
        (Row(1, (b"a", 1.5, "x", 1)), False),
        (Row(None, ("a", 1.5, "x", 1)), False),
    ],
)
def test_a_row_fits_by_its_kinds_of_fields(row: Row, fits: bool) -> None:
    assert SHAPE.fits(row) == fits


def test_a_row_that_fits_two_tables_is_nobody_s() -> None:
    row = Row(1, ("a", 1.5, "x", 1))
    assert the_one([SHAPE, SHAPE._replace(table="other")], row) is None
    assert the_one([], row) is None


def test_an_older_row_ends_before_columns_that_came_later() -> None:
    assert SHAPE.named(Row(1, ("a", 1.5, "x"))) == {"id": "a", "amount": 1.5, "note": "x"}


def test_a_number_that_is_the_row_s_own_is_read_from_there(database: Database) -> None:
    shape = shapes_of(database)["check_in"]
    row = Row(DAY.toordinal(), (None, 3, None, None, "", 1, 0))
    assert shape.fits(row)
    assert shape.named(row)["day"] == DAY.toordinal()
    assert not shape.fits(Row(1, (1, 3, None, None, "", 1, 0)))


def test_a_database_can_be_made_as_of_any_version(path: Path) -> None:
    path.parent.mkdir()
    with closing(make_database(path, None, 1)) as database:
        assert set(shapes_of(database)) == {"habit", "entry", "pause", "check_in", "setting"}
    with closing(open_database(path)) as database:
        assert database.row("PRAGMA user_version") == (migrations.NEWEST,)
        assert Tables(database).habits.all() == []
