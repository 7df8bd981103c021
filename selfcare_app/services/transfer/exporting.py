"""Export of everything that is kept into one file."""

from collections.abc import Callable, Iterable
from pathlib import Path

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.record import Record
from selfcare_app.domain.words import tr
from selfcare_app.services.how_far import HowFar
from selfcare_app.services.transfer import csv_file, json_file
from selfcare_app.services.transfer.files import write_file
from selfcare_app.services.workspace import Workspace

_WRITERS: dict[str, Callable[[Iterable[Record]], bytes]] = {
    "json": json_file.written,
    "csv": csv_file.written,
}
_FORMAT_OF_EXTENSION = {".json": "json", ".zip": "csv"}


def export_file(
    workspace: Workspace, path: Path, format: str | None, how_far: HowFar | None = None
) -> None:
    """Write everything to `path` as `json` or `csv`; None decides by the file's extension.

    Raises BadInput for another format or extension, KnownError where the file cannot be
    written, Cancelled where whoever hears `how_far` breaks it off; always nothing is changed.
    """
    chosen = format or _FORMAT_OF_EXTENSION.get(path.suffix.lower(), "")
    if chosen not in _WRITERS:
        raise BadInput(
            tr(
                "Name the file .json for a complete export or .zip for tables (CSV), "
                "or choose --format json or --format csv."
            )
        )
    how_far = how_far or HowFar()
    records = workspace.records.everything()
    content = _WRITERS[chosen](how_far.part(0.3, 0.95).each(records))
    write_file(path, content)
