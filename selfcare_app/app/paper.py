"""The report on paper, written by command."""

from datetime import date
from pathlib import Path

from selfcare_app.app.application import application_without_display
from selfcare_app.paths import resources
from selfcare_app.services.workspace import Workspace
from selfcare_app.ui.icons import Icons
from selfcare_app.ui.look import dress
from selfcare_app.ui.paper import reporting
from selfcare_app.ui.theme import LIGHT


def write_report(
    workspace: Workspace, path: Path, first: date, last: date, *, with_notes: bool
) -> None:
    """Write a report on the days `first` to `last` into the PDF file at `path`, without a
    display; raises KnownError where that fails."""
    application = application_without_display()
    dress(application, LIGHT)
    icons = Icons(resources() / "icons")
    reporting.write_report(workspace, icons, path, (first, last), with_notes=with_notes)
