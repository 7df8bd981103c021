import errno
import json
import os
import sqlite3
import stat
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from selfcare_app.domain.errors import BadInput, KnownError
from selfcare_app.domain.habit import Habit
from selfcare_app.services.backup import restore
from selfcare_app.services.how_far import Cancelled, HowFar
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.workspace import Workspace


@pytest.fixture
def kept(workspace: Workspace) -> Workspace:
    workspace.journal.add_habit(Habit("", "Sit", workspace.today()))
    return workspace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "exports").mkdir()
    return tmp_path / "exports"


@pytest.mark.parametrize(
    ("name", "format", "is_zip"),
    [
        ("all.json", None, False),
        ("ALL.JSON", None, False),
        ("all.zip", None, True),
        ("all.txt", "json", False),
        ("all", "csv", True),
        ("all.zip", "json", False),
    ],
)
def test_the_format_is_what_is_asked_for_or_what_the_name_says(
    name: str, format: str | None, is_zip: bool, kept: Workspace, folder: Path
) -> None:
    export_file(kept, folder / name, format)

    assert zipfile.is_zipfile(folder / name) == is_zip
    if not is_zip:
        assert json.loads((folder / name).read_bytes())["habits"][0]["name"] == "Sit"


@pytest.mark.parametrize(("name", "format"), [("all", None), ("a.csv", None), ("a.json", "xml")])
def test_another_format_is_refused(
    name: str, format: str | None, kept: Workspace, folder: Path
) -> None:
    with pytest.raises(BadInput, match=r"Name the file \.json .*\.zip .* or \.db"):
        export_file(kept, folder / name, format)
    assert list(folder.iterdir()) == []


def test_an_export_is_for_its_owner_alone_and_leaves_nothing_beside_it(
    kept: Workspace, folder: Path
) -> None:
    path = folder / "all.json"
    path.write_text("an older export")
    path.chmod(0o644)

    export_file(kept, path, None)

    assert json.loads(path.read_bytes())["format"] == "selfcare"
    assert list(folder.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "format"), [("all.db", None), ("all.SQLITE", None), ("all.json", "sqlite")]
)
def test_a_sqlite_export_is_a_plain_database_for_its_owner_alone(
    name: str, format: str | None, kept: Workspace, folder: Path
) -> None:
    path = folder / name
    path.write_text("an older export")

    export_file(kept, path, format)

    assert list(folder.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    # Python's own driver knows nothing of encryption.
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("SELECT name FROM habit").fetchall() == [("Sit",)]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert list(folder.iterdir()) == [path]


def test_a_sqlite_export_can_be_restored(
    kept: Workspace, other: Workspace, folder: Path, tmp_path: Path
) -> None:
    export_file(kept, folder / "all.db", None)

    restore(other, folder / "all.db", tmp_path / "kept.db")

    assert [habit.name for habit in other.records.habits()] == ["Sit"]


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
@pytest.mark.parametrize("format", ["json", "csv", "sqlite"])
def test_an_export_does_not_take_the_place_of_the_database_itself(
    format: str, ending: str, kept: Workspace
) -> None:
    own = kept.database.path.with_name(f"{kept.database.path.name}{ending}")
    assert own.is_file()

    with pytest.raises(BadInput, match="is the database itself; choose another name"):
        export_file(kept, own, format)
    with pytest.raises(BadInput, match="is the database itself"):
        export_file(kept, own.parent / "." / ".." / own.parent.name / own.name, format)
    assert [habit.name for habit in kept.records.habits()] == ["Sit"]


def test_a_sqlite_export_that_fails_leaves_the_file_as_it_was(
    kept: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "all.db"
    path.write_text("precious")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", fail)

    with pytest.raises(KnownError, match=r"The disk is full, so “.*all\.db” was not written"):
        export_file(kept, path, None)
    assert path.read_text() == "precious"
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("name", ["all.json", "all.zip", "all.db"])
def test_an_export_that_is_broken_off_leaves_the_file_as_it_was(
    name: str, kept: Workspace, folder: Path
) -> None:
    path = folder / name
    path.write_text("precious")

    def break_off(_: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export_file(kept, path, None, HowFar(break_off))
    assert path.read_text() == "precious"
    assert list(folder.iterdir()) == [path]


def refused(workspace: Workspace, path: Path) -> str:
    """The sentence with which an export to `path` is refused."""
    with pytest.raises(KnownError) as error:
        export_file(workspace, path, "json")
    return str(error.value)


def test_a_missing_folder_is_told(kept: Workspace, folder: Path) -> None:
    there_is_none = f"There is no folder “{folder / 'none'}”; make it first."
    assert refused(kept, folder / "none" / "all.json") == there_is_none
    (folder / "file").touch()
    assert "There is no folder" in refused(kept, folder / "file" / "all.json")


def test_a_folder_in_the_files_place_is_told(kept: Workspace, folder: Path) -> None:
    assert "is no ordinary file; choose another name" in refused(kept, folder)


def test_a_read_only_file_is_kept_and_told(kept: Workspace, folder: Path) -> None:
    path = folder / "all.json"
    path.write_text("precious")
    path.chmod(0o444)

    assert "is read-only or lies in a folder that is" in refused(kept, path)
    assert path.read_text() == "precious"
    assert list(folder.iterdir()) == [path]


def test_a_name_that_no_file_can_have_is_told(kept: Workspace, folder: Path) -> None:
    assert "could not be written" in refused(kept, folder / ("n" * 300))
    assert "could not be written" in refused(kept, folder / "all\x00.json")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("failing", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full, so “{file}” was not written."),
        (errno.EROFS, "“{file}” is read-only or lies in a folder that is; choose another."),
        (errno.EIO, "“{file}” could not be written (Input/output error)."),
    ],
)
def test_a_disk_that_fails_leaves_the_file_as_it_was(
    number: int,
    sentence: str,
    failing: str,
    kept: Workspace,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = folder / "all.json"
    path.write_text("an older export")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, failing, fail)

    assert refused(kept, path) == sentence.format(file=path)
    assert path.read_text() == "an older export"
    assert list(folder.iterdir()) == [path]
