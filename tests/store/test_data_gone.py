"""A database whose file is gone from its place takes nothing that nobody would find again."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from selfcare_app.domain.setting import Setting
from selfcare_app.store.backup import back_up, restore
from selfcare_app.store.db import Database, StoreError, open_database
from selfcare_app.store.file_key import SECRET_BYTES, FileKey, new_salt
from selfcare_app.store.tables import Tables

GONE = "The data folder “.*data” is gone or was replaced, so nothing can be saved"


def write(database: Database, key: str) -> None:
    with database.writing():
        Tables(database).save_all([Setting(key, "1")], 1)


def keys_in(database: Database) -> list[str]:
    return [setting.key for setting in Tables(database).settings.all()]


def test_what_would_go_into_a_deleted_file_is_refused(path: Path, database: Database) -> None:
    write(database, "before")
    shutil.rmtree(path.parent)
    with pytest.raises(StoreError, match=GONE):
        write(database, "after")
    # What was saved can still be read, and saved elsewhere.
    assert keys_in(database) == ["before"]
    assert not path.parent.exists()


def test_a_folder_that_was_moved_away_is_missed_until_it_is_put_back(
    path: Path, database: Database
) -> None:
    write(database, "before")
    aside = path.parent.rename(path.parent.with_name("trash"))
    with pytest.raises(StoreError, match=GONE):
        database.check_in_place()
    with pytest.raises(StoreError, match=GONE):
        write(database, "while it was away")
    aside.rename(path.parent)
    write(database, "after")
    database.close()
    with closing(open_database(path)) as again:
        assert keys_in(again) == ["after", "before"]


def test_another_file_under_its_name_is_not_taken_for_it(path: Path, database: Database) -> None:
    write(database, "before")
    other = path.with_name("other.db")
    back_up(database, other)
    other.replace(path)
    with pytest.raises(StoreError, match=GONE):
        write(database, "after")
    database.close()
    with closing(open_database(path)) as there:
        assert keys_in(there) == ["before"]


@pytest.mark.parametrize("written", [True, False])
def test_what_another_program_wrote_into_the_other_file_stays(
    path: Path, database: Database, written: bool
) -> None:
    if written:
        write(database, "before")
    path.parent.rename(path.parent.with_name("trash"))
    # As if it were killed: its last words stand in its log alone.
    other = open_database(path)
    write(other, "of another program")
    shutil.copytree(path.parent, path.parent.with_name("as-killed"))
    other.close()
    shutil.rmtree(path.parent)
    path.parent.with_name("as-killed").rename(path.parent)
    database.close()
    with closing(open_database(path)) as there:
        assert keys_in(there) == ["of another program"]


def test_an_encrypted_file_is_missed_as_well(path: Path) -> None:
    with closing(open_database(path, FileKey(bytes(SECRET_BYTES), new_salt()))) as database:
        write(database, "before")
        shutil.rmtree(path.parent)
        with pytest.raises(StoreError, match=GONE):
            write(database, "after")


def test_a_copy_of_what_is_gone_can_still_be_made(
    path: Path, database: Database, tmp_path: Path
) -> None:
    write(database, "before")
    shutil.rmtree(path.parent)
    back_up(database, tmp_path / "copy.db")
    with closing(open_database(tmp_path / "copy.db")) as copy:
        assert keys_in(copy) == ["before"]


def test_nothing_is_restored_into_what_is_gone(
    path: Path, database: Database, tmp_path: Path
) -> None:
    back_up(database, tmp_path / "copy.db")
    write(database, "later")
    shutil.rmtree(path.parent)
    path.parent.mkdir()
    with pytest.raises(StoreError, match=GONE):
        restore(database, tmp_path / "copy.db", tmp_path / "kept.db")
    assert keys_in(database) == ["later"]
