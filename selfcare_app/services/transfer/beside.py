"""Import and export beside a window that goes on: by a connection of their own, in any thread."""

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from selfcare_app.services.history import Change
from selfcare_app.services.how_far import HowFar
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.transfer.report import ImportReport
from selfcare_app.services.workspace import Workspace


class Imported(NamedTuple):
    """What an import did: its report, and the change that takes it back; None where it made
    none."""

    report: ImportReport
    change: Change | None


def import_beside(workspace: Workspace, path: Path, dry_run: bool, how_far: HowFar) -> Imported:
    """As `import_file`; `take_over` then makes the change one of `workspace`.

    Raises KnownError, with nothing changed.
    """
    with closing(workspace.opened_again()) as other:
        report = import_file(other, path, dry_run, how_far)
        return Imported(report, other.journal.history.next_undo)


def take_over(workspace: Workspace, imported: Imported) -> None:
    """Have what was imported beside `workspace` seen there, and taken back there by undo."""
    workspace.changed_elsewhere()
    if imported.change is not None:
        workspace.journal.adopt(imported.change)


def export_beside(workspace: Workspace, path: Path, format: str, how_far: HowFar) -> None:
    """As `export_file`. Raises KnownError, with no file left behind."""
    with closing(workspace.opened_again()) as other:
        export_file(other, path, format, how_far)
