"""A workspace of its own for each test, with a clock that the test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from selfcare_app.domain.record import Record
from selfcare_app.services.workspace import Workspace, open_workspace
from tests.services.office import Office


class Clock:
    """Local wall-clock time that stands still until it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 16, 20)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    opened = open_workspace(tmp_path / "data" / "selfcare.db", clock)
    yield opened
    opened.close()


@pytest.fixture
def elsewhere(workspace: Workspace, clock: Clock) -> Iterator[Workspace]:
    """The same database opened by another program."""
    opened = open_workspace(workspace.database.path, clock)
    yield opened
    opened.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Work days with a clock and a zone that the test moves."""
    opened = Office(tmp_path / "office" / "selfcare.db")
    yield opened
    opened.workspace.close()


def everything(workspace: Workspace) -> list[Record]:
    """All that is kept, read from the database rather than from a cache."""
    workspace.forget_caches()
    return workspace.records.everything()


@contextmanager
def no_room_left(workspace: Workspace) -> Iterator[None]:
    """Let writing fail as on a full disk: SQLite may not make the file any larger."""
    database = workspace.database
    pages = database.row("PRAGMA page_count")
    assert pages is not None
    database.row(f"PRAGMA max_page_count = {pages[0]}")
    try:
        yield
    finally:
        database.row("PRAGMA max_page_count = 1000000")
