"""A fault of the program is written down without a word of the person's."""

import getpass
import platform
import stat
from datetime import datetime
from pathlib import Path

import pytest

from selfcare_app.services import faults
from selfcare_app.services.faults import fault_text, report_text, write_fault

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


def a_fault_full_of_private_words() -> BaseException:
    note = PRIVATE  # What a variable held when it happened.
    try:
        compile(f"{note} is no Python", f"/home/{note}/file.py", "exec")
    except SyntaxError as error:
        error.add_note(note)
        first: Exception = error
    try:
        raise ExceptionGroup(note, [KeyError(note), first]) from first
    except ExceptionGroup as error:
        return error


def test_what_variables_notes_and_messages_held_is_in_neither_log_nor_report(
    tmp_path: Path,
) -> None:
    error = a_fault_full_of_private_words()
    log = tmp_path / "selfcare.log"
    assert write_fault(error, log, NOW)
    for told in (fault_text(error), log.read_text(), report_text(error, {})):
        assert "ExceptionGroup" in told
        assert "SyntaxError" in told
        for word in PRIVATE.split():
            assert word not in told.split()
        assert str(Path.home()) not in told


def test_a_report_tells_what_the_program_runs_on_and_the_fault(tmp_path: Path) -> None:
    error = a_fault()
    head, _, fault = report_text(error, {"Qt": "6.11.3"}).partition("\n\n")
    assert fault == fault_text(error)
    assert [line.partition(" ")[0] for line in head.split("\n")] == [
        *("Selfcare", "Python", "Qt", "SQLite", "System"),
    ]
    assert f"Python {platform.python_version()}" in head
    assert "Qt 6.11.3" in head
    # Which computer it is, and whose, is nobody's business.
    assert platform.node() not in head.split()
    assert getpass.getuser() not in head.split()


def endless(depth: int = 0) -> None:
    endless(depth + 1)


def a_huge_fault() -> BaseException:
    """Of a kind with an endless name, behind which stand fifty more that were as deep."""
    kind: type[Exception] = type("Kind" * 10_000, (Exception,), {})
    error: BaseException | None = None
    for _ in range(50):
        try:
            try:
                endless()
            except RecursionError as deep:
                raise kind().with_traceback(deep.__traceback__) from error
        except kind as raised:
            error = raised
    assert error is not None
    return error


def test_of_a_long_way_the_first_and_the_last_places_are_told() -> None:
    with pytest.raises(RecursionError) as raised:
        endless()
    lines = fault_text(raised.value).split("\n")
    assert len(lines) == 1 + faults.FIRST_PLACES + 1 + faults.LAST_PLACES
    assert lines[1].endswith("in test_of_a_long_way_the_first_and_the_last_places_are_told")
    assert lines[1 + faults.FIRST_PLACES].startswith("  … ")
    assert lines[-1].endswith("in endless")


def test_not_even_a_huge_fault_makes_the_log_larger_than_it_may_be(tmp_path: Path) -> None:
    error, log = a_huge_fault(), tmp_path / "selfcare.log"
    assert len(fault_text(error)) < 100_000
    log.write_text("x" * (faults.LARGEST_LOG - 50))
    sizes = []
    for _ in range(100):
        assert write_fault(error, log, NOW)
        sizes.append(log.stat().st_size)
    assert max(sizes) <= faults.LARGEST_LOG
    # It was begun anew more than once, and otherwise grew.
    assert sizes != sorted(sizes)
    assert len(set(sizes)) > 10


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
    log.write_text("x" * faults.LARGEST_LOG)
    assert write_fault(a_fault(), log, NOW)
    assert log.read_text().startswith("2026-11-23")


def test_a_log_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not write_fault(a_fault(), tmp_path / "file" / "selfcare.log", NOW)
