"""Export of everything that is kept into one file."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.record import Record
from selfcare_app.domain.words import tr
from selfcare_app.services.how_far import HowFar
from selfcare_app.services.transfer import csv_file, json_file
from selfcare_app.services.transfer.files import replacing, write_file
from selfcare_app.services.transfer.garbage import without_looking_for_garbage
from selfcare_app.services.workspace import Workspace
from selfcare_app.store.copying import write_plain_copy

SQLITE = "sqlite"
_WRITERS: dict[str, Callable[[Iterable[Record]], bytes]] = {
    "json": json_file.written,
    "csv": csv_file.written,
}
FORMATS = (*_WRITERS, SQLITE)
_FORMAT_OF_EXTENSION = {".json": "json", ".zip": "csv", ".db": SQLITE, ".sqlite": SQLITE}


def export_file(
    workspace: Workspace, path: Path, format: str | None, how_far: HowFar | None = None
) -> None:
    """Write everything to `path` in one of `FORMATS`; None decides by the file's extension.

    Raises BadInput for another format or extension and for the database's own file,
    KnownError where the file cannot be written, Cancelled where whoever hears `how_far`
    breaks it off; always nothing is changed.
    """
    chosen = format or _FORMAT_OF_EXTENSION.get(path.suffix.lower(), "")
    if chosen not in FORMATS:
        raise BadInput(
            tr(
                "Name the file .json for a complete export, .zip for tables (CSV) or .db for a "
                "SQLite database, or choose --format json, csv or sqlite."
            )
        )
    _check_not_own(workspace, path)
    how_far = how_far or HowFar()
    if chosen == SQLITE:
        with replacing(path) as part:
            write_plain_copy(workspace.database, part)
            how_far.at(0.95)
    else:
        with without_looking_for_garbage():
            records = workspace.records.everything()
            content = _WRITERS[chosen](how_far.part(0.3, 0.95).each(records))
        write_file(path, content)


def _check_not_own(workspace: Workspace, path: Path) -> None:
    """Raise BadInput where `path` is a file that the open database lives in."""
    own = workspace.database.path
    for file in (own, *(own.with_name(f"{own.name}{ending}") for ending in ("-wal", "-shm"))):
        # A name that no file can have is told when it is written.
        with suppress(OSError, ValueError):
            if path.samefile(file):
                raise BadInput(
                    tr("“{file}” is the database itself; choose another name.", file=path.name)
                )
