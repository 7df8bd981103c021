"""`selfcare backups` lists what there is to go back to, for people and for programs."""

from datetime import datetime
from pathlib import Path

import pytest

from selfcare_app.paths import backup_folder, data_folder, database_file
from selfcare_app.services.backup import dated_backup
from selfcare_app.services.settings import BACKUP_FOLDER
from selfcare_app.services.workspace import open_workspace
from selfcare_app.store.file_key import FileKey
from tests.cli.conftest import Selfcare, add


@pytest.fixture
def sit(selfcare: Selfcare) -> str:
    identity = add(selfcare, "Sit")
    selfcare("log", "sit", "--date", "2015-01-24")
    selfcare("log", "sit", "--date", "2015-01-25")
    return identity


def test_before_the_first_it_says_how_to_make_one(selfcare: Selfcare) -> None:
    assert selfcare("backups").out == "There is no backup yet; “selfcare backup” makes one.\n"
    found = selfcare("backups", "--json").json
    assert found == {"folder": str(backup_folder(data_folder())), "backups": []}


def test_every_backup_is_listed_with_what_is_in_it(selfcare: Selfcare, sit: str) -> None:
    selfcare("backup")
    [file] = backup_folder(data_folder()).iterdir()
    head, place = selfcare("backups").out.splitlines()
    assert head.startswith(f"{datetime.now():%Y-%m-%d} ")
    assert head.endswith(" MB, habits: 1, entries: 2, check-ins: 0, 2015-01-24 to 2015-01-25")
    assert "made by hand" in head
    assert place == f"  {file}"
    [found] = selfcare("backups", "--json").json["backups"]
    assert found.pop("made").startswith(f"{datetime.now():%Y-%m-%d}T")
    assert found == {
        "file": str(file),
        "origin": "by-hand",
        "size": file.stat().st_size,
        "locked": False,
        "opens": True,
        "problem": None,
        "contents": {
            "habits": 1,
            "entries": 2,
            "check_ins": 0,
            "first_day": "2015-01-24",
            "last_day": "2015-01-25",
        },
    }


def test_what_was_kept_before_going_back_is_told_apart(selfcare: Selfcare, sit: str) -> None:
    selfcare("backup")
    [file] = backup_folder(data_folder()).iterdir()
    selfcare("restore", file)
    origins = {found["origin"] for found in selfcare("backups", "--json").json["backups"]}
    assert origins == {"by-hand", "before-going-back"}
    assert "kept before going back" in selfcare("backups").out


def test_what_cannot_be_opened_is_listed_with_the_reason(
    selfcare: Selfcare, sit: str, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    workspace = open_workspace(database_file(data_folder()))
    workspace.settings.set_folder(BACKUP_FOLDER, folder)
    workspace.close()
    locked = dated_backup(folder, datetime(2020, 5, 1))
    open_workspace(locked, key=FileKey(b"k" * 32, b"s" * 16)).close()
    broken = dated_backup(folder, datetime(2020, 4, 1))
    broken.write_text("Dear diary\n" * 500)
    selfcare("backup", folder / "named.db")
    out = selfcare("backups").out
    assert "2020-05-01 00:00  made by hand, 0.1 MB, locked with another passphrase\n" in out
    assert "is damaged or is not a Selfcare database" in out
    assert "named by you" in out
    answer = selfcare("backups", "--json").json
    assert answer["folder"] == str(folder)
    assert [found["opens"] for found in answer["backups"]] == [True, False, False]
    assert [found["locked"] for found in answer["backups"]] == [False, True, False]
    assert [found["contents"] is None for found in answer["backups"]] == [False, True, True]
