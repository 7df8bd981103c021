"""Rows read from the pages of a database themselves, where SQLite finds no way to them any more.

SQLite reaches a row from the top of its table down; one damaged page hides all below it. Here
every page is looked at by itself. What is no row, to the last byte of its length, is left out.
See https://www.sqlite.org/fileformat2.html.
"""

from collections.abc import Iterator
from struct import unpack
from typing import NamedTuple

from selfcare_app.store.file_key import PAGE_BYTES

HEADER_BYTES = 100
"""Of the file, before the first page's own."""
LONGEST_ROW = 2_000_000
"""Bytes; the longest note is 400,000 in UTF-8."""

_TABLE_LEAF, _TABLE_INNER, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x05, 0x0A, 0x02
_HEADS = {_TABLE_LEAF: 8, _INDEX_LEAF: 8, _TABLE_INNER: 12, _INDEX_INNER: 12}
_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number by its type."""
_REAL, _ZERO, _ONE = 7, 8, 9

Field = int | float | str | bytes | None


class Damaged(Exception):
    """What was read is no row."""


class Row(NamedTuple):
    """What stands in one cell of a page."""

    rowid: int | None
    """None in a tree that is sorted by its columns."""
    fields: tuple[Field, ...]


class Pages:
    """All pages of a database, decrypted, as one run of bytes."""

    def __init__(self, data: bytes, reserved: int) -> None:
        """`reserved` bytes at the end of each page are not SQLite's."""
        self._data = data
        self._usable = PAGE_BYTES - reserved
        self.count = len(data) // PAGE_BYTES

    def rows_on(self, number: int) -> Iterator[Row]:
        """Whatever can be read on the page with that `number`, from 1 on."""
        page = self._page(number)
        begin = HEADER_BYTES if number == 1 else 0
        kind = page[begin]
        if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER):
            return
        for at in self._cells(page, begin):
            try:
                yield self._row(page, at, kind)
            except (Damaged, IndexError):
                continue

    def tree(self, root: int) -> Iterator[int]:
        """The numbers of the pages that hang together below page `root`, as far as can be seen."""
        seen, waiting = set[int](), [root]
        while waiting:
            number = waiting.pop()
            if number in seen or not 1 <= number <= self.count:
                continue
            seen.add(number)
            yield number
            page, begin = self._page(number), HEADER_BYTES if number == 1 else 0
            if page[begin] in (_TABLE_INNER, _INDEX_INNER):
                last = int.from_bytes(page[begin + 8 : begin + 12])
                waiting += [last, *(_int4(page, at) for at in self._cells(page, begin))]

    def _page(self, number: int) -> bytes:
        return self._data[(number - 1) * PAGE_BYTES : number * PAGE_BYTES]

    def _cells(self, page: bytes, begin: int) -> Iterator[int]:
        """Where on `page` each cell begins."""
        first = begin + _HEADS[page[begin]]
        count = int.from_bytes(page[begin + 3 : begin + 5])
        for place in range(first, min(first + 2 * count, self._usable - 1), 2):
            at = int.from_bytes(page[place : place + 2])
            if first + 2 * count <= at < self._usable:
                yield at

    def _row(self, page: bytes, at: int, kind: int) -> Row:
        if kind == _INDEX_INNER:
            at += 4
        length, at = _varint(page, at)
        rowid: int | None = None
        if kind == _TABLE_LEAF:
            rowid, at = _varint(page, at)
            rowid -= (rowid >> 63) << 64
        if length > LONGEST_ROW:
            raise Damaged
        return Row(rowid, _fields(self._payload(page, at, length, kind)))

    def _payload(self, page: bytes, at: int, length: int, kind: int) -> bytes:
        """The `length` bytes of a cell, of which those that find no room lie on other pages."""
        usable = self._usable
        most = usable - 35 if kind == _TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        here = length
        if length > most:
            least = (usable - 12) * 32 // 255 - 23
            here = least + (length - least) % (usable - 4)
            if here > most:
                here = least
        if at + here > usable:
            raise Damaged
        found = bytearray(page[at : at + here])
        if here < length:
            self._add_rest(found, length, _int4(page, at + here))
        return bytes(found)

    def _add_rest(self, found: bytearray, length: int, number: int) -> None:
        """Add to `found`, up to `length`, what lies on page `number` and those after it."""
        room = self._usable - 4
        while len(found) < length:
            # However wrong the numbers are, this ends: each page adds something.
            if not 1 < number <= self.count:
                raise Damaged
            page = self._page(number)
            found += page[4 : 4 + min(room, length - len(found))]
            number = _int4(page, 0)
        if number:
            raise Damaged


def _int4(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 4])


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """The number of one to nine bytes at `at`, and where it ends."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def _fields(payload: bytes) -> tuple[Field, ...]:
    """The columns that `payload` holds; raises Damaged unless they fill it."""
    head, at = _varint(payload, 0)
    if not at <= head <= len(payload):
        raise Damaged
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    fields = []
    for kind in kinds:
        field, at = _field(payload, at, kind)
        fields.append(field)
    if at != len(payload):
        raise Damaged
    return tuple(fields)


def _field(payload: bytes, at: int, kind: int) -> tuple[Field, int]:
    """The column of that `kind` at `at`, and where it ends."""
    if kind == 0:
        return None, at
    if kind in (_ZERO, _ONE):
        return kind - _ZERO, at
    if kind in (10, 11):
        raise Damaged
    size = _NUMBERS.get(kind) or (8 if kind == _REAL else (kind - 12) // 2)
    end = at + size
    part = payload[at:end]
    if end > len(payload):
        raise Damaged
    if kind in _NUMBERS:
        return int.from_bytes(part, signed=True), end
    if kind == _REAL:
        (real,) = unpack(">d", part)
        return real, end
    if kind % 2 == 0:
        return part, end
    try:
        return part.decode(), end
    except UnicodeDecodeError:
        raise Damaged from None
