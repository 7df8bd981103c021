"""A fault of the program is written down without a word of the person's."""

import stat
from datetime import datetime
from pathlib import Path

from selfcare_app.services import faults
from selfcare_app.services.faults import fault_text, write_fault

NOW = datetime(2026, 11, 23, 16, 20)
PRIVATE = "Brisk walk with a private note"


def a_fault() -> Exception:
    try:
        try:
            raise KeyError(PRIVATE)
        except KeyError as error:
            raise ValueError(PRIVATE) from error
    except ValueError as error:
        return error


def test_a_fault_names_kinds_and_places_alone() -> None:
    text = fault_text(a_fault())
    assert text.startswith("ValueError\n  test_faults.py, line ")
    assert "KeyError" in text
    assert "in a_fault" in text
    assert PRIVATE not in text
    assert str(Path.home()) not in text


def test_faults_that_point_at_each_other_end() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert fault_text(first) == "ValueError\nKeyError"


def test_the_log_grows_and_is_for_its_owner_only(tmp_path: Path) -> None:
    log = tmp_path / "data" / "selfcare.log"
    assert write_fault(a_fault(), log, NOW)
    assert write_fault(a_fault(), log, NOW)
    assert log.read_text().count("2026-11-23 16:20:00 Selfcare") == 2
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_large_log_is_begun_anew(tmp_path: Path) -> None:
    log = tmp_path / "selfcare.log"
    log.write_text("x" * (faults.LARGEST_LOG + 1))
    assert write_fault(a_fault(), log, NOW)
    assert log.read_text().startswith("2026-11-23")


def test_a_log_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not write_fault(a_fault(), tmp_path / "file" / "selfcare.log", NOW)
