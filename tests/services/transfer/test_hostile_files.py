"""Files that somebody made to do harm, or a disk made so: each is refused, and nothing happens."""

import sqlite3
import struct
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from time import monotonic

import pytest

from selfcare_app.domain.errors import BadInput
from selfcare_app.services.transfer.limits import MOST_ENTRIES, MOST_HABITS
from selfcare_app.services.transfer.report import ImportReport
from selfcare_app.services.workspace import Workspace
from selfcare_app.store import guard
from tests.services.conftest import everything
from tests.services.transfer.conftest import Import, left_out
from tests.services.transfer.cost import cost_of_importing
from tests.services.transfer.loop_files import (
    csv_habit,
    habit,
    repetition,
    write_backup,
    write_export,
    write_zip,
)
from tests.services.transfer.other_files import (
    HABITBULL_COLUMNS,
    beaver_habit,
    habo_habit,
    mhabit,
    rewire_habit,
    track,
    write_habitbull,
    write_json,
    write_rewire,
    write_tickmate,
)

MONDAY = date(2026, 11, 16)
TOO_LARGE = "is too large to be a habit tracker’s file"
DAMAGED = "cannot be read: it is damaged or incomplete"

MOST_SECONDS, MOST_MEGABYTES = 10, 500


def refused(import_here: Import, workspace: Workspace, path: Path) -> str:
    """The one sentence with which the file at `path` is refused, nothing having changed."""
    with pytest.raises(BadInput) as error:
        import_here(path)
    assert everything(workspace) == []
    assert workspace.journal.history.next_undo is None
    assert "\n" not in str(error.value)
    return str(error.value)


# Zip files


def with_declared_size(path: Path, name: str, size: int) -> Path:
    """The zip file at `path`, which says that the file `name` in it has `size` bytes."""
    content = bytearray(path.read_bytes())
    # Each of both headers has the size so far before the name.
    for signature, before in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 22)):
        start = content.index(name.encode(), content.index(signature))
        struct.pack_into("<I", content, start - before, size)
    path.write_bytes(content)
    return path


