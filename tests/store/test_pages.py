"""Rows are read from pages as SQLite wrote them, and what is no row is never taken for one."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfcare_app.store.file_key import PAGE_BYTES
from selfcare_app.store.pages import Field, Pages, Row

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40),
    # Long enough to need pages of their own.
    st.integers(0, 30_000).map(lambda length: "Müde 🌙 "[: length % 8] * (length // 8)),
)
fields = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.integers(-70_000, 70_000),
    st.sampled_from([0, 1]),
    st.floats(allow_nan=False),
    texts,
    st.binary(max_size=3_000),
)


def pages_of(path: Path) -> Pages:
    return Pages(path.read_bytes(), 0)


def rows_of(pages: Pages) -> list[Row]:
    return [row for number in range(1, pages.count + 1) for row in pages.rows_on(number)]


def same(one: Field, other: Field) -> bool:
    # On the page a whole amount is an integer.
    return one == other and (type(one) is type(other) or isinstance(one, float | int))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(fields, fields, texts), max_size=40), st.booleans())
def test_every_row_is_read_as_it_was_written(
    rows: list[tuple[Field, Field, str]], sorted_by_columns: bool
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "some.db"
        with closing(apsw.Connection(str(path))) as connection:
            without = "WITHOUT ROWID" if sorted_by_columns else ""
            connection.execute(
                f"CREATE TABLE some (a INTEGER, b, c, d, PRIMARY KEY (a, d)) {without}"
            )
            numbered = [(number, *row) for number, row in enumerate(rows)]
            connection.executemany("INSERT INTO some VALUES (?, ?, ?, ?)", numbered)
        pages = pages_of(path)
        found = {
            row.fields[0]: row
            for row in rows_of(pages)
            if len(row.fields) == 4 and (row.rowid is None) == sorted_by_columns
        }
        assert len(found) == len(rows)
        for number, b, c, d in numbered:
            read = found[number].fields
            # Without row numbers, what tells rows apart comes first.
            wanted = (number, d, b, c) if sorted_by_columns else (number, b, c, d)
            assert all(map(same, read, wanted))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A table of three levels, and one of a single page."""
    path = tmp_path / "some.db"
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("CREATE TABLE many (id INTEGER PRIMARY KEY, words TEXT)")
        connection.execute("CREATE TABLE few (words TEXT)")
        connection.execute(
            "CREATE TABLE sorted (words TEXT, day INTEGER, PRIMARY KEY (words, day)) WITHOUT ROWID"
        )
        with connection:
            words = [(number, f"{number}: " + "word " * 100) for number in range(-10, 5_000)]
            connection.executemany("INSERT INTO many VALUES (?, ?)", words)
            connection.executemany("INSERT INTO sorted VALUES (?, ?)", [(w, n) for n, w in words])
            connection.execute("INSERT INTO few VALUES ('alone')")
    return path


def roots(path: Path) -> dict[str, int]:
    with closing(apsw.Connection(str(path))) as connection:
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_schema").fetchall())


def test_rows_keep_their_numbers_negative_ones_too(path: Path) -> None:
    pages = pages_of(path)
    [few] = pages.rows_on(roots(path)["few"])
    assert few == Row(1, ("alone",))
    numbers = {row.rowid for row in rows_of(pages) if row.fields[0] is None}
    assert numbers == set(range(-10, 5_000))


def test_a_tree_is_followed_to_its_last_page(path: Path) -> None:
    pages, at = pages_of(path), roots(path)
    trees = {name: list(pages.tree(root)) for name, root in at.items()}
    found = [number for tree in trees.values() for number in tree]
    assert len(found) == len(set(found))
    assert sorted([*found, 1]) == list(range(1, pages.count + 1))
    assert list(pages.tree(1)) == [1]
    in_many = {row.rowid for number in trees["many"] for row in pages.rows_on(number)}
    assert in_many == set(range(-10, 5_000))
    # Rows lie on the inner pages of a sorted table as well.
    in_sorted = [row for number in trees["sorted"] for row in pages.rows_on(number)]
    assert len(in_sorted) == 5_010


