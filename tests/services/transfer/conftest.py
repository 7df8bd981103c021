"""A second, empty workspace to carry things into, and an import that keeps what it finds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.transfer.report import ImportReport
from selfcare_app.services.workspace import Workspace, open_workspace
from tests.services.conftest import Clock

Import = Callable[[Path], ImportReport]


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """A workspace on another computer."""
    opened = open_workspace(tmp_path / "other" / "selfcare.db", clock)
    yield opened
    opened.close()


@pytest.fixture
def import_here(workspace: Workspace) -> Import:
    return lambda path: import_file(workspace, path, dry_run=False)
