"""A fresh database for each test of the store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from selfcare_app.store.db import Database, open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database of this test lies; neither it nor its folder is made yet."""
    return tmp_path / "data" / "selfcare.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = open_database(path)
    yield opened
    opened.close()
