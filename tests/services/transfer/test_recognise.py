import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Habit
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.transfer.limits import (
    LARGEST_ARCHIVE,
    LARGEST_CSV,
    LARGEST_DATABASE,
    LARGEST_JSON,
)
from selfcare_app.services.transfer.recognise import FileFormat, recognise
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import everything
from tests.services.transfer.conftest import Import
from tests.services.transfer.loop_files import (
    csv_habit,
    habit,
    repetition,
    write_backup,
    write_export,
    write_zip,
)

MONDAY = date(2026, 11, 16)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    rows = [repetition(1, date(2026, 1, day)) for day in range(1, 31)]
    return write_backup(tmp_path / "loop.db", [habit(1)], rows)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    rows = [(f"2026-11-0{day}", "YES_MANUAL", "") for day in range(1, 9)]
    return write_export(tmp_path / "loop.zip", [csv_habit(1)], {"001 Sit": rows})


@pytest.fixture
def own(tmp_path: Path, other: Workspace) -> Path:
    kept = other.journal.add_habit(Habit("", "Sit", other.today()))
    other.journal.log_entry(kept, MONDAY, note="by the window")
    export_file(other, tmp_path / "own.json", None)
    return tmp_path / "own.json"


def test_a_file_is_known_by_its_content_whatever_its_name(
    backup: Path, export: Path, own: Path
) -> None:
    assert recognise(backup.rename(backup.with_name("a.json"))) is FileFormat.LOOP_DB
    assert recognise(export.rename(export.with_name("b.txt"))) is FileFormat.LOOP_CSV
    assert recognise(own.rename(own.with_name("c.zip"))) is FileFormat.SELFCARE_JSON


@pytest.mark.parametrize("source", ["backup", "export", "own"])
def test_a_file_cut_off_anywhere_is_refused_and_changes_nothing(
    source: str, workspace: Workspace, import_here: Import, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(source)
    whole = path.read_bytes()
    # The last byte of the JSON is a line end that nobody needs.
    lengths = sorted({*range(0, len(whole) - 1, max(1, len(whole) // 150)), 1, 15, 16, 100})
    for length in lengths:
        path.write_bytes(whole[:length])
        with pytest.raises(BadInput) as refused:
            import_here(path)
        assert str(refused.value).count("\n") == 0, length
    assert everything(workspace) == []
    assert workspace.journal.history.next_undo is None


@pytest.mark.parametrize(
    "content",
    [
        *(b"\x00" * 64, b"%PDF-1.7", b"Date,Value\n2026-11-16,2\n", "Grüße".encode("latin-1")),
        *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\x00", b"\n\n", "Grüße".encode("utf-16")),
    ],
)
def test_another_file_is_refused_with_what_would_be_taken(
    content: bytes, tmp_path: Path, import_here: Import
) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)

    with pytest.raises(
        BadInput, match=r"“letter.db” is no file that Selfcare can import; it takes"
    ):
        import_here(path)


def test_an_empty_file_is_refused(tmp_path: Path, import_here: Import) -> None:
    path = tmp_path / "loop.db"
    path.touch()

    with pytest.raises(BadInput, match=r"“loop\.db” is empty\."):
        import_here(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, import_here: Import) -> None:
    with pytest.raises(BadInput, match=r"There is no file “.*loop\.db”\."):
        import_here(tmp_path / "loop.db")


def test_a_name_that_no_file_can_have_is_refused(import_here: Import) -> None:
    with pytest.raises(BadInput):
        import_here(Path("loop\x00.db"))
    with pytest.raises(BadInput, match="cannot be read"):
        import_here(Path("n" * 5000))


def test_a_folder_is_refused(tmp_path: Path, import_here: Import) -> None:
    with pytest.raises(BadInput, match="is a folder; choose a file in it"):
        import_here(tmp_path)


@pytest.mark.parametrize(
    ("start", "most"),
    [
        (b"SQLite format 3\x00", LARGEST_DATABASE),
        (b"PK\x03\x04", LARGEST_ARCHIVE),
        (b'{"format": "selfcare"', LARGEST_JSON),
        (b"[", LARGEST_JSON),
        (b"HabitName,HabitDescription,HabitCategory\n", LARGEST_CSV),
    ],
    ids=["database", "zip", "own JSON", "JSON", "CSV"],
)
def test_a_huge_file_is_refused_before_it_is_read(
    start: bytes, most: int, tmp_path: Path, import_here: Import
) -> None:
    path = tmp_path / "habits"
    with path.open("wb") as file:
        file.write(start)
        file.truncate(most + 1)

    with pytest.raises(BadInput, match="is too large to be a habit tracker’s file"):
        import_here(path)


@pytest.mark.parametrize(
    "content",
    [
        *("{}", "[]", "[[]]", '"habits"', '{"habits": []}', '{"habits": {}}', '{"habits": [{}]}'),
        *('[{"name": "Sit", "records": []}]', '{"habits": [{"title": "Sit", "events": []}]}'),
        '{"format": "other", "version": 1}',
    ],
)
def test_other_json_is_refused_in_one_sentence(
    content: str, tmp_path: Path, import_here: Import
) -> None:
    path = tmp_path / "other.json"
    path.write_text(content)

    with pytest.raises(BadInput) as refused:
        import_here(path)
    if content.startswith('"'):
        assert "is no file that Selfcare can import" in str(refused.value)
    else:
        assert str(refused.value) == (
            "“other.json” is a JSON file, but holds no habits as Beaver Habits, Table Habit, Habo "
            "or Selfcare write them."
        )


def test_another_database_is_refused(tmp_path: Path, import_here: Import) -> None:
    with closing(sqlite3.connect(tmp_path / "music.db")) as connection:
        connection.execute("CREATE TABLE song (name TEXT)")
        connection.commit()

    with pytest.raises(BadInput, match="is a database, but of none of the apps that"):
        import_here(tmp_path / "music.db")


def test_a_database_of_a_kind_that_sqlite_does_not_know_is_refused(
    backup: Path, import_here: Import
) -> None:
    content = bytearray(backup.read_bytes())
    content[47] = 9  # the schema's format number
    backup.write_bytes(content)

    with pytest.raises(BadInput, match=r"“loop\.db” cannot be read: it is damaged or incomplete"):
        import_here(backup)


def test_a_database_of_ours_is_left_to_restore(
    workspace: Workspace, tmp_path: Path, import_here: Import
) -> None:
    workspace.database.copy_to(tmp_path / "copy.db")

    with pytest.raises(BadInput, match="is a whole Selfcare database; “selfcare restore” takes it"):
        import_here(tmp_path / "copy.db")


def test_our_tables_for_spreadsheets_are_refused_with_what_to_take_instead(
    other: Workspace, tmp_path: Path, import_here: Import
) -> None:
    export_file(other, tmp_path / "tables.zip", None)
    former = write_zip(tmp_path / "former.zip", {"habits.csv": "", "entries.csv": ""})

    for path in (tmp_path / "tables.zip", former):
        with pytest.raises(BadInput, match="import the JSON export instead"):
            import_here(path)


def test_another_zip_is_refused(tmp_path: Path, import_here: Import) -> None:
    with pytest.raises(BadInput, match="is a zip file, but not a CSV export of Loop"):
        import_here(write_zip(tmp_path / "photos.zip", {"photo.jpg": b"\xff\xd8"}))
    with pytest.raises(BadInput, match="is a zip file, but not a CSV export of Loop"):
        import_here(write_zip(tmp_path / "empty.zip", {}))
