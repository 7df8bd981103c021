"""Damaged data on the command line: said in one sentence, and brought back by one command."""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from selfcare_app.paths import backup_folder, data_folder, database_file
from selfcare_app.services.workspace import open_workspace
from selfcare_app.store.file_key import key_of, new_salt, salt_of
from tests.cli.conftest import Selfcare, add
from tests.store import damage as ways
from tests.store.damage import damage

WORDS = "quiet river stone"
SENTENCE = "“selfcare.db” is damaged; “selfcare rescue” brings back what can be saved."


@pytest.fixture
def backed_up(selfcare: Selfcare) -> Path:
    """A habit with two days, a backup of them, and one day more; gives the database."""
    add(selfcare, "Sit")
    for day in ("2015-01-24", "2015-01-25"):
        selfcare("log", "sit", "--date", day)
    selfcare("backup")
    selfcare("log", "sit", "--date", "2015-01-26")
    return database_file(data_folder())


def passphrase_at(words: str) -> tuple[str, str]:
    """The option that gives the passphrase."""
    reading, writing = os.pipe()
    os.write(writing, f"{words}\n".encode())
    os.close(writing)
    return "--passphrase-fd", str(reading)


@pytest.mark.parametrize("how", [ways.the_list_of_tables, ways.the_first_page, ways.all_gone])
@pytest.mark.parametrize("words", [["today"], ["log", "sit"], ["backups"], ["stats", "--json"]])
def test_every_command_says_that_the_data_is_damaged_and_what_helps(
    selfcare: Selfcare,
    backed_up: Path,
    how: Callable[[bytearray, Random], None],
    words: list[str],
) -> None:
    damage(backed_up, how, Random(1))
    before = backed_up.read_bytes()
    assert selfcare(*words).sentence == SENTENCE
    assert backed_up.read_bytes() == before


def test_damage_that_a_command_comes_upon_is_said_too(selfcare: Selfcare, backed_up: Path) -> None:
    data = bytearray(backed_up.read_bytes())
    # Whatever is not on the page of the list of tables.
    data[4096:] = bytes(len(data) - 4096)
    backed_up.write_bytes(data)
    assert selfcare("today").sentence == SENTENCE


def test_another_file_that_is_damaged_is_called_by_its_name(
    selfcare: Selfcare, backed_up: Path
) -> None:
    [copy] = backup_folder(data_folder()).iterdir()
    damage(copy, ways.the_first_page, Random(1))
    assert copy.name in selfcare("restore", copy).sentence


def test_rescue_brings_everything_back_and_says_what_it_did(
    selfcare: Selfcare, backed_up: Path
) -> None:
    damage(backed_up, ways.the_list_of_tables, Random(1))
    before = backed_up.read_bytes()
    answer = selfcare("rescue")
    assert (answer.status, answer.err) == (0, "")
    [kept] = data_folder().glob("selfcare-damaged-*.db")
    assert kept.read_bytes() == before
    lines = answer.out.splitlines()
    assert lines[0] == f"“selfcare.db” was damaged; it is kept as “{kept}”."
    assert lines[1].startswith("Backup of 20")
    assert lines[1].endswith("habits: 1, entries: 2, check-ins: 0, 2015-01-24 to 2015-01-25")
    assert lines[2].startswith("Saved from the damaged file: habits: 1, entries: 3")
    assert lines[3] == ("There now: habits: 1, entries: 3, check-ins: 0, 2015-01-24 to 2015-01-26")
    assert len(lines) == 4
    assert selfcare("habits", "--json").json["habits"][0]["name"] == "Sit"


def test_rescue_answers_programs(selfcare: Selfcare, backed_up: Path) -> None:
    [copy] = backup_folder(data_folder()).iterdir()
    backed_up.write_bytes(Random(1).randbytes(50_001))
    found = selfcare("rescue", "--json").json
    [kept] = data_folder().glob("selfcare-damaged-*.db")
    made = found.pop("backup_made")
    assert made.startswith("20")
    held = {
        "habits": 1,
        "entries": 2,
        "check_ins": 0,
        "first_day": "2015-01-24",
        "last_day": "2015-01-25",
    }
    assert found == {
        "damaged": True,
        "kept": str(kept),
        "backup": str(copy),
        "saved": {
            "habits": 0,
            "entries": 0,
            "check_ins": 0,
            "first_day": None,
            "last_day": None,
        },
        "together": held,
        "habits_without_name": 0,
    }


def test_what_is_sound_stays_as_it_is(selfcare: Selfcare, backed_up: Path) -> None:
    before = backed_up.read_bytes()
    assert selfcare("rescue").out == "“selfcare.db” is not damaged; nothing was changed.\n"
    assert selfcare("rescue", "--json").json == {"damaged": False}
    assert backed_up.read_bytes() == before


def test_without_data_there_is_nothing_to_rescue(selfcare: Selfcare) -> None:
    assert "There is no data in" in selfcare("rescue").sentence


def test_without_a_backup_what_can_be_saved_is_used(selfcare: Selfcare, backed_up: Path) -> None:
    [copy] = backup_folder(data_folder()).iterdir()
    copy.unlink()
    workspace = open_workspace(backed_up)
    workspace.database.row("PRAGMA foreign_keys = OFF")
    workspace.database.rows("DELETE FROM habit")
    workspace.close()
    damage(backed_up, ways.the_list_of_tables, Random(1))
    answer = selfcare("rescue")
    assert "There is no backup that could be used." in answer.out
    assert "Habits that lost their name are called “Rescued habit”" in answer.out
    assert "Rescued habit 1" in selfcare("habits").out


def test_locked_data_is_rescued_with_its_passphrase(selfcare: Selfcare, backed_up: Path) -> None:
    workspace = open_workspace(backed_up)
    workspace.encryption.use(key_of(WORDS, new_salt()))
    work = workspace.encryption.copies_to_change()
    assert work is not None
    work.change()
    workspace.close()
    damage(backed_up, ways.the_list_of_tables, Random(1))
    assert selfcare(*passphrase_at(WORDS), "today").sentence == SENTENCE
    assert selfcare(*passphrase_at(WORDS), "rescue", "--json").json["together"]["entries"] == 3
    assert salt_of(backed_up) is not None
    assert "Sit" in selfcare(*passphrase_at(WORDS), "habits").out


def test_where_only_a_locked_backup_is_left_its_passphrase_is_asked_for(
    selfcare: Selfcare, backed_up: Path
) -> None:
    [copy] = backup_folder(data_folder()).iterdir()
    copy.unlink()
    other = open_workspace(copy, key=key_of(WORDS, new_salt()))
    other.close()
    backed_up.write_bytes(Random(1).randbytes(5_000))
    found = selfcare(*passphrase_at(WORDS), "rescue", "--json").json
    assert found["backup"] == str(copy)