def test_a_zip_that_says_it_is_small_unfolds_no_further_than_that(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_zip(tmp_path / "loop.zip", {"Habits.csv": b"0" * 80_000_000})

    assert DAMAGED in refused(import_here, workspace, with_declared_size(path, "Habits.csv", 50))


def test_a_zip_in_a_zip_is_not_opened(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    inner = write_zip(tmp_path / "inner.zip", {"Habits.csv": b"0" * 80_000_000}).read_bytes()

    path = write_zip(tmp_path / "loop.zip", {"Habits.csv": inner, "001 Sit/inner.zip": inner})
    assert DAMAGED in refused(import_here, workspace, path)
    path = write_zip(tmp_path / "zips.zip", {"inner.zip": inner})
    assert "is a zip file, but not a CSV export" in refused(import_here, workspace, path)


def test_a_zip_with_a_password_is_refused(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_zip(tmp_path / "loop.zip", {"Habits.csv": "Position,Name\n001,Sit\n"})
    content = bytearray(path.read_bytes())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + place] |= 1
    path.write_bytes(content)

    assert DAMAGED in refused(import_here, workspace, path)


def test_one_file_for_all_habits_is_not_gone_through_without_end(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    names = "".join(f"{number},Habit {number}\n" for number in range(900))
    files = {"Habits.csv": f"Position,Name\n{names}", "Checkmarks.csv": "2026-11-16,2\n" * 2_000}

    path = write_zip(tmp_path / "loop.zip", files)

    assert TOO_LARGE in refused(import_here, workspace, path)


def test_a_table_of_endless_cells_is_refused(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = write_export(tmp_path / "loop.zip", [csv_habit(1)], {"001 Sit": [["x"] * 1_000] * 1_001})

    assert TOO_LARGE in refused(import_here, workspace, path)


# Databases


def changed(path: Path, *statements: str) -> Path:
    """The database at `path` after those statements of somebody who means no good."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def backup(path: Path, days: int = 3) -> Path:
    rows = [repetition(1, MONDAY - timedelta(days=number)) for number in range(days)]
    return write_backup(path, [habit(1)], rows)


def test_triggers_and_odd_views_are_left_alone(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = changed(
        backup(tmp_path / "loop.db"),
        "CREATE TRIGGER harm AFTER INSERT ON Habits BEGIN DELETE FROM Repetitions; END",
        "CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT x FROM n",
        "CREATE VIEW unknown AS SELECT load_extension('harm.so') FROM missing",
    )
    before = path.read_bytes()

    report = import_here(path)

    assert (report.habits, report.entries, report.skipped) == (1, 3, [])
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "instead",
    [
        "CREATE VIEW Repetitions AS SELECT 1 AS habit, 0 AS timestamp, 2 AS value, '' AS notes",
        "CREATE VIEW Repetitions AS WITH RECURSIVE n(habit) AS (SELECT 1 UNION ALL "
        "SELECT habit FROM n) SELECT habit, 0 AS timestamp, 2 AS value, '' AS notes FROM n",
        "CREATE VIRTUAL TABLE Repetitions USING fts5(habit, timestamp, value, notes)",
        "INSERT INTO sqlite_schema VALUES ('table', 'Repetitions', 'Repetitions', 2, "
        "'CREATE VIRTUAL TABLE Repetitions USING nothing(habit)')",
        "INSERT INTO sqlite_schema VALUES ('table', 'Repetitions', 'Repetitions', 0, "
        "'CREATE /* */ VIRTUAL TABLE Repetitions USING fts5(habit)')",
    ],
    ids=["view", "endless view", "virtual table", "unknown virtual table", "hidden virtual table"],
)
def test_what_only_looks_like_a_table_is_not_read(
    instead: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = changed(backup(tmp_path / "loop.db"), "DROP TABLE Repetitions", instead)

    sentence = refused(import_here, workspace, path)
    assert DAMAGED in sentence or "of none of the apps" in sentence


def test_columns_that_are_worked_out_when_they_are_read_are_left_aside(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = changed(
        backup(tmp_path / "loop.db"),
        "DROP TABLE Repetitions",
        "CREATE TABLE Repetitions (habit INTEGER, timestamp INTEGER, value INTEGER, "
        "notes TEXT AS (printf('%.*c', 20000000, 'x')) VIRTUAL)",
        "INSERT INTO Repetitions VALUES (1, 1763251200000, 2)",
    )

    report = import_here(path)

    assert (report.entries, report.skipped) == (1, [])
    (kept,) = workspace.records.habits()
    assert workspace.records.entries_of(kept.id)[0].note == ""


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE TABLE Habits (",
        "CREATE TABLE Other (x)",
        "CREATE TABLE Habits (x CHECK (" + "(" * 999,
    ],
)
def test_a_schema_that_is_none_is_refused(
    schema: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = changed(
        backup(tmp_path / "loop.db"),
        f"UPDATE sqlite_schema SET sql = '{schema}' WHERE name = 'Habits'",
    )

    assert DAMAGED in refused(import_here, workspace, path)


def test_a_database_that_keeps_us_busy_is_given_up(
    tmp_path: Path,
    workspace: Workspace,
    import_here: Import,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guard, "LONGEST_SECONDS", 0.05)
    path = backup(tmp_path / "loop.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = 1")
        connection.executemany(
            "INSERT INTO sqlite_schema VALUES ('table', ?, ?, 2, ?)",
            ((f"t{n}", f"t{n}", f"CREATE TABLE t{n} (x)") for n in range(100_000)),
        )
        connection.commit()
    start = monotonic()

    assert DAMAGED in refused(import_here, workspace, path)
    assert monotonic() - start < 1


def test_texts_without_end_are_refused_before_they_are_read(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    rows = [
        repetition(1, MONDAY - timedelta(days=number), notes="x" * 1_000_000)
        for number in range(34)
    ]

    path = write_backup(tmp_path / "loop.db", [habit(1)], rows)
    assert TOO_LARGE in refused(import_here, workspace, path)
    path = write_backup(tmp_path / "one.db", [habit(1, description="x" * 9_000_000)])
    assert DAMAGED in refused(import_here, workspace, path)


def test_a_page_of_noise_anywhere_ends_in_a_refusal_or_a_report(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    whole = backup(tmp_path / "loop.db", days=400).read_bytes()
    path = tmp_path / "noise.db"
    outcomes = set()
    for page in range(1, len(whole) // 4096):
        content = bytearray(whole)
        content[page * 4096 : page * 4096 + 4096] = bytes(
            (page * 31 + place * 17) % 256 for place in range(4096)
        )
        path.write_bytes(content)
        try:
            report = import_here(path)
        except BadInput as error:
            outcomes.add(str(error))
        else:
            assert report.entries <= 400
            workspace.journal.undo()
        assert everything(workspace) == []
    assert any(DAMAGED in outcome for outcome in outcomes)


# JSON


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 4000])
def test_numbers_that_are_none_are_left_out_and_counted(
    number: str, tmp_path: Path, import_here: Import
) -> None:
    path = tmp_path / "habo.json"
    path.write_text(
        f'[{{"title": "Walk", "events": {{"2026-11-16": ["DayType.progress", "", {number}]}}, '
        f'"habitType": 1, "position": {number}, "id": {number}, "targetValue": {number}}}]'
    )

    report = import_here(path)

    assert (report.habits, report.entries) == (1, 0)
    assert left_out(report) == {("entries", "without a readable day or value"): 1}


def test_letters_that_are_none_are_replaced(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    odd = "a\x00b\ud800c"
    events = {"2026-11-16": ["DayType.check", odd], odd: ["DayType.check", odd]}
    sit = habo_habit(1, odd, uuid=odd, cue=odd, routine=odd, unit=odd, events=events)
    walk = habo_habit(2, odd, habitType=1, unit=odd, categories=[{"title": odd}])

    report = import_here(write_json(tmp_path / "habo.json", [sit, walk]))

    assert (report.habits, report.entries, report.areas) == (2, 1, 1)
    assert {kept.name for kept in workspace.records.habits()} == {"ab\ufffdc"}
    assert import_here(tmp_path / "habo.json").unchanged == 3


def test_endless_texts_are_cut_and_counted(
    tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    endless = "x" * 100_001
    events = {"2026-11-16": ["DayType.check", endless]}
    sit = habo_habit(1, endless, uuid=endless, cue=endless, events=events)
    sit["categories"] = [{"title": endless}]

    report = import_here(write_json(tmp_path / "habo.json", [sit]))

    assert left_out(report) == {("ends of notes", "longer than 100000 characters"): 3}
    (kept,) = workspace.records.habits()
    assert (len(kept.name), len(workspace.records.area(kept.area).title)) == (200, 60)


@pytest.mark.parametrize("limit", ["MOST_BRACKETS", "MOST_COMMAS", "LARGEST_JSON"])
def test_json_with_more_parts_than_anyone_has_is_refused(
    limit: str,
    tmp_path: Path,
    workspace: Workspace,
    import_here: Import,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = write_json(tmp_path / "habo.json", [habo_habit(1)])
    assert import_here(path).habits == 1
    workspace.journal.undo()
    monkeypatch.setattr(f"selfcare_app.services.transfer.json_document.{limit}", 3)

    assert TOO_LARGE in refused(import_here, workspace, path)


@pytest.mark.parametrize("text", ['"x"', "5", "null", "[]", "{}"])
@pytest.mark.parametrize("name", ["records", "period", "tags", "id", "name", "order", "groups"])
def test_a_value_of_another_kind_is_as_good_as_none(
    name: str, text: str, tmp_path: Path, import_here: Import
) -> None:
    path = tmp_path / "habits.json"
    path.write_text(
        f'{{"habits": [{{"name": "Sit", "records": [], "{name} ": 1}}, '
        f'{{"records": [{text}], "{name}_": {text}}}], "order": {text}, "groups": {text}}}'
    )

    assert isinstance(import_here(path), ImportReport)


# Too much of everything


def habits_too_many(path: Path, app: str) -> Path:
    numbers = range(1, MOST_HABITS + 2)
    writers: dict[str, Callable[[], Path]] = {
        "loop-db": lambda: write_backup(path, [habit(number) for number in numbers]),
        "loop-csv": lambda: write_export(path, [csv_habit(number) for number in numbers], {}),
        "habitbull": lambda: write_habitbull(
            path, [(f"Sit {number}", "", "", "2026-11-16", "1", "") for number in numbers]
        ),
        "rewire": lambda: write_rewire(path, habits=[rewire_habit(number) for number in numbers]),
        "tickmate": lambda: write_tickmate(path, tracks=[track(number) for number in numbers]),
        "beaverhabits": lambda: write_json(
            path, {"habits": [beaver_habit(f"Sit {number}") for number in numbers]}
        ),
        "mhabit": lambda: write_json(path, {"habits": [mhabit(f"Sit {n}") for n in numbers]}),
        "habo": lambda: write_json(path, [habo_habit(number) for number in numbers]),
        "selfcare": lambda: write_json(path, {"format": "selfcare", "version": 3} | _own(numbers)),
    }
    return writers[app]()


def _own(numbers: range) -> dict[str, object]:
    plain = {"name": "Sit", "area": "support", "kind": "yes_no", "schedule": "daily"}
    return {"habits": [plain | {"id": f"h{number}", "created": "2026-11-16"} for number in numbers]}


@pytest.mark.parametrize(
    "app",
    [
        *("loop-db", "loop-csv", "habitbull", "rewire", "tickmate"),
        *("beaverhabits", "mhabit", "habo", "selfcare"),
    ],
)
def test_more_habits_than_anyone_has_are_refused(
    app: str, tmp_path: Path, workspace: Workspace, import_here: Import
) -> None:
    path = habits_too_many(tmp_path / "file", app)

    assert TOO_LARGE in refused(import_here, workspace, path)


def test_more_days_than_anyone_has_are_refused(
    tmp_path: Path,
    workspace: Workspace,
    import_here: Import,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("selfcare_app.services.transfer.foreign.MOST_ENTRIES", 2)
    days = {f"2026-11-0{day}": ["DayType.check", ""] for day in range(1, 4)}
    path = write_json(tmp_path / "habo.json", [habo_habit(1, events=days)])

    assert TOO_LARGE in refused(import_here, workspace, path)


def csv_of_a_million_lines(path: Path) -> None:
    lines = [f"Habit {n % 100},,Cat,2026-11-16,1,\n" for n in range(1_000_000)]
    path.write_text(",".join(HABITBULL_COLUMNS) + "\n" + "".join(lines))


def database_of_a_million_rows(path: Path) -> None:
    write_backup(path, [habit(1)])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO Repetitions (habit, timestamp, value, notes) "
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000) "
            "SELECT x, x * 86400000, 2, '' FROM n"
        )
        connection.commit()


def database_as_large_as_can_be_imported(path: Path) -> None:
    write_backup(path, [habit(number) for number in range(1, 101)])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO Repetitions (habit, timestamp, value, notes) "
            "WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x < ?) "
            "SELECT x % 100 + 1, (20000 - x / 100) * 86400000, 2, 'a note of it' FROM n",
            (MOST_ENTRIES - 1,),
        )
        connection.commit()


def json_of_one_endless_object(path: Path) -> None:
    pairs = ",".join(f'"{number}": "{number}"' for number in range(990_000))
    path.write_text(f'{{"habits": [{{{pairs}, "x": "\U0001f600"}}]}}', encoding="utf-8")


def zip_that_unfolds_to_a_gigabyte(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("Habits.csv", b"0" * 1024**3)


@pytest.mark.parametrize(
    ("write", "imported"),
    [
        (csv_of_a_million_lines, None),
        (database_of_a_million_rows, None),
        (database_as_large_as_can_be_imported, [100, MOST_ENTRIES]),
        (json_of_one_endless_object, None),
        (zip_that_unfolds_to_a_gigabyte, None),
    ],
)
def test_no_file_takes_ten_seconds_or_half_a_gigabyte(
    write: Callable[[Path], None], imported: list[int] | None, tmp_path: Path
) -> None:
    write(tmp_path / "habits")

    cost = cost_of_importing(tmp_path / "habits")

    if imported is None:
        assert isinstance(cost["outcome"], str)
        assert cost["unchanged"]
    else:
        assert cost["outcome"] == imported
    assert cost["seconds"] < MOST_SECONDS
    assert cost["megabytes"] < MOST_MEGABYTES
