"""A second, empty workspace to carry things into, and an import that keeps what it finds."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.entry import State
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.transfer.report import ImportReport
from selfcare_app.services.workspace import Workspace, open_workspace
from tests.services.conftest import Clock

Import = Callable[[Path], ImportReport]
NO_GROUP = "Habits that are in no group there are put under “Mindfulness” here."
Said = tuple[date, State | None, float | None, str]


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """A workspace on another computer."""
    opened = open_workspace(tmp_path / "other" / "selfcare.db", clock)
    yield opened
    opened.close()


@pytest.fixture
def import_here(workspace: Workspace) -> Import:
    return lambda path: import_file(workspace, path, dry_run=False)


def said_of(workspace: Workspace, name: str) -> list[Said]:
    """What is kept of the days of the one habit of that name, oldest first."""
    (found,) = (kept for kept in workspace.records.habits(archived=True) if kept.name == name)
    entries = workspace.records.entries_of(found.id)
    return [(entry.day, entry.state, entry.value, entry.note) for entry in entries]


def left_out(report: ImportReport) -> dict[tuple[str, str], int]:
    """How much was not carried over, by what and why."""
    return {(part.what, part.why): part.count for part in report.skipped}


def told(report: ImportReport) -> list[str]:
    """What was worth a look, but for what is said of all habits that are in no group."""
    return [warning for warning in report.warnings if warning != NO_GROUP]
