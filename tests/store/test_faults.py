"""Faults of the disk and of files are told in one sentence each."""

from pathlib import Path

import apsw
import pytest

from selfcare_app.store.faults import (
    DamagedDatabase,
    StoreError,
    faults_in_words,
    reason_of,
    sound_statements,
)
from selfcare_app.store.file_key import FileKey

PATH = Path("folder/selfcare.db")
KEY = FileKey(b"k" * 32, b"s" * 16)


def with_result(error: apsw.Error, extended: int) -> apsw.Error:
    error.extendedresult = extended
    return error


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (apsw.FullError(), "The disk is full"),
        (with_result(apsw.IOError(), apsw.SQLITE_IOERR_SHMSIZE), "The disk is full"),
        (apsw.IOError(), "The disk did not take"),
        (apsw.ReadOnlyError(), "is read-only"),
        (
            with_result(apsw.ReadOnlyError(), apsw.SQLITE_READONLY_DBMOVED),
            "was moved or written anew meanwhile",
        ),
        (apsw.CantOpenError(), "check the folder"),
        (apsw.BusyError(), "Another program is using"),
        (apsw.LockedError(), "Another program is using"),
        (apsw.TooBigError(), "is damaged or is not"),
        (PermissionError(13, "Permission denied"), "cannot be written"),
    ],
)
def test_each_fault_has_its_sentence(error: Exception, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence) as raised, faults_in_words(PATH):
        raise error
    assert "\n" not in str(raised.value)
    assert not isinstance(raised.value, DamagedDatabase)


@pytest.mark.parametrize("error", [apsw.NotADBError(), apsw.CorruptError()])
def test_damage_tells_which_file_it_is_and_its_key(error: Exception) -> None:
    with (
        pytest.raises(DamagedDatabase, match="is damaged or is not") as raised,
        faults_in_words(PATH, KEY),
    ):
        raise error
    assert (raised.value.path, raised.value.key) == (PATH, KEY)


def test_a_file_that_does_not_understand_sound_statements_is_damaged() -> None:
    with pytest.raises(DamagedDatabase) as raised, sound_statements(PATH, KEY):
        raise apsw.SQLError("no such table: entry")
    assert (raised.value.path, raised.value.key) == (PATH, KEY)


def test_other_errors_are_ours() -> None:
    with pytest.raises(apsw.SQLError), faults_in_words(PATH):
        raise apsw.SQLError("near: syntax error")


def test_the_system_s_own_reason_is_told() -> None:
    assert reason_of(OSError(28, "whatever")) == "No space left on device"
    assert reason_of(OSError("short")) == "short"
