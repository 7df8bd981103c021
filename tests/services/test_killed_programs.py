"""A program that is killed at any moment loses nothing that it said it saved."""

from pathlib import Path

import pytest

from tests.endurance.kills import Kills, check_content
from tests.endurance.writer import day_of, open_to_write, prepare, write


def test_programs_killed_at_random_moments_lose_nothing_and_leave_nothing_half_done(
    tmp_path: Path,
) -> None:
    kills = Kills(tmp_path / "data" / "selfcare.db", seed=7)
    found = [kills.kill_one() for _ in range(6)]
    assert kills.saved == sum(killed.acknowledged + killed.unsaid for killed in found)
    # They died while they wrote, not before and not after.
    assert sum(killed.acknowledged for killed in found) > 100
    assert any(killed.log_bytes for killed in found)


def test_a_write_that_is_lost_and_one_that_is_half_there_would_be_found(tmp_path: Path) -> None:
    workspace = open_to_write(tmp_path / "selfcare.db")
    prepare(workspace)
    for number in range(3):
        write(workspace, number)
    assert check_content(workspace, 3) == 3
    assert check_content(workspace, 2) == 3
    with pytest.raises(AssertionError, match="4 writes were acknowledged"):
        check_content(workspace, 4)
    # As if the last write had reached one habit of three.
    one, *_ = workspace.records.habits()
    workspace.journal.log_entry(one, day_of(3), 4)
    with pytest.raises(AssertionError, match="3 writes were acknowledged"):
        check_content(workspace, 3)
    workspace.close()
