"""Displays, buses and desks that belong to one test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop import desk as desks


@pytest.fixture
def display() -> Iterator[str]:
    """The name of an X display that nobody else uses."""
    with desks.display() as name:
        yield name


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus that nobody else uses."""
    with desks.bus() as address:
        yield address


@pytest.fixture
def desk(display: str, bus: str, tmp_path: Path) -> Iterator[desks.Desk]:
    """Both together, with room for programs."""
    made = desks.Desk(display, bus, tmp_path)
    yield made
    made.end()
