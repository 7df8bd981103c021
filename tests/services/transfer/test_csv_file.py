import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause, State
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.record import Record
from selfcare_app.domain.setting import Setting
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.workspace import Workspace

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
WALK = Habit(
    "w",
    "Walk, briskly 🌿",
    MONDAY,
    kind=Kind.MEASURED,
    target=2.5,
    direction=Direction.AT_LEAST,
    unit="km",
    archived=True,
)


def tables(workspace: Workspace, path: Path, records: list[Record]) -> dict[str, list[list[str]]]:
    """The tables of an export of `records`, by file name."""
    workspace.journal.add_records("All", records)
    export_file(workspace, path, None)
    with zipfile.ZipFile(path) as archive:
        texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    assert "does not import these tables" in texts.pop("readme.txt")
    return {name: list(csv.reader(io.StringIO(text, newline=""))) for name, text in texts.items()}


def test_each_kind_of_record_has_a_table(workspace: Workspace, tmp_path: Path) -> None:
    found = tables(
        workspace,
        tmp_path / "all.zip",
        [
            WALK,
            Habit("s", "Sit", MONDAY, cue="After coffee"),
            Entry("w", MONDAY, State.DONE, 0.001, "slow"),
            Entry("s", TUESDAY, State.REST),
            CheckIn(MONDAY, 1, None, 5, "tired"),
            Pause("p", None, MONDAY, MONDAY),
            Setting("theme", '"dark"'),
        ],
    )

    columns = "id name area kind schedule direction target unit cue notes created archived"
    s = ["s", "Sit", "mindfulness", "yes_no", "daily", "", "", "", "After coffee", ""]
    w = ["w", WALK.name, "mindfulness", "measured", "daily", "at_least", "2.5", "km", "", ""]
    own = {
        name.removeprefix("selfcare/"): rows for name, rows in found.items() if "selfcare/" in name
    }
    assert own == {
        "habits.csv": [
            columns.split(),
            [*s, "2026-11-16", "no"],
            [*w, "2026-11-16", "yes"],
        ],
        "entries.csv": [
            ["day", "habit_id", "habit", "state", "value", "unit", "note"],
            ["2026-11-17", "s", "Sit", "rest", "", "", ""],
            ["2026-11-16", "w", WALK.name, "done", "0.001", "km", "slow"],
        ],
        "check-ins.csv": [
            ["day", "energy", "mood", "strain", "note"],
            ["2026-11-16", "1", "", "5", "tired"],
        ],
    }


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_text_can_be_taken_for_a_formula(
    start: str, workspace: Workspace, tmp_path: Path
) -> None:
    evil = f'{start}HYPERLINK("http://example.org")'
    name = f"x{evil}" if start.isspace() else evil
    found = tables(
        workspace,
        tmp_path / "all.zip",
        [
            Habit(evil, name, MONDAY, area=evil, cue=evil, notes=evil),
            Entry(evil, MONDAY, note=evil),
            CheckIn(MONDAY, note=evil),
        ],
    )

    cells = [cell for rows in found.values() for row in rows for cell in row]
    # In our own tables, and again in Loop's.
    assert sum(evil in cell for cell in cells) == 9 + 4
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in cells)


@pytest.mark.parametrize("note", ["-5", "-2.5", "-0,5"])
def test_a_negative_number_stays_one(note: str, workspace: Workspace, tmp_path: Path) -> None:
    records: list[Record] = [Habit("s", "Sit", MONDAY), Entry("s", MONDAY, note=note)]

    found = tables(workspace, tmp_path / "all.zip", records)

    assert found["selfcare/entries.csv"][1][-1] == note


def test_the_same_data_gives_the_same_file(workspace: Workspace, tmp_path: Path) -> None:
    tables(workspace, tmp_path / "first.zip", [WALK])
    export_file(workspace, tmp_path / "second.zip", "csv")

    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()
