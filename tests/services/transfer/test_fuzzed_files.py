"""Any file, made up or spoilt: a report or a refusal, and never anything in between."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfcare_app.services.workspace import Workspace, open_workspace
from tests.fuzz.checks import check_import
from tests.services.conftest import Clock
from tests.services.transfer.loop_files import table, write_backup, write_zip
from tests.services.transfer.other_files import (
    HABITBULL_COLUMNS,
    REWIRE_TABLES,
    TICKMATE_TABLES,
    beaver_habit,
    habo_habit,
    mhabit,
    mhabit_record,
    write_database,
)
from tests.services.transfer.samples import FIRST, SAMPLES, write_sample

fuzzed = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)

ODD_BYTES = st.sampled_from(
    [
        *(b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b'"', b"\\", b",", b"\n"),
        *(b"[", b"{", b"}", b"NaN", b"-1", b"1e999", b"9" * 400, b'":', b"null", b"PK\x03\x04"),
    ]
) | st.binary(max_size=8)
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), ODD_BYTES, st.booleans()), max_size=6
)


def edited(content: bytes, edits: list[tuple[float, int, bytes, bool]]) -> bytes:
    """`content` with slices, each from a place between its ends, replaced or written twice."""
    for place, length, new, doubled in edits:
        start = round(place * len(content))
        old = content[start : start + length]
        content = content[:start] + (old + old if doubled else new) + content[start + length :]
    return content


@pytest.fixture
def empty(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """A workspace that is left empty by each example."""
    opened = open_workspace(tmp_path / "fuzzed" / "selfcare.db", clock)
    yield opened
    opened.close()


def tried(empty: Workspace, folder: Path, content: bytes) -> None:
    """See what comes of a file with that content."""
    path = folder / "file"
    path.write_bytes(content)
    check_import(empty, path)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_as_it_is_can_be_imported(name: str, empty: Workspace, tmp_path: Path) -> None:
    report = check_import(empty, write_sample(tmp_path, name))

    assert report is not None
    assert (report.habits, report.entries) == (2, 6)


@pytest.mark.parametrize("name", SAMPLES)
@fuzzed
@given(edits=EDITS)
def test_any_change_in_a_file_ends_in_a_report_or_a_refusal(
    name: str, edits: list[tuple[float, int, bytes, bool]], empty: Workspace, tmp_path: Path
) -> None:
    sample = tmp_path / "sample"
    sample.mkdir(exist_ok=True)
    path = sample / name
    content = path.read_bytes() if path.exists() else write_sample(sample, name).read_bytes()

    tried(empty, tmp_path, edited(content, edits))


# Values that no app writes, and some that one might.
TEXTS = st.text(max_size=12) | st.sampled_from(
    [
        *("2026-11-02", "2026-11-02 00:00:00.000", "11/16/2026", "0000-00-00", "9999-12-31"),
        *("[1,1]", "[3]", '{"type": 2}', "7:30", "DayType.check", "DayType.progress", "#skip"),
        *("YES_MANUAL", "SKIP", "-2150000000", "1e999", "\ud800", "a\x00b", "=1+1"),
    ]
)
NUMBERS = st.one_of(
    st.integers(-(2**63), 2**63 - 1),
    st.integers(-3, 3),
    st.floats(),
    st.sampled_from([10**30, -(10**30), 20_000, 20_261_116, 1_793_577_600_000]),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def spoilt(fields: dict[str, Any], **kinds: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """`fields` of which some are anything else or missing; `kinds` are drawn in any case."""
    odd = st.dictionaries(st.sampled_from(sorted(fields)), ANYTHING, max_size=3)
    missing = st.sets(st.sampled_from(sorted(fields)), max_size=1)
    return st.builds(
        lambda odd, missing, drawn: {
            name: value for name, value in (fields | drawn | odd).items() if name not in missing
        },
        odd,
        missing,
        st.fixed_dictionaries(kinds),
    )


DAYS = st.lists(
    spoilt({"day": str(FIRST), "done": True, "text": "slow"}, done=st.booleans()), max_size=4
)
RECORDS = st.lists(spoilt(mhabit_record(FIRST, reason="slow")), max_size=4)
EVENTS = st.dictionaries(
    TEXTS,
    st.lists(st.sampled_from(["DayType.check", "DayType.progress"]) | ANYTHING, max_size=4),
    max_size=4,
)
NAMES = st.sampled_from(["Sit", "Walk"]) | TEXTS
DOCUMENTS: dict[str, st.SearchStrategy[Any]] = {
    "beaverhabits": spoilt(
        {"habits": [], "order": []},
        habits=st.lists(spoilt(beaver_habit(), name=NAMES, records=DAYS), max_size=4),
    ),
    "mhabit": spoilt(
        {"habits": [], "groups": []},
        habits=st.lists(spoilt(mhabit(), name=NAMES, records=RECORDS), max_size=4),
        groups=st.lists(spoilt({"uuid": "g", "name": "Home"}), max_size=2),
    ),
    "habo": spoilt(
        {"habits": []},
        habits=st.lists(
            spoilt(habo_habit(1), title=NAMES, events=EVENTS, habitType=st.integers(0, 1)),
            max_size=4,
        ),
    ),
    "old habo": st.lists(spoilt(habo_habit(1), title=NAMES, events=EVENTS), max_size=4),
    "anything": ANYTHING,
}


@pytest.mark.parametrize("app", DOCUMENTS)
@fuzzed
@given(data=st.data())
def test_any_json_ends_in_a_report_or_a_refusal(
    app: str, data: st.DataObject, empty: Workspace, tmp_path: Path
) -> None:
    document = data.draw(DOCUMENTS[app])

    tried(empty, tmp_path, json.dumps(document).encode())


CELLS = (
    st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.integers(-2, 4)
    | st.floats(allow_nan=False)
    | st.binary(max_size=6)
    | st.sampled_from(
        [
            *("Sit", "0,2,4", "20261116", "a\x00b", ""),
            *(1_793_577_600_000, 2026, 480, 2500, 10**15),
        ]
    )
)


def write_loop(path: Path, tables: dict[str, list[dict[str, Any]]]) -> None:
    write_backup(path, [])
    with closing(sqlite3.connect(path)) as connection:
        for name, rows in tables.items():
            for row in rows:
                marks = ", ".join("?" * len(row))
                names = ", ".join(row)
                connection.execute(
                    f"INSERT OR IGNORE INTO {name} ({names}) VALUES ({marks})", list(row.values())
                )
        connection.commit()


LOOP_TABLES = {
    "Habits": (
        *("archived", "color", "description", "freq_den", "freq_num", "name", "position"),
        *("reminder_hour", "type", "target_type", "target_value", "unit", "question", "uuid"),
    ),
    "Repetitions": ("habit", "timestamp", "value", "notes"),
}
DATABASES: dict[
    str,
    tuple[dict[str, tuple[str, ...]], Callable[[Path, dict[str, list[dict[str, Any]]]], object]],
] = {
    "loop": (LOOP_TABLES, write_loop),
    "rewire": (REWIRE_TABLES, lambda path, rows: write_database(path, REWIRE_TABLES, rows)),
    "tickmate": (TICKMATE_TABLES, lambda path, rows: write_database(path, TICKMATE_TABLES, rows)),
}


@pytest.mark.parametrize("app", DATABASES)
@fuzzed
@given(data=st.data())
def test_any_rows_of_a_database_end_in_a_report_or_a_refusal(
    app: str, data: st.DataObject, empty: Workspace, tmp_path: Path
) -> None:
    tables, write = DATABASES[app]
    rows = {
        name: data.draw(st.lists(st.fixed_dictionaries(dict.fromkeys(columns, CELLS)), max_size=4))
        for name, columns in tables.items()
    }
    path = tmp_path / "file"
    path.unlink(missing_ok=True)
    write(path, rows)

    check_import(empty, path)


ROWS = st.lists(
    st.lists(TEXTS.map(lambda text: text.replace("\ud800", "?")), max_size=7), max_size=5
)


@fuzzed
@given(
    rows=ROWS,
    columns=st.permutations(HABITBULL_COLUMNS),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"]),
)
def test_any_rows_of_habitbull_end_in_a_report_or_a_refusal(
    rows: list[list[str]], columns: list[str], encoding: str, empty: Workspace, tmp_path: Path
) -> None:
    tried(empty, tmp_path, table([columns, *rows]).encode(encoding))


@fuzzed
@given(habits=ROWS, days=ROWS, folder=st.text("01 /.", max_size=6))
def test_any_tables_of_loop_end_in_a_report_or_a_refusal(
    habits: list[list[str]], days: list[list[str]], folder: str, empty: Workspace, tmp_path: Path
) -> None:
    header = ("Position", "Name", "Type", "Question", "Target Value", "FrequencyNumerator")
    files: dict[str, str | bytes] = {
        "Habits.csv": table([header, ("1", "Sit", "YES_NO"), *habits]),
        "001 Sit/Checkmarks.csv": table([("2026-11-02", "YES_MANUAL", "x"), *days]),
        "Checkmarks.csv": table(days),
        f"{folder}/Checkmarks.csv": table(days),
    }

    check_import(empty, write_zip(tmp_path / "file", files))
