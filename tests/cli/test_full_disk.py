"""Commands on a disk that is full or cannot be written: one sentence, and nothing half done."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from selfcare_app.paths import database_file
from selfcare_app.services.workspace import open_workspace
from tests.cli.conftest import Answer, Selfcare, add
from tests.disks import SmallDisk, read_only, small_disk
from tests.services.conftest import everything
from tests.store.test_open import write_database_of


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as made:
        yield made


@pytest.fixture
def data(disk: SmallDisk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's data lies on the small disk."""
    folder = disk.folder / "data"
    monkeypatch.setenv("SELFCARE_DATA_DIR", str(folder))
    return folder


@pytest.fixture
def sit(selfcare: Selfcare) -> str:
    """A habit with much to say of one day."""
    identity = add(selfcare, "Sit")
    selfcare("log", "sit", "--date", "2015-01-25", "--note", "x" * 9_000)
    return identity


def refused(answer: Answer, sentence: str) -> None:
    assert re.search(sentence, answer.sentence), answer.sentence


def kept_in(folder: Path) -> list[object]:
    with closing(open_workspace(database_file(folder))) as workspace:
        return [*everything(workspace)]


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


@pytest.fixture(params=["alone", "beside an open window"])
def company(request: pytest.FixtureRequest, data: Path) -> Iterator[None]:
    """Alone a command already lacks the room for opening; else for what it writes."""
    opened = open_workspace(database_file(data)) if "window" in request.param else None
    yield
    if opened is not None:
        opened.close()


def test_what_cannot_be_logged_is_told_and_can_be_logged_later(
    data: Path, selfcare: Selfcare, sit: str, disk: SmallDisk, company: None
) -> None:
    before = kept_in(data)
    with disk.full():
        refused(selfcare("log", "sit", "--note", "x" * 90_000), disk.sentence)
    assert kept_in(data) == before
    assert selfcare("log", "sit").status == 0
    assert len(kept_in(data)) == len(before) + 1


def test_a_new_database_that_has_no_room_is_told_and_can_be_made_later(
    data: Path, selfcare: Selfcare, disk: SmallDisk
) -> None:
    with disk.full():
        assert selfcare("add", "Sit").sentence
    add(selfcare, "Sit")
    assert len(kept_in(data)) == 1


def test_a_backup_that_has_no_room_leaves_nothing_behind(
    selfcare: Selfcare, sit: str, disk: SmallDisk
) -> None:
    with disk.full():
        refused(selfcare("backup", disk.folder / "copy.db"), disk.sentence)
    assert names_in(disk.folder) == set()
    assert selfcare("backup", disk.folder / "copy.db").status == 0


@pytest.mark.parametrize("words", [["export", "all.json"], ["export", "all.zip"]])
def test_an_export_that_has_no_room_leaves_the_one_before(
    selfcare: Selfcare, sit: str, disk: SmallDisk, words: list[str]
) -> None:
    command, name = words
    (disk.folder / name).write_text("the one before")
    with disk.full():
        refused(selfcare(command, disk.folder / name), disk.sentence)
    assert names_in(disk.folder) == {name}
    assert (disk.folder / name).read_text() == "the one before"
    assert selfcare(command, disk.folder / name).status == 0


def test_an_import_that_has_no_room_takes_nothing_over_and_can_be_done_again(
    data: Path, selfcare: Selfcare, disk: SmallDisk, tmp_path: Path, company: None
) -> None:
    elsewhere = ("--data-dir", tmp_path / "elsewhere")
    for number in range(20):
        add(selfcare, f"Habit {number}", *map(str, elsewhere))
        selfcare("log", f"Habit {number}", "--note", "x" * 9_000, *elsewhere)
    assert selfcare("export", tmp_path / "all.json", *elsewhere).status == 0
    add(selfcare, "Here before")
    before = kept_in(data)
    # Some of it fits.
    with disk.full(room=90_000):
        refused(selfcare("import", tmp_path / "all.json"), disk.sentence)
    assert kept_in(data) == before
    assert selfcare("import", tmp_path / "all.json").status == 0
    assert len(kept_in(data)) == len(before) + 40


def test_going_back_to_a_backup_that_has_no_room_changes_nothing(
    data: Path, selfcare: Selfcare, sit: str, disk: SmallDisk, tmp_path: Path
) -> None:
    assert selfcare("backup", tmp_path / "copy.db").status == 0
    selfcare("log", "sit", "--note", "later")
    before = kept_in(data)
    with disk.full():
        refused(selfcare("restore", tmp_path / "copy.db"), disk.sentence)
    assert kept_in(data) == before
    assert not [name for name in names_in(data) if name.startswith(".restore")]


def test_an_older_database_waits_for_room_with_its_copy_aside(
    data: Path, selfcare: Selfcare, disk: SmallDisk
) -> None:
    write_database_of(1, database_file(data))
    before = database_file(data).read_bytes()
    with disk.full():
        refused(selfcare("today"), disk.sentence)
    assert database_file(data).read_bytes() == before
    # Half a copy would be taken for a whole one the next time.
    assert names_in(data) == {"selfcare.db"}
    assert selfcare("today").status == 0
    assert "selfcare-before-version-2.db" in names_in(data)


def test_data_that_cannot_be_written_is_told(
    data: Path, selfcare: Selfcare, sit: str, tmp_path: Path
) -> None:
    with read_only(data):
        refused(selfcare("today"), "data folder “.*” cannot be written .* --data-dir")
        refused(selfcare("log", "sit"), "data folder “.*” cannot be written")
    assert selfcare("log", "sit").status == 0


def test_the_window_says_so_as_well(data: Path, selfcare: Selfcare, sit: str) -> None:
    with read_only(data):
        refused(selfcare("--exit-after-paint"), "data folder “.*” cannot be written")


@pytest.mark.parametrize("words", [["backup", "copy.db"], ["export", "all.json"]])
def test_a_folder_that_cannot_be_written_is_told_by_what_goes_there(
    selfcare: Selfcare, sit: str, tmp_path: Path, words: list[str]
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    command, name = words
    with read_only(folder):
        refused(selfcare(command, folder / name), "cannot be (written|opened)|read-only")
    assert names_in(folder) == set()
