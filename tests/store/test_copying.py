"""A plain copy: everything is in it but what opens encrypted files elsewhere."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from selfcare_app.store.copying import write_plain_copy
from selfcare_app.store.db import Database, StoreError, open_database
from selfcare_app.store.file_key import FileKey
from selfcare_app.store.former_keys import former_keys, remember_keys

KEY, FORMER = FileKey(b"1" * 32, b"a" * 16), FileKey(b"2" * 32, b"a" * 16)


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "data" / "selfcare.db", request.param)
    with opened.writing():
        opened.change("INSERT INTO setting (key, value, modified_at) VALUES ('note', '1', 1)")
    yield opened
    opened.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "copies").mkdir()
    return tmp_path / "copies" / "plain.db"


def test_a_plain_copy_opens_without_a_key_and_is_one_file_for_its_owner_alone(
    database: Database, target: Path
) -> None:
    write_plain_copy(database, target)

    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("SELECT value FROM setting").fetchall() == [("1",)]
    assert list(target.parent.iterdir()) == [target]
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_plain_copy_does_not_tell_what_opens_encrypted_copies(
    database: Database, target: Path
) -> None:
    remember_keys(database, [FORMER])

    write_plain_copy(database, target)

    content = target.read_bytes()
    assert KEY.secret not in content
    assert FORMER.secret not in content
    assert former_keys(database) == [FORMER]


def test_a_plain_copy_writes_over_nothing(database: Database, target: Path) -> None:
    target.write_text("Dear Ann")

    with pytest.raises(StoreError):
        write_plain_copy(database, target)
    assert target.read_text() == "Dear Ann"
