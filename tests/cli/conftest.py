"""The command line run inside the test, on data of the test's own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from selfcare_app.cli import main


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command wrote and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # JSON can be anything
        assert self.status == 0, self.err
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one line that a command which could not be done leaves, and nothing else."""
        assert (self.status, self.out) == (2, "")
        assert self.err.startswith("selfcare: ")
        assert self.err.count("\n") == 1
        assert self.err.endswith("\n")
        return self.err.removeprefix("selfcare: ").rstrip("\n")


Selfcare = Callable[..., Answer]


@pytest.fixture
def selfcare(capsys: pytest.CaptureFixture[str]) -> Selfcare:
    """Runs `selfcare` with the words given."""

    def run(*words: str | Path) -> Answer:
        status = main([str(word) for word in words])
        written = capsys.readouterr()
        return Answer(status, written.out, written.err)

    return run


@pytest.fixture
def today(selfcare: Selfcare) -> date:
    """The day that it is for the command line: before the day start hour, yesterday."""
    return date.fromisoformat(selfcare("today", "--json").json["date"])


def add(selfcare: Selfcare, *words: str) -> str:
    """Adds a habit and gives its id."""
    answer = selfcare("add", *words)
    assert (answer.status, answer.err) == (0, "")
    return answer.out.strip()
