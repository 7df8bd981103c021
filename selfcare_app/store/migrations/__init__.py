"""The numbered steps of the schema, one SQL file each."""

import re
from collections.abc import Iterator
from pathlib import Path

from selfcare_app.domain.value import Value

NEWEST = 4
"""The schema version that this program writes; a test holds it against the files."""


class Step(Value):
    """One step: `version` is the schema's after it."""

    version: int
    script: str


def steps_after(version: int) -> Iterator[Step]:
    """The steps that bring a schema of `version` to `NEWEST`, in order."""
    for file in sorted(Path(__file__).parent.glob("[0-9]*.sql")):
        number = int(file.name[:4])
        if number > version:
            yield Step(number, file.read_text(encoding="utf-8"))


def tables_after(version: int) -> list[str]:
    """The tables that the steps from a schema of `version` on make."""
    return [
        table
        for step in steps_after(version)
        for table in re.findall(r"CREATE TABLE (\w+)", step.script)
    ]
