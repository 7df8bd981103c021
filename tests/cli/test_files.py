"""`selfcare import`, `export`, `backup` and `restore`."""

import json
from pathlib import Path

import pytest

from selfcare_app.paths import backup_folder, data_folder
from tests.cli.conftest import Selfcare, add

DAY = "2015-01-25"


@pytest.fixture
def sit(selfcare: Selfcare) -> str:
    """A habit with one day logged."""
    identity = add(selfcare, "Sit")
    selfcare("log", "sit", "--date", DAY, "--note", "🧘")
    return identity


def stats(selfcare: Selfcare, *words: str | Path) -> object:
    return selfcare("stats", "--json", "--daily", "--as-of", DAY, *words).json


def test_a_backup_goes_beside_the_data_under_its_date(selfcare: Selfcare, sit: str) -> None:
    answer = selfcare("backup")
    [file] = backup_folder(data_folder()).iterdir()
    assert file.name.startswith("selfcare-20")
    assert answer.out == f"Backed up to “{file}”.\n"


def test_restoring_brings_back_what_was_and_says_where_the_rest_is(
    selfcare: Selfcare, sit: str, tmp_path: Path
) -> None:
    then = stats(selfcare)
    copy = tmp_path / "copy.db"
    assert selfcare("backup", copy).status == 0
    selfcare("log", "sit", "--date", DAY, "--clear", "--note", "")
    now = stats(selfcare)
    said = selfcare("restore", copy).out
    assert stats(selfcare) == then
    [kept] = backup_folder(data_folder()).iterdir()
    assert str(kept) in said
    assert str(copy) in said
    assert selfcare("restore", kept).status == 0
    assert stats(selfcare) == now


def test_a_backup_goes_back_into_an_empty_place(
    selfcare: Selfcare, sit: str, tmp_path: Path
) -> None:
    selfcare("backup", tmp_path / "copy.db")
    elsewhere = ("--data-dir", tmp_path / "elsewhere")
    assert selfcare("restore", tmp_path / "copy.db", *elsewhere).status == 0
    assert stats(selfcare, *elsewhere) == stats(selfcare)


def test_a_backup_writes_over_nothing(selfcare: Selfcare, sit: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann")
    assert "already a file" in selfcare("backup", tmp_path / "letter.txt").sentence
    assert (tmp_path / "letter.txt").read_text() == "Dear Ann"


@pytest.mark.parametrize("content", [None, b"", b"Dear Ann", b"SQLite format 3\0" + b"\0" * 5000])
@pytest.mark.parametrize("command", ["restore", "import"])
def test_a_file_that_cannot_be_read_is_told_and_nothing_changes(
    selfcare: Selfcare, sit: str, tmp_path: Path, command: str, content: bytes | None
) -> None:
    before = stats(selfcare)
    file = tmp_path / "file.db"
    if content is not None:
        file.write_bytes(content)
    assert selfcare(command, file).sentence
    assert stats(selfcare) == before


def test_an_export_goes_back_into_an_empty_place(
    selfcare: Selfcare, sit: str, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    said = selfcare("export", file).out
    assert str(file) in said
    assert "can read it" in said
    json.loads(file.read_text(encoding="utf-8"))
    elsewhere = ("--data-dir", tmp_path / "elsewhere")
    report = selfcare("import", file, "--json", *elsewhere).json
    assert (report["habits"], report["entries"], report["skipped"]) == (1, 1, [])
    assert stats(selfcare, *elsewhere) == stats(selfcare)


@pytest.mark.parametrize("words", [("all.sqlite",), ("all", "--format", "sqlite")])
def test_an_export_as_a_database_is_told_to_be_readable_and_goes_back_by_restore(
    selfcare: Selfcare, sit: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    name, *options = words
    said = selfcare("export", tmp_path / name, *options).out
    assert "Anyone who opens this file can read it." in said
    elsewhere = ("--data-dir", tmp_path / "elsewhere")
    assert selfcare("restore", tmp_path / name, *elsewhere).status == 0
    assert stats(selfcare, *elsewhere) == stats(selfcare)


def test_a_dry_run_only_tells(selfcare: Selfcare, sit: str, tmp_path: Path) -> None:
    selfcare("export", tmp_path / "all.json")
    elsewhere = ("--data-dir", tmp_path / "elsewhere")
    report = selfcare("import", tmp_path / "all.json", "--dry-run", "--json", *elsewhere).json
    assert report["habits"] == 1
    assert selfcare("habits", "--json", *elsewhere).json == {"habits": []}


def test_an_import_tells_what_it_did_in_words(selfcare: Selfcare, sit: str, tmp_path: Path) -> None:
    selfcare("export", tmp_path / "all.json")
    answer = selfcare("import", tmp_path / "all.json", "--data-dir", tmp_path / "elsewhere")
    assert answer.status == 0
    assert "1" in answer.out


def test_an_export_into_a_place_that_cannot_be_written_is_told(
    selfcare: Selfcare, sit: str, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    assert selfcare("export", tmp_path / "file" / "all.json").sentence
