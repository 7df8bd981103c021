"""A damaged file is told apart from a wrong key."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from selfcare_app.store.db import DamagedDatabase, Database, WrongKey, open_database, open_to_read
from selfcare_app.store.file_key import PAGE_BYTES, FileKey
from selfcare_app.store.seal import Seal, holds_pages_of, pages_of

KEY, OTHER = FileKey(b"k" * 32, b"s" * 16), FileKey(b"o" * 32, b"s" * 16)


@pytest.fixture
def locked(path: Path) -> Path:
    open_database(path, KEY).close()
    return path


def spoil(path: Path, at: int, junk: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(junk)


def test_every_page_of_an_encrypted_file_bears_its_seal(locked: Path) -> None:
    seal, other = Seal(KEY), Seal(OTHER)
    for number, page in pages_of(locked.read_bytes()):
        assert seal.holds(page, number)
        assert not seal.holds(page, number + 1)
        assert not other.holds(page, number)
        assert not seal.holds(page[:-1], number)
        assert not seal.holds(bytes(PAGE_BYTES), number)
    spoil(locked, 2 * PAGE_BYTES + 100, b"\x00\x01")
    broken = [n for n, page in pages_of(locked.read_bytes()) if not seal.holds(page, n)]
    assert broken == [3]


@pytest.mark.parametrize("open_", [open_database, open_to_read])
def test_a_damaged_start_is_no_wrong_key(
    locked: Path, open_: Callable[[Path, FileKey], Database]
) -> None:
    spoil(locked, 100, b"junk")
    with pytest.raises(DamagedDatabase) as raised:
        open_(locked, KEY)
    assert (raised.value.path, raised.value.key) == (locked, KEY)
    with pytest.raises(WrongKey):
        open_(locked, OTHER)
    assert holds_pages_of(locked, KEY)
    assert not holds_pages_of(locked, OTHER)


def test_damage_elsewhere_tells_what_the_file_is_locked_with(locked: Path) -> None:
    spoil(locked, 3 * PAGE_BYTES + 100, b"junk")
    with closing(open_to_read(locked, KEY)) as database:
        with pytest.raises(DamagedDatabase) as raised:
            database.check()
        assert raised.value.key == KEY