def test_a_tree_that_leads_nowhere_ends(path: Path) -> None:
    root = roots(path)["many"]
    data = bytearray(path.read_bytes())
    for begin in range(0, len(data), PAGE_BYTES):
        if data[begin] == 0x05:
            # The last page below each inner one is that one itself.
            data[begin + 8 : begin + 12] = (begin // PAGE_BYTES + 1).to_bytes(4)
    pages = Pages(bytes(data), 0)
    assert root in list(pages.tree(root))
    assert list(pages.tree(0)) == []
    assert list(pages.tree(pages.count + 1)) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_whatever_is_damaged_nothing_is_raised(path: Path, data: st.DataObject) -> None:
    content = bytearray(path.read_bytes()[: 40 * PAGE_BYTES])
    for _ in range(data.draw(st.integers(1, 8))):
        begin = data.draw(st.integers(0, len(content) - 1))
        junk = data.draw(st.binary(min_size=1, max_size=60))
        content[begin : begin + len(junk)] = junk
    pages = Pages(bytes(content[: 40 * PAGE_BYTES]), 0)
    for row in rows_of(pages):
        assert isinstance(row.fields, tuple)
    for number in range(1, pages.count + 1):
        assert len(list(pages.tree(number))) <= pages.count


def one_page(*cells: bytes, kind: int = 0x0D) -> Pages:
    """Two pages, the second of which has these cells."""
    page = bytearray(PAGE_BYTES)
    page[0] = kind
    page[3:5] = len(cells).to_bytes(2)
    end = PAGE_BYTES
    for number, cell in enumerate(cells):
        end -= len(cell)
        page[end : end + len(cell)] = cell
        page[8 + 2 * number : 10 + 2 * number] = end.to_bytes(2)
    return Pages(bytes(PAGE_BYTES) + bytes(page), 0)


def cell(payload: bytes, length: int | None = None) -> bytes:
    return bytes([len(payload) if length is None else length, 7]) + payload


@pytest.mark.parametrize(
    "payload",
    [
        b"\x02\x01",  # A number of one byte, of which nothing is there.
        b"\x02\x01\x05\x05",  # And one with a byte too much.
        b"\x02\x0a",  # Kinds that do not occur.
        b"\x02\x0b",
        b"\x00\x01\x05",  # A head that is shorter than itself,
        b"\x09\x01\x05",  # or longer than all.
        b"\x02\x0f\xff",  # No text in UTF-8.
        b"\x02\x1d\x41",  # A text that goes on behind the end.
        b"\x02\x07\x00",
    ],
)
def test_what_is_no_row_to_the_last_byte_is_left_out(payload: bytes) -> None:
    sound = cell(b"\x02\x01\x2a")
    assert list(one_page(sound).rows_on(2)) == [Row(7, (42,))]
    assert list(one_page(cell(payload), sound).rows_on(2)) == [Row(7, (42,))]


def test_cells_that_lie_outside_are_left_out() -> None:
    beyond = bytes([0x50, 7, 2, 1, 42])  # Says to be longer than the page.
    assert list(one_page(beyond).rows_on(2)) == []
    huge = b"\xff\xff\xff\xff\x7f\x07\x02\x01\x2a"
    assert list(one_page(huge).rows_on(2)) == []
    cut = b"\xff"
    assert list(one_page(cut).rows_on(2)) == []
    pages = one_page(cell(b"\x02\x01\x2a"), kind=0x00)
    assert list(pages.rows_on(2)) == []


def long_cell(length: int, following: int) -> Pages:
    """A row of so many bytes in all whose rest lies on page `following`; there are three."""
    usable, most, least = PAGE_BYTES, PAGE_BYTES - 35, (PAGE_BYTES - 12) * 32 // 255 - 23
    here = least + (length - least) % (usable - 4)
    here = here if here <= most else least
    kind = (length - 4) * 2 + 12  # Of a blob.
    head = bytes([4, 0x80 | kind >> 14, 0x80 | kind >> 7 & 0x7F, kind & 0x7F])
    size = bytes([0x80 | length >> 14, 0x80 | length >> 7 & 0x7F, length & 0x7F])
    start = size + b"\x07" + head + bytes(here - 4) + following.to_bytes(4)
    pages = one_page(start)
    return Pages(pages._data + bytes(PAGE_BYTES), 0)


def test_a_long_row_whose_rest_is_lost_is_left_out() -> None:
    assert [len(row.fields[0]) for row in long_cell(6_000, 3).rows_on(2)] == [5_996]  # type: ignore[arg-type]
    for wrong in (0, 1, 4, 2**31):
        assert list(long_cell(6_000, wrong).rows_on(2)) == []
    # The page after it leads on, although the row is at its end.
    data = bytearray(long_cell(6_000, 3)._data)
    data[2 * PAGE_BYTES + 3] = 2
    assert list(Pages(bytes(data), 0).rows_on(2)) == []


def test_cells_that_begin_in_the_head_of_a_page_are_left_out() -> None:
    page = bytearray(2 * PAGE_BYTES)
    page[PAGE_BYTES] = 0x0D
    page[PAGE_BYTES + 3 : PAGE_BYTES + 5] = (1).to_bytes(2)
    page[PAGE_BYTES + 8 : PAGE_BYTES + 10] = (4).to_bytes(2)
    assert list(Pages(bytes(page), 0).rows_on(2)) == []


def test_an_empty_file_has_no_pages() -> None:
    assert Pages(b"", 0).count == 0
